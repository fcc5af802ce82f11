// Signing in: the password first, then a one-time code or a recovery code, then a visit. Whoever is wrong hears the
// same words after the same work, whether or not there is such an account (TRUST 7).
import type { Database } from '../database/database.ts'
import type { Moment } from '../time/moment.ts'
import type { Visit } from '../web/door-page.ts'
import {
  type Account,
  accountsOfEmail,
  confirmWaitingCode,
  findAccount,
  secretInUse,
  secretWaiting,
  useStep,
} from './account/accounts.ts'
import { stepOfCode } from './code/one-time-code.ts'
import { renewRecoveryCodes, takeRecoveryCode } from './code/recovery-codes.ts'
import { parseEmail } from './account/email.ts'
import { isKnownBrowser, knowBrowser } from './visit/known-browsers.ts'
import { isPassword } from './password/hash.ts'
import type { DoorKeys } from './secrets.ts'
import { findStep, finishStep, type Step, startStep, tryStep } from './steps.ts'
import type { StepPurpose } from './tables.ts'
import { forgetTries, takeTry, type Tried } from './throttle.ts'
import { asDoor, refreshVisit, startVisit } from './visit/visits.ts'

/** What every deed at the door needs to know. */
export type AtDoor = {
  readonly database: Database
  readonly keys: DoorKeys
  readonly moment: Moment
  readonly address: string
  readonly browser: string
  /** The token that says this browser has signed in before, or ''. */
  readonly known: string
}

export type Waiting = { readonly outcome: 'wait'; readonly until: Moment }
export type Wrong = { readonly outcome: 'wrong' }
/** The step is over or was never there: start again with the password. */
export type Over = { readonly outcome: 'over' }
export type SignedIn = { readonly outcome: 'in'; readonly visit: string; readonly known: string }

/** The password. On success a step for the code, or for setting the code up when that was never finished. */
export async function givePassword(
  at: AtDoor,
  given: { readonly email: string; readonly password: string },
): Promise<Waiting | Wrong | { outcome: 'step'; step: string; purpose: StepPurpose }> {
  const email = parseEmail(given.email)
  const found = await at.database.transact(asDoor, async (tx) => {
    const tried = await triedBy(at, tx, email ?? given.email.slice(0, 320))
    const until = await takeTry(tx, at.keys, tried, at.moment)
    return { until, accounts: until === null && email !== null ? await accountsOfEmail(tx, email) : [] }
  })
  if (found.until !== null) return { outcome: 'wait', until: found.until }
  const account = await firstWithPassword(found.accounts, given.password)
  if (!account) return { outcome: 'wrong' }
  const purpose: StepPurpose = account.hasCode ? 'code' : 'set up code'
  const step = await at.database.transact(asDoor, (tx) => startStep(tx, account, purpose, at.moment))
  return { outcome: 'step', step, purpose }
}

/** Always two verifications or more, so that the time does not tell how many accounts there are: none, one or two. */
async function firstWithPassword(accounts: readonly Account[], password: string): Promise<Account | null> {
  const hashes = accounts.map((account) => account.passwordHash)
  while (hashes.length < 2) hashes.push(null)
  const answers = await Promise.all(hashes.map((hash) => isPassword(hash, password)))
  return accounts.find((_, index) => answers[index]) ?? null
}

async function triedBy(at: AtDoor, tx: Parameters<typeof isKnownBrowser>[0], email: string): Promise<Tried[]> {
  const known = await isKnownBrowser(tx, email, at.known, at.moment)
  return [
    known ? { kind: 'browser', name: `${email} ${at.known}` } : { kind: 'account', name: email.toLowerCase() },
    { kind: 'address', name: at.address },
  ]
}

/** The one-time code of the app, or one of the recovery codes. On success a new visit; the step is used up. */
export async function giveCode(
  at: AtDoor,
  stepToken: string,
  typed: { readonly kind: 'code' | 'recovery code'; readonly text: string },
): Promise<Waiting | Wrong | Over | SignedIn> {
  return at.database.transact(asDoor, async (tx) => {
    const step = await findStep(tx, stepToken, 'code', at.moment)
    if (!step) return { outcome: 'over' }
    const until = await countTry(at, tx, step)
    if (until) return until
    const right =
      typed.kind === 'code'
        ? await isCode(at, tx, step.account, typed.text)
        : await takeRecoveryCode(tx, at.keys, step.account, typed.text, at.moment)
    return right ? comeIn(at, tx, step) : { outcome: 'wrong' }
  })
}

