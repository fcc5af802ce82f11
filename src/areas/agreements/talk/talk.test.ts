import { describe, expect, it } from 'vitest'
import { newId, type PersonId } from '../../../platform/ids.ts'
import { moment } from '../../../platform/time/moment.ts'
import { start } from '../agreement/agreement.ts'
import type { AgreementText } from '../agreement/clauses.ts'
import { decideAnswer, decideTalkedThrough, openSuggestion, settled, stepOf } from './settling.ts'
import {
  changedIn,
  decideComment,
  decideRest,
  decideStance,
  decideSuggestion,
  details,
  type Entry,
  hasLeft,
  newClause,
  openConcerns,
  stancesOn,
  stillToAnswer,
  type Talk,
  unansweredBy,
  waitingConcerns,
} from './talk.ts'

const [farah, ben, dora, olga] = [newId(), newId(), newId(), newId()] as [PersonId, PersonId, PersonId, PersonId]
const now = moment('2026-11-20T10:00:00Z')
const clause = (key: string) => ({
  key,
  party: 'everyone',
  heading: null,
  text: `Words of ${key}`,
  source: 'S0',
  own: false,
})
const text: AgreementText = {
  title: 'Our ground rules',
  opening: '',
  blanks: [],
  clauses: [clause('commitment'), clause('punctuality')],
  term: '12 months',
}
const started = start(
  {
    id: newId(),
    kind: 'ground rules',
    template: 'set-ground-rules',
    policyVersion: newId(),
    about: null,
    parties: [
      { person: farah, as: 'facilitator' },
      { person: ben, as: 'member' },
      { person: dora, as: 'member' },
    ],
    follows: null,
  },
  farah,
  now,
)
if (!started.ok) throw new Error(started.reason)
const bare: Talk = { agreement: started.value, text, entries: [], changes: [] }

type Given = Pick<Entry, 'kind' | 'by'> & Partial<Entry>
const talk = (entries: readonly Given[], more: Partial<Talk> = {}): Talk => ({
  ...bare,
  entries: entries.map((one, at) => ({
    clause: 'commitment',
    at: now,
    version: 1,
    answers: null,
    left: null,
    number: at + 1,
    ...one,
  })),
  ...more,
})
const agrees = (by: PersonId, clauseKey: string, version = 1): Given => ({
  kind: 'agrees',
  by,
  clause: clauseKey,
  version,
})
const all = [farah, ben, dora].flatMap((by) => [agrees(by, 'commitment'), agrees(by, 'punctuality')])
const changed = (clauseKey: string | null, version: number) => ({
  kind: 'changed' as const,
  step: clauseKey === null ? ('fill in' as const) : ('change' as const),
  clause: clauseKey,
  version,
})

