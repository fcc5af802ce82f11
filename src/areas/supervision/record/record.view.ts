// What the page of a record says: which parts each kind of writing has, who reads it, and how a version came to be.
import type { Day } from '../../../platform/time/day.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import { becauseField } from '../../records/index.ts'
import { whoIsWhoKey } from '../discussion/who-is-who.ts'
import type { StoredSession } from '../session/session.ts'
import type { RecordPart } from '../terms/terms.ts'
import { latenessOf, type RecordKind, type RecordTexts } from './record.ts'
import type { RecordOf } from './record-of.ts'

const paths = { session: 'record', 'own part': 'own-part', feedback: 'feedback', evidence: 'team-evidence' } as const

/** The address of a kind of writing. */
export function hrefOf({ session, kind, discussed }: Pick<RecordOf, 'session' | 'kind' | 'discussed'>): string {
  const here = `/sessions/${session.id}`
  return kind === 'case' ? `${here}/cases/${discussed?.caseId}/record` : `${here}/${paths[kind]}`
}

export const headings: Readonly<Record<RecordKind, string>> = {
  session: 'Record of the session',
  'own part': 'My part',
  feedback: 'Feedback on the session',
  case: 'Discussion of a case',
  evidence: 'Evidence for the team lead',
}

/** Who reads it, said before anybody writes. */
export function readersWords({ session, terms, kind }: Omit<RecordOf, 'discussed'>): string {
  const group = session.format === 'group'
  if (kind === 'own part') return 'You and your supervisor read this. Nobody else.'
  if (kind === 'feedback') return 'The two of you read this. Nobody else.'
  if (kind === 'evidence') return 'The team lead reads this: no cases, nobody’s words.'
  if (kind === 'case')
    return group && terms.casesForThosePresent
      ? 'The holder of the case, the supervisor and those who were there read this. Nobody else.'
      : 'The holder of the case and the supervisor read this. Nobody else.'
  if (!terms.sharedWithGroup) return 'Only the supervisor reads this.'
  return group ? 'Those who were there read this. Nobody else.' : 'The two of you read this. Nobody else.'
}

type Shown = { readonly key: string; readonly label: string; readonly section: string; readonly text: string }

/**
 * What a version says, part by part in the order of the form; what was asked then and is no longer asked comes last, so
 * that a change of the policy hides nothing that was written.
 */
export function writtenIn(parts: readonly RecordPart[], texts: RecordTexts): readonly Shown[] {
  const asked = parts.map(({ key, label, section }) => ({ key, label, section, text: texts[key] ?? '' }))
  const known = new Set(parts.map((part) => part.key))
  const others = Object.entries(texts)
    .filter(([key]) => !known.has(key) && !unshown.has(key) && !key.startsWith('told--'))
    .map(([key, text]) => ({ key, label: labelOf(key), section: '', text }))
  return [...asked, ...others].filter((one) => one.text !== '')
}

const unshown = new Set(['why', whoIsWhoKey])

/** 'Plan of care' from 'plan--plan-of-care', for a question that is no longer asked. */
function labelOf(key: string): string {
  if (key === becauseField) return 'Words that were pointed out identify nobody because'
  const words = (key.split('--')[1] ?? key).replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
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
