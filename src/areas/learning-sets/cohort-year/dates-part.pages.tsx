// The year of a cohort's sets as a table: a row for each month, a column for each set.
import { Details, LinkButton, Table } from '../../../design/index.ts'
import { latest } from '../../../platform/time/day.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { monthName } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { findMeetingsOf } from '../room/planned-meeting.store.ts'
import type { PlannedMeeting } from '../room/planned-meeting.ts'
import type { LearningSet, SetId } from '../set/set.ts'
import { cohortHref } from '../cohort/cohort.view.ts'
import { datesIn, datesInWords, monthsOf, type SetDate } from './year-dates.ts'
import type { Look } from './overview-parts.pages.tsx'

/** What became of a meeting, as far as the overview says it. */
const dateOf = ({ startsAt, state }: PlannedMeeting): SetDate => ({
  day: londonDay(startsAt),
  state: state === 'finished' ? 'held' : state === 'called off' ? 'called off' : 'planned',
})

/** The dates of all sets, and the way to plan more of them at once. */
export async function datesPart(work: Work, look: Look) {
  const { cohort, sets, open } = look
  const dates = new Map<SetId, readonly SetDate[]>()
  for (const set of sets) dates.set(set.id, (await findMeetingsOf(work, set.id)).map(dateOf))
  if (sets.length === 0) return null
  const of = (set: LearningSet) => dates.get(set.id) ?? []
  const ahead = [...dates.values()].flat().filter((one) => one.state === 'planned' && one.day >= work.today).length
  const last = [...dates.values()].flat().reduce((until, one) => latest(until, one.day), cohort.lastDay)
  const months = monthsOf(cohort.from, last)
  return (
    <>
      <h2>Dates</h2>
      <p>
        {ahead === 0 ? 'No meeting is planned.' : `${ahead === 1 ? '1 meeting is' : `${ahead} meetings are`} ahead.`}
      </p>
      <Details summary="The whole year, month by month" open={ahead > 0}>
        <Table
          caption="Dates of the sets by month"
          captionHidden
          compact
          columns={[
            { heading: 'Month', cell: (month) => `${monthName(Number(month.slice(5, 7)))} ${month.slice(0, 4)}` },
            ...sets.map((set) => ({
              heading: <bdi>{set.name}</bdi>,
              cell: (month: (typeof months)[number]) => datesInWords(datesIn(of(set), month)) || '–',
            })),
          ]}
          rows={months}
        />
      </Details>
      {open && (
        <LinkButton href={`${cohortHref(look)}/meetings`} variant="secondary">
          Plan meetings for all sets
        </LinkButton>
      )}
    </>
  )
}
