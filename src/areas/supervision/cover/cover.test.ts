import { describe, expect, it } from 'vitest'
import type { Id } from '../../../platform/ids.ts'
import { addDays, day } from '../../../platform/time/day.ts'
import { amina, ben, dora, femi, now, stranger } from '../session/session.examples.ts'
import { type Cover, type Covered, type CoverId, end, grant, isStanding, readsUntil, usualEnd } from './cover.ts'

const today = day('2026-11-20')
const covered: Covered = { holder: ben, open: true, supervisors: [amina], covers: [], lineManagers: [femi] }
const asked = { by: ben, colleague: dora, until: usualEnd(today), today }
const cover: Cover = {
  id: '00000000-0000-4000-8000-0000000c0401' as CoverId,
  caseId: '00000000-0000-4000-8000-0000000ca5e1' as Id<'case'>,
  colleague: dora,
  grantedBy: ben,
  grantedAt: now,
  until: usualEnd(today),
  endedAt: null,
}

describe('cover', () => {
  it('is granted by the holder or a supervisor of the case, four weeks unless said otherwise', () => {
    expect(usualEnd(today)).toBe('2026-12-18')
    expect(grant(covered, asked).ok).toBe(true)
    expect(grant(covered, { ...asked, by: amina }).ok).toBe(true)
    expect(grant(covered, { ...asked, by: stranger }).ok).toBe(false)
  })
  it('cannot be passed on or lengthened by whoever covers', () => {
    const already = { ...covered, covers: [cover] }
    expect(grant(already, { ...asked, by: dora, colleague: stranger }).ok).toBe(false)
    expect(grant(already, asked)).toMatchObject({ ok: false, field: 'colleague' })
    expect(end(cover, ben, dora, today).ok).toBe(false)
  })
  it('goes to a colleague who is not the line manager, for an open case, to a sensible day', () => {
    expect(grant(covered, { ...asked, colleague: femi })).toMatchObject({ ok: false, field: 'colleague' })
    expect(grant(covered, { ...asked, colleague: ben })).toMatchObject({ ok: false, field: 'colleague' })
    expect(grant({ ...covered, open: false }, asked).ok).toBe(false)
    expect(grant(covered, { ...asked, until: addDays(today, -1) })).toMatchObject({ ok: false, field: 'until' })
    expect(grant(covered, { ...asked, until: addDays(today, 84) }).ok).toBe(true)
    expect(grant(covered, { ...asked, until: addDays(today, 85) })).toMatchObject({ ok: false, field: 'until' })
  })
  it('ends by itself after its day, and by the holder or whoever granted it', () => {
    expect(isStanding(cover, cover.until)).toBe(true)
    expect(isStanding(cover, addDays(cover.until, 1))).toBe(false)
    expect(readsUntil(cover)).toBe('2026-12-19T00:00:00.000Z')
    expect(readsUntil({ until: day('2027-06-30') })).toBe('2027-06-30T23:00:00.000Z')
    expect(end(cover, ben, ben, today).ok).toBe(true)
    expect(end({ ...cover, grantedBy: amina }, ben, amina, today).ok).toBe(true)
    expect(end(cover, ben, amina, today).ok).toBe(false)
    expect(end({ ...cover, endedAt: now }, ben, ben, today).ok).toBe(false)
  })
})
