// Who has which role, since when, granted by whom; granting and ending.
import { Details, type FormState, LinkButton, searchIn, Table, Tag } from '../../../design/index.ts'
import { type Id, parseId } from '../../../platform/ids.ts'
import { type Day, parseDay } from '../../../platform/time/day.ts'
import { formatDay, formatMoment } from '../../../platform/time/words.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { html, notFound, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { formPage, peopleFor } from '../register/form-page.pages.tsx'
import { namesOf } from '../register/person.store.ts'
import { capital, saySpan } from '../register/person.view.ts'
import { administrators } from '../register/register.access.ts'
import { endRole, grantRole } from './role.changes.ts'
import { endGrantForm, grantForm } from './role.form.ts'
import { findGrants } from './role.store.ts'
import { isInForce, type Role, type RoleGrant } from './role.ts'

type Named = RoleGrant & { readonly name: string; readonly by: string }

async function rolesPage(work: Work) {
  const grants = await findGrants(work)
  const names = await namesOf(
    work,
    grants.flatMap(({ person, grantedBy }) => [person, grantedBy]),
  )
  const named = grants.map(
    (grant): Named => ({
      ...grant,
      name: names.get(grant.person) ?? 'Somebody',
      by: names.get(grant.grantedBy) ?? 'The service',
    }),
  )
  const [now, before] = [
    named.filter((one) => !isOver(one, work.today)),
    named.filter((one) => isOver(one, work.today)),
  ]
  return html({
    title: 'Roles',
    back: { href: '/set-up', label: 'Set-up' },
    body: (
      <>
        <h1>Roles</h1>
        <p>
          Line managers, team leads, supervisors and members of a set are not listed: that follows from the data. A role
          gained today opens nothing from before.
        </p>
        <LinkButton href="/set-up/roles/new">Give somebody a role</LinkButton>
        <GrantsTable caption="Roles now" grants={now} today={work.today} />
        {before.length > 0 && (
          <Details summary={`Roles that have ended (${before.length})`}>
            <GrantsTable caption="Roles that have ended" grants={before} today={work.today} />
          </Details>
        )}
      </>
    ),
  })
}

const isOver = (grant: RoleGrant, today: Day): boolean => !isInForce(grant, today) && grant.from <= today

function GrantsTable({ caption, grants, today }: { caption: string; grants: readonly Named[]; today: Day }) {
  const columns = [
    { heading: 'Who', cell: (grant: Named) => <WhoCell grant={grant} /> },
    { heading: 'Role', cell: (grant: Named) => capital(grant.role) },
    {
      heading: 'When',
      cell: (grant: Named) =>
        grant.endedAt === null
          ? saySpan(grant, today)
          : `From ${formatDay(grant.from)}, ended ${formatMoment(grant.endedAt)}`,
    },
    { heading: 'Granted by', cell: (grant: Named) => <ByCell grant={grant} /> },
    { heading: 'Why', cell: (grant: Named) => <bdi>{grant.reason}</bdi> },
    {
      heading: 'Change',
      cell: (grant: Named) =>
        isOver(grant, today) ? (
          'Ended'
        ) : (
          <a href={`/set-up/roles/${grant.id}/end`}>
            End
            <span class="nhsuk-u-visually-hidden">
              {' '}
              the role {grant.role} of {grant.name}
            </span>
          </a>
        ),
    },
  ]
  return <Table caption={caption} captionSize="m" columns={columns} rows={grants} />
}

const WhoCell = ({ grant }: { grant: Named }) => (
  <a href={`/people/${grant.person}`}>
    <bdi>{grant.name}</bdi>
  </a>
)

const ByCell = ({ grant }: { grant: Named }) =>
  grant.grantedToSelf ? (
    <>
      <bdi>{grant.by}</bdi> <Tag colour="orange">To themselves</Tag>
    </>
  ) : (
    <bdi>{grant.by}</bdi>
  )

async function newPage(work: Work, form: Typed | null, state: FormState = grantForm.filled({ from: work.today })) {
  const chosen = parseId<'person'>(form?.person)
  const options = await peopleFor(work, 'person', form, chosen)
  const back = { href: '/set-up/roles', label: 'Roles' }
  return formPage({
    title: 'Give somebody a role',
    form: grantForm,
    state,
    action: '/set-up/roles',
    button: 'Give role',
    back,
    options,
  })
}

async function grant(work: Work, form: Typed) {
  if (searchIn(form)) return newPage(work, form, { errors: [], typed: grantForm.typed(form) })
  const reading = grantForm.read(form, { today: work.today })
  if (!reading.ok) return newPage(work, form, reading)
  const person = parseId<'person'>(reading.value.person)
  if (person === null || !(await namesOf(work, [person])).has(person)) {
    return newPage(
      work,
      form,
      grantForm.refused(form, { reason: 'Find and choose who gets the role', field: 'person' }),
    )
  }
  const { role, from, to, reason } = reading.value
  const done = await grantRole(work, { person, role: role as Role, from: from as Day, to: parseDay(to), reason })
  return done.ok ? seeOther('/set-up/roles', 'Role given') : newPage(work, form, grantForm.refused(form, done))
}

type GrantSeen = { readonly grant: RoleGrant; readonly name: string }

async function findGrantSeen(work: Work, params: { grant: Id<'grant'> }): Promise<GrantSeen | null> {
  const found = (await findGrants(work)).find(({ id }) => id === params.grant)
  if (!found) return null
  return { grant: found, name: (await namesOf(work, [found.person])).get(found.person) ?? 'Somebody' }
}

const endPage = ({ grant: one, name }: GrantSeen, state: FormState = endGrantForm.filled()) =>
  formPage({
    title: 'End a role',
    about: `${name}: ${one.role}`,
    form: endGrantForm,
    state,
    action: `/set-up/roles/${one.id}/end`,
    button: 'End role now',
    back: { href: '/set-up/roles', label: 'Roles' },
  })

export const rolePages: readonly Page[] = [
  page({ at: 'GET /set-up/roles', access: administrators, answer: (work) => rolesPage(work) }),
  page({
    at: 'GET /set-up/roles/new',
    access: administrators,
    answer: (work, { query }) =>
      newPage(work, { person: query('person') }, grantForm.filled({ from: work.today, person: query('person') })),
  }),
  page({ at: 'POST /set-up/roles', access: administrators, answer: (work, { form }) => grant(work, form) }),
  page({
    at: 'GET /set-up/roles/:grant/end',
    subject: findGrantSeen,
    access: administrators,
    answer: (_work, { subject }) => endPage(subject),
  }),
  page({
    at: 'POST /set-up/roles/:grant/end',
    subject: findGrantSeen,
    access: administrators,
    answer: async (work, { subject, form }) => {
      const reading = endGrantForm.read(form)
      if (!reading.ok) return endPage(subject, reading)
      const done = await endRole(work, subject.grant.id, reading.value.reason)
      if (done.ok) return seeOther('/set-up/roles', 'Role ended')
      return subject.grant.endedAt === null ? endPage(subject, endGrantForm.refused(form, done)) : notFound()
    },
  }),
]
