// Writing and opening confidential text. Both leave a line on the trail, in the same transaction.
import { newKeyBytes, seal, unseal } from '../../../platform/keys/sealing.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { draftVersion, type Place, placeText, type SealedKind, type Texts } from './sealed-text.ts'
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
 * The writer may open it again; everybody else has to be let in with `letRead`.
 */
export async function sealTexts(
  work: Work,
  what: { kind: SealedKind; about: Thing; version: number; texts: Texts },
): Promise<void> {
  const rows = Object.entries(what.texts).map(([field, text]) => sealedRow(work, what, field, text))
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
}

/** Opens a version's texts as the asker, and notes that the asker did. Empty when there are none, or none for the asker. */
export async function openTexts(work: Work, what: { about: Thing; version: number }): Promise<Opened> {
  const rows = await findSealed(work, what.about, what.version)
  const texts: Record<string, string> = {}
  const spoiled: string[] = []
  for (const row of rows) {
    const text = openRow(work, what.about, row)
    if (text === null) spoiled.push(row.field)
    else texts[row.field] = text
  }
  if (rows.length > 0) writeTrail(work, { deed: 'opened', about: what.about, detail: { version: what.version } })
  for (const field of spoiled)
    writeTrail(work, { deed: 'would not open', about: what.about, detail: { field, version: what.version } })
  return { texts, spoiled, writtenBy: rows[0]?.writtenBy ?? null, writtenAt: rows[0]?.writtenAt ?? null }
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
  field: string,
  text: string,
): SealedRow {
  const key = work.keys.newest(work.organisation, what.kind)
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
