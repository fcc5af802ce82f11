import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../test/composition.ts'
import { testDatabase } from '../../../test/test-database.ts'
import { asService } from '../../platform/composition.ts'
import type { PersonId } from '../../platform/ids.ts'
import { day } from '../../platform/time/day.ts'
import type { Work } from '../../platform/work.ts'
import { insertRegistration, saveTimeWorked } from '../people/index.ts'
import { makeSmallWorld, type SmallWorld } from '../people/people.examples.ts'
import { approveVersion, draftVersion } from '../policy/index.ts'
import { assuranceArea } from './area.ts'
import { heldSessionRows } from './assurance.examples.ts'
import { coverageFrom, coverageOf } from './dashboard/coverage.ts'
import { countStandings, findStandings } from './dashboard/dashboard.store.ts'
import { answersFor, answersOfPeople } from './figures/answers.changes.ts'
import { compareFigures, refreshFigures, refreshWaiting } from './figures/figures.changes.ts'
import { countWaiting, findSpansOn } from './figures/figures.store.ts'

const database = await testDatabase()
const service = testComposition(database, {
  areas: [assuranceArea],
  identify: async () => ({ name: 'Dana Okafor', roles: new Set(['director']) }),
})
const pack = readFileSync('policy-packs/examples/small.yaml', 'utf8').replaceAll('health-visitors', 'health-visitor')
const nobody = '00000000-0000-0000-0000-000000000000'

async function world() {
  const organisation = await newOrganisation(database)
  const people = await asService(service, { organisation }, makeSmallWorld)
  await as(service, organisation, people.dilys, async (work) => {
    await insertRegistration(work, {
      registration: work.newId(),
      person: people.amina,
      kind: 'supervisor role',
      body: 'safeguarding-advisor',
      from: day('2020-01-01'),
      to: null,
    })
    const draft = await draftVersion(work, pack)
    if (!draft.ok) throw new Error(JSON.stringify(draft.faults))
    const done = await approveVersion(work, draft.id, { revision: 1, from: day('2025-01-01'), anyApprovers: true })
    if (!done.ok) throw new Error(done.reason)
  })
  const run = <T>(body: (work: Work) => Promise<T>) => as(service, organisation, people.dilys, body)
  while ((await run(refreshWaiting)) > 0);
  return { organisation, people, run }
}

async function held(
  organisation: Awaited<ReturnType<typeof newOrganisation>>,
  on: string,
  supervisor: PersonId,
  people: readonly PersonId[],
) {
  for (const [statement, values] of heldSessionRows(organisation, {
    day: day(on),
    supervisor,
    people,
    type: 'case-work',
  })) {
    await database.owner.query(statement, [...values])
  }
}

const stateOf = async (work: Work, { ben }: SmallWorld, on: string) => (await findSpansOn(work, day(on), [ben]))[0]

