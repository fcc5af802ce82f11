import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { MeetingTurns } from '../fairness/history.ts'
import type { LearningSet, MembershipId, SetId } from '../set/set.ts'
import { turnsInWords, turnsView } from './turns.view.ts'

const person = (name: string) => name as PersonId
const set: LearningSet = {
  id: 'set' as SetId,
  name: 'Tuesday set',
  type: 'action-learning-set',
  from: day('2026-09-01'),
  until: null,
  madeBy: person('Ben'),
  madeAt: moment('2026-09-01T09:00:00Z'),
  version: 1,
  memberships: (['Amina', 'Grace', 'Hanna'] as const).map((name) => ({
    id: name as string as MembershipId,
    person: person(name),
    as: 'member',
    from: day('2026-09-01'),
    until: null,
  })),
}
const met = (on: string, what: Partial<MeetingTurns>): MeetingTurns => ({
  day: day(on),
  present: ['Amina', 'Grace', 'Ivan'].map(person),
  absent: [person('Hanna')],
  presented: [],
  putOff: [],
  roles: [],
  overruled: null,
  ...what,
})
const history = [
  met('2026-09-09', { presented: [{ person: person('Amina'), minutes: 30 }], putOff: [person('Grace')] }),
  met('2026-10-14', { presented: [{ person: person('Ivan'), minutes: 20 }], overruled: 'Ivan’s ends tomorrow' }),
]
const view = turnsView(set, history, { today: day('2026-11-01'), nameOf: (one) => one })

describe('the turns of a set', () => {
  test('have a mark for each person and meeting', () => {
    const marks = Object.fromEntries(view.rows.map((row) => [row.name, row.marks.map((one) => one.mark)]))
    expect(marks).toEqual({
      Amina: ['turn', 'there'],
      Grace: ['waited', 'there'],
      Hanna: ['away', 'away'],
      Ivan: ['there', 'turn'],
    })
    expect(view.columns.map((one) => one.short)).toEqual(['9 Sep', '14 Oct'])
  })

  test('keep who has left among the figures, and out of the order of turns', () => {
    expect(view.figures.filter((one) => !one.isStillHere).map((one) => one.person)).toEqual(['Ivan'])
    expect(view.order.map((one) => one.person)).toEqual(['Grace', 'Hanna', 'Amina'])
  })

  test('hold an absence against nobody, and say so', () => {
    expect(view.order[1]?.reasons).toEqual([
      'has not presented yet',
      'could not come twice, which does not count against them',
    ])
    expect(turnsInWords(history)).toBe('2 turns in 2 meetings, 50 minutes in all. An absence counts against nobody.')
  })

  test('keep the set’s words where it chose otherwise', () =>
    expect(view.overruled).toEqual([{ day: '2026-10-14', words: 'Ivan’s ends tomorrow' }]))
})
