// The line manager's page: who needs them and why, how everybody stands in one line each, and who has read the policy. Facts in
// plain words, for one person or for sixty, on a phone; never what was said (SPEC 3.3, 1.5).
import {
  CsvLink,
  Details,
  EmptyState,
  Lede,
  type Need as ShownNeed,
  NeedList,
  Pagination,
  Quiet,
  StateTag,
  Table,
  type VNode,
} from '../../../design/index.ts'
import { writeCsv } from '../../../platform/csv/csv.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { file, html, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { teamReaders } from '../dashboard/dashboard.access.ts'
import { dashboardPolicy } from '../dashboard/dashboard.changes.ts'
import { Waiting } from '../dashboard/organisation.pages.tsx'
import { myTeam, type Team, versionsToRead } from './my-team.changes.ts'
import { WhoHasRead } from './who-has-read.pages.tsx'
import {
  type Needing,
  needing,
  nextOf,
  type ReadingLine,
  readingLines,
  readingWords,
  standsIn,
  teamCsv,
  worstOf,
} from './my-team.view.ts'
import { awayOn, type Member } from './team-need.ts'

export const myTeamPages: readonly Page[] = [
  page({ at: 'GET /my-team', access: teamReaders, answer: (work, { query }) => teamPage(work, query('page')) }),
  page({
    at: 'GET /my-team/people',
    access: teamReaders,
    answer: async (work) => {
      const { members, typeName } = await myTeam(work)
      const csv = teamCsv(members, { today: work.today, typeName })
      return file(`my-team-${work.today}.csv`, 'text/csv', writeCsv(...csv))
    },
  }),
]

/** So many are shown at once of those who need the manager; the rest opens. */
const MOST = 12
/** A team stands on one page; somebody who leads a whole directorate turns over. */
const MOST_ROWS = 60

async function teamPage(work: Work, asked: string): Promise<Reply> {
  const team = await myTeam(work)
  const policy = await dashboardPolicy(work, work.today)
  return html({
    title: 'My team',
    wide: true,
    body: (
      <>
        <h1>My team</h1>
        {team.members.length === 0 ? (
          <EmptyState heading="Nobody reports to you today" level={2}>
            People appear here when they have you as their line manager, or work in a unit that you lead.
          </EmptyState>
        ) : (
          <>
            <Waiting policy={policy} />
            <TeamOf
              team={team}
              work={work}
              lines={readingLines(await versionsToRead(work), team.members, team.reading)}
              page={pageOf(asked, team.members.length)}
            />
          </>
        )}
      </>
    ),
  })
}

type TeamProps = { team: Team; work: Work; lines: readonly ReadingLine[]; page: number }

function TeamOf({ team, work, lines, page: at }: TeamProps) {
  const { members, typeName } = team
  const pressing = needing(members, { today: work.today, typeName })
  return (
    <>
      <Lede>{countWords(members, pressing.length)}</Lede>
      <p>
        <Quiet>You see that supervision happened, never what was said.</Quiet>{' '}
        <a href="/help/who-sees-what">Who sees what</a>
      </p>
      <h2>Needs you</h2>
      <NeedsYou pressing={pressing} />
      <Everyone team={team} work={work} page={at} />
      <WhoHasRead lines={lines} />
      <p>
        <a href="/team">Figures of your team, by kind of supervision and as at other days</a>
      </p>
      <CsvLink href="/my-team/people" rows={members.length} />
    </>
  )
}

function countWords(members: readonly Member[], needed: number): string {
  const people = members.length === 1 ? '1 person' : `${members.length} people`
  if (needed === 0) return `${people}. Nobody needs you now.`
  return `${people}. ${needed} ${needed === 1 ? 'needs' : 'need'} you.`
}

const NeedsYou = ({ pressing }: { pressing: readonly Needing[] }) => {
  if (pressing.length === 0)
    return (
      <EmptyState heading="Nothing to do" level={3}>
        Everybody is up to date, or has a date ahead.
      </EmptyState>
    )
  const rest = pressing.slice(MOST)
  return (
    <>
      <NeedList needs={pressing.slice(0, MOST).map(shown)} level={3} />
      {rest.length > 0 && (
        <Details summary={`Show the other ${rest.length}`}>
          <NeedList needs={rest.map(shown)} level={3} leads={false} />
        </Details>
      )}
    </>
  )
}

/** One entry for a person: what presses most with its one button, and the rest said after it. */
const shown = ({ member, first, more }: Needing): ShownNeed => ({
  urgency: first.urgency,
  title: `${member.name}: ${first.title}`,
  reason: (
    <>
      {first.reason}
      {more.length > 0 && (
        <>
          <br />
          Also: {more.map(({ title }) => title).join('; ')}.
        </>
      )}
    </>
  ),
  button: first.button,
})

/** The page of the list that an address asks for; the first when it asks for none that there is. */
function pageOf(asked: string, people: number): number {
  const at = /^\d{1,4}$/.test(asked) ? Number(asked) : 1
  return at >= 1 && at <= Math.ceil(people / MOST_ROWS) ? at : 1
}

const Everyone = ({ team, work, page: at }: Pick<TeamProps, 'team' | 'work' | 'page'>) => (
  <section id="everyone">
    <h2>Everyone</h2>
    <Table
      caption="How everyone stands today"
      captionHidden
      classes="app-brief"
      columns={[
        { heading: 'Name', cell: (one) => <Who one={one} /> },
        { heading: 'Supervision', cell: (one) => <Stands one={one} work={work} typeName={team.typeName} /> },
        { heading: 'Next booked', classes: 'app-brief__said', cell: (one) => dayOf(nextOf(one)) },
        {
          heading: 'Policy',
          classes: 'app-brief__said',
          cell: (one) =>
            awayOn(one, work.today) ? 'Not while away' : readingWords(one, team.reading.get(one.person), work.today),
        },
      ]}
      rows={team.members.slice((at - 1) * MOST_ROWS, at * MOST_ROWS)}
    />
    <Pagination
      page={at}
      pages={Math.ceil(team.members.length / MOST_ROWS)}
      hrefOf={(to) => `/my-team?page=${to}#everyone`}
      label="Pages of people"
    />
  </section>
)

const dayOf = (day: ReturnType<typeof nextOf>): string => (day === null ? 'Nothing' : formatDay(day))

const Who = ({ one }: { one: Member }) => (
  <a href={`/people/${one.person}`}>
    <bdi>{one.name}</bdi>
  </a>
)

type StandsProps = { one: Member; work: Work; typeName: (key: string) => string }

/** The most pressing of what they must have, which opens to its reasons. */
function Stands({ one, work, typeName }: StandsProps): VNode {
  const { said, tone } = standsIn(one, work.today)
  const worst = worstOf(one)
  if (!worst) return <StateTag tone={tone}>{said}</StateTag>
  return (
    <>
      <a href={`/people/${one.person}/obligations#${worst.type}`}>
        <StateTag tone={tone}>{said}</StateTag>
        <span class="nhsuk-u-visually-hidden">: why {one.name} stands so</span>
      </a>
      <br />
      <Quiet>{typeName(worst.type)}</Quiet>
    </>
  )
}
