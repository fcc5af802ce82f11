// The tree of units with its numbers, and one unit: its people and its leads.
import { Card, EmptyState, LinkButton, Table } from '../../../design/index.ts'
import { type PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { html } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { postsOn } from '../post/post.store.ts'
import { namesOf } from '../register/person.store.ts'
import { inSentence, saySpan } from '../register/person.view.ts'
import { administrators } from '../register/register.access.ts'
import { unitTree } from './unit.changes.ts'
import { countPeople, findLeads } from './unit.store.ts'
import { type UnitNode } from './unit.ts'
import { treeRows, type UnitRow } from './unit.view.ts'
import { findNode } from './unit.changes.ts'

const unitsBack = { href: '/set-up/units', label: 'Units' }

async function unitsPage(work: Work) {
  const empty = (
    <EmptyState heading="No units yet">
      <p>A staff import makes the units that the file names. You can also add them here.</p>
    </EmptyState>
  )
  return html({
    title: 'Units',
    back: { href: '/set-up', label: 'Set-up' },
    body: (
      <>
        <h1>Units</h1>
        <Table
          caption="Directorates, services and teams"
          captionHidden
          columns={unitColumns}
          rows={await rowsOf(work)}
          empty={empty}
        />
        <LinkButton href="/set-up/units/new" variant="secondary">
          Add a unit
        </LinkButton>
      </>
    ),
  })
}

async function rowsOf(work: Work): Promise<readonly UnitRow[]> {
  const leads = await findLeads(work, work.today)
  const leaders = leads.map(({ person }) => person)
  const names = await namesOf(work, leaders)
  const named = leads.map(({ unit, person }) => ({ unit, name: names.get(person) ?? '' }))
  return treeRows(await unitTree(work, work.today), await countPeople(work, work.today), named)
}

const unitColumns = [
  { heading: 'Unit', cell: (row: UnitRow) => <UnitName row={row} /> },
  { heading: 'People in it', numeric: true, cell: (row: UnitRow) => row.own },
  { heading: 'With all below', numeric: true, cell: (row: UnitRow) => row.all },
  { heading: 'Team lead', cell: (row: UnitRow) => row.leads.join(', ') || 'None' },
]

const UnitName = ({ row }: { row: UnitRow }) => (
  <>
    {row.depth > 0 && <span aria-hidden="true">{'\u2003'.repeat(row.depth - 1)}└ </span>}
    <a href={`/set-up/units/${row.unit}`}>{row.name}</a>
    {row.depth > 0 && <span class="nhsuk-u-visually-hidden"> in {row.path.at(-2)}</span>}
  </>
)

async function unitPage(work: Work, node: UnitNode) {
  const posts = (await postsOn(work, work.today)).filter(({ unit }) => unit === node.unit)
  const leads = (await findLeads(work, work.today)).filter(({ unit }) => unit === node.unit)
  const names = await namesOf(
    work,
    [...posts, ...leads].map(({ person }) => person),
  )
  const people = [...new Set(posts.map(({ person }) => person))].sort((a, b) =>
    (names.get(a) ?? '').localeCompare(names.get(b) ?? ''),
  )
  const panels = await work.panels('unit', node.unit)
  return html({
    title: 'Unit',
    back: unitsBack,
    body: (
      <>
        <h1>
          {node.path.length > 1 && <span class="nhsuk-caption-l">{node.path.slice(0, -1).join(' > ')}</span>}
          {node.name}
        </h1>
        <Leads node={node} leads={leads} names={names} today={work.today} />
        <h2>People</h2>
        {people.length === 0 ? (
          <p>Nobody has a post directly in this unit today.</p>
        ) : (
          <PeopleList people={people} names={names} />
        )}
        {panels}
        <p>
          <a href={`/set-up/units/${node.unit}/change`}>Rename or move this unit</a>
        </p>
        <p>
          <a href={`/set-up/units/${node.unit}/end`}>End this unit</a>
        </p>
      </>
    ),
  })
}

const PeopleList = ({ people, names }: { people: readonly PersonId[]; names: ReadonlyMap<PersonId, string> }) => (
  <ul class="nhsuk-list">
    {people.map((person) => (
      <li>
        <a href={`/people/${person}`}>
          <bdi>{names.get(person)}</bdi>
        </a>
      </li>
    ))}
  </ul>
)

type LeadsProps = {
  node: UnitNode
  leads: readonly { person: PersonId; from: Day; to: Day | null }[]
  names: ReadonlyMap<PersonId, string>
  today: Day
}

const Leads = ({ node, leads, names, today }: LeadsProps) => (
  <Card heading="Team lead" level={2} size="s">
    {leads.length === 0 && <p>Nobody leads this unit yet. The team lead sees the team’s figures.</p>}
    {leads.map((lead) => (
      <p>
        <bdi>{names.get(lead.person)}</bdi>, {inSentence(saySpan(lead, today))}{' '}
        <a href={`/set-up/units/${node.unit}/leads/${lead.person}/end`}>
          End<span class="nhsuk-u-visually-hidden"> the lead of {names.get(lead.person)}</span>
        </a>
      </p>
    ))}
    <LinkButton href={`/set-up/units/${node.unit}/leads/new`} variant="secondary" small>
      Add a team lead
    </LinkButton>
  </Card>
)

export const unitPages: readonly Page[] = [
  page({ at: 'GET /set-up/units', access: administrators, answer: (work) => unitsPage(work) }),
  page({
    at: 'GET /set-up/units/:unit',
    subject: findNode,
    access: administrators,
    answer: (work, { subject }) => unitPage(work, subject),
  }),
]
