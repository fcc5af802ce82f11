// Registrations and training levels as known now.
import { type RawBuilder, sql } from '../../../platform/database/database.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { Known } from './history.ts'
import type { Registration, Training } from './standing.ts'

const whoseOf = (people: readonly PersonId[] | null) =>
  people === null ? sql`true` : sql`person = any(${people}::uuid[])`

/** A person's registrations and accreditations as known now, by first day. */
export const registrationsOf = (work: Work, person: PersonId): Promise<readonly Registration[]> =>
  registrationsOfPeople(work, [person])

/** Registrations and accreditations of many people; `null` for everybody. */
export async function registrationsOfPeople(
  work: Work,
  people: readonly PersonId[] | null,
): Promise<readonly Registration[]> {
  const found = await sql<Registration>`select registration, person, kind, body, from_day as "from", to_day as "to"
    from registration where organisation = ${work.organisation} and superseded_at is null and ${whoseOf(people)}
    order by person, from_day`.execute(work.db)
  return found.rows
}

/** The supervisor roles that a person holds today, as they are written; a part of a `select`. */
export const supervisorRolesOf = (work: Work, person: PersonId): RawBuilder<readonly string[]> =>
  sql<readonly string[]>`array(select distinct body from registration where organisation = ${work.organisation}
    and person = ${person} and superseded_at is null and kind = 'supervisor role' and from_day <= ${work.today}
    and (to_day is null or to_day >= ${work.today}))`

/** Adds a registration or accreditation at the work's moment. */
export async function insertRegistration(work: Work, given: Registration): Promise<void> {
  await sql`insert into registration (organisation, registration, person, kind, body, from_day, to_day, recorded_at,
      recorded_by)
    values (${work.organisation}, ${given.registration}, ${given.person}, ${given.kind}, ${given.body}, ${given.from},
      ${given.to}, ${work.moment}, ${work.asker.person})`.execute(work.db)
}

/** Training levels of many people, the latest first; `null` for everybody. */
export async function trainingOfPeople(work: Work, people: readonly PersonId[] | null): Promise<readonly Training[]> {
  const found = await sql<Training>`select person, subject, level, on_day as "on", expires_on as "expires"
    from training where organisation = ${work.organisation} and superseded_at is null and ${whoseOf(people)}
    order by person, on_day desc`.execute(work.db)
  return found.rows
}

/** Adds a training level reached, at the work's moment (SPEC 1.5). */
export async function insertTraining(work: Work, given: Training): Promise<void> {
  await sql`insert into training (organisation, person, subject, level, on_day, expires_on, recorded_at, recorded_by)
    values (${work.organisation}, ${given.person}, ${given.subject}, ${given.level}, ${given.on}, ${given.expires},
      ${work.moment}, ${work.asker.person})`.execute(work.db)
}

/** Ends what a person holds with its last day; the row as it was known before stays on record. */
export async function endRegistration(work: Work, given: Registration, lastDay: Day): Promise<void> {
  await sql`update registration set superseded_at = ${work.moment} where organisation = ${work.organisation}
    and registration = ${given.registration} and superseded_at is null`.execute(work.db)
  if (given.from <= lastDay) await insertRegistration(work, { ...given, to: lastDay })
}

export type KeptTraining = Training & {
  /** The number of the row, by which it is taken back. */
  readonly number: string
}

/** A person's training with the number of each row, the latest first. */
export async function keptTrainingOf(work: Work, person: PersonId): Promise<readonly KeptTraining[]> {
  const found = await sql<KeptTraining>`select number::text as number, person, subject, level, on_day as "on",
      expires_on as "expires"
    from training where organisation = ${work.organisation} and superseded_at is null and person = ${person}
    order by on_day desc, subject`.execute(work.db)
  return found.rows
}

/** Takes back a training that was entered by mistake; the row stays on record as it was known. */
export async function supersedeTraining(work: Work, training: KeptTraining): Promise<void> {
  await sql`update training set superseded_at = ${work.moment} where organisation = ${work.organisation}
    and person = ${training.person} and number = ${training.number}::bigint and superseded_at is null`.execute(work.db)
}

/** Takes back a registration or accreditation that was entered by mistake; the row stays on record as it was known. */
export async function supersedeRegistration(work: Work, given: Registration): Promise<void> {
  await sql`update registration set superseded_at = ${work.moment} where organisation = ${work.organisation}
    and registration = ${given.registration} and superseded_at is null`.execute(work.db)
}

/** When what a person holds was given its last day, for those that had none before. */
export type Ending = { readonly registration: Id<'registration'>; readonly endedAt: Moment }

/** The endings of what a person holds, as known now. */
export async function endingsOf(work: Work, person: PersonId): Promise<readonly Ending[]> {
  const found = await sql<Ending>`select now.registration, now.recorded_at as "endedAt" from registration now
    join registration before on before.organisation = now.organisation and before.registration = now.registration
      and before.superseded_at = now.recorded_at and before.to_day is null
    where now.organisation = ${work.organisation} and now.person = ${person} and now.superseded_at is null
      and now.to_day is not null`.execute(work.db)
  return found.rows
}

/** Takes the last day of something away again: it is held until further notice, without a gap. */
export async function reopenRegistration(work: Work, given: Registration): Promise<void> {
  await supersedeRegistration(work, given)
  await insertRegistration(work, { ...given, to: null })
}

/** Every row of a person's registrations and accreditations, those that were superseded too, in the order of their making. */
export async function registrationRowsOf(work: Work, person: PersonId): Promise<readonly Known[]> {
  const found = await sql<Known>`select registration, kind, body, from_day as "from", to_day as "to", recorded_at as at,
      recorded_by as by, superseded_at as until
    from registration where organisation = ${work.organisation} and person = ${person}
      and kind in ('registration', 'accreditation') order by number`.execute(work.db)
  return found.rows
}
