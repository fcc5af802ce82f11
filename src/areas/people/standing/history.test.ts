import { describe, expect, it } from 'vitest'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import { historyOf, type Known } from './history.ts'

const row = (given: Partial<Known>): Known => ({
  registration: 'one' as Id<'registration'>,
  kind: 'registration',
  body: 'NMC',
  from: day('2020-02-01'),
  to: null,
  at: moment('2024-01-01T09:00:00Z'),
  by: 'dilys' as PersonId,
  until: null,
  ...given,
})
const said = (rows: readonly Known[]) => historyOf(rows).map(({ what, by, to }) => [what, by, to])
const later = moment('2025-01-01T09:00:00Z')
const last = moment('2026-01-01T09:00:00Z')

describe('the history of what somebody holds', () => {
  it('begins with its entry', () => {
    expect(said([row({})])).toEqual([['entered', 'dilys', null]])
  })
  it('tells a last day given, moved and taken away, the latest first', () => {
    const rows = [
      row({ until: later }),
      row({ at: later, to: day('2026-01-31'), until: last }),
      row({ at: last, to: null }),
    ]
    expect(said(rows)).toEqual([
      ['no last day', 'dilys', null],
      ['last day', 'dilys', '2026-01-31'],
      ['entered', 'dilys', null],
    ])
  })
  it('tells that it was taken back, by nobody on record', () => {
    expect(said([row({ until: later })])).toEqual([
      ['taken back', null, null],
      ['entered', 'dilys', null],
    ])
  })
  it('keeps two things of one body apart', () => {
    const rows = [row({ until: later }), row({ registration: 'two' as Id<'registration'>, at: last })]
    expect(said(rows).map(([what]) => what)).toEqual(['entered', 'taken back', 'entered'])
  })
})
