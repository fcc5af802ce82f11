import { describe, expect, it } from 'vitest'
import { day } from '../../../platform/time/day.ts'
import { addMinutes, moment } from '../../../platform/time/moment.ts'
import { amina, ben, booked, group, now, proposed, stranger } from '../session/session.examples.ts'
import type { SessionId } from '../session/session.ts'
import type { RebookingRule } from '../terms/terms.ts'
import { cancel, noticeInWords, type Rebooked, rebookingInWords, rebookingOn, undo } from './cancellation.ts'

const whoever: RebookingRule = { who: 'whoever cancels', within: null, highPriority: false }
const safeguarding: RebookingRule = { who: 'supervisor', within: { count: 1, unit: 'month' }, highPriority: true }
const what = { cause: 'sickness' as const, way: 'in addition' as const, version: 2 }
const newSession: Rebooked = { id: 'n' as SessionId, day: day('2026-12-10'), state: 'booked' }

function cancelled(rule = safeguarding, session = booked, by = ben) {
  const decision = cancel(session, by, { ...what, version: session.version }, rule, now)
  if (!decision.ok) throw new Error(decision.reason)
  return decision.value
}

describe('cancelling', () => {
  it('keeps who, when, how much notice and why', () => {
    expect(cancelled().cancellation).toMatchObject({
      by: ben,
      at: now,
      noticeMinutes: 4 * 1440 + 240,
      cause: 'sickness',
    })
  })
  it('leaves the duty to whoever cancelled where the type says so', () => {
    expect(cancelled(whoever).cancellation).toMatchObject({ rebooker: ben, deadline: null, highPriority: false })
    expect(cancelled(whoever, booked, amina).cancellation.rebooker).toBe(amina)
  })
  it('runs the clock from the cancelled date, clamped at the end of the month', () => {
    const atMonthEnd = { ...booked, startsAt: moment('2027-01-31T14:00:00Z') }
    expect(cancelled(safeguarding, atMonthEnd).cancellation).toMatchObject({
      rebooker: amina,
      cancelledDay: '2027-01-31',
      deadline: '2027-02-28',
      highPriority: true,
    })
  })
  it('leaves no duty when the session is no longer needed', () => {
    const decision = cancel(booked, ben, { ...what, cause: 'no longer needed' }, safeguarding, now)
    expect(decision).toMatchObject({ ok: true, value: { cancellation: { rebooker: null, deadline: null } } })
  })
  it('is for the people of the session, and for the supervisor alone in a group', () => {
    expect(cancel(booked, stranger, what, whoever, now)).toMatchObject({ ok: false })
    expect(cancel(group, ben, what, whoever, now)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/supervisor/),
    })
    expect(cancel(group, amina, what, whoever, now)).toMatchObject({ ok: true })
  })
  it('refuses what was never booked, and a page that is out of date', () => {
    expect(cancel(proposed, ben, what, whoever, now)).toMatchObject({ ok: false })
    expect(cancel(booked, ben, { ...what, version: 1 }, whoever, now)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/meanwhile/),
    })
    expect(cancel({ ...booked, state: 'cancelled' }, ben, what, whoever, now)).toMatchObject({ ok: false })
  })
  it('counts a session that began already as without notice', () => {
    const decision = cancel(booked, amina, what, whoever, moment('2026-11-24T14:20:00Z'))
    expect(decision).toMatchObject({ ok: true, value: { cancellation: { noticeMinutes: 0 } } })
  })
})

describe('putting back', () => {
  const { session, cancellation } = cancelled()
  it('is possible for ten minutes, for whoever cancelled', () => {
    expect(undo(session, cancellation, null, ben, addMinutes(now, 10))).toMatchObject({
      ok: true,
      value: { state: 'booked' },
    })
    expect(undo(session, cancellation, null, ben, addMinutes(now, 11))).toMatchObject({ ok: false })
    expect(undo(session, cancellation, null, amina, now)).toMatchObject({ ok: false })
  })
  it('is not possible when something took its place or its time has come', () => {
    expect(undo(session, cancellation, newSession, ben, now)).toMatchObject({ ok: false })
    const soon = { ...session, startsAt: addMinutes(now, 5) }
    expect(undo(soon, cancellation, null, ben, addMinutes(now, 6))).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/passed/),
    })
  })
})

describe('the duty to rebook', () => {
  const { cancellation } = cancelled()
  it('is a breach from the day after the deadline when nothing is booked', () => {
    expect(rebookingOn(cancellation, null, day('2026-12-24'))).toEqual({ state: 'to rebook', by: '2026-12-24' })
    expect(rebookingOn(cancellation, null, day('2026-12-25'))).toEqual({ state: 'breach', since: '2026-12-24' })
  })
  it('is done by a booked session, and says when that one comes late', () => {
    expect(rebookingOn(cancellation, newSession, day('2027-01-01'))).toMatchObject({ state: 'rebooked', late: false })
    const late = { ...newSession, day: day('2027-01-05') }
    expect(rebookingOn(cancellation, late, day('2027-01-01'))).toMatchObject({ state: 'rebooked', late: true })
  })
  it('is not done by a proposal, and moves on with a replacement that is cancelled in its turn', () => {
    expect(rebookingOn(cancellation, { ...newSession, state: 'proposed' }, day('2026-12-25'))).toMatchObject({
      state: 'breach',
    })
    expect(rebookingOn(cancellation, { ...newSession, state: 'cancelled' }, day('2026-12-25'))).toEqual({
      state: 'not needed',
    })
  })
  it('reads as a sentence', () => {
    expect(rebookingInWords({ state: 'to rebook', by: day('2026-12-24') }, 'Amina Yusuf', true)).toBe(
      'To be rebooked by 24 December 2026, by Amina Yusuf, with high priority',
    )
    expect(noticeInWords(0)).toBe('without notice')
    expect(noticeInWords(60)).toBe('with 1 hour’s notice')
    expect(noticeInWords(4 * 1440 + 240)).toBe('with 4 days’ notice')
    expect(noticeInWords(150)).toBe('with 2 hours’ notice')
  })
})
