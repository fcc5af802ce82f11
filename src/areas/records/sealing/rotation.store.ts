// Data keys in the database, for rotation alone: it may read and write wrapped keys, and never sees a sealed text.
import { sql } from '../../../platform/database/database.ts'
import type { Id } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'

export type WrappedRow = {
  readonly id: string
  readonly about_kind: string
  readonly about: Id<string>
  readonly field: string
  readonly version: number
  readonly keyId: string
  readonly wrappedKey: Buffer
}

/**
 * Data keys that are wrapped with another key than this one, by id, held until the transaction ends. Rows that somebody
 * is writing are left out and met again later: nobody waits for rotation, and it waits for nobody.
 */
export async function holdOldWraps(
  work: Work,
  { kind, newest, after, most }: { kind: string; newest: string; after: string; most: number },
): Promise<readonly WrappedRow[]> {
  const found = await sql<WrappedRow>`
    select id, about_kind, about, field, version, key_id as "keyId", wrapped_key as "wrappedKey" from sealed_text
    where organisation = ${work.organisation} and kind = ${kind} and key_id <> ${newest} and id > ${after}
    order by id limit ${most} for no key update skip locked`.execute(work.db)
  return found.rows
}

/** Writes data keys as they are wrapped now. */
export async function saveWraps(
  work: Work,
  keyId: string,
  rows: readonly { readonly id: string; readonly wrappedKey: Buffer }[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`update sealed_text as s set key_id = ${keyId}, wrapped_key = r.wrapped_key
    from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.wrappedKey)}::bytea[]) as r (id, wrapped_key)
    where s.organisation = ${work.organisation} and s.id = r.id`.execute(work.db)
}

/** How many texts each key still opens. */
export async function countByKey(work: Work, kind: string): Promise<ReadonlyMap<string, number>> {
  const found = await sql<{ keyId: string; count: number }>`select key_id as "keyId", count(*)::int as count
    from sealed_text where organisation = ${work.organisation} and kind = ${kind} group by key_id`.execute(work.db)
  return new Map(found.rows.map((row) => [row.keyId, row.count]))
}

/**
 * Takes a key off the list. Answers false when it cannot be yet: somebody is sealing with it at this moment, a text needs
 * it, or the newer key is younger than the grace. Never waits for those at work.
 */
export async function retireKey(
  work: Work,
  purpose: string,
  { id, grace }: { id: string; grace: number },
): Promise<boolean> {
  const found = await sql<{ alone: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(organisation || purpose || key_id, 0)) as alone
    from sealing_key where organisation = ${work.organisation} and purpose = ${purpose} and key_id = ${id}`.execute(
    work.db,
  )
  if (found.rows[0]?.alone !== true) return false
  const gone = await sql`delete from sealing_key as k
    where k.organisation = ${work.organisation} and k.purpose = ${purpose} and k.key_id = ${id}
      and not exists (select from sealed_text t
        where t.organisation = k.organisation and t.kind = k.purpose and t.key_id = k.key_id)
      and exists (select from sealing_key n where n.organisation = k.organisation and n.purpose = k.purpose
        and n.number > k.number and n.added_at < clock_timestamp() - make_interval(secs => ${grace}))`.execute(work.db)
  return Number(gone.numAffectedRows ?? 0) > 0
}
