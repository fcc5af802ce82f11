// A series: many small texts of one thing, sealed under keys that are made once, so that each further text costs no key and no
// line of the trail. The keys are those of sealed texts of the thing: who reads the thing opens them, and rotation wraps them
// anew. Opening a series leaves one line for each visit of a person, however often a page of it is loaded again.
import { newKeyBytes, seal, unseal } from '../../../platform/keys/sealing.ts'
import { addMinutes } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { writeTrail } from '../trail/trail.changes.ts'
import type { Thing } from '../trail/trail.ts'
import { keyToSealWith } from '../sealing/key.changes.ts'
import { isTrailClosed, warnOf } from '../sealing/sealed-text.changes.ts'
import { placeText, type SealedKind } from '../sealing/sealed-text.ts'
import { addWriter, findSealed, saveSealed, type SealedRow } from '../sealing/sealed-text.store.ts'
import { findLook, forgetField, saveLook } from './series.store.ts'

/** The keys of a series by field; a field that was forgotten, or would not open, is not among them. */
export type Series = { readonly about: Thing; readonly keys: ReadonlyMap<string, Buffer> }

/** The version under which the keys of a series stand; there is one. */
const ONLY = 1
/** Whoever was not there for so many minutes comes anew. */
const VISIT_MINUTES = 30

/** Begins a series with one key for each field. The asker may open it; everybody else has to be let in with `letRead`. */
export async function beginSeries(
  work: Work,
  what: { kind: SealedKind; about: Thing; fields: readonly string[] },
): Promise<Series> {
  const { kind, about } = what
  const key = await keyToSealWith(work, kind)
  const keys = new Map(what.fields.map((field) => [field, newKeyBytes()]))
  const rows = [...keys].map(([field, dataKey]): SealedRow => {
    const place = placeText(work.organisation, { about, field, version: ONLY })
    const wrappedKey = seal(key.bytes, place, dataKey)
    const sealed = seal(dataKey, place, Buffer.from(''))
    const written = { writtenBy: work.asker.person, writtenAt: work.moment }
    return { field, kind, version: ONLY, keyId: key.id, wrappedKey, sealed, ...written }
  })
  await addWriter(work, about)
  await saveSealed(work, about, rows)
  await saveLook(work, about)
  writeTrail(work, { deed: 'wrote', about, detail: { version: ONLY } })
  return { about, keys }
}

/** Opens a series as the asker, and notes it once for each visit. Null when there is none, or none for the asker. */
export async function openSeries(work: Work, about: Thing): Promise<Series | null> {
  const rows = await findSealed(work, about, ONLY)
  if (rows.length === 0 || (await isTrailClosed(work, rows))) return null
  const keys = new Map<string, Buffer>()
  for (const row of rows) {
    const key = work.keys.find(work.organisation, row.kind, row.keyId)
    const dataKey =
      key && unseal(key.bytes, placeText(work.organisation, { about, field: row.field, version: ONLY }), row.wrappedKey)
    if (dataKey) keys.set(row.field, dataKey)
    else warnOf(work, about, [row])
  }
  await noteLook(work, about)
  return keys.size > 0 ? { about, keys } : null
}

async function noteLook(work: Work, about: Thing): Promise<void> {
  const last = await findLook(work, about)
  if (last !== null && addMinutes(last, 1) > work.moment && last <= work.moment) return
  const isFirst = await saveLook(work, about)
  const isNew = last === null || last > work.moment || addMinutes(last, VISIT_MINUTES) <= work.moment
  if (isFirst && isNew) writeTrail(work, { deed: 'opened', about, detail: { version: ONLY } })
}

const placeInSeries = (work: Work, about: Thing, { field, number }: PlaceInSeries): string =>
  `${placeText(work.organisation, { about, field, version: ONLY })}|series|${number}`

/** One text's place in a series: its field and its number. */
export type PlaceInSeries = { readonly field: string; readonly number: number }

/** Seals one text in its place. Throws when the series has no key for the field. */
export function sealInSeries(work: Work, series: Series, what: PlaceInSeries & { text: string }): Buffer {
  const key = series.keys.get(what.field)
  if (!key) throw new Error(`The series has no key for ${what.field}.`)
  return seal(key, placeInSeries(work, series.about, what), Buffer.from(what.text))
}

/** One text of a series; null when its key was forgotten, or when it is not as it was sealed there. */
export function openInSeries(work: Work, series: Series, what: PlaceInSeries & { sealed: Buffer }): string | null {
  const key = series.keys.get(what.field)
  const text = key && unseal(key, placeInSeries(work, series.about, what), what.sealed)
  return text ? text.toString() : null
}

/** Destroys the key of a field for good: none of its texts opens any more. False when that is not allowed, or was done. */
export async function forgetInSeries(work: Work, about: Thing, what: { field: string }): Promise<boolean> {
  const gone = await forgetField(work, about, { ...what, version: ONLY })
  if (gone) writeTrail(work, { deed: 'words destroyed', about })
  return gone
}