/** The first code of a new account: confirms the app, starts the visit, and gives the recovery codes. */
export async function giveFirstCode(
  at: AtDoor,
  stepToken: string,
  typed: string,
): Promise<Waiting | Wrong | Over | (SignedIn & { recoveryCodes: string[] })> {
  return at.database.transact(asDoor, async (tx) => {
    const step = await findStep(tx, stepToken, 'set up code', at.moment)
    const secret = step && secretWaiting(at.keys, step.account)
    if (!step || step.account.hasCode || secret === null) return { outcome: 'over' }
    const until = await countTry(at, tx, step)
    if (until) return until
    const codeStep = stepOfCode(secret, typed, at.moment, 0)
    if (codeStep === null) return { outcome: 'wrong' }
    if (!(await confirmWaitingCode(tx, step.account, codeStep, at.moment))) return { outcome: 'over' }
    const recoveryCodes = await renewRecoveryCodes(tx, at.keys, step.account, at.moment)
    const done = await comeIn(at, tx, step)
    return done.outcome === 'in' ? { ...done, recoveryCodes } : done
  })
}

/** What the set-up page shows; null when the step is over. */
export async function codeToSetUp(at: AtDoor, stepToken: string): Promise<{ secret: string; email: string } | null> {
  return at.database.transact(asDoor, async (tx) => {
    const step = await findStep(tx, stepToken, 'set up code', at.moment)
    const secret = step && secretWaiting(at.keys, step.account)
    return step && secret && !step.account.hasCode ? { secret, email: step.account.email } : null
  })
}

/** Whether a code is being waited for with this step. */
export const isStepOpen = (at: AtDoor, stepToken: string): Promise<boolean> =>
  at.database.transact(asDoor, async (tx) => (await findStep(tx, stepToken, 'code', at.moment)) !== null)

/** Password and code once more, for deeds that ask for a fresh sign-in. Answers the visit's new token. */
export async function giveAgain(
  at: AtDoor,
  visit: Visit,
  given: { readonly password: string; readonly code: string },
): Promise<Waiting | Wrong | { outcome: 'fresh'; visit: string }> {
  const account = await accountOfVisit(at, visit)
  if (!account) return { outcome: 'wrong' }
  const judged = await judgePasswordOf(at, account, given.password)
  if (judged.outcome !== 'right') return judged
  return at.database.transact(asDoor, async (tx) => {
    if (!(await isCode(at, tx, account, given.code))) return { outcome: 'wrong' }
    await forgetTries(tx, at.keys, await triedBy(at, tx, account.email))
    return { outcome: 'fresh', visit: await refreshVisit(tx, visit, at.moment) }
  })
}

/** The account of a signed-in person; null for the demonstration's named people, who have none. */
export async function accountOfVisit(at: Pick<AtDoor, 'database'>, visit: Visit): Promise<Account | null> {
  const { account } = visit
  if (account === null) return null
  return at.database.transact(asDoor, (tx) => findAccount(tx, visit.organisation, account))
}

/** The current password of somebody who is signed in; counted like any other try. */
export async function judgePasswordOf(
  at: AtDoor,
  account: Account,
  password: string,
): Promise<Waiting | Wrong | { outcome: 'right' }> {
  const until = await at.database.transact(asDoor, async (tx) =>
    takeTry(tx, at.keys, await triedBy(at, tx, account.email), at.moment),
  )
  if (until !== null) return { outcome: 'wait', until }
  return (await isPassword(account.passwordHash, password)) ? { outcome: 'right' } : { outcome: 'wrong' }
}

type Tx = Parameters<typeof isKnownBrowser>[0]

async function countTry(at: AtDoor, tx: Tx, step: Step): Promise<Waiting | Over | null> {
  const until = await takeTry(tx, at.keys, await triedBy(at, tx, step.account.email), at.moment)
  if (until !== null) return { outcome: 'wait', until }
  return (await tryStep(tx, step)) ? null : { outcome: 'over' }
}

async function isCode(at: AtDoor, tx: Tx, account: Account, typed: string): Promise<boolean> {
  const secret = secretInUse(at.keys, account)
  const step = secret === null ? null : stepOfCode(secret, typed, at.moment, account.lastStep)
  return step !== null && useStep(tx, account, step)
}

async function comeIn(at: AtDoor, tx: Tx, step: Step): Promise<SignedIn | Over> {
  if (!(await finishStep(tx, step, at.moment))) return { outcome: 'over' }
  const { account } = step
  await forgetTries(tx, at.keys, await triedBy(at, tx, account.email))
  const visit = await startVisit(tx, {
    organisation: account.organisation,
    person: account.person,
    account: account.id,
    browser: at.browser,
    moment: at.moment,
  })
  const known = await isKnownBrowser(tx, account.email, at.known, at.moment)
  return { outcome: 'in', visit, known: known ? at.known : await knowBrowser(tx, account, at.moment) }
}
