// The facts that obligations are judged by: who had supervision, when, how long, of which type and with whom (SPEC 3.1).
// One scan of each table however many people are asked about: 10,000 people with 100,000 sessions in one go. No content anywhere.
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
  /** When it became known here, in milliseconds since 1 January 1970. */
  readonly recordedAt: number
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
  const found = await sql<{ person: PersonId; lines: string }>`
    select person, string_agg(line, E'\\n' order by day, source) as lines from (
      select person, day, session as source, concat_ws('|', day, session, session_minutes, type_key, format, remote,
        group_size, coalesce(supervisor::text, ''), presence, part, 'here', ${epoch}) as line
      from attendance
      where organisation = ${work.organisation} and (${people}::uuid[] is null or person = any(${people}::uuid[]))
        and presence <> 'absent' and recorded_at <= ${known} and (superseded_at is null or superseded_at > ${known})
        and day between ${from}::date and ${to}::date
      union all
      select person, day, id, concat_ws('|', day, id, minutes, type_key, format, remote, group_size,
        coalesce(supervisor::text, ''), 'present', 'supervisee',
        case when state = 'vouched' and answered_at <= ${known} then 'vouched' else 'asked' end, ${epoch})
      from outside_evidence
      where organisation = ${work.organisation} and (${people}::uuid[] is null or person = any(${people}::uuid[]))
        and recorded_at <= ${known} and (state in ('asked', 'vouched') or answered_at > ${known})
        and day between ${from}::date and ${to}::date
    ) evidence group by person order by person`.execute(work.db)
  return found.rows.flatMap(({ person, lines }) => lines.split('\n').map((line) => readLine(person, line)))
}

const epoch = sql`(extract(epoch from recorded_at) * 1000)::bigint`
const held = { here: 'here', vouched: 'outside, vouched for', asked: 'outside, not yet vouched for' } as const

/**
 * One line of facts as evidence. Lines because a hundred thousand rows of thirteen columns take the driver three times as
 * long; no value can hold a bar or a line break, they are keys, ids, days, numbers and fixed words.
 */
function readLine(person: PersonId, line: string): Evidence {
  const [day, source, minutes, type, format, remote, size, supervisor, presence, part, where, recorded] =
    line.split('|')
  return {
    person,
    source: source ?? '',
    day: day as Day,
    minutes: Number(minutes),
    type: type ?? '',
    mode: format === 'group' ? 'group' : remote === 't' ? 'remote' : 'individual',
    remote: remote === 't',
    groupSize: Number(size),
    supervisor: supervisor === '' ? null : (supervisor as PersonId),
    attendance: presence === 'late' ? 'late' : 'present',
    part: part === 'supervisor' ? 'delivering' : 'receiving',
    held: held[where as keyof typeof held],
    recordedAt: Number(recorded),
  }
}
