// The facts that obligations are judged by: who had supervision, when, how long, of which type and with whom (SPEC 3.1).
// Two table scans however many people are asked about: 10,000 people with 100,000 sessions in one go. No content anywhere.
import { sql } from '../../platform/database/database.ts'
import type { PersonId } from '../../platform/ids.ts'
import type { Day } from '../../platform/time/day.ts'
import type { Moment } from '../../platform/time/moment.ts'
import type { Work } from '../../platform/work.ts'

/** One person's part in one held session. */
export type Evidence = {
  readonly person: PersonId
  /** The session, or the entry of outside evidence. */
  readonly source: string
  readonly day: Day
  /** Length of the session in minutes; credit for groups and lateness is the engine's. */
  readonly minutes: number
  readonly type: string
  readonly mode: 'individual' | 'group' | 'remote'
  /** Held by video or telephone, whatever the mode. */
  readonly remote: boolean
  /** Supervisees who were there. */
  readonly groupSize: number
  /** null when it was somebody outside the organisation. */
  readonly supervisor: PersonId | null
  readonly attendance: 'present' | 'late'
  readonly part: 'receiving' | 'delivering'
  readonly held: 'here' | 'outside, vouched for' | 'outside, not yet vouched for'
  readonly recordedAt: Moment
}

export type EvidenceQuery = {
  /** Everybody of the organisation when not given. */
  readonly people?: readonly PersonId[]
  /** As it was known at that moment: later entries and corrections are left out. */
  readonly knownBy?: Moment
  readonly from?: Day
  readonly to?: Day
}

/** Evidence by person, then day. Absences are no evidence and are left out. SPEC 3.1, 5.9. */
export async function evidenceFor(work: Work, query: EvidenceQuery = {}): Promise<readonly Evidence[]> {
  const people = query.people ? [...query.people] : null
  const known = query.knownBy ?? work.moment
  const [from, to] = [query.from ?? '1900-01-01', query.to ?? '2200-12-31']
  const found = await sql<Evidence>`
    select person, session as source, day, session_minutes as minutes, type_key as type,
      case when format = 'group' then 'group' when remote then 'remote' else 'individual' end as mode,
      remote, group_size as "groupSize", supervisor, presence as attendance,
      case part when 'supervisor' then 'delivering' else 'receiving' end as part, 'here' as held,
      ${isoText(sql`recorded_at`)} as "recordedAt"
    from attendance
    where organisation = ${work.organisation} and (${people}::uuid[] is null or person = any(${people}::uuid[]))
      and presence <> 'absent' and recorded_at <= ${known} and (superseded_at is null or superseded_at > ${known})
      and day between ${from}::date and ${to}::date
    union all
    select person, id, day, minutes, type_key,
      case when format = 'group' then 'group' when remote then 'remote' else 'individual' end,
      remote, group_size, supervisor, 'present', 'receiving',
      case when state = 'vouched' and answered_at <= ${known} then 'outside, vouched for' else 'outside, not yet vouched for' end,
      ${isoText(sql`recorded_at`)}
    from outside_evidence
    where organisation = ${work.organisation} and (${people}::uuid[] is null or person = any(${people}::uuid[]))
      and recorded_at <= ${known} and (state in ('asked', 'vouched') or answered_at > ${known})
      and day between ${from}::date and ${to}::date
    order by 1, 3, 2`.execute(work.db)
  return found.rows
}

/** A timestamptz as the text of a Moment, made by the database: much quicker than a date object for each of 100,000 rows. */
const isoText = (column: ReturnType<typeof sql>) =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
