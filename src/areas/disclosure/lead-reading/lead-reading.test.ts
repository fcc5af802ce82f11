import { describe, expect, it } from 'vitest'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { addMinutes, moment } from '../../../platform/time/moment.ts'
import { mayRead, openReading, readingFrom, type Standing } from './lead-reading.ts'

const today = day('2026-11-20')
const held = day('2026-11-17')
const standing: Standing = { since: day('2026-01-01'), ownService: true, near: null, reads: false }

describe('a safeguarding lead', () => {
  it('reads a discussion of the own service that took place since they have had the role', () => {
    expect(mayRead(standing, held, today).ok).toBe(true)
    expect(mayRead({ ...standing, ownService: false }, held, today).ok).toBe(false)
    expect(mayRead({ ...standing, since: held }, held, today).ok).toBe(true)
    expect(mayRead({ ...standing, since: day('2026-11-18') }, held, today)).toMatchObject({
      reason: expect.stringMatching('before you had this role'),
    })
  })

  it('reads nothing with a role of today, of their own staff, or of their own session', () => {
    expect(mayRead({ ...standing, since: today }, today, today).ok).toBe(false)
    expect(mayRead({ ...standing, since: null }, held, today).ok).toBe(false)
    expect(mayRead({ ...standing, near: 'You are the line manager' }, held, today)).toMatchObject({ ok: false })
    expect(mayRead({ ...standing, reads: true }, held, today).ok).toBe(false)
  })

  it('has an opening for an hour, and it is nobody else’s', () => {
    const now = moment('2026-11-20T10:00:00Z')
    const [noor, ruth] = ['noor', 'ruth'] as unknown as [PersonId, PersonId]
    const reading = {
      ...readingFrom(now),
      id: 'l' as Id<'lead reading'>,
      record: 'r' as Id<'session record'>,
      lead: noor,
      purpose: 'quality of supervision' as const,
    }
    expect(reading.until).toBe(addMinutes(now, 60))
    expect(openReading([reading], noor, addMinutes(now, 59))).toBe(reading)
    expect(openReading([reading], noor, addMinutes(now, 60))).toBeNull()
    expect(openReading([reading], ruth, now)).toBeNull()
  })
})
