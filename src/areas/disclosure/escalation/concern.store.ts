// Concerns and their entries in the database: facts only, added and never changed. The words are sealed.
import { sql } from '../../../platform/database/database.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { AboutKind, Concern, ConcernId, Entry } from './concern.ts'

type Row = Omit<Concern, 'about'> & { aboutKind: AboutKind | null; aboutId: Id<string> | null }

const columns = sql`c.id, c.about_kind as "aboutKind", c.about as "aboutId", c.kind, c.route_key as "routeKey",
  c.raised_by as "raisedBy", c.raised_at as "raisedAt", c.outcome, c.told_at as "toldAt", c.told_how as "toldHow",
  c.named, c.telling,
  (select jsonb_agg(jsonb_build_object('number', e.number, 'kind', e.kind, 'by', e.by_person,
      'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by e.number)
    from concern_entry e where e.organisation = c.organisation and e.concern = c.id) as entries`

function fromRow({ aboutKind, aboutId, ...row }: Row): Concern {
  const about = aboutKind && aboutId ? { kind: aboutKind, id: aboutId } : null
  return { ...row, entries: row.entries ?? [], about }
}

export async function addConcern(work: Work, concern: Omit<Concern, 'entries'>): Promise<void> {
  await sql`insert into concern (organisation, id, about_kind, about, kind, route_key, raised_by, raised_at, outcome,
      told_at, told_how, named, telling)
    values (${work.organisation}, ${concern.id}, ${concern.about?.kind ?? null}, ${concern.about?.id ?? null},
      ${concern.kind}, ${concern.routeKey}, ${concern.raisedBy}, ${concern.raisedAt}, ${concern.outcome},
      ${concern.toldAt}, ${concern.toldHow}, ${concern.named}, ${concern.telling})`.execute(work.db)
}

/** Adds the next entry by the asker, now; answers its number. One at a time for each concern. */
export async function addEntry(work: Work, concern: ConcernId, kind: Entry['kind']): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`concern ${concern}`}, 0))`.execute(work.db)
  const added = await sql<{
    number: number
  }>`insert into concern_entry (organisation, concern, number, kind, by_person, at)
    select ${work.organisation}::uuid, ${concern}::uuid, coalesce(max(number), 0) + 1, ${kind}::text,
      ${work.asker.person}::uuid, ${work.moment}::timestamptz
    from concern_entry where organisation = ${work.organisation} and concern = ${concern}
    returning number`.execute(work.db)
  return added.rows[0]?.number ?? 0
}

/** The concern of that id in this organisation, or null. */
export async function findConcern(work: Work, id: ConcernId): Promise<Concern | null> {
  const found = await sql<Row>`select ${columns} from concern c
    where c.organisation = ${work.organisation} and c.id = ${id}`.execute(work.db)
  return found.rows[0] ? fromRow(found.rows[0]) : null
}

/** What a person passed on, latest first. */
export async function findConcernsBy(work: Work, person: PersonId): Promise<readonly Concern[]> {
  const found = await sql<Row>`select ${columns} from concern c
    where c.organisation = ${work.organisation} and c.raised_by = ${person} order by c.raised_at desc`.execute(work.db)
  return found.rows.map(fromRow)
}

/** What names a person, latest first. */
export async function findConcernsNaming(work: Work, person: PersonId): Promise<readonly Concern[]> {
  const found = await sql<Row>`select ${columns} from concern c
    where c.organisation = ${work.organisation} and c.named = ${person} order by c.raised_at desc`.execute(work.db)
  return found.rows.map(fromRow)
}

/** What others passed on since a moment that the asker is a reader of, latest first. */
export async function findConcernsOfOthers(work: Work, since: Moment): Promise<readonly Concern[]> {
  const found = await sql<Row>`select ${columns} from concern c
    join sealed_reader r on r.organisation = c.organisation and r.about_kind = 'concern' and r.about = c.id
      and r.person = ${work.asker.person} and (r.until is null or r.until > ${work.moment})
    where c.organisation = ${work.organisation} and c.raised_by <> ${work.asker.person} and c.raised_at >= ${since}
    order by c.raised_at desc`.execute(work.db)
  return found.rows.map(fromRow)
}
