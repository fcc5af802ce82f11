// The organisations of this database, for work that is done in each of them: jobs and operators' commands.
import { CommandFault } from '../command.ts'
import type { OrganisationId } from '../ids.ts'
import { type Database, sql } from './database.ts'

export type Organisation = { readonly id: OrganisationId; readonly name: string }

/** All organisations by name, or the one that is named by name or id. Throws a CommandFault when there is no such. */
export async function listOrganisations(
  database: Database,
  only: string | true | undefined,
): Promise<readonly Organisation[]> {
  const all = await database.transact({ organisation: null, person: null, role: 'mcs_door' }, async (db) => {
    const { rows } = await sql<Organisation>`select id, name from organisation order by name, id`.execute(db)
    return rows
  })
  if (only === undefined) return all
  const found = all.filter((one) => one.name === only || one.id === only)
  if (found.length > 0) return found
  throw new CommandFault(
    `There is no organisation "${only}". There is: ${all.map((one) => one.name).join(', ') || 'none yet'}.`,
  )
}
