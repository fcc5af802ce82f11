// A whole meeting from arrival to the date of the next, by sentence (SPEC 7.3).
import { describe, expect, test } from 'vitest'
import {
  chooseTopics,
  goTo,
  nameTopics,
  passTo,
  person,
  promised,
  readyRoom,
  reason,
  roomInTopic,
  says,
  topic,
} from '../../../../test/meeting-room.ts'
import { day } from '../../../platform/time/day.ts'
import { meetingOf } from './evolve.ts'

describe('a meeting of two topics', () => {
  test('goes from arrival to the date of the next, and comes out the same when its events are told again', () => {
    const room = readyRoom({ promises: ['Hanna'] })
    goTo(room, 'What came of it?')
    passTo(room, 'Hanna')
    room.does('Hanna', { type: 'report', commitment: promised('Hanna'), outcome: 'done', words: null, step: room.step })
    goTo(room, 'Name your topic')
    nameTopics(room, ['Chidi', 'Amina', 'Grace'])
    goTo(room, 'Choose, put in order, share out the time')
    expect(chooseTopics(room, ['Chidi', 'Amina'])).toMatchObject({ ok: true })
    for (const owner of ['Chidi', 'Amina']) {
      goTo(room, 'Listen')
      expect(room.meeting.step?.presenter).toBe(owner)
      room.does('Ivan', says(room, 'Ivan', 'suggestion', 'Begin with what goes well.'))
      goTo(room, 'Commit')
      const promise = {
        commitment: promised(`${owner} now`),
        person: person(owner),
        words: 'Speak with the lead',
        due: day('2027-02-20'),
      }
      room.does(owner, { type: 'commit', ...promise, step: room.step })
    }
    goTo(room, 'When do we meet next?')
    room.does('Ben', { type: 'agree next date', day: day('2027-03-10'), time: '14:00' })
    room.does('Ben', { type: 'finish', words: null })
    expect(room.meeting.newCommitments.map((one) => one.owner)).toEqual(['Chidi', 'Amina'])
    expect(room.meeting.contributions.map((one) => one.topic)).toEqual([topic('Chidi'), topic('Amina')])
    expect(meetingOf(JSON.parse(JSON.stringify(room.events)))).toEqual(room.meeting)
  })

  test('begun late has only the time to its planned end', () => {
    const room = readyRoom()
    room.wait(20 * 60)
    room.does('Ben', { type: 'begin' })
    expect(room.meeting.seconds).toBe(130 * 60)
    expect(room.meeting.endsAt).toBe('2027-02-03T16:30:00.000Z')
  })

  test('begun when most of its time has passed has its whole length', () => {
    const room = readyRoom()
    room.wait(120 * 60)
    room.does('Ben', { type: 'begin' })
    expect(room.meeting.seconds).toBe(150 * 60)
  })

  test('finishes before its last stage only with a reason, and what was not reached waits for the next', () => {
    const room = roomInTopic('Listen')
    expect(reason(room.asks('Ben', { type: 'finish', words: ' ' }))).toMatch('Say why')
    room.does('Ben', { type: 'finish', words: 'Fire alarm' })
    expect(room.meeting.state).toBe('finished')
    expect(reason(room.asks('Ivan', says(room, 'Ivan', 'suggestion', 'x')))).toMatch('over')
  })
})
