import { describe, expect, it } from 'vitest'
import { newId, type PersonId } from '../../../platform/ids.ts'
import { type Day, day } from '../../../platform/time/day.ts'
import type { PolicyVersionId, ToRead } from '../../policy/index.ts'
import type { ContractLine } from '../contracts/contracts-in-date.ts'
import type { PlacedStanding } from '../dashboard/coverage.ts'
import { needing, nextOf, readingLines, standsIn, teamCsv } from './my-team.view.ts'
import { type Member, needsOf, type Words } from './team-need.ts'

const today = day('2026-11-20')
const words: Words = { today, typeName: () => 'Case work supervision' }
const type = 'case-work'
const ben = newId<'person'>() as PersonId

function member(more: Partial<Member> = {}): Member {
  const none = { standings: [], unsupervised: [], cancelled: [], putOff: [], unprepared: [], contracts: [], toRead: [] }
  const rest = { next: new Map<string, Day>(), supervisedIn: new Set([type]), lackingTraining: [], absences: [] }
  return { person: ben, name: 'Ben Carter', manages: true, ...none, ...rest, ...more }
}
const standing = (state: PlacedStanding['state'], more: Partial<PlacedStanding> = {}): PlacedStanding => ({
  person: ben,
  name: 'Ben Carter',
  requirement: 'row',
  type,
  strength: 'mandatory',
  state,
  dueOn: day('2026-11-01'),
  lastOn: day('2026-08-01'),
  unit: null,
  staffGroup: null,
  ...more,
})
const read = (by: string, name = 'Safeguarding'): ToRead => ({
  version: newId<'policy version'>() as PolicyVersionId,
  packKey: name,
  packName: name,
  label: '1',
  from: day('2026-01-01'),
  by: day(by),
  readBefore: null,
})
const titles = (one: Member) => needsOf(one, words).map(({ urgency, title }) => `${urgency}: ${title}`)

describe('what a manager should act on', () => {
  it('is nothing when somebody is up to date, or due soon with a date ahead', () => {
    expect(titles(member({ standings: [standing('met')] }))).toEqual([])
    const booked = { next: new Map([[type, day('2026-11-25')]]) }
    expect(titles(member({ standings: [standing('due soon', { dueOn: day('2026-12-01') })], ...booked }))).toEqual([])
  })

  it('is supervision that is overdue, less pressing when it is booked', () => {
    const overdue = [standing('overdue')]
    expect(titles(member({ standings: overdue }))).toEqual(['now: overdue 19 days, case work supervision'])
    const booked = member({ standings: overdue, next: new Map([[type, day('2026-11-25')]]) })
    expect(titles(booked)).toEqual(['soon: overdue 19 days, case work supervision'])
    expect(needsOf(booked, words)[0]?.reason).toBe('Last had 1 August 2026. Booked for 25 November 2026.')
  })

  it('is a date that comes too late for the day it is due', () => {
    const late = {
      standings: [standing('due soon', { dueOn: day('2026-12-01') })],
      next: new Map([[type, day('2026-12-02')]]),
    }
    expect(titles(member(late))).toEqual(['soon: due 1 December 2026, case work supervision'])
  })

  it('is that nobody supervises them, once for a kind, with the way to find somebody', () => {
    const alone = { supervisedIn: new Set<string>(), standings: [standing('never had', { lastOn: null })] }
    const [need, ...more] = needsOf(member(alone), words)
    expect(more).toEqual([])
    expect(need?.title).toBe('no supervisor for case work supervision')
    expect(need?.button).toEqual({ label: 'Find a supervisor', href: `/people/${ben}/supervisor?type=case-work` })
    const ended = { ...alone, unsupervised: [{ type, on: day('2026-10-31') }] }
    expect(needsOf(member(ended), words).map(({ reason }) => reason)).toEqual([
      'Supervision ended on 31 October 2026, and nothing is booked.',
    ])
    expect(
      titles(member({ ...alone, standings: [standing('never had', { lastOn: null, dueOn: day('2027-02-18') })] })),
    ).toEqual(['soon: no supervisor for case work supervision'])
    expect(titles(member({ ...alone, standings: [standing('overdue')] }))).toEqual([
      'now: overdue 19 days, case work supervision',
    ])
    expect(needsOf(member({ ...alone, manages: false }), words)[0]?.button.label).toBe('See why')
  })

  it('is not a supervisor where a group has a date ahead', () => {
    const group = { supervisedIn: new Set<string>(), next: new Map([[type, day('2026-11-25')]]) }
    expect(titles(member({ ...group, standings: [standing('overdue')] }))).toEqual([
      'soon: overdue 19 days, case work supervision',
    ])
  })

  it('is what was cancelled or put off and is not booked again, urgent once its day has passed', () => {
    const one = (by: string | null) => ({ type, day: day('2026-11-02'), by: by === null ? null : day(by) })
    expect(titles(member({ cancelled: [one('2026-11-19')] }))).toEqual([
      'now: cancelled and not rebooked, case work supervision',
    ])
    expect(titles(member({ putOff: [one('2026-12-02')] }))).toEqual([
      'soon: put off, not prepared, case work supervision',
    ])
    expect(needsOf(member({ putOff: [one('2026-12-02')] }), words)[0]?.reason).toBe(
      'It was for 2 November 2026, and nothing is booked in its place. A new date is due by 2 December 2026.',
    )
  })

  it('is a contract that is missing or over, for a kind in which somebody supervises them', () => {
    const line = (state: ContractLine['state']): ContractLine => ({
      person: ben,
      name: 'Ben Carter',
      unit: null,
      type,
      state,
    })
    expect(titles(member({ contracts: [line({ is: 'none' })] }))).toEqual(['soon: no contract, case work supervision'])
    expect(titles(member({ contracts: [line({ is: 'none' })], supervisedIn: new Set() }))).toEqual([])
  })

  it('is a policy that was to be read by a day that has passed, and not one that has time', () => {
    expect(titles(member({ toRead: [read('2026-11-20')] }))).toEqual([])
    expect(titles(member({ toRead: [read('2026-11-19')] }))).toEqual(['later: has not read the policy'])
    expect(titles(member({ toRead: [read('2026-11-01'), read('2026-11-19', 'Clinical')] }))).toEqual([
      'later: has not read 2 policies',
    ])
  })

  it('is training that is missing, preparation, and a return without a date', () => {
    expect(titles(member({ lackingTraining: ['Safeguarding children, level 3: not on record'] }))).toEqual([
      'later: training that the role needs is missing or out of date',
    ])
    expect(titles(member({ unprepared: [{ type, day: day('2026-11-10') }] }))).toEqual([
      'later: not prepared, case work supervision',
    ])
    const back = { absences: [{ from: day('2026-06-01'), to: day('2026-11-15') }], standings: [standing('met')] }
    expect(titles(member(back))).toEqual(['soon: back after a long absence, nothing booked'])
    expect(titles(member({ ...back, next: new Map([[type, day('2026-12-01')]]) }))).toEqual([])
  })

  it('is nothing while somebody is away', () => {
    const away = { absences: [{ from: day('2026-11-01'), to: null }], standings: [standing('overdue')] }
    expect(titles(member(away))).toEqual([])
    expect(standsIn(member(away), today).said).toBe('Away')
  })
})

