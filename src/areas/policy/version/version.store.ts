// Policy versions in the database.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { readPack } from '../check/pack-reading.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { daysInForce, type InForce, type PolicyVersion, type PolicyVersionId } from './version.ts'

declare module '../../../platform/database/database.ts' {
  interface Tables {
    policy_version: PolicyVersionTable
  }
}

type PolicyVersionTable = {
  organisation: string
  id: string
  pack_key: string
  pack_name: string
  label: string
  source_text: string
  status: 'draft' | 'approved' | 'withdrawn'
  revision: number
  note: string
  drafted_by: string
  drafted_at: string
  changed_by: string
  changed_at: string
  approved_by: string | null
  approved_at: string | null
  in_force_from: string | null
}

const columns = [
  'id',
  'pack_key',
  'pack_name',
  'label',
  'status',
  'revision',
  'note',
  'drafted_by',
  'drafted_at',
  'changed_by',
  'changed_at',
  'approved_by',
  'approved_at',
  'in_force_from',
] as const

type Row = Pick<PolicyVersionTable, (typeof columns)[number]>

/** Every version without its text, newest first. */
export async function findVersions(work: Work, packKey?: string): Promise<readonly PolicyVersion[]> {
  let query = work.db.selectFrom('policy_version').select(columns).where('organisation', '=', work.organisation)
  if (packKey !== undefined) query = query.where('pack_key', '=', packKey)
  const rows = await query.orderBy('drafted_at', 'desc').execute()
  return rows.map(versionOf)
}

export async function findVersion(work: Work, id: PolicyVersionId): Promise<(PolicyVersion & { text: string }) | null> {
  const row = await work.db
    .selectFrom('policy_version')
    .select([...columns, 'source_text'])
    .where('organisation', '=', work.organisation)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { ...versionOf(row), text: row.source_text } : null
}

export async function insertDraft(
  work: Work,
  id: PolicyVersionId,
  pack: PolicyPack,
  text: string,
  note: string,
): Promise<void> {
  await work.db
    .insertInto('policy_version')
    .values({
      organisation: work.organisation,
      id,
      pack_key: pack.key,
      pack_name: pack.name,
      label: String(pack.version),
      source_text: text,
      status: 'draft',
      revision: 1,
      note,
      drafted_by: work.asker.person,
      drafted_at: work.moment,
      changed_by: work.asker.person,
      changed_at: work.moment,
      approved_by: null,
      approved_at: null,
      in_force_from: null,
    })
    .execute()
}

/** Saves a draft's text over the revision it was read at; false when somebody saved in between. */
export async function updateDraft(
  work: Work,
  id: PolicyVersionId,
  revision: number,
  pack: PolicyPack,
  text: string,
  note: string,
): Promise<boolean> {
  const done = await work.db
    .updateTable('policy_version')
    .set({
      source_text: text,
      note,
      pack_key: pack.key,
      pack_name: pack.name,
      label: String(pack.version),
      revision: revision + 1,
      changed_by: work.asker.person,
      changed_at: work.moment,
    })
    .where('organisation', '=', work.organisation)
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .where('revision', '=', revision)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** One approval or withdrawal at a time for a pack, so that two at one moment see each other. */
export async function lockPack(work: Work, packKey: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`policy ${work.organisation} ${packKey}`}, 0))`.execute(
    work.db,
  )
}

export async function markApproved(work: Work, id: PolicyVersionId, revision: number, from: Day): Promise<boolean> {
  const done = await work.db
    .updateTable('policy_version')
    .set({ status: 'approved', approved_by: work.asker.person, approved_at: work.moment, in_force_from: from })
    .where('organisation', '=', work.organisation)
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .where('revision', '=', revision)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function markWithdrawn(work: Work, id: PolicyVersionId): Promise<void> {
  await sql`update policy_version set status = 'withdrawn', approved_by = null, approved_at = null, in_force_from = null,
      changed_by = ${work.asker.person}, changed_at = ${work.moment}
    where organisation = ${work.organisation} and id = ${id}
      and (status = 'draft' or in_force_from > ${work.today})`.execute(work.db)
}

/** Every approved version with the days on which it holds, for all packs: what the engine reckons the past with. */
export async function findInForce(work: Work): Promise<readonly InForce[]> {
  const rows = await work.db
    .selectFrom('policy_version')
    .select(columns)
    .where('organisation', '=', work.organisation)
    .where('status', '=', 'approved')
    // Pages show policies in this order: without one it would be that of the rows on the disk.
    .orderBy('pack_name')
    .orderBy('pack_key')
    .orderBy('in_force_from')
    .orderBy('id')
    .execute()
  await readPacks(
    work,
    rows.map((row) => row.id),
  )
  const byPack = Map.groupBy(rows.map(versionOf), (version) => version.packKey)
  return [...byPack.values()].flatMap((versions) =>
    daysInForce(versions).flatMap((held) => {
      const pack = packs.get(held.version.id)
      return pack ? [{ ...held, pack }] : []
    }),
  )
}

/** Approved packs by version. Reading one takes tens of milliseconds and it never changes, so each is read once. */
const packs = new Map<string, PolicyPack>()

async function readPacks(work: Work, ids: readonly string[]): Promise<void> {
  const unread = ids.filter((id) => !packs.has(id))
  if (unread.length === 0) return
  const rows = await work.db
    .selectFrom('policy_version')
    .select(['id', 'source_text'])
    .where('organisation', '=', work.organisation)
    .where('id', 'in', unread)
    .execute()
  for (const row of rows) packs.set(row.id, packOf(row.source_text))
}

/** The pack of a stored text; throws when it does not read, which a stored text always does. */
export function packOf(text: string): PolicyPack {
  const reading = readPack(text)
  if (!reading.ok) throw new Error('A stored policy version no longer reads as a pack')
  return reading.pack
}

const versionOf = (row: Row): PolicyVersion => ({
  id: row.id as PolicyVersionId,
  packKey: row.pack_key,
  packName: row.pack_name,
  label: row.label,
  status: row.status,
  revision: row.revision,
  note: row.note,
  draftedBy: row.drafted_by as PersonId,
  draftedAt: row.drafted_at as Moment,
  changedBy: row.changed_by as PersonId,
  changedAt: row.changed_at as Moment,
  approvedBy: row.approved_by as PersonId | null,
  approvedAt: row.approved_at as Moment | null,
  inForceFrom: row.in_force_from as Day | null,
})
