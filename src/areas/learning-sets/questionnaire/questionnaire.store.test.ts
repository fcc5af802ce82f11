import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { newId, type PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { insertSet } from '../set/set.store.ts'
import { findQuestionnaire, findSent, holdQuestionnaire, saveQuestionnaire } from './questionnaire.store.ts'

const database = await testDatabase()
const service = testComposition(database)
const [farah, ben] = [newId<'person'>(), newId<'person'>()]

async function made() {
  const organisation = await newOrganisation(database)
  const inside = <T>(person: PersonId, body: (work: Work) => Promise<T>) => as(service, organisation, person, body)
  const set = await inside(farah, async (work) => {
    const facts = { madeBy: farah, madeAt: work.moment, version: 1, memberships: [] }
    const from = day('2026-09-01')
    const fresh = { id: work.newId<'set'>(), name: 'Tuesday set', type: 'action-learning-set', from, until: null }
    await insertSet(work, { ...fresh, ...facts })
    return fresh.id
  })
  return { inside, set }
}

describe('questionnaires', () => {
  it('are their author’s alone until they are sent, by the database too', async () => {
    const { inside, set } = await made()
    const own = await inside(ben, (work) => holdQuestionnaire(work, set))
    expect(await inside(ben, (work) => holdQuestionnaire(work, set))).toEqual(own)
    expect(await inside(farah, (work) => findQuestionnaire(work, set, ben))).toBeNull()
    await inside(ben, (work) => saveQuestionnaire(work, { ...own, save: 1, version: 1, sentAt: work.moment }))
    expect(await inside(farah, (work) => findQuestionnaire(work, set, ben))).toMatchObject({ save: 1, version: 1 })
    expect(await inside(farah, (work) => findSent(work, set))).toHaveLength(1)
    await inside(ben, (work) => saveQuestionnaire(work, { ...own, save: 1, version: 1, sentAt: null }))
    expect(await inside(farah, (work) => findSent(work, set))).toEqual([])
  })

  it('are saved by nobody else', async () => {
    const { inside, set } = await made()
    const own = await inside(ben, (work) => holdQuestionnaire(work, set))
    await inside(farah, (work) => saveQuestionnaire(work, { ...own, save: 9 }))
    expect(await inside(ben, (work) => findQuestionnaire(work, set, ben))).toMatchObject({ save: 0 })
  })

  it('cannot be seen by the neighbour', async () => {
    const { inside, set } = await made()
    await inside(ben, async (work) => {
      const own = await holdQuestionnaire(work, set)
      await saveQuestionnaire(work, { ...own, save: 1, version: 1, sentAt: work.moment })
    })
    const neighbour = await newOrganisation(database, 'Next door')
    const theirs = <T>(body: (work: Work) => Promise<T>) => as(service, neighbour, ben, body)
    expect(await theirs((work) => findQuestionnaire(work, set, ben))).toBeNull()
    expect(await theirs((work) => findSent(work, set))).toEqual([])
    await expect(theirs((work) => holdQuestionnaire(work, set))).rejects.toThrow(/foreign key|duplicate/)
  })
})
