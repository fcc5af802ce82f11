import { describe, expect, it } from 'vitest'
import { moment } from '../../../platform/time/moment.ts'
import { accept, awaiting, decideTime, mayBeHeld, overlaps, suggest, withdraw } from './session.ts'
import { amina, ben, booked, group, now, proposed, stranger, thursday, tuesday } from './session.examples.ts'

describe('a proposed session', () => {
  it('is booked when the other side accepts', () => {
    expect(accept(proposed, amina, now)).toMatchObject({
      ok: true,
      value: { state: 'booked', proposedBy: null, version: 2 },
    })
  })
  it('cannot be accepted by the side that proposed it', () => {
    expect(accept(proposed, ben, now)).toMatchObject({ ok: false, reason: expect.stringMatching(/other person/) })
  })
  it('cannot be answered by anybody else', () => {
    expect(accept(proposed, stranger, now)).toMatchObject({ ok: false })
    expect(suggest(proposed, stranger, thursday, now)).toMatchObject({ ok: false })
    expect(withdraw(proposed, stranger)).toMatchObject({ ok: false })
  })
  it('cannot be accepted once its time has passed', () => {
    expect(accept(proposed, amina, tuesday.startsAt)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/has passed/),
    })
  })
  it('waits for the other side after another time is suggested', () => {
    const answered = suggest(proposed, amina, thursday, now)
    expect(answered).toMatchObject({ ok: true, value: { ...thursday, proposedBy: amina, proposals: 2 } })
    if (answered.ok) expect(awaiting(answered.value)).toEqual([ben])
  })
  it('may be changed by the side that proposed it, too', () => {
    expect(suggest(proposed, ben, thursday, now)).toMatchObject({ ok: true, value: { proposedBy: ben } })
  })
  it('is withdrawn by either side without anything being cancelled', () => {
    expect(withdraw(proposed, amina)).toMatchObject({ ok: true, value: { state: 'withdrawn' } })
    expect(withdraw(booked, amina)).toMatchObject({ ok: false, reason: 'This session is already booked' })
  })
  it('ends after twenty suggestions, with advice to talk', () => {
    expect(suggest({ ...proposed, proposals: 20 }, amina, thursday, now)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/Talk/),
    })
  })
})

describe('a time', () => {
  it('is refused in the past and at this very moment', () => {
    expect(decideTime({ ...tuesday, startsAt: now }, now)).toMatchObject({ ok: false, field: 'day' })
  })
  it('has a length of 5 minutes to 8 hours', () => {
    for (const minutes of [4, 481, 30.5, Number.NaN])
      expect(decideTime({ ...tuesday, minutes }, now)).toMatchObject({ ok: false, field: 'minutes' })
    expect(decideTime({ ...tuesday, minutes: 480 }, now)).toMatchObject({ ok: true })
  })
  it('overlaps another only when they share a minute', () => {
    const after = { ...tuesday, startsAt: moment('2026-11-24T15:00:00Z') }
    expect(overlaps(tuesday, after)).toBe(false)
    expect(overlaps(tuesday, { ...after, startsAt: moment('2026-11-24T14:59:00Z') })).toBe(true)
  })
})

describe('holding', () => {
  it('is possible from half an hour before the start', () => {
    expect(mayBeHeld(booked, moment('2026-11-24T13:29:00Z'))).toMatchObject({ ok: false })
    expect(mayBeHeld(group, moment('2026-11-24T13:30:00Z'))).toMatchObject({ ok: true })
  })
  it('is not possible before a time is agreed, or twice', () => {
    expect(mayBeHeld(proposed, tuesday.startsAt)).toMatchObject({ ok: false, reason: 'Agree a time first' })
    expect(mayBeHeld({ ...booked, state: 'held' }, tuesday.startsAt)).toMatchObject({ ok: false })
  })
})
