// A meeting that is over, as a page's subject, and what became of its promises.
import type { Work } from '../../../platform/work.ts'
import { type ActionFacts, actionsFrom, textOfAction } from '../../actions/index.ts'
import { findReadable } from '../../records/index.ts'
import { meetingNow } from '../room/meeting-log.changes.ts'
import type { MeetingId } from '../room/planned-meeting.ts'
import { findMeeting } from '../room/planned-meeting.store.ts'
import { findSet } from '../set/set.store.ts'
import type { HeldSubject } from './held.access.ts'

/** A finished meeting by its id; null when there is none, and before it is over. */
export async function subjectHeld(work: Work, { meeting: id }: { meeting: MeetingId }): Promise<HeldSubject | null> {
  const planned = await findMeeting(work, id)
  if (planned?.state !== 'finished') return null
  const set = await findSet(work, planned.set)
  if (!set) return null
  const now = await meetingNow(work, id)
  return { planned, set, today: work.today, meeting: now?.meeting ?? null }
}

/** A promise as it stands today, in its words as far as the asker may read them. */
export type PromiseNow = ActionFacts & { readonly words: string }

/** What was promised in a meeting, with what became of it; words from the action itself, which outlive the meeting's. */
export async function promisesOf(work: Work, id: MeetingId): Promise<readonly PromiseNow[]> {
  const actions = await actionsFrom(work, 'meeting', [id])
  const readable = await findReadable(
    work,
    'action',
    actions.map((one) => one.id),
  )
  const promises: PromiseNow[] = []
  for (const one of actions)
    promises.push({ ...one, words: readable.has(one.id) ? await textOfAction(work, one.id) : '' })
  return promises
}
