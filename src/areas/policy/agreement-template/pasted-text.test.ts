import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freeKey, readPasted, withKeys } from './pasted-text.ts'

const clausesIn = (text: string, shared: 'both' | 'everyone') => readPasted(text, shared).clauses
const texts = (text: string, shared: 'both' | 'everyone' = 'both') => clausesIn(text, shared).map((one) => one.text)

describe('a pasted text', () => {
  it('becomes a clause for each paragraph', () => {
    expect(texts('We meet each month.\n\nWe come on time.\r\n\r\nWe tell nobody.')).toEqual([
      'We meet each month.',
      'We come on time.',
      'We tell nobody.',
    ])
  })

  it('becomes a clause for each point of a list, however it is marked', () => {
    const marks = ['- ', '• ', '1. ', '2) ', '(a) ', 'iv. ', '3.1. ', '– ']
    for (const mark of marks) expect(texts(`${mark}One thing.\n${mark}Another thing.`)).toHaveLength(2)
    expect(texts('1. One thing.\n2. Another.')).toEqual(['One thing.', 'Another.'])
  })

  it('takes lines that were wrapped as one', () => {
    const wrapped =
      'This time is important to both of us, and if one of us really cannot\ncome, that person says so.\nWe come on time.'
    expect(texts(wrapped)).toEqual([
      'This time is important to both of us, and if one of us really cannot come, that person says so.',
      'We come on time.',
    ])
  })

  it('takes a short line above a paragraph as its heading', () => {
    expect(
      clausesIn('Confidentiality\n\nWhat we say stays between us.\n\nFeedback:\nWe tell each other.', 'both'),
    ).toEqual([
      { party: 'both', heading: 'Confidentiality', text: 'What we say stays between us.' },
      { party: 'both', heading: 'Feedback', text: 'We tell each other.' },
    ])
  })

  it('gives clauses to the side that is named above them', () => {
    const text =
      'As supervisee and supervisor we agree to:\n- Meet.\nAs Supervisee, I agree to:\n- Bring something.\nAs Supervisor, I agree to:\n- Listen well.'
    expect(clausesIn(text, 'both').map(({ party, text: words }) => [party, words])).toEqual([
      ['both', 'Meet.'],
      ['supervisee', 'Bring something.'],
      ['supervisor', 'Listen well.'],
    ])
    expect(clausesIn('The facilitator will:\n- Keep time.', 'everyone')[0]?.party).toBe('facilitator')
    expect(clausesIn('Each member agrees to:\n- Come.', 'everyone')[0]?.party).toBe('member')
  })

  it('tells which lines are no clauses: its title, and whose the clauses are', () => {
    const text = 'Preceptorship agreement\n\nAs supervisor, I agree to:\n- Listen first.'
    expect(readPasted(text, 'both')).toEqual({
      clauses: [{ party: 'supervisor', heading: null, text: 'Listen first.' }],
      told: ['Preceptorship agreement', 'As supervisor, I agree to:'],
    })
  })

  it('has no clauses when it has no words', () => {
    for (const nothing of ['', ' \n\t\n', '-\n•\n', '\u00A0']) expect(texts(nothing)).toEqual([])
  })

  it('keeps every word of anything', () => {
    const words = (text: string) => text.match(/[\p{L}]{2,}/gu) ?? []
    fc.assert(
      fc.property(fc.array(fc.lorem({ maxCount: 8, mode: 'sentences' }), { maxLength: 12 }), (paragraphs) => {
        const { clauses, told } = readPasted(paragraphs.join('\n\n'), 'both')
        const kept = clauses.flatMap((one) => [...words(one.heading ?? ''), ...words(one.text)])
        expect([...told.flatMap(words), ...kept]).toEqual(words(paragraphs.join(' ')))
      }),
    )
  })

  it('is never too much: anything at all comes back as clauses with keys of their own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (anything) => {
        const keyed = withKeys(clausesIn(anything, 'everyone'), [])
        expect(new Set(keyed.map((one) => one.key)).size).toBe(keyed.length)
        for (const { key, text } of keyed) {
          expect(key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
          expect(text).not.toBe('')
        }
      }),
    )
  })
})

describe('the keys of pasted clauses', () => {
  it('come from the heading or the first words', () => {
    expect(freeKey('We don’t break in, ever, at all', new Set())).toBe('we-dont-break-in-ever')
    expect(freeKey('Überlegen', new Set(['uberlegen']))).toBe('uberlegen-2')
    expect(freeKey('保密', new Set())).toBe('clause')
  })

  it('stay those of a clause with the same heading or the same words', () => {
    const before = [
      { key: 'yearly', heading: 'Once a year', text: 'We look back.' },
      { key: 'on-time', heading: null, text: 'We come on time.' },
    ]
    const pasted = clausesIn('We come on time.\n\nOnce a year\n\nWe look back together, then sign anew.', 'both')
    expect(withKeys(pasted, before).map((one) => one.key)).toEqual(['on-time', 'yearly'])
  })

  it('are none that is taken', () => {
    const [one] = withKeys([{ party: 'both', heading: null, text: 'We meet' }], [], ['we-meet'])
    expect(one?.key).toBe('we-meet-2')
  })
})

it('reads the wording of the shipped contract back as it is', () => {
  const pack = readFileSync('policy-packs/clinical-supervision.yaml', 'utf8')
  const own = [...pack.matchAll(/heading: (We meet regularly|Respect)\n\s+text:\n\s+text: (.+)/g)]
  const pasted = own.map(([, heading, text]) => `${heading}\n\n${text}`).join('\n\n')
  expect(clausesIn(pasted, 'both').map((one) => one.heading)).toEqual(['We meet regularly', 'Respect'])
})
