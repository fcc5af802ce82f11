// Drafts of the two records, one for each writer: how often each was saved. Their words are sealed for the writer alone.
import { sql } from '../../../platform/database/database.ts'
import type { Id } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import type { RequestId } from '../request/request.ts'
import type { Part } from './writing.ts'

export type Draft = { readonly id: Id<'advice draft'>; readonly save: number }

/** The asker's own draft of a record, or null. */
export async function findDraft(work: Work, request: RequestId, part: Part): Promise<Draft | null> {
  const found = await sql<Draft>`select id, save from advice_draft where organisation = ${work.organisation}
    and request = ${request} and author = ${work.asker.person} and part = ${part}`.execute(work.db)
  return found.rows[0] ?? null
}

/** The same, made when there is none, held until the work is done. */
export async function holdDraft(work: Work, request: RequestId, part: Part): Promise<Draft> {
  await sql`insert into advice_draft (organisation, id, request, author, part)
    values (${work.organisation}, ${work.newId()}, ${request}, ${work.asker.person}, ${part})
    on conflict do nothing`.execute(work.db)
  const found = await sql<Draft>`select id, save from advice_draft where organisation = ${work.organisation}
    and request = ${request} and author = ${work.asker.person} and part = ${part} for update`.execute(work.db)
  if (!found.rows[0]) throw new Error('Everybody has one draft of a record')
  return found.rows[0]
}

/** Counts one more save of a draft. */
export async function countSave(work: Work, { id, save }: Draft): Promise<void> {
  await sql`update advice_draft set save = ${save + 1}
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
}
