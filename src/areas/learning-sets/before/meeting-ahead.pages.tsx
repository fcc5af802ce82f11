// A meeting that is ahead: when and where it is, one's own topic, who cannot come, what waits; and for those who lead the set,
// opening it. Nothing has been said in it yet.
import {
  Details,
  InsetText,
  LinkButton,
  LiveRegion,
  PostButton,
  StateTag,
  WarningCallout,
} from '../../../design/index.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { formatMinutes, formatMoment, formatWeekday } from '../../../platform/time/words.ts'
import { html, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import { capturePart } from '../capture/capture.pages.tsx'
import { seatsOn, whyNotOpen } from '../room/opening.changes.ts'
import type { MeetingSubject } from '../room/meeting.access.ts'
import { formatsFor } from '../room/planning.changes.ts'
import { isAwaited } from '../room/planned-meeting.ts'
import { againEvery } from '../asking/again.view.ts'
import { belongs, isGoingOn, leads } from '../set/set.ts'
import { keepersOfSet } from '../set/set.access.ts'
import { waitingTopicsPart } from '../waiting/shared-topic.pages.tsx'
import { apologiesPart } from './apologies.pages.tsx'
import { findDrafted } from './topic-draft.store.ts'

/** A meeting that was not opened. */
export type MeetingAhead = Pick<MeetingSubject, 'meeting' | 'set' | 'today'>

/** The page of a meeting that was not opened. Whoever waits for it sees it open without doing anything. */
export async function aheadPage(
  work: Work,
  subject: MeetingAhead,
  { still }: { readonly still: boolean },
): Promise<Reply> {
  const { meeting, set, today } = subject
  const here = `/action-learning/meetings/${meeting.id}`
  const isWaiting = isAwaited(meeting, work.moment) && belongs(set, work.asker.person, today)
  const again = isWaiting && !still ? againEvery(here) : undefined
  return html({
    title: 'Action learning meeting',
    back: { href: `/action-learning/sets/${set.id}`, label: 'Action learning set' },
    againWithoutScripts: again?.seconds,
    body: (
      <LiveRegion
        stream={isWaiting ? `${here}/changes` : ''}
        version={meeting.lastEvent}
        now={work.moment}
        href={here}
        again={again}
      >
        {await aheadParts(work, subject)}
      </LiveRegion>
    ),
  })
}

async function aheadParts(work: Work, subject: MeetingAhead) {
  const { meeting, set, today } = subject
  const isIn = belongs(set, work.asker.person, today)
  const name = formatsFor(await policyOn(work), set.type).find((one) => one.key === meeting.format)?.name
  return (
    <>
      <h1>Meeting on {formatWeekday(londonDay(meeting.startsAt))}</h1>
      <p class="app-lede">
        <bdi>{set.name}</bdi>. {formatMoment(meeting.startsAt)}, {formatMinutes(meeting.minutes)}.
        {meeting.place !== '' && (
          <>
            {' '}
            <bdi>{meeting.place}</bdi>.
          </>
        )}
      </p>
      <p>Format: {name ?? 'one that the policy has no longer'}.</p>
      {meeting.state === 'called off' && (
        <p>
          <StateTag tone="waiting">Called off</StateTag> What people wrote for it is kept.
        </p>
      )}
      {isIn && <CalendarLink meeting={meeting} />}
      {meeting.state === 'planned' && isIn && (
        <>
          {await openingPart(work, subject)}
          {seatsOn(set, today).get(work.asker.person) !== 'facilitator' && (await topicPart(work, subject))}
          {await waitingTopicsPart(work, set)}
          {await apologiesPart(work, subject)}
          {await capturePart(work, subject)}
        </>
      )}
      {keepersOfSet.may(work.asker, { set, today }) && isGoingOn(set, today) && <KeeperWays subject={subject} />}
    </>
  )
}

const CalendarLink = ({ meeting }: Pick<MeetingAhead, 'meeting'>) => (
  <p>
    <a href={`/action-learning/meetings/${meeting.id}/calendar`}>
      {meeting.state === 'planned' ? 'Add it to your calendar' : 'Take it out of your calendar'}
    </a>
  </p>
)

/** On its day, for those who lead the set: the button, or why it cannot be opened yet. */
async function openingPart(work: Work, { meeting, set, today }: MeetingAhead) {
  if (!leads(set, work.asker.person, today))
    return londonDay(meeting.startsAt) === today ? (
      <p>
        The facilitator or the deputy opens the meeting.{' '}
        {isAwaited(meeting, work.moment) ? 'This page shows it as soon as it is open.' : 'Load this page again then.'}
      </p>
    ) : null
  const why = await whyNotOpen(work, meeting, set)
  if (why === null)
    return (
      <PostButton action={`/action-learning/meetings/${meeting.id}/opening`} version={meeting.version}>
        Open the meeting
      </PostButton>
    )
  if (londonDay(meeting.startsAt) !== today) return <p>You can open it on its day.</p>
  return (
    <WarningCallout heading="It cannot be opened yet">
      <p>{why}.</p>
    </WarningCallout>
  )
}

async function topicPart(work: Work, { meeting }: MeetingAhead) {
  const drafted = (await findDrafted(work, [meeting.id])).has(meeting.id)
  return (
    <>
      <h2>Your topic</h2>
      <p>
        {drafted
          ? 'You have drafted a topic. Nobody else knows.'
          : 'What would you like to bring? A few lines beforehand help you to say it. Nobody else can read them.'}
      </p>
      <LinkButton href={`/action-learning/meetings/${meeting.id}/topic-draft`} variant="secondary">
        {drafted ? 'Look at my draft' : 'Draft my topic'}
      </LinkButton>
    </>
  )
}

function KeeperWays({ subject: { meeting } }: { subject: MeetingAhead }) {
  const here = `/action-learning/meetings/${meeting.id}`
  if (meeting.state === 'called off')
    return (
      <PostButton action={`${here}/reinstatement`} variant="secondary">
        Put the meeting back
      </PostButton>
    )
  return (
    <Details summary="Change this meeting">
      <p>
        <a href={`${here}/date`}>Change its day, time, place or format</a>
      </p>
      <InsetText>Calling it off can be undone. Everybody in the set sees it.</InsetText>
      <PostButton action={`${here}/cancellation`} variant="warning" small>
        Call the meeting off
      </PostButton>
    </Details>
  )
}
