// That the clinical supervision and action learning packs are complete, that all shipped packs go together, and that
// every text is in the product's own words (SPEC 2.4).
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPack } from './pack-reading.ts'

const root = join(import.meta.dirname, '../../../..')
const names = ['safeguarding', 'clinical-supervision', 'action-learning'] as const
const [safeguarding, clinical, learning] = names.map(shipped) as [Pack, Pack, Pack]
type Pack = ReturnType<typeof shipped>

function shipped(name: string) {
  const reading = readPack(readFileSync(join(root, 'policy-packs', `${name}.yaml`), 'utf8'))
  if (!reading.ok) throw new Error(reading.faults.map((fault) => `${fault.line}: ${fault.message}`).join('\n'))
  return reading.pack
}
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)
const clauseSources = (pack: Pack, party: string) =>
  pack.agreements?.[0]?.clauses.filter((clause) => clause.party === party).map((clause) => clause.source) ?? []

test('the clinical supervision pack has every clause of the contract, and whoever cancels rebooks', () => {
  const both = numbers(1, 11).map((at) => `S1 both ${at}`)
  expect(clauseSources(clinical, 'both')).toEqual([...both, 'own'])
  expect(clauseSources(clinical, 'supervisee')).toEqual(numbers(1, 3).map((at) => `S1 supervisee ${at}`))
  expect(clauseSources(clinical, 'supervisor')).toEqual(numbers(1, 4).map((at) => `S1 supervisor ${at}`))
  expect(clinical.agreements?.[0]).toMatchObject({ term: '12 months' })
  expect(clinical.types[0]).toMatchObject({
    rebooking: { by: 'whoever cancels' },
    preparation: { gate: 'no', private: 'yes' },
  })
})

describe('the action learning pack', () => {
  const format = (key: string) => learning.meetingFormats?.find((one) => one.key === key)
  const partsOf = (key: string) => format(key)?.parts.flatMap((part) => ('stages' in part ? [part] : [])) ?? []

  test('has eight kinds of ground rule and the facilitator’s part', () => {
    const rules = clauseSources(learning, 'everyone').map((one) => /^S0 \d/.exec(one)?.[0])
    expect(rules.filter(Boolean)).toEqual(numbers(1, 8).map((at) => `S0 ${at}`))
    expect(clauseSources(learning, 'facilitator')).toHaveLength(1)
  })

  const keys = (learning.meetingFormats ?? []).map((one) => one.key)
  test('has the two formats of its sources and five from the field, which its sets can choose', () => {
    expect(keys).toHaveLength(7)
    expect(learning.types[0]?.meetingFormats).toEqual(keys)
  })

  test.each(keys)('the format %s shares out every minute, no more and no less', (key) => {
    const minutes = format(key)?.usualMinutes ?? 0
    const parts = partsOf(key).map((part) => ((part.share ?? 0) / 100) * minutes)
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(minutes)
    for (const part of partsOf(key)) expect(part.stages.reduce((sum, stage) => sum + (stage.share ?? 0), 0)).toBe(100)
  })

  test('lets the presenter listen in “suggestions”, and has no advice in “questions only”', () => {
    const stages = (key: string) => partsOf(key).flatMap((part) => part.stages)
    const listening = stages('suggestions').filter((stage) => stage.presenter === 'listening')
    expect(listening.map((stage) => stage.speaks)).toEqual(['members'])
    expect(format('questions-only')?.advice).toBe('not given')
    expect(stages('questions-only').some((stage) => stage.contributions.includes('suggestion'))).toBe(false)
    expect(stages('questions-only').find((stage) => stage.closedQuestions)?.closedQuestions).toBe(
      'pointed out to their author',
    )
  })

  test('has six prompts for the presenter and a topic draft of ten lines, private to its author', () => {
    const prompts = learning.banks?.find((one) => one.key === 'presenter-prompts')
    expect(prompts?.items.map((one) => one.source)).toEqual(numbers(1, 6).map((at) => `S2 presenter, ${at}`))
    const draft = learning.templates?.find((one) => one.key === 'topic-draft')?.sections[0]?.questions[0]
    expect(draft).toMatchObject({ lines: 10, private: 'yes' })
  })
})

describe('all three packs', () => {
  const packs = [safeguarding, clinical, learning]
  test('can be in force together: no two use one key for different things', () => {
    for (const part of [
      'types',
      'matrix',
      'agreements',
      'templates',
      'banks',
      'models',
      'escalation',
      'pages',
    ] as const) {
      const keys = packs.flatMap((pack) => (pack[part] ?? []).map((one) => one.key))
      expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
    }
  })

  test('say every clause, ground rule and criterion in easy-read words, too', () => {
    const texts = packs.flatMap((pack) => [
      ...(pack.agreements ?? []).flatMap((one) => one.clauses),
      ...(pack.criteria ?? []),
    ])
    expect(texts.filter((one) => typeof one.text === 'string' || !one.text.easyRead).map((one) => one.key)).toEqual([])
  })

  test.each(names)('%s repeats no run of eight words of its sources', (name) => {
    const phrases = readFileSync(join(root, 'test/source-phrases.txt'), 'utf8').replace(/^#.*$/gm, '')
    const bytes = Buffer.from(phrases, 'base64')
    const known = new Set(numbers(1, bytes.length / 5).map((at) => bytes.subarray(at * 5 - 5, at * 5).toString('hex')))
    const { matrix: _factsNotSentences, ...told } = shipped(name)
    expect(
      textsIn(told)
        .flatMap(runsOfEight)
        .filter((run) => known.has(fingerprint(run))),
    ).toEqual([])
  })
})

const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
function runsOfEight(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replace(/[’']/g, '')
      .match(/[a-z0-9]+/g) ?? []
  return words.slice(7).map((_, at) => words.slice(at, at + 8).join(' '))
}
const fingerprint = (run: string) => createHash('sha256').update(run).digest().subarray(0, 5).toString('hex')
