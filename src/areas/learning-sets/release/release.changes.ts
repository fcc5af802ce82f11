// Giving something of one's own topic to somebody outside, taking it back, reading it. Each leaves its line on the trail.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import type { Need } from '../../../platform/area.ts'
import {
  becauseTexts,
  letRead,
  noteJustified,
  openTexts,
  type PointedOut,
  removeReader,
  sealTexts,
  thing,
  writeTrail,
} from '../../records/index.ts'
import { promisesOf } from '../afterwards/held.changes.ts'
import { leftBehind } from '../afterwards/left-behind.view.ts'
import type { Meeting } from '../meeting/meeting.ts'
import type { MeetingId } from '../room/planned-meeting.ts'
import { whoIsMissing } from '../set/set.changes.ts'
import {
  decideRelease,
  decideTakingBack,
  type Releasable,
  releasableBy,
  type Release,
  type ReleaseId,
} from './release.ts'
import {
  findRelease,
  findReleasesOf,
  findReleasesToRead,
  insertRelease,
  markRead,
  markTakenBack,
} from './release.store.ts'

const aboutRelease = (id: ReleaseId) => thing('release', id)
const TEXT = 1

/** A release as a page's subject. */
export const subjectRelease = (work: Work, { release }: { release: ReleaseId }): Promise<Release | null> =>
  findRelease(work, release)

/** What the asker may give away of a meeting. */
export async function releasableIn(work: Work, id: MeetingId, meeting: Meeting): Promise<readonly Releasable[]> {
  return releasableBy(leftBehind(meeting, work.asker.person).topics, await promisesOf(work, id), work.asker.person)
}

/** Gives one item, in exactly its words, to one person. */
export async function giveAway(
  work: Work,
  { id: meetingId, meeting }: { id: MeetingId; meeting: Meeting },
  to: { item: string; recipient: PersonId; pointed?: PointedOut },
): Promise<Decision<ReleaseId>> {
  if (await whoIsMissing(work, [to.recipient])) return no('Choose somebody who works here', 'recipient')
  const decision = decideRelease(
    { ...to, by: work.asker.person },
    {
      items: await releasableIn(work, meetingId, meeting),
      inTheRoom: meeting.seats.map((seat) => seat.person),
      given: (await findReleasesOf(work, meetingId)).filter((one) => one.presenter === work.asker.person),
    },
  )
  if (!decision.ok) return decision
  const id = work.newId<'release'>()
  const facts = { presenter: work.asker.person, releasedAt: work.moment, readAt: null, takenBackAt: null }
  const { item, recipient, pointed } = to
  await insertRelease(work, { id, meeting: meetingId, item, recipient, ...facts })
  const about = aboutRelease(id)
  const because = pointed ? becauseTexts(pointed) : {}
  await sealTexts(work, { kind: 'set', about, version: TEXT, texts: { text: decision.value.words, ...because } })
  if (pointed) noteJustified(work, about, pointed)
  await letRead(work, about, [{ person: recipient, because: 'named in it', until: null }])
  return yes(id)
}

/** Takes it back, as long as it has not been read. */
export async function takeBackRelease(work: Work, release: Release): Promise<Decision> {
  const decision = decideTakingBack(release, work.asker.person)
  if (!decision.ok) return decision
  if (!(await markTakenBack(work, release.id))) return no('It has just been read, so it cannot be taken back')
  await removeReader(work, aboutRelease(release.id), release.recipient)
  writeTrail(work, { deed: 'release taken back', about: aboutRelease(release.id) })
  return yes()
}

/** Whoever it was given to reads it: from now on it cannot be taken back. Read twice, it is read once. */
export async function readRelease(work: Work, release: Release): Promise<Decision> {
  if (release.readAt) return yes()
  if (await markRead(work, release.id)) return yes()
  const now = await findRelease(work, release.id)
  return now?.readAt ? yes() : no('It was taken back meanwhile')
}

/** The exact words, for whoever gave them and for whoever has read them. */
export async function textOfRelease(work: Work, release: Release): Promise<string> {
  return (await openTexts(work, { about: aboutRelease(release.id), version: TEXT })).texts.text ?? ''
}

/** Something was given to the asker that they have not read. */
export async function releaseNeeds(work: Work): Promise<readonly Need[]> {
  return (await findReleasesToRead(work)).map((release) => ({
    urgency: 'soon',
    title: 'Somebody gave you something from their learning set',
    reason: 'It is for you alone, and can be taken back until you read it.',
    button: { label: 'Go to it', href: `/action-learning/releases/${release.id}` },
  }))
}
