// When a meeting counts as left open, and what it is once it is closed.
import { describe, expect, test } from 'vitest'
import { roomInTopic } from '../../../../test/meeting-room.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { moment } from '../../../platform/time/moment.ts'
import { turnsOfMeeting } from '../fairness/turns-of-meeting.ts'
import { closedMeeting, countsFor, isLeftOpen } from './unfinished.ts'

describe('a meeting is left open', () => {
  const meeting = { startsAt: moment('2026-11-20T14:00:00Z'), minutes: 150, lastHeard: null }
  test.each([
    ['not at its planned end', '2026-11-20T16:30:00Z', null, false],
    ['not a minute before twelve hours have passed', '2026-11-21T04:29:00Z', null, false],
    ['when twelve hours have passed', '2026-11-21T04:30:00Z', null, true],
    ['not while somebody is in it', '2026-11-21T04:30:00Z', '2026-11-21T03:31:00Z', false],
    ['an hour after the last has gone', '2026-11-21T04:31:00Z', '2026-11-21T03:31:00Z', true],
    ['after a day, however long a screen was forgotten', '2026-11-21T16:30:00Z', '2026-11-21T16:29:00Z', true],
  ] as const)('%s', (_what, now, heard, is) => {
    expect(isLeftOpen({ ...meeting, lastHeard: heard === null ? null : moment(heard) }, 12, moment(now))).toBe(is)
  })

  test('after as many hours as the policy says', () => {
    expect(isLeftOpen(meeting, 2, moment('2026-11-20T18:29:00Z'))).toBe(false)
    expect(isLeftOpen(meeting, 2, moment('2026-11-20T18:30:00Z'))).toBe(true)
    expect(isLeftOpen(meeting, 20, moment('2026-11-21T12:29:00Z'))).toBe(false)
  })

  test('counts for the facilitator who came, else the deputy, else whoever facilitates the set', () => {
    const [ann, bo, cy] = ['ann', 'bo', 'cy'] as unknown as [PersonId, PersonId, PersonId]
    const member = { person: ann, as: 'member' } as const
    expect(countsFor([member, { person: bo, as: 'facilitator' }], cy)).toBe(bo)
    expect(countsFor([member, { person: bo, as: 'deputy' }], cy)).toBe(bo)
    expect(countsFor([member], cy)).toBe(cy)
    expect(countsFor([member], null)).toBe(null)
  })
})

describe('a meeting that is closed', () => {
  test('is over, with the last stage as long as its clock ran, not as long as nobody came', () => {
    const room = roomInTopic('Present')
    const seconds = room.meeting.step?.clock.seconds ?? 0
    const closed = closedMeeting(room.meeting)
    expect(closed.state).toBe('finished')
    expect(closed.finishedBecause).toBe(null)
    const [presented] = turnsOfMeeting(closed).presented
    expect(presented?.minutes).toBe(Math.round(seconds / 60))
    expect(closedMeeting(closed)).toBe(closed)
  })

  test('is over when it never began', () => {
    const room = roomInTopic('Present')
    const gathering = { ...room.meeting, step: null, past: [], state: 'gathering' as const, endsAt: null }
    expect(closedMeeting(gathering).state).toBe('finished')
  })
})
