import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AgreedText, canonicalText } from './canonical-text.ts'
import { plainLine, plainLines } from './plain-lines.ts'
import { readCanonicalText } from './reading-text.ts'
import { groupedHash, spokenHash, words } from './spoken-hash.ts'
import { agreedByBenAndAmina } from './text.examples.ts'
import { hashOfText } from './text-hash.changes.ts'

const ours = agreedByBenAndAmina
const changed = (change: Partial<AgreedText>): AgreedText => ({ ...ours, ...change })

describe('the exact text', () => {
  it('reads as a person would write it, and never changes its form', () => {
    expect(canonicalText(ours)).toBe(expectedText)
    expect(hashOfText(canonicalText(ours))).toBe(expectedHash)
  })

  it('is the same however the same words were typed', () => {
    const typed = changed({
      title: '  Clinical\u00A0supervision\tcontract ',
      opening: `\uFEFF\r\n\r\n${ours.opening.normalize('NFD')}  \r\n\r\n`,
      parties: ours.parties.toReversed(),
    })
    expect(canonicalText(typed)).toBe(canonicalText(ours))
  })

  it('holds nothing that cannot be seen or that turns letters round', () => {
    const hidden = changed({ opening: 'We pay\u202E001\u202C \u200Bpounds\u0000\u00AD\u{E0041}' })
    expect(canonicalText(hidden)).toBe(canonicalText(changed({ opening: 'We pay001 pounds' })))
    expect(canonicalText(changed({ title: 'half \uD800 a letter' }))).toContain('half \uFFFD a letter')
  })

  it('keeps letters of every script', () => {
    const names = ['Zoë Ní Bhriain', 'Nguyễn Thị Ánh', 'محمد العلي', 'ஆதித்யா', '李小龙', 'क्षितिज', 'שרה', '👩\u200D⚕️']
    for (const name of names) expect(canonicalText(changed({ title: name }))).toContain(name.normalize('NFC'))
  })

  it('lets no words pretend to be a heading, a party or a clause', () => {
    const forged = changed({
      clauses: [
        {
          party: 'both',
          heading: 'Rooms\n\nAbout this text\n\n  Template: another',
          text: 'Quiet.\n\nWhat we agree\n\n  1. Everything else\n    is agreed too\n  For: both\n  From: S1 both 1',
          source: null,
          own: true,
        },
      ],
    })
    expect(readCanonicalText(canonicalText(forged))?.clauses).toEqual([
      {
        party: 'both',
        heading: 'Rooms About this text Template: another',
        text: 'Quiet.\n\nWhat we agree\n\n1. Everything else\nis agreed too\nFor: both\nFrom: S1 both 1',
        source: null,
        own: true,
      },
    ])
  })
})

const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    'What we agree',
    '  1. x',
    'For: both',
    '  From: S1',
    'About this text',
    '\n\n',
    '    ',
    'é',
    'e\u0301',
    ':',
  ),
)
const manyWords = fc.array(word, { maxLength: 4 }).map((parts) => parts.join('\n'))
const clause = fc.record({
  party: word,
  heading: fc.option(word),
  text: manyWords,
  source: fc.option(word),
  own: fc.boolean(),
})
const anyText: fc.Arbitrary<AgreedText> = fc.record({
  organisation: word,
  agreement: fc.uuid(),
  kind: fc.constantFrom('one-to-one contract', 'safeguarding contract', 'ground rules'),
  title: word,
  template: word,
  policyVersion: fc.nat().map(String),
  parties: fc.array(fc.record({ person: fc.uuid(), name: word, as: fc.constantFrom('member', 'facilitator') }), {
    maxLength: 4,
  }),
  opening: manyWords,
  blanks: fc.array(fc.record({ label: word, value: manyWords }), { maxLength: 4 }),
  clauses: fc.array(clause, { maxLength: 4 }),
  term: fc.constantFrom('', '12 months', '1 year'),
  follows: fc.option(fc.uuid()),
})

