// Earlier discussions of a case on a page: the last plan with what came of it, before anything else is written, and the timeline
// of plan, what came of it, next plan.
import { Card, Details, Table, Written } from '../../../design/index.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { standingOf } from '../../actions/index.ts'
import type { StoredSession } from '../session/session.ts'
import { namer } from '../supervision.changes.ts'
import { entryWords } from '../discussion/discussion.view.ts'
import { lastPlan, notLookedAt, type OpenedPast, peopleIn, timelineOf } from './timeline.changes.ts'
import type { PastDiscussion } from '../discussion/discussion.store.ts'

type Names = (person: PersonId) => string

/** The last plan of a case before a session, and what is known of how it went; null when there was none. */
export async function lastPlanPart(work: Work, session: StoredSession, caseId: Id<'case'>) {
  const { shown, hidden } = await lastPlan(work, session, caseId)
  if (!shown && !hidden) return null
  const nameOf = await namer(work, [...(shown ? peopleIn([shown]) : []), ...(hidden ? [hidden.supervisor] : [])])
  return (
    <>
      {hidden && <HiddenPlan past={hidden} nameOf={nameOf} />}
      {shown && <ShownPlan shown={shown} nameOf={nameOf} work={work} />}
    </>
  )
}

const HiddenPlan = ({ past, nameOf }: { past: PastDiscussion; nameOf: Names }) => (
  <p>
    This case was discussed with {nameOf(past.supervisor)} on {formatDay(londonDay(past.startsAt))}. You were not there,
    so you do not see that plan. Its holder can tell you, or let you read it for a while.
  </p>
)

function ShownPlan({ shown, nameOf, work }: { shown: OpenedPast; nameOf: Names; work: Work }) {
  return (
    <Card heading={`The plan of ${formatDay(londonDay(shown.past.startsAt))}`} size="m">
      {shown.spoiled && <p>Part of that record could not be opened: what is stored is not what was sealed.</p>}
      {shown.plan.map((one) => (
        <Written>{one.text}</Written>
      ))}
      {shown.plan.length === 0 && <p>No plan was written down.</p>}
      <PlanFollowUp shown={shown} nameOf={nameOf} work={work} />
    </Card>
  )
}

/** How the actions stand, who was to be told, and whether the plan is in the clinical record. */
function PlanFollowUp({ shown, nameOf, work }: { shown: OpenedPast; nameOf: Names; work: Work }) {
  const toDo = shown.told.filter((row) => row.state === 'To do')
  return (
    <>
      {shown.actions.length > 0 && (
        <ul class="nhsuk-list nhsuk-list--bullet">
          {shown.actions.map(({ action, text, note }) => (
            <li>
              {text || 'An action that you do not see'} <span class="app-quiet">{nameOf(action.owner)}:</span>{' '}
              {standingOf(action, work.today)}
              {note !== '' && <Written>{note}</Written>}
            </li>
          ))}
        </ul>
      )}
      {toDo.length > 0 && <p>Still to be told then: {toDo.map((row) => row.who).join(', ')}.</p>}
      <p class="app-quiet">{entryWords(shown.entry)}</p>
    </>
  )
}

/**
 * The discussions of a case as one timeline, newest first. Without `all` only those that the asker may read: somebody who
 * handed the case over does not learn that it was discussed again.
 */
export async function caseTimeline(work: Work, caseId: Id<'case'>, { all }: { all: boolean }) {
  const timeline = (await timelineOf(work, caseId)).filter((one) => all || !('closed' in one))
  const nameOf = await namer(work, peopleIn(timeline))
  return (
    <section>
      <h2>Discussions</h2>
      {timeline.length === 0 && <p>This case has not been discussed yet.</p>}
      <ol class="nhsuk-list">
        {timeline.map((one) => (
          <li>
            <Entry one={one} nameOf={nameOf} work={work} caseId={caseId} />
          </li>
        ))}
      </ol>
    </section>
  )
}

type EntryProps = {
  one: Awaited<ReturnType<typeof timelineOf>>[number]
  nameOf: Names
  work: Work
  caseId: Id<'case'>
}

function Entry({ one, nameOf, work, caseId }: EntryProps) {
  const { past } = one
  const day = formatDay(londonDay(past.startsAt))
  if ('closed' in one)
    return (
      <>
        <h3 class="nhsuk-heading-s">{day}</h3>
        <p>Discussed with {nameOf(past.supervisor)}. You do not read this discussion.</p>
      </>
    )
  return (
    <>
      <h3 class="nhsuk-heading-s">
        <a href={`/sessions/${past.session}/cases/${caseId}/record`}>{day}</a>
      </h3>
      <p class="app-quiet">
        With {nameOf(past.supervisor)}. {entryWords(one.entry)}.
      </p>
      {one.spoiled && <p>Part of this record could not be opened: what is stored is not what was sealed.</p>}
      <Said heading="What came of the plan before" said={one.review} />
      <Said heading="Plan" said={one.plan} />
      <Follow one={one} nameOf={nameOf} work={work} />
    </>
  )
}

const Said = ({ heading, said }: { heading: string; said: OpenedPast['plan'] }) =>
  said.length === 0 ? null : (
    <>
      <h4 class="nhsuk-heading-xs">{heading}</h4>
      {said.map((one) => (
        <>
          {one.label === notLookedAt && <p class="app-quiet">{one.label}:</p>}
          <Written>{one.text}</Written>
        </>
      ))}
    </>
  )

function Follow({ one, nameOf, work }: { one: OpenedPast; nameOf: Names; work: Work }) {
  if (one.actions.length === 0 && one.told.length === 0) return null
  return (
    <Details summary={`Actions and who was told, ${formatDay(londonDay(one.past.startsAt))}`}>
      {one.actions.length > 0 && (
        <Table
          caption="Actions"
          captionSize="s"
          columns={[
            { heading: 'What', cell: (row) => row.text || 'Not for you to read' },
            { heading: 'Who', cell: (row) => nameOf(row.action.owner) },
            { heading: 'How it stands', cell: (row) => standingOf(row.action, work.today) },
          ]}
          rows={one.actions}
        />
      )}
      {one.told.length > 0 && (
        <p>{one.told.map((row) => `${row.who}: ${(row.state ?? 'not said').toLowerCase()}`).join(' · ')}</p>
      )}
    </Details>
  )
}
