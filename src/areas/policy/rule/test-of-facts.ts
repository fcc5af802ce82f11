// Conditions made ready to be asked: one small tree, whatever it is asked of (a post, a session, a supervisor),
// and its words for the reasons that a manager reads.
import {
  type ConditionKeys,
  type ConditionText,
  type FieldText,
  isYes,
  personWords,
  type RangeText,
  sessionWords,
} from './condition.ts'

/** A condition in its plain form. Fields carry what they were called in the rule. */
export type Test =
  | { readonly all: readonly Test[] }
  | { readonly any: readonly Test[] }
  | { readonly not: Test }
  | { readonly field: string; readonly oneOf: readonly string[]; readonly words: string }
  | { readonly field: string; readonly atLeast: number; readonly atMost: number; readonly words: string }
  | { readonly field: string; readonly is: boolean; readonly words: string }
  | { readonly supervisor: Test }

/** What a condition is asked of: the words, the number or the truth that a field holds; undefined when it is not known. */
export type Subject = {
  words: (field: string) => readonly string[]
  number: (field: string) => number | undefined
  truth: (field: string) => boolean | undefined
  supervisors?: () => readonly Subject[]
}

/** Whether a subject meets a condition; no condition is met by everything. What is not known is not met. */
export function meets(test: Test | null, subject: Subject): boolean {
  if (test === null) return true
  if ('all' in test) return test.all.every((one) => meets(one, subject))
  if ('any' in test) return test.any.some((one) => meets(one, subject))
  if ('not' in test) return !meets(test.not, subject)
  if ('supervisor' in test) return (subject.supervisors?.() ?? []).some((one) => meets(test.supervisor, one))
  if ('oneOf' in test) return subject.words(test.field).some((word) => test.oneOf.includes(word))
  if ('is' in test) return subject.truth(test.field) === test.is
  const number = subject.number(test.field)
  return number !== undefined && number >= test.atLeast && number <= test.atMost
}

/** Every field that a condition of a person asks about, so that nothing else need be known of them. */
export function fieldsOf(test: Test): readonly string[] {
  if ('all' in test) return test.all.flatMap(fieldsOf)
  if ('any' in test) return test.any.flatMap(fieldsOf)
  if ('not' in test) return fieldsOf(test.not)
  return 'supervisor' in test ? fieldsOf(test.supervisor) : [test.field]
}

const spelt = new Map<string, string>()
/** The same word however it is written: "Health visitors", "health-visitors" and "HEALTH_VISITORS". */
export function sameWord(word: string | number): string {
  const known = spelt.get(word as string)
  if (known !== undefined) return known
  const same = String(word)
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-')
  if (spelt.size > 20_000) spelt.clear()
  spelt.set(word as string, same)
  return same
}

const singular = new Map(
  [...Object.entries(personWords), ...Object.entries(sessionWords)].map(([one, many]) => [many, one]),
)
const numbers = new Set(['hours', 'minutes', 'attendees', 'yearsQualified', 'bandsAbove'])

/** What an organisation calls things, and which roles stand in for which. */
export type Vocabulary = {
  /** The name of a key ("camhs" is "CAMHS"), as it reads within a sentence. */
  readonly nameOf: (field: string, key: string) => string | undefined
  /** Other roles whose holders may do what this role may. */
  readonly standingIn: (role: string) => readonly string[]
}
export const plainWords: Vocabulary = { nameOf: () => undefined, standingIn: () => [] }

/** The plain form of a condition as it was written; a list of words alone means any one of these roles. */
export function readTest(text: ConditionText, words: Vocabulary = plainWords): Test {
  if (typeof text === 'string') return rolesTest([text], words)
  if (Array.isArray(text)) return rolesTest(text, words)
  const tests = Object.entries(text).flatMap(([field, value]) =>
    value === undefined ? [] : [fieldTest(field, value, words)],
  )
  return tests.length === 1 && tests[0] ? tests[0] : { all: tests }
}

const rolesTest = (roles: string[], words: Vocabulary): Test => ({
  field: 'role',
  oneOf: roles.flatMap((role) => [role, ...words.standingIn(role)]).map(sameWord),
  words: orList(named(roles.map((role) => words.nameOf('role', role) ?? role.replace(/-/g, ' ')))),
})

function fieldTest(given: string, value: FieldText | ConditionText | ConditionText[], words: Vocabulary): Test {
  if (given === 'any') return { any: (value as ConditionText[]).map((one) => readTest(one, words)) }
  if (given === 'all') return { all: (value as ConditionText[]).map((one) => readTest(one, words)) }
  if (given === 'not') return { not: readTest(value as ConditionText, words) }
  if (given === 'supervisor') return { supervisor: readTest(value as ConditionText, words) }
  const field = singular.get(given) ?? given
  if (isTruth(field, value)) return { field, is: isYes(value), words: truthWords(field, isYes(value)) }
  if (isRange(value)) return { field, ...limitsOf(value), words: rangeWords(field, value) }
  if (typeof value === 'number' && numbers.has(field))
    return { field, atLeast: value, atMost: value, words: `${value} ${field}` }
  const said = (Array.isArray(value) ? value : [value]).map(String)
  if (field === 'role') return rolesTest(said, words)
  if (field === 'band' || field === 'grade')
    return { field, oneOf: said.map(rankWord), words: `${field} ${orList(said)}` }
  const list = orList(named(said.map((word) => wordFor(field, word, words))))
  return { field, oneOf: said.map(sameWord), words: `${before[field] ?? ''}${list}` }
}

