import { describe, expect, it } from 'vitest'
import type { PersonId } from '../../../platform/ids.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { SessionFacts } from '../session/session.ts'
import { byMonth, diaryAddress, diaryAsk, inDiary } from './diary.ts'

const now = moment('2026-11-20T10:00:00Z')
const session = (at: string, state: SessionFacts['state'], type = 'case-work', supervisee = 'ben'): SessionFacts =>
  ({
    id: at,
    type,
    format: 'one-to-one',
    state,
    supervisor: 'amina',
    supervisees: [supervisee],
    startsAt: moment(at),
    minutes: 60,
  }) as unknown as SessionFacts

const sessions = [
  session('2026-12-24T10:00:00Z', 'booked'),
  session('2026-11-24T10:00:00Z', 'proposed', 'peer-review', 'dora'),
  session('2026-11-10T10:00:00Z', 'booked'),
  session('2026-10-31T23:30:00Z', 'held'),
  session('2026-10-01T10:00:00Z', 'cancelled', 'peer-review'),
  session('2026-11-25T10:00:00Z', 'cancelled'),
  session('2026-09-01T10:00:00Z', 'withdrawn', 'case-work', 'dora'),
]
const names: Record<string, string> = { amina: 'Amina Yusuf', ben: 'Ben Carter', dora: 'Dora Evans' }
const days = (query: string) => {
  const given = new URLSearchParams(query)
  const ask = diaryAsk((name) => given.get(name) ?? '')
  return inDiary(sessions, now, ask, (person: PersonId) => names[person] ?? '').map((one) => one.startsAt.slice(5, 10))
}

describe('a diary', () => {
  it('has what is ahead with the nearest first, and what still waits to be recorded before it', () => {
    expect(days('')).toEqual(['11-10', '11-24', '11-25', '12-24'])
  })

  it('has what is past with the latest first', () => {
    expect(days('when=past')).toEqual(['10-31', '10-01', '09-01'])
  })

  it('loses no session between the two', () => {
    expect([...days(''), ...days('when=past')]).toHaveLength(sessions.length)
  })

  it('is narrowed by kind and by words of any name', () => {
    expect(days('kind=peer-review')).toEqual(['11-24'])
    expect(days('when=past&with=DORA amina')).toEqual(['09-01'])
    expect(days('with=nobody')).toEqual([])
  })

  it('puts a session under its London month', () => {
    const held = sessions.filter((one) => one.state === 'held')
    expect([...byMonth(held).keys()]).toEqual(['October 2026'])
    expect([...byMonth([session('2026-06-30T23:30:00Z', 'held')]).keys()]).toEqual(['July 2026'])
  })

  it('keeps in its address what was asked, and believes no nonsense', () => {
    const ask = { when: 'past', kind: 'a&b', text: 'é', page: 2 } as const
    const query = new URL(diaryAddress(ask), 'http://here').searchParams
    expect(diaryAsk((name) => query.get(name) ?? '')).toEqual(ask)
    expect(diaryAsk((name) => (name === 'page' ? '-3' : 'x'.repeat(300))).page).toBe(1)
    expect(diaryAddress({ when: 'ahead', kind: '', text: '', page: 1 })).toBe('/supervision/sessions')
  })
})
