// The trail in the database. Adding is two statements whatever the number of lines: lock the head, write and move it.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Key } from '../../../platform/keys/keyring.ts'
import { hmac } from '../../../platform/keys/sealing.ts'
import { type Moment, secondsBetween } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { clockWentBack, noHash, overlap, textOfLink, type Thing, type TrailEvent, type TrailLine } from './trail.ts'

export type Head = { readonly number: number; readonly hash: string; readonly at: Moment | null }

/**
 * Adds lines to the end of the organisation's chain, in order; the chain is locked until the transaction ends. A moment
 * that lies before the last line's is announced by a line of its own.
 */
export async function appendLines(work: Work, key: Key, lines: readonly TrailLine[]): Promise<void> {
  let head = await lockHead(work)
  const announced = clockLines(work, head)
  const latest = announced.length === 0 && head.at !== null && head.at > work.moment ? head.at : work.moment
  const rows = [...announced, ...lines].map((line) => {
    const event = eventOf(work, line, head.number + 1)
    head = { ...head, number: event.number, hash: hmac(key.bytes, textOfLink(event, head.hash)).toString('hex') }
    return { ...event, about_kind: event.about.kind, about: event.about.id, key_id: key.id, hash: head.hash }
  })
  await sql`with written as (
      insert into trail_event (organisation, number, at, by_person, deed, about_kind, about, detail, key_id, hash)
      select organisation, number, at, by, deed, about_kind, about, detail, key_id, decode(hash, 'hex')
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (organisation uuid, number bigint, at timestamptz,
        by uuid, deed text, about_kind text, about uuid, detail jsonb, key_id text, hash text))
    update trail_head set number = ${head.number}, hash = decode(${head.hash}, 'hex'), at = ${latest}
    where organisation = ${work.organisation}`.execute(work.db)
}

function clockLines(work: Work, head: Head): readonly TrailLine[] {
  const back = head.at === null ? 0 : secondsBetween(work.moment, head.at)
  if (back <= overlap) return []
  return [{ deed: clockWentBack, about: { kind: 'organisation', id: work.organisation }, detail: { seconds: back } }]
}

function eventOf(work: Work, line: TrailLine, number: number): TrailEvent {
  return {
    organisation: work.organisation,
    number,
    at: work.moment,
    by: work.asker.person,
    deed: line.deed,
    about: line.about,
    detail: line.detail ?? {},
  }
}

async function lockHead(work: Work): Promise<Head> {
  const find = () =>
    sql<Head>`select number, encode(hash, 'hex') as hash, at from trail_head
    where organisation = ${work.organisation} for update`.execute(work.db)
  const found = (await find()).rows[0]
  if (found) return found
  await sql`insert into trail_head (organisation, number, hash) values (${work.organisation}, 0, ''::bytea)
    on conflict do nothing`.execute(work.db)
  return (await find()).rows[0] ?? { number: 0, hash: noHash, at: null }
}

/** Who opened a thing's texts: each person once, with how often and when last, latest first. */
export async function findReadings(
  work: Work,
  about: Thing,
): Promise<readonly { person: PersonId; times: number; last: Moment }[]> {
  const found = await sql<{ person: PersonId; times: number; last: Moment }>`
    select by_person as person, count(*)::int as times, max(at) as last from trail_event
    where organisation = ${work.organisation} and about_kind = ${about.kind} and about = ${about.id} and deed = 'opened'
    group by by_person order by last desc`.execute(work.db)
  return found.rows
}

/** Where the chain ends. */
export async function findHead(work: Work): Promise<Head | null> {
  const found = await sql<Head>`select number, encode(hash, 'hex') as hash, at from trail_head
    where organisation = ${work.organisation}`.execute(work.db)
  return found.rows[0] ?? null
}
