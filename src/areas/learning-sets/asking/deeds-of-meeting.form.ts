// Every deed under a meeting's address, by the noun that it is posted to.
import { parseMoment } from '../../../platform/time/moment.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { AskedReading, Sent } from './asked.form.ts'
import {
  arrivalAsked,
  beginningAsked,
  departureAsked,
  finishAsked,
  handoverAsked,
  movesAsked,
  nextDateAsked,
  pauseAsked,
  presenterAsked,
  recollectionAsked,
  rolesAsked,
  timeAsked,
  turnAsked,
} from './asked-course.form.ts'
import {
  bidsAsked,
  commitmentsAsked,
  contributionAsked,
  postponementsAsked,
  quietAsked,
  reportAsked,
  topicAsked,
  votesAsked,
} from './asked-words.form.ts'
import { choiceAsked, groupsAsked } from './choice.form.ts'

/** What each reads from its form. */
export const deeds = {
  arrival: arrivalAsked,
  departure: departureAsked,
  recollection: recollectionAsked,
  beginning: beginningAsked,
  moves: movesAsked,
  turns: turnAsked,
  contributions: contributionAsked,
  topics: topicAsked,
  bids: bidsAsked,
  votes: votesAsked,
  reports: reportAsked,
  postponements: postponementsAsked,
  choice: (sent: Sent) => choiceAsked(sent, parseMoment(firstOf(sent.form, 'shown'))),
  groups: groupsAsked,
  presenter: presenterAsked,
  commitments: commitmentsAsked,
  roles: rolesAsked,
  time: timeAsked,
  pause: pauseAsked,
  'quiet-words': quietAsked,
  handover: handoverAsked,
  'next-date': nextDateAsked,
  finish: finishAsked,
} as const satisfies Readonly<Record<string, (sent: Sent) => AskedReading>>

export type DeedName = keyof typeof deeds
