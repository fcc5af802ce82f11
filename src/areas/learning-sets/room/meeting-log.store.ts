// The log of a meeting in the database: its events under their numbers, sealed; signs of life beside it; and the turns that
// finished meetings add to their sets. The database itself shows events to those who have a seat, and nobody changes one.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { MeetingTurns } from '../fairness/history.ts'
import type { MeetingEvent } from '../meeting/event.ts'
import type { SetId } from '../set/set.ts'
import type { MeetingId } from './planned-meeting.ts'

export type StoredEvent = {
  readonly number: number
  readonly type: MeetingEvent['type']
  readonly by: PersonId
  readonly at: Moment
  readonly key: string
  readonly sealed: Buffer
  /** Its free words, under a key of their own; null when it has none. */
  readonly sealedWords: Buffer | null
}

/** The events of a meeting after a number, in their order; none for somebody who has no seat. */
export async function findEvents(work: Work, id: MeetingId, after: number): Promise<readonly StoredEvent[]> {
  const found =
    await sql<StoredEvent>`select number, type, by_person as by, at, key, sealed, sealed_words as "sealedWords"
    from learning_meeting_event
    where organisation = ${work.organisation} and meeting = ${id} and number > ${after} order by number`.execute(
      work.db,
    )
  return found.rows
}

/** Adds events at the end of a log. Throws when another work was quicker to take their numbers. */
export async function appendEvents(work: Work, id: MeetingId, events: readonly StoredEvent[]): Promise<void> {
  const column = <T>(of: (event: StoredEvent) => T): T[] => events.map(of)
  await sql`insert into learning_meeting_event (organisation, meeting, number, type, by_person, at, key, sealed, sealed_words)
    select ${work.organisation}::uuid, ${id}::uuid, number, type, by_person, at, key, sealed, sealed_words
    from unnest(${column((one) => one.number)}::int[], ${column((one) => one.type)}::text[],
      ${column((one) => one.by)}::uuid[], ${column((one) => one.at)}::timestamptz[], ${column((one) => one.key)}::text[],
      ${column((one) => one.sealed)}::bytea[], ${column((one) => one.sealedWords)}::bytea[])
      as r (number, type, by_person, at, key, sealed, sealed_words)`.execute(work.db)
}

/** The newest sign of life of everybody of a meeting. */
export async function findHeard(work: Work, id: MeetingId): Promise<ReadonlyMap<PersonId, Moment>> {
  const found = await sql<{ person: PersonId; heardAt: Moment }>`select person, heard_at as "heardAt"
    from learning_meeting_presence where organisation = ${work.organisation} and meeting = ${id}`.execute(work.db)
  return new Map(found.rows.map((one) => [one.person, one.heardAt]))
}

/** The asker gives a sign of life in a meeting. */
export async function saveHeard(work: Work, id: MeetingId): Promise<void> {
  await sql`insert into learning_meeting_presence (organisation, meeting, person, heard_at)
    values (${work.organisation}, ${id}, ${work.asker.person}, ${work.moment})
    on conflict (organisation, meeting, person) do update set heard_at = excluded.heard_at
    where learning_meeting_presence.heard_at < excluded.heard_at`.execute(work.db)
}

/** The facts of a finished meeting's turns: without the words with which a set chose otherwise. */
export type TurnFacts = Omit<MeetingTurns, 'day' | 'overruled'> & { readonly overruled: boolean }

export type StoredTurns = {
  readonly meeting: MeetingId
  readonly day: Day
  readonly facts: TurnFacts
  readonly sealed: Buffer
}

/** What finished meetings added to the turns of a set, oldest first; for its own people. */
export async function findTurns(work: Work, set: SetId): Promise<readonly StoredTurns[]> {
  const found = await sql<StoredTurns>`select meeting, day, facts, sealed from learning_meeting_turns
    where organisation = ${work.organisation} and learning_set = ${set} order by day, meeting`.execute(work.db)
  return found.rows
}

/** Keeps what a finished meeting adds to the turns of its set. */
export async function insertTurns(work: Work, set: SetId, turns: StoredTurns): Promise<void> {
  await sql`insert into learning_meeting_turns (organisation, meeting, learning_set, day, facts, sealed)
    values (${work.organisation}, ${turns.meeting}, ${set}, ${turns.day}, ${JSON.stringify(turns.facts)}::jsonb,
      ${turns.sealed})`.execute(work.db)
}
