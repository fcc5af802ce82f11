// What a person may supervise as: roles of the policy, given and ended here.
import {
  Button,
  ErrorSummary,
  FormFields,
  type FormState,
  LinkButton,
  PostButton,
  PostForm,
  Table,
  titleWith,
} from '../../../design/index.ts'
import type { Panel } from '../../../platform/area.ts'
import { type Id, type PersonId, parseId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, html, notFound, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { findPerson, type Person, registrationsOf } from '../../people/index.ts'
import { policyOn } from '../version/version.changes.ts'
import { roleGivers } from './supervisor-role.access.ts'
import { endSupervisorRole, giveSupervisorRole } from './supervisor-role.changes.ts'
import { supervisorRoleForm } from './supervisor-role.form.ts'
import { supervisorRoles } from './supervisor-role.ts'

const subject = (work: Work, { person }: { person: string }): Promise<Person | null> =>
  findPerson(work, person as PersonId)

export const supervisorRolePages: readonly Page[] = [
  page({
    at: 'GET /people/:person/supervisor-roles',
    subject,
    access: roleGivers,
    answer: (work, request) => rolesPage(work, request.subject),
  }),
  page({
    at: 'POST /people/:person/supervisor-roles',
    subject,
    access: roleGivers,
    answer: async (work, { subject: person, form }) => {
      const reading = supervisorRoleForm.read(form, { today: work.today })
      if (!reading.ok) return rolesPage(work, person, reading)
      const { role, from } = reading.value
      const done = await giveSupervisorRole(work, person.id, { role, from: from as Day })
      if (!done.ok) return rolesPage(work, person, supervisorRoleForm.refused(form, done))
      return seeOther(`/people/${person.id}/supervisor-roles`, 'Supervisor role given')
    },
  }),
  page({
    at: 'POST /people/:person/supervisor-roles/end',
    subject,
    access: roleGivers,
    answer: async (work, { subject: person, form }) => {
      const registration = parseId<'registration'>(firstOf(form, 'held'))
      if (!registration) return notFound()
      const done = await endSupervisorRole(work, person.id, { registration })
      return done.ok
        ? seeOther(`/people/${person.id}/supervisor-roles`, 'Supervisor role ended')
        : conflict(done.reason)
    },
  }),
]

/** On a person's page: anybody may know whom to ask for supervision; those who give the roles may change them. */
export const supervisorRolePanel: Panel = {
  place: 'person',
  order: 30,
  show: async (work, about) => {
    const gives = roleGivers.may(work.asker, null)
    const held = await heldBy(work, about as PersonId)
    if (held.length === 0 && !gives) return null
    return (
      <section>
        <h2>May supervise as</h2>
        {held.length === 0 ? (
          <p>No supervisor role.</p>
        ) : (
          <ul class="nhsuk-list">
            {held.map((one) => (
              <li>{one.name}</li>
            ))}
          </ul>
        )}
        {gives && (
          <LinkButton href={`/people/${about}/supervisor-roles`} variant="secondary" small>
            Change supervisor roles
          </LinkButton>
        )}
      </section>
    )
  },
}

type Held = { readonly registration: Id<'registration'>; readonly name: string; readonly from: Day }

async function heldBy(work: Work, person: PersonId): Promise<readonly Held[]> {
  const policy = await policyOn(work)
  const names = new Map(policy.packs.flatMap((pack) => pack.roles ?? []).map((role) => [role.key, role.name]))
  const held = (await registrationsOf(work, person)).filter(
    (one) => one.kind === 'supervisor role' && (one.to === null || one.to >= work.today),
  )
  return held.map((one) => ({ registration: one.registration, name: names.get(one.body) ?? one.body, from: one.from }))
}

async function rolesPage(work: Work, person: Person, state: FormState = supervisorRoleForm.filled()): Promise<Reply> {
  const held = await heldBy(work, person.id)
  const options = supervisorRoles(await policyOn(work)).map(({ key, name }) => ({ value: key, label: name }))
  return html({
    title: titleWith(state, 'Supervisor roles'),
    back: { href: `/people/${person.id}`, label: person.name },
    status: state.errors.length > 0 ? 422 : 200,
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>
          <span class="nhsuk-caption-l">
            <bdi>{person.name}</bdi>
          </span>
          Supervisor roles
        </h1>
        <p>The policy says what each role may supervise. Sessions led while a role was held go on counting.</p>
        <HeldTable held={held} person={person} />
        <h2>Give a role</h2>
        {options.length === 0 ? (
          <p>
            The policies in force name no supervisor roles. <a href="/set-up/policy">Look at the policy</a>
          </p>
        ) : (
          <PostForm action={`/people/${person.id}/supervisor-roles`}>
            <FormFields form={supervisorRoleForm} state={state} options={{ role: options }} />
            <Button>Give this role</Button>
          </PostForm>
        )}
      </>
    ),
  })
}

const HeldTable = ({ held, person }: { held: readonly Held[]; person: Person }) => (
  <Table
    caption="Held now"
    captionSize="m"
    columns={[
      { heading: 'Role', cell: (one) => one.name },
      { heading: 'Since', cell: (one) => formatDay(one.from) },
      {
        heading: 'Change',
        cell: (one) => (
          <PostButton
            action={`/people/${person.id}/supervisor-roles/end`}
            fields={{ held: one.registration }}
            variant="secondary"
            small
          >
            End now<span class="nhsuk-u-visually-hidden">: {one.name}</span>
          </PostButton>
        ),
      },
    ]}
    rows={held}
    empty={<p>None yet. Without one, nobody can book this person as a supervisor of a kind that asks for a role.</p>}
  />
)
