// Writing and opening confidential text. Both leave a line on the trail, in the same transaction.
import { type Key, KeyMissing } from '../../../platform/keys/keyring.ts'
import { newKeyBytes, seal, unseal } from '../../../platform/keys/sealing.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { keyToSealWith, trailKeyOf } from './key.changes.ts'
import {
  draftVersion,
  keyMissingWords,
  type Place,
  placeText,
  type SealedKind,
  spoiledWords,
  type Texts,
} from './sealed-text.ts'
import {
  addReaders,
  addWriter,
  dropSealedDraft,
  findReaders,
  findSealed,
  type Reader,
  saveSealed,
  type SealedRow,
} from './sealed-text.store.ts'
import type { Thing } from '../trail/trail.ts'
import { writeTrail } from '../trail/trail.changes.ts'
import { findReadings } from '../trail/trail.store.ts'

/**
 * Seals texts as a version of a thing. Version 0 is the draft; every other version can be written once.
 * The writer may open it again; everybody else has to be let in with `letRead`. Throws KeyMissing (SPEC 12.2).
 */
export async function sealTexts(
  work: Work,
  what: { kind: SealedKind; about: Thing; version: number; texts: Texts },
): Promise<void> {
  const key = await keyToSealWith(work, what.kind)
  const rows = Object.entries(what.texts).map(([field, text]) => sealedRow(work, what, key, { field, text }))
  await addWriter(work, what.about)
  await saveSealed(work, what.about, rows)
  writeTrail(work, {
    deed: what.version === draftVersion ? 'drafted' : 'wrote',
    about: what.about,
    detail: { version: what.version },
  })
}

/** What was found on opening: the texts by field; `spoiled` names fields whose bytes or key are not as they were sealed. */
export type Opened = {
  readonly texts: Texts
  readonly spoiled: readonly string[]
  readonly writtenBy: PersonId | null
  readonly writtenAt: Moment | null
  /** All of it by the same hand at the same moment, as a version is. */
  readonly isOneHand: boolean
}

/**
 * Opens a version's texts as the asker, and notes that the asker did. Empty when there are none, or none for the asker.
 * What would not open is named on the page and on the trail, the rest stays readable (SPEC 12.2, 12.3).
 */
export async function openTexts(work: Work, what: { about: Thing; version: number }): Promise<Opened> {
  const rows = await findSealed(work, what.about, what.version)
  const texts: Record<string, string> = {}
  const spoiled: string[] = []
  const isClosed = await isTrailClosed(work, rows)
  for (const row of rows) {
    const text = isClosed ? null : openRow(work, what.about, row)
    if (text !== null) texts[row.field] = text
    else spoiled.push(row.field)
  }
  if (!isClosed) noteOpening(work, what, { opened: rows.length > 0, spoiled })
  warnOf(work, what.about, isClosed ? [] : rows.filter((row) => spoiled.includes(row.field)))
  const { writtenBy = null, writtenAt = null } = rows[0] ?? {}
  const isOneHand = rows.every((row) => row.writtenBy === writtenBy && row.writtenAt === writtenAt)
  return { texts, spoiled, writtenBy, writtenAt, isOneHand }
}

function noteOpening(
  work: Work,
  { about, version }: { about: Thing; version: number },
  { opened, spoiled }: { opened: boolean; spoiled: readonly string[] },
): void {
  if (opened) writeTrail(work, { deed: 'opened', about, detail: { version } })
  for (const field of spoiled) writeTrail(work, { deed: 'would not open', about, detail: { field, version } })
}

/** Without the trail's key no line can be written of an opening, so nothing is opened. */
export async function isTrailClosed(work: Work, rows: readonly SealedRow[]): Promise<boolean> {
  if (rows.length === 0) return false
  try {
    await trailKeyOf(work)
    return false
  } catch (fault) {
    if (!(fault instanceof KeyMissing)) throw fault
    work.warnings.add(keyMissingWords)
    return true
  }
}

/** Says on the page of texts that would not open, or whose key is missing. */
export function warnOf(work: Work, about: Thing, rows: readonly SealedRow[]): void {
  for (const row of rows) {
    const isThere = work.keys.find(work.organisation, row.kind, row.keyId) !== null
    work.warnings.add(isThere ? spoiledWords(about.kind, row.field) : keyMissingWords)
  }
}

/** Throws the draft away, after its text became a version or was given up. */
export const dropDraft = (work: Work, about: Thing): Promise<void> => dropSealedDraft(work, about)

/** Lets people open a thing's texts from now on, and says on the trail who was let in. */
export async function letRead(work: Work, about: Thing, readers: readonly Reader[]): Promise<void> {
  await addReaders(work, about, readers)
  for (const reader of readers) {
    writeTrail(work, { deed: 'let read', about, detail: { person: reader.person, because: reader.because } })
  }
}

/** "Who can see this, and who has" for the foot of a confidential page (SPEC 12.1, DESIGN 5). */
export async function whoSees(work: Work, about: Thing) {
  const [can, has] = [await findReaders(work, about), await findReadings(work, about)]
  return { can, has }
}

function sealedRow(
  work: Work,
  what: { kind: SealedKind; about: Thing; version: number },
  key: Key,
  { field, text }: { field: string; text: string },
): SealedRow {
  const dataKey = newKeyBytes()
  const place = placeText(work.organisation, { ...what, field })
  return {
    field,
    kind: what.kind,
    version: what.version,
    keyId: key.id,
    wrappedKey: seal(key.bytes, place, dataKey),
    sealed: seal(dataKey, place, Buffer.from(text)),
    writtenBy: work.asker.person,
    writtenAt: work.moment,
  }
}

function openRow(work: Work, about: Thing, row: SealedRow): string | null {
  const place: Place = { about, field: row.field, version: row.version }
  const key = work.keys.find(work.organisation, row.kind, row.keyId)
  const dataKey = key && unseal(key.bytes, placeText(work.organisation, place), row.wrappedKey)
  const text = dataKey && unseal(dataKey, placeText(work.organisation, place), row.sealed)
  return text ? text.toString() : null
}

/** What a text or a line of the trail is about. */
export const thing = (kind: string, id: Id<string>): Thing => ({ kind, id })
