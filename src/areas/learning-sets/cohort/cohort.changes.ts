// Deeds of a cohort: making it, changing its days, who takes part, which sets belong to it, placing people in them.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { type Day, latest } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { thing, writeTrail } from '../../records/index.ts'
import { joinSet } from '../membership/membership.changes.ts'
import { keepsProgrammes } from '../programme/programme.access.ts'
import type { ProgrammeId } from '../programme/programme.ts'
import { findProgramme } from '../programme/programme.store.ts'
import { whoIsMissing } from '../set/set.changes.ts'
import type { LearningSet, SetId } from '../set/set.ts'
import { findSet } from '../set/set.store.ts'
import type { CohortSubject } from './cohort.access.ts'
import {
  type Cohort,
  type CohortId,
  decideAddSet,
  decideCohort,
  type Participant,
  type ParticipantId,
} from './cohort.ts'
import {
  cohortOfSet,
  endParticipantRow,
  findCohort,
  findParticipant,
  findParticipants,
  insertCohort,
  insertCohortSet,
  insertParticipant,
  lockCohort,
  removeCohortSet,
  saveCohort,
  setsOfCohort,
} from './cohort.store.ts'

/** A cohort with its programme as a page's subject; null when there is none of that id here. */
export async function subjectCohort(work: Work, { cohort: id }: { cohort: CohortId }): Promise<CohortSubject | null> {
  const cohort = await findCohort(work, id)
  const programme = cohort && (await findProgramme(work, cohort.programme))
  return cohort && programme && { cohort, programme }
}

const about = (id: CohortId) => thing('cohort', id)
const notThere = 'There is no such cohort'
const changedWords = 'Somebody changed this cohort meanwhile. Look at it again, then change it'

/** The sets of a cohort with everybody in them. */
export async function openSetsOf(work: Work, cohort: CohortId): Promise<readonly LearningSet[]> {
  const sets: LearningSet[] = []
  for (const id of await setsOfCohort(work, cohort)) {
    const set = await findSet(work, id)
    if (set) sets.push(set)
  }
  return sets
}

/** Makes a cohort of a programme. SPEC 7.1. */
export async function makeCohort(
  work: Work,
  id: ProgrammeId,
  what: { name: string; from: Day; lastDay: Day },
): Promise<Decision<CohortId>> {
  const programme = keepsProgrammes(work.asker) ? await findProgramme(work, id) : null
  if (!programme) return no('There is no such programme')
  const decision = decideCohort({ ...what, programme }, work.today)
  if (!decision.ok) return decision
  const made = { madeBy: work.asker.person, madeAt: work.moment, version: 1 }
  const cohort: Cohort = { id: work.newId<'cohort'>(), programme: id, ...what, ...made }
  await insertCohort(work, cohort)
  writeTrail(work, { deed: 'cohort made', about: about(cohort.id) })
  return yes(cohort.id)
}

/** Gives a cohort another name or other days; refused when somebody did meanwhile. */
export async function changeCohort(
  work: Work,
  id: CohortId,
  what: { name: string; from: Day; lastDay: Day; version: number },
): Promise<Decision> {
  const cohort = keepsProgrammes(work.asker) ? await lockCohort(work, id) : null
  const programme = cohort && (await findProgramme(work, cohort.programme))
  if (!cohort || !programme) return no(notThere)
  const decision = decideCohort({ ...what, programme }, work.today)
  if (!decision.ok) return decision
  const { name, from, lastDay } = what
  if (cohort.version !== what.version) return no(changedWords)
  if (!(await saveCohort(work, { ...cohort, name, from, lastDay, version: cohort.version + 1 })))
    return no(changedWords)
  writeTrail(work, { deed: 'cohort changed', about: about(id) })
  return yes()
}

/** People take part in a cohort, all of them or none; who does already stays as they are. */
export async function addParticipants(
  work: Work,
  id: CohortId,
  what: { people: readonly PersonId[] },
): Promise<Decision> {
  const cohort = keepsProgrammes(work.asker) ? await lockCohort(work, id) : null
  if (!cohort) return no(notThere)
  if (cohort.lastDay < work.today) return no('This cohort is over')
  if (await whoIsMissing(work, what.people)) return no('Choose people who work here', 'people')
  const there = new Set((await findParticipants(work, id)).map((one) => one.person))
  for (const person of new Set(what.people)) {
    if (there.has(person)) continue
    await insertParticipant(work, { id: work.newId<'participant'>(), cohort: id, person })
    writeTrail(work, { deed: 'joined a cohort', about: about(id), detail: { person } })
  }
  return yes()
}

/** Somebody takes part no longer. A set that they are in they leave by its own page. */
export async function endParticipant(work: Work, id: ParticipantId): Promise<Decision<Participant>> {
  const one = keepsProgrammes(work.asker) ? await findParticipant(work, id) : null
  if (!one || !(await endParticipantRow(work, id))) return no('They do not take part any more')
  writeTrail(work, { deed: 'left a cohort', about: about(one.cohort), detail: { person: one.person } })
  return yes(one)
}

/** A set belongs to a cohort from now on. */
export async function addSetToCohort(work: Work, id: CohortId, what: { set: SetId }): Promise<Decision> {
  const cohort = keepsProgrammes(work.asker) ? await lockCohort(work, id) : null
  const set = cohort && (await findSet(work, what.set))
  if (!cohort || !set) return no(cohort ? 'Choose one of the sets' : notThere, cohort ? 'set' : undefined)
  const of = (await cohortOfSet(work, what.set))?.id ?? null
  const decision = decideAddSet(set, { cohort, of, today: work.today })
  if (!decision.ok) return decision
  await insertCohortSet(work, id, set.id)
  writeTrail(work, { deed: 'set added to a cohort', about: about(id), detail: { set: set.id } })
  return yes()
}

/** A set stands alone again; its people and dates stay as they are. */
export async function takeSetOut(work: Work, id: CohortId, what: { set: SetId }): Promise<Decision> {
  if (!keepsProgrammes(work.asker) || !(await removeCohortSet(work, id, what.set)))
    return no('This set does not belong to the cohort')
  writeTrail(work, { deed: 'set taken out of a cohort', about: about(id), detail: { set: what.set } })
  return yes()
}

/** People of a cohort become members of one of its sets, from today or from the day on which the set begins. */
export async function placeInSet(
  work: Work,
  id: CohortId,
  what: { people: readonly PersonId[]; set: SetId },
): Promise<Decision> {
  const cohort = keepsProgrammes(work.asker) ? await lockCohort(work, id) : null
  if (!cohort) return no(notThere)
  const takePart = new Set((await findParticipants(work, id)).map((one) => one.person))
  if (what.people.some((person) => !takePart.has(person))) return no('Choose people who take part', 'people')
  const set = (await setsOfCohort(work, id)).includes(what.set) ? await findSet(work, what.set) : null
  if (!set) return no('Choose one of the cohort’s sets', 'set')
  return joinSet(work, set.id, { people: what.people, as: 'member', from: latest(work.today, set.from) })
}
