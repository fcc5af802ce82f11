// A row of the staff matrix as the things most people change: who, which supervision, how often, how strongly, from
// whom. What a row says beyond that (steps, quotas, conditions) stays as it is and is changed in the whole text.
import type { YamlEdit } from '../../../platform/yaml/yaml-edit.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { sameWord } from '../rule/test-of-facts.ts'
import type { RuleText, Strength } from '../rule/rule.ts'

/** `often` 'as written': the row has a rhythm of its own that stays. Empty lists: everybody; the supervisors of the type. */
export type RowValues = {
  readonly name: string | null
  readonly staffGroups: readonly string[]
  readonly types: readonly string[]
  readonly often: 'every' | 'whenever' | 'as written'
  readonly every: string | null
  readonly strength: Strength
  readonly asRequired: boolean
  readonly supervisors: readonly string[]
  readonly lead: string | null
  readonly note: string | null
  readonly source: string | null
}

/** What a row has that this form leaves alone, so that the fields can be left out. */
export type RowLimits = { readonly appliesTo: boolean; readonly rhythm: boolean; readonly supervisors: boolean }

/** The key by which a row is asked for: its own, or its place. */
export const rowKeyOf = (row: RuleText, at: number): string => row.key ?? `row.${at + 1}`
export const findRow = (pack: PolicyPack, rowKey: string): number =>
  (pack.matrix ?? []).findIndex((row, at) => rowKeyOf(row, at) === rowKey)

const listed = (value: unknown): readonly string[] =>
  value === undefined ? [] : (Array.isArray(value) ? value : [value]).map(String)

/** Keys of the pack for words that may be spelt as names. */
function keysFor(words: readonly string[], known: readonly { key: string; name: string }[]): readonly string[] {
  return words.map(
    (word) =>
      known.find((one) => sameWord(one.key) === sameWord(word) || sameWord(one.name) === sameWord(word))?.key ?? word,
  )
}

const groupField = (row: RuleText): unknown =>
  typeof row.appliesTo === 'object' ? (row.appliesTo.staffGroups ?? row.appliesTo.staffGroup) : undefined
const supervisorsOf = (row: RuleText) => row.supervisors ?? row.supervisor

export function limitsOf(row: RuleText): RowLimits {
  const conditions = typeof row.appliesTo === 'object' ? Object.keys(row.appliesTo) : []
  const supervisors = supervisorsOf(row)
  return {
    appliesTo: conditions.some((field) => field !== 'staffGroups' && field !== 'staffGroup'),
    rhythm:
      row.streams !== undefined ||
      row.steps !== undefined ||
      row.per !== undefined ||
      row.need !== undefined ||
      Array.isArray(row.every),
    supervisors: supervisors !== undefined && typeof supervisors === 'object' && !Array.isArray(supervisors),
  }
}

/** What a row says now. */
export function valuesOf(row: RuleText, pack: PolicyPack): RowValues {
  const { rhythm, supervisors } = limitsOf(row)
  const every = row.every
  return {
    name: row.name ?? null,
    staffGroups: keysFor(listed(groupField(row)), pack.staffGroups ?? []),
    types: keysFor(listed(row.types ?? row.type), pack.types),
    often: rhythm ? 'as written' : every === undefined ? 'whenever' : 'every',
    every: typeof every === 'string' ? every : every && !Array.isArray(every) ? phraseOf(every) : null,
    strength: row.strength ?? 'mandatory',
    asRequired: row.asRequired === true || row.asRequired === 'yes',
    supervisors: supervisors ? [] : keysFor(listed(supervisorsOf(row)), pack.roles ?? []),
    lead: row.lead === undefined ? null : typeof row.lead === 'string' ? row.lead : phraseOf(row.lead),
    note: row.note ?? null,
    source: row.source ?? null,
  }
}

const phraseOf = (keys: object): string => {
  const [unit, count] = Object.entries(keys)[0] ?? ['months', 1]
  return `${count} ${unit === 'practiceHours' ? 'practice hours' : unit}`
}

/** What a row is written as. */
const written = {
  name: (value: RowValues) => value.name ?? undefined,
  appliesTo: (value: RowValues) =>
    value.staffGroups.length === 0 ? 'everyone' : { staffGroups: [...value.staffGroups] },
  type: (value: RowValues) => (value.types.length === 1 ? value.types[0] : [...value.types]),
  every: (value: RowValues) => (value.often === 'every' ? (value.every ?? undefined) : undefined),
  strength: (value: RowValues) => value.strength,
  asRequired: (value: RowValues) => (value.asRequired ? 'yes' : undefined),
  supervisors: (value: RowValues) => (value.supervisors.length === 0 ? undefined : [...value.supervisors]),
  lead: (value: RowValues) => value.lead ?? undefined,
  source: (value: RowValues) => value.source ?? undefined,
  note: (value: RowValues) => value.note ?? undefined,
}
type Part = keyof typeof written

/** The edits that make a row say what was typed. */
export function rowEdits(row: RuleText, at: number, pack: PolicyPack, typed: RowValues): readonly YamlEdit[] {
  const before = valuesOf(row, pack)
  const limits = limitsOf(row)
  const kept = new Set<Part>([
    ...(limits.appliesTo ? (['appliesTo'] as const) : []),
    ...(limits.rhythm || typed.often === 'as written' ? (['every'] as const) : []),
    ...(limits.supervisors ? (['supervisors'] as const) : []),
  ])
  return (Object.keys(written) as Part[]).flatMap((part): readonly YamlEdit[] => {
    if (kept.has(part) || same(written[part](before), written[part](typed))) return []
    const other = otherSpelling(row, part)
    const value = written[part](typed)
    return [
      ...(other ? [{ path: ['matrix', at, other], value: undefined }] : []),
      { path: ['matrix', at, part], value },
      ...(part === 'every' && value === undefined && row.minimum !== undefined
        ? [{ path: ['matrix', at, 'minimum'], value: undefined }]
        : []),
    ]
  })
}

function otherSpelling(row: RuleText, part: Part): string | null {
  if (part === 'type' && row.types !== undefined) return 'types'
  return part === 'supervisors' && row.supervisor !== undefined ? 'supervisor' : null
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** A new row at the end, with a key of its own made from its words. */
export function addedRow(pack: PolicyPack, typed: RowValues): readonly YamlEdit[] {
  const rows = pack.matrix ?? []
  const parts = (Object.keys(written) as Part[]).map((part) => [part, written[part](typed)] as const)
  const row = { key: freeKey(pack, typed), ...Object.fromEntries(parts.filter(([, value]) => value !== undefined)) }
  return rows.length === 0 ? [{ path: ['matrix'], value: [row] }] : [{ path: ['matrix', rows.length], value: row }]
}

function freeKey(pack: PolicyPack, typed: RowValues): string {
  const who = typed.staffGroups[0] ?? 'everyone'
  const base = `${who}-${typed.types[0] ?? 'supervision'}`.slice(0, 70)
  const taken = new Set((pack.matrix ?? []).map((row) => row.key))
  if (!taken.has(base)) return base
  for (let number = 2; ; number++) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`
}
