// The figures of a line manager's or team lead's team as at any day, and everyone behind them. Facts only (SPEC 3.3).
import { AsAt, CsvLink, Details, EmptyState, Heading, NeedList, type VNode } from '../../../design/index.ts'
import type { Need } from '../../../platform/area.ts'
import { writeCsv } from '../../../platform/csv/csv.ts'
import type { Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { file, html, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { unitTree } from '../../people/index.ts'
import { cancelledNotRebooked } from '../../supervision/index.ts'
import { contractFigures } from '../contracts/contract-figures.pages.tsx'
import { preparedOf, putOffNeeds } from '../preparing/prepared.changes.ts'
import { PreparedFigures } from '../preparing/prepared-figures.pages.tsx'
import type { PreparedFigure } from '../preparing/prepared.ts'
import { byUrgency, coverageOf } from './coverage.ts'
import { teamReaders } from './dashboard.access.ts'
import type { PlacedStanding } from './coverage.ts'
import { findStandings } from './dashboard.store.ts'
import type { DashboardPolicy } from './coverage.ts'
import { dashboardPolicy, peopleOf } from './dashboard.changes.ts'
import { dayAsked } from './dashboard.view.ts'
import { CoverageByGroup, Tiles } from './figures-view.pages.tsx'
import { Waiting } from './organisation.pages.tsx'
import { PeopleBehind } from '../behind/people-behind.pages.tsx'
import { addressOf, type Asked, askedFrom } from '../behind/people-behind.ts'
import { standingsCsv } from '../behind/standings-csv.view.ts'
import { stateWords } from './words.ts'

export const teamPages: readonly Page[] = [
  page({ at: 'GET /team', access: teamReaders, answer: (work, { query }) => teamPage(work, query) }),
  page({
    at: 'GET /team/figures',
    access: teamReaders,
    answer: async (work, { query }) => {
      const { day } = dayAsked(query, work.today)
      const standings = await findStandings(work, day, { people: await peopleOf(work, day) })
      const csv = standingsCsv(standings, await unitTree(work, day), await dashboardPolicy(work, day), true)
      return file(`my-team-${day}.csv`, 'text/csv', writeCsv(...csv))
    },
  }),
]

/** Shown at once of what needs a manager; the rest opens. */
const MOST_NEEDS = 5

async function teamPage(work: Work, query: (name: string) => string): Promise<Reply> {
  const { day, fault } = dayAsked(query, work.today)
  const policy = await dashboardPolicy(work, day)
  const people = await peopleOf(work, day)
  const standings = await findStandings(work, day, { people })
  const units = new Map((await unitTree(work, day)).map((unit) => [unit.unit as string, unit.name]))
  return html({
    title: 'Your team',
    back: { href: '/my-team', label: 'My team' },
    wide: true,
    body: (
      <>
        <h1>Your team</h1>
        <AsAt day={day} action="/team" error={fault}>
          You see that supervision happened, never what was said. <a href="/help/who-sees-what">Who sees what</a>
        </AsAt>
        {people.length === 0 ? (
          <EmptyState heading="Nobody reports to you on this day" level={2}>
            People appear here when they have you as their line manager, or work in a unit that you lead.
          </EmptyState>
        ) : (
          <TeamFigures
            standings={standings}
            policy={policy}
            day={day}
            needs={[...(await teamNeeds(work, standings, policy)), ...(await putOffNeeds(work))]}
            prepared={await preparedOf(work, people, day)}
            contracts={await contractFigures(work, { day, people, opens: { of: 'team' } })}
            units={units}
            asked={askedFrom(query)}
          />
        )}
      </>
    ),
  })
}

type TeamProps = {
  standings: readonly PlacedStanding[]
  policy: DashboardPolicy
  day: Day
  needs: readonly Need[]
  units: ReadonlyMap<string, string>
  prepared: readonly PreparedFigure[]
  contracts: VNode | null
  asked: Asked
}

const TeamFigures = ({ standings, policy, day, needs, prepared, contracts, units, asked }: TeamProps) => (
  <>
    <Waiting policy={policy} />
    <Tiles
      coverage={coverageOf(standings)}
      target={policy.target}
      opens={{ href: (way) => addressOf('/team', { way }, day), of: 'your team' }}
    />
    <Heading level={2}>Needs you</Heading>
    <NeedList
      needs={needs.slice(0, MOST_NEEDS)}
      nothing={<p>Everybody is up to date or has a date ahead.</p>}
      level={3}
    />
    {needs.length > MOST_NEEDS && (
      <Details summary={`Show the other ${needs.length - MOST_NEEDS}`}>
        <NeedList needs={needs.slice(MOST_NEEDS)} level={3} leads={false} />
      </Details>
    )}
    <PeopleBehind {...{ standings, policy, day, units, asked }} path="/team" />
    <CoverageByGroup
      title="By kind of supervision"
      standings={standings}
      keyOf={(one) => one.type}
      labelOf={(key) => policy.names.get(key) ?? key}
      opens={(kind, way) => addressOf('/team', { way, kind }, day)}
      target={policy.target}
    />
    <PreparedFigures figures={prepared} day={day} />
    {contracts}
    <CsvLink href={`/team/figures?as-at=${day}`} rows={standings.length} />
  </>
)

/** What a manager should act on: overdue people, and cancelled sessions that nobody rebooked in time. */
async function teamNeeds(
  work: Work,
  standings: readonly PlacedStanding[],
  policy: DashboardPolicy,
): Promise<readonly Need[]> {
  const names = new Map(standings.map((one) => [one.person, one.name]))
  const late = [...standings].sort(byUrgency).filter((one) => one.strength === 'mandatory' && one.state === 'overdue')
  const overdue = late.map(
    (one): Need => ({
      urgency: 'now',
      title: `${one.name}: ${stateWords(one, work.today).toLowerCase()}`,
      reason: `${policy.names.get(one.type) ?? 'Supervision'}, due ${one.dueOn ? formatDay(one.dueOn) : 'now'}. ${one.lastOn ? `Last had ${formatDay(one.lastOn)}.` : 'Not had yet.'}`,
      button: { label: 'See why', href: `/people/${one.person}/obligations` },
    }),
  )
  const breaches = await cancelledNotRebooked(work, [...names.keys()], work.today)
  return [
    ...overdue,
    ...breaches
      .filter(({ cancellation }) => cancellation.deadline !== null && cancellation.deadline < work.today)
      .flatMap(({ cancellation, supervisees }) =>
        supervisees
          .filter((person) => names.has(person))
          .map(
            (person): Need => ({
              urgency: 'now',
              title: `${names.get(person) ?? ''}: cancelled and not rebooked in time`,
              reason: `The session of ${formatDay(cancellation.cancelledDay)} had to be rebooked by ${cancellation.deadline ? formatDay(cancellation.deadline) : 'now'}.`,
              button: { label: 'See why', href: `/people/${person}/obligations` },
            }),
          ),
      ),
  ]
}
