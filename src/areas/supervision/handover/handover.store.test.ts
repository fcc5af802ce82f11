import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { newId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { family } from '../case/case.examples.ts'
import { listCase } from '../case/case.changes.ts'
import type { CaseId } from '../case/case.ts'
import type { Handover } from './handover.ts'
import { answerHandover, findHandedOver, findHandovers, findOffersTo, insertHandover } from './handover.store.ts'

const database = await testDatabase()
const service = testComposition(database)
const [ben, dora] = [newId<'person'>(), newId<'person'>()]

async function offered() {
  const organisation = await newOrganisation(database)
  const inside = <T>(body: (work: Work) => Promise<T>) => as(service, organisation, ben, body)
  const listed = await inside((work) => listCase(work, family))
  if (!listed.ok) throw new Error(listed.reason)
  const offer = await inside(async (work) => {
    const fresh: Handover = {
      id: work.newId<'case handover'>(),
      case: listed.value,
      from: ben,
      to: dora,
      state: 'offered',
      offeredAt: work.moment,
      answeredAt: null,
      before: null,
    }
    await insertHandover(work, fresh)
    return fresh
  })
  return { inside, offer }
}

describe('handovers', () => {
  it('are kept with what came of them, and answered once', async () => {
    const { inside, offer } = await offered()
    expect(await inside((work) => findOffersTo(work, dora))).toEqual([offer])
    const before = { details: newId<'case details'>(), version: 3 }
    const accepted = { ...offer, state: 'accepted' as const, answeredAt: offer.offeredAt, before }
    expect(await inside((work) => answerHandover(work, accepted))).toBe(true)
    expect(await inside((work) => answerHandover(work, { ...accepted, state: 'declined' }))).toBe(false)
    expect(await inside((work) => findHandovers(work, offer.case))).toEqual([accepted])
    expect(await inside((work) => findHandedOver(work, ben))).toEqual([accepted])
  })

  it('cannot be seen by the neighbour', async () => {
    const { offer } = await offered()
    const neighbour = await newOrganisation(database, 'Next door')
    const theirs = (body: (work: Work) => Promise<readonly Handover[]>) => as(service, neighbour, dora, body)
    expect(await theirs((work) => findHandovers(work, offer.case as CaseId))).toEqual([])
    expect(await theirs((work) => findOffersTo(work, dora))).toEqual([])
    expect(await theirs((work) => findHandedOver(work, ben))).toEqual([])
  })
})
