// In the demonstration, and only there, a visitor may choose whom to be. A real organisation has no such way in: the
// organisation's own kind is asked in the database, not only in the settings.
import { type Database, sql, type Transaction } from '../../database/database.ts'
import type { Moment } from '../../time/moment.ts'
import type { Visit } from '../../web/door-page.ts'
import { asDoor, refreshVisit, startVisit } from './visits.ts'

/** A named person of the demonstration, and why it is worth being them. */
export type DemonstrationPerson = {
  readonly person: string
  readonly organisation: string
  readonly name: string
  /** 'Health visitor, Elm Park team' */
  readonly what: string
  /** 'Her supervision lapsed in March: see what she is told to do.' */
  readonly why: string
}

/** Answers the visit's token; null when the organisation is not a demonstration. */
export async function visitAs(
  database: Database,
  who: { readonly organisation: string; readonly person: string },
  how: { readonly browser: string; readonly moment: Moment },
): Promise<string | null> {
  return database.transact(asDoor, async (tx) => {
    const found =
      await sql`select 1 from organisation where id = ${who.organisation} and kind = 'demonstration'`.execute(tx)
    if (found.rows.length === 0) return null
    return startVisit(tx, { ...who, account: null, ...how })
  })
}

/** Counts a visit of the demonstration as freshly signed in; answers its new token, null in any real organisation. */
export async function confirmInDemonstration(database: Database, visit: Visit, moment: Moment): Promise<string | null> {
  return database.transact(asDoor, async (tx) => {
    const found =
      await sql`select 1 from organisation where id = ${visit.organisation} and kind = 'demonstration'`.execute(tx)
    if (found.rows.length === 0 || visit.account !== null) return null
    return refreshVisit(tx, visit, moment)
  })
}

/** The demonstration's organisation; null when this installation has none. */
export async function findDemonstration(database: Database): Promise<string | null> {
  return database.transact(asDoor, async (tx) => {
    const found = await sql<{ id: string }>`
      select id from organisation where kind = 'demonstration' order by created_at limit 1`.execute(tx)
    return found.rows[0]?.id ?? null
  })
}

/** Adds the demonstration's organisation in a transaction that is the door's; the rest of it must follow in the same one. */
export async function addDemonstration(
  tx: Transaction,
  organisation: { readonly id: string; readonly name: string; readonly since: Moment },
): Promise<void> {
  await sql`insert into organisation (id, name, kind, created_at)
    values (${organisation.id}, ${organisation.name}, 'demonstration', ${organisation.since})`.execute(tx)
}
