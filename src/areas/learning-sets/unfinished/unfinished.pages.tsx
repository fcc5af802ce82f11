// What the page of a meeting that was closed says of it, and home: to those who lead the set, who can put right who came, and say
// that they have seen it.
import { InsetText, PostButton, type VNode } from '../../../design/index.ts'
import type { Need } from '../../../platform/area.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { findReadable } from '../../records/index.ts'
import { findSession, type SessionId } from '../../supervision/index.ts'
import { leadersOfMeeting } from '../room/meeting.access.ts'
import { subjectMeeting } from '../room/meeting-subject.changes.ts'
import type { PlannedMeeting } from '../room/planned-meeting.ts'
import { findSetsOf } from '../set/set.store.ts'
import { leads } from '../set/set.ts'
import { lookAfterClosed } from './unfinished.changes.ts'
import { findSessionOf, findUnsettled, type Unsettled } from './unfinished.store.ts'

export const unfinishedPages: readonly Page[] = [
  page({
    at: 'POST /action-learning/meetings/:meeting/acceptance',
    subject: subjectMeeting,
    access: leadersOfMeeting,
    answer: async (work, { subject: { meeting } }) => {
      const done = await lookAfterClosed(work, meeting.id)
      return done.ok ? seeOther(addressOf(meeting), 'Thank you. This meeting is looked after') : conflict(done.reason)
    },
  }),
]

const addressOf = ({ id }: Pick<PlannedMeeting, 'id'>): string => `/action-learning/meetings/${id}`

/** Meetings of sets that the asker leads, which were closed and which nobody has looked at. */
export async function unfinishedNeeds(work: Work): Promise<readonly Need[]> {
  if (!work.asker.standing.has('in a set')) return []
  const sets = (await findSetsOf(work, work.asker.person)).filter((set) => leads(set, work.asker.person, work.today))
  return (
    await unsettledFor(
      work,
      sets.map((set) => set.id),
    )
  ).map(({ id, startsAt }) => ({
    urgency: 'soon',
    title: 'A meeting of your set was closed',
    reason: `Nobody finished the meeting of ${formatMoment(startsAt)}. Everything in it is kept as it was.`,
    button: { label: 'See whether it is right', href: addressOf({ id }) },
    by: londonDay(startsAt),
  }))
}

/** Those of them that the asker had a seat in. */
async function unsettledFor(work: Work, sets: Parameters<typeof findUnsettled>[1]): Promise<readonly Unsettled[]> {
  const all = await findUnsettled(work, sets)
  const readable = await findReadable(
    work,
    'meeting',
    all.map((one) => one.id),
  )
  return all.filter((one) => readable.has(one.id))
}

/** What stands over a meeting that was closed; null for every other. */
export async function closedPart(work: Work, planned: PlannedMeeting): Promise<VNode | null> {
  if (!planned.closedAt) return null
  const isMine = (await unfinishedNeeds(work)).some((one) => one.button.href === addressOf(planned))
  const session = await findSessionOf(work, planned.id)
  const facts = session === null ? null : await findSession(work, session as SessionId)
  return (
    <>
      <InsetText>
        <p>
          Nobody finished this meeting, so it was closed on {formatMoment(planned.closedAt)}. It counts for those who
          had said that they were here, for as long as it was planned.
        </p>
        {facts?.supervisor === work.asker.person && (
          <p>
            <a href={`/sessions/${facts.id}/attendance`}>Put right when it began and ended</a>
          </p>
        )}
      </InsetText>
      {isMine && (
        <PostButton action={`${addressOf(planned)}/acceptance`} variant="secondary">
          It is right as it is
        </PostButton>
      )}
    </>
  )
}
