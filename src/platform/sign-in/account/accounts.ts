// Accounts: who may sign in, by what means. An account belongs to one person of one organisation, has one e-mail
// there, and is opened by a password and a one-time code; passkeys and OpenID Connect have their place in its means.
import type { Transaction } from '../../database/database.ts'
import { newId } from '../../ids.ts'
import type { Moment } from '../../time/moment.ts'
import { newCodeSecret } from '../code/one-time-code.ts'
import { type DoorKeys, openSecret, sealSecret } from '../secrets.ts'
import '../tables.ts'

export type Account = {
  readonly id: string
  readonly organisation: string
  readonly person: string
  readonly email: string
  readonly passwordHash: string | null
  /** False until the first code was given: the account can only go on with its set-up. */
  readonly hasCode: boolean
  readonly lastStep: number
  readonly codeSecret: Buffer | null
  readonly codeWaiting: Buffer | null
}

const accounts = (tx: Transaction) =>
  tx
    .selectFrom('account')
    .leftJoin('account_means', (join) =>
      join.onRef('account_means.account', '=', 'account.id').on('account_means.kind', '=', 'password'),
    )
    .select([
      'account.id',
      'account.organisation',
      'account.person',
      'account.email',
      'account_means.password_hash as passwordHash',
      'account.code_confirmed_at as confirmedAt',
      'account.code_last_step as lastStep',
      'account.code_secret as codeSecret',
      'account.code_waiting as codeWaiting',
    ])
    .where('account.closed_at', 'is', null)

type Row = Omit<Account, 'hasCode'> & { readonly confirmedAt: Moment | null }
const accountOf = ({ confirmedAt, ...row }: Row): Account => ({ ...row, hasCode: confirmedAt !== null })

/** The open accounts of an e-mail: one in most installations, several when somebody works for several organisations here. */
export async function accountsOfEmail(tx: Transaction, email: string): Promise<Account[]> {
  const rows = await accounts(tx).where('account.email', '=', email).orderBy('account.created_at').limit(5).execute()
  return rows.map(accountOf)
}

export async function findAccount(tx: Transaction, organisation: string, account: string): Promise<Account | null> {
  const row = await accounts(tx)
    .where('account.organisation', '=', organisation)
    .where('account.id', '=', account)
    .executeTakeFirst()
  return row ? accountOf(row) : null
}

/** Whether this person or this e-mail already has an account in the organisation. */
export async function isTaken(
  tx: Transaction,
  organisation: string,
  who: { readonly person: string; readonly email: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom('account')
    .select('id')
    .where('organisation', '=', organisation)
    .where('closed_at', 'is', null)
    .where((is) => is.or([is('email', '=', who.email), is('person', '=', who.person)]))
    .executeTakeFirst()
  return row !== undefined
}

export type NewAccount = {
  readonly organisation: string
  readonly person: string
  readonly email: string
  readonly passwordHash: string
  readonly moment: Moment
}

/** A new account with its password and a code secret that waits for its first code. Answers its id. */
export async function makeAccount(tx: Transaction, keys: DoorKeys, what: NewAccount): Promise<string> {
  const id = newId<'account'>()
  await tx
    .insertInto('account')
    .values({
      organisation: what.organisation,
      id,
      person: what.person,
      email: what.email,
      code_secret: null,
      code_confirmed_at: null,
      code_waiting: sealSecret(keys, id, newCodeSecret()),
      created_at: what.moment,
      closed_at: null,
    })
    .execute()
  const means = { organisation: what.organisation, account: id, id: newId(), kind: 'password' as const }
  await tx
    .insertInto('account_means')
    .values({
      ...means,
      password_hash: what.passwordHash,
      issuer: null,
      subject: null,
      credential: null,
      created_at: what.moment,
      changed_at: what.moment,
    })
    .execute()
  return id
}

export async function changePasswordHash(
  tx: Transaction,
  account: Account,
  passwordHash: string,
  moment: Moment,
): Promise<void> {
  await tx
    .updateTable('account_means')
    .set({ password_hash: passwordHash, changed_at: moment })
    .where('organisation', '=', account.organisation)
    .where('account', '=', account.id)
    .where('kind', '=', 'password')
    .execute()
}

/** A new secret beside the one in use; the old one stays good until a code of the new one was given. */
export async function prepareNewCode(tx: Transaction, keys: DoorKeys, account: Account): Promise<void> {
  await tx
    .updateTable('account')
    .set({ code_waiting: sealSecret(keys, account.id, newCodeSecret()) })
    .where('organisation', '=', account.organisation)
    .where('id', '=', account.id)
    .execute()
}

/** The first code of the waiting secret was given: it becomes the one in use, and that code is used up. False when another request was quicker. */
export async function confirmWaitingCode(
  tx: Transaction,
  account: Account,
  step: number,
  moment: Moment,
): Promise<boolean> {
  const done = await tx
    .updateTable('account')
    .set((get) => ({
      code_secret: get.ref('code_waiting'),
      code_waiting: null,
      code_confirmed_at: moment,
      code_last_step: step,
    }))
    .where('organisation', '=', account.organisation)
    .where('id', '=', account.id)
    .where('code_waiting', '=', account.codeWaiting)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Uses up the code of a step; false when it, or a later one, was used before, even a moment ago by another request. */
export async function useStep(tx: Transaction, account: Account, step: number): Promise<boolean> {
  const used = await tx
    .updateTable('account')
    .set({ code_last_step: step })
    .where('organisation', '=', account.organisation)
    .where('id', '=', account.id)
    .where('code_last_step', '<', step)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}

export const secretInUse = (keys: DoorKeys, account: Account): string | null =>
  account.codeSecret && openSecret(keys, account.id, account.codeSecret)

export const secretWaiting = (keys: DoorKeys, account: Account): string | null =>
  account.codeWaiting && openSecret(keys, account.id, account.codeWaiting)

/** The account that a person had last, now closed: its e-mail, and who closed it. */
export async function lastClosed(
  tx: Transaction,
  owner: { readonly organisation: string; readonly person: string },
): Promise<{ readonly email: string; readonly closedBy: string | null } | null> {
  const row = await tx
    .selectFrom('account')
    .select(['email', 'closed_by as closedBy'])
    .where('organisation', '=', owner.organisation)
    .where('person', '=', owner.person)
    .where('closed_at', 'is not', null)
    .orderBy('closed_at', 'desc')
    .executeTakeFirst()
  return row ?? null
}

/** Somebody left: the account is closed and every visit ends with the next request. `by` is who closed it. */
export async function closeAccount(
  tx: Transaction,
  owner: { readonly organisation: string; readonly person: string },
  moment: Moment,
  by: string | null = null,
): Promise<void> {
  await tx
    .updateTable('account')
    .set({ closed_at: moment, closed_by: by })
    .where('organisation', '=', owner.organisation)
    .where('person', '=', owner.person)
    .where('closed_at', 'is', null)
    .execute()
  await tx
    .updateTable('visit')
    .set({ ended_at: moment })
    .where('organisation', '=', owner.organisation)
    .where('person', '=', owner.person)
    .where('ended_at', 'is', null)
    .execute()
}
