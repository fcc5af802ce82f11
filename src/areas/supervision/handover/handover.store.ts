// Cases on their way between colleagues, in the database: who, whom, when and what came of it; nothing of the case.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import type { CaseId, DetailsId } from '../case/case.ts'
import type { Handover } from './handover.ts'

type Row = Omit<Handover, 'before'> & { detailsBefore: DetailsId | null; versionBefore: number | null }

const columns = sql`id, case_id as case, from_person as "from", to_person as "to", state, offered_at as "offeredAt",
  answered_at as "answeredAt", details_before as "detailsBefore", version_before as "versionBefore"`

function fromRow({ detailsBefore, versionBefore, ...row }: Row): Handover {
  const before = detailsBefore && versionBefore ? { details: detailsBefore, version: versionBefore } : null
  return { ...row, before }
}

/** Every handover of a case, the newest first. */
export async function findHandovers(work: Work, one: CaseId): Promise<readonly Handover[]> {
  const found = await sql<Row>`select ${columns} from case_handover
    where organisation = ${work.organisation} and case_id = ${one} order by offered_at desc, id`.execute(work.db)
  return found.rows.map(fromRow)
}

/** Cases offered to somebody that wait for their answer. */
export async function findOffersTo(work: Work, person: PersonId): Promise<readonly Handover[]> {
  const found = await sql<Row>`select ${columns} from case_handover
    where organisation = ${work.organisation} and to_person = ${person} and state = 'offered'
    order by offered_at, id`.execute(work.db)
  return found.rows.map(fromRow)
}

/** Cases that somebody handed over, the newest first. */
export async function findHandedOver(work: Work, person: PersonId): Promise<readonly Handover[]> {
  const found = await sql<Row>`select ${columns} from case_handover
    where organisation = ${work.organisation} and from_person = ${person} and state = 'accepted'
    order by answered_at desc, id limit 50`.execute(work.db)
  return found.rows.map(fromRow)
}

/** Adds an offer. */
export async function insertHandover(work: Work, offer: Handover): Promise<void> {
  await sql`insert into case_handover (organisation, id, case_id, from_person, to_person, state, offered_at)
    values (${work.organisation}, ${offer.id}, ${offer.case}, ${offer.from}, ${offer.to}, ${offer.state},
      ${offer.offeredAt})`.execute(work.db)
}

/** Keeps what came of an offer; false when it was answered meanwhile. */
export async function answerHandover(work: Work, offer: Handover): Promise<boolean> {
  const saved = await sql`update case_handover set state = ${offer.state}, answered_at = ${offer.answeredAt},
      details_before = ${offer.before?.details ?? null}, version_before = ${offer.before?.version ?? null}
    where organisation = ${work.organisation} and id = ${offer.id} and state = 'offered'`.execute(work.db)
  return Number(saved.numAffectedRows) === 1
}
