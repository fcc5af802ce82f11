// What people change about their own account: the password, the app for codes, the recovery codes, where they are
// signed in. Whatever weakens the account asks for the password again or for a fresh sign-in.
import { type Decision, no, yes } from '../../decision.ts'
import { sql } from '../../database/database.ts'
import type { Visit } from '../../web/door-page.ts'
import { type Account, changePasswordHash, confirmWaitingCode, prepareNewCode, secretWaiting } from './accounts.ts'
import { stepOfCode } from '../code/one-time-code.ts'
import { countRecoveryCodes, renewRecoveryCodes } from '../code/recovery-codes.ts'
import { forgetBrowsers, knowBrowser } from '../visit/known-browsers.ts'
import { hashPassword } from '../password/hash.ts'
import { judgePassword } from '../password/password.ts'
import { accountOfVisit, type AtDoor, judgePasswordOf, type Waiting } from '../signing-in.ts'
import { asDoor, endAllVisits, endVisit, isFresh, type OpenVisit, openVisits, refreshVisit } from '../visit/visits.ts'

export type OwnAccount = {
  readonly own: { readonly email: string; readonly recoveryCodesLeft: number } | null
  readonly visits: readonly (OpenVisit & { readonly here: boolean })[]
}

export async function ownAccount(at: AtDoor, visit: Visit): Promise<OwnAccount> {
  const account = await accountOfVisit(at, visit)
  return at.database.transact(asDoor, async (tx) => {
    const visits = await openVisits(tx, visit, at.moment)
    return {
      own: account && { email: account.email, recoveryCodesLeft: await countRecoveryCodes(tx, account) },
      visits: visits.map((one) => ({ ...one, here: one.id === visit.id })),
    }
  })
}

export type PasswordChanged = { readonly outcome: 'changed'; readonly visit: string; readonly known: string }

/** The current password and a good new one. Every other visit ends; this one gets a new token. */
export async function changePassword(
  at: AtDoor,
  visit: Visit,
  given: { readonly current: string; readonly password: string },
): Promise<Waiting | { outcome: 'refused'; field: 'current' | 'password'; reason: string } | PasswordChanged> {
  const account = await accountOfVisit(at, visit)
  if (!account) return { outcome: 'refused', field: 'current', reason: 'People of the demonstration have no password' }
  const good = await judgeNewPassword(at, account, given)
  if (!good.ok) return { outcome: 'refused', field: 'password', reason: good.reason }
  const judged = await judgePasswordOf(at, account, given.current)
  if (judged.outcome === 'wait') return judged
  if (judged.outcome === 'wrong')
    return { outcome: 'refused', field: 'current', reason: 'Current password is not right' }
  const passwordHash = await hashPassword(given.password)
  return at.database.transact(asDoor, async (tx) => {
    await changePasswordHash(tx, account, passwordHash, at.moment)
    await endAllVisits(tx, visit, at.moment, visit.id)
    await forgetBrowsers(tx, account)
    const known = await knowBrowser(tx, account, at.moment)
    return { outcome: 'changed', visit: await refreshVisit(tx, visit, at.moment), known }
  })
}

async function judgeNewPassword(
  at: AtDoor,
  account: Account,
  given: { current: string; password: string },
): Promise<Decision> {
  if (given.password === given.current && given.password !== '')
    return no('New password must differ from the current one')
  const found = await at.database.transact(asDoor, (tx) =>
    sql<{ name: string }>`select name from organisation where id = ${account.organisation}`.execute(tx),
  )
  const context = { organisation: found.rows[0]?.name ?? '', name: '', email: account.email }
  return judgePassword(given.password, context)
}

/** A new secret for another app; the one in use stays good until the new one has given a code. Needs a fresh sign-in. */
export async function beginNewCode(at: AtDoor, visit: Visit): Promise<Decision> {
  const account = await accountOfVisit(at, visit)
  if (!account) return no('People of the demonstration have no codes')
  if (!isFresh(visit, at.moment)) return no('Sign in again first')
  await at.database.transact(asDoor, (tx) => prepareNewCode(tx, at.keys, account))
  return yes()
}

/** What the page of the new code shows; null when none was begun. Needs a fresh sign-in. */
export async function newCodeToSetUp(at: AtDoor, visit: Visit): Promise<{ secret: string; email: string } | null> {
  const account = await accountOfVisit(at, visit)
  const secret = account && secretWaiting(at.keys, account)
  return account && secret && isFresh(visit, at.moment) ? { secret, email: account.email } : null
}

/** The first code of the new app: from now on only it counts, and other visits end. */
export async function confirmNewCode(at: AtDoor, visit: Visit, typed: string): Promise<'changed' | 'wrong' | 'over'> {
  const account = await accountOfVisit(at, visit)
  const secret = account && secretWaiting(at.keys, account)
  if (!account || !secret || !isFresh(visit, at.moment)) return 'over'
  const step = stepOfCode(secret, typed, at.moment, 0)
  if (step === null) return 'wrong'
  return at.database.transact(asDoor, async (tx) => {
    if (!(await confirmWaitingCode(tx, account, step, at.moment))) return 'over'
    await endAllVisits(tx, visit, at.moment, visit.id)
    return 'changed'
  })
}

/** Ten new recovery codes in place of the old ones. Needs a fresh sign-in. */
export async function newRecoveryCodes(at: AtDoor, visit: Visit): Promise<readonly string[] | null> {
  const account = await accountOfVisit(at, visit)
  if (!account || !isFresh(visit, at.moment)) return null
  return at.database.transact(asDoor, (tx) => renewRecoveryCodes(tx, at.keys, account, at.moment))
}

/** Ends one's own visit elsewhere; false when there is none of that id, or it is somebody else's. */
export const endOwnVisit = (at: AtDoor, visit: Visit, id: string): Promise<boolean> =>
  at.database.transact(asDoor, (tx) => endVisit(tx, visit, id, at.moment))

/** Signs out everywhere, here as well; every browser has to make itself known anew. */
export async function signOutEverywhere(at: AtDoor, visit: Visit): Promise<number> {
  return at.database.transact(asDoor, async (tx) => {
    const { organisation, account } = visit
    if (account !== null) await forgetBrowsers(tx, { organisation, id: account })
    return endAllVisits(tx, visit, at.moment)
  })
}
