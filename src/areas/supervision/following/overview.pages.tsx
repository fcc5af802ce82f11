// What peer review recommended, as facts: for those who lead it, counted by state and age; for those who lead a team, what is for it.
// Who sees to it and by when; what is recommended is read by those who were there alone.
import { CsvLink, EmptyState, StateTag, Table } from '../../../design/index.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { formatDay, formatMoment } from '../../../platform/time/words.ts'
import { writeCsv } from '../../../platform/csv/csv.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { file, html, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { unitTree } from '../../people/index.ts'
import { findForumsEver } from '../peer-review/forum.store.ts'
import { namer } from '../supervision.changes.ts'
import { ages, countRecommendations, isLate, type StateCount } from './overview.ts'
import { overseersOfRecommendations } from '../recommendation/recommendation.access.ts'
import { type Overseen, overseenBy } from '../recommendation/recommendation.changes.ts'
import { inOrder, type Recommendation } from '../recommendation/recommendation.ts'
import { recommendationAddress, standingOfRecommendation, stateWords } from '../recommendation/recommendation.view.ts'

const overseeing = { subject: (work: Work) => overseenBy(work), access: overseersOfRecommendations } as const

export const overviewPages: readonly Page[] = [
  page({
    at: 'GET /peer-reviews/recommendations',
    ...overseeing,
    answer: (work, { subject }) => overviewPage(work, subject),
  }),
  page({
    at: 'GET /peer-reviews/recommendations/figures',
    ...overseeing,
    answer: async (work, { subject }) => {
      const rows = (await named(work, subject)).map((one) => [
        one.forumName,
        one.team,
        one.who,
        londonDay(one.madeAt),
        one.due,
        stateWords(one.state),
        isLate(one, work.today) ? 'yes' : 'no',
      ])
      return file(`peer-review-recommendations-${work.today}.csv`, 'text/csv', writeCsv([...headings], rows))
    },
  }),
]

const headings = ['Forum', 'For', 'Who sees to it', 'Recommended on', 'By', 'How it stands', 'Late'] as const

type Named = Recommendation & { readonly forumName: string; readonly team: string; readonly who: string }

/** Those that the asker oversees, with the names of what they are about. */
async function named(work: Work, { recommendations }: Overseen): Promise<readonly Named[]> {
  const nameOf = await namer(
    work,
    recommendations.map((one) => one.owner),
  )
  const units = new Map((await unitTree(work, work.today)).map((unit) => [unit.unit, unit.name]))
  const forums = new Map((await findForumsEver(work)).map((forum) => [forum.id, forum.name]))
  return inOrder(recommendations).map((one) => ({
    ...one,
    forumName: forums.get(one.forum) ?? '',
    team: one.unit === null ? 'Everybody' : (units.get(one.unit) ?? 'A team that has ended'),
    who: nameOf(one.owner),
  }))
}

async function overviewPage(work: Work, overseen: Overseen): Promise<Reply> {
  const rows = await named(work, overseen)
  const late = rows.filter((one) => isLate(one, work.today)).length
  return html({
    title: 'What peer review recommended',
    back: { href: overseen.leads ? '/peer-reviews' : '/', label: overseen.leads ? 'Peer review' : 'Home' },
    body: (
      <>
        <h1>What peer review recommended</h1>
        <p class="app-lede">
          {overseen.leads ? 'In every forum that you lead.' : 'For the teams that you lead.'} Each is followed until it
          is everyday practice.{late > 0 && ` ${late} of ${rows.length} ${late === 1 ? 'is' : 'are'} late.`}
        </p>
        {rows.length > 0 && overseen.leads && (
          <Totals counts={countRecommendations(rows, work.today).filter((one) => one.all > 0)} />
        )}
        <Each rows={rows} today={work.today} mayOpen={overseen.mayOpen} />
        {rows.length > 0 && <CsvLink href="/peer-reviews/recommendations/figures" />}
        <p class="app-quiet">
          You see who sees to what and by when. What is recommended is read by whoever sees to it and those who were
          there: ask whoever sees to it.
        </p>
      </>
    ),
  })
}

const Totals = ({ counts }: { counts: readonly StateCount[] }) => (
  <Table
    caption="By how they stand, and how long ago each was recommended"
    rows={counts}
    columns={[
      { heading: 'How they stand', cell: (one: StateCount) => stateWords(one.state) },
      ...ages.map(({ words }, at) => ({ heading: words, cell: (one: StateCount) => String(one.byAge[at] ?? 0) })),
      { heading: 'All', cell: (one: StateCount) => String(one.all) },
      { heading: 'Late', cell: (one: StateCount) => String(one.late) },
    ]}
  />
)

/** The page of one, for those whose it is. */
const WayIn = ({ one, mayOpen }: { one: Named; mayOpen: Overseen['mayOpen'] }) =>
  mayOpen.has(one.id) ? (
    <a href={recommendationAddress(one)}>
      Open
      <span class="nhsuk-u-visually-hidden">
        {' '}
        what {one.who} sees to, recommended on {formatMoment(one.madeAt)}
      </span>
    </a>
  ) : (
    <>For those who were there</>
  )

type EachProps = { rows: readonly Named[]; today: Work['today']; mayOpen: Overseen['mayOpen'] }

const Each = ({ rows, today, mayOpen }: EachProps) => (
  <Table
    caption="Each of them, those not settled first"
    rows={rows}
    columns={[
      { heading: 'For', cell: (one) => <bdi>{one.team}</bdi> },
      { heading: 'Who sees to it', cell: (one) => <bdi>{one.who}</bdi> },
      { heading: 'By', cell: (one) => formatDay(one.due) },
      {
        heading: 'How it stands',
        cell: (one) => {
          const { tone, words } = standingOfRecommendation(one, today)
          return <StateTag tone={tone}>{words}</StateTag>
        },
      },
      { heading: 'Forum', cell: (one) => <bdi>{one.forumName}</bdi> },
      ...(mayOpen.size > 0
        ? [{ heading: 'Its page', cell: (one: Named) => <WayIn one={one} mayOpen={mayOpen} /> }]
        : []),
    ]}
    empty={
      <EmptyState heading="Nothing was recommended yet" level={2}>
        <p>What a peer review recommends for your teams comes here, and you are told.</p>
      </EmptyState>
    }
  />
)
