// Outside evidence in the database: facts for figures; with whom and where apart, for the person and the voucher.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import type { EvidenceId, OutsideEvidence } from './outside-evidence.ts'

const columns = sql`id, person, type_key as type, day, minutes, format, remote, group_size as "groupSize", supervisor, voucher,
  state, version`

/** The entry of that id in this organisation, or null. */
export async function findEvidence(work: Work, id: EvidenceId): Promise<OutsideEvidence | null> {
  const found = await sql<OutsideEvidence>`select ${columns} from outside_evidence
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
  return found.rows[0] ?? null
}

/** A person's entries, latest day first, and those that wait for this person to vouch. */
export async function findEvidenceOf(work: Work, person: PersonId): Promise<readonly OutsideEvidence[]> {
  const found = await sql<OutsideEvidence>`select ${columns} from outside_evidence
    where organisation = ${work.organisation} and person = ${person} and state <> 'withdrawn'
    order by day desc, id limit 100`.execute(work.db)
  return found.rows
}

/** What waits for a person to vouch for, oldest first. */
export async function findToVouch(work: Work, voucher: PersonId): Promise<readonly OutsideEvidence[]> {
  const found = await sql<OutsideEvidence>`select ${columns} from outside_evidence
    where organisation = ${work.organisation} and voucher = ${voucher} and state = 'asked' order by day, id`.execute(
    work.db,
  )
  return found.rows
}

export type HeldWhere = { readonly heldWith: string; readonly heldAt: string }

/** Adds an entry, with whom and where kept apart. */
export async function addEvidence(work: Work, evidence: OutsideEvidence, where: HeldWhere): Promise<void> {
  await sql`insert into outside_evidence (organisation, id, person, type_key, day, minutes, format, remote, group_size,
      supervisor, voucher, state, recorded_at)
    values (${work.organisation}, ${evidence.id}, ${evidence.person}, ${evidence.type}, ${evidence.day}, ${evidence.minutes},
      ${evidence.format}, ${evidence.remote}, ${evidence.groupSize}, ${evidence.supervisor}, ${evidence.voucher}, 'asked',
      ${work.moment})`.execute(work.db)
  await sql`insert into outside_evidence_words (organisation, evidence, held_with, held_at)
    values (${work.organisation}, ${evidence.id}, ${where.heldWith}, ${where.heldAt})`.execute(work.db)
}

/** With whom and where it was held; for the person and the voucher. */
export async function findWhere(work: Work, id: EvidenceId): Promise<HeldWhere> {
  const found = await sql<HeldWhere>`select held_with as "heldWith", held_at as "heldAt" from outside_evidence_words
    where organisation = ${work.organisation} and evidence = ${id}`.execute(work.db)
  return found.rows[0] ?? { heldWith: '', heldAt: '' }
}

/** Saves an answer; false when it was answered meanwhile. */
export async function saveEvidence(work: Work, evidence: OutsideEvidence): Promise<boolean> {
  const saved = await sql`update outside_evidence set state = ${evidence.state}, answered_at = ${work.moment},
      version = ${evidence.version}
    where organisation = ${work.organisation} and id = ${evidence.id} and version = ${evidence.version - 1}`.execute(
    work.db,
  )
  return Number(saved.numAffectedRows) === 1
}
