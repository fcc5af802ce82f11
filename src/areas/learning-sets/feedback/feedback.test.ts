import { describe, expect, it } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { Cohort } from '../cohort/cohort.ts'
import type { Question } from '../questionnaire/question.ts'
import { consentFrom } from './feedback.form.ts'
import {
  askedOf,
  decideGiving,
  decideKeeping,
  decideShowing,
  fallen,
  type Feedback,
  heldBack,
  isAsked,
  type Quoting,
} from './feedback.ts'
import { countsOf, readAnswers } from './feedback.view.ts'

const at = moment('2026-11-20T10:00:00Z')
const [ben, dora, femi, farah] = [newId<'person'>(), newId<'person'>(), newId<'person'>(), newId<'person'>()]
const cohort: Cohort = {
  id: newId<'cohort'>(),
  programme: newId<'programme'>(),
  name: 'Autumn 2026',
  from: day('2026-01-10'),
  lastDay: day('2026-12-01'),
  madeBy: farah,
  madeAt: at,
  version: 1,
}
const none: Feedback = { id: newId<'feedback'>(), cohort: cohort.id, person: ben, save: 0, draft: 0, givenAt: at }
const words = (key: string): Question => ({ key, label: key, hint: '', answer: 'words', choices: [], forAll: false })
const worth: Question = { ...words('worth'), answer: 'scale' }

describe('giving feedback', () => {
  const what = { cohort, answers: { confidence: 'I speak up' }, fromSave: 0 }

  it('is asked of who takes part, and of members to the end', () => {
    const stretch = (person: typeof ben, as: 'member' | 'facilitator', until: string | null) => ({
      id: newId<'membership'>(),
      person,
      as,
      from: day('2026-01-10'),
      until: until === null ? null : day(until),
    })
    const set = {
      id: newId<'set'>(),
      name: 'West',
      type: 'action-learning-set',
      from: day('2026-01-10'),
      until: null,
      madeBy: farah,
      madeAt: at,
      version: 1,
      memberships: [
        stretch(farah, 'facilitator', null),
        stretch(dora, 'member', '2026-12-01'),
        stretch(femi, 'member', '2026-05-01'),
      ],
    }
    expect([...askedOf(cohort, [{ person: ben }], [set])].toSorted()).toEqual([ben, dora].toSorted())
  })

  it('is open from three weeks before the last day to eight weeks after', () => {
    expect(isAsked(cohort, day('2026-11-09'))).toBe(false)
    expect(isAsked(cohort, day('2026-11-10'))).toBe(true)
    expect(isAsked(cohort, day('2027-01-26'))).toBe(true)
    expect(isAsked(cohort, day('2027-01-27'))).toBe(false)
    expect(decideGiving(none, what, day('2026-11-09')).ok).toBe(false)
    expect(decideGiving(none, what, day('2027-01-27')).ok).toBe(false)
  })

  it('has something in it, and goes on from the newest save', () => {
    expect(decideGiving(none, what, day('2026-11-20'))).toMatchObject({ ok: true, value: { save: 1 } })
    expect(decideGiving(none, { ...what, answers: {} }, day('2026-11-20')).ok).toBe(false)
    expect(decideGiving({ ...none, save: 1, draft: 1 }, what, day('2026-11-20')).ok).toBe(false)
  })

  it('keeps itself as it is typed while it is taken, without being given', () => {
    expect(decideKeeping(none, what, day('2026-11-20'))).toMatchObject({ ok: true, value: { save: 0, draft: 1 } })
    expect(decideKeeping({ ...none, draft: 1 }, what, day('2026-11-20')).ok).toBe(false)
    expect(decideKeeping(none, what, day('2027-01-27')).ok).toBe(false)
  })
})

describe('quoting', () => {
  const quoting = (question: string, consent: Quoting['consent']): Quoting => ({
    id: newId<'quoting'>(),
    feedback: none.id,
    question,
    consent,
  })

  it('needs its author’s consent, and says the name only by consent', () => {
    expect(decideShowing(null, 'Words').ok).toBe(false)
    expect(decideShowing(quoting('tried', 'no'), 'Words').ok).toBe(false)
    expect(decideShowing(quoting('tried', 'without name'), '').ok).toBe(false)
    expect(decideShowing(quoting('tried', 'without name'), 'Words')).toMatchObject({ value: { named: false } })
    expect(decideShowing(quoting('tried', 'with name'), 'Words')).toMatchObject({ value: { named: true } })
  })

  it('falls when the consent changes or the words do', () => {
    const [tried, improve] = [quoting('tried', 'with name'), quoting('improve', 'without name')]
    const before = { answers: { tried: 'A', improve: 'B' }, quoting: [tried, improve] }
    const consent = new Map([
      ['tried', 'with name'],
      ['improve', 'without name'],
    ] as const)
    expect(fallen(before, { answers: before.answers, consent })).toEqual([])
    expect(fallen(before, { answers: { tried: 'A', improve: 'C' }, consent })).toEqual([improve.id])
    expect(fallen(before, { answers: before.answers, consent: new Map() })).toEqual([tried.id, improve.id])
  })

  it('is no when nothing was said', () => {
    expect([...consentFrom([words('tried'), worth], { 'consent--tried': null })]).toEqual([['tried', 'no']])
    expect(consentFrom([words('tried')], { 'consent--tried': 'anything' }).get('tried')).toBe('no')
  })

  it('is all that the lead sees while few have written; then everything, sorted, with names by consent alone', () => {
    const given = [
      { feedback: none, answers: { tried: 'Zeal' }, quoting: [quoting('tried', 'with name')] },
      { feedback: { ...none, person: dora }, answers: { tried: 'Calm' }, quoting: [quoting('tried', 'no')] },
    ]
    const about = { shown: new Set<Quoting['id']>(), names: new Map([[ben, 'Ben Carter']]) }
    expect(readAnswers(words('tried'), given, { ...about, held: true }).map((one) => one.words)).toEqual(['Zeal'])
    const all = readAnswers(words('tried'), given, { ...about, held: false })
    expect(all.map((one) => [one.words, one.name])).toEqual([
      ['Calm', null],
      ['Zeal', 'Ben Carter'],
    ])
    expect([heldBack(2), heldBack(3)]).toEqual([true, false])
    expect(countsOf(worth, ['5', '5', '2']).map((one) => one.count)).toEqual([0, 1, 0, 0, 2])
  })
})
