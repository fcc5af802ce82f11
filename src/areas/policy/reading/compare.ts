// What differs between two versions of a pack, as lines that a person can read: where, what it was, what it will be.
// Things with a key are matched by it, so that moving a row is no change and changing one shows that one alone (SPEC 2.1).
import type { PolicyPack } from '../pack/pack.ts'

/** `before` null: added; `after` null: taken out. `where` goes from the part to the detail. */
export type Difference = {
  readonly where: readonly string[]
  readonly before: string | null
  readonly after: string | null
}

type Json = unknown

const partNames: Readonly<Record<string, string>> = {
  review: 'To be reviewed by',
  issued: 'Issued on',
  reading: 'Who confirms having read it',
  lead: 'Due soon, how long before',
  excused: 'What excuses',
  fullTimeHours: 'Hours of a full-time week',
  audits: 'Quality audits',
  pages: 'Pages to read',
  types: 'Kinds of supervision',
  matrix: 'Staff matrix',
  criteria: 'Case criteria',
  agreements: 'Contracts and ground rules',
  templates: 'Preparation and record templates',
  meetingFormats: 'Meeting formats',
  banks: 'Questions and prompts',
  models: 'Models',
  adviceDesk: 'Advice desk',
  escalation: 'Escalation routes',
  signposts: 'Signposts',
  pathways: 'Competence',
  trainingLevels: 'Training levels',
  retention: 'How long records are kept',
  targets: 'Targets',
  calendar: 'Bank holidays',
  staffGroups: 'Staff groups',
  roles: 'Roles',
}

const detailNames: Readonly<Record<string, string>> = {
  appliesTo: 'Who',
  every: 'How often, at least every',
  type: 'Which supervision',
  types: 'Which supervision',
  supervisors: 'From whom',
  agreement: 'What people sign',
  usualLength: 'Usual length in minutes',
  closesAfterHours: 'Closed by itself, hours after its end',
  agreementTerm: 'How long what they sign holds',
  blanks: 'Filled in before signing',
  opensBefore: 'Renewal opens before its end',
  review: 'Asked before renewal',
  party: 'Whose it is',
  strength: 'How strongly',
  lead: 'Due soon, how long before',
  asRequired: 'Also whenever it is needed',
  by: 'Who books again',
  easyRead: 'Easy-read words',
  goesTo: 'Who receives it',
}

/** Every difference, in the order of the newer pack, then what was taken out. */
export function comparePacks(before: PolicyPack, after: PolicyPack): readonly Difference[] {
  const names = new Map([...namesIn(before), ...namesIn(after)])
  return compare(withNames(before, names), withNames(after, names), [])
}

/** Names of things that a pack calls by their key elsewhere, so that readers meet the name. */
function namesIn(pack: PolicyPack): ReadonlyMap<string, string> {
  const lists = [
    pack.staffGroups,
    pack.roles,
    pack.competences,
    pack.types,
    pack.templates,
    pack.agreements,
    pack.pathways,
  ]
  const all = lists.flatMap((list): readonly { key: string; name: string }[] => list ?? [])
  return new Map(all.map(({ key, name }) => [key, name]))
}

function withNames(value: Json, names: ReadonlyMap<string, string>): Json {
  if (typeof value === 'string') return names.get(value) ?? value
  if (Array.isArray(value)) return value.map((item) => withNames(item, names))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, name === 'key' ? part : withNames(part, names)]),
  )
}

function compare(before: Json, after: Json, where: readonly string[]): readonly Difference[] {
  if (same(before, after)) return []
  if (before === undefined) return [{ where, before: null, after: textOfValue(after) }]
  if (after === undefined) return [{ where, before: textOfValue(before), after: null }]
  if (isKeyed(before) && isKeyed(after)) return compareKeyed(before, after, where)
  if (isRecords(before) && isRecords(after) && before.length === after.length)
    return after.flatMap((item, at) => compare(before[at], item, [...where, `${at + 1}`]))
  if (isRecord(before) && isRecord(after)) return compareRecords(before, after, where)
  return [{ where, before: textOfValue(before), after: textOfValue(after) }]
}

function compareRecords(before: Record<string, Json>, after: Record<string, Json>, where: readonly string[]) {
  const names = new Set([...Object.keys(after), ...Object.keys(before)])
  return [...names].flatMap((name) => compare(before[name], after[name], [...where, nameOfPart(name, where.length)]))
}

function compareKeyed(
  before: readonly Keyed[],
  after: readonly Keyed[],
  where: readonly string[],
): readonly Difference[] {
  const old = new Map(before.map((item) => [item.key, item]))
  const fresh = new Set(after.map((item) => item.key))
  const changed = after.flatMap((item) => compare(old.get(item.key), item, [...where, nameOf(item)]))
  const gone = before
    .filter((item) => !fresh.has(item.key))
    .flatMap((item) => compare(item, undefined, [...where, nameOf(item)]))
  return [...changed, ...gone, ...movedClauses(before, after, where)]
}

/** Clauses are read and signed in their order, so there moving one is a change; elsewhere order says nothing. */
function movedClauses(
  before: readonly Keyed[],
  after: readonly Keyed[],
  where: readonly string[],
): readonly Difference[] {
  if (where.at(-1) !== 'Clauses') return []
  const both = (one: readonly Keyed[], other: readonly Keyed[]) =>
    one.filter((item) => other.some((kept) => kept.key === item.key)).map((item) => item.key)
  const [old, fresh] = [both(before, after), both(after, before)]
  if (same(old, fresh)) return []
  const order = (keys: readonly string[], items: readonly Keyed[]) =>
    keys.map((key, at) => `${at + 1} ${headingOf(items.find((item) => item.key === key))}`).join(', ')
  return [{ where: [...where, 'Order'], before: order(old, before), after: order(fresh, after) }]
}

const headingOf = (item: Keyed | undefined): string =>
  item ? (typeof item.heading === 'string' ? item.heading : nameOf(item)) : ''

type Keyed = Record<string, Json> & { readonly key: string }
const isRecord = (value: Json): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isKeyed = (value: Json): value is readonly Keyed[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => isRecord(item) && typeof item.key === 'string')
const isRecords = (value: Json): value is readonly Record<string, Json>[] =>
  Array.isArray(value) && value.length > 0 && value.every(isRecord)
const same = (a: Json, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b)

const nameOfPart = (name: string, depth: number): string =>
  (depth === 0 ? partNames[name] : detailNames[name]) ?? spaced(name)
const nameOf = (item: Keyed): string => (typeof item.name === 'string' ? item.name : spaced(item.key))

/** 'recordsReviewed' and 'records-reviewed' as 'records reviewed', with a capital. */
export function spaced(name: string): string {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A value of a pack as words: lists with commas, parts as "name: value". */
export function textOfValue(value: Json): string {
  if (value === true || value === false) return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map(textOfValue).join(', ')
  if (!isRecord(value)) return String(value)
  if (
    typeof value.text === 'string' &&
    Object.keys(value).every((key) => ['text', 'easyRead', 'languages', 'key', 'source'].includes(key))
  )
    return value.text
  return Object.entries(value)
    .filter(([name]) => name !== 'key')
    .map(([name, part]) => `${spaced(name).toLowerCase()}: ${textOfValue(part)}`)
    .join('; ')
}
