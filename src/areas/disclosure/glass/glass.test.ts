import { describe, expect, it } from 'vitest'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { addMinutes, moment } from '../../../platform/time/moment.ts'
import {
  decide,
  type Glass,
  type GlassId,
  open,
  review,
  reviewDue,
  stateOf,
  tellConcerned,
  tellingDue,
} from './glass.ts'

const [sana, marek, noor] = ['sana', 'marek', 'noor'] as unknown as [PersonId, PersonId, PersonId]
const now = moment('2026-11-20T10:00:00Z')
const today = day('2026-11-20')
const waiting: Glass = {
  id: 'g' as GlassId,
  record: 'r' as Id<'session record'>,
  askedBy: sana,
  askedAt: now,
  expiresAt: addMinutes(now, 24 * 60),
  cause: 'author ill or away',
  riskInTelling: false,
  answers: [],
  opening: null,
  tellings: [],
  review: null,
}
const answered = (answer: 'agreed' | 'refused', by = marek, tellOn: Glass['answers'][number]['tellOn'] = null) => ({
  by,
  at: now,
  answer,
  tellOn,
})
const agreed: Glass = { ...waiting, answers: [answered('agreed')] }
const opened: Glass = { ...agreed, opening: { at: now, until: addMinutes(now, 60) } }

describe('a request', () => {
  it('waits for a day, an agreement for four hours', () => {
    expect(stateOf(waiting, addMinutes(now, 24 * 60 - 1))).toBe('waiting')
    expect(stateOf(waiting, addMinutes(now, 24 * 60))).toBe('expired')
    expect(stateOf(agreed, addMinutes(now, 4 * 60 - 1))).toBe('agreed')
    expect(stateOf(agreed, addMinutes(now, 4 * 60))).toBe('expired')
  })

  it('is answered by another, once each, and ends with two refusals', () => {
    const given = { by: marek, answer: 'agreed' as const, tellOn: null }
    expect(decide(waiting, given, now)).toMatchObject({ ok: true, value: { answer: 'agreed' } })
    expect(decide(waiting, { ...given, by: sana }, now).ok).toBe(false)
    const once = { ...waiting, answers: [answered('refused')] }
    expect(decide(once, given, now).ok).toBe(false)
    expect(decide(once, { ...given, by: noor }, now).ok).toBe(true)
    const twice = { ...waiting, answers: [answered('refused'), answered('refused', noor)] }
    expect(stateOf(twice, now)).toBe('refused')
    expect(open(twice, sana, now).ok).toBe(false)
    expect(decide(waiting, { ...given, tellOn: today }, now)).toMatchObject({ ok: false, field: 'tellOn' })
  })
})

describe('the opening', () => {
  it('is the asker’s, after an agreement, once, and ends to the second after an hour', () => {
    expect(open(waiting, sana, now).ok).toBe(false)
    expect(open(agreed, marek, now).ok).toBe(false)
    expect(open(agreed, sana, now)).toEqual({ ok: true, value: { at: now, until: addMinutes(now, 60) } })
    expect(open(opened, sana, now).ok).toBe(false)
    expect(stateOf(opened, moment('2026-11-20T10:59:59.999Z'))).toBe('open')
    expect(stateOf(opened, moment('2026-11-20T11:00:00Z'))).toBe('to review')
  })
})

describe('telling those concerned', () => {
  const later = { ...opened, answers: [answered('agreed', marek, day('2026-12-01'))] }
  it('is due when it was opened, or on the later day', () => {
    expect(tellingDue(waiting)).toBeNull()
    expect(tellingDue(opened)).toBe(today)
    expect(tellingDue(later)).toBe('2026-12-01')
  })

  it('is decided by the second person or a reviewer, never by the asker', () => {
    const given = { by: marek, decision: 'told' as const, tellOn: null, mayReview: false }
    expect(tellConcerned(later, given, now).ok).toBe(true)
    expect(tellConcerned(later, { ...given, by: noor }, now).ok).toBe(false)
    expect(tellConcerned(later, { ...given, by: noor, mayReview: true }, now).ok).toBe(true)
    expect(tellConcerned(later, { ...given, by: sana, mayReview: true }, now).ok).toBe(false)
    expect(tellConcerned(agreed, given, now).ok).toBe(false)
    expect(tellConcerned(later, { ...given, decision: 'later', tellOn: today }, now)).toMatchObject({ field: 'tellOn' })
    const told = { ...later, tellings: [{ by: marek, at: now, decision: 'told' as const, tellOn: null }] }
    expect(tellConcerned(told, given, now).ok).toBe(false)
    expect(tellingDue(told)).toBeNull()
  })
})

describe('the review', () => {
  const over = addMinutes(now, 61)
  const given = { by: noor, outcome: 'justified' as const }
  it('is by a third, once, after the hour, due in a week', () => {
    expect(review(opened, given, now).ok).toBe(false)
    expect(review(opened, given, over).ok).toBe(true)
    expect(review(opened, { ...given, by: marek }, over).ok).toBe(false)
    expect(review(opened, { ...given, by: sana }, over).ok).toBe(false)
    expect(review(waiting, given, over).ok).toBe(false)
    expect(reviewDue(opened)).toBe('2026-11-27')
    const done = { ...opened, review: { ...given, at: over } }
    expect(review(done, given, over).ok).toBe(false)
    expect(reviewDue(done)).toBeNull()
  })
})
