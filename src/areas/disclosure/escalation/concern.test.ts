import { describe, expect, it } from 'vitest'
import type { PersonId } from '../../../platform/ids.ts'
import { addMinutes, moment } from '../../../platform/time/moment.ts'
import {
  add,
  close,
  type Concern,
  type ConcernId,
  decideConcern,
  type Entry,
  isTold,
  stateOf,
  takeBack,
  tell,
} from './concern.ts'

const [ben, noor, dora] = ['ben', 'noor', 'dora'] as unknown as [PersonId, PersonId, PersonId]
const now = moment('2026-11-20T10:00:00Z')
const entry = (kind: Entry['kind'], by = ben): Entry => ({ number: 1, kind, by, at: now })
const concern: Concern = {
  id: 'c' as ConcernId,
  about: null,
  kind: 'safeguarding children',
  routeKey: null,
  raisedBy: ben,
  raisedAt: now,
  outcome: 'told',
  toldAt: now,
  toldHow: 'phone',
  named: null,
  telling: 'nobody is named',
  entries: [entry('passed on')],
}
const after = (...kinds: Entry[]): Concern => ({ ...concern, entries: [...concern.entries, ...kinds] })
const risky: Concern = { ...concern, named: dora, telling: 'not yet' }

describe('passing a concern on', () => {
  it('is held back by nothing but a person who names themselves or a time that has not come', () => {
    expect(decideConcern(concern).ok).toBe(true)
    expect(decideConcern({ ...concern, outcome: 'not shared', toldAt: null, toldHow: null }).ok).toBe(true)
    expect(decideConcern({ ...concern, named: ben, telling: 'told' })).toMatchObject({ ok: false, field: 'named' })
    expect(decideConcern({ ...concern, toldAt: addMinutes(now, 1) })).toMatchObject({ ok: false, field: 'time' })
  })

  it('can be taken back for fifteen minutes by whoever did it, until somebody answers', () => {
    expect(takeBack(concern, ben, addMinutes(now, 14)).ok).toBe(true)
    expect(takeBack(concern, ben, addMinutes(now, 15)).ok).toBe(false)
    expect(takeBack(concern, noor, now).ok).toBe(false)
    expect(takeBack(after(entry('added', noor)), ben, now).ok).toBe(false)
    expect(takeBack(after(entry('taken back')), ben, now).ok).toBe(false)
  })
})

describe('following a concern up', () => {
  it('is for the raiser and the leads, and opens again what was closed', () => {
    expect(add(concern, ben, [noor]).ok).toBe(true)
    expect(add(concern, noor, [noor]).ok).toBe(true)
    expect(add(concern, dora, [noor]).ok).toBe(false)
    const closed = after(entry('closed', noor))
    expect(stateOf(closed)).toBe('closed')
    expect(add(closed, ben, [noor]).ok).toBe(true)
    expect(stateOf(after(entry('closed', noor), entry('added')))).toBe('open')
    expect(add(after(entry('taken back')), ben, [noor]).ok).toBe(false)
  })

  it('is closed by a lead, never by the person who passed it on, and once', () => {
    expect(close(concern, noor, [noor]).ok).toBe(true)
    expect(close(concern, ben, [noor]).ok).toBe(false)
    expect(close(concern, ben, [ben, noor])).toMatchObject({ ok: false, reason: expect.stringMatching('yourself') })
    expect(close(after(entry('closed', noor)), noor, [noor]).ok).toBe(false)
  })

  it('waits with closing until the colleague it is about was told', () => {
    expect(isTold(risky)).toBe(false)
    expect(close(risky, noor, [noor])).toMatchObject({ ok: false, field: 'came' })
    expect(tell(risky, noor, [noor]).ok).toBe(true)
    expect(tell(risky, dora, [noor]).ok).toBe(false)
    const told = { ...risky, entries: [...risky.entries, entry('told', noor)] }
    expect(isTold(told)).toBe(true)
    expect(tell(told, noor, [noor]).ok).toBe(false)
    expect(close(told, noor, [noor]).ok).toBe(true)
    expect(tell(concern, noor, [noor]).ok).toBe(false)
    expect(tell({ ...risky, entries: [entry('taken back')] }, ben, []).ok).toBe(false)
  })
})
