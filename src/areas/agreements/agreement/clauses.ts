// What is agreed, clause by clause (SPEC 4.1). It begins as the policy's template, in the product's own words, each clause with
// its source; the parties adapt it. A clause of their own has no source but themselves. Every change makes a new text, and
// the earlier ones stay.

export type Clause = {
  readonly key: string
  /** Whom it binds: 'both', 'supervisee', 'everyone', … */
  readonly party: string
  readonly heading: string | null
  readonly text: string
  /** The clause of the policy's source; null for one of the parties' own. */
  readonly source: string | null
  /** Written or changed by the parties. */
  readonly own: boolean
}

export type Blank = {
  readonly key: string
  readonly label: string
  readonly hint: string | null
  readonly value: string
  readonly required: boolean
}

/** What is agreed. Sealed as JSON, under thing('agreement', id), field 'text', one version for each change. */
export type AgreementText = {
  readonly title: string
  readonly opening: string
  readonly blanks: readonly Blank[]
  readonly clauses: readonly Clause[]
  /** '12 months' */
  readonly term: string
}

export const longestClause = 4_000
export const longestHeading = 200
export const longestBlank = 500
/** More than these are no agreement any more. */
export const mostClauses = 60

/** Labels of blanks that must be filled in and are not. */
export const emptyBlanks = (text: AgreementText): readonly Blank[] =>
  text.blanks.filter((blank) => blank.required && blank.value.trim() === '')

/** The clause of a key, or null. */
export const clauseOf = (text: AgreementText, key: string): Clause | null =>
  text.clauses.find((clause) => clause.key === key) ?? null

/** What can be done to a text, each a small step that people see by itself. */
export type TextStep =
  | { readonly what: 'change'; readonly clause: string; readonly heading: string; readonly text: string }
  | {
      readonly what: 'add'
      readonly clause: string
      readonly party: string
      readonly heading: string
      readonly text: string
    }
  | { readonly what: 'leave out'; readonly clause: string }
  | { readonly what: 'fill in'; readonly blanks: Readonly<Record<string, string>> }

/** The text after a step; null when there is no such clause (any more), or no room for another. */
export function stepped(text: AgreementText, step: TextStep): AgreementText | null {
  if (step.what === 'fill in')
    return { ...text, blanks: text.blanks.map((one) => ({ ...one, value: step.blanks[one.key] ?? one.value })) }
  if (step.what === 'add') {
    if (text.clauses.length >= mostClauses || clauseOf(text, step.clause)) return null
    return { ...text, clauses: [...text.clauses, ownClause(step)] }
  }
  if (!clauseOf(text, step.clause)) return null
  if (step.what === 'leave out')
    return text.clauses.length === 1
      ? null
      : { ...text, clauses: text.clauses.filter((one) => one.key !== step.clause) }
  const changed = (one: Clause): Clause => ({ ...one, heading: step.heading || null, text: step.text, own: true })
  return { ...text, clauses: text.clauses.map((one) => (one.key === step.clause ? changed(one) : one)) }
}

const ownClause = (step: { clause: string; party: string; heading: string; text: string }): Clause => ({
  key: step.clause,
  party: step.party,
  heading: step.heading || null,
  text: step.text,
  source: null,
  own: true,
})

/** A key that no clause of the text has: own-1, own-2, … */
export function freeKey(text: AgreementText, taken: readonly string[] = []): string {
  const all = new Set([...text.clauses.map((one) => one.key), ...taken])
  let number = 1
  while (all.has(`own-${number}`)) number += 1
  return `own-${number}`
}
