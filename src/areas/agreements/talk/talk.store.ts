// What the people of a set said of their ground rules, in the database: who, of which clause, what kind of thing and when. The
// words are sealed. Rows are added and never changed.
import { sql } from '../../../platform/database/database.ts'
import type { Work } from '../../../platform/work.ts'
import type { AgreementId } from '../agreement/agreement.ts'
import type { Entry } from './talk.ts'

const columns = sql`number, kind, clause_key as clause, by_person as by, at, version, answers,
  left_over as "left"`

/** Everything that was said of an agreement's rules, in order. */
export async function findEntries(work: Work, agreement: AgreementId): Promise<readonly Entry[]> {
  const found = await sql<Entry>`select ${columns} from agreement_talk
    where organisation = ${work.organisation} and agreement = ${agreement} order by number`.execute(work.db)
  return found.rows
}

/** Adds to what was said, as the asker, and answers the number that it got. The agreement is held meanwhile. */
export async function addEntry(
  work: Work,
  agreement: AgreementId,
  entry: Pick<Entry, 'kind' | 'clause' | 'version' | 'answers' | 'left'>,
): Promise<number> {
  const added = await sql<{ number: number }>`
    insert into agreement_talk (organisation, agreement, number, kind, clause_key, by_person, at, version, answers,
      left_over)
    select ${work.organisation}::uuid, ${agreement}::uuid, coalesce(max(number), 0) + 1, ${entry.kind}::text,
      ${entry.clause}::text, ${work.asker.person}::uuid, ${work.moment}::timestamptz, ${entry.version}::int,
      ${entry.answers}::int, ${entry.left}::int
    from agreement_talk where organisation = ${work.organisation} and agreement = ${agreement}
    returning number`.execute(work.db)
  return added.rows[0]?.number ?? 0
}
