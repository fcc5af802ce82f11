// The facilitator's part, and telling quietly, by sentence (SPEC 7.5, 7.7).
import { describe, expect, test } from 'vitest'
import {
  openRoom,
  formatIn,
  person,
  readyRoom,
  reason,
  type Room,
  roomInTopic,
  says,
} from '../../../../test/meeting-room.ts'
import { day } from '../../../platform/time/day.ts'
import { addSeconds } from '../../../platform/time/moment.ts'

function handOver(room: Room, from: string, to: string): void {
  room.does(from, { type: 'hand over', to: person(to) })
  room.does(to, { type: 'take over' })
}

describe('the facilitator’s part', () => {
  test('passes when whoever is asked accepts, not before, and is handed back', () => {
    const room = roomInTopic('Listen')
    expect(reason(room.asks('Ben', { type: 'hand over', to: person('Amina') }))).toMatch('presenting')
    room.does('Ben', { type: 'hand over', to: person('Grace') })
    expect(room.meeting.facilitator).toBe('Ben')
    expect(reason(room.asks('Grace', { type: 'move on', step: room.step }))).toBe('This is for the facilitator to do')
    expect(reason(room.asks('Hanna', { type: 'take over' }))).toMatch('not asked')
    room.does('Grace', { type: 'take over' })
    expect(reason(room.asks('Ben', { type: 'move on', step: room.step }))).toBe('This is for the facilitator to do')
    handOver(room, 'Grace', 'Ben')
    expect(room.view('Ben').facilitating).not.toBeNull()
    expect(room.view('Grace').facilitating).toBeNull()
  })

  test('is offered quietly: those two alone know, and the newest offer holds', () => {
    const room = roomInTopic('Listen')
    room.does('Ben', { type: 'hand over', to: person('Hanna') })
    room.does('Ben', { type: 'hand over', to: person('Grace') })
    expect(['Ben', 'Grace', 'Hanna', 'Ivan'].map((name) => room.view(name).offeredTo)).toEqual([
      'Grace',
      'Grace',
      null,
      null,
    ])
    expect(room.view('Grace').deeds).toContain('take over')
    expect(reason(room.asks('Hanna', { type: 'take over' }))).toMatch('not asked')
    expect(reason(room.asks('Hanna', { type: 'end offer' }))).toMatch('no such offer')
  })

  test('stays where it is when the offer is turned down, taken back, or runs out after a minute', () => {
    const room = roomInTopic('Listen')
    const offer = { type: 'hand over', to: person('Grace') } as const
    for (const name of ['Grace', 'Ben']) {
      room.does('Ben', offer)
      room.does(name, { type: 'end offer' })
      expect(reason(room.asks('Grace', { type: 'take over' }))).toMatch('not asked')
    }
    room.does('Ben', offer)
    expect(room.view('Ben').changesAt).toBe(addSeconds(room.now, 60))
    room.wait(60)
    expect(room.view('Grace')).toMatchObject({ offeredTo: null, changesAt: null })
    expect(reason(room.asks('Grace', { type: 'take over' }))).toMatch('not asked')
    expect(room.meeting.facilitator).toBe('Ben')
  })

  test('is told to be turned down to who asked, for a minute or until they ask again', () => {
    const room = roomInTopic('Listen')
    const offer = { type: 'hand over', to: person('Grace') } as const
    const told = (name: string) => room.view(name).facilitating?.refusedBy ?? null
    room.does('Ben', offer)
    room.does('Grace', { type: 'end offer' })
    expect(['Ben', 'Grace', 'Hanna'].map(told)).toEqual(['Grace', null, null])
    expect(room.view('Ben').changesAt).toBe(addSeconds(room.now, 60))
    room.does('Ben', offer)
    expect(told('Ben')).toBeNull()
    room.does('Ben', { type: 'end offer' })
    expect(told('Ben')).toBeNull()
    room.does('Ben', offer)
    room.does('Grace', { type: 'end offer' })
    room.wait(60)
    expect(told('Ben')).toBeNull()
  })

  test('is offered to nobody without a device, and the offer goes with whoever leaves', () => {
    const room = roomInTopic('Listen')
    room.does('Ivan', { type: 'say way', person: person('Ivan'), way: 'in the room' })
    expect(reason(room.asks('Ben', { type: 'hand over', to: person('Ivan') }))).toMatch('no device')
    room.does('Ben', { type: 'hand over', to: person('Grace') })
    room.does('Grace', { type: 'leave', person: person('Grace') })
    room.does('Grace', { type: 'arrive', person: person('Grace'), way: 'own device' })
    expect(reason(room.asks('Grace', { type: 'take over' }))).toMatch('not asked')
  })

  test('passes to the deputy when the facilitator has been gone for a minute, not sooner and to nobody else', () => {
    const room = roomInTopic('Listen')
    room.hear('Ben')
    room.wait(59)
    expect(reason(room.asks('Chidi', { type: 'step in' }))).toMatch('less than a minute')
    expect(room.view('Chidi').deeds).not.toContain('step in')
    room.wait(1)
    expect(room.view('Chidi').deeds).toContain('step in')
    expect(reason(room.asks('Grace', { type: 'step in' }))).toBe('Only the deputy can step in')
    room.does('Chidi', { type: 'step in' })
    expect(room.meeting.facilitator).toBe('Chidi')
    room.hear('Ben')
    expect(reason(room.asks('Ben', { type: 'move on', step: room.step }))).toBe('This is for the facilitator to do')
  })

  test('lets the deputy begin when the facilitator never came', () => {
    const room = openRoom({ format: formatIn('action-learning', 'suggestions') })
    room.come(['Chidi', 'Amina', 'Grace'])
    room.wait(61)
    room.does('Chidi', { type: 'step in' })
    room.does('Chidi', { type: 'begin' })
    expect(room.meeting.state).toBe('running')
  })

  test('is not given away by leaving', () => {
    const room = readyRoom()
    expect(reason(room.asks('Ben', { type: 'leave', person: person('Ben') }))).toMatch('Hand over')
  })

  test('gives roles to people who are here', () => {
    const room = readyRoom()
    room.does('Ben', { type: 'give role', role: 'timekeeper', person: person('Hanna') })
    expect(reason(room.asks('Ben', { type: 'give role', role: 'presenter', person: person('Hanna') }))).toMatch(
      'topics',
    )
    expect(reason(room.asks('Hanna', { type: 'give role', role: 'timekeeper', person: person('Ivan') }))).toMatch(
      'facilitator',
    )
  })

  test('agrees a next date after today', () => {
    const room = roomInTopic('Listen')
    expect(reason(room.asks('Ben', { type: 'agree next date', day: day('2027-02-03'), time: null }))).toMatch(
      'after today',
    )
    expect(reason(room.asks('Ben', { type: 'agree next date', day: day('2027-03-03'), time: '25:00' }))).toMatch(
      'hours',
    )
    room.does('Ben', { type: 'agree next date', day: day('2027-03-03'), time: '14:30' })
    expect(room.view('Ivan').next).toEqual({ day: '2027-03-03', time: '14:30' })
  })
})

