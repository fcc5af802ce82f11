// The clock of a stage, and keeping time together, by sentence (SPEC 7.5).
import { describe, expect, test } from 'vitest'
import { goTo, person, readyRoom, reason, roomInTopic, says, start } from '../../../../test/meeting-room.ts'
import { addSeconds } from '../../../platform/time/moment.ts'
import { ahead } from '../course/allotted.ts'
import { lastingFor, pauseClock, readClock, resumeClock, startClock } from './clock.ts'

const at = (seconds: number) => addSeconds(start, seconds)

describe('a clock', () => {
  const clock = startClock(start, 600)
  test('runs from the server’s moment and gives a quiet signal a minute before its end, and at it', () => {
    expect(readClock(clock, at(0))).toEqual({ signal: 'running', endsAt: at(600), secondsLeft: 600, signalAt: at(540) })
    expect(readClock(clock, at(539)).signal).toBe('running')
    expect(readClock(clock, at(540)).signal).toBe('nearly over')
    expect(readClock(clock, at(600))).toMatchObject({ signal: 'over', secondsLeft: 0 })
    expect(readClock(clock, at(700))).toMatchObject({ signal: 'over', secondsLeft: -100 })
  })

  test('stands still while it is paused, and goes on with what was left', () => {
    const paused = pauseClock(clock, at(100))
    expect(readClock(paused, at(5000))).toEqual({ signal: 'paused', endsAt: null, secondsLeft: 500, signalAt: null })
    expect(pauseClock(paused, at(200))).toBe(paused)
    expect(readClock(resumeClock(paused, at(5000)), at(5000))).toMatchObject({ secondsLeft: 500, endsAt: at(5500) })
    expect(resumeClock(clock, at(5))).toBe(clock)
  })

  test('lengthened while it is paused has more left, too', () =>
    expect(readClock(lastingFor(pauseClock(clock, at(100)), 720), at(900)).secondsLeft).toBe(620))

  test('of two minutes gives its signal in the last fifth', () =>
    expect(readClock(startClock(start, 120), at(0)).signalAt).toBe(at(96)))
})

describe('keeping time in a meeting', () => {
  test('ends nothing by itself: a stage whose time is over goes on until the facilitator moves on', () => {
    const room = roomInTopic('Listen')
    room.wait(3600)
    expect(room.view('Ivan').clock?.signal).toBe('over')
    room.does('Ivan', says(room, 'Ivan', 'suggestion', 'One more.'))
    expect(room.view('Ivan').stage?.name).toBe('Listen')
  })

  test('adds minutes from now where the time is over', () => {
    const room = roomInTopic('Listen')
    room.wait((room.view('Ben').clock?.secondsLeft ?? 0) + 30)
    room.does('Ben', { type: 'lengthen stage', minutes: 2, step: room.step })
    expect(room.view('Ivan').clock?.secondsLeft).toBe(120)
    expect(reason(room.asks('Ben', { type: 'lengthen stage', minutes: 0, step: room.step }))).toMatch('1 to 60')
    expect(reason(room.asks('Ben', { type: 'lengthen stage', minutes: 2, step: 1 }))).toMatch('moved on')
  })

  test('shares out what is left to the second, over this stage and all that is to come', () => {
    const room = roomInTopic('Listen')
    room.wait((room.view('Ben').clock?.secondsLeft ?? 0) + 45 * 60 + 13)
    expect(room.view('Ben').facilitating?.minutesLate).toBeGreaterThan(10)
    room.does('Ben', { type: 'share out what is left', step: room.step })
    const left =
      (room.view('Ben').clock?.secondsLeft ?? 0) + ahead(room.meeting).reduce((sum, one) => sum + one.seconds, 0)
    expect(addSeconds(room.now, left)).toBe(room.meeting.endsAt)
    expect(room.view('Ben').facilitating?.minutesLate).toBe(0)
    const next = ahead(room.meeting)[0]?.seconds
    room.does('Ben', { type: 'move on', step: room.step })
    expect(room.meeting.step?.clock.seconds).toBe(next)
  })

  test('has too little to share out when the end has come, until the meeting lasts longer', () => {
    const room = roomInTopic('Listen')
    room.wait(150 * 60)
    const share = { type: 'share out what is left', step: room.step } as const
    expect(reason(room.asks('Ben', share))).toMatch('too little time')
    room.does('Ben', { type: 'lengthen meeting', minutes: 30 })
    expect(reason(room.asks('Ben', share))).toBe('yes')
  })

  test('pauses for anybody, and goes on for the facilitator', () => {
    const room = readyRoom()
    goTo(room, 'Recall our ground rules')
    room.does('Hanna', { type: 'pause' })
    const before = room.view('Ben').clock?.secondsLeft
    room.wait(600)
    expect(room.view('Ben').clock).toMatchObject({ signal: 'paused', secondsLeft: before })
    expect(reason(room.asks('Hanna', { type: 'resume' }))).toBe('This is for the facilitator to do')
    room.does('Ben', { type: 'resume' })
    expect(room.view('Ben').clock).toMatchObject({ signal: 'running', secondsLeft: before })
    expect(room.view('Ivan').others.map((one) => one.person)).toContain(person('Hanna'))
  })
})
