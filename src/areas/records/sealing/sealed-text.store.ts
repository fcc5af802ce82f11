// Sealed texts and their readers in the database. The database itself shows a text to its readers alone.
import { sql } from '../../../platform/database/database.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import type { ReaderReason, SealedKind } from './sealed-text.ts'
import type { Thing } from '../trail/trail.ts'

export type SealedRow = {
  readonly field: string
  readonly kind: SealedKind
  readonly version: number
  readonly keyId: string
  readonly wrappedKey: Buffer
  readonly sealed: Buffer
  readonly writtenBy: PersonId
  readonly writtenAt: Moment
}

/** Adds the sealed texts of one version of one thing; a draft (version 0) is written over, any other version only once. */
export async function saveSealed(work: Work, about: Thing, rows: readonly SealedRow[]): Promise<void> {
  const first = rows[0]
  if (!first) return
  const column = <T>(of: (row: SealedRow) => T): T[] => rows.map(of)
  await sql`insert into sealed_text (organisation, id, kind, about_kind, about, field, version, key_id, wrapped_key,
      sealed, written_by, written_at)
    select ${work.organisation}::uuid, id, ${first.kind}::text, ${about.kind}::text, ${about.id}::uuid, field,
      ${first.version}::int, key_id, wrapped_key, sealed, ${first.writtenBy}::uuid, ${first.writtenAt}::timestamptz
    from unnest(${column(() => work.newId())}::uuid[], ${column((row) => row.field)}::text[],
      ${column((row) => row.keyId)}::text[], ${column((row) => row.wrappedKey)}::bytea[],
      ${column((row) => row.sealed)}::bytea[]) as r (id, field, key_id, wrapped_key, sealed)
    ${first.version === 0 ? onDraftAgain : sql``}`.execute(work.db)
}

const onDraftAgain = sql`on conflict (organisation, about_kind, about, field, version) do update
  set key_id = excluded.key_id, wrapped_key = excluded.wrapped_key, sealed = excluded.sealed,
    written_at = excluded.written_at`

/** The sealed texts of a version that the asker is a reader of. */
export async function findSealed(work: Work, about: Thing, version: number): Promise<readonly SealedRow[]> {
  const found = await sql<SealedRow>`
    select field, kind, version, key_id as "keyId", wrapped_key as "wrappedKey", sealed,
      written_by as "writtenBy", written_at as "writtenAt"
    from sealed_text
    where organisation = ${work.organisation} and about_kind = ${about.kind} and about = ${about.id}
      and version = ${version}
    order by field`.execute(work.db)
  return found.rows
}

export async function dropSealedDraft(work: Work, about: Thing): Promise<void> {
  await sql`delete from sealed_text where organisation = ${work.organisation} and about_kind = ${about.kind}
    and about = ${about.id} and version = 0`.execute(work.db)
}

export type Reader = { readonly person: PersonId; readonly because: ReaderReason; readonly until: Moment | null }

/**
 * Lets people read a thing's texts, from now; who already may keeps the earlier moment, its writer the reason as well.
 * Whoever reads for good does not come to read for a time, and of two times the later one counts; unless the reason for
 * which they read holds no longer.
 */
export async function addReaders(work: Work, about: Thing, readers: readonly Reader[]): Promise<void> {
  if (readers.length === 0) return
  await sql`insert into sealed_reader (organisation, about_kind, about, person, because, since, until)
    select ${work.organisation}::uuid, ${about.kind}::text, ${about.id}::uuid, person, because, ${work.moment}::timestamptz,
      until
    from jsonb_to_recordset(${JSON.stringify(readers)}::jsonb) as r (person uuid, because text, until timestamptz)
    on conflict (organisation, about_kind, about, person) do update
    set because = excluded.because, until = excluded.until
    where sealed_reader.because <> 'wrote it' and (excluded.until is null
      or sealed_reader.until is not null and sealed_reader.until <= excluded.until
      or not sealed_reason_holds(sealed_reader.about_kind, sealed_reader.about, sealed_reader.person,
        sealed_reader.because, sealed_reader.until, ${work.moment}))`.execute(work.db)
}

/** Whoever writes may read what they wrote; a reason they already have stays. */
export async function addWriter(work: Work, about: Thing): Promise<void> {
  await sql`insert into sealed_reader (organisation, about_kind, about, person, because, since)
    values (${work.organisation}, ${about.kind}, ${about.id}, ${work.asker.person}, 'wrote it', ${work.moment})
    on conflict do nothing`.execute(work.db)
}

/** A thing's texts no longer open for this person; the lines of the trail stay. */
export async function removeReader(work: Work, about: Thing, person: PersonId): Promise<void> {
  await sql`delete from sealed_reader where organisation = ${work.organisation} and about_kind = ${about.kind}
    and about = ${about.id} and person = ${person}`.execute(work.db)
}

/** Whether the reason for which somebody reads still holds: who supervises a case changes, and who manages its holder. */
const reasonHolds = (work: Work) => sql`(because <> 'cover' and about_kind not in ('case', 'case line')
  or sealed_reason_holds(about_kind, about, person, because, until, ${work.moment}))`

/** Who may open a thing's texts at this moment. */
export async function findReaders(work: Work, about: Thing): Promise<readonly Reader[]> {
  const found = await sql<Reader>`select person, because, until from sealed_reader
    where organisation = ${work.organisation} and about_kind = ${about.kind} and about = ${about.id}
      and (until is null or until > ${work.moment}) and ${reasonHolds(work)}
    order by since, person`.execute(work.db)
  return found.rows
}

/** Which of many things of one kind the asker may open. */
export async function findReadable(work: Work, kind: string, ids: readonly Id<string>[]): Promise<ReadonlySet<string>> {
  const found = await sql<{ about: string }>`select about from sealed_reader
    where organisation = ${work.organisation} and about_kind = ${kind} and about = any(${[...ids]}::uuid[])
      and person = ${work.asker.person} and (until is null or until > ${work.moment}) and ${reasonHolds(work)}`.execute(
    work.db,
  )
  return new Set(found.rows.map((row) => row.about))
}

/** Whether the asker may say who else reads a thing: its writer, or somebody who answers for it, never a reader for a time. */
export async function mayLetRead(work: Work, about: Thing): Promise<boolean> {
  const found = await sql<{ may: boolean }>`select sealed_may_let(${about.kind}, ${about.id}::uuid) as may`.execute(
    work.db,
  )
  return found.rows[0]?.may ?? false
}
