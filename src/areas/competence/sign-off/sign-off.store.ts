// Sign-offs in the database. One is ended, never removed.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import type { SignOff, SignOffId } from './sign-off.ts'

const columns = sql`id, person, pathway, registration, from_day as "from", to_day as "to", way, reason, signed_by as by,
  signed_at as at, ended_by as "endedBy", ended_at as "endedAt", end_reason as "endReason"`

/** The sign-offs of some people, of everybody without, the latest first. */
export async function findSignOffs(work: Work, people: readonly PersonId[] | null): Promise<readonly SignOff[]> {
  const whose = people === null ? sql`true` : sql`person = any(${[...people]}::uuid[])`
  const found = await sql<SignOff>`select ${columns} from competence_sign_off
    where organisation = ${work.organisation} and ${whose} order by from_day desc, signed_at desc, id`.execute(work.db)
  return found.rows
}

/** Sign-offs without the steps, ahead of the sign-off or from the starting list, the newest first, at most so many. */
export async function findWithoutSteps(work: Work, most: number): Promise<readonly SignOff[]> {
  const found = await sql<SignOff>`select ${columns} from competence_sign_off
    where organisation = ${work.organisation} and way in ('for now', 'starting list')
    order by signed_at desc, id limit ${most}`.execute(work.db)
  return found.rows
}

/** The sign-off of that id in this organisation, or null. */
export async function findSignOff(work: Work, id: SignOffId): Promise<SignOff | null> {
  const found = await sql<SignOff>`select ${columns} from competence_sign_off
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
  return found.rows[0] ?? null
}

/** Adds a sign-off by the asker, now. */
export async function insertSignOff(
  work: Work,
  given: Pick<SignOff, 'id' | 'person' | 'pathway' | 'registration' | 'from' | 'to' | 'way' | 'reason'>,
): Promise<void> {
  await sql`insert into competence_sign_off (organisation, id, person, pathway, registration, from_day, to_day, way,
      reason, signed_by, signed_at)
    values (${work.organisation}, ${given.id}, ${given.person}, ${given.pathway}, ${given.registration}, ${given.from},
      ${given.to}, ${given.way}, ${given.reason}, ${work.asker.person}, ${work.moment})`.execute(work.db)
}

/** Ends a sign-off with its last day; false when it was ended meanwhile. */
export async function saveEnding(work: Work, id: SignOffId, end: { lastDay: Day; reason: string }): Promise<boolean> {
  const saved = await sql`update competence_sign_off set to_day = greatest(from_day, ${end.lastDay}::date),
      ended_by = ${work.asker.person}, ended_at = ${work.moment}, end_reason = ${end.reason}
    where organisation = ${work.organisation} and id = ${id} and ended_at is null`.execute(work.db)
  return Number(saved.numAffectedRows) === 1
}

/** One sign-off at a time for a person, so that two at one moment see each other. */
export async function lockSignOffs(work: Work, person: PersonId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sign-offs ${work.organisation} ${person}`}, 0))`.execute(
    work.db,
  )
}
