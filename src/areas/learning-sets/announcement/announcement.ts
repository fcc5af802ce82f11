// A change that must be known outside the set, such as one of clinical policy (SPEC 7.8, S0 3): somebody of the set writes the
// exact text and names to whom it is to be told; everybody who belongs to the set agrees to that text, or it is not told. Another
// text, or another person to tell, starts again. Whoever joins before it is told is asked as well. When whoever proposed it has left,
// those who lead the set take it on.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import { belongs, isGoingOn, type LearningSet, leads, peopleOn, type SetId } from '../set/set.ts'

export type AnnouncementId = Id<'announcement'>
export type Announcement = {
  readonly id: AnnouncementId
  readonly set: SetId
  readonly proposedBy: PersonId
  readonly proposedAt: Moment
  readonly version: number
  /** Of the exact text and those to whom it is to be told. */
  readonly textHash: string
  readonly recipients: readonly PersonId[]
  readonly state: 'proposed' | 'told' | 'withdrawn'
  readonly endedBy: PersonId | null
  readonly endedAt: Moment | null
}
/** Somebody agreed to a text by its hash. */
export type Agreed = { readonly person: PersonId; readonly textHash: string; readonly agreedAt: Moment }

export const LONGEST_TEXT = 2000
export const MOST_RECIPIENTS = 20

/** The exact text with those it is to be told to, as it is hashed: one way to write it, its own for each announcement. */
export const canonicalAnnouncement = (id: AnnouncementId, text: string, recipients: readonly PersonId[]): string =>
  `${JSON.stringify({ announcement: id, text, to: recipients.toSorted() })}\n`

/** Whether somebody may propose this text to their set. */
export function decideProposal(
  what: { by: PersonId; recipients: readonly PersonId[] },
  about: { set: LearningSet; today: Day },
): Decision {
  if (!isGoingOn(about.set, about.today)) return no('This set has ended')
  if (!belongs(about.set, what.by, about.today)) return no('Only the people of the set propose it')
  if (what.recipients.length === 0) return no('Choose to whom it is to be told', 'people')
  if (what.recipients.length > MOST_RECIPIENTS) return no(`Choose ${MOST_RECIPIENTS} people at most`, 'people')
  const own = what.recipients.some((one) => belongs(about.set, one, about.today))
  return own ? no('Somebody of the set is among them. Choose people outside the set', 'people') : yes()
}

/** Whether somebody writes the text: whoever proposed it, or, when they have left the set, those who lead it. */
export const mayWrite = (
  announcement: Announcement,
  by: PersonId,
  { set, today }: { set: LearningSet; today: Day },
): boolean => {
  if (belongs(set, announcement.proposedBy, today)) return announcement.proposedBy === by
  return leads(set, by, today)
}

/** Another text, or other people, by whoever writes it, as long as it was not told. */
export function decideRewording(
  announcement: Announcement,
  what: { by: PersonId; version: number; recipients: readonly PersonId[] },
  about: { set: LearningSet; today: Day },
): Decision {
  const open = stillProposed(announcement)
  if (!open.ok) return open
  if (!mayWrite(announcement, what.by, about)) return no('Whoever proposed it changes it')
  if (announcement.version !== what.version) return no('You changed it somewhere else meanwhile. Look at it again')
  return decideProposal(what, about)
}

function stillProposed(announcement: Announcement): Decision {
  if (announcement.state === 'told') return no('It has been told already')
  return announcement.state === 'withdrawn' ? no('It was withdrawn') : yes()
}

/** Somebody of the set agrees to the text that stood on their screen. */
export function decideAgreeing(
  announcement: Announcement,
  what: { by: PersonId; textHash: string },
  about: { set: LearningSet; today: Day },
): Decision {
  const open = stillProposed(announcement)
  if (!open.ok) return open
  if (!belongs(about.set, what.by, about.today)) return no('Only the people of the set agree to it')
  return what.textHash === announcement.textHash ? yes() : no('The text was changed meanwhile. Read it again')
}

/** Who belongs to the set and has not agreed to the text as it reads now. */
export function waitsFor(
  announcement: Announcement,
  agreed: readonly Agreed[],
  { set, today }: { set: LearningSet; today: Day },
): readonly PersonId[] {
  const said = new Set(agreed.filter((one) => one.textHash === announcement.textHash).map((one) => one.person))
  return [...new Set(peopleOn(set, today).map((one) => one.person))].filter((person) => !said.has(person))
}

/** It is told: by whoever proposed it or leads the set, once everybody who belongs to the set agrees to exactly this text. */
export function decideTelling(
  announcement: Announcement,
  what: { by: PersonId; textHash: string },
  about: { set: LearningSet; today: Day; agreed: readonly Agreed[] },
): Decision {
  const may = decideEnding(announcement, what.by, about)
  if (!may.ok) return may
  if (what.textHash !== announcement.textHash) return no('The text was changed meanwhile. Read it again')
  const waits = waitsFor(announcement, about.agreed, about).length
  if (waits === 0) return yes()
  return no(`${waits === 1 ? 'One person has' : `${waits} people have`} not agreed to this text yet`)
}

/** Whether somebody may bring a proposal to its end: tell it, or withdraw it. */
export function decideEnding(
  announcement: Announcement,
  by: PersonId,
  { set, today }: { set: LearningSet; today: Day },
): Decision {
  const open = stillProposed(announcement)
  if (!open.ok) return open
  const isTheirs = announcement.proposedBy === by && belongs(set, by, today)
  return isTheirs || leads(set, by, today) ? yes() : no('Whoever proposed it, or leads the set, does this')
}
