// Turns over the life of a set, and what fairness suggests, by sentence (SPEC 7.6).
import { describe, expect, test } from 'vitest'
import { everybody, person, roomInTopic, topic } from '../../../../test/meeting-room.ts'
import { day } from '../../../platform/time/day.ts'
import { type MeetingTurns, nextForRole, turnsOf } from './history.ts'
import { ratherThan, suggestTopics } from './suggestion.ts'
import { turnsOfMeeting } from './turns-of-meeting.ts'

const set = ['Amina', 'Grace', 'Hanna', 'Ivan']
const met = (
  on: string,
  what: { presented?: string[]; putOff?: string[]; absent?: string[]; of?: string[] },
): MeetingTurns => ({
  day: day(on),
  present: (what.of ?? set).filter((name) => !what.absent?.includes(name)).map(person),
  absent: (what.absent ?? []).map(person),
  presented: (what.presented ?? []).map((name) => ({ person: person(name), minutes: 30 })),
  putOff: (what.putOff ?? []).map(person),
  roles: [],
  overruled: null,
})
const asked = (...names: string[]) => names.map((name) => ({ id: topic(name), owner: person(name) }))
const suggested = (history: MeetingTurns[], ...names: string[]) =>
  suggestTopics(history, asked(...names), 2).map((one) => one.person)

describe('fairness', () => {
  test('suggests first who has not presented, then who presented longest ago', () => {
    const history = [met('2027-01-06', { presented: ['Amina'] }), met('2027-02-03', { presented: ['Grace'] })]
    expect(suggested(history, 'Grace', 'Amina', 'Hanna')).toEqual(['Hanna', 'Amina'])
  })

  test('counts each time somebody was put off as a turn that is owed to them', () => {
    const history = [
      met('2027-01-06', { presented: ['Amina'], putOff: ['Grace'] }),
      met('2027-02-03', { presented: ['Hanna'], putOff: ['Grace', 'Amina'] }),
      met('2027-03-03', { presented: ['Ivan'], putOff: ['Amina'] }),
    ]
    expect(suggested(history, 'Ivan', 'Hanna', 'Amina', 'Grace')).toEqual(['Grace', 'Amina'])
  })

  test('forgets that somebody was put off once they have presented', () => {
    const history = [
      met('2027-01-06', { putOff: ['Grace'], presented: ['Ivan'] }),
      met('2027-02-03', { presented: ['Grace'] }),
    ]
    expect(turnsOf(history, [person('Grace')])).toMatchObject([{ presented: 1, putOffSince: 0, minutes: 30 }])
  })

  test('holds an absence against nobody', () => {
    const history = [
      met('2027-01-06', { presented: ['Amina'], absent: ['Hanna'] }),
      met('2027-02-03', { presented: ['Grace'], absent: ['Hanna'] }),
    ]
    const always = history.map((one) => ({ ...one, absent: [], present: set.map(person) }))
    const order = (from: MeetingTurns[]) =>
      suggestTopics(from, asked('Ivan', 'Hanna', 'Grace', 'Amina'), 4).map((one) => one.person)
    expect(order(history)).toEqual(order(always))
    expect(suggestTopics(history, asked('Hanna'), 1)[0]?.reasons).toContain(
      'could not come twice, which does not count against them',
    )
  })

  test('puts somebody who joined later level with the others, not before them', () => {
    const first = [...set.entries()].map(([at, name]) => met(`2027-0${at + 1}-06`, { presented: [name] }))
    const joined = met('2027-06-02', { of: [...set, 'Joy'], presented: [], putOff: ['Amina'] })
    expect(suggested([...first, joined], 'Joy', 'Amina', 'Ivan')).toEqual(['Amina', 'Joy'])
    expect(suggested(first, 'Ivan', 'Joy')).toEqual(['Joy', 'Ivan'])
  })

  test('says its reasons in words that can be read to the set', () => {
    const history = [
      met('2027-01-06', { presented: ['Amina'] }),
      met('2027-02-03', { putOff: ['Amina', 'Grace'], presented: [] }),
    ]
    const reasons = suggestTopics(history, asked('Grace', 'Amina'), 2).map((one) => one.reasons)
    expect(reasons).toEqual([
      ['has not presented yet', 'asked once and was put off'],
      ['has presented once, 30 minutes in all', 'asked once since and was put off'],
    ])
  })

  test('prefers nobody at a first meeting: whatever the set chooses overrules nothing', () => {
    expect(suggested([], 'Ivan', 'Grace', 'Amina')).toEqual(['Ivan', 'Grace'])
    expect(ratherThan([], asked('Ivan'), asked('Grace'))).toEqual([])
  })

  test('lets roles go round: whoever had it least often, longest ago', () => {
    const kept = (on: string, name: string) => ({
      ...met(on, {}),
      roles: [{ person: person(name), role: 'timekeeper' as const }],
    })
    const history = [kept('2027-01-06', 'Amina'), kept('2027-02-03', 'Grace')]
    expect(nextForRole(history, 'timekeeper', ['Grace', 'Amina'].map(person))).toBe('Amina')
    expect(nextForRole(history, 'timekeeper', ['Grace', 'Hanna'].map(person))).toBe('Hanna')
  })
})

describe('a meeting', () => {
  test('adds who presented by the clock, who asked and was put off, and who was away', () => {
    const room = roomInTopic('Present', { waiting: ['Joy'], people: [...everybody, ['Joy', 'member']] })
    room.wait(600)
    room.does('Hanna', { type: 'pause' })
    room.wait(900)
    room.does('Ben', { type: 'resume' })
    room.does('Ben', { type: 'move on', step: room.step })
    room.wait(300)
    room.does('Ben', { type: 'give role', role: 'timekeeper', person: person('Ivan') })
    room.does('Ben', { type: 'finish', words: 'Fire alarm' })
    const turns = turnsOfMeeting(room.meeting)
    expect(turns).toEqual({
      day: '2027-02-03',
      present: ['Chidi', 'Amina', 'Grace', 'Hanna', 'Ivan'],
      absent: ['Joy'],
      presented: [{ person: 'Amina', minutes: 15 }],
      putOff: ['Grace'],
      roles: [{ role: 'timekeeper', person: 'Ivan' }],
      overruled: null,
    })
    expect(suggested([turns], 'Amina', 'Hanna', 'Grace')).toEqual(['Grace', 'Hanna'])
  })
})
