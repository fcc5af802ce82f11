import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPack } from './pack-reading.ts'

const small = readFileSync(join(import.meta.dirname, '../../../../policy-packs/examples/small.yaml'), 'utf8')

/** The small example with one thing changed, and what is then found wrong: "line: sentence". */
function faultsAfter(...changes: [string | RegExp, string][]): string[] {
  const text = changes.reduce((pack, [from, to]) => {
    const changed = pack.replace(from, to)
    expect(changed, `nothing to change: ${String(from)}`).not.toBe(pack)
    return changed
  }, small)
  const reading = readPack(text)
  const lines = text.split('\n')
  return reading.ok
    ? []
    : reading.faults.map(({ line, message }) => `${lines[line - 1]?.trim().slice(0, 30)} | ${message}`)
}

describe('a pack with faults is refused with', () => {
  it('a suggestion for a key that nobody knows', () => {
    expect(faultsAfter(['owner: Professional', 'ownr: Professional'])).toEqual([
      expect.stringContaining('“owner” is missing.'),
      'ownr: Professional lead for su | There is no key “ownr” here. Did you mean “owner”?',
    ])
  })

  it('every fault at once, in the order of the file', () => {
    const faults = faultsAfter(
      ['every: 3 months', 'every: 3 moths'],
      ['format: group', 'format: groop'],
      ['phone: 01632 960123', 'phone: ring us'],
    )
    expect(faults.map((fault) => fault.split(' | ')[1])).toEqual([
      expect.stringContaining('“groop” is not one of one-to-one, group'),
      expect.stringContaining('“3 moths” is not an interval.'),
      'Write a phone number in digits.',
    ])
    expect(faults[0]).toContain('Did you mean “group”?')
  })

  it.each<[string, [string | RegExp, string][], string]>([
    [
      'an unknown staff group',
      [['staffGroups: [midwives] }\n    type', 'staffGroups: [midwifes] }\n    type']],
      'There is no staff group with the key “midwifes” in this pack. Did you mean “midwives”?',
    ],
    [
      'an unknown type of supervision',
      [['type: case-work', 'type: casework-supervision']],
      'There is no type of supervision with the key “casework-supervision” in this pack.',
    ],
    [
      'an unknown supervisor role',
      [['supervisors: [senior-safeguarding-advisor]', 'supervisors: [senior-advisor]']],
      'There is no role with the key “senior-advisor” in this pack.',
    ],
    [
      'an unknown template',
      [['template: case-preparation', 'template: case-prep']],
      'There is no template for a preparation with the key “case-prep” in this pack.',
    ],
    [
      'a record template used for preparation',
      [['template: case-preparation', 'template: case-record']],
      'There is no template for a preparation with the key “case-record” in this pack.',
    ],
    [
      'an unknown agreement',
      [['agreement: yearly-contract', 'agreement: yearly']],
      'There is no agreement with the key “yearly” in this pack.',
    ],
    [
      'a lead time as long as the interval',
      [['every: 3 months\n', 'every: 3 months\n    lead: 3 months\n']],
      'The lead time is as long as the interval or longer, so it would always be due soon.',
    ],
    [
      'a gate that nobody else can see',
      [['gate: yes', 'gate: yes, private: yes']],
      'A preparation that only its author may see cannot be a gate: nobody else would know that it is done.',
    ],
    ['a gate without a template', [['template: case-preparation, gate', 'gate']], '“template” is missing.'],
    [
      'stages that do not make up the whole',
      [
        [
          'contributions: [reflection, client voice], share: 60',
          'contributions: [reflection, client voice], share: 50',
        ],
      ],
      'The stages of “First half” make 90% of the time together; they should make 100%.',
    ],
    [
      'parts that do not make up the whole',
      [['share: 10\n        stages', 'share: 20\n        stages']],
      'The parts of this meeting make 110% of the time together; they should make 100%.',
    ],
    [
      'a presenter who listens and speaks',
      [['speaks: members, presenter: turned away', 'speaks: presenter, presenter: turned away']],
      'The presenter is listening here and cannot speak as well.',
    ],
    [
      'suggestions where no advice is given',
      [['contributions: [question]', 'contributions: [question, suggestion]']],
      'This format gives no advice, so suggestions cannot be contributed.',
    ],
    [
      'a number of topics where none are gone through',
      [['name: First half\n        share: 45', 'name: First half\n        topics: 1\n        share: 45']],
      'Only a part that repeats for each topic takes a number of them.',
    ],
    [
      'a part that repeats in two ways',
      [['name: First half\n        share: 45', 'name: First half\n        times: 2\n        share: 45']],
      'This part repeats already; say how often in one way.',
    ],
    [
      'groups of two sizes in one part',
      [['client voice], share: 60', 'client voice], groupsOf: 4, share: 60']],
      'The groups of one part are of one size; begin another part for other groups.',
    ],
    [
      'a part for each group without groups',
      [
        [
          'name: Second half\n        share: 45',
          'name: Second half\n        repeats: for each group\n        share: 45',
        ],
      ],
      'Say in a stage how large the groups are (groupsOf).',
    ],
    [
      'a count of what is not contributed',
      [['silence: yes, share: 10', 'silence: yes, perPerson: 1, share: 10']],
      'Nothing is contributed here, so there is nothing to count.',
    ],
    [
      'two rows for one staff group and type',
      [['appliesTo: { staffGroups: [midwives] }', 'appliesTo: { staffGroups: [health-visitors, midwives] }']],
      'This row and “Health visitors, case work supervision” both ask health-visitors for “case-work”.',
    ],
    [
      'a review before the issue',
      [['review: 2028-01-05', 'review: 2025-01-05']],
      'The review date is not after the date of issue.',
    ],
    [
      'hours that end before they begin',
      [['to: 16:20', 'to: 08:20']],
      'These hours end (08:20) before they begin (09:00).',
    ],
    [
      'a time that is none',
      [['to: 16:20', 'to: 26:20']],
      'Write a time as 09:00 or 16:20; midnight at the end of the day is 24:00.',
    ],
    [
      'a day that is not on the calendar',
      [['issued: 2026-01-05', 'issued: 2026-02-30']],
      'There is no day 2026-02-30.',
    ],
    [
      'two things of one key',
      [['key: midwives, name', 'key: health-visitors, name']],
      'There are two with the key “health-visitors” here.',
    ],
    [
      'a source that is not listed',
      [['source: X 7\ntraining', 'source: Y 7\ntraining']],
      '“Y” is not among the pack’s sources (X); begin with one of them, or say “own”.',
    ],
    ['a target over 100%', [['atLeast: 95%', 'atLeast: 195%']], 'A target is at most 100%.'],
    [
      'a choice without choices',
      [['answer: long text, required', 'answer: one of, required']],
      'A question answered by “one of” needs “choices”.',
    ],
    [
      'a mandatory row that never says how often',
      [['    every: 3 months\n    strength: mandatory', '    strength: mandatory']],
      'A mandatory rule has to say how often',
    ],
    [
      'a row without its source',
      [['    source: X appendix, row 1\n', '']],
      '“source” is missing: every row of the matrix has one.',
    ],
    ['a doubled key', [['format: 1', 'format: 1\nformat: 1']], 'This key stands here twice; keep one of them.'],
    [
      'text where a list belongs',
      [
        [
          'items: [{ text: What have you seen with your own eyes? }, { text: Who have you not spoken to yet? }]',
          'items: What do you see?',
        ],
      ],
      'This should be a list, not the text “What do you see?”.',
    ],
    ['tabs', [['types:\n', 'types:\n\t']], 'Indent with spaces, not with a tab.'],
  ])('%s', (_, changes, sentence) => {
    expect(faultsAfter(...changes).join('\n')).toContain(sentence)
  })

  it('a sentence for what is no pack at all', () => {
    for (const text of [
      '',
      'hello',
      '[]',
      '{',
      'a: &x 1\nb: *x',
      `a: ${'['.repeat(200)}${']'.repeat(200)}`,
      'a: !!js/function x',
      '\0',
      '---\na: 1\n---\nb: 2',
    ]) {
      const reading = readPack(text)
      expect(reading.ok).toBe(false)
      if (!reading.ok) for (const fault of reading.faults) expect(fault.message).toMatch(/^[“A-Z].*[.?]$/)
    }
  })

  it('reads keys as people write them', () => {
    expect(
      faultsAfter(['appliesTo: { staffGroups: [health-visitors] }', 'applies to: { staff groups: [Health visitors] }']),
    ).toEqual([])
  })
})
