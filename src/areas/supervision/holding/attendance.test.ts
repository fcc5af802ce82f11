import { describe, expect, it } from 'vitest'
import { moment } from '../../../platform/time/moment.ts'
import { amina, ben, booked, dora, femi, group } from '../session/session.examples.ts'
import { groupSize, type Holding, hold } from './attendance.ts'

const after = moment('2026-11-24T15:10:00Z')
const holding: Holding = {
  beganAt: moment('2026-11-24T14:05:00Z'),
  finishedAt: moment('2026-11-24T15:00:00Z'),
  came: [
    { person: ben, presence: 'present', cause: null },
    { person: dora, presence: 'late', cause: null },
    { person: femi, presence: 'absent', cause: 'sickness' },
  ],
  model: null,
  version: 2,
}

describe('holding a session', () => {
  it('gives everybody a row, those absent without minutes', () => {
    const held = hold(group, amina, holding, after)
    if (!held.ok) throw new Error(held.reason)
    expect(held.value.session.state).toBe('held')
    expect(held.value.attendance.map((row) => [row.person, row.presence, row.minutes])).toEqual([
      [ben, 'present', 55],
      [dora, 'late', 55],
      [femi, 'absent', 0],
      [amina, 'present', 55],
    ])
    expect(groupSize(held.value.attendance)).toBe(2)
  })
  it('is recorded by the supervisor, from the page as it now is', () => {
    expect(hold(group, ben, holding, after)).toMatchObject({ ok: false, reason: expect.stringMatching(/supervisor/) })
    expect(hold(group, amina, { ...holding, version: 1 }, after)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/meanwhile/),
    })
  })
  it('needs a cause for an absence and a word for everybody', () => {
    const noCause = holding.came.map((one) => ({ ...one, cause: null }))
    expect(hold(group, amina, { ...holding, came: noCause }, after)).toMatchObject({ field: `cause-${femi}` })
    expect(hold(group, amina, { ...holding, came: holding.came.slice(0, 2) }, after)).toMatchObject({
      field: `came-${femi}`,
    })
  })
  it('is not held when nobody came', () => {
    const came = [{ person: ben, presence: 'absent' as const, cause: 'not said' as const }]
    expect(hold(booked, amina, { ...holding, came }, after)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/Cancel/),
    })
  })
  it('has times on its day, in order, and not in the future', () => {
    const came = holding.came
    expect(hold(group, amina, { ...holding, came, finishedAt: holding.beganAt }, after)).toMatchObject({
      field: 'finished',
    })
    const tomorrow = { ...holding, finishedAt: moment('2026-11-24T18:00:00Z') }
    expect(hold(group, amina, tomorrow, after)).toMatchObject({ ok: false, field: 'finished' })
    const dayBefore = {
      ...holding,
      beganAt: moment('2026-11-23T14:05:00Z'),
      finishedAt: moment('2026-11-23T15:00:00Z'),
    }
    expect(hold(group, amina, dayBefore, after)).toMatchObject({ ok: false, field: 'began' })
  })
  it('may be recorded during the session, up to its planned end', () => {
    expect(hold(group, amina, holding, moment('2026-11-24T14:30:00Z'))).toMatchObject({ ok: true })
  })
})
