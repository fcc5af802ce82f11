// Recording an absence, giving it its last day, and taking back one that was recorded by mistake.
import { no, yes, type Decision } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { writeTrail } from '../../records/index.ts'
import { type Absence, type AbsenceId, type AbsenceKind, mayStandBeside } from './absence.ts'
import { absencesOf, insertAbsence, supersedeAbsence } from './absence.store.ts'

/** Records an absence; `to` null while its last day is not known. Refused when the kind overlaps one on record. SPEC 1.1. */
export async function recordAbsence(
  work: Work,
  given: { person: PersonId; kind: AbsenceKind; from: Day; to: Day | null; approvedBy: PersonId | null },
): Promise<Decision<AbsenceId>> {
  const absence: Absence = { ...given, absence: work.newId<'absence'>() }
  const allowed = mayStandBeside(await absencesOf(work, given.person), absence)
  if (!allowed.ok) return allowed
  await insertAbsence(work, absence)
  await tellOf(work, 'absence recorded', given.person)
  return yes(absence.absence)
}

/** The absence's last day becomes known, or another one. */
export async function endAbsence(
  work: Work,
  about: { person: PersonId; absence: AbsenceId },
  lastDay: Day,
): Promise<Decision> {
  const all = await absencesOf(work, about.person)
  const found = all.find(({ absence }) => absence === about.absence)
  if (!found) return no('This absence is not there any more.')
  const ended = { ...found, to: lastDay }
  const allowed = mayStandBeside(all, ended)
  if (!allowed.ok) return allowed.field === 'to' ? { ...allowed, field: 'lastDay' } : allowed
  await supersedeAbsence(work, about.absence)
  await insertAbsence(work, ended)
  await tellOf(work, 'absence ended', about.person)
  return yes()
}

/** Takes back an absence that was recorded by mistake; what was known before can still be had. */
export async function takeBackAbsence(work: Work, about: { person: PersonId; absence: AbsenceId }): Promise<Decision> {
  const all = await absencesOf(work, about.person)
  if (!all.some(({ absence }) => absence === about.absence)) return no('This absence is not there any more.')
  await supersedeAbsence(work, about.absence)
  await tellOf(work, 'absence taken back', about.person)
  return yes()
}

async function tellOf(work: Work, deed: string, person: PersonId): Promise<void> {
  writeTrail(work, { deed, about: { kind: 'person', id: person } })
  await work.tell({ name: 'facts changed', people: [person] })
}
