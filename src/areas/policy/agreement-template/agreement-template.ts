// The templates of contracts and ground rules in a draft, as the things that a form changes: names and terms, clauses and
// their order, what is filled in, what is asked before renewal. Every change is an edit of the draft's text; what a form
// does not hold (other languages, say) stays as it was written. Agreements that people signed keep their words (SPEC 4.1).
import type { YamlEdit } from '../../../platform/yaml/yaml-edit.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { textOf, type Wording } from '../pack/wording.ts'
import { type ClauseParty, freeKey, type KeyedClause } from './pasted-text.ts'

export type Template = NonNullable<PolicyPack['agreements']>[number]
export type Clause = Template['clauses'][number]
export type Kind = Template['kind']
type Path = YamlEdit['path']
type Edits = readonly YamlEdit[]

/** A template with its place in the pack; null when the pack has none of that key. */
export function findTemplate(
  pack: PolicyPack,
  key: string,
): { readonly template: Template; readonly at: number } | null {
  const at = (pack.agreements ?? []).findIndex((one) => one.key === key)
  const template = pack.agreements?.[at]
  return template ? { template, at } : null
}

/** Whose a clause may be, by the kind of agreement; the first is the one for all who sign. */
export const partiesOf = (kind: Kind): readonly ClauseParty[] =>
  kind === 'ground rules'
    ? ['everyone', 'member', 'facilitator', 'organisation']
    : ['both', 'supervisee', 'supervisor', 'organisation']

/** Whose clauses are that say nothing else. */
export const sharedBy = (kind: Kind): 'both' | 'everyone' => (kind === 'ground rules' ? 'everyone' : 'both')

const signersOf = (kind: Kind): Template['signedBy'] =>
  kind === 'ground rules' ? ['member', 'facilitator'] : ['supervisee', 'supervisor']

export const partyWords: Readonly<Record<ClauseParty, string>> = {
  both: 'Both',
  supervisee: 'The supervisee',
  supervisor: 'The supervisor',
  everyone: 'Everyone',
  member: 'Each member',
  facilitator: 'The facilitator',
  organisation: 'The organisation',
}

/** The kinds of supervision that need this template, by name. */
export const usedBy = (pack: PolicyPack, key: string): readonly string[] =>
  pack.types.filter((type) => type.agreement === key).map((type) => type.name)

/** A clause as words, without what a form does not hold. */
export const plainClause = ({ key, heading, text }: Clause) => ({ key, heading: heading ?? null, text: textOf(text) })
export const easyReadOf = (words: Wording | undefined): string | null =>
  typeof words === 'object' ? (words.easyRead ?? null) : null
export const hasLanguages = (words: Wording | undefined): boolean =>
  typeof words === 'object' && Object.keys(words.languages ?? {}).length > 0

/** Puts a text and its easy-read words in place of a wording; other languages stay. Null takes the wording out. */
export function wordingEdits(
  path: Path,
  before: Wording | undefined,
  text: string | null,
  easyRead: string | null,
): Edits {
  if (text === null) return before === undefined ? [] : [{ path, value: undefined }]
  if (typeof before === 'object' && (easyRead !== null || hasLanguages(before))) {
    return [
      ...(before.text === text ? [] : [{ path: [...path, 'text'], value: text }]),
      ...(easyReadOf(before) === easyRead ? [] : [{ path: [...path, 'easyRead'], value: easyRead ?? undefined }]),
    ]
  }
  if (before !== undefined && textOf(before) === text && easyReadOf(before) === easyRead) return []
  return [{ path, value: easyRead === null ? text : { text, easyRead } }]
}

export type ClauseValues = {
  readonly heading: string | null
  readonly party: ClauseParty
  readonly text: string
  readonly easyRead: string | null
  readonly source: string
  /** The clause that it comes after; `first` at the beginning. */
  readonly after: string
}
/** No key looks like this: where a clause stands that is the first, and the form of one that is not there yet. */
export const first = '_first'
export const fresh = '_new'

/** Changes a clause and, when it is to stand elsewhere, moves it there. */
export function clauseEdits(template: Template, at: number, clause: Clause, value: ClauseValues): Edits {
  const here = template.clauses.indexOf(clause)
  const path = ['agreements', at, 'clauses', here] as const
  return [
    ...plainEdit([...path, 'party'], clause.party, value.party),
    ...plainEdit([...path, 'heading'], clause.heading, value.heading ?? undefined),
    ...wordingEdits([...path, 'text'], clause.text, value.text, value.easyRead),
    ...plainEdit([...path, 'source'], clause.source, value.source),
    ...movedTo(template, at, here, placeAfter(template, here, value.after)),
  ]
}