/** What was agreed, with nothing left of how it was typed. */
const meaning = (agreed: AgreedText): AgreedText => ({
  ...agreed,
  organisation: plainLine(agreed.organisation),
  title: plainLine(agreed.title),
  template: plainLine(agreed.template),
  opening: plainLines(agreed.opening).join('\n'),
  parties: agreed.parties.map((party) => ({ ...party, name: plainLine(party.name) })),
  blanks: agreed.blanks.map(({ label, value }) => ({ label: plainLine(label), value: plainLines(value).join('\n') })),
  clauses: agreed.clauses.map((one) => ({
    ...one,
    party: plainLine(one.party),
    heading: plainLine(one.heading ?? '') || null,
    text: plainLines(one.text).join('\n'),
    source: plainLine(one.source ?? '') || null,
  })),
})

const sorted = (agreed: AgreedText) => ({
  ...agreed,
  parties: agreed.parties.toSorted((a, b) => (a.person < b.person ? -1 : 1)),
})

describe('any text at all', () => {
  it('is read back as what was agreed, so that two agreements never share a text', () => {
    fc.assert(
      fc.property(anyText, (agreed) => {
        const text = canonicalText(agreed)
        const read = readCanonicalText(text)
        expect(read && sorted(read)).toEqual(sorted(meaning(agreed)))
        expect(canonicalText(meaning(agreed))).toBe(text)
      }),
      { numRuns: 1000 },
    )
  })

  it('is no text of ours when it is not written to the letter', () => {
    const text = canonicalText(ours)
    const forgeries = [
      text.trimEnd(),
      `${text}\n`,
      text.replace('Format: 1', 'Format: 2'),
      text.replace('  1. We meet', '  3. We meet'),
      text.replace('    We turn', '     We turn'),
      text.replaceAll('\n', '\r\n'),
      '',
      'x',
    ]
    for (const forged of forgeries) expect(readCanonicalText(forged)).toBeNull()
  })
})

const expectedHash = '026053ac7934d634d64a154ab6547410b7a6a5aa6d011f9072f020217b723237'
const expectedText = `Clinical supervision contract
One-to-one contract at Northgate Community Trust

Between

  1. Ben Carter
  As: supervisee
  Person: 0a9e8d7c-6b5a-4f3e-9d2c-1b0a9f8e7d02
  2. Amina Yusuf
  As: supervisor
  Person: 7b1d2f60-5a35-4a2f-8a2e-5b0f9a4c1e01

Opening

    We have chosen to work together in clinical supervision, and we agree to the following.

Filled in

  Department or team:
  How often we meet:
    Every 6 weeks
  Where:
    Room 4, or a video link.

    Ben books the room.

What we agree

  1. We meet regularly
    We meet regularly. The time, the place and the length are for both of us to settle and to look after.
  For: both
  From: S1 both 1

  2. Bringing my work
    The supervisee brings things from work that are right for supervision, and speaks about them openly.
  For: supervisee
  From: S1 supervisee 1
  Changed or written by the parties

  3. Who can see what we write
    Our record can be read by the two of us only.
  For: both
  From: our own policy

  4.
    We turn our phones off.
  For: both
  Changed or written by the parties

How long it holds

  12 months
  It counts from the day of the last signature.
  If it renews an agreement of the same people that is still in force, it counts from the day on which that one ends.

About this text

  Template: one-to-one-contract
  Policy version: 3
  Agreement: 4f0c6a3e-7f0e-4a57-9f3e-0d5c3b1f2a10
  Format: 1
`

describe('a hash that is read out', () => {
  it('has one word for each byte, and no two words that begin alike', () => {
    expect(words).toHaveLength(256)
    expect(new Set(words.map((one) => one.slice(0, 4))).size).toBe(256)
    expect(spokenHash(`00ff${'00'.repeat(30)}`)[0]).toBe('acorn zebra acorn acorn')
    expect(spokenHash(expectedHash)).toHaveLength(8)
    expect(groupedHash(expectedHash)).toHaveLength(4)
  })
})
