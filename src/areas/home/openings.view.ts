// What the page of openings says of a thing and of a reason, in the words that people know them by.
import type { ReaderReason } from '../records/index.ts'

export const perPage = 50

/** The page asked for: a whole number from 1 to 10,000, else the first. */
export const pageNumber = (text: string): number =>
  /^\d{1,4}$|^10000$/.test(text) ? Math.max(1, Number.parseInt(text, 10)) : 1

const things: Readonly<Record<string, string>> = {
  session: 'What a session was to look at',
  'session record': 'The record of a session',
  'record answer': 'A comment on a record',
  'record draft': 'A draft of a record',
  action: 'An action',
  case: 'A case',
  preparation: 'A preparation',
  concern: 'A concern',
  meeting: 'A meeting of a set',
  'topic draft': 'A draft of a topic',
  'advice intake': 'What was asked of the advice desk',
  'advice given': 'What was advised',
  'advice heard': 'What was heard of advice',
}

/** The kind of a thing in plain words; its own word when it has no others. */
export const whatOf = (kind: string): string => things[kind] ?? kind.slice(0, 1).toUpperCase() + kind.slice(1)

/** Why somebody can read it, or that they no longer can. */
export const whyOf = (because: ReaderReason | null): string =>
  because === null ? 'No longer can' : because.slice(0, 1).toUpperCase() + because.slice(1)