describe('the page of a team', () => {
  it('has one entry for each person who needs the manager, the most pressing first', () => {
    const dora = member({ person: newId<'person'>() as PersonId, name: 'Dora Evans', toRead: [read('2026-11-01')] })
    const late = member({ standings: [standing('overdue')], toRead: [read('2026-11-01')] })
    const found = needing([dora, member({ name: 'Femi Ade' }), late], words)
    expect(found.map(({ member: one, more }) => [one.name, more.length])).toEqual([
      ['Ben Carter', 1],
      ['Dora Evans', 0],
    ])
  })

  it('says who has read which policy, of those who are asked', () => {
    const version = read('2026-12-01')
    const reader = { started: today, acknowledged: [{ version: version.version, on: today }], toRead: [] }
    const femi = member({ person: newId<'person'>() as PersonId, name: 'Femi Ade' })
    const dora = member({ person: newId<'person'>() as PersonId, name: 'Dora Evans' })
    const versions = [{ id: version.version, packName: 'Safeguarding', label: '1' }]
    const [line] = readingLines(versions, [member({ toRead: [version] }), femi, dora], new Map([[femi.person, reader]]))
    expect([line?.read, line?.of, line?.notYet.map(({ name }) => name)]).toEqual([1, 2, ['Ben Carter']])
  })

  it('is a row for each person in its file', () => {
    const [headings, rows] = teamCsv([member({ standings: [standing('overdue')] }), member()], words)
    expect(rows.map((row) => row.length)).toEqual([headings.length, headings.length])
    expect(rows[0]?.slice(0, 5)).toEqual([
      'Ben Carter',
      'Overdue 19 days',
      'Case work supervision',
      '2026-11-01',
      '2026-08-01',
    ])
    expect(
      nextOf(
        member({
          next: new Map([
            ['b', day('2026-12-02')],
            ['a', day('2026-12-01')],
          ]),
        }),
      ),
    ).toBe('2026-12-01')
  })
})
