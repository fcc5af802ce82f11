// A repeated submit acts once (SPEC 14.5): each form carries a key, kept with where the first submit led.
// The row is written in the transaction of the change itself, so a cut reply can be asked for again.
import { sql, type Transaction } from '../../database/database.ts'
import { type OrganisationId, type PersonId, parseId } from '../../ids.ts'
import type { Moment } from '../../time/moment.ts'

/** Keys are uuids, made for each form as it is shown. */
export const isFormKey = (text: string): boolean => parseId(text) !== null

/**
 * 'taken' when this submit is the first, 'elsewhere' when its key was used for another path; otherwise where the first one
 * led. Waits for a first one still under way.
 */
export async function takeFormKey(
  db: Transaction,
  use: { organisation: OrganisationId; person: PersonId; key: string; path: string; moment: Moment },
): Promise<'taken' | 'elsewhere' | { readonly location: string }> {
  const taken = await sql<{ key: string }>`
    insert into request_key (organisation, person, key, method, path, created_at)
    values (${use.organisation}, ${use.person}, ${use.key}, 'POST', ${use.path}, ${use.moment})
    on conflict do nothing returning key`.execute(db)
  if (taken.rows.length > 0) return 'taken'
  const before = await sql<{ location: string | null; path: string }>`
    select location, path from request_key
    where organisation = ${use.organisation} and person = ${use.person} and key = ${use.key}`.execute(db)
  const [first] = before.rows
  return first && first.path !== use.path ? 'elsewhere' : { location: first?.location ?? '/' }
}

/** Notes where the change led, for the same submit sent again. */
export async function keepLocation(
  db: Transaction,
  use: { organisation: OrganisationId; person: PersonId; key: string; location: string },
): Promise<void> {
  await sql`update request_key set location = ${use.location}
    where organisation = ${use.organisation} and person = ${use.person} and key = ${use.key}`.execute(db)
}
