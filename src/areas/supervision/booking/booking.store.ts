// Bookings that were let through against a check, in the database: who set what aside, and why.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { SessionId } from '../session/session.ts'
import type { CheckName, Objection } from './booking.ts'

export type StoredOverride = {
  readonly session: SessionId
  readonly check: CheckName
  readonly objection: string
  readonly reason: string
  readonly by: PersonId
  readonly at: Moment
  readonly type: string
  readonly startsAt: Moment
  readonly supervisor: PersonId
}

/** Keeps what was set aside when a session was booked, one row for each objection. */
export async function addOverrides(
  work: Work,
  session: SessionId,
  what: { objections: readonly Objection[]; reason: string },
): Promise<void> {
  for (const objection of what.objections) {
    await sql`insert into booking_override (organisation, id, session, check_name, objection, reason, overridden_by, overridden_at)
      values (${work.organisation}, ${work.newId()}, ${session}, ${objection.check}, ${objection.reason}, ${what.reason},
        ${work.asker.person}, ${work.moment})`.execute(work.db)
  }
}

/** What was set aside lately, newest first, at most so many: for those who look after supervision (SPEC 5.2). */
export async function findOverrides(work: Work, most: number): Promise<readonly StoredOverride[]> {
  const found = await sql<StoredOverride>`select o.session, o.check_name as check, o.objection, o.reason,
      o.overridden_by as by, o.overridden_at as at, s.type_key as type, s.starts_at as "startsAt", s.supervisor
    from booking_override o join supervision_session s on s.organisation = o.organisation and s.id = o.session
    where o.organisation = ${work.organisation} order by o.overridden_at desc, o.id limit ${most}`.execute(work.db)
  return found.rows
}

/** The checks that were set aside when a session was proposed. */
export async function findSetAside(work: Work, session: SessionId): Promise<ReadonlySet<CheckName>> {
  const found = await sql<{ check: CheckName }>`select check_name as check from booking_override
    where organisation = ${work.organisation} and session = ${session}`.execute(work.db)
  return new Set(found.rows.map((row) => row.check))
}
