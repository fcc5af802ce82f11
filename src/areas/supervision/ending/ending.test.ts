import { describe, expect, it } from 'vitest'
import { newId, type PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { addMinutes, moment } from '../../../platform/time/moment.ts'
import {
  choicesForAction,
  choicesForSession,
  decideEnding,
  decideTakeBack,
  type Endable,
  type NewEnding,
  otherOf,
} from './ending.ts'

const [ben, amina, uma, grace] = [newId<'person'>(), newId<'person'>(), newId<'person'>(), newId<'person'>()]
const today = day('2026-11-27')
const now = moment('2026-11-27T10:00:00Z')
const plain: NewEnding = {
  id: newId<'ending'>(),
  supervisee: ben,
  supervisor: amina,
  on: today,
  talked: { on: day('2026-11-20') },
  kind: 'moved',
  parts: ['one-to-one-clinical'],
  successor: null,
}
const contract = newId<'agreement'>()
const endable: readonly Endable[] = ['one-to-one-clinical', 'case-work'].map((key) => ({
  key,
  name: key,
  type: key,
  pair: newId<'pair'>(),
  agreements: [contract],
}))
const decide = (what: Partial<NewEnding>, by: PersonId = ben) =>
  decideEnding({ ...plain, ...what }, by, { endable, now, today })
const reasonOf = (decision: { ok: boolean; reason?: string }) => (decision.ok ? 'ok' : decision.reason)
const ended = (what: Partial<NewEnding> = {}) => {
  const decision = decide(what)
  if (!decision.ok) throw new Error(decision.reason)
  return decision.value
}

describe('ending supervision', () => {
  it('is for either of the two, and for nobody else', () => {
    expect(decide({}).ok).toBe(true)
    expect(decide({}, amina).ok).toBe(true)
    expect(reasonOf(decide({}, grace))).toContain('Only the two people')
  })

  it('needs that they talked about it lately, or why they could not', () => {
    expect(decide({ talked: { on: today } }).ok).toBe(true)
    expect(decide({ talked: { notBecause: 'risk' } }).ok).toBe(true)
    expect(decide({ talked: { on: day('2026-11-28') } })).toMatchObject({ ok: false, field: 'talkedOn' })
    expect(decide({ talked: { on: day('2026-08-01') } })).toMatchObject({ ok: false, field: 'talkedOn' })
  })

  it('is never in the past, and within three months', () => {
    expect(decide({ on: day('2026-11-26') })).toMatchObject({ ok: false, field: 'on' })
    expect(decide({ on: day('2027-02-27') }).ok).toBe(true)
    expect(decide({ on: day('2027-02-28') })).toMatchObject({ ok: false, field: 'on' })
  })

  it('ends only what the two have together', () => {
    expect(decide({ parts: [] })).toMatchObject({ ok: false, field: 'parts' })
    expect(decide({ parts: ['peer-review'] })).toMatchObject({ ok: false, field: 'parts' })
  })

  it('keeps a contract that another kind of the two still needs', () => {
    expect(ended()).toMatchObject({ types: ['one-to-one-clinical'], pairs: [endable[0]?.pair], agreements: [] })
    expect(ended({ parts: ['one-to-one-clinical', 'case-work'] }).agreements).toEqual([contract])
  })

  it('lets the supervisee alone say who comes next, somebody else', () => {
    expect(decide({ successor: uma }).ok).toBe(true)
    expect(decide({ successor: uma }, amina)).toMatchObject({ ok: false, field: 'with' })
    expect(decide({ successor: amina })).toMatchObject({ ok: false, field: 'with' })
    expect(decide({ successor: ben })).toMatchObject({ ok: false, field: 'with' })
  })
})

describe('taking it back', () => {
  const takeBack = (by: PersonId, minutes: number, actedOn = false) =>
    decideTakeBack(ended(), by, { now: addMinutes(now, minutes), actedOn })

  it('is for whoever ended it, for 24 hours', () => {
    expect(takeBack(ben, 0).ok).toBe(true)
    expect(takeBack(ben, 24 * 60).ok).toBe(true)
    expect(takeBack(ben, 24 * 60 + 1).ok).toBe(false)
    expect(takeBack(amina, 0).ok).toBe(false)
  })

  it('is not possible once something was decided because of it, or twice', () => {
    expect(reasonOf(takeBack(ben, 1, true))).toContain('choose each other again')
    const back = takeBack(ben, 1)
    if (!back.ok) throw new Error(back.reason)
    expect(decideTakeBack(back.value, ben, { now, actedOn: false }).ok).toBe(false)
  })
})

describe('what is still open', () => {
  it('is with the other one of the two', () => {
    expect([otherOf(ended(), ben), otherOf(ended(), amina)]).toEqual([amina, ben])
  })

  it('is decided by the two; the new supervisor is asked by the supervisee', () => {
    const [without, changed] = [ended(), ended({ successor: uma })]
    expect(choicesForSession(without, ben)).toEqual(['keep', 'cancel'])
    expect(choicesForSession(changed, ben)).toEqual(['keep', 'cancel', 'ask the new supervisor'])
    expect(choicesForSession(changed, amina)).toEqual(['keep', 'cancel'])
    expect(choicesForSession(changed, uma)).toEqual([])
  })

  it('an action is its owner’s; only the supervisee takes one along', () => {
    expect(choicesForAction(ended(), ben, ben)).toEqual(['keep', 'take along', 'close'])
    expect(choicesForAction(ended(), amina, amina)).toEqual(['keep', 'close'])
    expect(choicesForAction(ended(), ben, amina)).toEqual([])
    expect(choicesForAction(ended(), grace, grace)).toEqual([])
  })
})