const before: Record<string, string> = {
  unit: 'in ',
  competence: 'with ',
  registration: 'registered with ',
  accreditation: 'accredited with ',
}

/** How a value reads in a sentence: by its name; a profession in the plural ("midwives"). */
function wordFor(field: string, word: string, words: Vocabulary): string {
  const plain = words.nameOf(field, word) ?? word.replace(/-/g, ' ')
  if (field !== 'profession') return plain
  return /s$/i.test(plain) ? plain : `${plain.replace(/fe$/, 've')}s`
}

const truths = new Set(['caseload', 'outside', 'moreSenior', 'lineManager'])
const isTruth = (field: string, value: unknown): value is boolean | 'yes' | 'no' =>
  truths.has(field) && (typeof value === 'boolean' || value === 'yes' || value === 'no')
const isRange = (value: unknown): value is RangeText =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** "Band 6", "6" and "band-6" are the same band. */
export const rankWord = (word: string | number): string => sameWord(word).replace(/^(band|grade)-?/, '')

function limitsOf(range: RangeText): { atLeast: number; atMost: number } {
  const atLeast = Math.max(
    range.atLeast ?? Number.NEGATIVE_INFINITY,
    range.moreThan === undefined ? Number.NEGATIVE_INFINITY : range.moreThan + 1e-9,
  )
  const atMost = Math.min(
    range.atMost ?? Number.POSITIVE_INFINITY,
    range.lessThan === undefined ? Number.POSITIVE_INFINITY : range.lessThan - 1e-9,
  )
  return { atLeast, atMost }
}

const unitWords: Record<string, string> = {
  attendees: 'supervisees',
  caseload: 'cases',
  hours: 'hours a week',
  yearsQualified: 'years qualified',
  bandsAbove: 'bands above',
}

function rangeWords(field: string, range: RangeText): string {
  const said = [
    range.atLeast === undefined ? '' : `at least ${range.atLeast}`,
    range.moreThan === undefined ? '' : `more than ${range.moreThan}`,
    range.atMost === undefined ? '' : `at most ${range.atMost}`,
    range.lessThan === undefined ? '' : `less than ${range.lessThan}`,
  ].filter((part) => part !== '')
  const unit = unitWords[field] ?? field
  return field === 'band' || field === 'grade' ? `${field} ${said.join(' and ')}` : `${said.join(' and ')} ${unit}`
}

function truthWords(field: string, is: boolean): string {
  if (field === 'lineManager') return is ? 'the line manager' : 'not the line manager'
  if (field === 'moreSenior') return is ? 'more senior' : 'not more senior'
  if (field === 'outside') return is ? 'held elsewhere' : 'held here'
  return is ? `with a ${field}` : `without a ${field}`
}

/** Names fit for a list: "advisor, children" becomes "advisor (children)", and is left out where "advisor" is there already. */
const named = (names: readonly string[]): string[] =>
  names
    .filter((name) => !names.some((other) => other !== name && name.startsWith(`${other}, `)))
    .map((name) => name.replace(/^([^,()]+), (.+)$/, '$1 ($2)'))

/** "a", "a or b", "a, b or c". */
export function orList(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

/** A condition in words: "health visitors or midwives", "bank or agency and more than 15 hours". */
export function testWords(test: Test, inside = false): string {
  if ('all' in test) return bracket(test.all.map((one) => testWords(one, true)).join(' and '), inside)
  if ('any' in test) return bracket(test.any.map((one) => testWords(one, true)).join(' or '), inside)
  if ('not' in test)
    return 'is' in test.not ? truthWords(test.not.field, !test.not.is) : `not ${testWords(test.not, true)}`
  if ('supervisor' in test) return `with ${testWords(test.supervisor, inside)}`
  return test.words
}
const bracket = (words: string, inside: boolean): string => (inside ? `(${words})` : words)

/** Every word that a condition compares a field with, for checking that each is known. */
export function wordsUnder(
  text: ConditionText,
  field: string,
  path: (string | number)[] = [],
): { word: string; path: (string | number)[] }[] {
  if (typeof text === 'string') return field === 'role' ? [{ word: text, path }] : []
  if (Array.isArray(text)) return field === 'role' ? text.map((word, at) => ({ word, path: [...path, at] })) : []
  return Object.entries(text).flatMap(([key, value]) => wordsOfField(key, value, field, [...path, key]))
}

function wordsOfField(
  key: string,
  value: ConditionKeys[string],
  field: string,
  path: (string | number)[],
): { word: string; path: (string | number)[] }[] {
  if (value === undefined) return []
  if (key === 'not' || key === 'supervisor') return wordsUnder(value as ConditionText, field, path)
  if (key === 'any' || key === 'all')
    return (value as ConditionText[]).flatMap((one, at) => wordsUnder(one, field, [...path, at]))
  if ((singular.get(key) ?? key) !== field) return []
  if (Array.isArray(value)) return value.map((word, at) => ({ word: String(word), path: [...path, at] }))
  return typeof value === 'object' ? [] : [{ word: String(value), path }]
}
