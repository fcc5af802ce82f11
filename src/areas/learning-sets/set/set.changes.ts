// Making, renaming and ending a set. Each deed leaves its line on the trail; nothing that was said is touched here.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { type Day, latest } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { findPersons } from '../../people/index.ts'
import { policyOn } from '../../policy/index.ts'
import { thing, writeTrail } from '../../records/index.ts'
import { endRules } from '../agreeing/set-rules.changes.ts'
import { facilitatorsOf } from './facilitators.changes.ts'
import { setTermsOf } from './set-terms.view.ts'
import { looksAfterSets, type SetSubject } from './set.access.ts'
import { decideEnd, decideSet, isGoingOn, type LearningSet, type Membership, type SetId, type SetPart } from './set.ts'
import { endMembershipRow, findSet, insertMembership, insertSet, lockSet, saveSet } from './set.store.ts'

/** A set as a page's subject; null when there is none of that id here. */
export async function subjectSet(work: Work, { set: id }: { set: SetId }): Promise<SetSubject | null> {
  const set = await findSet(work, id)
  return set && { set, today: work.today }
}

/** What the trail says a line is about. */
export const theSet = (id: SetId) => thing('set', id)

/** Makes a set with its facilitator and perhaps a deputy. A facilitator makes it for themselves, others for somebody named. */
export async function makeSet(
  work: Work,
  what: { name: string; type: string; from: Day; facilitator: PersonId; deputy: PersonId | null },
): Promise<Decision<SetId>> {
  if (!looksAfterSets(work.asker) && what.facilitator !== work.asker.person)
    return no('You can make a set that you facilitate yourself', 'facilitator')
  if (!setTermsOf(await policyOn(work), what.type)) return no('Choose a kind of set of the policy', 'type')
  const named = [what.facilitator, ...(what.deputy ? [what.deputy] : [])]
  const missing = await whoIsMissing(work, named)
  if (missing) return no('Choose somebody who works here', missing === what.deputy ? 'deputy' : 'facilitator')
  const facilitators = await facilitatorsOf(work, what.type)
  const decision = decideSet({ ...what, today: work.today, facilitators })
  if (!decision.ok) return decision
  const set: LearningSet = {
    id: work.newId<'set'>(),
    name: what.name,
    type: what.type,
    from: what.from,
    until: null,
    madeBy: work.asker.person,
    madeAt: work.moment,
    version: 1,
    memberships: [],
  }
  await insertSet(work, set)
  await insertMembership(work, set.id, stretch(work, { person: what.facilitator, as: 'facilitator', from: set.from }))
  if (what.deputy)
    await insertMembership(work, set.id, stretch(work, { person: what.deputy, as: 'deputy', from: set.from }))
  writeTrail(work, { deed: 'set made', about: theSet(set.id), detail: { facilitator: what.facilitator } })
  return yes(set.id)
}

/** A stretch that has no end yet. */
export const stretch = (work: Work, what: { person: PersonId; as: SetPart; from: Day }): Membership => ({
  id: work.newId<'membership'>(),
  ...what,
  until: null,
})

/** The first of these people who does not work here any more, or never did. */
export async function whoIsMissing(work: Work, people: readonly PersonId[]): Promise<PersonId | null> {
  const found = await findPersons(work, people)
  const here = new Set(found.filter((one) => one.leftOn === null || one.leftOn >= work.today).map((one) => one.id))
  return people.find((one) => !here.has(one)) ?? null
}

/** Gives a set another name; refused when somebody else did meanwhile. */
export async function renameSet(work: Work, id: SetId, what: { name: string; version: number }): Promise<Decision> {
  const set = await lockSet(work, id)
  if (!set) return no('There is no such set')
  if (!isGoingOn(set, work.today)) return no('This set has ended')
  if (set.version !== what.version || !(await saveSet(work, { ...set, name: what.name, version: set.version + 1 })))
    return no('Somebody changed this set meanwhile. Look at it again, then change it')
  writeTrail(work, { deed: 'set renamed', about: theSet(id) })
  return yes()
}

/** Ends a set from today, and everybody's part in it. */
export async function endSet(work: Work, id: SetId): Promise<Decision> {
  const set = await lockSet(work, id)
  if (!set) return no('There is no such set')
  const decision = decideEnd(set, work.today)
  if (!decision.ok) return decision
  const ended = decision.value
  if (!(await saveSet(work, ended))) return no('Somebody changed this set meanwhile. Look at it again')
  for (const [at, membership] of ended.memberships.entries()) {
    if (membership.until !== set.memberships[at]?.until) await endMembershipRow(work, membership)
  }
  await endRules(work, id)
  writeTrail(work, { deed: 'set ended', about: theSet(id), detail: { from: latest(work.today, set.from) } })
  return yes()
}
