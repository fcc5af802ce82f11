// Who of a set wrote down hopes and worries, and how many they share. What they wrote is sealed.
import { sql } from '../../../platform/database/database.ts'
import type { Work } from '../../../platform/work.ts'
import type { AgreementId } from '../agreement/agreement.ts'
import type { Hopes } from './hopes.ts'

/** Everybody's of one agreement, in the order in which they began. */
export async function findHopes(work: Work, agreement: AgreementId): Promise<readonly Hopes[]> {
  const found = await sql<Hopes>`select id, agreement, person, shared, shared_about as "sharedAbout",
      save from agreement_hopes
    where organisation = ${work.organisation} and agreement = ${agreement} order by saved_at, id`.execute(work.db)
  return found.rows
}

/** Adds the asker's. */
export async function insertHopes(work: Work, hopes: Hopes): Promise<void> {
  await sql`insert into agreement_hopes (organisation, id, agreement, person, saved_at, shared, shared_about, save)
    values (${work.organisation}, ${hopes.id}, ${hopes.agreement}, ${hopes.person}, ${work.moment}, ${hopes.shared},
      ${hopes.sharedAbout}, ${hopes.save})`.execute(work.db)
}

/** Saves the asker's again; false when another saving came first. */
export async function saveHopesRow(work: Work, hopes: Hopes): Promise<boolean> {
  const saved = await sql`update agreement_hopes set saved_at = ${work.moment}, shared = ${hopes.shared},
      shared_about = ${hopes.sharedAbout}, save = ${hopes.save}
    where organisation = ${work.organisation} and id = ${hopes.id} and person = ${work.asker.person}
      and save = ${hopes.save - 1}`.execute(work.db)
  return Number(saved.numAffectedRows) === 1
}
