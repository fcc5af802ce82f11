// The meetings on the page of a set: those ahead and those held, with the way to plan more. Facts only.
import { Details, LinkButton, StateTag, Table } from '../../../design/index.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { findReadable } from '../../records/index.ts'
import { isAhead } from '../room/meeting.access.ts'
import type { PlannedMeeting } from '../room/planned-meeting.ts'
import { findMeetingsOf } from '../room/planned-meeting.store.ts'
import { belongs, type LearningSet } from '../set/set.ts'
import { stateWords, tonesOfState } from './meeting-state.view.ts'

/** The part of the set's page; `keeps` says whether the asker plans its meetings. */
export async function meetingsPart(work: Work, set: LearningSet, keeps: boolean) {
  const all = await findMeetingsOf(work, set.id)
  const seated = await findReadable(
    work,
    'meeting',
    all.map((one) => one.id),
  )
  const isIn = belongs(set, work.asker.person, work.today)
  const opens = (one: PlannedMeeting) =>
    isAhead(one) ? isIn || keeps : isIn && (one.state === 'open' || seated.has(one.id))
  const isPast = (one: PlannedMeeting) => one.state === 'finished' || (isAhead(one) && one.startsAt < work.moment)
  const [past, ahead] = [all.filter(isPast), all.filter((one) => !isPast(one))]
  return (
    <>
      <h2>Meetings</h2>
      {ahead.length === 0 ? (
        <p>None are planned.</p>
      ) : (
        <MeetingTable caption="Meetings that are ahead" rows={ahead} opens={opens} />
      )}
      {isIn && ahead.some((one) => one.state === 'planned') && (
        <p>
          <a href={`/action-learning/sets/${set.id}/calendar`}>Add them all to your calendar</a>
        </p>
      )}
      {keeps && (
        <LinkButton href={`/action-learning/sets/${set.id}/meetings/new`} variant="secondary">
          Plan meetings
        </LinkButton>
      )}
      {past.length > 0 && (
        <Details summary={`Meetings before (${past.length})`}>
          <MeetingTable caption="Meetings before" rows={past.toReversed()} opens={opens} />
        </Details>
      )}
    </>
  )
}

function MeetingTable(what: {
  caption: string
  rows: readonly PlannedMeeting[]
  opens: (one: PlannedMeeting) => boolean
}) {
  return (
    <Table
      caption={what.caption}
      captionHidden
      columns={[
        {
          heading: 'When',
          cell: (one: PlannedMeeting) =>
            what.opens(one) ? (
              <a href={`/action-learning/meetings/${one.id}`}>{formatMoment(one.startsAt)}</a>
            ) : (
              formatMoment(one.startsAt)
            ),
        },
        { heading: 'Where', cell: (one: PlannedMeeting) => <bdi>{one.place}</bdi> },
        {
          heading: 'State',
          cell: (one: PlannedMeeting) => <StateTag tone={tonesOfState[one.state]}>{stateWords[one.state]}</StateTag>,
        },
      ]}
      rows={what.rows}
    />
  )
}
