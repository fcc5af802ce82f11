// What the front door need not keep: steps after a day, known browsers past their time, visits long over.
import { sql, type Transaction } from '../database/database.ts'
import { addMinutes, type Moment } from '../time/moment.ts'
import { keptMinutes } from './visit/kept-forms.ts'
import './tables.ts'

const day = 24 * 60
/** Visits that ended are kept for a while, for whoever asks where an account was used. */
const visitDays = 90

export async function tidyDoor(tx: Transaction, organisation: string, moment: Moment): Promise<void> {
  await tx
    .deleteFrom('sign_in_step')
    .where('organisation', '=', organisation)
    .where('expires_at', '<', addMinutes(moment, -day))
    .execute()
  await tx
    .deleteFrom('known_browser')
    .where('organisation', '=', organisation)
    .where('expires_at', '<', moment)
    .execute()
  await sql`delete from kept_form where organisation = ${organisation}
    and kept_at < ${addMinutes(moment, -keptMinutes)}`.execute(tx)
  await tx
    .deleteFrom('visit')
    .where('organisation', '=', organisation)
    .where('last_seen_at', '<', addMinutes(moment, -visitDays * day))
    .execute()
}
