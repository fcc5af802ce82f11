import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition, testMoment } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { sql } from '../../../platform/database/database.ts'
import { newId, type PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { addConcern, addEntry } from '../escalation/concern.store.ts'
import type { Concern } from '../escalation/concern.ts'
import { addPractice, addPracticeEntry, findPractice, findPractices } from './practice.store.ts'
import { addStep, addStepReport, findSteps } from './step.store.ts'

const database = await testDatabase()
const service = testComposition(database)
const [ben, noor, dora, grace] = [newId<'person'>(), newId<'person'>(), newId<'person'>(), newId<'person'>()]

async function trust() {
  const organisation = await newOrganisation(database)
  const inside = <T>(who: PersonId, body: Parameters<typeof as<T>>[3]) => as(service, organisation, who, body)
  const told = { outcome: 'told' as const, toldAt: testMoment, toldHow: 'phone' as const }
  const concern: Omit<Concern, 'entries'> = {
    ...told,
    id: newId<'concern'>(),
    about: null,
    kind: 'practice',
    routeKey: null,
    raisedBy: ben,
    raisedAt: testMoment,
    named: dora,
    telling: 'not yet',
  }
  const practice = { id: newId<'practice'>(), concern: concern.id, person: dora, manager: grace }
  await inside(ben, async (work) => {
    await addConcern(work, concern)
    await addPractice(work, practice)
    await addPracticeEntry(work, practice.id, { kind: 'sent', on: null })
  })
  return { inside, concern, practice }
}

describe('a concern about practice', () => {
  it('comes back for its manager, its person and its concern, and says whether the person was told', async () => {
    const { inside, concern, practice } = await trust()
    const on = day('2026-12-20')
    await inside(grace, (work) => addPracticeEntry(work, practice.id, { kind: 'plan', on }))
    const found = await inside(grace, (work) => findPractice(work, practice.id))
    expect(found).toMatchObject({
      ...practice,
      told: false,
      entries: [{ kind: 'sent' }, { kind: 'plan', lookAgainOn: on }],
    })
    await inside(noor, (work) => addEntry(work, concern.id, 'told'))
    for (const by of [{ manager: grace }, { person: dora }, { concern: concern.id }])
      expect(await inside(grace, (work) => findPractices(work, by))).toMatchObject([{ id: practice.id, told: true }])
    await expect(
      inside(grace, (work) => sql.raw('update practice_entry set kind = kind').execute(work.db)),
    ).rejects.toThrow(/permission denied/)
  })
})

describe('the steps of a plan', () => {
  it('come back with the day that holds now and what came of them, and never change', async () => {
    const { inside, practice } = await trust()
    await inside(grace, async (work) => {
      const agreedIn = await addPracticeEntry(work, practice.id, { kind: 'plan', on: day('2026-12-20') })
      await addStep(work, practice.id, { agreedIn, doer: 'person', due: day('2026-12-10') })
      await addStep(work, practice.id, { agreedIn, doer: 'manager', due: day('2026-12-01') })
      await addStepReport(work, practice.id, { step: 2, outcome: 'new day', due: day('2026-12-15') })
    })
    await inside(dora, (work) => addStepReport(work, practice.id, { step: 1, outcome: 'done', due: null }))
    const steps = await inside(grace, (work) => findSteps(work, [practice.id]))
    expect(steps.get(practice.id)).toMatchObject([
      { number: 1, doer: 'person', due: '2026-12-10', state: 'done', endedAt: testMoment },
      { number: 2, doer: 'manager', due: '2026-12-15', state: 'open', endedAt: null },
    ])
    for (const table of ['practice_step', 'practice_step_report'])
      await expect(
        inside(grace, (work) => sql.raw(`update ${table} set number = number`).execute(work.db)),
      ).rejects.toThrow(/permission denied/)
  })

  it('are written by nobody but the two of the plan, by the database too', async () => {
    const { inside, practice } = await trust()
    const step = { agreedIn: 1, doer: 'person' as const, due: day('2026-12-10') }
    for (const stranger of [noor, ben])
      await expect(inside(stranger, (work) => addStep(work, practice.id, step))).rejects.toThrow(/row-level security/)
  })
})

it('is not seen by the neighbour', async () => {
  const { practice } = await trust()
  const neighbour = await newOrganisation(database, 'Next door')
  await as(service, neighbour, grace, async (work) => {
    expect(await findPractice(work, practice.id)).toBeNull()
    expect(await findPractices(work, { manager: grace })).toEqual([])
    expect((await findSteps(work, [practice.id])).size).toBe(0)
    for (const table of ['practice_concern', 'practice_entry', 'practice_step', 'practice_step_report'])
      expect((await sql.raw(`select from ${table}`).execute(work.db)).rows).toEqual([])
  })
  await expect(
    as(service, neighbour, grace, (work) => addPracticeEntry(work, practice.id, { kind: 'closed', on: null })),
  ).rejects.toThrow(/violates/)
})
