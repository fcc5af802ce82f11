import { describe, expect, it } from 'vitest'
import { newId, type PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import {
  belongs,
  decideEnd,
  decideHandingOver,
  decideJoin,
  decideLeave,
  decideSet,
  lastDay,
  type LearningSet,
  leads,
  type Membership,
  peopleOn,
  type SetPart,
  standingOfSet,
  withPart,
} from './set.ts'

const [farah, uma, ben, dora, olga] = [newId(), newId(), newId(), newId(), newId()] as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
  PersonId,
]
const today = day('2026-11-20')
const stretch = (person: PersonId, as: SetPart, from = '2026-09-01', until: string | null = null): Membership => ({
  id: newId(),
  person,
  as,
  from: day(from),
  until: until === null ? null : day(until),
})
const set = (...memberships: readonly Membership[]): LearningSet => ({
  id: newId(),
  name: 'Tuesday set',
  type: 'action-learning-set',
  from: day('2026-09-01'),
  until: null,
  madeBy: farah,
  madeAt: moment('2026-09-01T09:00:00Z'),
  version: 1,
  memberships: [stretch(farah, 'facilitator'), ...memberships],
})
const size = { smallest: 4, largest: 2 }
const join = { person: ben, as: 'member', from: today, by: farah, today, size } as const

describe('a set', () => {
  it('has people on a day, the facilitator first', () => {
    const one = set(stretch(ben, 'member'), stretch(uma, 'deputy'), stretch(dora, 'member', '2026-12-01'))
    expect(peopleOn(one, today).map(({ person }) => person)).toEqual([farah, uma, ben])
    expect(withPart(one, 'member', day('2026-12-01'))).toEqual([ben, dora])
    expect(peopleOn(one, day('2026-08-31'))).toEqual([])
  })

  it('is led by its facilitator and the deputy', () => {
    const one = set(stretch(ben, 'member'), stretch(uma, 'deputy'))
    expect([farah, uma, ben, olga].map((person) => leads(one, person, today))).toEqual([true, true, false, false])
  })

  it('is made by whom the policy names, for a first day that is near enough', () => {
    const wish = { from: today, facilitator: farah, deputy: null, today, facilitators: new Set([farah]) }
    expect(decideSet(wish)).toMatchObject({ ok: true })
    expect(decideSet({ ...wish, facilitator: ben })).toMatchObject({ ok: false, field: 'facilitator' })
    expect(decideSet({ ...wish, deputy: farah })).toMatchObject({ ok: false, field: 'deputy' })
    expect(decideSet({ ...wish, from: day('2027-11-20') })).toMatchObject({ ok: true })
    expect(decideSet({ ...wish, from: day('2027-11-21') })).toMatchObject({ ok: false, field: 'from' })
    expect(decideSet({ ...wish, from: day('2021-11-19') })).toMatchObject({ ok: false, field: 'from' })
  })

  it('begins later, meets, and has ended', () => {
    const ended = decideEnd(set(stretch(ben, 'member')), today)
    if (!ended.ok) throw new Error(ended.reason)
    expect(standingOfSet(set(), day('2026-08-31'))).toBe('begins later')
    expect(standingOfSet(set(), today)).toBe('meets')
    expect(standingOfSet(ended.value, today)).toBe('has ended')
    expect(peopleOn(ended.value, today)).toEqual([])
    expect(belongs(ended.value, ben, day('2026-11-19'))).toBe(true)
    expect(decideEnd(ended.value, today)).toMatchObject({ ok: false })
    expect(decideJoin(ended.value, join)).toMatchObject({ ok: false })
  })

  it('that ends before it began was never there for anybody', () => {
    const ended = decideEnd({ ...set(), from: day('2027-01-10') }, today)
    expect(ended).toMatchObject({ ok: true, value: { until: '2027-01-10' } })
  })
})

