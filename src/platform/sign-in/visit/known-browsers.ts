// Browsers in which an account has signed in before. Such a browser is not trusted more; it only has its own count
// of failures, so that guessing from elsewhere does not slow its owner down.
import type { Transaction } from '../../database/database.ts'
import { newToken } from '../../ids.ts'
import { addMinutes, type Moment } from '../../time/moment.ts'
import { hashToken } from '../secrets.ts'
import '../tables.ts'

const days = 180
export const knownSeconds = days * 24 * 3600

type Owner = { readonly organisation: string; readonly id: string }

/** Answers the token for the cookie. */
export async function knowBrowser(tx: Transaction, account: Owner, moment: Moment): Promise<string> {
  const token = newToken()
  const row = { organisation: account.organisation, account: account.id, token_hash: hashToken(token) }
  await tx
    .insertInto('known_browser')
    .values({ ...row, created_at: moment, expires_at: addMinutes(moment, days * 24 * 60) })
    .execute()
  return token
}

/** Whether a browser with this token has signed in with this e-mail before. */
export async function isKnownBrowser(tx: Transaction, email: string, token: string, moment: Moment): Promise<boolean> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return false
  const row = await tx
    .selectFrom('known_browser')
    .innerJoin('account', 'account.id', 'known_browser.account')
    .select('known_browser.account')
    .where('known_browser.token_hash', '=', hashToken(token))
    .where('known_browser.expires_at', '>', moment)
    .where('account.email', '=', email)
    .executeTakeFirst()
  return row !== undefined
}

/** After a password change or 'sign out everywhere', every browser has to make itself known anew. */
export async function forgetBrowsers(tx: Transaction, account: Owner): Promise<void> {
  await tx
    .deleteFrom('known_browser')
    .where('organisation', '=', account.organisation)
    .where('account', '=', account.id)
    .execute()
}
