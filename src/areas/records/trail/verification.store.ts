// Reading the whole trail quickly: one text for thousands of lines, cut apart here. A row for each line would cost several
// times as much.
import { sql } from '../../../platform/database/database.ts'
import type { Work } from '../../../platform/work.ts'
import { isoOf, type RawLine } from './verification.ts'

/** How many lines are read at a time. */
export const stretch = 10_000

/** The lines after a number, in order; lines of one number stay together. Null for a line that cannot be one. */
export async function findLines(work: Work, after: number): Promise<readonly (RawLine | null)[]> {
  const found = await sql<{ lines: string | null }>`
    select string_agg(concat_ws(e'\x1f', number, at at time zone 'UTC', by_person, deed, about_kind, about, detail, key_id,
      encode(hash, 'hex')), e'\x1e' order by number) as lines
    from (select * from trail_event where organisation = ${work.organisation} and number > ${after}
      order by number fetch first ${sql.lit(stretch)} rows with ties) as e`.execute(work.db)
  const text = found.rows[0]?.lines
  return text ? text.split('\u001e').map(lineOf) : []
}

function lineOf(text: string): RawLine | null {
  const [number, stamp, by, deed, kind, about, detail, keyId, hash, ...more] = text.split('\u001f')
  if (!stamp || by === undefined || !deed || kind === undefined || !about || !detail) return null
  if (keyId === undefined || hash === undefined || more.length > 0) return null
  return { number: Number(number), at: isoOf(stamp), by, deed, kind, about, detail, keyId, hash }
}

/** Where the chain ends by its head, and where the lines do, seen at one moment. */
export async function findEnds(work: Work): Promise<{ head: number; hash: string; last: number }> {
  const found = await sql<{ head: number; hash: string; last: number }>`
    select coalesce(max(h.number), 0) as head, coalesce(encode(max(h.hash), 'hex'), '') as hash,
      coalesce((select max(number) from trail_event where organisation = ${work.organisation}), 0) as last
    from trail_head as h where h.organisation = ${work.organisation}`.execute(work.db)
  return found.rows[0] ?? { head: 0, hash: '', last: 0 }
}
