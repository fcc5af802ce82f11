// The keys that a pack gives its things. A word that refers to one of them must lead somewhere; when it does not,
// the fault names the nearest key there is (SPEC 2.1).
import { didYouMean } from '../../../platform/nearest-word.ts'
import type { ShapeFault } from '../../../platform/schema.ts'
import type { PolicyPack } from '../pack/pack.ts'
import type { ConditionText } from '../rule/condition.ts'
import { sameWord, wordsUnder } from '../rule/test-of-facts.ts'

export type Path = readonly (string | number)[]
type Keyed = { readonly key?: string | undefined }

/** The keys of one kind of thing, as they may be written. */
export type Known = { readonly what: string; readonly keys: ReadonlySet<string> }

export const knownOf = (what: string, things: readonly Keyed[] | undefined): Known => ({
  what,
  keys: new Set((things ?? []).flatMap((one) => (one.key === undefined ? [] : [one.key]))),
})

/** A fault when a word is not the key of anything known. */
export function unknown(known: Known, word: string | undefined, path: Path): ShapeFault[] {
  if (word === undefined || known.keys.has(word) || known.keys.has(sameWord(word))) return []
  return [
    { path, message: `There is no ${known.what} with the key “${word}” in this pack.${didYouMean(word, known.keys)}` },
  ]
}

export const unknownIn = (known: Known, words: readonly string[] | undefined, path: Path): ShapeFault[] =>
  (words ?? []).flatMap((word, at) => unknown(known, word, [...path, at]))

/** Faults of the words that a condition compares one field with. */
export function unknownUnder(known: Known, condition: unknown, field: string, path: Path): ShapeFault[] {
  if (condition === undefined || condition === 'everyone') return []
  return wordsUnder(condition as ConditionText, field).flatMap(({ word, path: inner }) =>
    unknown(known, word, [...path, ...inner]),
  )
}

/** Things of one list that have the same key. */
export function doubled(things: readonly Keyed[] | undefined, path: Path): ShapeFault[] {
  const seen = new Set<string>()
  return (things ?? []).flatMap(({ key }, at) => {
    if (key === undefined) return []
    if (seen.has(key)) return [{ path: [...path, at, 'key'], message: `There are two with the key “${key}” here.` }]
    seen.add(key)
    return []
  })
}

/** A row and its streams, which are called `row/stream`. */
const withStreams = (row: NonNullable<PolicyPack['matrix']>[number]): Keyed[] => [
  row,
  ...(row.streams ?? []).map((stream) => ({ key: `${row.key}/${sameWord(stream.name)}` })),
]

/** Everything of a pack that other parts refer to. */
export function keysOf(pack: PolicyPack) {
  const templates = (kind: string) =>
    knownOf(
      `template for ${kind === 'evidence' ? 'evidence' : `a ${kind}`}`,
      pack.templates?.filter((one) => one.for === kind),
    )
  return {
    groups: knownOf('staff group', pack.staffGroups),
    roles: knownOf('role', pack.roles),
    competences: knownOf('competence', pack.competences),
    types: knownOf('type of supervision', pack.types),
    rows: knownOf('row', (pack.matrix ?? []).flatMap(withStreams)),
    agreements: knownOf('agreement', pack.agreements),
    formats: knownOf('meeting format', pack.meetingFormats),
    banks: knownOf('bank of prompts', pack.banks),
    models: knownOf('model', pack.models),
    pathways: knownOf('pathway', pack.pathways),
    preparation: templates('preparation'),
    record: templates('record'),
    evidence: templates('evidence'),
    observation: templates('observation'),
  }
}
export type Keys = ReturnType<typeof keysOf>
