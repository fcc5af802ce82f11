// When somebody last looked at a series, and the forgetting of one of its keys.
import { sql } from '../../../platform/database/database.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { Thing } from '../trail/trail.ts'

/** When the asker last looked at a thing; null for never. */
export async function findLook(work: Work, about: Thing): Promise<Moment | null> {
  const found = await sql<{ seenAt: Moment }>`select seen_at as "seenAt" from sealed_look
    where organisation = ${work.organisation} and about_kind = ${about.kind} and about = ${about.id}
      and person = ${work.asker.person}`.execute(work.db)
  return found.rows[0]?.seenAt ?? null
}

/** The asker looks at a thing now; false when another work of theirs said so within this minute. */
export async function saveLook(work: Work, about: Thing): Promise<boolean> {
  const saved = await sql`insert into sealed_look (organisation, about_kind, about, person, seen_at)
    values (${work.organisation}, ${about.kind}, ${about.id}, ${work.asker.person}, ${work.moment})
    on conflict (organisation, about_kind, about, person) do update set seen_at = excluded.seen_at
    where sealed_look.seen_at + interval '1 minute' <= excluded.seen_at or sealed_look.seen_at > excluded.seen_at`.execute(
    work.db,
  )
  return Number(saved.numAffectedRows ?? 0) > 0
}

/** Deletes the key of one field; the database lets only those do it whose thing says so. */
export async function forgetField(
  work: Work,
  about: Thing,
  { field, version }: { field: string; version: number },
): Promise<boolean> {
  const gone = await sql`delete from sealed_text where organisation = ${work.organisation}
    and about_kind = ${about.kind} and about = ${about.id} and field = ${field} and version = ${version}`.execute(
    work.db,
  )
  return Number(gone.numAffectedRows ?? 0) > 0
}
