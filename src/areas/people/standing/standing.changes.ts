// Entering and ending registrations and training by hand, each with its line on the trail; figures follow, because rules
// may ask for a registration (SPEC 1.5, 2.3).
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { thing, writeTrail } from '../../records/index.ts'
import { enteredKinds, mayEnd, mayHaveDone, mayHold, type Registration, type Training } from './standing.ts'
import {
  endRegistration,
  insertRegistration,
  insertTraining,
  keptTrainingOf,
  registrationsOf,
  supersedeRegistration,
  supersedeTraining,
} from './standing.store.ts'

/** Adds a registration or accreditation; refused when it is on record for that time already. */
export async function addRegistration(
  work: Work,
  person: PersonId,
  given: Pick<Registration, 'kind' | 'body' | 'from' | 'to'>,
): Promise<Decision> {
  const allowed = mayHold(await registrationsOf(work, person), given)
  if (!allowed.ok) return allowed
  await insertRegistration(work, { ...given, person, registration: work.newId<'registration'>() })
  return told(work, 'registration added', person)
}

/** Gives a registration or accreditation its last day. */
export async function endHeld(
  work: Work,
  person: PersonId,
  ended: { registration: Id<'registration'>; lastDay: Day },
): Promise<Decision> {
  const held = await enteredOf(work, person, ended.registration)
  if (!held) return no('This is not there any more.')
  const allowed = mayEnd(held, ended.lastDay)
  if (!allowed.ok) return allowed
  await endRegistration(work, held, ended.lastDay)
  return told(work, 'registration ended', person)
}

/** Takes back a registration or accreditation that was entered by mistake. */
export async function takeBackRegistration(
  work: Work,
  person: PersonId,
  about: { registration: Id<'registration'> },
): Promise<Decision> {
  const held = await enteredOf(work, person, about.registration)
  if (!held) return no('This is not there any more.')
  await supersedeRegistration(work, held)
  return told(work, 'registration taken back', person)
}

/** Adds a training level that was reached. */
export async function addTraining(work: Work, person: PersonId, given: Omit<Training, 'person'>): Promise<Decision> {
  const allowed = mayHaveDone(await keptTrainingOf(work, person), given)
  if (!allowed.ok) return allowed
  await insertTraining(work, { ...given, person })
  return told(work, 'training added', person)
}

/** Takes back a training that was entered by mistake. */
export async function takeBackTraining(work: Work, person: PersonId, about: { number: string }): Promise<Decision> {
  const kept = (await keptTrainingOf(work, person)).find((one) => one.number === about.number)
  if (!kept) return no('This is not there any more.')
  await supersedeTraining(work, kept)
  return told(work, 'training taken back', person)
}

/** One that is entered by hand: supervisor roles and competences are not ended here. */
export async function enteredOf(
  work: Work,
  person: PersonId,
  registration: Id<'registration'>,
): Promise<Registration | null> {
  const held = await registrationsOf(work, person)
  const kinds: readonly string[] = enteredKinds
  return held.find((one) => one.registration === registration && kinds.includes(one.kind)) ?? null
}

async function told(work: Work, deed: string, person: PersonId): Promise<Decision> {
  writeTrail(work, { deed, about: thing('person', person) })
  await work.tell({ name: 'facts changed', people: [person] })
  return yes()
}
