// The supervisor's own dashboard: everyone they supervise, with how it stands for each (SPEC 3.3). The page of supervision
// shows its figures and the most pressing few; this one has everybody.
import { AsAt, EmptyState, LinkButton } from '../../../design/index.ts'
import type { Panel } from '../../../platform/area.ts'
import { anyStaff, type Page, page } from '../../../platform/web/page.ts'
import { html, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf, unitTree } from '../../people/index.ts'
import { coverageOf, type PlacedStanding } from '../dashboard/coverage.ts'
import { dashboardPolicy } from '../dashboard/dashboard.changes.ts'
import { findStandings, findSupervisees } from '../dashboard/dashboard.store.ts'
import { dayAsked } from '../dashboard/dashboard.view.ts'
import { Tiles } from '../dashboard/figures-view.pages.tsx'
import { Waiting } from '../dashboard/organisation.pages.tsx'
import { PeopleBehind, PeopleTable } from './people-behind.pages.tsx'
import { addressOf, askedFrom, behind, nothingAsked, type Way } from './people-behind.ts'

const path = '/supervision/supervisees'
const few = 5

export const superviseesPages: readonly Page[] = [
  page({
    at: 'GET /supervision/supervisees',
    access: anyStaff,
    answer: (work, { query }) => superviseesPage(work, query),
  }),
]

/** On the page of supervision: how many are up to date, who presses most, and the way to everybody. */
export const superviseesPanel: Panel = {
  place: 'those I supervise',
  order: 10,
  show: async (work) => {
    const people = await findSupervisees(work, work.asker.person)
    if (people.length === 0) return null
    const standings = await findStandings(work, work.today, { people })
    const policy = await dashboardPolicy(work, work.today)
    const units = new Map((await unitTree(work, work.today)).map((unit) => [unit.unit as string, unit.name]))
    const pressing = behind(standings, nothingAsked, () => '').filter(presses)
    return (
      <section>
        <h2>How those you supervise stand</h2>
        {standings.length > 0 && <OfThose standings={standings} target={policy.target} />}
        {pressing.length > 0 && (
          <PeopleTable
            caption={pressing.length > few ? `The ${few} most pressing of ${pressing.length}` : 'Most pressing first'}
            shown={pressing.slice(0, few)}
            policy={policy}
            units={units}
            day={work.today}
          />
        )}
        <LinkButton href={path} variant="secondary">
          {people.length === 1 ? 'See the person you supervise' : `See all ${people.length} people you supervise`}
        </LinkButton>
      </section>
    )
  },
}

const presses = (one: PlacedStanding): boolean =>
  one.strength === 'mandatory' && ['overdue', 'never had', 'due soon'].includes(one.state)

const OfThose = ({ standings, target }: { standings: readonly PlacedStanding[]; target: number | null }) => (
  <Tiles
    coverage={coverageOf(standings)}
    target={target}
    opens={{ href: (way: Way) => addressOf(path, { way }), of: 'those you supervise' }}
  />
)

async function superviseesPage(work: Work, query: (name: string) => string): Promise<Reply> {
  const { day, fault } = dayAsked(query, work.today)
  const people = await findSupervisees(work, work.asker.person)
  const standings = await findStandings(work, day, { people })
  const policy = await dashboardPolicy(work, day)
  const units = new Map((await unitTree(work, day)).map((unit) => [unit.unit as string, unit.name]))
  return html({
    title: 'Those you supervise',
    back: { href: '/supervision', label: 'Supervision' },
    wide: true,
    body: (
      <>
        <h1>Those you supervise</h1>
        <AsAt day={day} action={path} error={fault}>
          {people.length === 1 ? '1 person' : `${people.length} people`}
        </AsAt>
        {people.length === 0 ? (
          <EmptyState heading="You supervise nobody yet" level={2}>
            People appear here when they have you as their supervisor, or a session with you.
          </EmptyState>
        ) : (
          <>
            <Waiting policy={policy} />
            {standings.length > 0 && <OfThose standings={standings} target={policy.target} />}
            <PeopleBehind {...{ standings, policy, units, day, path }} asked={askedFrom(query)} />
            {await Unasked({ work, standings, people })}
          </>
        )}
      </>
    ),
  })
}

/** Those of whom the policy asks nothing on the day: supervised all the same, so nobody is left out. */
async function Unasked(props: {
  work: Work
  standings: readonly PlacedStanding[]
  people: Awaited<ReturnType<typeof findSupervisees>>
}) {
  const asked = new Set(props.standings.map((one) => one.person))
  const names = await namesOf(
    props.work,
    props.people.filter((person) => !asked.has(person)),
  )
  if (names.size === 0) return null
  const sorted = [...names].sort(([, a], [, b]) => a.localeCompare(b, 'en-GB'))
  return (
    <section>
      <h2>With nothing asked for</h2>
      <p>The policy asks for no supervision in their posts.</p>
      <ul class="nhsuk-list">
        {sorted.map(([person, name]) => (
          <li>
            <a href={`/people/${person}`}>
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
