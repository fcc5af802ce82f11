// The step between the password and the code, and between the set-up form and the first code. Its token lives in a
// cookie for a few minutes; it opens nothing but the next question.
import type { Transaction } from '../database/database.ts'
import { newId, newToken } from '../ids.ts'
import { addMinutes, type Moment } from '../time/moment.ts'
import { type Account, findAccount } from './account/accounts.ts'
import { hashToken } from './secrets.ts'
import type { StepPurpose } from './tables.ts'

const minutesOf: Readonly<Record<StepPurpose, number>> = { code: 5, 'set up code': 30 }
/** Wrong codes that one step bears before the password is asked for again. */
const mostTries = 5

export const stepSecondsOf = (purpose: StepPurpose): number => minutesOf[purpose] * 60

export type Step = { readonly id: string; readonly purpose: StepPurpose; readonly account: Account }

/** Answers the token for the cookie. */
export async function startStep(
  tx: Transaction,
  account: { readonly organisation: string; readonly id: string },
  purpose: StepPurpose,
  moment: Moment,
): Promise<string> {
  const token = newToken()
  const times = { created_at: moment, expires_at: addMinutes(moment, minutesOf[purpose]), used_at: null }
  const row = {
    organisation: account.organisation,
    id: newId(),
    token_hash: hashToken(token),
    account: account.id,
    purpose,
  }
  await tx
    .insertInto('sign_in_step')
    .values({ ...row, ...times })
    .execute()
  return token
}

/** The step of a cookie's token while it is good for this purpose. */
export async function findStep(
  tx: Transaction,
  token: string,
  purpose: StepPurpose,
  moment: Moment,
): Promise<Step | null> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null
  const row = await tx
    .selectFrom('sign_in_step')
    .select(['id', 'organisation', 'account'])
    .where('token_hash', '=', hashToken(token))
    .where('purpose', '=', purpose)
    .where('expires_at', '>', moment)
    .where('used_at', 'is', null)
    .where('tries', '<', mostTries)
    .executeTakeFirst()
  const account = row && (await findAccount(tx, row.organisation, row.account))
  return row && account ? { id: row.id, purpose, account } : null
}

/** Counts a try before it is judged; false when the tries of this step are used up. */
export async function tryStep(tx: Transaction, step: Step): Promise<boolean> {
  const tried = await tx
    .updateTable('sign_in_step')
    .set((get) => ({ tries: get('tries', '+', 1) }))
    .where('organisation', '=', step.account.organisation)
    .where('id', '=', step.id)
    .where('tries', '<', mostTries)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return tried.numUpdatedRows === 1n
}

/** Uses the step up; false when another request already has. */
export async function finishStep(tx: Transaction, step: Step, moment: Moment): Promise<boolean> {
  const done = await tx
    .updateTable('sign_in_step')
    .set({ used_at: moment })
    .where('organisation', '=', step.account.organisation)
    .where('id', '=', step.id)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
