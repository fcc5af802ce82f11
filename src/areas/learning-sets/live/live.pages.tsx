// The page of a meeting for its whole life, and every deed in it (SPEC 7.3): a form that works without JavaScript, posted to a
// noun under the meeting's address. What is refused comes back on the same page, beside its field, with all that was typed.
import { LiveRegion, PostButton, titleWith, type VNode } from '../../../design/index.ts'
import { type Stream, stream } from '../../../platform/live/stream.ts'
import { parseId } from '../../../platform/ids.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { conflict, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { wayToPassOn } from '../../disclosure/index.ts'
import { afterwardsPart } from '../afterwards/afterwards.pages.tsx'
import type { ScreenParts } from '../asking/came-back.view.ts'
import { type DeedName, deeds } from '../asking/deeds-of-meeting.form.ts'
import { closedPart } from '../unfinished/unfinished.pages.tsx'
import { wayToWhoCame } from '../unfinished/who-came.pages.tsx'
import type { Meeting } from '../meeting/meeting.ts'
import { meetingNow, noteHeard } from '../room/meeting-log.changes.ts'
import { isAhead, type MeetingSubject, peopleOfMeeting, peopleOfMeetingItself } from '../room/meeting.access.ts'
import { subjectMeeting } from '../room/meeting-subject.changes.ts'
import { aheadPage } from '../before/meeting-ahead.pages.tsx'
import { addressOf, doInMeeting, shownMeeting } from './open-meeting.changes.ts'
import { againEvery, isOnlyWatching } from '../asking/again.view.ts'
import { MeetingScreen, ownAddress } from './screen.pages.tsx'

/** Tells the pages of a meeting that something has happened in it, and notes who has theirs open. */
export const meetingStreams: readonly Stream[] = [
  stream({
    at: 'GET /action-learning/meetings/:meeting/changes',
    subject: subjectMeeting,
    access: peopleOfMeetingItself,
    topic: ({ meeting }) => `meeting:${meeting.id}`,
    version: async (_work, { meeting }) => meeting.lastEvent,
    heard: async (work, { meeting }) => void (meeting.state === 'open' && (await noteHeard(work, meeting.id))),
  }),
]

const title = 'Action learning meeting'

export const livePages: readonly Page[] = [
  page({
    at: 'GET /action-learning/meetings/:meeting',
    subject: subjectMeeting,
    access: peopleOfMeeting,
    answer: (work, { subject, query }) =>
      meetingPage(work, subject, { shared: query('screen') === 'shared', still: query('still') === 'yes' }),
  }),
  ...(Object.keys(deeds) as DeedName[]).map((deed) =>
    page({
      at: `POST /action-learning/meetings/:meeting/${deed}`,
      subject: subjectMeeting,
      access: peopleOfMeetingItself,
      answer: (work, { subject, form, query }) =>
        doDeed(work, subject, { deed, form, shared: query('screen') === 'shared' }),
    }),
  ),
]

/** The form is read by the page as it is now, done, and the page shown again; or shown with what was wrong. */
async function doDeed(
  work: Work,
  subject: MeetingSubject,
  { deed, form, shared }: { deed: DeedName; form: Typed; shared: boolean },
): Promise<Reply> {
  const { id } = subject.meeting
  const shown = await shownMeeting(work, subject, { shared })
  if (!shown) return deed === 'arrival' ? comeIn(work, subject, form) : conflict(notSeated)
  const reading = deeds[deed]({ form, shown, newId: work.newId, readId: parseId })
  if (!reading.ok) return screenPage(subject, { shown, back: { deed, state: reading.state } })
  const done = await doInMeeting(work, id, { ...reading.asked, key: firstOf(form, '_key') })
  if (done.ok) return seeOther(shared ? `${addressOf(id)}?screen=shared` : addressOf(id))
  return screenPage(subject, { shown, back: { deed, state: reading.refused(done) } })
}

/** Somebody who joined the set today, after the meeting was opened, takes a seat. */
async function comeIn(work: Work, { meeting: { id } }: MeetingSubject, form: Typed): Promise<Reply> {
  const way = firstOf(form, 'way') === 'in the room' ? 'in the room' : 'own device'
  const arrives = { type: 'arrive', person: work.asker.person, way, key: firstOf(form, '_key') } as const
  const done = await doInMeeting(work, id, arrives)
  return done.ok ? seeOther(addressOf(id)) : conflict(done.reason)
}

const notSeated = 'You joined the set after this meeting was opened. Ask the facilitator to say that you are here'

async function meetingPage(
  work: Work,
  subject: MeetingSubject,
  { shared, still }: { shared: boolean; still: boolean },
): Promise<Reply> {
  if (isAhead(subject.meeting)) return aheadPage(work, subject, { still })
  const shown = await shownMeeting(work, subject, { shared })
  if (!shown) return html({ title, back: wayBack(subject), body: <NotSeated subject={subject} now={work.moment} /> })
  const now = subject.meeting.state === 'finished' ? await meetingNow(work, subject.meeting.id) : null
  const after = now ? await afterPart(work, subject, now.meeting) : undefined
  return screenPage(subject, { shown, back: null, after, still })
}

/** What the meeting left behind; over it, when nobody had finished it, that it was closed. */
const afterPart = async (work: Work, subject: MeetingSubject, meeting: Meeting): Promise<VNode> => (
  <>
    {await closedPart(work, subject.meeting)}
    {await afterwardsPart(work, subject.meeting, meeting)}
    {wayToWhoCame(work, subject)}
  </>
)

type Screen = ScreenParts & { readonly after?: VNode; readonly still?: boolean }

const screenPage = (subject: MeetingSubject, { shown, back, after, still }: Screen): Reply => {
  const again = back || still || !isOnlyWatching(shown) ? undefined : againEvery(ownAddress(shown))
  return html({
    title: titleWith(back?.state, title),
    status: back ? 422 : 200,
    back: wayBack(subject),
    wide: true,
    againWithoutScripts: again?.seconds,
    body: (
      <>
        <MeetingScreen shown={shown} back={back} after={after} again={again} />
        {!shown.shared && wayToPassOn(subject.meeting.id)}
      </>
    ),
  })
}

const wayBack = ({ set }: MeetingSubject) => ({
  href: `/action-learning/sets/${set.id}`,
  label: 'Action learning set',
})

/** It becomes the meeting by itself when the facilitator has said that they are here. */
const NotSeated = ({ subject: { set, meeting, hasSeat }, now }: { subject: MeetingSubject; now: string }) => (
  <LiveRegion
    stream={`${addressOf(meeting.id)}/changes`}
    version={meeting.lastEvent}
    now={now}
    href={addressOf(meeting.id)}
  >
    <h1>
      <bdi>{set.name}</bdi>
    </h1>
    {hasSeat ? (
      <>
        <p>The set is meeting now. You joined it since the meeting was opened.</p>
        <PostButton action={`${addressOf(meeting.id)}/arrival`}>I am here</PostButton>
      </>
    ) : (
      <p>{notSeated}.</p>
    )}
  </LiveRegion>
)
