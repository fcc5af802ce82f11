// The steps of rotating an organisation's keys, each a short transaction of its own.
import { fingerprintOf, seal, unseal } from '../../../platform/keys/sealing.ts'
import type { Work } from '../../../platform/work.ts'
import { writeTrail } from '../trail/trail.changes.ts'
import { keyOf } from './key.changes.ts'
import { addKey, findKeys, type KnownKey } from './key.store.ts'
import { batchSize, type Purpose } from './rotation.ts'
import { countByKey, holdOldWraps, saveWraps, type WrappedRow } from './rotation.store.ts'
import { placeText } from './sealed-text.ts'

/**
 * Adds the key that comes after the newest one. File first, then the list: a key that the list names is always on the disk.
 * Throws KeyMissing when the newest key's own file is not there.
 */
export async function addNextKey(work: Work, purpose: Purpose, { last }: { last: KnownKey }): Promise<KnownKey> {
  keyOf(work, purpose, last)
  const number = last.number + 1
  const { id, bytes } = work.keys.make(work.organisation, purpose, String(number))
  const key = { id, number, fingerprint: fingerprintOf(bytes) }
  await addKey(work, purpose, key)
  return key
}

/** What the trail says of keys: which purpose and which number, as the service. */
export const noteKey = (work: Work, purpose: Purpose, { deed, key }: { deed: string; key: KnownKey }): void =>
  writeTrail(work, {
    deed,
    about: { kind: 'organisation', id: work.organisation },
    detail: { purpose, key: key.number },
  })

/** Wraps one batch of data keys after an id again; null when there is none. Rows that would not open are left as they are. */
export async function rewrapSome(
  work: Work,
  kind: Purpose,
  { newest, after }: { newest: KnownKey; after: string },
): Promise<{ rewrapped: number; last: string } | null> {
  const key = keyOf(work, kind, newest)
  const rows = await holdOldWraps(work, { kind, newest: newest.id, after, most: batchSize })
  const last = rows.at(-1)
  if (!last) return null
  const wraps = rows.flatMap((row) => {
    const dataKey = dataKeyOf(work, kind, row)
    return dataKey ? [{ id: row.id, wrappedKey: seal(key.bytes, placeOf(work, row), dataKey) }] : []
  })
  await saveWraps(work, key.id, wraps)
  return { rewrapped: wraps.length, last: last.id }
}

function dataKeyOf(work: Work, kind: Purpose, row: WrappedRow): Buffer | null {
  const old = work.keys.find(work.organisation, kind, row.keyId)
  return old && unseal(old.bytes, placeOf(work, row), row.wrappedKey)
}

const placeOf = (work: Work, row: WrappedRow): string =>
  placeText(work.organisation, {
    about: { kind: row.about_kind, id: row.about },
    field: row.field,
    version: row.version,
  })

/** How many texts are still under another key than the newest. */
export async function countOld(work: Work, kind: Purpose, { newest }: { newest: KnownKey }): Promise<number> {
  const counts = await countByKey(work, kind)
  return [...counts].reduce((sum, [key, count]) => (key === newest.id ? sum : sum + count), 0)
}

/** Puts aside the files of older keys that the list does not name any more. */
export async function tidyFiles(work: Work, purpose: Purpose, { newest }: { newest: KnownKey }): Promise<void> {
  const known = new Set((await findKeys(work, purpose)).map((key) => key.id))
  for (const id of work.keys.list(work.organisation, purpose)) {
    if (!known.has(id) && Number(id) < newest.number) work.keys.retire(work.organisation, purpose, id)
  }
}
