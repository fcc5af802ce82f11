import { describe, expect, it } from 'vitest'
import type { PersonId } from '../../platform/ids.ts'
import { day } from '../../platform/time/day.ts'
import { covers, type Grant, hasHeldBeforeToday, heldSince, leadRoles, nearness, tooClose } from './lead.ts'

const [amina, noor, ben] = ['amina', 'noor', 'ben'] as unknown as [PersonId, PersonId, PersonId]
const today = day('2026-11-20')
const grant = (given: Partial<Grant>): Grant => ({
  person: noor,
  role: 'named professional',
  from: day('2024-01-01'),
  to: null,
  grantedOn: day('2024-01-01'),
  grantedBy: ben,
  grantedToSelf: false,
  ...given,
})

describe('a role that opens something', () => {
  const held = (given: Partial<Grant>) => hasHeldBeforeToday([grant(given)], noor, leadRoles, today)
  it('has been held since before today, by a grant made before today', () => {
    expect(held({})).toBe(true)
    expect(held({ from: day('2026-11-19'), grantedOn: day('2026-11-19') })).toBe(true)
    expect(held({ from: today })).toBe(false)
    expect(held({ from: day('2020-01-01'), grantedOn: today })).toBe(false)
  })

  it('is in force today, is one of those asked for, and was given by somebody else', () => {
    expect(held({ to: day('2026-11-19') })).toBe(false)
    expect(held({ to: today })).toBe(true)
    expect(held({ from: day('2026-11-21') })).toBe(false)
    expect(held({ role: 'director' })).toBe(false)
    expect(held({ grantedToSelf: true })).toBe(false)
    expect(held({ person: ben })).toBe(false)
  })

  it('counts from the earliest of several grants', () => {
    const grants = [grant({ from: day('2025-05-01') }), grant({ role: 'designated professional', from: today })]
    expect(heldSince(grants, noor, leadRoles, today)).toBe('2025-05-01')
  })
})

describe('the service of a lead', () => {
  const tree = [
    { unit: 'children', parent: null },
    { unit: 'visiting', parent: 'children' },
    { unit: 'riverside', parent: 'visiting' },
    { unit: 'mental', parent: null },
  ]
  it('is their units and everything beneath; a post at the top covers all', () => {
    expect(covers(['visiting'], ['riverside'], tree)).toBe(true)
    expect(covers(['riverside'], ['visiting'], tree)).toBe(false)
    expect(covers(['visiting'], ['mental', 'children'], tree)).toBe(false)
    expect(covers([null], ['mental'], tree)).toBe(true)
    expect(covers([null], [], tree)).toBe(true)
    expect(covers(['visiting'], [null], tree)).toBe(false)
    expect(covers([], ['riverside'], tree)).toBe(false)
  })

  it('ends also where a tree goes round in a circle', () => {
    const circle = [
      { unit: 'a', parent: 'b' },
      { unit: 'b', parent: 'a' },
    ]
    expect(covers(['c'], ['a'], circle)).toBe(false)
  })
})

describe('standing too near', () => {
  const lines = [{ person: ben, manager: amina }]
  it('is being of the session, or managing somebody of it', () => {
    expect(nearness(noor, [ben], lines)).toBeNull()
    expect(nearness(ben, [ben], lines)).toContain('your own')
    expect(nearness(amina, [ben], lines)).toContain('line manager')
    expect(nearness(amina, [noor], lines)).toBeNull()
  })

  it('is one line between the two who would vouch for each other, either way', () => {
    expect(tooClose(amina, noor, lines)).toBeNull()
    expect(tooClose(amina, ben, lines)).toContain('your line manager')
    expect(tooClose(ben, amina, lines)).toContain('You are the line manager')
    expect(tooClose(ben, ben, lines)).toContain('second person')
  })
})
