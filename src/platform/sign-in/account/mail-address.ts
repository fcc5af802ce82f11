// Where mail to a person goes: the e-mail of their account; for an invitation, the e-mail it was made for.
import type { Database } from '../../database/database.ts'
import { asDoor } from '../visit/visits.ts'
import '../tables.ts'

/** null when there is no open account, or the invitation is over: then nothing is sent. */
export async function findMailAddress(
  database: Database,
  to: { readonly organisation: string; readonly person: string; readonly ids: Readonly<Record<string, string>> },
): Promise<string | null> {
  return database.transact(asDoor, async (tx) => {
    const { link } = to.ids
    const found =
      link === undefined
        ? await tx
            .selectFrom('account')
            .select('email')
            .where('organisation', '=', to.organisation)
            .where('person', '=', to.person)
            .where('closed_at', 'is', null)
            .executeTakeFirst()
        : await tx
            .selectFrom('one_time_link')
            .select('email')
            .where('organisation', '=', to.organisation)
            .where('person', '=', to.person)
            .where('id', '=', link)
            .where('used_at', 'is', null)
            .executeTakeFirst()
    return found?.email ?? null
  })
}

/** Everybody of the organisation who can sign in with an account. */
export async function peopleWithAccount(database: Database, organisation: string): Promise<string[]> {
  return database.transact(asDoor, async (tx) => {
    const rows = await tx
      .selectFrom('account')
      .select('person')
      .where('organisation', '=', organisation)
      .where('closed_at', 'is', null)
      .where('code_confirmed_at', 'is not', null)
      .orderBy('person')
      .execute()
    return rows.map((row) => row.person)
  })
}
