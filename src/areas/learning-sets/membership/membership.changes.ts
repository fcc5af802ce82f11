// Joining and leaving a set, and handing the part of the facilitator over. Each deed leaves its line on the trail.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { type Day, latest } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import { policyOn } from '../../policy/index.ts'
import { writeTrail } from '../../records/index.ts'
import { letIntoOpenMeeting } from './newcomers.changes.ts'
import { keepInStep } from '../agreeing/set-rules.changes.ts'
import { facilitatorsOf } from '../set/facilitators.changes.ts'
import { setTermsOf } from '../set/set-terms.view.ts'
import { keepersOfSet, mayEndMembership } from '../set/set.access.ts'
import { stretch, theSet, whoIsMissing } from '../set/set.changes.ts'
import {
  decideHandingOver,
  decideJoin,
  decideLeave,
  type LearningSet,
  type MembershipId,
  type SetId,
} from '../set/set.ts'
import { endMembershipRow, findSet, insertMembership, lockSet, saveSet } from '../set/set.store.ts'

/** People join a set from a day, all of them or none (SPEC 4.5, 7.1). */
export async function joinSet(
  work: Work,
  id: SetId,
  what: { people: readonly PersonId[]; as: 'member' | 'deputy'; from: Day },
): Promise<Decision> {
  let set = await lockSet(work, id)
  if (!set || !keepersOfSet.may(work.asker, { set, today: work.today })) return no('There is no such set')
  const missing = await whoIsMissing(work, what.people)
  if (missing) return no('Choose people who work here', 'people')
  const size = setTermsOf(await policyOn(work), set.type) ?? { smallest: null, largest: null }
  for (const person of new Set(what.people)) {
    const decision = decideJoin(set, { ...what, person, by: work.asker.person, today: work.today, size })
    if (!decision.ok) return what.people.length === 1 ? decision : named(work, person, decision)
    const membership = stretch(work, { person, as: what.as, from: what.from })
    await insertMembership(work, id, membership)
    set = { ...set, memberships: [...set.memberships, membership] }
    writeTrail(work, { deed: 'joined a set', about: theSet(id), detail: { person, as: what.as, from: what.from } })
  }
  const done = await changed(work, set)
  if (done.ok && what.from <= work.today) await letIntoOpenMeeting(work, id, what)
  return done
}

/** Which of several it is that cannot join. */
async function named(work: Work, person: PersonId, refusal: { reason: string; field?: string }): Promise<Decision> {
  const name = (await namesOf(work, [person])).get(person) ?? 'Somebody'
  return no(`${name}: ${refusal.reason}`, refusal.field)
}

/** Somebody is no longer in a set from a day on: said by themselves or by whoever keeps the set. */
export async function leaveSet(
  work: Work,
  id: SetId,
  what: { membership: MembershipId; until: Day },
): Promise<Decision> {
  const set = await lockSet(work, id)
  const membership = set?.memberships.find((one) => one.id === what.membership)
  if (!set || !membership || !mayEndMembership(work.asker, { set, today: work.today }, membership.person))
    return no('There is no such set')
  const decision = decideLeave(set, membership, { until: what.until, today: work.today })
  if (!decision.ok) return decision
  await endMembershipRow(work, decision.value)
  const detail = { person: membership.person, until: decision.value.until ?? '' }
  writeTrail(work, { deed: 'left a set', about: theSet(id), detail })
  return changed(work, set)
}

/** Somebody else facilitates the set from today on. */
export async function handOver(work: Work, id: SetId, what: { to: PersonId }): Promise<Decision> {
  const set = await lockSet(work, id)
  if (!set || !keepersOfSet.may(work.asker, { set, today: work.today })) return no('There is no such set')
  if (await whoIsMissing(work, [what.to])) return no('Choose somebody who works here', 'to')
  const facilitators = await facilitatorsOf(work, set.type)
  const decision = decideHandingOver(set, { ...what, by: work.asker.person, today: work.today, facilitators })
  if (!decision.ok) return decision
  for (const one of decision.value.ended) await endMembershipRow(work, one)
  const from = latest(work.today, set.from)
  await insertMembership(work, id, stretch(work, { person: what.to, as: 'facilitator', from }))
  writeTrail(work, { deed: 'set handed over', about: theSet(id), detail: { to: what.to } })
  return changed(work, set)
}

async function changed(work: Work, set: LearningSet): Promise<Decision> {
  if (!(await saveSet(work, { ...set, version: set.version + 1 })))
    return no('Somebody changed this set meanwhile. Look at it again')
  const now = await findSet(work, set.id)
  if (now) await keepInStep(work, now)
  return yes()
}
