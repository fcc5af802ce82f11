// Adding a person, correcting their details, and their leaving. Each leaves a line in the trail.
import { no, yes, type Decision } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { writeTrail } from '../../records/index.ts'
import { planEnd, type Post, type PostPlan } from '../post/post.ts'
import { postsOf, savePlan } from '../post/post.store.ts'
import { type Person, type PersonDetails, readName } from './person.ts'
import { findTaken, insertPerson, updateLeftOn, updatePerson } from './person.store.ts'

/** A new person, still without a post. Refused when the staff number or e-mail is somebody else's. SPEC 1.1. */
export async function addPerson(work: Work, details: PersonDetails): Promise<Decision<PersonId>> {
  const name = readName(details.name)
  if (!name.ok) return name
  const taken = await refusalOfTaken(work, details, null)
  if (taken) return taken
  const id = work.newId<'person'>()
  await insertPerson(work, id, { ...details, name: name.value })
  writeTrail(work, { deed: 'person added', about: { kind: 'person', id } })
  await work.tell({ name: 'facts changed', people: [id] })
  return yes(id)
}

/** Corrects name, staff number and e-mail. Refused when somebody saved the person since `person` was read. */
export async function correctPerson(work: Work, person: Person, details: PersonDetails): Promise<Decision> {
  const name = readName(details.name)
  if (!name.ok) return name
  const taken = await refusalOfTaken(work, details, person.id)
  if (taken) return taken
  const saved = await updatePerson(work, person.id, { ...details, name: name.value }, person.version)
  if (!saved) return no('Somebody else has changed this person meanwhile. Look at the page again, then change it.')
  writeTrail(work, { deed: 'person corrected', about: { kind: 'person', id: person.id } })
  return yes()
}

/** The person leaves with `lastDay`: every post ends then, and from the next day they cannot sign in. */
export async function leaveOrganisation(work: Work, person: PersonId, lastDay: Day): Promise<Decision> {
  const plans: PostPlan[] = []
  for (const stretches of byPost(await postsOf(work, person)).values()) {
    const open = stretches.some(({ to }) => to === null || to > lastDay)
    if (!open) continue
    const plan = planEnd(stretches, lastDay)
    if (!plan.ok) return plan
    plans.push(plan.value)
  }
  for (const plan of plans) await savePlan(work, plan)
  await updateLeftOn(work, person, lastDay)
  writeTrail(work, { deed: 'person left', about: { kind: 'person', id: person }, detail: { lastDay } })
  await work.tell({ name: 'facts changed', people: [person] })
  return yes()
}

async function refusalOfTaken(work: Work, details: PersonDetails, apart: PersonId | null) {
  const taken = await findTaken(work, details, apart)
  if (!taken) return null
  return taken.by === 'staff number'
    ? no(`${taken.name} already has this staff number.`, 'staffNumber')
    : no(`${taken.name} already has this e-mail address.`, 'email')
}

function byPost(stretches: readonly Post[]): Map<string, Post[]> {
  const posts = new Map<string, Post[]>()
  for (const stretch of stretches) posts.set(stretch.post, [...(posts.get(stretch.post) ?? []), stretch])
  return posts
}
