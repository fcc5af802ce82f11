// Who has said that they read which version, in the database.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { londonDay, type Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { PolicyVersionId } from '../version/version.ts'
import type { Acknowledgement } from './acknowledgement.ts'

/** What these people have said, by person; `null` for everybody. */
export async function findAcknowledgements(
  work: Work,
  people: readonly PersonId[] | null,
): Promise<ReadonlyMap<PersonId, readonly Acknowledgement[]>> {
  const whose = people === null ? sql`true` : sql`person = any(${[...people]}::uuid[])`
  const found = await sql<{ person: PersonId; version: PolicyVersionId; said: Moment }>`
    select person, version, said_at as said from policy_acknowledgement
    where organisation = ${work.organisation} and ${whose}`.execute(work.db)
  const rows = found.rows.map(({ person, version, said }) => ({ person, version, on: londonDay(said) }))
  return Map.groupBy(rows, (row) => row.person)
}

/** The asker's own word; saying it again changes nothing. Answers whether it is new. */
export async function insertAcknowledgement(work: Work, version: PolicyVersionId): Promise<boolean> {
  const done = await sql`insert into policy_acknowledgement (organisation, person, version, said_at)
    values (${work.organisation}, ${work.asker.person}, ${version}, ${work.moment}) on conflict do nothing`.execute(
    work.db,
  )
  return done.numAffectedRows === 1n
}

export type BroughtIn = {
  readonly person: PersonId
  readonly version: PolicyVersionId
  readonly saidAt: Moment
}

/** Many at once, each with its own moment; what is known already stays as it is. */
export async function insertBroughtIn(work: Work, rows: readonly BroughtIn[]): Promise<void> {
  await sql`insert into policy_acknowledgement (organisation, person, version, said_at)
    select ${work.organisation}::uuid, person, version, "saidAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (person uuid, version uuid, "saidAt" timestamptz)
    on conflict do nothing`.execute(work.db)
}

/** Whether any of these people has said anything. */
export async function hasAcknowledged(work: Work, people: readonly PersonId[]): Promise<boolean> {
  const found = await sql`select from policy_acknowledgement
    where organisation = ${work.organisation} and person = any(${[...people]}::uuid[]) limit 1`.execute(work.db)
  return found.rows.length > 0
}
