import { describe, expect, it } from 'vitest'
import { newId, type PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { columnsFault, findColumns, judge, type ReadRow, readRow, type TimeWorked } from './time-worked.ts'

const today = day('2026-11-20')
const columns = findColumns(['Staff number', 'From', 'To', 'Shifts', 'Hours worked'])
const read = (...cells: string[]) => readRow(cells, columns, { line: 2, today })
const ben = newId<'person'>() as PersonId
const people = new Map([['1001', ben]])
const row = (from: string, to: string, shifts: number, line = 2): ReadRow => ({
  line,
  staffNumber: '1001',
  from: day(from),
  to: day(to),
  shifts,
  hours: 0,
})
const recorded: TimeWorked[] = [{ person: ben, from: day('2026-10-01'), to: day('2026-10-31'), shifts: 12, hours: 0 }]

describe('a row of time worked', () => {
  it('says between which days how many shifts and hours were worked; one day when there is no last one', () => {
    expect(read('1001', '01/10/2026', '31/10/2026', '12', '90,5')).toEqual({
      line: 2,
      staffNumber: '1001',
      from: '2026-10-01',
      to: '2026-10-31',
      shifts: 12,
      hours: 90.5,
    })
    expect(read('1001', '2026-11-19', '', '1', '')).toMatchObject({ from: '2026-11-19', to: '2026-11-19', hours: 0 })
  })
  it('is refused with the reason', () => {
    const reasons: [string[], RegExp][] = [
      [['', '2026-10-01', '', '1', ''], /staff number is missing/],
      [['1001', '', '', '1', ''], /day is missing/],
      [['1001', '31/02/2026', '', '1', ''], /not a real date/],
      [['1001', '2026-10-05', '2026-10-01', '1', ''], /before the first/],
      [['1001', '2026-11-21', '', '1', ''], /has not come yet/],
      [['1001', '2026-01-01', '2026-06-01', '1', ''], /three months/],
      [['1001', '2026-10-01', '', '', ''], /Neither shifts nor hours/],
      [['1001', '2026-10-01', '', 'many', ''], /not a number of shifts/],
      [['1001', '2026-10-01', '', '1.5', ''], /not a number of shifts/],
      [['1001', '2026-10-01', '', '-1', ''], /not a number of shifts/],
      [['1001', '2026-10-01', '', '4', ''], /too many for one day/],
      [['1001', '2026-10-01', '', '1', '25'], /more than a day has/],
    ]
    for (const [cells, reason] of reasons)
      expect(read(...cells)).toEqual(expect.objectContaining({ reason: expect.stringMatching(reason) }))
  })
  it('needs headings for whom, when and how much', () => {
    expect(columnsFault(columns)).toBeNull()
    expect(columnsFault(findColumns(['Name', 'From', 'Hours']))).toContain('Staff number')
    expect(columnsFault(findColumns(['Staff number', 'Hours']))).toContain('Day')
    expect(columnsFault(findColumns(['Staff number', 'Day']))).toContain('Shifts')
  })
})

describe('a file of time worked', () => {
  it('adds what is new, corrects the same stretch, and changes nothing the second time', () => {
    const judged = judge([row('2026-11-01', '2026-11-15', 6), row('2026-10-01', '2026-10-31', 11, 3)], people, recorded)
    expect(judged.added.map(({ shifts }) => shifts)).toEqual([6])
    expect(judged.changed.map(({ shifts }) => shifts)).toEqual([11])
    expect(judge([row('2026-10-01', '2026-10-31', 12)], people, recorded)).toMatchObject({ added: [], unchanged: 1 })
  })
  it('refuses strangers, stretches that overlap, and days that it says twice', () => {
    const rows = [
      row('2026-10-15', '2026-11-05', 5),
      { ...row('2026-11-06', '2026-11-07', 1, 3), staffNumber: '9' },
      row('2026-11-08', '2026-11-08', 1, 4),
      row('2026-11-08', '2026-11-09', 2, 5),
    ]
    const { refused, added } = judge(rows, people, recorded)
    expect(added).toHaveLength(1)
    expect(refused.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '2 Overlaps what is recorded from 1 October 2026 to 31 October 2026.',
      '3 Nobody here has this staff number.',
      '5 Line 4 says something of these days already.',
    ])
  })
})
