// Evidence for team leads in the database: which sessions have it, signed or not. Facts only.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { RecordId } from '../record/record.ts'
import type { SessionId } from '../session/session.ts'

export type EvidenceFacts = {
  readonly record: RecordId
  readonly session: SessionId
  readonly type: string
  readonly startsAt: Moment
  readonly supervisor: PersonId
  readonly unit: string | null
  readonly version: number
}

/** Signed evidence that the asker may read, newest first: of a unit and kind up to a moment, or all of it. */
export async function findEvidence(
  work: Work,
  of: { unit: string | null; type: string; before: Moment } | null = null,
): Promise<readonly EvidenceFacts[]> {
  const wanted = of
    ? sql`s.unit is not distinct from ${of.unit}::uuid and s.type_key = ${of.type} and s.starts_at < ${of.before}`
    : sql`true`
  const found = await sql<EvidenceFacts>`
    select r.id as record, s.id as session, s.type_key as type, s.starts_at as "startsAt", s.supervisor, s.unit, r.version
    from session_record r
    join supervision_session s on s.organisation = r.organisation and s.id = r.session
    where r.organisation = ${work.organisation} and r.kind = 'evidence' and r.version > 0 and ${wanted}
      and exists (select from sealed_reader l where l.organisation = r.organisation and l.about_kind = 'session record'
        and l.about = r.id and l.person = ${work.asker.person} and (l.until is null or l.until > ${work.moment}))
    order by s.starts_at desc, r.id limit 100`.execute(work.db)
  return found.rows
}

export type EvidenceToWrite = { readonly session: SessionId; readonly type: string; readonly startsAt: Moment }

/** Held sessions of a supervisor since a moment without signed evidence, whatever their kind asks. */
export async function findWithoutEvidence(
  work: Work,
  supervisor: PersonId,
  since: Moment,
): Promise<readonly EvidenceToWrite[]> {
  const found = await sql<EvidenceToWrite>`
    select s.id as session, s.type_key as type, s.starts_at as "startsAt" from supervision_session s
    where s.organisation = ${work.organisation} and s.supervisor = ${supervisor} and s.state = 'held'
      and s.starts_at >= ${since}
      and not exists (select from session_record r where r.organisation = s.organisation and r.session = s.id
        and r.kind = 'evidence' and r.version > 0)
    order by s.starts_at`.execute(work.db)
  return found.rows
}

/** Evidence that came to the asker as lead of a team since a moment. */
export async function findNewEvidence(work: Work, since: Moment): Promise<readonly EvidenceToWrite[]> {
  const found = await sql<EvidenceToWrite>`
    select s.id as session, s.type_key as type, s.starts_at as "startsAt"
    from sealed_reader l
    join session_record r on r.organisation = l.organisation and r.id = l.about and r.kind = 'evidence'
    join supervision_session s on s.organisation = r.organisation and s.id = r.session
    where l.organisation = ${work.organisation} and l.person = ${work.asker.person}
      and l.about_kind = 'session record' and l.because = 'leads the team' and r.signed_at >= ${since}
    order by s.starts_at`.execute(work.db)
  return found.rows
}
