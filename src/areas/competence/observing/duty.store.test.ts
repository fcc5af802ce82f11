import { describe, expect, it } from 'vitest'
import { newOrganisation, as, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { groupBooked, observationWorld } from '../../../../test/worlds/observation.ts'
import { sql } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { caseWorkObserving } from '../observation/observation.examples.ts'
import { findRoleHolders, findSupervising } from './duty.store.ts'

const database = await testDatabase()
const { world } = await observationWorld(database)
const one = await world()
await groupBooked(one)
const on = day('2026-11-20')

describe('who supervises what is observed', () => {
  it('is known from pairs, sessions and being signed off, with the day they began', async () => {
    const found = await one.inside(one.noor, (work) => findSupervising(work, caseWorkObserving, { people: null, on }))
    expect(found).toEqual([{ person: one.amina, began: on, lastSeen: null }])
    await one.inside(one.noor, (work) =>
      sql`insert into registration (organisation, registration, person, kind, body, from_day, recorded_at, recorded_by)
        values (${work.organisation}, ${newId()}, ${one.amina}, 'competence', 'child-protection-supervisor', '2025-05-01',
          ${work.moment}, ${one.noor})`.execute(work.db),
    )
    const again = await one.inside(one.noor, (work) =>
      findSupervising(work, caseWorkObserving, { people: [one.amina], on }),
    )
    expect(again).toEqual([{ person: one.amina, began: '2025-05-01', lastSeen: null }])
  })
})

it('is of nobody who does not supervise now, when that is asked', async () => {
  const found = (person: typeof one.amina, now: boolean) =>
    one.inside(one.noor, (work) => findSupervising(work, caseWorkObserving, { people: [person], on, now }))
  expect((await found(one.amina, true)).map(({ person }) => person)).toEqual([one.amina])
  expect(await found(one.grace, false)).toHaveLength(1)
  expect(await found(one.grace, true)).toEqual([])
})

describe('who holds a role of the policy', () => {
  it('is known on a day', async () => {
    const held = (when: string) =>
      one.inside(one.noor, (work) => findRoleHolders(work, ['designated-nurse', 'designated-doctor'], day(when)))
    expect(await held('2026-11-20')).toEqual([one.noor])
    expect(await held('2026-01-04')).toEqual([])
  })
})

it('is not seen by the neighbour', async () => {
  const neighbour = await newOrganisation(database, 'Next door')
  await as(testComposition(database), neighbour, one.noor, async (work) => {
    expect(await findSupervising(work, caseWorkObserving, { people: null, on })).toEqual([])
    expect(await findRoleHolders(work, ['designated-nurse'], on)).toEqual([])
  })
})
