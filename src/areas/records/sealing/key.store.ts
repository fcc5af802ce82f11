// Which keys there are, by the database's own list; the keys themselves are files.
import { AskedOnce } from '../../../platform/database/statements/asked-once.ts'
import { sql } from '../../../platform/database/database.ts'
import type { Work } from '../../../platform/work.ts'

export type KnownKey = { readonly id: string; readonly number: number; readonly fingerprint: string | null }

/**
 * The key to seal with now. Holds on to it until the transaction ends, so that rotation cannot retire it meanwhile, and
 * therefore asks for it once; null when there has never been one.
 */
export async function holdNewestKey(work: Work, purpose: string): Promise<KnownKey | null> {
  const name = `${work.organisation} ${purpose}`
  const held = await heldKeys.ask(work, name, () => lockNewestKey(work, purpose))
  if (!held) heldKeys.forget(work, name)
  return held
}

const heldKeys = new AskedOnce<KnownKey | null>()

async function lockNewestKey(work: Work, purpose: string): Promise<KnownKey | null> {
  const found = await sql<KnownKey>`
    select key_id as id, number, fingerprint,
      pg_advisory_xact_lock_shared(hashtextextended(organisation || purpose || key_id, 0)) as held
    from (select * from sealing_key where organisation = ${work.organisation} and purpose = ${purpose}
      order by number desc limit 1) as newest`.execute(work.db)
  return found.rows[0] ?? null
}

/** All keys of a purpose that are in use, oldest first. */
export async function findKeys(work: Work, purpose: string): Promise<readonly KnownKey[]> {
  const found = await sql<KnownKey>`select key_id as id, number, fingerprint from sealing_key
    where organisation = ${work.organisation} and purpose = ${purpose} order by number`.execute(work.db)
  return found.rows
}

/** Every key that the organisation's texts and trail need. */
export async function findAllKeys(work: Work): Promise<readonly (KnownKey & { readonly purpose: string })[]> {
  const found = await sql<KnownKey & { purpose: string }>`select purpose, key_id as id, number, fingerprint
    from sealing_key where organisation = ${work.organisation} order by purpose, number`.execute(work.db)
  return found.rows
}

/** Writes a key down; when another work was quicker, its row stands. */
export async function addKey(work: Work, purpose: string, key: KnownKey): Promise<void> {
  await sql`insert into sealing_key (organisation, purpose, key_id, number, fingerprint, made_at)
    values (${work.organisation}, ${purpose}, ${key.id}, ${key.number}, ${key.fingerprint}, ${work.moment})
    on conflict do nothing`.execute(work.db)
}
