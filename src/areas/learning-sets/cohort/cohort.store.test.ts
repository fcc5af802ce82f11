import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { newId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { answersTo } from '../../../platform/standing.ts'
import type { Programme } from '../programme/programme.ts'
import { insertProgramme } from '../programme/programme.store.ts'
import { insertMembership, insertSet } from '../set/set.store.ts'
import type { Cohort } from './cohort.ts'
import {
  cohortOfSet,
  endParticipantRow,
  findCohort,
  findCohorts,
  findCohortsNow,
  findCohortsOf,
  findParticipant,
  findParticipants,
  insertCohort,
  insertCohortSet,
  insertParticipant,
  isInACohort,
  lockCohort,
  removeCohortSet,
  saveCohort,
  setsAlone,
  setsOfCohort,
} from './cohort.store.ts'

const database = await testDatabase()
const service = testComposition(database)
const [grace, ben, dora] = [newId<'person'>(), newId<'person'>(), newId<'person'>()]
const from = day('2026-09-01')

async function made() {
  const organisation = await newOrganisation(database)
  const inside = <T>(body: (work: Work) => Promise<T>) => as(service, organisation, grace, body)
  const world = await inside(async (work) => {
    const facts = { madeBy: grace, madeAt: work.moment, version: 1 }
    const words = { aims: '', expect: '', commitment: '', wellbeing: '', contacts: '' }
    const programme: Programme = { id: work.newId(), name: 'Leading', lead: grace, ...words, ...facts, until: null }
    await insertProgramme(work, programme)
    const named = { programme: programme.id, name: 'Autumn 2026', from, lastDay: day('2027-07-31') }
    const cohort: Cohort = { id: work.newId(), ...named, ...facts }
    await insertCohort(work, cohort)
    const set = { id: work.newId<'set'>(), name: 'Tuesday set', type: 'action-learning-set', from, until: null }
    await insertSet(work, { ...set, ...facts, memberships: [] })
    await insertMembership(work, set.id, { id: work.newId(), person: ben, as: 'member', from, until: null })
    const participant = { id: work.newId<'participant'>(), cohort: cohort.id, person: dora }
    await insertParticipant(work, participant)
    return { programme, cohort, set, participant }
  })
  return { inside, ...world }
}

describe('cohorts', () => {
  it('are kept with their days, and saved only from their newest version', async () => {
    const { inside, cohort, programme } = await made()
    expect(await inside((work) => findCohort(work, cohort.id))).toEqual(cohort)
    expect(await inside((work) => lockCohort(work, cohort.id))).toEqual(cohort)
    expect(await inside((work) => findCohorts(work, programme.id))).toEqual([cohort])
    expect(await inside((work) => findCohortsNow(work))).toEqual([cohort])
    const longer = { ...cohort, lastDay: day('2027-09-30'), version: 2 }
    expect(await inside((work) => saveCohort(work, longer))).toBe(true)
    expect(await inside((work) => saveCohort(work, longer))).toBe(false)
  })

  it('know who takes part, by themselves or by a set', async () => {
    const { inside, cohort, set, participant } = await made()
    expect(await inside((work) => findParticipants(work, cohort.id))).toEqual([participant])
    expect(await inside((work) => findCohortsOf(work, dora))).toEqual([cohort])
    expect(await inside((work) => findCohortsOf(work, ben))).toEqual([])
    await inside((work) => insertCohortSet(work, cohort.id, set.id))
    expect(await inside((work) => findCohortsOf(work, ben))).toEqual([cohort])
    expect(await inside((work) => answersTo(work, [isInACohort(work, dora)]))).toEqual([true])
    expect(await inside((work) => endParticipantRow(work, participant.id))).toBe(true)
    expect(await inside((work) => endParticipantRow(work, participant.id))).toBe(false)
    expect(await inside((work) => findParticipant(work, participant.id))).toBeNull()
    expect(await inside((work) => answersTo(work, [isInACohort(work, dora)]))).toEqual([false])
  })

  it('have sets, each of one cohort, which can stand alone again', async () => {
    const { inside, cohort, set } = await made()
    expect(await inside((work) => setsAlone(work))).toEqual([{ id: set.id, name: set.name }])
    await inside((work) => insertCohortSet(work, cohort.id, set.id))
    expect(await inside((work) => setsOfCohort(work, cohort.id))).toEqual([set.id])
    expect(await inside((work) => cohortOfSet(work, set.id))).toEqual(cohort)
    expect(await inside((work) => setsAlone(work))).toEqual([])
    expect(await inside((work) => removeCohortSet(work, cohort.id, set.id))).toBe(true)
    expect(await inside((work) => removeCohortSet(work, cohort.id, set.id))).toBe(false)
    expect(await inside((work) => cohortOfSet(work, set.id))).toBeNull()
  })

  it('cannot be seen or changed by the neighbour, nor who takes part or which sets they have', async () => {
    const { inside, cohort, set, programme, participant } = await made()
    await inside((work) => insertCohortSet(work, cohort.id, set.id))
    const neighbour = await newOrganisation(database, 'Next door')
    const theirs = <T>(body: (work: Work) => Promise<T>) => as(service, neighbour, grace, body)
    expect(await theirs((work) => findCohort(work, cohort.id))).toBeNull()
    expect(await theirs((work) => findCohorts(work, programme.id))).toEqual([])
    expect(await theirs((work) => findCohortsOf(work, dora))).toEqual([])
    expect(await theirs((work) => findParticipants(work, cohort.id))).toEqual([])
    expect(await theirs((work) => findParticipant(work, participant.id))).toBeNull()
    expect(await theirs((work) => endParticipantRow(work, participant.id))).toBe(false)
    expect(await theirs((work) => setsOfCohort(work, cohort.id))).toEqual([])
    expect(await theirs((work) => cohortOfSet(work, set.id))).toBeNull()
    expect(await theirs((work) => removeCohortSet(work, cohort.id, set.id))).toBe(false)
    expect(await theirs((work) => saveCohort(work, { ...cohort, version: 2 }))).toBe(false)
    await expect(theirs((work) => insertCohortSet(work, cohort.id, set.id))).rejects.toThrow(/foreign key|duplicate/)
  })
})