describe('answering clause by clause', () => {
  it('is left to everybody until they have answered everything', () => {
    expect(stillToAnswer(bare)).toEqual([farah, ben, dora])
    expect(unansweredBy(talk([agrees(ben, 'commitment')]), ben)).toEqual(['punctuality'])
    expect(stillToAnswer(talk(all))).toEqual([])
  })

  it('counts each person’s latest answer', () => {
    const one = talk([agrees(ben, 'commitment'), { kind: 'concern', by: ben }])
    expect(stancesOn(one, 'commitment').get(ben)).toMatchObject({ kind: 'concern' })
  })

  it('begins again for a clause that is changed, and for that one alone', () => {
    const one = talk(all, { changes: [changed('commitment', 2)] })
    expect(unansweredBy(one, ben)).toEqual(['commitment'])
    expect(settled(one)).toMatchObject({ ok: false, reason: '3 people have not answered everything yet' })
    expect(changedIn([changed('commitment', 2), changed('commitment', 5)], 'commitment')).toBe(5)
    expect(
      unansweredBy({ ...one, entries: [...one.entries, ...talk([agrees(ben, 'commitment', 2)]).entries] }, ben),
    ).toEqual([])
  })

  it('takes what is filled in for a clause', () => {
    const blank = { key: 'rhythm', label: 'How often', hint: null, value: '', required: true }
    const one = talk(all, { text: { ...text, blanks: [blank] } })
    expect(unansweredBy(one, ben)).toEqual([details])
    const answered = talk([...all, agrees(ben, details)], { text: one.text, changes: [changed(null, 2)] })
    expect(unansweredBy(answered, ben)).toEqual([details])
  })

  it('is refused to strangers, of words that changed meanwhile, and when the text is closed', () => {
    const wish = { by: ben, clause: 'commitment', stance: 'agrees', seen: 1, why: '' } as const
    expect(decideStance(bare, wish)).toMatchObject({ ok: true })
    expect(decideStance(bare, { ...wish, by: olga })).toMatchObject({ ok: false })
    expect(decideStance(bare, { ...wish, clause: 'gone' })).toMatchObject({ ok: false })
    expect(decideStance(talk([], { changes: [changed('commitment', 2)] }), wish)).toMatchObject({ ok: false })
    expect(decideStance(bare, { ...wish, stance: 'concern' })).toMatchObject({ ok: false, field: 'why' })
    const closed = { ...bare, agreement: { ...bare.agreement, state: 'signing' as const } }
    expect(decideStance(closed, wish)).toMatchObject({ ok: false })
  })

  it('can be done for everything that is left, unless something changed since it was read', () => {
    expect(decideRest(talk([agrees(ben, 'commitment')]), { by: ben, seen: 1 })).toMatchObject({
      value: ['punctuality'],
    })
    expect(decideRest(talk(all), { by: ben, seen: 1 })).toMatchObject({ ok: false })
    expect(decideRest(talk([], { changes: [changed('commitment', 2)] }), { by: ben, seen: 1 })).toMatchObject({
      ok: false,
    })
  })

  it('leaves room for words about a clause that is there, and about no other', () => {
    expect(decideComment(bare, { by: ben, clause: 'commitment' })).toMatchObject({ ok: true })
    expect(decideComment(bare, { by: ben, clause: 'x'.repeat(90) })).toMatchObject({ ok: false })
    expect(decideComment(bare, { by: olga, clause: 'commitment' })).toMatchObject({ ok: false })
  })

  it('is known to wait by facts alone', () => {
    expect(hasLeft(bare, ben)).toBe(true)
    expect(hasLeft(talk([{ ...agrees(ben, 'commitment'), left: 1 }]), ben)).toBe(true)
    const done = talk([{ ...agrees(ben, 'commitment'), left: 0 }])
    expect(hasLeft(done, ben)).toBe(false)
    expect(hasLeft({ ...done, changes: [changed('punctuality', 2)] }, ben)).toBe(true)
    expect(hasLeft({ ...done, changes: [{ ...changed('punctuality', 2), step: 'leave out' }] }, ben)).toBe(false)
  })
})

describe('a concern', () => {
  const one = talk([...all, { kind: 'concern', by: ben, number: 7 }])

  it('keeps the text open until it was talked through, and how is written down', () => {
    expect(openConcerns(one)).toHaveLength(1)
    expect(waitingConcerns(one)).toHaveLength(1)
    expect(settled(one)).toMatchObject({ ok: false, reason: 'One concern is open: talk it through, and note how' })
    const through = talk([...one.entries, { kind: 'talked through', by: farah, answers: 7 }])
    expect(openConcerns(through)).toEqual([])
    expect(settled(through)).toMatchObject({ ok: true })
  })

  it('is closed by the facilitator alone, with words', () => {
    expect(decideTalkedThrough(one, { by: farah, concern: 7, how: 'We talked' })).toMatchObject({ ok: true })
    expect(decideTalkedThrough(one, { by: farah, concern: 7, how: '' })).toMatchObject({ ok: false, field: 'how' })
    expect(decideTalkedThrough(one, { by: dora, concern: 7, how: 'We talked' })).toMatchObject({ ok: false })
    expect(decideTalkedThrough(one, { by: farah, concern: 1, how: 'We talked' })).toMatchObject({ ok: false })
  })

  it('ends when its author agrees, or when the clause is changed', () => {
    expect(openConcerns(talk([...one.entries, agrees(ben, 'commitment')]))).toEqual([])
    expect(openConcerns({ ...one, changes: [changed('commitment', 2)] })).toEqual([])
  })

  it('can be raised again after it was talked through', () => {
    const again = talk([
      ...one.entries,
      { kind: 'talked through', by: farah, answers: 7 },
      { kind: 'concern', by: ben },
    ])
    expect(openConcerns(again)).toHaveLength(1)
  })
})

