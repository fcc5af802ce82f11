// What policy adds to the set-up page: the way to the policies, and the first steps of a new organisation.
import { Card, Tag, TaskList } from '../../../design/index.ts'
import type { Panel } from '../../../platform/area.ts'
import type { Work } from '../../../platform/work.ts'
import { countPeople, findGrants } from '../../people/index.ts'
import { policyKeepers } from './version.access.ts'
import { findVersions } from './version.store.ts'
import { approverRoles } from './version.ts'

export const policyPanels: readonly Panel[] = [
  { place: 'set-up', order: 10, show: async (work) => (policyKeepers.may(work.asker, null) ? setUpPanel(work) : null) },
]

async function setUpPanel(work: Work) {
  const steps = await firstSteps(work)
  const open = steps.filter((step) => !step.done)
  return (
    <>
      <Card heading="Policy" href="/set-up/policy" clickable level={2} size="m">
        <p>Who needs what supervision, how often and from whom: adopt, change, compare and approve.</p>
      </Card>
      {open.length > 0 && (
        <section>
          <h2>First steps</h2>
          <TaskList
            idPrefix="first-step"
            tasks={steps.map(({ name, href, hint, done }) => ({
              name,
              href,
              hint,
              status: done ? 'Done' : <Tag colour="blue">To do</Tag>,
            }))}
          />
        </section>
      )}
    </>
  )
}

type Step = { readonly name: string; readonly href: string; readonly hint: string; readonly done: boolean }

async function firstSteps(work: Work): Promise<readonly Step[]> {
  const posted = [...(await countPeople(work, work.today)).values()].reduce((sum, count) => sum + count, 0)
  const versions = await findVersions(work)
  const grants = await findGrants(work)
  const inForce = versions.some((one) => one.status === 'approved')
  const drafted = versions.some((one) => one.status === 'draft')
  return [
    {
      name: 'Import your staff',
      href: '/set-up/people/imports',
      hint: 'People, units, posts and line managers, from one file. Look first, then import.',
      done: posted > 1,
    },
    {
      name: 'Adopt a policy',
      href: '/set-up/policy',
      hint:
        drafted && !inForce
          ? 'There is a draft. Put it in force to begin.'
          : 'Three are ready to adopt and then to adapt.',
      done: inForce,
    },
    {
      name: 'Give somebody the role to approve policy',
      href: '/set-up/roles',
      hint: 'A director, or a named or designated professional. Until then administrators approve.',
      done: grants.some((grant) => (approverRoles as readonly string[]).includes(grant.role)),
    },
  ]
}
