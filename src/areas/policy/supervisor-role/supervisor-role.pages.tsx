// What a person may supervise as: roles of the policy, given here; how they end is ending.pages.tsx.
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
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { endingsOf, findPerson, type Person, type Registration, registrationsOf } from '../../people/index.ts'
import { policyOn } from '../version/version.changes.ts'
import { roleGivers } from './supervisor-role.access.ts'
import { giveSupervisorRole } from './supervisor-role.changes.ts'
import { supervisorRoleForm } from './supervisor-role.form.ts'
import { mayReopen, supervisorRoles } from './supervisor-role.ts'

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
]

/** On a person's page: anybody may know whom to ask for supervision; those who give the roles may change them. */
export const supervisorRolePanel: Panel = {
  place: 'person',
  order: 30,
  show: async (work, about) => {
    const gives = roleGivers.may(work.asker, null)
    const held = (await heldBy(work, about as PersonId)).filter((one) => isHeldOn(one, work.today))
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

type Held = Registration & { readonly name: string; readonly reopens: boolean }

/** The roles that somebody holds, or whose end can still be taken back. */
async function heldBy(work: Work, person: PersonId): Promise<readonly Held[]> {
  const policy = await policyOn(work)
  const names = new Map(policy.packs.flatMap((pack) => pack.roles ?? []).map((role) => [role.key, role.name]))
  const held = await registrationsOf(work, person)
  const endings = new Map((await endingsOf(work, person)).map((one) => [one.registration, one.endedAt]))
  // Whoever may take it back is judged when they do; here only whether there is something to take back.
  const reopens = (one: Registration) =>
    mayReopen(one, {
      endedAt: endings.get(one.registration) ?? null,
      held,
      asker: work.asker.person,
      alone: false,
      today: work.today,
    }).ok
  return held
    .filter((one) => one.kind === 'supervisor role')
    .map((one) => ({ ...one, name: names.get(one.body) ?? one.body, reopens: reopens(one) }))
}

const isHeldOn = (one: Held, day: Day): boolean => one.to === null || one.to >= day

async function rolesPage(work: Work, person: Person, state: FormState = supervisorRoleForm.filled()): Promise<Reply> {
  const all = await heldBy(work, person.id)
  const held = all.filter((one) => isHeldOn(one, work.today))
  const ended = all.filter((one) => !isHeldOn(one, work.today) && one.reopens)
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
        {ended.length > 0 && <EndedTable ended={ended} person={person} />}
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

const endHref = (person: Person, one: Held) => `/people/${person.id}/supervisor-roles/${one.registration}/end`

const spanWords = (one: Held): string =>
  one.to === null ? `Since ${formatDay(one.from)}` : `${formatDay(one.from)} to ${formatDay(one.to)}`

const HeldTable = ({ held, person }: { held: readonly Held[]; person: Person }) => (
  <Table
    caption="Held now"
    captionSize="m"
    columns={[
      { heading: 'Role', cell: (one) => one.name },
      { heading: 'When', cell: spanWords },
      {
        heading: 'Change',
        cell: (one) =>
          one.to === null ? (
            <a href={endHref(person, one)}>
              End<span class="nhsuk-u-visually-hidden"> the role {one.name}</span>
            </a>
          ) : (
            one.reopens && <TakeBack one={one} person={person} />
          ),
      },
    ]}
    rows={held}
    empty={<p>None yet. Without one, nobody can book this person as a supervisor of a kind that asks for a role.</p>}
  />
)

const EndedTable = ({ ended, person }: { ended: readonly Held[]; person: Person }) => (
  <Table
    caption="Ended in the last days"
    captionSize="m"
    columns={[
      { heading: 'Role', cell: (one) => one.name },
      { heading: 'When', cell: spanWords },
      { heading: 'Change', cell: (one) => <TakeBack one={one} person={person} /> },
    ]}
    rows={ended}
  />
)

const TakeBack = ({ one, person }: { one: Held; person: Person }) => (
  <PostButton action={`${endHref(person, one)}/undoing`} variant="secondary" small>
    Take the end back<span class="nhsuk-u-visually-hidden"> of the role {one.name}</span>
  </PostButton>
)
