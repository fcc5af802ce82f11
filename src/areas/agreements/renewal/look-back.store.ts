// Look backs in the database: whose, and whether they were sent. Their words are sealed. Only the parties see that there are any,
// which the database keeps as well.
import { sql } from '../../../platform/database/database.ts'
import type { Work } from '../../../platform/work.ts'
import type { AgreementId } from '../agreement/agreement.ts'
import type { LookBack } from './renewal.ts'

const columns = sql`id, agreement, person, save, sent_at as "sentAt"`

/** The look backs on these agreements, as far as the asker is a party. */
export async function findLookBacks(work: Work, agreements: readonly AgreementId[]): Promise<readonly LookBack[]> {
  if (agreements.length === 0) return []
  const found = await sql<LookBack>`select ${columns} from agreement_look_back
    where organisation = ${work.organisation} and agreement = any(${[...agreements]}::uuid[])
    order by begun_at, id`.execute(work.db)
  return found.rows
}

/** The asker's own look back on an agreement, made when there is none; held until this work is done. Null once it was sent. */
export async function openLookBack(work: Work, agreement: AgreementId): Promise<LookBack | null> {
  const { moment, organisation } = work
  const { person } = work.asker
  await sql`insert into agreement_look_back (organisation, id, agreement, person, save, begun_at, saved_at)
    values (${organisation}, ${work.newId()}, ${agreement}, ${person}, 0, ${moment}, ${moment})
    on conflict do nothing`.execute(work.db)
  const found = await sql<LookBack>`select ${columns} from agreement_look_back
    where organisation = ${organisation} and agreement = ${agreement} and person = ${person} for update`.execute(
    work.db,
  )
  return found.rows[0] ?? null
}

/** Saves how far a look back has come; one that was sent stays as it is. */
export async function saveLookBack(work: Work, lookBack: LookBack): Promise<void> {
  await sql`update agreement_look_back set save = ${lookBack.save}, saved_at = ${work.moment}, sent_at = ${lookBack.sentAt}
    where organisation = ${work.organisation} and id = ${lookBack.id} and sent_at is null`.execute(work.db)
}
