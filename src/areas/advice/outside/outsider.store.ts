// Who rang the desk without being in the register: facts for the desk alone.
import { sql } from '../../../platform/database/database.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import type { RequestId } from '../request/request.ts'
import type { Outsider } from './outsider.ts'

/** Adds who asked a request. */
export async function addOutsider(
  work: Work,
  request: RequestId,
  { name, role, place }: Pick<Outsider, 'name' | 'role' | 'place'>,
): Promise<void> {
  await sql`insert into advice_outsider (organisation, request, name, role, place)
    values (${work.organisation}, ${request}, ${name}, ${role}, ${place})`.execute(work.db)
}

/** Those of these requests whose callers are not in the register, by request. */
export async function findOutsiders(
  work: Work,
  requests: readonly RequestId[],
): Promise<ReadonlyMap<RequestId, Outsider>> {
  if (requests.length === 0) return new Map()
  const found = await sql<Outsider>`select request, name, role, place, minutes, person, linked_at as "linkedAt"
    from advice_outsider where organisation = ${work.organisation} and request = any(${[...requests]}::uuid[])`.execute(
    work.db,
  )
  return new Map(found.rows.map((one) => [one.request, one]))
}

/** How long they were advised for. */
export async function saveMinutes(work: Work, request: RequestId, minutes: number): Promise<void> {
  await sql`update advice_outsider set minutes = ${minutes}
    where organisation = ${work.organisation} and request = ${request}`.execute(work.db)
}

/** Whom the register has them as; false when somebody said so before. */
export async function saveLink(work: Work, request: RequestId, person: PersonId): Promise<boolean> {
  const saved = await sql`update advice_outsider set person = ${person}, linked_at = ${work.moment}
    where organisation = ${work.organisation} and request = ${request} and person is null`.execute(work.db)
  return Number(saved.numAffectedRows) === 1
}
