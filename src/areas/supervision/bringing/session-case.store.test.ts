import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { at, supervisionWorld, type Trust } from '../../../../test/worlds/supervision.ts'
import { newOrganisation } from '../../../../test/composition.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { as } from '../../../../test/composition.ts'
import { family } from '../case/case.examples.ts'
import { listCase } from '../case/case.changes.ts'
import type { CaseId } from '../case/case.ts'
import type { SessionId } from '../session/session.ts'
import { bringCase, casesNotBrought, leaveOut, openCasesOfSession } from './session-case.changes.ts'
import { casesOfSession, findLastDiscussed, findSessionsOfCase } from './session-case.store.ts'

const database = await testDatabase()
const { trust, suggested, service } = await supervisionWorld(database)

async function planned() {
  const world = await trust()
  const href = await suggested(world, { type: 'child-protection-case-work', minutes: '60' })
  await world.visit(world.amina).post(`${href}/acceptance`, { _version: '1' })
  return { world, session: href.split('/').at(-1) as SessionId }
}

async function listedBy(world: Trust, person: PersonId, reference = 'RV-2041'): Promise<CaseId> {
  const done = await world.inside(person, (work) => listCase(work, { ...family, reference }))
  if (!done.ok) throw new Error(done.reason)
  return done.value
}

describe('cases of a session', () => {
  it('are brought by their holder, and open for the supervisor alone', async () => {
    const { world, session } = await planned()
    const id = await listedBy(world, world.ben)
    expect((await world.inside(world.ben, (work) => bringCase(work, session, { case: id }))).ok).toBe(true)
    const seen = (person: PersonId) => world.inside(person, (work) => openCasesOfSession(work, session))
    expect(await seen(world.amina)).toMatchObject([{ case: id, by: world.ben, state: 'brought', reference: 'RV-2041' }])
    expect((await seen(world.amina))[0]?.people).toHaveLength(2)
    expect(await seen(world.grace)).toMatchObject([{ reference: null, people: [], why: '' }])
    expect(await world.inside(world.ben, (work) => findSessionsOfCase(work, id))).toHaveLength(1)
    expect((await world.inside(world.ben, (work) => findLastDiscussed(work, [id]))).size).toBe(0)
  })

  it('show to the supervisor when they were not brought, with the reason once it was given', async () => {
    const { world, session } = await planned()
    const [said, unsaid] = [await listedBy(world, world.ben), await listedBy(world, world.ben, 'RV-2099')]
    expect((await world.inside(world.ben, (work) => leaveOut(work, session, { case: said, why: ' ' }))).ok).toBe(false)
    const why = 'Discussed two weeks ago; nothing new'
    expect((await world.inside(world.ben, (work) => leaveOut(work, session, { case: said, why }))).ok).toBe(true)
    const missing = (person: PersonId) =>
      world.inside(person, (work) => casesNotBrought(work, session, { supervisee: world.ben }))
    const forAmina = await missing(world.amina)
    expect(forAmina).toHaveLength(2)
    expect(forAmina).toContainEqual({ case: said, reference: 'RV-2041', said: { why } })
    expect(forAmina).toContainEqual({ case: unsaid, reference: 'RV-2099', said: null })
    expect((await missing(world.grace)).map((one) => one.reference)).toEqual([null, null])
  })

  it('show how they are called from the booking on, whoever says yes to the time, until it is cancelled', async () => {
    const world = await trust()
    const id = await listedBy(world, world.ben)
    const href = await suggested(world, { type: 'child-protection-case-work', minutes: '60' })
    const session = href.split('/').at(-1) as SessionId
    const references = (person: PersonId) =>
      world.inside(person, async (work) => {
        const missing = await casesNotBrought(work, session, { supervisee: world.ben })
        return missing.map((one) => one.reference)
      })
    expect(await references(world.amina)).toEqual([null])
    await world.visit(world.amina).post(`${href}/acceptance`, { _version: '1' })
    expect(await references(world.amina)).toEqual(['RV-2041'])
    for (const nobody of [world.grace, world.otto]) expect(await references(nobody)).toEqual([null])
    expect((await world.visit(world.amina).get(`/cases/${id}`)).status).toBe(404)
    await world.visit(world.amina).post(`${href}/cancellation`, { cause: 'leave', way: 'in addition', _version: '2' })
    expect(await references(world.amina)).toEqual([null])
  })

  it('come only from the asker’s own list, to case work, while it takes place', async () => {
    const { world, session } = await planned()
    const [mine, doras] = [await listedBy(world, world.ben), await listedBy(world, world.dora)]
    const bring = (id: CaseId) => world.inside(world.ben, (work) => bringCase(work, session, { case: id }))
    expect(await bring(doras)).toMatchObject({ ok: false, reason: 'Choose a case from your own list' })
    const other = (await suggested(world, { ...at, day: '2026-12-01' })).split('/').at(-1) as SessionId
    expect((await world.inside(world.ben, (work) => bringCase(work, other, { case: mine }))).ok).toBe(false)
  })

  it('cannot be seen by the neighbour', async () => {
    const { world, session } = await planned()
    const id = await listedBy(world, world.ben)
    await world.inside(world.ben, (work) => bringCase(work, session, { case: id }))
    const neighbour = await newOrganisation(database, 'Next door')
    const theirs = await as(
      { ...service.composition, identify: async () => ({ name: 'Ben', roles: new Set<string>() }) },
      neighbour,
      world.ben,
      (work) => casesOfSession(work, session),
    )
    expect(theirs).toEqual([])
  })
})
