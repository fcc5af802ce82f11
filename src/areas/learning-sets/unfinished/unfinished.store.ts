// Who came to a meeting, as a fact beside its sealed log; and meetings that were left open, or closed and not looked after yet.
import { sql } from '../../../platform/database/database.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { MeetingId } from '../room/planned-meeting.ts'
import type { SetId } from '../set/set.ts'
import type { WhoCame } from './unfinished.ts'

/** Notes that somebody has come; the first time counts. */
export async function saveCame(work: Work, id: MeetingId, { person, as }: WhoCame): Promise<void> {
  await sql`insert into learning_meeting_came (organisation, meeting, person, part, came_at)
    values (${work.organisation}, ${id}, ${person}, ${as}, ${work.moment})
    on conflict do nothing`.execute(work.db)
}

/** Who came to a meeting, in the order in which they came. */
export async function findCame(work: Work, id: MeetingId): Promise<readonly (WhoCame & { readonly cameAt: Moment })[]> {
  const found = await sql<WhoCame & { cameAt: Moment }>`select person, part as "as", came_at as "cameAt"
    from learning_meeting_came where organisation = ${work.organisation} and meeting = ${id}
    order by came_at, person`.execute(work.db)
  return found.rows
}

export type StillOpen = {
  readonly id: MeetingId
  /** The key of its kind in the policy. */
  readonly type: string
  readonly startsAt: Moment
  readonly minutes: number
  readonly lastHeard: Moment | null
}

/** Meetings that are open after their planned end, with the newest sign of life of anybody in them. */
export async function findStillOpen(work: Work): Promise<readonly StillOpen[]> {
  const found = await sql<StillOpen>`select m.id, s.type_key as "type", m.starts_at as "startsAt", m.minutes,
      (select max(p.heard_at) from learning_meeting_presence p
        where p.organisation = m.organisation and p.meeting = m.id) as "lastHeard"
    from learning_meeting m
    join learning_set s on s.organisation = m.organisation and s.id = m.learning_set
    where m.organisation = ${work.organisation} and m.state = 'open'
      and m.starts_at + m.minutes * interval '1 minute' < ${work.moment}
    order by m.starts_at, m.id`.execute(work.db)
  return found.rows
}

/** A meeting is closed; for whoever holds its lock. Pages that show it are told. */
export async function saveClosed(work: Work, id: MeetingId, lastEvent: number): Promise<void> {
  await sql`update learning_meeting set state = 'finished', closed_at = ${work.moment}
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
  await work.announce(`meeting:${id}`, lastEvent)
}

/** Meetings of these sets that were closed and whose turns nobody has added yet, oldest first. */
export async function findUnsettled(work: Work, sets: readonly SetId[]): Promise<readonly Unsettled[]> {
  const found = await sql<Unsettled>`select m.id, m.learning_set as set, m.starts_at as "startsAt"
    from learning_meeting m
    where m.organisation = ${work.organisation} and m.learning_set = any(${[...sets]}::uuid[])
      and m.closed_at is not null
      and not exists (select from learning_meeting_turns t
        where t.organisation = m.organisation and t.meeting = m.id)
    order by m.starts_at, m.id`.execute(work.db)
  return found.rows
}

export type Unsettled = { readonly id: MeetingId; readonly set: SetId; readonly startsAt: Moment }

/** The session as which a meeting counts; null when it counts as none. */
export async function findSessionOf(work: Work, id: MeetingId): Promise<string | null> {
  const found = await sql<{ session: string | null }>`select session from learning_meeting
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
  return found.rows[0]?.session ?? null
}
