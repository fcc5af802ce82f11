import { describe, expect, it } from 'vitest'
import { tryRule } from './trial.ts'

const person = 'person: { from: 2026-01-05, staffGroup: nurses }\nday: 2026-03-01\n'
const faultsOf = (text: string): string[] => {
  const reading = tryRule(text)
  return reading.ok ? [] : reading.faults.map(({ line, message }) => `${line}: ${message}`)
}

describe('a trial is refused with the line and a sentence for', () => {
  it.each<[string, string, string]>([
    [
      'a mistyped key',
      `requirement:\n  evry: 3 months\n${person}`,
      '2: There is no key “evry” here. Did you mean “every”?',
    ],
    [
      'another word for a key',
      `requirement:\n  frequency: 3 months\n${person}`,
      '2: There is no key “frequency” here. Did you mean “every”?',
    ],
    [
      'both ways of counting',
      `requirement:\n  every: 3 months\n  per: month\n${person}`,
      '3: Give “every” (rolling on from the last one) or “per” (in each calendar period), not both.',
    ],
    ['no rule at all', person, '1: There is no rule to try: give “requirement” (one) or “requirements” (several).'],
    [
      'no days',
      'requirement: { every: 1 month }\nperson: { from: 2026-01-05 }\n',
      '1: Say which days to ask about: “days”.',
    ],
    [
      'no post',
      'requirement: { every: 1 month }\nperson: { staffGroup: nurses }\nday: 2026-03-01',
      '2: Say when the person’s post began: “from”, or a list of “posts”.',
    ],
    [
      'a day that is none',
      `requirement: { every: 1 month }\nsessions:\n  - { date: 2026-02-30 }\n${person}`,
      '3: There is no day 2026-02-30.',
    ],
    [
      'a post that ends before it begins',
      'requirement: { every: 1 month }\nperson:\n  posts:\n    - { from: 2026-02-01, to: 2026-01-01 }\nday: 2026-03-01',
      '4: This post ends before it begins.',
    ],
    [
      'an absence that ends before it begins',
      `requirement: { every: 1 month }\nabsences:\n  - { kind: leave, from: 2026-02-02, to: 2026-02-01 }\n${person}`,
      '3: This absence ends before it begins.',
    ],
    [
      'a lead time longer than the interval',
      `requirement:\n  every: 1 week\n  lead: 2 weeks\n${person}`,
      '3: The lead time is as long as the interval or longer, so it would always be due soon.',
    ],
    [
      'steps in the wrong order',
      `requirement:\n  steps:\n    - { until: 6 months, every: 1 week }\n    - { until: 6 weeks, every: 2 weeks }\n    - { every: 1 month }\n${person}`,
      '4: This step ends before the one above it. Ends are counted from the start.',
    ],
    [
      'a quota of more than the whole',
      `requirement:\n  need: 2\n  per: year\n  including: { need: 3, where: { mode: individual } }\n${person}`,
      '4: This part asks for more than the whole.',
    ],
    [
      'a cap that says nothing',
      `requirement:\n  every: 1 month\n  atMost: { where: { mode: group } }\n${person}`,
      '3: Say how much at most: “amount” or “share”.',
    ],
    [
      'a condition that says nothing',
      `requirement:\n  every: 1 month\n  appliesTo: {}\n${person}`,
      '3: This condition is empty, so it says nothing.',
    ],
    [
      'an unknown strength',
      `requirement:\n  every: 1 month\n  strength: compulsory\n${person}`,
      '“compulsory” is not one of mandatory, recommended, as required, voluntary.',
    ],
    [
      'a formula that cannot be read',
      `requirement:\n  every: 1 month\n  group: { credit: minutes / people }\n${person}`,
      '“people” means nothing here; use minutes, attendees',
    ],
    [
      'a floor above the need',
      `requirement:\n  per: month\n  need: 60 minutes\n  partTime: { floor: 90 minutes }\n${person}`,
      'The floor is higher than what full-time staff need.',
    ],
    [
      'carrying over without periods',
      `requirement:\n  every: 1 month\n  carryOver: surplus\n${person}`,
      '3: Only periods (“per”) can hand something on to the next.',
    ],
    [
      'text instead of a list of sessions',
      `requirement: { every: 1 month }\nevidence: none\n${person}`,
      '2: This should be a list, not the text “none”.',
    ],
  ])('%s', (_, text, fault) => {
    expect(faultsOf(text).join('\n')).toContain(fault)
  })

  it('every fault at once', () => {
    expect(
      faultsOf('requirement:\n  every: 3 moths\n  strenght: mandatory\nperson:\n  form: 2026-01-05\nday: someday'),
    ).toHaveLength(4)
  })
})

describe('a trial', () => {
  it('answers each rule on each day, and says where the author is surprised', () => {
    const reading = tryRule(
      `requirement: { key: r, every: 1 month }\n${person}expect:\n  - { day: 2026-03-01, state: met, dueOn: 2026-02-05 }\n`,
    )
    expect(reading.ok && reading.trial.surprises).toEqual([
      { requirement: 'r', day: '2026-03-01', field: 'state', expected: 'met', answered: 'never had' },
    ])
    expect(reading.ok && reading.trial.answers).toMatchObject([
      {
        requirement: 'r',
        day: '2026-03-01',
        state: 'never had',
        compliant: false,
        dueOn: '2026-02-05',
        lastOn: null,
        until: null,
      },
    ])
  })

  it('draws a timeline without gaps', () => {
    const reading = tryRule(
      `requirement: { key: r, every: 1 month, lead: 1 week }\nperson: { from: 2026-01-05, to: 2026-04-30 }\nsessions: [{ date: 2026-01-20 }]\ntimeline: { from: 2026-01-01, to: 2026-05-31 }`,
    )
    expect(
      reading.ok && reading.trial.timelines[0]?.spans.map(({ from, to, state }) => `${from} ${to} ${state}`),
    ).toEqual([
      '2026-01-01 2026-01-04 not applicable',
      '2026-01-05 2026-01-19 due soon',
      '2026-01-20 2026-02-12 met',
      '2026-02-13 2026-02-20 due soon',
      '2026-02-21 2026-04-30 overdue',
      '2026-05-01 2026-05-31 not applicable',
    ])
  })
})
