// The exact text that is signed (SPEC 4.2, TRUST 5). UTF-8, NFC, line feeds. What the service says stands at the edge or two
// spaces in; words of people stand four spaces in, or on one line behind a number or a label: so no words can pretend to be a
// heading, a party or another clause, and two texts are the same only when they agree the same. People can read it as it is.
// The format never changes once somebody has signed: another one gets another number.
import { plainLine, plainLines } from './plain-lines.ts'

/** Everything that is agreed, as plain words. Names are those at the time the text was closed: keep them with the text. */
export type AgreedText = {
  /** The organisation's name. */
  readonly organisation: string
  /** The agreement's id. */
  readonly agreement: string
  /** 'one-to-one contract', 'safeguarding contract', 'ground rules'. */
  readonly kind: string
  readonly title: string
  /** The template's key in the pack, and the version of the policy that it was taken from. */
  readonly template: string
  readonly policyVersion: string
  /** In any order; the text puts them into one. `person` is the id. */
  readonly parties: readonly AgreedParty[]
  readonly opening: string
  /** In the order of the template; a value may be empty. */
  readonly blanks: readonly { readonly label: string; readonly value: string }[]
  readonly clauses: readonly AgreedClause[]
  /** '12 months'; '' when no end is set. */
  readonly term: string
  /** The id of the agreement that this one follows. */
  readonly follows: string | null
}

export type AgreedParty = { readonly person: string; readonly name: string; readonly as: string }

/** `own` says that the parties wrote or changed it; `source` names the clause of the policy that it comes from. */
export type AgreedClause = {
  readonly party: string
  readonly heading: string | null
  readonly text: string
  readonly source: string | null
  readonly own: boolean
}

export const FORMAT = 1
/** A policy says 'own' of a clause that stands in no source but the organisation's own policy. */
export const OWN_SOURCE = 'our own policy'

/** The exact text, ending with a line feed. Hash it with `hashOfText`. */
export function canonicalText(agreed: AgreedText): string {
  const lines = [
    plainLine(agreed.title),
    `${capital(plainLine(agreed.kind))} at ${plainLine(agreed.organisation)}`,
    ...section('Between', inOrder(agreed.parties).flatMap(partyLines)),
    ...section('Opening', words(agreed.opening)),
    ...section('Filled in', agreed.blanks.flatMap(blankLines)),
    ...section('What we agree', agreed.clauses.flatMap(clauseLines)),
    ...section('How long it holds', termLines(agreed.term)),
    ...section('About this text', aboutLines(agreed)),
  ]
  return `${lines.join('\n')}\n`
}

const section = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', heading, '', ...lines]

/** Whose order the store gave is no part of what was agreed. */
const inOrder = (parties: readonly AgreedParty[]): readonly AgreedParty[] =>
  parties
    .map(({ person, name, as }) => ({ person: plainLine(person), name: plainLine(name), as: plainLine(as) }))
    .toSorted((a, b) => rank(a) - rank(b) || compare(a.name, b.name) || compare(a.person, b.person))
const ranks = ['supervisee', 'supervisor', 'facilitator', 'member']
const rank = ({ as }: AgreedParty): number => (ranks.includes(as) ? ranks.indexOf(as) : ranks.length)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const partyLines = ({ person, name, as }: AgreedParty, at: number): readonly string[] => [
  `  ${at + 1}. ${name}`,
  `  As: ${as}`,
  `  Person: ${person}`,
]

const blankLines = ({ label, value }: { label: string; value: string }): readonly string[] => [
  `  ${plainLine(label)}:`,
  ...words(value),
]

const clauseLines = (clause: AgreedClause, at: number): readonly string[] => [
  ...(at === 0 ? [] : ['']),
  `  ${at + 1}. ${plainLine(clause.heading ?? '')}`.trimEnd(),
  ...words(clause.text),
  `  For: ${plainLine(clause.party)}`,
  ...sourceLines(plainLine(clause.source ?? '')),
  ...(clause.own ? ['  Changed or written by the parties'] : []),
]

const sourceLines = (source: string): readonly string[] =>
  source === '' ? [] : [`  From: ${source === 'own' ? OWN_SOURCE : source}`]

const termLines = (term: string): readonly string[] => {
  const length = plainLine(term)
  if (length === '') return ['  No end is set.']
  return [
    `  ${length}`,
    '  It counts from the day of the last signature.',
    '  If it renews an agreement of the same people that is still in force, it counts from the day on which that one ends.',
  ]
}

const aboutLines = (agreed: AgreedText): readonly string[] => [
  `  Template: ${plainLine(agreed.template)}`,
  `  Policy version: ${plainLine(agreed.policyVersion)}`,
  ...(agreed.follows === null ? [] : [`  It follows: ${plainLine(agreed.follows)}`]),
  `  Agreement: ${plainLine(agreed.agreement)}`,
  `  Format: ${FORMAT}`,
]

/** Words of people, four spaces in. An empty line between paragraphs is an empty line. */
const words = (text: string): readonly string[] => plainLines(text).map((line) => (line === '' ? '' : `    ${line}`))

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
