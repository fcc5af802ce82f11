import { describe, expect, it } from 'vitest'
import { newId, type PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { LearningSet, SetPart } from '../set/set.ts'
import {
  type Cohort,
  decideAddSet,
  decideCohort,
  feedbackDays,
  peopleOfCohort,
  roomIn,
  setsWithRoom,
  standingOfCohort,
  withoutSet,
} from './cohort.ts'

const today = day('2026-11-20')
const person = () => newId<'person'>()
const [farah, ben, dora, femi] = [person(), person(), person(), person()]

const cohort: Cohort = {
  id: newId<'cohort'>(),
  programme: newId<'programme'>(),
  name: 'Autumn 2026',
  from: day('2026-09-01'),
  lastDay: day('2027-07-31'),
  madeBy: farah,
  madeAt: moment('2026-08-01T10:00:00Z'),
  version: 1,
}

function setOf(members: readonly PersonId[], until: string | null = null): LearningSet {
  const stretch = (one: PersonId, as: SetPart) => ({
    id: newId<'membership'>(),
    person: one,
    as,
    from: day('2026-09-01'),
    until: null,
  })
  return {
    id: newId<'set'>(),
    name: 'Tuesday set',
    type: 'action-learning-set',
    from: day('2026-09-01'),
    until: until === null ? null : day(until),
    madeBy: farah,
    madeAt: moment('2026-08-01T10:00:00Z'),
    version: 1,
    memberships: [stretch(farah, 'facilitator'), ...members.map((one) => stretch(one, 'member'))],
  }
}

describe('a cohort', () => {
  const goesOn = { until: null }
  it('has days in their order, within three years, of a programme that goes on', () => {
    const days = { from: day('2027-01-10'), lastDay: day('2027-12-10') }
    expect(decideCohort({ programme: goesOn, ...days }, today).ok).toBe(true)
    expect(decideCohort({ programme: { until: today }, ...days }, today).ok).toBe(false)
    expect(decideCohort({ programme: goesOn, ...days, lastDay: day('2027-01-09') }, today)).toMatchObject({
      field: 'lastDay',
    })
    expect(decideCohort({ programme: goesOn, ...days, lastDay: day('2030-02-10') }, today).ok).toBe(false)
    expect(decideCohort({ programme: goesOn, ...days, from: day('2029-01-10') }, today)).toMatchObject({
      field: 'from',
    })
  })

  it('meets from its first day to its last', () => {
    expect(standingOfCohort(cohort, day('2026-08-31'))).toBe('begins later')
    expect(standingOfCohort(cohort, day('2027-07-31'))).toBe('meets')
    expect(standingOfCohort(cohort, day('2027-08-01'))).toBe('is over')
  })

  it('takes a set that stands alone and goes on, once', () => {
    const set = setOf([])
    expect(decideAddSet(set, { cohort, of: null, today }).ok).toBe(true)
    expect(decideAddSet(set, { cohort, of: cohort.id, today }).ok).toBe(false)
    expect(decideAddSet(set, { cohort, of: newId<'cohort'>(), today }).ok).toBe(false)
    expect(decideAddSet(setOf([], '2026-11-01'), { cohort, of: null, today }).ok).toBe(false)
    expect(decideAddSet(set, { cohort, of: null, today: day('2027-08-01') }).ok).toBe(false)
  })

  it('asks how it was from three weeks before its last day to eight weeks after', () => {
    expect(feedbackDays(cohort)).toEqual({ from: '2027-07-10', until: '2027-09-25' })
  })
})

describe('the overview', () => {
  const size = { smallest: 2, largest: 3 }
  it('says which sets are full, have room, or need more people', () => {
    expect(roomIn(setOf([ben, dora, femi]), size, today)).toEqual({ members: 3, words: 'is full' })
    expect(roomIn(setOf([ben, dora]), size, today).words).toBe('has room')
    expect(roomIn(setOf([ben]), size, today).words).toBe('is small')
    expect(roomIn(setOf([ben], '2026-11-01'), size, today)).toEqual({ members: 0, words: 'has ended' })
    expect(roomIn(setOf([ben]), { smallest: null, largest: null }, today).words).toBe('has room')
  })

  it('says who has no set; the facilitator of one is nobody of the cohort', () => {
    const part = (one: PersonId) => ({ id: newId<'participant'>(), cohort: cohort.id, person: one })
    const [set, all] = [setOf([ben]), [part(ben), part(dora)]]
    expect(withoutSet(all, [set], today).map((one) => one.person)).toEqual([dora])
    expect(withoutSet(all, [setOf([ben], '2026-11-01')], today)).toHaveLength(2)
    expect([...peopleOfCohort([part(dora)], [set], today)].toSorted()).toEqual([ben, dora].toSorted())
  })

  it('offers the sets that somebody can still join', () => {
    const [full, free] = [setOf([ben, dora, femi]), setOf([ben])]
    const sizes = new Map([full, free].map((one) => [one.id, size]))
    expect(setsWithRoom([full, free, setOf([], '2026-11-01')], sizes, today)).toEqual([free])
  })
})
