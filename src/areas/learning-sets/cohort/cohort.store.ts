// Cohorts, who takes part in them and which sets belong to them, in the database. Names, days and ids; nothing that is said.
import { type RawBuilder, sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import type { ProgrammeId } from '../programme/programme.ts'
import type { SetId } from '../set/set.ts'
import type { Cohort, CohortId, Participant, ParticipantId } from './cohort.ts'

const columns = sql`c.id, c.programme, c.name, c.from_day as "from", c.last_day as "lastDay", c.made_by as "madeBy",
  c.made_at as "madeAt", c.version`

/** The cohort of that id in this organisation, or null. */
export async function findCohort(work: Work, id: CohortId): Promise<Cohort | null> {
  const found = await sql<Cohort>`select ${columns} from learning_cohort c
    where c.organisation = ${work.organisation} and c.id = ${id}`.execute(work.db)
  return found.rows[0] ?? null
}

/** The cohort of that id; whoever else changes it waits until this work has ended. */
export async function lockCohort(work: Work, id: CohortId): Promise<Cohort | null> {
  await sql`select from learning_cohort where organisation = ${work.organisation} and id = ${id} for update`.execute(
    work.db,
  )
  return findCohort(work, id)
}

/** The cohorts of a programme, the newest first. */
export async function findCohorts(work: Work, programme: ProgrammeId): Promise<readonly Cohort[]> {
  const found = await sql<Cohort>`select ${columns} from learning_cohort c
    where c.organisation = ${work.organisation} and c.programme = ${programme}
    order by c.from_day desc, c.id`.execute(work.db)
  return found.rows
}

/** Every cohort that has not been over for long, so that somebody may have to do something for it. */
export async function findCohortsNow(work: Work): Promise<readonly Cohort[]> {
  const found = await sql<Cohort>`select ${columns} from learning_cohort c
    where c.organisation = ${work.organisation} and c.last_day > ${work.today}::date - 90
    order by c.from_day, c.id`.execute(work.db)
  return found.rows
}

/** The cohorts that somebody takes part in, or of which they are in a set, the newest first. */
export async function findCohortsOf(work: Work, person: PersonId): Promise<readonly Cohort[]> {
  const found = await sql<Cohort>`select ${columns} from learning_cohort c
    where c.organisation = ${work.organisation} and (exists (select from learning_participant p
        where p.organisation = c.organisation and p.cohort = c.id and p.person = ${person} and p.ended_at is null)
      or exists (select from learning_cohort_set s
        join learning_set_membership m on m.organisation = s.organisation and m.learning_set = s.learning_set
        where s.organisation = c.organisation and s.cohort = c.id and m.person = ${person} and m.part = 'member'
          and (m.until_day is null or m.until_day > ${work.today})))
    order by c.from_day desc, c.id`.execute(work.db)
  return found.rows
}

/** Whether somebody takes part in any cohort now; a part of a `select`. */
export const isInACohort = (work: Work, person: PersonId): RawBuilder<boolean> =>
  sql<boolean>`exists (select from learning_participant
    where organisation = ${work.organisation} and person = ${person} and ended_at is null)`

/** Adds a cohort. */
export async function insertCohort(work: Work, cohort: Cohort): Promise<void> {
  await sql`insert into learning_cohort (organisation, id, programme, name, from_day, last_day, made_by, made_at, version)
    values (${work.organisation}, ${cohort.id}, ${cohort.programme}, ${cohort.name}, ${cohort.from}, ${cohort.lastDay},
      ${cohort.madeBy}, ${cohort.madeAt}, ${cohort.version})`.execute(work.db)
}

/** Saves a cohort's name and days from its version before; false when somebody saved it meanwhile. */
export async function saveCohort(work: Work, cohort: Cohort): Promise<boolean> {
  const saved = await sql`update learning_cohort set name = ${cohort.name}, from_day = ${cohort.from},
      last_day = ${cohort.lastDay}, version = ${cohort.version}
    where organisation = ${work.organisation} and id = ${cohort.id} and version = ${cohort.version - 1}`.execute(
    work.db,
  )
  return Number(saved.numAffectedRows) === 1
}

/** Who takes part in a cohort now, in the order in which they were added. */
export async function findParticipants(work: Work, cohort: CohortId): Promise<readonly Participant[]> {
  const found = await sql<Participant>`select id, cohort, person from learning_participant
    where organisation = ${work.organisation} and cohort = ${cohort} and ended_at is null
    order by added_at, id`.execute(work.db)
  return found.rows
}

/** One who takes part now, or null. */
export async function findParticipant(work: Work, id: ParticipantId): Promise<Participant | null> {
  const found = await sql<Participant>`select id, cohort, person from learning_participant
    where organisation = ${work.organisation} and id = ${id} and ended_at is null`.execute(work.db)
  return found.rows[0] ?? null
}

/** Adds somebody who takes part. */
export async function insertParticipant(work: Work, one: Participant): Promise<void> {
  await sql`insert into learning_participant (organisation, id, cohort, person, added_by, added_at)
    values (${work.organisation}, ${one.id}, ${one.cohort}, ${one.person}, ${work.asker.person}, ${work.moment})
    on conflict do nothing`.execute(work.db)
}

/** Somebody takes part no longer; false when that was said already. */
export async function endParticipantRow(work: Work, id: ParticipantId): Promise<boolean> {
  const ended = await sql`update learning_participant set ended_by = ${work.asker.person}, ended_at = ${work.moment}
    where organisation = ${work.organisation} and id = ${id} and ended_at is null`.execute(work.db)
  return Number(ended.numAffectedRows) === 1
}

/** The ids of the sets of a cohort, in the order in which they were added. */
export async function setsOfCohort(work: Work, cohort: CohortId): Promise<readonly SetId[]> {
  const found = await sql<{ set: SetId }>`select learning_set as set from learning_cohort_set
    where organisation = ${work.organisation} and cohort = ${cohort} order by added_at, learning_set`.execute(work.db)
  return found.rows.map((row) => row.set)
}

/** The cohort that a set belongs to; null when it stands alone. */
export async function cohortOfSet(work: Work, set: SetId): Promise<Cohort | null> {
  const found = await sql<Cohort>`select ${columns} from learning_cohort_set s
    join learning_cohort c on c.organisation = s.organisation and c.id = s.cohort
    where s.organisation = ${work.organisation} and s.learning_set = ${set}`.execute(work.db)
  return found.rows[0] ?? null
}

/** Which sets of the organisation go on and stand alone, by name. */
export async function setsAlone(work: Work): Promise<readonly { readonly id: SetId; readonly name: string }[]> {
  const found = await sql<{ id: SetId; name: string }>`select s.id, s.name from learning_set s
    where s.organisation = ${work.organisation} and (s.until_day is null or s.until_day > ${work.today})
      and not exists (select from learning_cohort_set c
        where c.organisation = s.organisation and c.learning_set = s.id)
    order by lower(s.name), s.id`.execute(work.db)
  return found.rows
}

/** A set belongs to a cohort from now on. */
export async function insertCohortSet(work: Work, cohort: CohortId, set: SetId): Promise<void> {
  await sql`insert into learning_cohort_set (organisation, learning_set, cohort, added_by, added_at)
    values (${work.organisation}, ${set}, ${cohort}, ${work.asker.person}, ${work.moment})`.execute(work.db)
}

/** A set stands alone again; false when it was not in this cohort. */
export async function removeCohortSet(work: Work, cohort: CohortId, set: SetId): Promise<boolean> {
  const gone = await sql`delete from learning_cohort_set where organisation = ${work.organisation}
    and cohort = ${cohort} and learning_set = ${set}`.execute(work.db)
  return Number(gone.numAffectedRows) === 1
}
