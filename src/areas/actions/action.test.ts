import { describe, expect, it } from 'vitest'
import type { PersonId } from '../../platform/ids.ts'
import { day } from '../../platform/time/day.ts'
import { moment } from '../../platform/time/moment.ts'
import {
  type ActionFacts,
  type ActionId,
  byDue,
  decideDue,
  decideReport,
  type Report,
  standingOf,
  toldApart,
  usualDueDay,
} from './action.ts'

const today = day('2026-11-20')
const action: ActionFacts = {
  id: '00000000-0000-4000-8000-000000000001' as ActionId,
  owner: '00000000-0000-4000-8000-0000000000b0' as PersonId,
  agreedBy: '00000000-0000-4000-8000-0000000000a0' as PersonId,
  agreedAt: moment('2026-11-01T10:00:00Z'),
  from: { kind: 'session', id: '00000000-0000-4000-8000-0000000000c0' },
  due: day('2026-11-30'),
  state: 'open',
  lastReport: null,
  lastReportedAt: null,
  version: 1,
}
const report: Report = { outcome: 'done', note: '', newDue: null, letGo: false, version: 1 }

describe('an action', () => {
  it('is due the day before the next planned session unless a day is named', () => {
    expect(usualDueDay(today, day('2027-02-03'))).toBe('2027-02-02')
  })
  it('is due three months on when nothing is planned, with the month clamped', () => {
    expect(usualDueDay(day('2026-11-30'), null)).toBe('2027-02-28')
  })
  it('is due today when the next session is tomorrow', () => {
    expect(usualDueDay(today, day('2026-11-21'))).toBe('2026-11-20')
  })
  it('cannot be due in the past or years away', () => {
    expect(decideDue(today, day('2026-11-19'))).toMatchObject({ ok: false, field: 'due' })
    expect(decideDue(today, today)).toMatchObject({ ok: true })
    expect(decideDue(today, day('2028-11-21'))).toMatchObject({ ok: false })
  })
  it('is closed by being done', () => {
    expect(decideReport(action, report, today)).toMatchObject({ ok: true, value: { state: 'done', successor: false } })
  })
  it('goes on to a new day when part done, with what is left', () => {
    const partly = { ...report, outcome: 'part done' as const, newDue: day('2026-12-15') }
    expect(decideReport(action, partly, today)).toMatchObject({ ok: false, field: 'note' })
    expect(decideReport(action, { ...partly, note: 'The visit' }, today)).toMatchObject({
      value: { state: 'open', due: '2026-12-15' },
    })
  })
  it('needs the reason when not done, and a new day unless it is let go', () => {
    const undone = { ...report, outcome: 'not done' as const, note: 'No time' }
    expect(decideReport(action, undone, today)).toMatchObject({ ok: false, field: 'newDue' })
    expect(decideReport(action, { ...undone, letGo: true }, today)).toMatchObject({ value: { state: 'let go' } })
  })
  it('makes a successor when changed', () => {
    const changed = { ...report, outcome: 'changed' as const, note: 'Ring instead', newDue: day('2026-12-01') }
    expect(decideReport(action, changed, today)).toMatchObject({ value: { state: 'changed', successor: true } })
  })
  it('refuses a second report made from a page that is out of date', () => {
    expect(decideReport({ ...action, version: 2 }, report, today)).toMatchObject({ ok: false })
    expect(decideReport({ ...action, state: 'done' }, report, today)).toMatchObject({ ok: false })
  })
  it('says how it stands without saying what it is', () => {
    expect(standingOf(action, today)).toBe('Due 30 November 2026')
    expect(standingOf(action, day('2026-11-30'))).toBe('Due today')
    expect(standingOf(action, day('2026-12-01'))).toBe('Was due 30 November 2026, not reported yet')
    expect(standingOf({ ...action, state: 'let go' }, today)).toBe('Let go, with the reason')
  })
  it('comes in order of its day', () => {
    const later = { ...action, due: day('2026-12-01') }
    expect([later, action].sort(byDue)[0]).toBe(action)
  })
})

describe('links to actions', () => {
  it('say which they are when their words are the same', () => {
    expect(toldApart(['Due 3 May', 'Late', 'Due 3 May'])).toEqual(['Due 3 May, 1 of 2', 'Late', 'Due 3 May, 2 of 2'])
  })
})
