import { describe, expect, it } from 'vitest'
import { decideAnswer, decideTalkedThrough, openSuggestion, settled, stepOf } from './settling.ts'
import { agrees, all, bare, ben, changed, clause, dora, farah, olga, talk, text } from './talk.examples.ts'
import { decideSuggestion, newClause, openConcerns, waitingConcerns } from './talk.ts'

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