describe('a suggestion', () => {
  const words = { what: 'change', heading: '', text: 'We come when we can' } as const
  const one = talk([...all, { kind: 'suggestion', by: ben, number: 7 }])

  it('says something else than the clause says now', () => {
    expect(decideSuggestion(bare, { by: ben, clause: 'commitment', suggested: words })).toMatchObject({ ok: true })
    const same = { ...words, text: 'Words of commitment' }
    expect(decideSuggestion(bare, { by: ben, clause: 'commitment', suggested: same })).toMatchObject({ field: 'text' })
    expect(decideSuggestion(bare, { by: ben, clause: 'gone', suggested: words })).toMatchObject({ ok: false })
    expect(decideSuggestion(bare, { by: olga, clause: 'commitment', suggested: words })).toMatchObject({ ok: false })
    const empty = { what: 'add', heading: '', text: '' } as const
    expect(decideSuggestion(bare, { by: ben, clause: newClause, suggested: empty })).toMatchObject({ field: 'text' })
  })

  it('never leaves the rules without a clause', () => {
    const out = { what: 'leave out', heading: '', text: '' } as const
    expect(decideSuggestion(bare, { by: ben, clause: 'commitment', suggested: out })).toMatchObject({ ok: true })
    const last = { ...bare, text: { ...text, clauses: [clause('commitment')] } }
    expect(decideSuggestion(last, { by: ben, clause: 'commitment', suggested: out })).toMatchObject({ ok: false })
  })

  it('keeps the text open until it is dealt with', () => {
    expect(settled(one)).toMatchObject({ ok: false, reason: 'One suggestion waits: put it in or not' })
    const found = openSuggestion(one, 7)
    if (!found.ok) throw new Error(found.reason)
    for (const answer of ['put in', 'not put in'] as const) {
      expect(decideAnswer(one, found.value, { by: farah, answer })).toMatchObject({ ok: true })
      expect(decideAnswer(one, found.value, { by: ben, answer })).toMatchObject({ ok: false })
    }
    expect(decideAnswer(one, found.value, { by: ben, answer: 'taken back' })).toMatchObject({ ok: true })
    expect(decideAnswer(one, found.value, { by: farah, answer: 'taken back' })).toMatchObject({ ok: false })
    const done = talk([...one.entries, { kind: 'not put in', by: farah, answers: 7 }])
    expect(openSuggestion(done, 7)).toMatchObject({ ok: false })
    expect(openSuggestion(done, 99)).toMatchObject({ ok: false })
    expect(settled(done)).toMatchObject({ ok: true })
  })

  it('is not put in over words that were changed after it', () => {
    const later = { ...one, changes: [changed('commitment', 2)] }
    const found = openSuggestion(later, 7)
    if (!found.ok) throw new Error(found.reason)
    expect(decideAnswer(later, found.value, { by: farah, answer: 'put in' })).toMatchObject({ ok: false })
    expect(decideAnswer(later, found.value, { by: farah, answer: 'not put in' })).toMatchObject({ ok: true })
  })

  it('becomes a step of the text', () => {
    const entry = one.entries[6]
    if (!entry) throw new Error('There is none')
    expect(stepOf(entry, words, 'own-1')).toEqual({
      what: 'change',
      clause: 'commitment',
      heading: '',
      text: words.text,
    })
    expect(stepOf(entry, { ...words, what: 'leave out' }, 'own-1')).toEqual({ what: 'leave out', clause: 'commitment' })
    expect(stepOf(entry, { ...words, what: 'add' }, 'own-1')).toMatchObject({
      what: 'add',
      clause: 'own-1',
      party: 'everyone',
    })
  })
})
