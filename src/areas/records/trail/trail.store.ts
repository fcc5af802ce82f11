// The trail in the database. Adding is one statement whatever the number of lines, and three when another program, or a
// transaction that was taken back, left the end of the chain elsewhere than it was last seen.
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
 * that lies before the last line's is announced by a line of its own. What this program last saw as the end is tried
 * first, and the database takes the lines only if the chain still ends there; otherwise its end is asked for.
 */
export async function appendLines(work: Work, key: Key, lines: readonly TrailLine[]): Promise<void> {
  const seen = lastSeen.get(work.organisation)
  if (seen && (await appendAfter(work, key, { head: seen, lines }))) return
  if (await appendAfter(work, key, { head: await lockHead(work), lines })) return
  throw new Error('The end of the trail moved while it was held')
}

/** Where each organisation's chain ended when this program last wrote to it; only ever a guess. */
const lastSeen = new Map<string, Head>()

/** False, with nothing written, when the chain does not end at `head`. */
async function appendAfter(
  work: Work,
  key: Key,
  { head: before, lines }: { head: Head; lines: readonly TrailLine[] },
): Promise<boolean> {
  let head = before
  const announced = clockLines(work, head)
  const latest = announced.length === 0 && head.at !== null && head.at > work.moment ? head.at : work.moment
  const rows = [...announced, ...lines].map((line) => {
    const event = eventOf(work, line, head.number + 1)
    head = { ...head, number: event.number, hash: hmac(key.bytes, textOfLink(event, head.hash)).toString('hex') }
    return { ...event, about_kind: event.about.kind, about: event.about.id, key_id: key.id, hash: head.hash }
  })
  const written = await sql`with moved as (
      update trail_head set number = ${head.number}, hash = decode(${head.hash}, 'hex'), at = ${latest}
      where organisation = ${work.organisation} and number = ${before.number} and hash = decode(${before.hash}, 'hex')
        and at is not distinct from ${before.at}::timestamptz
      returning organisation)
    insert into trail_event (organisation, number, at, by_person, deed, about_kind, about, detail, key_id, hash)
    select r.organisation, number, at, by, deed, about_kind, about, detail, key_id, decode(hash, 'hex')
    from moved, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (organisation uuid, number bigint, at timestamptz,
      by uuid, deed text, about_kind text, about uuid, detail jsonb, key_id text, hash text)`.execute(work.db)
  if (Number(written.numAffectedRows) === 0) return false
  lastSeen.set(work.organisation, { ...head, at: latest })
  return true
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
