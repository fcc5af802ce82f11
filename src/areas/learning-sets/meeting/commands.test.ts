// Commands that come late, twice, from two tabs, or from people who may not send them, by sentence (SPEC 7.5).
import { describe, expect, test } from 'vitest'
import { formatIn, openRoom, person, readyRoom, reason, roomInTopic, says } from '../../../../test/meeting-room.ts'
import { evolve } from './evolve.ts'
import type { Meeting } from './meeting.ts'
import { viewFor } from './meeting.view.ts'

const suggestions = formatIn('action-learning', 'suggestions')

describe('commands', () => {
  test('that come twice are carried out once, and a key used for something else is refused', () => {
    const room = roomInTopic('Listen')
    const said = says(room, 'Ivan', 'experience', 'I kept a diary.')
    expect(room.asks('Ivan', said, 'once')).toMatchObject({ ok: true, value: [{ type: 'contributed' }] })
    expect(room.asks('Ivan', said, 'once')).toEqual({ ok: true, value: [] })
    expect(reason(room.asks('Ivan', says(room, 'Ivan', 'experience', 'Another.'), 'once'))).toMatch('used already')
    expect(room.asks('Grace', says(room, 'Grace', 'experience', 'Mine.'), 'once')).toMatchObject({ ok: true })
    expect(room.meeting.contributions).toHaveLength(2)
  })

  test('from two tabs move on once', () => {
    const room = roomInTopic('Listen')
    const step = room.step
    room.does('Ben', { type: 'move on', step })
    expect(reason(room.asks('Ben', { type: 'move on', step }))).toBe('The meeting has moved on already')
  })

  test('that come some seconds after the stage was over count for it, and later keep their words unsent', () => {
    const room = roomInTopic('Present')
    room.does('Ben', { type: 'move on', step: room.step })
    const written = says(room, 'Ivan', 'suggestion', 'Late by a little.')
    room.does('Ben', { type: 'move on', step: room.step })
    room.does('Ben', { type: 'move on', step: room.step })
    expect(reason(room.asks('Ivan', written))).toMatch('moved on to another stage')
    room.does('Ben', { type: 'go back', step: room.step })
    room.does('Ben', { type: 'go back', step: room.step })
    const again = says(room, 'Ivan', 'suggestion', 'Late by a little.')
    room.does('Ben', { type: 'move on', step: room.step })
    room.wait(10)
    room.does('Ivan', again)
    expect(room.meeting.contributions).toMatchObject([{ step: room.step - 1 }])
    room.wait(10)
    expect(reason(room.asks('Grace', { ...again, person: person('Grace') } as typeof again))).toMatch('moved on')
  })

  test('of somebody who left the set, or has not arrived, do nothing', () => {
    const room = openRoom({ format: suggestions })
    room.come(['Ben', 'Amina'])
    expect(reason(room.asks('Hanna', { type: 'pause' }))).toBe('Say first that you are here')
    expect(reason(room.asks('Mallory', { type: 'arrive', person: person('Mallory'), way: 'own device' }))).toMatch(
      'do not belong',
    )
    expect(viewFor(room.meeting, person('Mallory'), room.now)).toBeNull()
  })

  test('never put the meeting’s moments back', () => {
    const room = readyRoom()
    room.wait(60)
    room.does('Ben', { type: 'begin' })
    room.wait(-30)
    room.does('Ben', { type: 'pause' })
    expect(room.events.at(-1)?.at).toBe(room.events.at(-2)?.at)
  })

  test('that are the facilitator’s are refused to all others', () => {
    const room = roomInTopic('Listen')
    expect(reason(room.asks('Amina', { type: 'move on', step: room.step }))).toBe('This is for the facilitator to do')
    expect(reason(room.asks('Chidi', { type: 'finish', words: 'x' }))).toBe('This is for the facilitator to do')
  })

  test('leave the meeting as it was when their events are unknown to it', () => {
    expect(
      evolve(null, {
        type: 'paused',
        by: person('Ben'),
        at: openRoom({ format: suggestions }).now,
        key: 'k',
        print: 'p',
      }),
    ).toBeNull()
    const room = readyRoom()
    const before: Meeting = room.meeting
    expect(room.asks('Ben', { type: 'arrive', person: person('Ben'), way: 'own device' })).toEqual({
      ok: true,
      value: [],
    })
    expect(room.meeting).toBe(before)
  })
})
