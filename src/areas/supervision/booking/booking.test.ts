import { describe, expect, it } from 'vitest'
import { amina, ben, dora, femi, tuesday } from '../session/session.examples.ts'
import { caseWork, clinical } from '../terms/terms.examples.ts'
import { type BookingPlan, decideBooking, decideHeld, type Objection, objectionsToPeople } from './booking.ts'

const plan: BookingPlan = {
  ...tuesday,
  session: null,
  terms: clinical,
  format: 'one-to-one',
  supervisor: amina,
  supervisees: [ben],
}
const soft: Objection = { check: 'supervisor', reason: 'Not a supervisor of this', mayBeOverridden: true }
const firm: Objection = { check: 'clash', reason: 'Busy then', field: 'time', mayBeOverridden: false }
const override = { reason: 'Cover for sickness', by: dora, roles: new Set(['named professional']) }

describe('booking', () => {
  it('goes ahead when nothing stands against it', () => {
    expect(decideBooking([], plan, null)).toEqual({ ok: true, value: [] })
  })
  it('is refused with every reason, beside the field of the first', () => {
    const second = { ...soft, check: 'agreement' as const, reason: 'No contract' }
    const third = { ...second, check: 'competence' as const, reason: 'Not signed off' }
    expect(decideBooking([second, third], plan, null)).toMatchObject({ reason: 'No contract. Not signed off' })
    expect(decideBooking([soft, firm], plan, override)).toMatchObject({ ok: false, reason: 'Busy then', field: 'time' })
  })
  it('says just that when the policy does not name this supervisor', () => {
    const second = { ...soft, check: 'agreement' as const, reason: 'No contract' }
    expect(decideBooking([second, soft], plan, null)).toMatchObject({ reason: 'Not a supervisor of this' })
  })
  it('names once who can instead', () => {
    const late = { ...soft, check: 'own supervision' as const, reason: 'Not supervised', others: ['Otto', 'Amina'] }
    const unsigned = { ...late, check: 'competence' as const, reason: 'Not signed off' }
    expect(decideBooking([unsigned, late], plan, null)).toMatchObject({
      reason: 'Not signed off. Not supervised. Who can supervise it instead: Amina, Otto',
    })
    expect(decideBooking([{ ...late, others: ['D', 'C', 'B', 'A'] }], plan, null)).toMatchObject({
      reason: 'Not supervised. Who can supervise it instead: A, B, C and 1 more',
    })
    expect(decideBooking([{ ...late, others: [] }], plan, null)).toMatchObject({
      reason: 'Not supervised. Nobody else is known who can supervise it now',
    })
  })
  it('may be set aside by a named role with a reason, never for their own session', () => {
    expect(decideBooking([soft], plan, override)).toEqual({ ok: true, value: [soft] })
    expect(decideBooking([soft], plan, { ...override, reason: '  ' })).toMatchObject({ ok: false })
    expect(decideBooking([soft], plan, { ...override, roles: new Set() })).toMatchObject({ ok: false })
    expect(decideBooking([soft], plan, { ...override, by: amina })).toMatchObject({ ok: false, field: 'reason' })
  })
  it('objects to too large a group, to nobody, to oneself and to the wrong format', () => {
    const group = {
      ...plan,
      terms: { ...caseWork, largestGroup: 2 },
      format: 'group' as const,
      supervisees: [ben, dora, femi],
    }
    expect(objectionsToPeople(group)).toMatchObject([{ check: 'group size', field: 'people', mayBeOverridden: true }])
    expect(objectionsToPeople({ ...plan, supervisees: [] })).toHaveLength(1)
    expect(objectionsToPeople({ ...plan, supervisees: [amina] })).toMatchObject([{ field: 'supervisor' }])
    expect(objectionsToPeople({ ...plan, terms: { ...caseWork, format: 'group' } })).toHaveLength(1)
    expect(objectionsToPeople({ ...plan, format: 'group' })).toHaveLength(1)
    expect(objectionsToPeople(plan)).toEqual([])
  })
})

describe('recording what was held', () => {
  const unsigned: Objection = {
    check: 'competence',
    reason: 'Not signed off',
    field: 'supervisor',
    mayBeOverridden: true,
  }
  it('asks why it went ahead where the supervisor was not in date, and keeps what was set aside', () => {
    expect(decideHeld([], '')).toEqual({ ok: true, value: [] })
    expect(decideHeld([unsigned], ' ')).toMatchObject({
      ok: false,
      reason: 'Not signed off. If it was held all the same, say why',
      field: 'reason',
    })
    expect(decideHeld([unsigned], 'Nobody else was there')).toEqual({ ok: true, value: [unsigned] })
  })
  it('is no way round who may supervise, or round somebody’s consent', () => {
    expect(decideHeld([unsigned, soft], 'We met')).toMatchObject({ ok: false, reason: soft.reason })
    expect(decideHeld([{ ...firm, check: 'consent' }], 'We met')).toMatchObject({ ok: false })
  })
})
