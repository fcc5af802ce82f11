import { describe, expect, it } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { LearningSet } from '../set/set.ts'
import { answersFrom, answersTyped } from './question.form.ts'
import { answered, type Question } from './question.ts'
import {
  asksFor,
  decideDeclining,
  decideSave,
  decideSend,
  decideTakingBack,
  isAhead,
  mayAnswer,
  type Questionnaire,
  readersOf,
} from './questionnaire.ts'

const today = day('2026-11-20')
const at = moment('2026-11-20T10:00:00Z')
const [farah, uma, ben, dora] = [newId<'person'>(), newId<'person'>(), newId<'person'>(), newId<'person'>()]
const stretch = (person: typeof farah, as: 'facilitator' | 'deputy' | 'member', from = '2026-11-01') => ({
  id: newId<'membership'>(),
  person,
  as,
  from: day(from),
  until: null,
})
const set: LearningSet = {
  id: newId<'set'>(),
  name: 'Tuesday set',
  type: 'action-learning-set',
  from: day('2026-11-01'),
  until: null,
  madeBy: farah,
  madeAt: at,
  version: 1,
  memberships: [
    stretch(farah, 'facilitator'),
    stretch(uma, 'deputy'),
    stretch(ben, 'member'),
    stretch(dora, 'member', '2026-08-01'),
  ],
}
const begun: Questionnaire = {
  id: newId<'questionnaire'>(),
  set: set.id,
  person: ben,
  save: 2,
  version: 0,
  sentAt: null,
  declinedAt: null,
}

describe('the questionnaire', () => {
  it('is answered by members; those who lead the set that day read it', () => {
    expect(mayAnswer(set, ben, today).ok).toBe(true)
    expect(mayAnswer(set, farah, today).ok).toBe(false)
    expect(mayAnswer(set, newId<'person'>(), today).ok).toBe(false)
    expect([...readersOf(set, ben, today)].toSorted()).toEqual([farah, uma].toSorted())
    expect(readersOf(set, uma, today)).toEqual([farah])
  })

  it('is kept from its newest save only', () => {
    expect(decideSave(begun, 2)).toMatchObject({ ok: true, value: { save: 3 } })
    expect(decideSave(begun, 1).ok).toBe(false)
  })

  it('is sent with something in it, and sent again', () => {
    expect(decideSend(begun, {}, at).ok).toBe(false)
    const sent = decideSend(begun, { hopes: 'To listen' }, at)
    expect(sent).toMatchObject({ ok: true, value: { version: 1, sentAt: at } })
    if (sent.ok) expect(decideSend(sent.value, { hopes: 'More' }, at)).toMatchObject({ value: { version: 2 } })
  })

  it('is taken back when it was sent, and declined when it was not', () => {
    expect(decideTakingBack(begun).ok).toBe(false)
    expect(decideTakingBack({ ...begun, version: 1, sentAt: at })).toMatchObject({ value: { sentAt: null } })
    expect(decideDeclining({ ...begun, version: 1, sentAt: at }, at).ok).toBe(false)
    const declined = decideDeclining(begun, at)
    expect(declined).toMatchObject({ value: { declinedAt: at } })
    if (declined.ok) expect(decideSave(declined.value, 2)).toMatchObject({ value: { declinedAt: null } })
  })

  it('is asked for in the weeks after somebody joined, until they met, sent or declined', () => {
    const asks = { person: ben, own: null, firstMeeting: null, today }
    expect(asksFor(set, asks)).toBe(true)
    expect(asksFor(set, { ...asks, own: begun, firstMeeting: day('2026-11-24') })).toBe(true)
    expect(asksFor(set, { ...asks, firstMeeting: day('2026-11-19') })).toBe(false)
    expect(asksFor(set, { ...asks, own: { ...begun, version: 1, sentAt: at } })).toBe(false)
    expect(asksFor(set, { ...asks, own: { ...begun, declinedAt: at } })).toBe(false)
    expect(asksFor(set, { ...asks, person: dora })).toBe(false)
    expect(asksFor(set, { ...asks, person: farah })).toBe(false)
  })
})

describe('answers', () => {
  const question = (key: string, answer: Question['answer']): Question => ({
    key,
    label: key,
    hint: '',
    answer,
    choices: [],
    forAll: false,
  })
  const questions = [question('hopes', 'words'), question('worth', 'scale')]
  it('leave out what is empty', () => {
    expect(answersFrom(questions, { 'answer--hopes': 'To listen', 'answer--worth': null })).toEqual({
      hopes: 'To listen',
    })
    expect(answered(questions, { worth: '4' }).map((one) => one.key)).toEqual(['worth'])
  })
  it('are kept as they are typed, however far they have come', () => {
    const typed = answersTyped(questions, { 'answer--hopes': 'x'.repeat(9_000), 'answer--worth': '' })
    expect(typed.hopes).toHaveLength(4_000)
    expect(Object.keys(typed)).toEqual(['hopes'])
  })
})

describe('the first meeting of somebody in a set', () => {
  const ahead = (person: typeof farah, met: readonly string[]) => isAhead(set, { person, met: met.map(day), today })
  it('is ahead until the set has met since they joined', () => {
    expect(ahead(ben, [])).toBe(true)
    expect(ahead(ben, ['2026-10-20'])).toBe(true)
    expect(ahead(ben, ['2026-11-10'])).toBe(false)
  })
  it('is not ahead for somebody who is not in the set', () => expect(ahead(newId<'person'>(), [])).toBe(false))
})
