// Finding a person: anybody may, and sees name, team and staff group. The search comes first; who has no name to hand
// goes by unit, from the top of the tree downwards. What was asked lives in the address.
import { EmptyState, Filters, Input, LinkButton, Pagination, Select, Table, Tag } from '../../../design/index.ts'
import { parseId } from '../../../platform/ids.ts'
import { anyStaff, type Page, page } from '../../../platform/web/page.ts'
import { html } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { isAdministrator } from '../register/register.access.ts'
import { searchPeople } from '../register/person.store.ts'
import type { PersonFound } from '../register/person.ts'
import { sayStaffGroup } from '../register/person.view.ts'
import { unitTree } from '../unit/unit.changes.ts'
import { type UnitNode, unitsUnder } from '../unit/unit.ts'
import { Browse } from './browse.pages.tsx'

const most = 20

type Asked = {
  readonly text: string
  readonly unit: UnitNode | null
  /** Everybody by name, without a word to find them by. */
  readonly everyone: boolean
  readonly page: number
}

export const searchPages: readonly Page[] = [
  page({
    at: 'GET /people',
    access: anyStaff,
    answer: async (work, { query }) => {
      const units = await unitTree(work, work.today)
      const id = parseId<'unit'>(query('unit'))
      return peoplePage(work, units, {
        text: query('text').trim().slice(0, 100),
        unit: units.find((one) => one.unit === id) ?? null,
        everyone: query('everyone') !== '',
        page: Math.min(Math.max(1, Math.floor(Number(query('page')) || 1)), 10_000),
      })
    },
  }),
]

function addressOf({ text, unit, everyone, page: number }: Asked): string {
  const given: [string, string][] = [
    ['text', text],
    ['unit', unit?.unit ?? ''],
    ['everyone', everyone ? 'yes' : ''],
    ['page', number > 1 ? String(number) : ''],
  ]
  return `/people?${new URLSearchParams(given.filter(([, value]) => value !== '')).toString()}`
}

async function peoplePage(work: Work, units: readonly UnitNode[], asked: Asked) {
  const keeper = isAdministrator(work.asker)
  const lists = asked.text !== '' || asked.unit !== null || asked.everyone
  return html({
    title: 'People',
    back: keeper ? { href: '/set-up', label: 'Set-up' } : { href: '/', label: 'Home' },
    body: (
      <>
        <h1>People</h1>
        <Find asked={asked} units={units} clear={lists} />
        {lists && (await Found({ work, asked, units, keeper }))}
        {asked.text === '' && !asked.everyone && (await Browse({ work, units, at: asked.unit }))}
        {keeper && (
          <LinkButton href="/set-up/people/new" variant="secondary">
            Add a person
          </LinkButton>
        )}
      </>
    ),
  })
}

const Find = ({ asked, units, clear }: { asked: Asked; units: readonly UnitNode[]; clear: boolean }) => (
  <Filters action="/people" clear={clear ? '/people' : undefined} label="Find people">
    <Input
      id="text"
      name="text"
      label={{ text: 'Name, staff number or team' }}
      value={asked.text}
      autocomplete="off"
      spellcheck={false}
    />
    <Select
      id="unit"
      name="unit"
      label={{ text: 'Unit' }}
      items={[
        { value: '', text: 'The whole organisation' },
        ...units.map((one) => ({
          value: one.unit,
          text: `${'– '.repeat(one.depth)}${one.name}`,
          selected: one.unit === asked.unit?.unit,
        })),
      ]}
    />
  </Filters>
)

type FoundProps = { work: Work; asked: Asked; units: readonly UnitNode[]; keeper: boolean }

async function Found({ work, asked, units, keeper }: FoundProps) {
  const { people, count } = await searchPeople(work, {
    text: asked.text,
    day: work.today,
    withLeavers: keeper,
    units: asked.unit === null ? undefined : unitsUnder(units, asked.unit.unit),
    most,
    skip: (asked.page - 1) * most,
  })
  const groups = new Map((await work.ask('staff groups', work.today)).map(({ key, name }) => [key, name]))
  return (
    <section>
      {asked.unit !== null && <h2>{asked.unit.name}</h2>}
      <p class="app-lede">{saidCount(count, asked)}</p>
      <PeopleTable people={people} keeper={keeper} groups={groups} />
      <Pagination
        page={asked.page}
        pages={Math.ceil(count / most)}
        hrefOf={(to) => addressOf({ ...asked, page: to })}
        label="Pages of people"
      />
    </section>
  )
}

/** '43 people found for “khan”', '21 to 40 of 430 people, by name' */
function saidCount(count: number, { text, page: number }: Asked): string {
  const people = `${count.toLocaleString('en-GB')} ${count === 1 ? 'person' : 'people'}`
  const which = count > most ? `${(number - 1) * most + 1} to ${Math.min(count, number * most)} of ${people}` : people
  return text === '' ? `${which}, by name` : `${which} found for “${text}”`
}

type TableProps = {
  people: readonly PersonFound[]
  keeper: boolean
  groups: ReadonlyMap<string, string>
}

function PeopleTable({ people, keeper, groups }: TableProps) {
  const columns = [
    { heading: 'Name', cell: (one: PersonFound) => <Name one={one} /> },
    { heading: 'Team', cell: (one: PersonFound) => one.unit ?? 'No team' },
    { heading: 'Staff group', cell: (one: PersonFound) => sayStaffGroup(groups, one.staffGroup) },
    ...(keeper
      ? [
          {
            heading: 'Staff number',
            classes: 'app-brief__said',
            cell: (one: PersonFound) => one.staffNumber ?? 'None',
          },
        ]
      : []),
  ]
  const empty = (
    <EmptyState heading="Nobody found" level={2}>
      <p>Try fewer letters, the other name, or the whole organisation.</p>
    </EmptyState>
  )
  return <Table caption="People" captionHidden classes="app-brief" columns={columns} rows={people} empty={empty} />
}

const Name = ({ one }: { one: PersonFound }) => (
  <>
    <a href={`/people/${one.id}`}>
      <bdi>{one.name}</bdi>
    </a>
    {one.leftOn !== null && (
      <>
        {' '}
        <Tag colour="grey">Left</Tag>
      </>
    )}
  </>
)
