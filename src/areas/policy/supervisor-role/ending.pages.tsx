// Ending a supervisor role: asked for with its last day on a page of its own, and taken back within a week (SPEC 5.2).
import { Button, ErrorSummary, FormFields, type FormState, PostForm, titleWith } from '../../../design/index.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { findPerson, type Person, type Registration } from '../../people/index.ts'
import { policyOn } from '../version/version.changes.ts'
import { roleGivers } from './supervisor-role.access.ts'
import { endSupervisorRole, heldRole, reopenSupervisorRole } from './supervisor-role.changes.ts'
import { endSupervisorRoleForm } from './supervisor-role.form.ts'

type Held = { readonly person: Person; readonly role: Registration }

async function subject(work: Work, params: { person: PersonId; heldrole: Id<'heldrole'> }): Promise<Held | null> {
  const person = await findPerson(work, params.person)
  const role = person && (await heldRole(work, person.id, params.heldrole as unknown as Id<'registration'>))
  return person && role && { person, role }
}

const about = { subject, access: roleGivers }
const listOf = ({ person }: Held) => `/people/${person.id}/supervisor-roles`

export const endingPages: readonly Page[] = [
  page({
    at: 'GET /people/:person/supervisor-roles/:heldrole/end',
    ...about,
    answer: (work, { subject: held }) => endPage(work, held, endSupervisorRoleForm.filled({ lastDay: work.today })),
  }),
  page({
    at: 'POST /people/:person/supervisor-roles/:heldrole/end',
    ...about,
    answer: async (work, { subject: held, form }) => {
      const reading = endSupervisorRoleForm.read(form, { today: work.today })
      if (!reading.ok) return endPage(work, held, reading)
      const lastDay = reading.value.lastDay as Day
      const done = await endSupervisorRole(work, held.person.id, { registration: held.role.registration, lastDay })
      if (!done.ok) return endPage(work, held, endSupervisorRoleForm.refused(form, done))
      return seeOther(listOf(held), `Their last day in this role is ${formatDay(lastDay)}`)
    },
  }),
  page({
    at: 'POST /people/:person/supervisor-roles/:heldrole/end/undoing',
    ...about,
    answer: async (work, { subject: held }) => {
      const done = await reopenSupervisorRole(work, held.person.id, { registration: held.role.registration })
      return done.ok ? seeOther(listOf(held), 'Taken back. They hold the role as before.') : conflict(done.reason)
    },
  }),
]

async function endPage(work: Work, held: Held, state: FormState): Promise<Reply> {
  const roles = (await policyOn(work)).packs.flatMap((pack) => pack.roles ?? [])
  const name = roles.find((role) => role.key === held.role.body)?.name ?? held.role.body
  return html({
    title: titleWith(state, 'End a supervisor role'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: listOf(held), label: 'Supervisor roles' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>
          <span class="nhsuk-caption-l">
            <bdi>{held.person.name}</bdi>
          </span>
          End the role {name}
        </h1>
        <p>
          Held since {formatDay(held.role.from)}. After the last day nobody can book them for what asks for this role.
          Sessions that are booked already stay booked: look at them with the person. You can take the end back for a
          week.
        </p>
        <PostForm action={`${listOf(held)}/${held.role.registration}/end`} form={endSupervisorRoleForm}>
          <FormFields form={endSupervisorRoleForm} state={state} />
          <Button>End this role</Button>
        </PostForm>
      </>
    ),
  })
}
