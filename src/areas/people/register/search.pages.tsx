// Finding a person: anybody may, and sees name, team and staff group.
import { EmptyState, Filters, Input, LinkButton, Pagination, Table, Tag } from '../../../design/index.ts'
import { anyStaff, type Page, page } from '../../../platform/web/page.ts'
import { html } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { searchPeople } from './person.store.ts'
import type { PersonFound } from './person.ts'
import { sayStaffGroup } from './person.view.ts'
import { isAdministrator } from './register.access.ts'

const most = 50

export const searchPages: readonly Page[] = [
  page({
    at: 'GET /people',
    access: anyStaff,
    answer: (work, { query }) => peoplePage(work, query('text').slice(0, 100), Number(query('page')) || 1),
  }),
]

async function peoplePage(work: Work, text: string, asked: number) {
  const keeper = isAdministrator(work.asker)
  const number = Math.min(Math.max(1, Math.floor(asked)), 10_000)
  const search = { text, day: work.today, withLeavers: keeper, most, skip: (number - 1) * most }
  const { people, count } = await searchPeople(work, search)
  const groups = new Map((await work.ask('staff groups', work.today)).map(({ key, name }) => [key, name]))
  const hrefOf = (to: number) => `/people?text=${encodeURIComponent(text)}&page=${to}`
  return html({
    title: 'People',
    back: keeper ? { href: '/set-up', label: 'Set-up' } : { href: '/', label: 'Home' },
    body: (
      <>
        <h1>People</h1>
        <Filters action="/people" clear={text === '' ? undefined : '/people'} label="Find people">
          <Input id="text" name="text" label={{ text: 'Name, staff number or team' }} value={text} />
        </Filters>
        <p class="app-lede">{saidCount(count, text)}</p>
        <PeopleTable people={people} keeper={keeper} text={text} groups={groups} />
        <Pagination page={number} pages={Math.ceil(count / most)} hrefOf={hrefOf} label="Pages of people" />
        {keeper && (
          <LinkButton href="/set-up/people/new" variant="secondary">
            Add a person
          </LinkButton>
        )}
      </>
    ),
  })
}

function saidCount(count: number, text: string): string {
  const people = `${count.toLocaleString('en-GB')} ${count === 1 ? 'person' : 'people'}`
  return text === '' ? people : `${people} found for “${text}”`
}

type PeopleProps = {
  people: readonly PersonFound[]
  keeper: boolean
  text: string
  groups: ReadonlyMap<string, string>
}

function PeopleTable({ people, keeper, text, groups }: PeopleProps) {
  const columns = [
    {
      heading: 'Name',
      cell: (one: PersonFound) => (
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
      ),
    },
    { heading: 'Team', cell: (one: PersonFound) => one.unit ?? 'No team' },
    { heading: 'Staff group', cell: (one: PersonFound) => sayStaffGroup(groups, one.staffGroup) },
    ...(keeper ? [{ heading: 'Staff number', cell: (one: PersonFound) => one.staffNumber ?? 'None' }] : []),
  ]
  const empty = (
    <EmptyState heading={text === '' ? 'Nobody is on the register yet' : 'Nobody found'}>
      <p>{text === '' ? 'Import a staff file, or add people one by one.' : 'Try fewer letters, or the other name.'}</p>
    </EmptyState>
  )
  return <Table caption="People" captionHidden columns={columns} rows={people} empty={empty} />
}
