// Parts that the page of a programme shows: where the asker themselves stands in it, and for those who keep it its cohorts.
import { EmptyState, InsetText, LinkButton, StateTag, Table } from '../../../design/index.ts'
import type { Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { type Programme, programmeGoesOn } from '../programme/programme.ts'
import { type Cohort, membersAhead } from './cohort.ts'
import { openSetsOf } from './cohort.changes.ts'
import { isAsked } from '../feedback/feedback.ts'
import { findCohorts, findCohortsOf } from './cohort.store.ts'
import { cohortTag, daysOfCohort } from './cohort.view.ts'

/** Cohorts of this programme in which the asker takes part, with their set; nothing for everybody else. */
export async function ownPlacesPart(work: Work, programme: Programme) {
  const own = (await findCohortsOf(work, work.asker.person)).filter((one) => one.programme === programme.id)
  const places = []
  for (const cohort of own) {
    const sets = await openSetsOf(work, cohort.id)
    places.push({ cohort, set: sets.find((set) => membersAhead(set, work.today).includes(work.asker.person)) ?? null })
  }
  if (places.length === 0) return null
  return (
    <InsetText>
      {places.map(({ cohort, set }) => (
        <p>
          You take part in <bdi>{cohort.name}</bdi>, {daysOfCohort(cohort)}.{' '}
          {set ? (
            <>
              Your set: <a href={`/action-learning/sets/${set.id}`}>{set.name}</a>.
            </>
          ) : (
            'You have no set yet. The programme lead finds you one.'
          )}{' '}
          {isAsked(cohort, work.today) && (
            <a href={`/action-learning/cohorts/${cohort.id}/feedback`}>Say how it was for you</a>
          )}
        </p>
      ))}
    </InsetText>
  )
}

/** The cohorts of a programme, for those who keep it. */
export async function cohortPartOf(work: Work, programme: Programme) {
  const cohorts = await findCohorts(work, programme.id)
  return (
    <>
      <h2>Cohorts</h2>
      <CohortTable cohorts={cohorts} today={work.today} />
      {programmeGoesOn(programme, work.today) && (
        <LinkButton href={`/action-learning/programmes/${programme.id}/cohorts/new`} variant="secondary">
          Make a cohort
        </LinkButton>
      )}
    </>
  )
}

const CohortTable = ({ cohorts, today }: { cohorts: readonly Cohort[]; today: Day }) => (
  <Table
    caption="Cohorts of this programme, the newest first"
    captionHidden
    columns={[
      {
        heading: 'Cohort',
        cell: (one) => (
          <a href={`/action-learning/cohorts/${one.id}`}>
            <bdi>{one.name}</bdi>
          </a>
        ),
      },
      { heading: 'From', cell: (one) => formatDay(one.from) },
      { heading: 'To', cell: (one) => formatDay(one.lastDay) },
      { heading: 'State', cell: (one) => <StateTag {...tagged(one, today)} /> },
    ]}
    rows={cohorts}
    empty={
      <EmptyState heading="No cohort yet">
        <p>A cohort is the people who take the programme together, with their sets.</p>
      </EmptyState>
    }
  />
)

const tagged = (cohort: Cohort, today: Day) => {
  const { tone, words } = cohortTag(cohort, today)
  return { tone, children: words }
}
