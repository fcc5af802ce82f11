import { describe, expect, it } from 'vitest'
import { day } from '../../../platform/time/day.ts'
import { amina, ben, dora, now, stranger } from '../session/session.examples.ts'
import { choose, consent, end, isStanding, type Pair, type PairId, resumed } from './pair.ts'

const today = day('2026-11-20')
const wish = {
  id: 'p1' as PairId,
  supervisee: ben,
  supervisor: amina,
  type: 'one-to-one-clinical',
  by: ben,
  lineManager: false,
}

function chosen(change: Partial<typeof wish> = {}): Pair {
  const decision = choose({ ...wish, ...change }, [], now, today)
  if (!decision.ok) throw new Error(decision.reason)
  return decision.value
}

describe('a supervisory pair', () => {
  it('stands at once when the supervisee chooses', () => {
    expect(chosen()).toMatchObject({ state: 'agreed', consentedAt: now, from: today })
  })
  it('waits for the supervisee when somebody else asks, line managers above all', () => {
    const asked = chosen({ by: amina, lineManager: true })
    expect(asked).toMatchObject({ state: 'asked', consentedAt: null, from: null })
    expect(consent(asked, amina, true, now, today)).toMatchObject({ ok: false })
    expect(consent(asked, ben, true, now, today)).toMatchObject({
      ok: true,
      value: { state: 'agreed', consentedAt: now },
    })
    expect(consent(asked, ben, false, now, today)).toMatchObject({ ok: true, value: { state: 'declined', from: null } })
  })
  it('may stand beside others, for each type, but not twice the same', () => {
    expect(choose({ ...wish, supervisor: dora }, [chosen()], now, today)).toMatchObject({ ok: true })
    expect(choose({ ...wish, type: 'peer' }, [chosen()], now, today)).toMatchObject({ ok: true })
    expect(choose(wish, [chosen()], now, today)).toMatchObject({ ok: false, field: 'supervisor' })
  })
  it('is never somebody with themselves', () => {
    expect(choose({ ...wish, supervisor: ben }, [], now, today)).toMatchObject({ ok: false, field: 'supervisor' })
  })
  it('is ended by either side, from a day, and can be chosen again', () => {
    expect(end(chosen(), stranger, { on: today, today })).toMatchObject({ ok: false })
    const ended = end(chosen(), amina, { on: today, today })
    if (!ended.ok) throw new Error(ended.reason)
    expect(isStanding(chosen(), today)).toBe(true)
    expect(isStanding(ended.value, today)).toBe(false)
    expect(choose(wish, [ended.value], now, today)).toMatchObject({ ok: true })
  })
  it('stands until the day on which it ends, and again when that is taken back', () => {
    const [later, on] = [day('2026-12-01'), day('2026-12-05')]
    const ended = end(chosen(), ben, { on, today })
    if (!ended.ok) throw new Error(ended.reason)
    expect([isStanding(ended.value, later), isStanding(ended.value, on)]).toEqual([true, false])
    expect(choose(wish, [ended.value], now, today)).toMatchObject({ ok: true })
    expect(isStanding(resumed(ended.value), on)).toBe(true)
    expect(end(chosen(), ben, { on: day('2026-11-19'), today })).toMatchObject({ ok: false })
    const begins = choose({ ...wish, from: later }, [], now, today)
    const never = begins.ok ? end(begins.value, ben, { on: today, today }) : begins
    expect(never).toMatchObject({ ok: true, value: { state: 'ended', from: later, to: later } })
    expect(begins).toMatchObject({ ok: true, value: { from: later } })
  })
})
