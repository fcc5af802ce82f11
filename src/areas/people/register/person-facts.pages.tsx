// The facts on a person's page. A colleague sees where somebody works; the person, their line manager and
// administrators see posts over time, absences, training and roles.
import { LinkButton, SummaryList, Table } from '../../../design/index.ts'
import type { Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { holdsOn, type Post } from '../post/post.ts'
import { isInForce } from '../role/role.ts'
import { AbsencesOf } from './person-absences.pages.tsx'
import type { RegisterFacts } from './person-facts.store.ts'
import type { Person } from './person.ts'
import { capital, sayHours, saySpan, sayStaffGroup } from './person.view.ts'

type FactsProps = {
  facts: RegisterFacts
  person: Person
  sees: boolean
  keeper: boolean
  managed: boolean
  today: Day
}

export function PersonFacts(props: FactsProps) {
  const { facts, person, sees, keeper, managed, today } = props
  const now = facts.posts.filter((post) => holdsOn(post, today))
  return (
    <>
      <SummaryList rows={[...whereRows(now, facts), ...(sees ? detailRows(props) : [])]} />
      {sees ? (
        <>
          <PostsOf facts={facts} person={person} keeper={keeper} today={today} />
          <AbsencesOf facts={facts} person={person} mayRecord={keeper || managed} today={today} />
          <LearningOf facts={facts} person={person} keeper={keeper} />
          <RolesOf facts={facts} today={today} />
        </>
      ) : (
        <p class="app-quiet">
          Posts over time, absences and roles are seen by {person.name}, their line manager and administrators.
        </p>
      )}
    </>
  )
}

const staffGroupOf = (facts: RegisterFacts, key: string | null): string => sayStaffGroup(facts.staffGroups, key)

function whereRows(now: readonly Post[], facts: RegisterFacts) {
  const units = now.map(({ unit }) => (unit === null ? 'No team' : (facts.units.get(unit) ?? 'A unit that has ended')))
  const groups = [...new Set(now.map(({ staffGroup }) => staffGroupOf(facts, staffGroup)))]
  return [
    { name: 'Team', value: units.length === 0 ? 'No post today' : units.map((unit) => <div>{unit}</div>) },
    { name: 'Staff group', value: groups.join(', ') || 'None' },
  ]
}

function detailRows({ facts, person, keeper, today }: FactsProps) {
  const managers = facts.posts
    .filter((post) => holdsOn(post, today) && post.manager !== null)
    .map((post) => post.manager)
  const names = [...new Set(managers)].map((manager) =>
    manager === null ? null : (
      <div>
        <a href={`/people/${manager}`}>
          <bdi>{facts.names.get(manager)}</bdi>
        </a>
      </div>
    ),
  )
  const change = keeper ? [{ href: `/people/${person.id}/details`, text: 'Change', of: 'details' }] : undefined
  return [
    { name: 'Line manager', value: names.length === 0 ? 'None on record' : names },
    { name: 'Staff number', value: person.staffNumber ?? 'None', actions: change },
    { name: 'Work e-mail', value: person.email ?? 'None', actions: change },
  ]
}

function PostsOf({ facts, person, keeper, today }: Pick<FactsProps, 'facts' | 'person' | 'keeper' | 'today'>) {
  const rows = [...facts.posts].reverse()
  const change = { heading: 'Change', cell: (post: Post) => <PostLinks post={post} facts={facts} today={today} /> }
  const columns = keeper ? [...postColumns(facts, today), change] : postColumns(facts, today)
  return (
    <>
      <h2>Posts</h2>
      <Table caption="Posts over time" captionHidden columns={columns} rows={rows} empty={<p>No posts yet.</p>} />
      {keeper && (
        <LinkButton href={`/people/${person.id}/posts/new`} variant="secondary" small>
          Add a post
        </LinkButton>
      )}
    </>
  )
}

const postColumns = (facts: RegisterFacts, today: Day) => [
  { heading: 'When', cell: (post: Post) => saySpan(post, today) },
  {
    heading: 'Team',
    cell: (post: Post) => (post.unit === null ? 'No team' : (facts.units.get(post.unit) ?? 'A unit that has ended')),
  },
  {
    heading: 'Role',
    cell: (post: Post) =>
      [post.profession ?? 'Not said', post.band === null ? '' : `band ${post.band}`].filter(Boolean).join(', '),
  },
  { heading: 'Staff group', cell: (post: Post) => staffGroupOf(facts, post.staffGroup) },
  {
    heading: 'Hours and kind',
    cell: (post: Post) =>
      capital(`${sayHours(post.hoursPerWeek)}, ${post.kind}${post.caseload ? ', carries a caseload' : ''}`),
  },
  {
    heading: 'Line manager',
    cell: (post: Post) => (post.manager === null ? 'None' : (facts.names.get(post.manager) ?? 'None')),
  },
]

/** Only the last stretch of a post is changed or ended: what went before is history. */
function PostLinks({ post, facts, today }: { post: Post; facts: RegisterFacts; today: Day }) {
  const last = facts.posts.filter((one) => one.post === post.post).at(-1)
  if (last?.number !== post.number || (post.to !== null && post.to < today)) return <span class="app-quiet">Past</span>
  const at = `/people/${post.person}/posts/${post.post}`
  const what = `the post ${saySpan(post, today)}`
  return (
    <>
      <a href={`${at}/change`}>
        Change<span class="nhsuk-u-visually-hidden"> {what}</span>
      </a>{' '}
      <a href={`${at}/end`}>
        End<span class="nhsuk-u-visually-hidden"> {what}</span>
      </a>
    </>
  )
}

function LearningOf({ facts, person, keeper }: Pick<FactsProps, 'facts' | 'person' | 'keeper'>) {
  const held = facts.registrations.filter(({ kind }) => kind !== 'supervisor role')
  const rows = [
    ...facts.training.map(({ subject, level, on }) => ({
      what: capital(`${subject} training, level ${level}`),
      when: formatDay(on),
    })),
    ...held.map(({ body, kind, from, to }) => ({
      what: capital(`${kind}: ${body}`),
      when: to === null ? `Known since ${formatDay(from)}` : `Until ${formatDay(to)}`,
    })),
  ]
  const columns = [
    { heading: 'What', cell: (row: (typeof rows)[0]) => row.what },
    { heading: 'When', cell: (row: (typeof rows)[0]) => row.when },
  ]
  return (
    <>
      <h2>Training and registration</h2>
      <Table
        caption="Training and registration"
        captionHidden
        columns={columns}
        rows={rows}
        empty={<p>None on record.</p>}
      />
      <p>
        <a href={`/people/${person.id}/registrations`}>
          {keeper ? 'Add or end registrations and training' : 'Registrations and training in full'}
        </a>
      </p>
    </>
  )
}

function RolesOf({ facts, today }: { facts: RegisterFacts; today: Day }) {
  if (facts.grants.length === 0) return null
  const columns = [
    { heading: 'Role', cell: (grant: (typeof facts.grants)[0]) => capital(grant.role) },
    {
      heading: 'When',
      cell: (grant: (typeof facts.grants)[0]) =>
        isInForce(grant, today) || grant.from > today ? saySpan(grant, today) : `${formatDay(grant.from)}, ended`,
    },
    {
      heading: 'Granted by',
      cell: (grant: (typeof facts.grants)[0]) =>
        grant.grantedToSelf
          ? 'Themselves, as the only administrator'
          : (facts.names.get(grant.grantedBy) ?? 'The service'),
    },
  ]
  return (
    <>
      <h2>Roles</h2>
      <Table caption="Roles granted" captionHidden columns={columns} rows={facts.grants} />
    </>
  )
}
