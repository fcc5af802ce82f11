// The one schema library of the program, and how its complaints become sentences.
// A shape is checked whole: every fault comes back at once, each with the path of keys that leads to it.
import { z } from 'zod'
import { didYouMean } from './nearest-word.ts'

export { z }

/** Where in the data a fault is, and what is wrong in one sentence. */
export type ShapeFault = { readonly path: readonly (string | number)[]; readonly message: string }
export type ShapeReading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: ShapeFault[] }

/** An object that refuses keys it does not know, and says which known key was probably meant; `otherWords`: known keys by other words for them. */
export function strict<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
  otherWords: Readonly<Record<string, string>> = {},
): z.ZodObject<Shape, z.core.$strict> {
  const meant = (key: string) =>
    otherWords[key] === undefined ? didYouMean(key, Object.keys(shape)) : ` Did you mean “${otherWords[key]}”?`
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => `There is no key “${key}” here.${meant(key)}`).join('\n')
        : undefined,
  })
}

/** Reads a value by a schema; never throws. */
export function readShape<T>(schema: z.ZodType<T>, value: unknown): ShapeReading<T> {
  const result = schema.safeParse(value, { reportInput: true })
  if (result.success) return { ok: true, value: result.data }
  return { ok: false, faults: result.error.issues.flatMap((issue) => faultsOf(issue, [])) }
}

/** The published JSON Schema of what a schema accepts. */
export function jsonSchemaOf(schema: z.ZodType, head: Record<string, string>): Record<string, unknown> {
  return { ...head, ...z.toJSONSchema(schema, { io: 'input', reused: 'inline' }) }
}

type Issue = z.core.$ZodIssue

function faultsOf(issue: Issue, before: readonly PropertyKey[]): ShapeFault[] {
  const path = [...before, ...issue.path] as (string | number)[]
  if (issue.code === 'unrecognized_keys') {
    const sentences = issue.message.split('\n')
    return issue.keys.map((key, at) => ({
      path: [...path, key],
      message: sentences[at] ?? `There is no key “${key}” here.`,
    }))
  }
  if (issue.code === 'invalid_union') {
    const branch = meantBranch(issue.errors)
    if (branch) return branch.flatMap((inner) => faultsOf(inner, path))
    return [
      {
        path,
        message:
          issue.message === 'Invalid input' || issue.input === undefined ? expectedOneOf(issue, path) : issue.message,
      },
    ]
  }
  return [{ path, message: sentenceOf(issue, nameOf(path)) }]
}

/** Of the forms a value may take, the one its author probably meant: the one whose outer type fits. */
function meantBranch(branches: Issue[][]): Issue[] | undefined {
  const fitting = branches.filter((issues) => !issues.some((issue) => issue.path.length === 0 && isOtherKind(issue)))
  return fitting.sort((one, other) => one.length - other.length)[0]
}

/** A single word was expected where a list or a group of keys stands counts as another kind, too. */
const isOtherKind = (issue: Issue): boolean =>
  issue.code === 'invalid_type' || (issue.code === 'invalid_value' && typeof issue.input === 'object')

function expectedOneOf(issue: z.core.$ZodIssueInvalidUnion, path: readonly (string | number)[]): string {
  if (issue.input === undefined) return `“${nameOf(path)}” is missing.`
  const wanted = issue.errors
    .flat()
    .flatMap((inner) => (inner.code === 'invalid_type' ? [kindWords[inner.expected] ?? inner.expected] : []))
  return `This should be ${[...new Set(wanted)].join(' or ')}, not ${kindOf(issue.input)}.`
}

function sentenceOf(issue: Issue, key: string): string {
  if (issue.code === 'invalid_type') {
    if (issue.input === undefined) return `“${key}” is missing.`
    return `This should be ${kindWords[issue.expected] ?? issue.expected}, not ${kindOf(issue.input)}.`
  }
  if (issue.code === 'invalid_value') {
    const known = issue.values.map(String)
    if (issue.input === undefined) return `“${key}” is missing: say one of ${known.join(', ')}.`
    return `“${String(issue.input)}” is not one of ${known.join(', ')}.${didYouMean(String(issue.input), known)}`
  }
  if (issue.code === 'too_small' && issue.origin === 'array') return 'This list is empty; give at least one.'
  if (issue.code === 'too_small' && issue.origin === 'string') return 'This is empty.'
  if (issue.code === 'too_small') return `This should be at least ${String(issue.minimum)}.`
  if (issue.code === 'too_big') return `This should be at most ${String(issue.maximum)}.`
  return issue.message
}

/** The key that a path ends in, past any numbers. */
const nameOf = (path: readonly (string | number)[]): string =>
  String(path.findLast((step) => typeof step === 'string') ?? 'This')

const kindWords: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'string') return `the text “${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`
  if (typeof value === 'object') return 'a group of keys'
  return String(value)
}