describe('figures', () => {
  it('are worked out for everybody after a policy was put in force', async () => {
    const { people, run } = await world()
    expect(await run(countWaiting)).toBe(0)
    expect(await run((work) => stateOf(work, people, '2026-11-20'))).toMatchObject({
      state: 'never had',
      strength: 'mandatory',
    })
  })

  it('follow from a session: met, due soon, overdue, on the right days, and stay for the past', async () => {
    const { organisation, people, run } = await world()
    await held(organisation, '2026-08-31', people.amina, [people.ben])
    await run((work) => refreshFigures(work, [people.ben]))
    const states = ['2026-08-30', '2026-08-31', '2026-11-20', '2026-11-30', '2026-12-01', '2027-06-01']
    const found = await run(async (work) => {
      const all = []
      for (const on of states) all.push((await stateOf(work, people, on))?.state)
      return all
    })
    expect(found).toEqual(['never had', 'met', 'due soon', 'due soon', 'overdue', 'overdue'])
    expect(await run((work) => stateOf(work, people, '2026-11-20'))).toMatchObject({
      dueOn: '2026-11-30',
      lastOn: '2026-08-31',
    })
  })

  it('follow from shifts worked, where the policy counts in them', async () => {
    const { organisation, people, run } = await world()
    await held(organisation, '2026-10-01', people.amina, [people.ben])
    const shifts = (from: string, count: number) => ({
      person: people.ben,
      from: day(from),
      to: day(from),
      shifts: count,
      hours: 0,
    })
    await run(async (work) => {
      const text = pack.replace(/^    every: 3 months/gm, '    every: 10 shifts')
      const draft = await draftVersion(work, text)
      if (!draft.ok) throw new Error(JSON.stringify(draft.faults))
      const done = await approveVersion(work, draft.id, { revision: 1, from: work.today, anyApprovers: true })
      if (!done.ok) throw new Error(done.reason)
      await saveTimeWorked(work, [shifts('2026-10-05', 3), shifts('2026-10-12', 3)])
      await refreshFigures(work, [people.ben])
      expect(await stateOf(work, people, '2026-11-20')).toMatchObject({ state: 'met' })
      await saveTimeWorked(work, [shifts('2026-10-19', 3), shifts('2026-11-02', 3)])
      await refreshFigures(work, [people.ben])
      expect(await stateOf(work, people, '2026-11-20')).toMatchObject({ state: 'overdue', dueOn: '2026-11-02' })
    })
    expect(
      (await run((work) => compareFigures(work, nobody, false))).differences.map(({ person }) => person),
    ).not.toContain(people.ben)
  })

  it('do not count a session led by somebody who does not qualify', async () => {
    const { organisation, people, run } = await world()
    await held(organisation, '2026-10-01', people.grace, [people.ben])
    await run((work) => refreshFigures(work, [people.ben]))
    expect(await run((work) => stateOf(work, people, '2026-11-20'))).toMatchObject({ state: 'never had' })
  })

  it('equal what the engine says from the facts, person by person, on any day', async () => {
    const { organisation, people, run } = await world()
    await held(organisation, '2026-03-02', people.amina, [people.ben, people.chloe])
    await held(organisation, '2026-09-14', people.amina, [people.ben])
    const everybody = [people.ben, people.chloe, people.ewan]
    await run((work) => refreshFigures(work, everybody))
    for (const on of [
      '2026-03-01',
      '2026-03-02',
      '2026-06-02',
      '2026-09-13',
      '2026-09-14',
      '2026-12-14',
      '2026-12-15',
    ]) {
      const kept = await run((work) => findSpansOn(work, day(on), everybody))
      const reckoned = await run((work) => answersOfPeople(work, everybody, { day: day(on), explain: false }))
      const dated = reckoned.map(({ person, answer }) => [person, answer.state, answer.dueOn]).sort()
      expect(kept.map((span) => [span.person, span.state, span.dueOn]).sort(), on).toEqual(dated)
    }
  })

  it('that were tampered with are found, named and put right', async () => {
    const { organisation, people, run } = await world()
    await database.owner.query(`update obligation_span set state = 'met' where organisation = $1 and person = $2`, [
      organisation,
      people.ben,
    ])
    const check = await run((work) => compareFigures(work, nobody, false))
    expect(check.differences.map((one) => one.person)).toEqual([people.ben])
    await run((work) => compareFigures(work, nobody, true))
    expect((await run((work) => compareFigures(work, nobody, false))).differences).toEqual([])
  })

  it('cannot be seen by the neighbour', async () => {
    await world()
    const neighbour = await newOrganisation(database, 'Next door')
    const [spans, standings, waiting] = await asService(service, { organisation: neighbour }, async (work) => [
      await findSpansOn(work, day('2026-11-20')),
      await findStandings(work, day('2026-11-20')),
      await countWaiting(work),
    ])
    expect([spans, standings, waiting]).toEqual([[], [], 0])
  })
})

describe('the coverage at home', () => {
  it('is the same counted in the database as counted one by one', async () => {
    const { organisation, people, run } = await world()
    await held(organisation, '2026-11-02', people.amina, [people.ben])
    await run((work) => refreshFigures(work, [people.ben]))
    await run(async (work) => {
      for (const scope of [{}, { people: [people.ben] }, { people: [] }]) {
        const standings = await findStandings(work, work.today, scope)
        expect(coverageFrom(await countStandings(work, work.today, scope))).toEqual(coverageOf(standings))
      }
      expect(coverageFrom(await countStandings(work, work.today)).of).toBeGreaterThan(0)
    })
  })
})

describe('what is asked of a person', () => {
  it('is worked out once in a piece of work, and anew when facts have changed in it', async () => {
    const { people, run } = await world()
    await run(async (work) => {
      const first = answersFor(work, people.ben, work.today)
      expect(answersFor(work, people.ben, work.today)).toBe(first)
      expect(answersFor(work, people.grace, work.today)).not.toBe(first)
      await work.tell({ name: 'facts changed', people: [people.ben] })
      const again = answersFor(work, people.ben, work.today)
      expect(again).not.toBe(first)
      expect(await again).toEqual(await first)
    })
  })
})