describe('joining a set', () => {
  it('happens from today or a later day, as long as the policy leaves room', () => {
    expect(decideJoin(set(), join)).toMatchObject({ ok: true })
    expect(decideJoin(set(stretch(dora, 'member'), stretch(olga, 'member')), join)).toMatchObject({ field: 'people' })
    const leaving = stretch(olga, 'member', '2026-09-01', '2026-12-01')
    expect(decideJoin(set(stretch(dora, 'member'), leaving), join)).toMatchObject({ ok: false })
    expect(decideJoin(set(stretch(dora, 'member'), leaving), { ...join, from: day('2026-12-01') })).toMatchObject({
      ok: true,
    })
    expect(decideJoin(set(), { ...join, from: day('2028-01-01') })).toMatchObject({ field: 'from' })
  })

  it('never happens in the past, but on the day on which the set is made', () => {
    const before = { ...join, from: day('2026-09-01') }
    expect(decideJoin(set(), before)).toMatchObject({ ok: false, field: 'from' })
    const madeToday = { ...set(), madeAt: moment('2026-11-20T08:00:00Z') }
    expect(decideJoin(madeToday, before)).toMatchObject({ ok: true })
    expect(decideJoin(madeToday, { ...join, from: day('2026-08-31') })).toMatchObject({ ok: false, field: 'from' })
  })

  it('happens once, and never for whoever looks after sets themselves', () => {
    expect(decideJoin(set(stretch(ben, 'member')), join)).toMatchObject({ field: 'people' })
    expect(decideJoin(set(), { ...join, person: farah })).toMatchObject({ field: 'people' })
    expect(decideJoin(set(), { ...join, person: olga, by: olga })).toMatchObject({ field: 'people' })
    expect(decideJoin(set(stretch(uma, 'deputy')), { ...join, as: 'deputy' })).toMatchObject({ field: 'people' })
    expect(decideJoin(set(stretch(uma, 'deputy')), { ...join, person: uma, by: uma })).toMatchObject({ ok: true })
  })
})

describe('leaving a set', () => {
  const member = stretch(ben, 'member')

  it('ends a stretch from today or a later day', () => {
    const left = decideLeave(set(member), member, { until: today, today })
    if (!left.ok) throw new Error(left.reason)
    expect(belongs(set(left.value), ben, today)).toBe(false)
    expect(lastDay(left.value)).toBe('2026-11-19')
    expect(decideLeave(set(member), member, { until: day('2026-11-19'), today })).toMatchObject({ field: 'until' })
    expect(decideLeave(set(left.value), left.value, { until: today, today })).toMatchObject({ ok: false })
  })

  it('can be put off or brought forward until it has happened', () => {
    const later = { ...member, until: day('2026-12-24') }
    expect(decideLeave(set(later), later, { until: today, today })).toMatchObject({ ok: true, value: { until: today } })
  })

  it('takes back joining when it comes before it', () => {
    const ahead = stretch(ben, 'member', '2026-12-01')
    expect(decideLeave(set(ahead), ahead, { until: today, today })).toMatchObject({ value: { until: '2026-12-01' } })
  })

  it('is not for the facilitator, who hands over', () => {
    const [facilitator] = set().memberships
    expect(decideLeave(set(), facilitator, { until: today, today })).toMatchObject({ ok: false })
    expect(decideLeave(set(), undefined, { until: today, today })).toMatchObject({ ok: false })
  })
})

describe('handing a set over', () => {
  const facilitators = new Set([uma, olga])

  it('ends what the two were and makes the other the facilitator', () => {
    const one = set(stretch(uma, 'deputy'), stretch(ben, 'member'))
    const handed = decideHandingOver(one, { to: uma, by: farah, today, facilitators })
    if (!handed.ok) throw new Error(handed.reason)
    expect(handed.value.ended.map(({ person, until }) => [person, until])).toEqual([
      [farah, today],
      [uma, today],
    ])
  })

  it('goes to the deputy, who may take it over, or to whom the policy names', () => {
    const one = set(stretch(ben, 'deputy'), stretch(dora, 'member'))
    expect(decideHandingOver(one, { to: ben, by: ben, today, facilitators })).toMatchObject({ ok: true })
    expect(decideHandingOver(one, { to: uma, by: farah, today, facilitators })).toMatchObject({ ok: true })
    expect(decideHandingOver(one, { to: dora, by: farah, today, facilitators })).toMatchObject({ field: 'to' })
    expect(decideHandingOver(one, { to: olga, by: olga, today, facilitators })).toMatchObject({ field: 'to' })
    expect(decideHandingOver(one, { to: farah, by: farah, today, facilitators })).toMatchObject({ field: 'to' })
  })
})