/** Adds a clause at its place. */
export function addedClause(template: Template, at: number, value: ClauseValues): Edits {
  const key = freeKey(value.heading ?? value.text, new Set(template.clauses.map((one) => one.key)))
  const end = template.clauses.length
  const { easyRead, text } = value
  const clause = {
    key,
    party: value.party,
    ...(value.heading ? { heading: value.heading } : {}),
    text: easyRead === null ? text : { text, easyRead },
    source: value.source,
  }
  const place = placeAfter(template, end, value.after)
  return [
    { path: ['agreements', at, 'clauses', end], value: clause },
    ...(place === end ? [] : [{ path: ['agreements', at, 'clauses', end], moveTo: place }]),
  ]
}

/** Where a clause comes to stand (counted without itself) when it follows another one. */
function placeAfter(template: Template, here: number, after: string): number {
  if (after === first) return 0
  const others = template.clauses.filter((_, at) => at !== here)
  const before = others.findIndex((one) => one.key === after)
  return before < 0 ? Math.min(here, others.length) : before + 1
}

/** Moves a clause one place up or down; nothing at the ends. */
export const movedBy = (template: Template, at: number, clause: Clause, by: 1 | -1): Edits => {
  const here = template.clauses.indexOf(clause)
  return movedTo(template, at, here, here + by)
}

const movedTo = (template: Template, at: number, from: number, to: number): Edits =>
  from === to || to < 0 || to >= template.clauses.length
    ? []
    : [{ path: ['agreements', at, 'clauses', from], moveTo: to }]

/**
 * Pasted clauses in place of those that were, or after them. A clause whose words stayed keeps its source and
 * variants, and whose it is, unless the text names one side.
 */
export function pastedEdits(
  template: Template,
  at: number,
  what: { clauses: readonly KeyedClause[]; instead: boolean; source: string },
): Edits {
  const old = new Map(template.clauses.map((one) => [one.key, one]))
  const clauses = what.clauses.map((one) => {
    const before = what.instead ? old.get(one.key) : undefined
    if (before && textOf(before.text) === one.text && (before.heading ?? null) === one.heading)
      return { ...before, party: one.party === sharedBy(template.kind) ? before.party : one.party }
    return written(one, what.source)
  })
  if (what.instead) return [{ path: ['agreements', at, 'clauses'], value: clauses }]
  return clauses.map((value, more) => ({ path: ['agreements', at, 'clauses', template.clauses.length + more], value }))
}

const written = ({ key, party, heading, text }: KeyedClause, source: string) => ({
  key,
  party,
  ...(heading ? { heading } : {}),
  text,
  source,
})

export type NewTemplate = {
  readonly name: string
  readonly kind: Kind
  readonly term: string | null
  readonly opensBefore: string | null
  readonly clauses: readonly KeyedClause[]
  readonly source: string
}

/** Adds a template with a key of its own; answers that key and the edits. */
export function addedTemplate(pack: PolicyPack, value: NewTemplate): { readonly key: string; readonly edits: Edits } {
  const all = pack.agreements ?? []
  const key = freeKey(value.name, new Set(all.map((one) => one.key)))
  const template = {
    key,
    kind: value.kind,
    name: value.name,
    ...(value.term ? { term: value.term } : {}),
    ...(value.term && value.opensBefore ? { opensBefore: value.opensBefore } : {}),
    signedBy: signersOf(value.kind),
    adaptable: 'yes',
    clauses: value.clauses.map((one) => written(one, value.source)),
    source: value.source,
  }
  return {
    key,
    edits:
      all.length === 0
        ? [{ path: ['agreements'], value: [template] }]
        : [{ path: ['agreements', all.length], value: template }],
  }
}

/** Takes a clause out. */
export const withoutClause = (template: Template, at: number, clause: Clause): Edits => [
  { path: ['agreements', at, 'clauses', template.clauses.indexOf(clause)], value: undefined },
]

/** Takes a template out; the list goes with its last one. */
export const withoutTemplate = (pack: PolicyPack, at: number): Edits => [
  { path: pack.agreements?.length === 1 ? ['agreements'] : ['agreements', at], value: undefined },
]

const plainEdit = (path: Path, before: unknown, after: unknown): Edits =>
  before === after ? [] : [{ path, value: after }]
