import { describe, expect, it } from 'vitest'
import { settled } from './settling.ts'
import { agrees, all, bare, ben, changed, dora, farah, olga, talk, text } from './talk.examples.ts'
import {
  changedIn,
  decideComment,
  decideRest,
  decideStance,
  details,
  hasLeft,
  stancesOn,
  stillToAnswer,
  unansweredBy,
} from './talk.ts'

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
