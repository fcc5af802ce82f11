import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { newId, type PersonId } from '../../../platform/ids.ts'
import { type Day, day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import { readPack } from '../check/pack-reading.ts'
import type { PolicyPack } from '../pack/pack.ts'
import type { MyRow } from '../reading/for-me.ts'
import type { InForce } from '../version/version.ts'
import { isInduction, type Reader, toRead } from './acknowledgement.ts'
import { changedRows, inShort } from './in-short.view.ts'
import { keepersInTurn } from './keeper.ts'

const safeguarding = packOf('safeguarding')
const today = day('2026-11-20')

function packOf(key: string): PolicyPack {
  const reading = readPack(readFileSync(`policy-packs/${key}.yaml`, 'utf8'))
  if (!reading.ok) throw new Error('A shipped pack has faults')
  return reading.pack
}

/** A version in force from a day until another, approved on a third. */
function held(
  from: string,
  more: { until?: string; approved?: string; reading?: PolicyPack['reading'] } = {},
): InForce {
  const pack = { ...safeguarding, reading: more.reading }
  const person = newId<'person'>() as PersonId
  const at = moment(`${more.approved ?? from}T09:00:00Z`)
  const version = {
    id: newId<'policy version'>(),
    packKey: pack.key,
    packName: pack.name,
    label: from,
    status: 'approved' as const,
    revision: 1,
    note: '',
    draftedBy: person,
    draftedAt: at,
    changedBy: person,
    changedAt: at,
    approvedBy: person,
    approvedAt: at,
    inForceFrom: day(from),
  }
  return { version, pack, from: day(from), until: more.until ? day(more.until) : null }
}

const reader = (more: Partial<Reader> = {}): Reader => ({
  started: day('2020-01-06'),
  absences: [],
  acknowledged: [],
  rowsIn: new Set(),
  ...more,
})
const due = (version: InForce, more: Partial<Reader> = {}, on: Day = today) =>
  toRead([version], reader(more), on).map((one) => one.by)

describe('who is asked to read a policy', () => {
  const version = held('2026-11-01')

  it('is everybody, within four weeks, when the pack says nothing', () => {
    expect(due(version)).toEqual(['2026-11-29'])
  })

  it('is whom the pack says', () => {
    const rows = { reading: { by: 'those with a row' as const } }
    expect(due(held('2026-11-01', rows))).toEqual([])
    expect(due(held('2026-11-01', rows), { rowsIn: new Set(['safeguarding']) })).toHaveLength(1)
    expect(due(held('2026-11-01', { reading: { by: 'nobody' } }))).toEqual([])
  })

  it('is nobody for a version that is over or has not begun', () => {
    expect(due(held('2026-01-01', { until: '2026-11-20' }))).toEqual([])
    expect(due(held('2026-11-21'))).toEqual([])
    expect(due(held('2026-11-20'))).toHaveLength(1)
  })

  it('is nobody who has said that they read this version', () => {
    expect(due(version, { acknowledged: [{ version: version.version.id, on: today }] })).toEqual([])
  })
})

describe('by when', () => {
  it('counts from the first day in post, the approval or the first day in force, whichever is last', () => {
    expect(due(held('2026-11-01'), { started: day('2026-11-16') })).toEqual(['2026-12-14'])
    expect(due(held('2024-01-01', { approved: '2026-11-18' }))).toEqual(['2026-12-16'])
    expect(due(held('2026-10-01', { approved: '2026-09-01' }))).toEqual(['2026-10-29'])
  })

  it('is as long as the pack says, in days, weeks or months', () => {
    for (const [within, by] of [
      ['10 days', '2026-11-11'],
      ['2 weeks', '2026-11-15'],
      ['3 months', '2027-02-01'],
    ] as const)
      expect(due(held('2026-11-01', { reading: { by: 'everyone', within } }))).toEqual([by])
  })

  it('waits for whoever is away, and counts again after a long absence', () => {
    const away = (from: string, to: string | null) => ({
      absences: [{ from: day(from), to: to === null ? null : day(to) }],
    })
    expect(due(held('2026-11-01'), away('2026-10-01', null))).toEqual([])
    expect(due(held('2026-11-01'), away('2026-11-19', '2026-11-20'))).toEqual([])
    expect(due(held('2026-11-01'), away('2026-06-01', '2026-11-15'))).toEqual(['2026-12-14'])
    expect(due(held('2026-11-01'), away('2026-11-09', '2026-11-13'))).toEqual(['2026-11-29'])
  })

  it('is part of induction for twelve weeks, until they read any version of it', () => {
    const started = day('2026-11-02')
    const first = toRead([held('2026-01-01')], reader({ started }), today)[0]
    if (!first) throw new Error('nothing to read')
    expect(isInduction(first, started, today)).toBe(true)
    expect(isInduction(first, day('2026-08-01'), today)).toBe(false)
  })
})

describe('a new version', () => {
  const [old, fresh] = [held('2025-01-01', { until: '2026-11-10' }), held('2026-11-10')]

  it('asks again, and knows which one was read before and when', () => {
    const before = { version: old.version.id, on: day('2025-02-03') }
    const found = toRead([old, fresh], reader({ acknowledged: [before] }), today)
    expect(found.map((one) => [one.version, one.readBefore])).toEqual([[fresh.version.id, before]])
  })

  it('says what is different for a reader', () => {
    const row = (what: string, often: string): MyRow => ({
      what,
      often,
      strength: 'Mandatory',
      from: 'Named nurse',
      who: '',
      source: '',
      purpose: null,
    })
    const said = changedRows(
      [row('Case work', 'At least every 6 months'), row('Peer review', 'Monthly'), row('Advice', 'When needed')],
      [row('Case work', 'At least every 3 months'), row('Peer review', 'Monthly'), row('Team', 'Yearly')],
    )
    expect(said).toEqual([
      'Case work: at least every 3 months, mandatory, from named nurse. Before: at least every 6 months, mandatory, from named nurse.',
      'New for you: team, yearly, mandatory, from named nurse.',
      'No longer asked of you: advice.',
    ])
  })

  it('says nothing of its own number and dates as a difference', () => {
    const after = { ...safeguarding, version: '2', review: '2030-01-31', lead: '6 weeks' }
    const short = inShort(after, [], { easyRead: false, before: { pack: safeguarding, mine: [] } })
    expect(short.changed?.all.map(({ where }) => where)).toEqual([['Due soon, how long before']])
  })
})

describe('a policy in short', () => {
  it('is read in minutes: every shipped pack, with the easy words and the usual ones', () => {
    for (const key of ['safeguarding', 'clinical-supervision', 'action-learning'])
      for (const easyRead of [true, false]) {
        const { minutes, summary } = inShort(packOf(key), [], { easyRead, before: null })
        expect(minutes, key).toBeLessThanOrEqual(3)
        expect(summary).toBeTruthy()
      }
  })

  it('says where to turn first: the desk, then a few signposts', () => {
    const { turnTo } = inShort(safeguarding, [], { easyRead: false, before: null })
    expect(turnTo.map(({ text }) => text).join()).toContain('9am to 4:20pm')
    expect(turnTo.length).toBeLessThan(16)
  })
})

describe('who looks after a policy', () => {
  it('is the role that its owner names, then who approves it, and an administrator when there is nobody else', () => {
    expect(keepersInTurn(safeguarding)).toEqual([
      'named professional',
      'director',
      'designated professional',
      'administrator',
    ])
    expect(keepersInTurn({ owner: 'Learning lead', approverRole: 'director' })[0]).toBe('learning lead')
    expect(keepersInTurn({ owner: 'The quality group', approverRole: 'director' })[0]).toBe('director')
    expect(keepersInTurn({ owner: 'The quality group' }).at(-1)).toBe('administrator')
  })
})
