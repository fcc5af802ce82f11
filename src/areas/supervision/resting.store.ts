// Whether sessions, pairs or cases rest on people or units that an import of staff brought. Facts only.
import { sql } from '../../platform/database/database.ts'
import type { PersonId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import type { UnitId } from '../people/index.ts'

/** Whether any of these people is of a session or a pair or holds a case, or a session is of one of these units. */
export async function restsOn(
  work: Work,
  of: { readonly people: readonly PersonId[]; readonly units: readonly UnitId[] },
): Promise<boolean> {
  const people = sql`any(${[...of.people]}::uuid[])`
  const found = await sql<{ rests: boolean }>`select
      exists (select from supervision_session where organisation = ${work.organisation}
        and (supervisor = ${people} or unit = any(${[...of.units]}::uuid[])))
      or exists (select from session_supervisee where organisation = ${work.organisation} and person = ${people})
      or exists (select from supervisory_pair where organisation = ${work.organisation}
        and (supervisor = ${people} or supervisee = ${people}))
      or exists (select from supervision_case where organisation = ${work.organisation} and holder = ${people})
      or exists (select from outside_evidence where organisation = ${work.organisation}
        and (person = ${people} or voucher = ${people})) as rests`.execute(work.db)
  return found.rows[0]?.rests ?? false
}
