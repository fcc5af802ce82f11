// Who could supervise instead of somebody who was refused (SPEC 5.2): they may by the policy, are signed off, and their own
// supervision is not out of date. Reads only, and only after a refusal.
import type { PersonId } from '../../../platform/ids.ts'
import { earliest } from '../../../platform/time/day.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { findPersons } from '../../people/index.ts'
import { type BookingPlan, possibleSupervisors } from '../../supervision/index.ts'
import { type Held, heldBy, type Ways } from '../pathway/held.changes.ts'
import type { Pathway } from '../pathway/pathway.ts'
import { lookAtOwn, standingOn } from './own-supervision.changes.ts'

type Looking = { readonly ways: Ways; readonly pathway: Pathway }

/** Their names. */
export async function whoCanInstead(
  work: Work,
  plan: BookingPlan,
  { ways, pathway }: Looking,
): Promise<readonly string[]> {
  const day = londonDay(plan.startsAt)
  const [first] = plan.supervisees
  const found = await possibleSupervisors(work, plan.terms.key, { day, supervisee: first ?? null })
  const held = await heldBy(work, { policy: ways.policy, people: found, day })
  const signed = found.filter(
    (one) => one !== plan.supervisor && !plan.supervisees.includes(one) && held.competenceOf(one, pathway) !== null,
  )
  const inDate = await supervised(work, signed, { ways, pathway, held, plan })
  const persons = (await findPersons(work, inDate)).filter(({ leftOn }) => leftOn === null || leftOn >= day)
  return persons.map(({ name }) => name)
}

async function supervised(
  work: Work,
  people: readonly PersonId[],
  { ways, pathway, held, plan }: Looking & { held: Held; plan: BookingPlan },
): Promise<readonly PersonId[]> {
  if (pathway.ownSupervision === null || people.length === 0) return people
  const on = earliest(londonDay(plan.startsAt), work.today)
  const lastOf = await lookAtOwn(work, { ways, people, on })
  return people.filter((person) => {
    const last = lastOf(person, pathway)
    return standingOn(person, pathway, { ways, held, last, next: null, on })?.state !== 'out of date'
  })
}
