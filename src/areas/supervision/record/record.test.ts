import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../../platform/time/day.ts'
import { amina, ben, dora, now, stranger } from '../session/session.examples.ts'
import { plainPart, type RecordPart } from '../terms/terms.ts'
import {
  amend,
  answer,
  latenessOf,
  type RecordAnswer,
  type RecordFacts,
  type RecordId,
  saveDraft,
  signOff,
  unanswered,
} from './record.ts'

const part = { ...plainPart('focus', 'What we talked about', '', 'always'), section: 'Together' }
const parts: readonly RecordPart[] = [part, { ...part, key: 'learning', label: 'What was learned', needed: 'no' }]
const texts = { focus: 'How the visits go' }
const draft: RecordFacts = {
  id: 'r1' as RecordId,
  kind: 'session',
  caseId: null,
  writer: amina,
  version: 0,
  save: 3,
  drafting: true,
  savedAt: now,
}
const signed: RecordFacts = { ...draft, version: 1, save: 4, drafting: false }

describe('a record', () => {
  it('is saved by its writer, from the newest save only', () => {
    expect(saveDraft(draft, amina, 3, now)).toMatchObject({ ok: true, value: { save: 4, version: 0 } })
    expect(saveDraft(draft, amina, 2, now)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/nothing is lost/),
    })
    expect(saveDraft(draft, ben, 3, now)).toMatchObject({ ok: false })
  })
  it('is signed off as a version when its needed parts are there', () => {
    expect(signOff(draft, amina, { fromSave: 3, texts, parts }, now)).toMatchObject({
      value: { version: 1, drafting: false },
    })
    expect(signOff(draft, amina, { fromSave: 3, texts: { focus: '  ' }, parts }, now)).toMatchObject({ field: 'focus' })
    expect(signOff(draft, ben, { fromSave: 3, texts, parts }, now)).toMatchObject({ ok: false })
  })
  it('cannot be signed off empty even when no part is needed', () => {
    const free = parts.map((one) => ({ ...one, needed: 'no' as const }))
    expect(signOff(draft, amina, { fromSave: 3, texts: {}, parts: free }, now)).toMatchObject({ ok: false })
  })
  it('asks for the parts of a section only once it was begun', () => {
    const each = { ...part, section: 'Each case', needed: 'once begun' as const }
    const withCases = [...parts, { ...each, key: 'risks', label: 'Risks' }, { ...each, key: 'plan', label: 'Plan' }]
    expect(signOff(draft, amina, { fromSave: 3, texts, parts: withCases }, now)).toMatchObject({ ok: true })
    const begun = { ...texts, risks: 'Alone in the evenings' }
    expect(signOff(draft, amina, { fromSave: 3, texts: begun, parts: withCases }, now)).toMatchObject({ field: 'plan' })
  })
  it('does not change after signing off but by an amendment that says why', () => {
    expect(saveDraft(signed, amina, 4, now)).toMatchObject({ ok: false, reason: expect.stringMatching(/Amend/) })
    const open = amend(signed, amina, now)
    if (!open.ok) throw new Error(open.reason)
    expect(open.value).toMatchObject({ version: 1, drafting: true, save: 5 })
    expect(signOff(open.value, amina, { fromSave: 5, texts, parts }, now)).toMatchObject({ ok: false, field: 'why' })
    const again = signOff(open.value, amina, { fromSave: 5, texts: { ...texts, why: 'A date was wrong' }, parts }, now)
    expect(again).toMatchObject({ ok: true, value: { version: 2 } })
    expect(amend(draft, amina, now)).toMatchObject({ ok: false })
  })
  it('is answered by each supervisee once for each version', () => {
    const agreed = { by: ben, version: 1, outcome: 'agreed' as const, comment: '' }
    const first = answer(signed, [ben, dora], [], agreed, now)
    if (!first.ok) throw new Error(first.reason)
    expect(unanswered(signed, [ben, dora], [first.value])).toEqual([dora])
    expect(answer(signed, [ben, dora], [first.value], agreed, now)).toMatchObject({ ok: false })
    expect(unanswered({ ...signed, version: 2 }, [ben, dora], [first.value])).toEqual([ben, dora])
  })
  it('is not answered by others, too early, from an old version, or by an empty comment', () => {
    const agreed = { by: ben, version: 1, outcome: 'agreed' as const, comment: '' }
    expect(answer(signed, [ben], [], { ...agreed, by: stranger }, now)).toMatchObject({ ok: false })
    expect(answer(draft, [ben], [], { ...agreed, version: 0 }, now)).toMatchObject({ ok: false })
    expect(answer({ ...signed, version: 2 }, [ben], [], agreed, now)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/amended/),
    })
    expect(answer(signed, [ben], [], { ...agreed, outcome: 'commented' }, now)).toMatchObject({ field: 'comment' })
  })
  it('says when it was written late', () => {
    expect(latenessOf(day('2026-11-16'), day('2026-11-20'))).toBe('Written 4 days after')
    expect(latenessOf(day('2026-11-19'), day('2026-11-20'))).toBeNull()
  })
})

type Told = { record: RecordFacts; versions: string[]; answers: RecordAnswer[] }
type Deed = { deed: string; who: typeof amina; behind: number; text: string }

function tell(told: Told, { deed, who, behind, text }: Deed) {
  const { record, answers } = told
  const fromSave = record.save - behind
  if (deed === 'save') {
    const saved = saveDraft(record, who, fromSave, now)
    expect(saved.ok).toBe(who === amina && behind === 0 && record.drafting)
    if (saved.ok) told.record = saved.value
  } else if (deed === 'sign') {
    const done = signOff(record, who, { fromSave, texts: { focus: text, why: text }, parts }, now)
    if (!done.ok) return
    expect(behind).toBe(0)
    told.record = done.value
    told.versions.push(text)
  } else if (deed === 'amend') {
    const open = amend(record, who, now)
    if (open.ok) told.record = open.value
  } else {
    const what = { by: who, version: record.version - behind, outcome: 'agreed' as const, comment: '' }
    const said = answer(record, [ben], answers, what, now)
    if (said.ok) answers.push(said.value)
  }
}

describe('versions of a record, whatever people do', () => {
  it('are numbered without gaps, never change, and no stale save gets in', () => {
    const deed = fc.record({
      deed: fc.constantFrom('save', 'sign', 'amend', 'answer'),
      who: fc.constantFrom(amina, ben, stranger),
      behind: fc.nat(2),
      text: fc.constantFrom('', 'one', 'two'),
    })
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
        const told: Told = { record: { ...draft, save: 0 }, versions: [], answers: [] }
        for (const one of deeds) {
          const before = told.record
          tell(told, one)
          expect(told.record.version).toBe(told.versions.length)
          expect(told.versions.every((text) => text !== '')).toBe(true)
          expect(new Set(told.answers.map((said) => `${said.version} ${said.person}`)).size).toBe(told.answers.length)
          if (told.record !== before) expect(told.record.save).toBe(before.save + 1)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
