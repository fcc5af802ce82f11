// What the page of a record says: which parts each kind of writing has, who reads it, and how a version came to be.
import type { Day } from '../../../platform/time/day.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import type { StoredSession } from '../session/session.ts'
import { plainPart, type RecordPart, type Terms } from '../terms/terms.ts'
import { latenessOf } from './record.ts'

export type WrittenKind = 'session' | 'own part' | 'feedback'
export type Shape = { readonly session: StoredSession; readonly terms: Terms; readonly kind: WrittenKind }

const ownParts = [
  plainPart('mine', 'My part', 'What you brought, what was said about it, and what you take away', 'always'),
  plainPart('needs', 'Development needs', 'Learning or support that would help you', 'no'),
]
const feedbackParts = [
  plainPart('helped', 'What helped', 'A sentence or two is enough', 'no'),
  plainPart('change', 'What would help more next time', '', 'no'),
]

const paths = { session: 'record', 'own part': 'own-part', feedback: 'feedback' } as const
/** The address of a kind of writing. */
export const hrefOf = ({ session, kind }: Pick<Shape, 'session' | 'kind'>): string =>
  `/sessions/${session.id}/${paths[kind]}`

/** The parts that a kind of writing has: the policy's template for the session's own record. */
export function partsOf({ terms, kind }: Shape): readonly RecordPart[] {
  return kind === 'session' ? terms.recordParts : kind === 'own part' ? ownParts : feedbackParts
}

export const headings: Readonly<Record<WrittenKind, string>> = {
  session: 'Record of the session',
  'own part': 'My part',
  feedback: 'Feedback on the session',
}

/** Who reads it, said before anybody writes. */
export function readersWords({ session, terms, kind }: Shape): string {
  if (kind === 'own part') return 'You and your supervisor read this. Nobody else.'
  if (kind === 'feedback') return 'The two of you read this. Nobody else.'
  if (!terms.sharedWithGroup) return 'Only the supervisor reads this.'
  return session.format === 'group'
    ? 'Those who were there read this. Nobody else.'
    : 'The two of you read this. Nobody else.'
}

/** 'Version 2, signed off on 3 February 2027 at 2:30pm. Written 4 days after.' */
export function versionWords(
  version: { number: number; at: Parameters<typeof londonDay>[0] },
  session: StoredSession,
): string {
  const late = latenessOf(sessionDay(session), londonDay(version.at))
  return `Version ${version.number}, signed off on ${formatMoment(version.at)}.${late ? ` ${late}.` : ''}`
}

const sessionDay = (session: StoredSession): Day => londonDay(session.held?.beganAt ?? session.startsAt)
