// A form that was sent after its visit had ended is not lost: it is kept, sealed, for the person whose visit it was, and
// shown to them again once they have signed in. Nothing of it goes into an address or a cookie, and nobody else who signs
// in with the same browser finds it (SPEC 14.5; TRUST 6).
import { type Database, sql, type Transaction } from '../../database/database.ts'
import { type Id, newId, type OrganisationId } from '../../ids.ts'
import type { Keyring } from '../../keys/keyring.ts'
import { seal, unseal } from '../../keys/sealing.ts'
import { addMinutes, type Moment } from '../../time/moment.ts'
import type { KeepForm } from '../../web/door-page.ts'
import type { Typed } from '../../web/page.ts'
import { typedFrom } from '../../web/typed.ts'
import type { Work } from '../../work.ts'
import { hashToken } from '../secrets.ts'
import { asDoor } from './visits.ts'

/** Kept for a day: until the next shift. */
export const keptMinutes = 24 * 60
/** More than these in a day are somebody's program, not somebody's typing. */
const mostKept = 50
const purpose = 'kept form'

export type KeptForm = {
  readonly id: Id<'kept form'>
  /** Where it was sent to. */
  readonly path: string
  readonly form: Typed
  readonly keptAt: Moment
}

/** Keeps a form for whoever's visit the token was, when that visit ended within a day; answers its id, or null. */
export const formKeeper =
  (database: Database, keys: Keyring): KeepForm =>
  async (token, what) => {
    if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null
    return database.transact(asDoor, async (tx) => {
      const owner = await ownerOf(tx, token, what.moment)
      if (!owner || (await countKept(tx, owner, what.moment)) >= mostKept) return null
      const id = newId<'kept form'>()
      const key = keys.make(owner.organisation, purpose, keys.list(owner.organisation, purpose).at(-1) ?? '1')
      const sealed = seal(key.bytes, placeOf(owner.organisation, id), Buffer.from(JSON.stringify(what.form)))
      await sql`insert into kept_form (organisation, id, person, path, key_id, sealed, kept_at)
        values (${owner.organisation}, ${id}, ${owner.person}, ${what.path}, ${key.id}, ${sealed}, ${what.moment})`.execute(
        tx,
      )
      return id
    })
  }

type Owner = { readonly organisation: OrganisationId; readonly person: string }

async function ownerOf(tx: Transaction, token: string, moment: Moment): Promise<Owner | null> {
  const found = await sql<Owner>`select v.organisation, v.person from visit v
    left join account a on a.organisation = v.organisation and a.id = v.account
    where v.token_hash = ${hashToken(token)} and v.last_seen_at > ${addMinutes(moment, -keptMinutes)}
      and a.closed_at is null`.execute(tx)
  return found.rows[0] ?? null
}

async function countKept(tx: Transaction, owner: Owner, moment: Moment): Promise<number> {
  const found = await sql<{ count: number }>`select count(*)::int as count from kept_form
    where organisation = ${owner.organisation} and person = ${owner.person}
      and kept_at > ${addMinutes(moment, -keptMinutes)}`.execute(tx)
  return found.rows[0]?.count ?? 0
}

const placeOf = (organisation: string, id: string): string => [organisation, purpose, id].join('|')

type Row = Omit<KeptForm, 'form'> & { readonly keyId: string; readonly sealed: Buffer }

/** What the asker sent after a visit of theirs had ended, newest first, without the words. */
export async function findKeptForms(work: Work): Promise<readonly Omit<KeptForm, 'form'>[]> {
  const found = await sql<Omit<KeptForm, 'form'>>`select id, path, kept_at as "keptAt" from kept_form
    where organisation = ${work.organisation} and person = ${work.asker.person}
      and kept_at > ${addMinutes(work.moment, -keptMinutes)} order by kept_at desc`.execute(work.db)
  return found.rows
}

/** One of the asker's own with its words; null when there is none, it is older than a day, or it would not open. */
export async function openKeptForm(work: Work, id: Id<string>): Promise<KeptForm | null> {
  const found = await sql<Row>`select id, path, kept_at as "keptAt", key_id as "keyId", sealed from kept_form
    where organisation = ${work.organisation} and person = ${work.asker.person} and id = ${id}
      and kept_at > ${addMinutes(work.moment, -keptMinutes)}`.execute(work.db)
  const row = found.rows[0]
  const key = row && work.keys.find(work.organisation, purpose, row.keyId)
  const plain = key && unseal(key.bytes, placeOf(work.organisation, row.id), row.sealed)
  if (!row || !plain) return null
  return { id: row.id, path: row.path, keptAt: row.keptAt, form: typedFrom(JSON.parse(plain.toString())) }
}

/** Throws one of the asker's own away: it was sent again, or is not wanted. */
export async function dropKeptForm(work: Work, id: Id<string>): Promise<void> {
  await sql`delete from kept_form where organisation = ${work.organisation} and person = ${work.asker.person}
    and id = ${id}`.execute(work.db)
}
