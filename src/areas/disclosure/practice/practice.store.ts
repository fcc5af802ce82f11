// Concerns about practice as line managers get them, in the database: facts only. The words are sealed.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import type { ConcernId } from '../escalation/concern.ts'
import type { PracticeConcern, PracticeEntry, PracticeId } from './practice.ts'

const columns = sql`p.id, p.concern, p.person, p.manager, p.raised_by as "raisedBy", p.raised_at as "raisedAt",
  exists (select from concern c where c.organisation = p.organisation and c.id = p.concern and (c.telling <> 'not yet'
    or exists (select from concern_entry e where e.organisation = c.organisation and e.concern = c.id
      and e.kind = 'told'))) as told,
  (select jsonb_agg(jsonb_build_object('number', e.number, 'kind', e.kind, 'by', e.by_person,
      'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'lookAgainOn', e.look_again_on)
      order by e.number)
    from practice_entry e where e.organisation = p.organisation and e.practice = p.id) as entries`

type Row = Omit<PracticeConcern, 'entries'> & { entries: readonly PracticeEntry[] | null }
const fromRow = (row: Row): PracticeConcern => ({ ...row, entries: row.entries ?? [] })

export async function addPractice(
  work: Work,
  practice: Pick<PracticeConcern, 'id' | 'concern' | 'person' | 'manager'>,
): Promise<void> {
  await sql`insert into practice_concern (organisation, id, concern, person, manager, raised_by, raised_at)
    values (${work.organisation}, ${practice.id}, ${practice.concern}, ${practice.person}, ${practice.manager},
      ${work.asker.person}, ${work.moment})`.execute(work.db)
}

/** Adds the next entry by the asker, now; answers its number. */
export async function addPracticeEntry(
  work: Work,
  practice: PracticeId,
  entry: { kind: PracticeEntry['kind']; on: Day | null },
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`practice ${practice}`}, 0))`.execute(work.db)
  const added = await sql<{ number: number }>`insert into practice_entry (organisation, practice, number, kind,
      by_person, at, look_again_on)
    select ${work.organisation}::uuid, ${practice}::uuid, coalesce(max(number), 0) + 1, ${entry.kind}::text,
      ${work.asker.person}::uuid, ${work.moment}::timestamptz, ${entry.on}::date
    from practice_entry where organisation = ${work.organisation} and practice = ${practice}
    returning number`.execute(work.db)
  return added.rows[0]?.number ?? 0
}

export async function findPractice(work: Work, id: PracticeId): Promise<PracticeConcern | null> {
  const found = await sql<Row>`select ${columns} from practice_concern p
    where p.organisation = ${work.organisation} and p.id = ${id}`.execute(work.db)
  return found.rows[0] ? fromRow(found.rows[0]) : null
}

/** What was sent to a manager, or is about a person, or came of a concern; latest first. */
export async function findPractices(
  work: Work,
  by: { manager: PersonId } | { person: PersonId } | { concern: ConcernId },
): Promise<readonly PracticeConcern[]> {
  const which =
    'manager' in by
      ? sql`p.manager = ${by.manager}`
      : 'person' in by
        ? sql`p.person = ${by.person}`
        : sql`p.concern = ${by.concern}`
  const found = await sql<Row>`select ${columns} from practice_concern p
    where p.organisation = ${work.organisation} and ${which} order by p.raised_at desc`.execute(work.db)
  return found.rows.map(fromRow)
}
