import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../../platform/ids.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { ForumId } from '../peer-review/forum.ts'
import {
  cameOf,
  decideBringing,
  decideCallingOff,
  decideClosing,
  decideOpening,
  decidePuttingBack,
  decideRecord,
  decideRegister,
  decideTakingBack,
  decideTakingOff,
  type Item,
  type ItemId,
  MOST_ITEMS,
  type PeerReview,
  type ReviewId,
  timesOf,
} from './review.ts'

const start = moment('2026-11-24T14:00:00Z')
const planned: PeerReview = {
  id: 'review' as ReviewId,
  forum: 'forum' as ForumId,
  startsAt: start,
  minutes: 90,
  placeKind: 'in person',
  place: 'Seminar room',
  state: 'planned',
  ledBy: null,
  beganAt: null,
  finishedAt: null,
  session: null,
  record: 0,
  sequence: 0,
}
const noor = 'noor' as PersonId
const open: PeerReview = { ...planned, state: 'open', ledBy: noor, beganAt: start }
const held: PeerReview = { ...open, state: 'held', finishedAt: moment('2026-11-24T15:30:00Z'), record: 2 }
const off: PeerReview = { ...planned, state: 'called off' }

describe('a peer review', () => {
  test('is opened from half an hour before it begins, once', () => {
    expect(decideOpening(planned, moment('2026-11-24T13:29:00Z')).ok).toBe(false)
    expect(decideOpening(planned, moment('2026-11-24T13:30:00Z')).ok).toBe(true)
    expect(decideOpening(planned, moment('2026-11-26T09:00:00Z')).ok).toBe(true)
    for (const one of [open, held, off]) expect(decideOpening(one, start).ok).toBe(false)
  })

  test('has a register on which people say before whether they come, and that they are here while it is open', () => {
    expect(decideRegister(planned, 'coming').ok).toBe(true)
    expect(decideRegister(planned, 'not coming').ok).toBe(true)
    expect(decideRegister(planned, 'here')).toMatchObject({ reason: 'The register is not open yet' })
    expect(decideRegister(open, 'here').ok).toBe(true)
    expect(decideRegister(open, 'coming').ok).toBe(false)
    for (const one of [held, off]) expect(decideRegister(one, 'here').ok).toBe(false)
    expect([open, planned, held].map((one) => decideTakingOff(one).ok)).toEqual([true, false, false])
  })

  test('takes what people bring until it is held, twenty things at most', () => {
    expect(decideBringing(planned, { items: 0 }).ok).toBe(true)
    expect(decideBringing(open, { items: MOST_ITEMS - 1 }).ok).toBe(true)
    expect(decideBringing(planned, { items: MOST_ITEMS }).ok).toBe(false)
    for (const one of [held, off]) expect(decideBringing(one, { items: 0 }).ok).toBe(false)
    const brought = { broughtBy: noor, broughtAt: start, takenBackAt: null }
    const item: Item = { id: 'item' as ItemId, review: planned.id, kind: 'case', ...brought }
    expect(decideTakingBack(planned, item).ok).toBe(true)
    expect(decideTakingBack(planned, { ...item, takenBackAt: start }).ok).toBe(false)
    expect(decideTakingBack(held, item).ok).toBe(false)
  })

  test('has a record from when it is open, saved from its newest version', () => {
    expect(decideRecord(planned, 0).ok).toBe(false)
    expect(decideRecord(open, 0).ok).toBe(true)
    expect([decideRecord(held, 2).ok, decideRecord(held, 1).ok]).toEqual([true, false])
  })

  test('is closed with somebody on its register beside whoever leads it', () => {
    expect(decideClosing(open, { came: 0 }).ok).toBe(false)
    expect(decideClosing(open, { came: 1 }).ok).toBe(true)
    for (const one of [planned, held, off]) expect(decideClosing(one, { came: 3 }).ok).toBe(false)
    const stood = (name: string, stands: 'here' | 'coming') => ({ person: name as PersonId, stands, saidBy: noor })
    expect(cameOf([stood('noor', 'here'), stood('ben', 'here'), stood('dora', 'coming')], noor)).toEqual(['ben'])
  })

  test('ended when it was closed, or when it was to end if somebody closed it long after', () => {
    expect(timesOf(open, moment('2026-11-24T15:10:00Z')).finishedAt).toBe(moment('2026-11-24T15:10:00Z'))
    expect(timesOf(open, moment('2026-11-26T09:00:00Z')).finishedAt).toBe(moment('2026-11-24T15:30:00Z'))
  })

  test('is called off until it is held, and put back until it would have begun', () => {
    expect([planned, open, held, off].map((one) => decideCallingOff(one).ok)).toEqual([true, true, false, false])
    expect(decidePuttingBack(off, moment('2026-11-24T13:00:00Z')).ok).toBe(true)
    expect(decidePuttingBack(off, start).ok).toBe(false)
    expect(decidePuttingBack(planned, start).ok).toBe(false)
  })
})
