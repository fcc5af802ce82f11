// Who has opened what somebody wrote or was part of: the trail's answer to the person concerned, and to nobody else.
import { sql } from '../../../platform/database/database.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { ReaderReason } from '../sealing/sealed-text.ts'

/** One person's openings of one thing on one day. */
export type Opening = {
  readonly about: { readonly kind: string; readonly id: Id<string> }
  readonly day: Day
  readonly person: PersonId
  /** Why they may read it today; null when they may not any more. */
  readonly because: ReaderReason | null
  readonly times: number
  readonly last: Moment
}

/**
 * Openings by others of the texts that the asker wrote, owns, asked advice by, or was supervised or present in, latest first; with
 * one more than `most` when there are further ones (SPEC 12.3).
 */
export async function findOpeningsOfMine(
  work: Work,
  { after, most }: { after: number; most: number },
): Promise<{ readonly openings: readonly Opening[]; readonly more: boolean }> {
  const found = await sql<Opening & { kind: string; id: Id<string> }>`
    select e.about_kind as kind, e.about as id, (e.at at time zone 'Europe/London')::date as day, e.by_person as person,
      r.because, count(*)::int as times, max(e.at) as last
    from sealed_reader as mine
    join trail_event as e on e.organisation = mine.organisation and e.about = mine.about
      and e.about_kind = mine.about_kind and e.deed = 'opened' and e.by_person <> mine.person
    left join sealed_reader as r on r.organisation = mine.organisation and r.about_kind = mine.about_kind
      and r.about = mine.about and r.person = e.by_person and (r.until is null or r.until > ${work.moment})
    where mine.organisation = ${work.organisation} and mine.person = ${work.asker.person}
      and mine.because in ('wrote it', 'supervisee', 'owner', 'was present', 'member', 'asked for advice')
    group by e.about_kind, e.about, day, e.by_person, r.because
    order by last desc, e.about, e.by_person
    offset ${after} limit ${most + 1}`.execute(work.db)
  const openings = found.rows.slice(0, most).map(({ kind, id, ...one }) => ({ ...one, about: { kind, id } }))
  return { openings, more: found.rows.length > most }
}
