// Starting, changing and ending a post by hand. The register keeps what was known before (SPEC 1.2).
import { no, yes, type Decision } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { writeTrail } from '../../records/index.ts'
import { namesOf, updateLeftOn } from '../register/person.store.ts'
import { findUnits } from '../unit/unit.store.ts'
import { circleThrough, planChange, planEnd, type PostFacts, type PostId, type PostPlan } from './post.ts'
import { findManagersAbove, findPost, savePlan } from './post.store.ts'

/** A new post from a day on. Somebody who had left is back. */
export async function startPost(
  work: Work,
  person: PersonId,
  given: PostFacts & { from: Day; to: Day | null },
): Promise<Decision<PostId>> {
  if (given.to !== null && given.to < given.from) return no('The last day must be on or after the first.', 'to')
  const refused = await refusalOf(work, person, given, given.from)
  if (refused) return refused
  const post = work.newId<'post'>()
  await savePlan(work, { supersede: [], add: [{ ...given, post, person, assignment: '', started: given.from }] })
  await updateLeftOn(work, person, null)
  await tellOf(work, 'post started', person, given.from)
  return yes(post)
}

/** Facts of a post change from a day on: another team, other hours, a new line manager. */
export async function changePost(
  work: Work,
  about: { person: PersonId; post: PostId; from: Day },
  changed: Partial<PostFacts>,
): Promise<Decision> {
  const refused = await refusalOf(work, about.person, changed, about.from)
  if (refused) return refused
  const plan = planChange(await findPost(work, about.post, about.person), about.from, changed)
  return saved(work, plan, 'post changed', about.person, about.from)
}

/** The post ends with a day; the person may have others. */
export async function endPost(work: Work, about: { person: PersonId; post: PostId; lastDay: Day }): Promise<Decision> {
  const plan = planEnd(await findPost(work, about.post, about.person), about.lastDay)
  return saved(work, plan, 'post ended', about.person, about.lastDay)
}

async function saved(
  work: Work,
  plan: Decision<PostPlan>,
  deed: string,
  person: PersonId,
  from: Day,
): Promise<Decision> {
  if (!plan.ok) return plan
  await savePlan(work, plan.value)
  await tellOf(work, deed, person, from)
  return yes()
}

async function tellOf(work: Work, deed: string, person: PersonId, from: Day): Promise<void> {
  writeTrail(work, { deed, about: { kind: 'person', id: person }, detail: { from } })
  await work.tell({ name: 'facts changed', people: [person] })
}

async function refusalOf(work: Work, person: PersonId, { unit, manager }: Partial<PostFacts>, day: Day) {
  if (unit && !(await findUnits(work, day)).some((one) => one.unit === unit))
    return no('Choose a team from the list.', 'unit')
  if (manager && !(await namesOf(work, [manager])).has(manager)) return no('Choose somebody who was found.', 'manager')
  return refusalOfCircle(work, person, manager ?? null, day)
}

async function refusalOfCircle(work: Work, person: PersonId, manager: PersonId | null, day: Day) {
  if (manager === null) return null
  if (manager === person) return no('Nobody is their own line manager.', 'manager')
  const above = await findManagersAbove(work, manager, day)
  const circle = circleThrough(person, manager, (one) =>
    above.filter((edge) => edge.person === one).map((edge) => edge.manager),
  )
  if (!circle) return null
  const names = await namesOf(work, circle)
  const way = circle.map((one) => names.get(one) ?? 'somebody').join(' → ')
  return no(`That would make line management go round in a circle: ${way}.`, 'manager')
}
