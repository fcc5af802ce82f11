// Signing somebody off, and ending it, each with its line on the trail; figures follow, because rules may ask for a competence.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { addDays, type Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import {
  endRegistration,
  findPerson,
  insertRegistration,
  type Registration,
  registrationsOf,
} from '../../people/index.ts'
import { thing, writeTrail } from '../../records/index.ts'
import { progressOf } from '../logbook/entry.ts'
import { findEntries } from '../logbook/entry.store.ts'
import { heldBy, type Ways, waysOn } from '../pathway/held.changes.ts'
import { daysOfSignOff, decideSignOff, isFor, type Pathway, signsOff } from '../pathway/pathway.ts'
import { isLead } from '../supervisors/supervisors.access.ts'
import { decideEnding, decideException, type SignOff, type SignOffId } from './sign-off.ts'
import { findSignOff, findSignOffs, insertSignOff, lockSignOffs, saveEnding } from './sign-off.store.ts'

/** Finds somebody competent on a way, after the steps or again before it ends: by a named role, never oneself. SPEC 9.1 */
export async function signOff(
  work: Work,
  person: PersonId,
  { pathway: key }: { pathway: string },
): Promise<Decision<SignOffId>> {
  const ways = await waysOn(work, work.today)
  const pathway = ways.pathways.find((one) => one.key === key)
  if (!pathway) return no('The policy has no such way')
  if (!(await findPerson(work, person))) return no('There is nobody of that name here')
  await lockSignOffs(work, person)
  const held = await heldBy(work, { policy: ways.policy, people: [person, work.asker.person], day: work.today })
  if (!isFor(held.rolesOf(person), pathway)) return no('This person does not hold a role of this way')
  const current = await heldFirmly(work, person, held.competenceOf(person, pathway))
  const progress = progressOf(pathway, await findEntries(work, [person]))
  const signs = signsOff(held.rolesOf(work.asker.person), pathway, ways.seniorityOf)
  const decision = decideSignOff(person, { person: work.asker.person, signs }, { progress, current, today: work.today })
  if (!decision.ok) return decision
  const days = daysOfSignOff(pathway, current, work.today)
  const way = current ? 'renewed' : 'pathway'
  return yes(await giveCompetence(work, person, { pathway, ...days, way, reason: null }))
}

/** What is held, unless it is an exception: that one is not renewed but replaced, once the steps are done. */
async function heldFirmly(work: Work, person: PersonId, held: Registration | null): Promise<Registration | null> {
  if (held === null) return null
  const given = (await findSignOffs(work, [person])).find((one) => one.registration === held.registration)
  return given?.way === 'for now' ? null : held
}

/** Lets somebody supervise for now, before the steps are done, up to a day and with a reason that is reported. SPEC 5.2 */
export async function makeException(
  work: Work,
  person: PersonId,
  { pathway: key, until, reason }: { pathway: string; until: Day; reason: string },
): Promise<Decision<SignOffId>> {
  const ways = await waysOn(work, work.today)
  const pathway = ways.pathways.find((one) => one.key === key)
  if (!pathway) return no('The policy has no such way')
  await lockSignOffs(work, person)
  const held = await heldBy(work, { policy: ways.policy, people: [person], day: work.today })
  if (!isFor(held.rolesOf(person), pathway)) return no('This person does not hold a role of this way')
  const by = { person: work.asker.person, leads: isLead(work.asker) }
  const signed = held.competenceOf(person, pathway) !== null
  const decision = decideException(person, by, { until, today: work.today, signed })
  if (!decision.ok) return decision
  return yes(await giveCompetence(work, person, { pathway, from: work.today, to: until, way: 'for now', reason }))
}

type Given = {
  readonly pathway: Pathway
  readonly from: Day
  readonly to: Day | null
  readonly way: SignOff['way']
  readonly reason: string | null
}

/** Puts a sign-off on record, with the competence that it gives. */
export async function giveCompetence(work: Work, person: PersonId, given: Given): Promise<SignOffId> {
  const { pathway, from, to, way, reason } = given
  const registration = work.newId<'registration'>()
  await insertRegistration(work, { registration, person, kind: 'competence', body: pathway.competence, from, to })
  const id = work.newId<'signOff'>()
  await insertSignOff(work, { id, person, pathway: pathway.key, registration, from, to, way, reason })
  writeTrail(work, {
    deed: 'signed off to supervise',
    about: thing('person', person),
    detail: { pathway: pathway.key, way },
  })
  await work.tell({ name: 'facts changed', people: [person] })
  return id
}

/** Ends a sign-off: whoever it was for supervises no longer from today, and the reason stays on record. */
export async function endSignOff(work: Work, id: SignOffId, { reason }: { reason: string }): Promise<Decision> {
  const found = await findSignOff(work, id)
  if (!found) return no('There is no such sign-off')
  const ways = await waysOn(work, work.today)
  const signs = await mayEndFor(work, ways, found)
  const decision = decideEnding(found, { person: work.asker.person, signs }, work.today)
  if (!decision.ok) return decision
  const lastDay = addDays(work.today, -1)
  if (!(await saveEnding(work, id, { lastDay, reason }))) return no('This has ended already')
  const registration = (await registrationsOf(work, found.person)).find(
    (one) => one.registration === found.registration,
  )
  if (registration) await endRegistration(work, registration, lastDay)
  const detail = { pathway: found.pathway }
  writeTrail(work, { deed: 'sign-off ended', about: thing('person', found.person), detail })
  await work.tell({ name: 'facts changed', people: [found.person] })
  return yes()
}

/** Whether the asker signs off on its way; on one that the policy no longer has, on any. */
async function mayEndFor(work: Work, ways: Ways, found: SignOff): Promise<boolean> {
  const held = await heldBy(work, { policy: ways.policy, people: [work.asker.person], day: work.today })
  const own = ways.pathways.filter((one) => one.key === found.pathway)
  const roles = held.rolesOf(work.asker.person)
  return (own.length > 0 ? own : ways.pathways).some((one) => signsOff(roles, one, ways.seniorityOf))
}
