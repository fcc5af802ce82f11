import { describe, expect, it } from 'vitest'
import { day } from '../../../platform/time/day.ts'
import { amina, ben, dora, femi } from '../session/session.examples.ts'
import { type Candidate, inOrderOfNeed, tickedFirst } from './group.ts'

const one = (person: typeof ben, name: string, given: Partial<Candidate> = {}): Candidate => ({
  person,
  name,
  isKnown: true,
  due: null,
  mayLead: true,
  contracted: true,
  last: null,
  next: null,
  away: false,
  ...given,
})
const people = [
  one(ben, 'Ben', { last: day('2026-10-01') }),
  one(dora, 'Dora', { last: day('2026-08-01') }),
  one(femi, 'Femi'),
  one(amina, 'Amina', { last: day('2026-01-01'), next: day('2026-12-01') }),
]

describe('choosing a group', () => {
  it('puts those never supervised first, then longest ago, then those with a session ahead', () => {
    expect(inOrderOfNeed(people).map(({ name }) => name)).toEqual(['Femi', 'Dora', 'Ben', 'Amina'])
  })
  it('ticks as many as the group may hold, nobody who is away or booked already', () => {
    expect(tickedFirst(people, 2)).toEqual([femi, dora])
    expect(tickedFirst([one(ben, 'Ben', { away: true }), ...people.slice(1)], 8)).toEqual([femi, dora])
  })
  it('goes by the day on which each is due, whenever they had it last', () => {
    const dated = [
      one(ben, 'Ben', { last: day('2026-01-01'), due: { on: day('2027-03-01'), state: 'met' } }),
      one(dora, 'Dora', { last: day('2026-10-01'), due: { on: day('2026-12-01'), state: 'due soon' } }),
      one(femi, 'Femi', { last: day('2026-09-01'), due: { on: day('2026-11-01'), state: 'overdue' } }),
    ]
    expect(tickedFirst(dated, 2)).toEqual([femi, dora])
  })
  it('leaves unticked those who need none of it, are excused, have no contract, or need somebody else to supervise them', () => {
    const due = { on: day('2026-12-01'), state: 'due soon' }
    const mixed = [
      one(ben, 'Ben'),
      one(dora, 'Dora', { due: { on: null, state: 'excused' } }),
      one(femi, 'Femi', { due, mayLead: false }),
      one(amina, 'Amina', { due }),
    ]
    expect(tickedFirst(mixed, 8)).toEqual([amina])
    expect(tickedFirst([one(ben, 'Ben', { contracted: false }), one(dora, 'Dora')], 8)).toEqual([dora])
  })
})
