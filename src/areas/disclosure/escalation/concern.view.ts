// What pages say of a concern: facts in words, never what was written.
import type { PersonId } from '../../../platform/ids.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import {
  type AboutKind,
  type Concern,
  type ConcernKind,
  type ConcernState,
  type Entry,
  isTold,
  stateOf,
  tellsColleague,
  type ToldHow,
} from './concern.ts'

export const kindWords: Readonly<Record<ConcernKind, string>> = {
  'immediate danger': 'Somebody in danger',
  'safeguarding children': 'Safeguarding children',
  'safeguarding adults': 'Safeguarding adults',
  practice: 'Somebody’s practice',
  misconduct: 'Conduct',
  'whistle-blowing': 'Speaking up',
  'dignity at work': 'Dignity at work',
  fraud: 'Fraud',
  disagreement: 'Professionals disagree',
  wellbeing: 'Wellbeing',
  'something else': 'Something else',
}

export const cameFromWords: Readonly<Record<AboutKind, string>> = {
  session: 'A session',
  'session record': 'A record of a session',
  case: 'A case',
  preparation: 'A preparation',
  agreement: 'An agreement',
  'learning set': 'An action learning set',
  'learning set meeting': 'A meeting of an action learning set',
}

export const stateWords: Readonly<Record<ConcernState, { tone: 'waiting' | 'good' | 'quiet'; words: string }>> = {
  open: { tone: 'waiting', words: 'Open' },
  closed: { tone: 'good', words: 'Closed' },
  'taken back': { tone: 'quiet', words: 'Taken back' },
}

const howWords: Readonly<Record<ToldHow, string>> = {
  'in person': 'in person',
  phone: 'by phone',
  video: 'by video',
  'e-mail': 'by e-mail',
  form: 'with a referral form',
  other: 'in another way',
}

/** 'Told by phone on 3 February 2027 at 2:30pm', 'Decided not to share' */
export function outcomeWords(concern: Concern): string {
  if (concern.outcome === 'not shared') return 'Decided not to share'
  const how = concern.toldHow === null ? '' : ` ${howWords[concern.toldHow]}`
  return `Told${how}${concern.toldAt === null ? '' : ` on ${formatMoment(concern.toldAt)}`}`
}

/** How it stands with telling the colleague it is about. */
export function tellingWords(concern: Concern, name: string): string {
  if (concern.named === null) return 'No colleague is named'
  if (!tellsColleague(concern.kind)) return `${name} is told by whoever looks into it under the policy, not from here`
  if (isTold(concern)) return `${name} knows that it was passed on`
  return `${name} has not been told: it would put somebody at risk`
}

const entryDeeds: Readonly<Record<Entry['kind'], string>> = {
  'passed on': 'passed it on',
  added: 'added',
  told: 'told the colleague it is about',
  seen: 'saw that it was passed on',
  'handed on': 'handed it on to another safeguarding lead',
  'taken back': 'took it back',
  closed: 'closed it',
}

/** 'Amina Yusuf added, 3 February 2027 at 2:30pm' */
export const entryWords = (entry: Entry, nameOf: (person: PersonId) => string): string =>
  `${nameOf(entry.by)} ${entryDeeds[entry.kind]}, ${formatMoment(entry.at)}`

/** Open concerns that wait for a lead: nobody but the person who passed it on has written yet. */
export const waitsForLead = (concern: Concern): boolean =>
  stateOf(concern) === 'open' &&
  concern.entries.every((entry) => entry.by === concern.raisedBy || entry.kind === 'seen')
