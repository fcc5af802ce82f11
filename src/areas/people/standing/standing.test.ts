import { describe, expect, it } from 'vitest'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { mayEnd, mayHaveDone, mayHold, type Registration } from './standing.ts'

const held: Registration = {
  registration: 'r' as Id<'registration'>,
  person: 'p' as PersonId,
  kind: 'registration',
  body: 'NMC',
  from: day('2020-01-01'),
  to: day('2024-12-31'),
}

describe('a registration', () => {
  it('is not held twice at the same time, however it is written', () => {
    const again = { kind: 'registration', body: ' nmc ', from: day('2024-12-31'), to: null } as const
    expect(mayHold([held], again)).toMatchObject({ ok: false, field: 'body' })
    expect(mayHold([held], { ...again, from: day('2019-01-01'), to: day('2019-12-31') }).ok).toBe(true)
    expect(mayHold([held], { ...again, kind: 'accreditation' }).ok).toBe(true)
    expect(mayHold([held], { ...again, from: day('2025-01-01') }).ok).toBe(true)
  })

  it('does not end before it began', () => {
    expect(mayHold([], { ...held, to: day('2019-12-31') })).toMatchObject({ ok: false, field: 'to' })
    expect(mayEnd(held, day('2019-12-31'))).toMatchObject({ ok: false, field: 'lastDay' })
    expect(mayEnd(held, held.from).ok).toBe(true)
  })
})

describe('training', () => {
  const done = { person: 'p' as PersonId, subject: 'safeguarding children', level: '3', on: day('2024-02-29') }

  it('is on record once for a subject, level and day', () => {
    const again = { subject: 'Safeguarding Children', level: '3', on: done.on, expires: null }
    expect(mayHaveDone([{ ...done, expires: null }], again)).toMatchObject({ ok: false, field: 'subject' })
    expect(mayHaveDone([{ ...done, expires: null }], { ...again, on: day('2027-02-28') }).ok).toBe(true)
  })

  it('does not expire before it was done', () => {
    const expired = { ...done, expires: day('2024-02-28') }
    expect(mayHaveDone([], expired)).toMatchObject({ ok: false, field: 'expires' })
    expect(mayHaveDone([], { ...done, expires: done.on }).ok).toBe(true)
  })
})