describe('what is private in a meeting', () => {
  test('quiet words reach the facilitator of that moment alone, and their sender sees that they were read', () => {
    const room = roomInTopic('Listen')
    room.does('Hanna', { type: 'tell discomfort', words: 'This is too close to me' })
    expect(JSON.stringify(room.view('Ben'))).toContain('too close')
    for (const name of ['Amina', 'Chidi', 'Grace', 'Ivan'])
      expect(JSON.stringify(room.view(name))).not.toContain('too close')
    handOver(room, 'Ben', 'Grace')
    expect(JSON.stringify(room.view('Grace'))).not.toContain('too close')
    expect(reason(room.asks('Grace', { type: 'answer discomfort', number: 1 }))).toMatch('told to you')
    room.does('Ben', { type: 'answer discomfort', number: 1 })
    expect(room.view('Hanna').told).toMatchObject([{ answered: true }])
  })

  test('voices are counted for the facilitator alone', () => {
    const room = roomInTopic('Listen')
    room.does('Ivan', says(room, 'Ivan', 'suggestion', 'One.'))
    room.does('Ivan', says(room, 'Ivan', 'suggestion', 'Two.'))
    expect(room.view('Ben').facilitating?.voices[0]).toEqual({ person: 'Ivan', count: 2 })
    expect(room.view('Ivan').facilitating).toBeNull()
  })

  test('what shows after the stage shows to its author alone until then', () => {
    const room = readyRoom({ format: formatIn('action-learning', 'with-process-review') })
    const [part] = [room.meeting.format.parts.findIndex((one) => one.key === 'review')]
    room.does('Ben', { type: 'begin' })
    const place = { part: part ?? 0, round: 0, stage: 2 }
    const stamp = { by: person('Ben'), at: room.now, key: 'jump', print: '' }
    room.tell({ type: 'stage begun', place, seconds: 60, presenter: null, topic: null, turns: null, ...stamp })
    room.does('Ivan', { ...says(room, 'Ivan', 'learning', 'We talk too much'), level: 'together' } as ReturnType<
      typeof says
    >)
    expect(room.view('Ivan').contributions).toHaveLength(1)
    expect(room.view('Grace').contributions).toHaveLength(0)
    room.does('Ben', { type: 'move on', step: room.step })
    expect(room.view('Grace').contributions).toMatchObject([{ words: 'We talk too much', level: 'together' }])
  })

  test('somebody without a device that is heard from shows as dropped after a minute', () => {
    const room = readyRoom()
    room.hear('Ivan')
    const dropped = () => room.view('Ben').others.find((one) => one.person === 'Ivan')?.isDropped
    expect(dropped()).toBe(false)
    room.wait(60)
    expect(dropped()).toBe(true)
    room.does('Ben', { type: 'say way', person: person('Ivan'), way: 'in the room' })
    expect(dropped()).toBe(false)
  })
})
