// Sessions that were put off for want of preparation, in the database. Facts only; what somebody says of it is sealed.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { SessionId } from '../session/session.ts'
import type { Postponement } from './postponement.ts'

/** Keeps a postponement; a person has one that stands for a session at most. */
export async function addPostponement(work: Work, one: Postponement): Promise<void> {
  await sql`insert into session_postponement (organisation, id, session, person, whole, type_key, day, postponed_by,
      postponed_at, rebooker, deadline, high_priority, told)
    values (${work.organisation}, ${one.id}, ${one.session}, ${one.person}, ${one.whole}, ${one.type}, ${one.day},
      ${one.by}, ${one.at}, ${one.rebooker}, ${one.deadline}, ${one.highPriority}, ${one.told})`.execute(work.db)
}

/** Takes those of a session back: one person's, or what made the whole session go; they stay on record. */
export async function undoPostponements(
  work: Work,
  session: SessionId,
  what: { person: PersonId | null },
): Promise<void> {
  await sql`update session_postponement set undone_at = ${work.moment}
    where organisation = ${work.organisation} and session = ${session} and undone_at is null
      and (${what.person}::uuid is null and whole or person = ${what.person})`.execute(work.db)
}

/** Notes that the person has commented. */
export async function noteComment(work: Work, one: Postponement): Promise<void> {
  await sql`update session_postponement set commented_at = ${work.moment}
    where organisation = ${work.organisation} and id = ${one.id}`.execute(work.db)
}

/** A postponement with the day of the session that makes it good, once one of that kind is booked for the person. */
export type StandingPostponement = Postponement & { readonly rebooked: Day | null }

const columns = sql`p.id, p.session, p.person, p.whole, p.type_key as type, p.day, p.postponed_by as by,
  p.postponed_at as at, p.rebooker, p.deadline, p.high_priority as "highPriority", p.told, p.commented_at as "commentedAt",
  (select min((s.starts_at at time zone 'Europe/London')::date) from supervision_session s
    join session_supervisee m on m.organisation = s.organisation and m.session = s.id and m.person = p.person
    where s.organisation = p.organisation and s.type_key = p.type_key and s.state in ('booked', 'held')
      and s.id <> p.session and s.booked_at >= p.postponed_at
      and (s.starts_at at time zone 'Europe/London')::date > p.day) as rebooked`

/** What stands of a session. */
export async function findPostponements(work: Work, session: SessionId): Promise<readonly StandingPostponement[]> {
  const found = await sql<StandingPostponement>`select ${columns} from session_postponement p
    where p.organisation = ${work.organisation} and p.session = ${session} and p.undone_at is null
    order by p.postponed_at, p.person`.execute(work.db)
  return found.rows
}

/** One person's cases that somebody must find a new date for, whole sessions left out: those are cancellations. */
export async function findOwedBy(work: Work, rebooker: PersonId): Promise<readonly StandingPostponement[]> {
  const found = await sql<StandingPostponement>`select ${columns} from session_postponement p
    where p.organisation = ${work.organisation} and p.rebooker = ${rebooker} and not p.whole and p.undone_at is null
    order by p.deadline nulls last, p.day`.execute(work.db)
  return found.rows.filter((one) => one.rebooked === null)
}

/** What a line manager was told of since a moment: that a session was put off, and nothing else. SPEC 5.4. */
export async function toldOfPostponing(
  work: Work,
  manager: PersonId,
  since: Moment,
): Promise<readonly StandingPostponement[]> {
  const found = await sql<StandingPostponement>`select ${columns} from session_postponement p
    where p.organisation = ${work.organisation} and p.told = ${manager} and p.undone_at is null
      and p.postponed_at >= ${since} order by p.postponed_at desc`.execute(work.db)
  return found.rows
}

/** A person's own that were put off since a moment, whole sessions left out. */
export async function findOwnSince(
  work: Work,
  person: PersonId,
  since: Moment,
): Promise<readonly StandingPostponement[]> {
  const found = await sql<StandingPostponement>`select ${columns} from session_postponement p
    where p.organisation = ${work.organisation} and p.person = ${person} and not p.whole and p.undone_at is null
      and p.postponed_at >= ${since} order by p.postponed_at desc`.execute(work.db)
  return found.rows.filter((one) => one.rebooked === null)
}
