// Former supervisors, new ones, managers who supervise with consent, and people who have left: readers follow from what
// happened in a session, and nothing that comes later opens what was before (TRUST, "Who sees what").
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/test-database.ts'
import { concernWorld } from '../../../test/worlds/concern.ts'
import { secret, type Trust } from '../../../test/worlds/supervision.ts'
import { day } from '../../platform/time/day.ts'
import { leaveOrganisation } from '../people/index.ts'
import { answerPair, choosePair, endPair, findPairsOf } from '../supervision/index.ts'

const database = await testDatabase()
const { world, setClock } = await concernWorld(database)
const clinical = 'one-to-one-clinical'

/** From now on `supervisor` supervises Ben, with his consent. */
async function pairWith(one: Trust, supervisor: Trust['grace']): Promise<void> {
  await one.inside(one.ben, async (work) => {
    const chosen = await choosePair(work, { type: clinical, supervisor, supervisee: one.ben })
    if (!chosen.ok) throw new Error(chosen.reason)
  })
  const pair = await one.inside(supervisor, async (work) =>
    (await findPairsOf(work, supervisor)).find((known) => known.state === 'asked'),
  )
  if (pair) await one.inside(supervisor, (work) => answerPair(work, pair.id, true))
}

describe('readers of a record', () => {
  it('do not change when a line manager becomes the supervisor, with consent, afterwards', async () => {
    const one = await world()
    await pairWith(one, one.grace)
    for (const path of [one.session, `${one.session}/record`, `${one.session}/feedback`])
      expect((await one.visit(one.grace).get(path)).status).toBe(404)
    expect((await one.visit(one.amina).get(`${one.session}/record`)).text).toContain(secret)
  })

  it('stay when the pair ends: both read what they were part of', async () => {
    const one = await world()
    await pairWith(one, one.amina)
    const pair = await one.inside(one.ben, async (work) => (await findPairsOf(work, one.ben))[0])
    if (pair) await one.inside(one.ben, (work) => endPair(work, pair.id, { kind: 'changed supervisor' }))
    for (const person of [one.amina, one.ben])
      expect((await one.visit(person).get(`${one.session}/record`)).text).toContain(secret)
  })

  it('lose everything on the day after their last day', async () => {
    const one = await world()
    const amina = one.visit(one.amina)
    await one.inside(one.noor, (work) =>
      leaveOrganisation(
        { ...work, asker: { ...work.asker, roles: new Set(['administrator']) } },
        one.amina,
        day('2026-11-24'),
      ),
    )
    setClock('2026-11-25T09:00:00Z')
    const page = await amina.get(`${one.session}/record`)
    expect(page.source).not.toContain(secret)
    expect(page.status === 303 || page.status === 404 || page.status === 302).toBe(true)
    expect((await one.visit(one.ben).get(`${one.session}/record`)).text).toContain(secret)
  })
})
