import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../../platform/time/day.ts'
import { amina, ben, dora, now, stranger } from '../session/session.examples.ts'
import type { RecordPart } from '../terms.ts'
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

const parts: readonly RecordPart[] = [
  { key: 'focus', label: 'What we talked about', prompt: '', needed: true },
  { key: 'learning', label: 'What was learned', prompt: '', needed: false },
]
const texts = { focus: 'How the visits go' }
const draft: RecordFacts = {
  id: 'r1' as RecordId,
  kind: 'session',
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
    const free = parts.map((part) => ({ ...part, needed: false }))
    expect(signOff(draft, amina, { fromSave: 3, texts: {}, parts: free }, now)).toMatchObject({ ok: false })
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
        let record: RecordFacts = { ...draft, save: 0 }
        const versions: string[] = []
        const answers: RecordAnswer[] = []
        for (const { deed: what, who, behind, text } of deeds) {
          const fromSave = record.save - behind
          const given = { focus: text, why: text }
          const before = record
          if (what === 'save') {
            const saved = saveDraft(record, who, fromSave, now)
            expect(saved.ok).toBe(who === amina && behind === 0 && before.drafting)
            if (saved.ok) record = saved.value
          } else if (what === 'sign') {
            const done = signOff(record, who, { fromSave, texts: given, parts }, now)
            if (done.ok) {
              expect(behind).toBe(0)
              record = done.value
              versions.push(text)
            }
          } else if (what === 'amend') {
            const open = amend(record, who, now)
            if (open.ok) record = open.value
          } else {
            const said = answer(
              record,
              [ben],
              answers,
              { by: who, version: record.version - behind, outcome: 'agreed', comment: '' },
              now,
            )
            if (said.ok) answers.push(said.value)
          }
          expect(record.version).toBe(versions.length)
          expect(versions.every((one) => one !== '')).toBe(true)
          expect(new Set(answers.map((one) => `${one.version} ${one.person}`)).size).toBe(answers.length)
          if (record !== before) expect(record.save).toBeGreaterThanOrEqual(before.save + 1)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
