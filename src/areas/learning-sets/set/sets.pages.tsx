// Action learning: my sets, the way to make one, and for those who look after all sets a list of them.
import { Card, EmptyState, LinkButton, Pagination, StateTag, Table } from '../../../design/index.ts'
import type { Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { anyStaff, type Page, page } from '../../../platform/web/page.ts'
import { html } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import { belongsToTheEnd } from '../afterwards/held.access.ts'
import { lookersAfterSets, looksAfterSets, makersOfSets } from './set.access.ts'
import { belongs, isGoingOn, lastDay, type LearningSet, withPart } from './set.ts'
import { findSets, findSetsOf } from './set.store.ts'
import { partWords, setInWords, standingTag } from './set.view.ts'

export const listPages: readonly Page[] = [
  page({ at: 'GET /action-learning', access: anyStaff, answer: (work) => minePage(work) }),
  page({
    at: 'GET /action-learning/sets',
    access: lookersAfterSets,
    answer: (work, { query }) => allPage(work, query('page')),
  }),
]

async function minePage(work: Work) {
  const { today } = work
  const all = await findSetsOf(work, work.asker.person)
  const isMine = (set: LearningSet) =>
    set.memberships.some((one) => one.person === work.asker.person && one.from > today)
  const mine = all.filter((set) => belongs(set, work.asker.person, today) || (isGoingOn(set, today) && isMine(set)))
  const makes = makersOfSets.may(work.asker, null)
  return html({
    title: 'Action learning',
    body: (
      <>
        <h1>Action learning</h1>
        {makes && <LinkButton href="/action-learning/sets/new">Make a set</LinkButton>}
        <h2>My sets</h2>
        {mine.length === 0 ? <NoSets makes={makes} /> : mine.map((set) => <SetCard set={set} work={work} />)}
        <p>
          <a href="/action-learning/formats">Formats of a meeting</a>
        </p>
        <Former sets={all.filter((set) => !mine.includes(set))} work={work} />
        <h2>Programmes</h2>
        <p>
          <a href="/action-learning/programmes">Programmes of the organisation</a>
        </p>
        {looksAfterSets(work.asker) && (
          <p>
            <a href="/action-learning/sets">All sets of the organisation</a>
          </p>
        )}
      </>
    ),
  })
}

const NoSets = ({ makes }: { makes: boolean }) => (
  <EmptyState heading="You are in no set">
    <p>
      In an action learning set four to eight colleagues keep meeting. Each brings something real from work; the others
      listen, ask and support.{' '}
      {makes ? 'Make one, then say who joins.' : 'A facilitator or a programme lead can bring you into one.'}
    </p>
  </EmptyState>
)

/** A set somebody is about to join is not open to them yet. */
function SetCard({ set, work }: { set: LearningSet; work: Work }) {
  const own = set.memberships.filter(
    (one) => one.person === work.asker.person && (one.until === null || one.until > work.today),
  )
  const isOpen = belongs(set, work.asker.person, work.today)
  const parts = [...new Set(own.map((one) => partWords[one.as]))].join(', ')
  return (
    <Card
      heading={<bdi>{set.name}</bdi>}
      level={3}
      size="s"
      href={isOpen ? `/action-learning/sets/${set.id}` : undefined}
    >
      <p>
        {setInWords(set, work.today)}. You: {parts.toLowerCase()}
        {isOpen ? '.' : `, from ${formatDay(own[0]?.from ?? set.from)}.`}
      </p>
    </Card>
  )
}

const Former = ({ sets, work }: { sets: readonly LearningSet[]; work: Work }) =>
  sets.length === 0 ? null : (
    <>
      <h2>Sets you were in</h2>
      <ul class="nhsuk-list">
        {sets.map((set) => (
          <li>
            <bdi>{set.name}</bdi>,{' '}
            <span class="app-quiet">your last day: {formatDay(leftOn(set, work.asker.person))}</span>
            {!isGoingOn(set, work.today) && belongsToTheEnd(set, work.asker.person, work.today) && (
              <>
                {' '}
                <a href={`/action-learning/sets/${set.id}/learning`}>
                  What I learned<span class="nhsuk-u-visually-hidden"> in {set.name}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )

/** The last day of somebody's last stretch in a set. */
function leftOn(set: LearningSet, person: string): Day {
  const own = set.memberships.filter((one) => one.person === person).map((one) => lastDay(one) ?? set.from)
  return own.toSorted().at(-1) ?? set.from
}

const ON_A_PAGE = 30

async function allPage(work: Work, wanted: string) {
  const at = Math.max(1, /^\d{1,4}$/.test(wanted) ? Number(wanted) : 1)
  const { sets, count } = await findSets(work, { most: ON_A_PAGE, skip: (at - 1) * ON_A_PAGE })
  return html({
    title: 'All sets',
    back: { href: '/action-learning', label: 'Action learning' },
    body: (
      <>
        <h1>All sets</h1>
        <p>Who leads them and how many belong to them. Nothing that a set says or agrees is here.</p>
        <LinkButton href="/action-learning/sets/new">Make a set</LinkButton>
        {await allTable(work, sets)}
        <Pagination
          page={at}
          pages={Math.max(1, Math.ceil(count / ON_A_PAGE))}
          hrefOf={(number) => `/action-learning/sets?page=${number}`}
        />
      </>
    ),
  })
}

async function allTable(work: Work, sets: readonly LearningSet[]) {
  const { today } = work
  const leaders = (set: LearningSet) => [...withPart(set, 'facilitator', today), ...withPart(set, 'deputy', today)]
  const names = await namesOf(work, sets.flatMap(leaders))
  const named = (set: LearningSet) => leaders(set).map((one) => names.get(one) ?? 'Somebody')
  return (
    <Table
      caption="Action learning sets, those that go on first"
      captionHidden
      columns={[
        {
          heading: 'Set',
          cell: (set) => (
            <a href={`/action-learning/sets/${set.id}`}>
              <bdi>{set.name}</bdi>
            </a>
          ),
        },
        { heading: 'Led by', cell: (set) => named(set).join(', ') || 'Nobody today' },
        { heading: 'When', cell: (set) => setInWords(set, today) },
        { heading: 'State', cell: (set) => <Standing set={set} today={today} /> },
      ]}
      rows={sets}
      empty={<EmptyState heading="No sets yet" level={2} />}
    />
  )
}

function Standing({ set, today }: { set: LearningSet; today: Day }) {
  const { tone, words } = standingTag(set, today)
  return <StateTag tone={tone}>{words}</StateTag>
}
