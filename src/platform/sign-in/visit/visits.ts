// Visits: a browser's stay, from signing in to leaving (TRUST 6). Fifteen minutes without a request end it, eight
// hours end it whatever happens, and one ended by hand is over with the next request: nothing is kept in memory.
import type { Database, Transaction } from '../../database/database.ts'
import { newId, newToken, type OrganisationId, type PersonId } from '../../ids.ts'
import { addMinutes, type Moment, secondsBetween } from '../../time/moment.ts'
import type { AskedBy, FindVisit, Visit } from '../../web/door-page.ts'
import { hashToken } from '../secrets.ts'
import { expiryOf, idleMinutes, isAliveAt, longestMinutes } from './visit-time.ts'
import '../tables.ts'

/** For signing and other deeds that ask for a fresh sign-in (TRUST 5). */
export const freshMinutes = 5

const seenEverySeconds = 60

export const asDoor = { organisation: null, person: null, role: 'mcs_door', plans: 'kept' } as const

/** The platform's `FindVisit` over this database. Texts that cannot be a token are not looked up. */
export const visitFinder =
  (database: Database): FindVisit =>
  async (token, moment, asked) => {
    if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null
    const row = await database.ask(asDoor, (tx) => findRow(tx, token))
    const visit = row && visitOf(row, moment, asked)
    if (visit?.isUsed) await database.ask(asDoor, (tx) => noteSeen(tx, visit.visit.id, moment))
    return visit?.visit ?? null
  }

type VisitRow = NonNullable<Awaited<ReturnType<typeof findRow>>>

const findRow = (tx: Transaction, token: string) =>
  tx
    .selectFrom('visit')
    .leftJoin('account', (join) =>
      join.onRef('account.id', '=', 'visit.account').onRef('account.organisation', '=', 'visit.organisation'),
    )
    .select([
      'visit.id',
      'visit.organisation',
      'visit.person',
      'visit.account',
      'visit.started_at',
      'visit.last_seen_at',
      'visit.signed_in_at',
      'visit.live_path',
      'visit.live_at',
      'account.closed_at',
    ])
    .where('visit.token_hash', '=', hashToken(token))
    .where('visit.ended_at', 'is', null)
    .executeTakeFirst()

/** The visit while it is good, and whether this use of it is to be noted. */
function visitOf(row: VisitRow, moment: Moment, asked?: AskedBy): { visit: Visit; isUsed: boolean } | null {
  if (row.closed_at !== null) return null
  const { started_at: started, last_seen_at: seen } = row
  const isGood = expiryOf(started, seen) > moment
  if (!isGood && !isAliveAt(row, moment, asked?.path)) return null
  const visit: Visit = {
    id: row.id,
    account: row.account,
    organisation: row.organisation as OrganisationId,
    person: row.person as PersonId,
    expiresAt: expiryOf(started, asked?.byItself || !isGood ? seen : moment),
    signedInAt: row.signed_in_at,
  }
  return { visit, isUsed: isGood && !asked?.byItself && secondsBetween(seen, moment) >= seenEverySeconds }
}

async function noteSeen(tx: Transaction, visit: string, moment: Moment): Promise<void> {
  await tx
    .updateTable('visit')
    .set({ last_seen_at: moment })
    .where('id', '=', visit)
    .where('ended_at', 'is', null)
    .where('last_seen_at', '<', moment)
    .execute()
}

export type NewVisit = {
  readonly organisation: string
  readonly person: string
  /** null only for a named person of the demonstration. */
  readonly account: string | null
  readonly browser: string
  readonly moment: Moment
}

/** Starts a visit and answers its token, which is kept nowhere else. Always a new one: a token from before signing in is never taken over. */
export async function startVisit(tx: Transaction, what: NewVisit): Promise<string> {
  const token = newToken()
  await tx
    .insertInto('visit')
    .values({
      organisation: what.organisation,
      id: newId(),
      token_hash: hashToken(token),
      account: what.account,
      person: what.person,
      browser: what.browser.slice(0, 80),
      started_at: what.moment,
      last_seen_at: what.moment,
      signed_in_at: what.moment,
    })
    .execute()
  return token
}

/** Password and code were given once more: the visit counts as freshly signed in and gets a new token. */
export async function refreshVisit(tx: Transaction, visit: Visit, moment: Moment): Promise<string> {
  const token = newToken()
  await tx
    .updateTable('visit')
    .set({ token_hash: hashToken(token), signed_in_at: moment, last_seen_at: moment })
    .where('organisation', '=', visit.organisation)
    .where('id', '=', visit.id)
    .where('ended_at', 'is', null)
    .execute()
  return token
}

/** Ends one visit of this person; true when there was one to end. Somebody else's is left alone. */
export async function endVisit(
  tx: Transaction,
  owner: { readonly organisation: string; readonly person: string },
  visit: string,
  moment: Moment,
): Promise<boolean> {
  const ended = await tx
    .updateTable('visit')
    .set({ ended_at: moment })
    .where('organisation', '=', owner.organisation)
    .where('person', '=', owner.person)
    .where('id', '=', visit)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows === 1n
}

/** Ends every visit of a person, but for one to keep when it is named. Answers how many. */
export async function endAllVisits(
  tx: Transaction,
  owner: { readonly organisation: string; readonly person: string },
  moment: Moment,
  keep: string | null = null,
): Promise<number> {
  const ended = await tx
    .updateTable('visit')
    .set({ ended_at: moment })
    .where('organisation', '=', owner.organisation)
    .where('person', '=', owner.person)
    .where('ended_at', 'is', null)
    .$if(keep !== null, (query) => query.where('id', '!=', keep ?? ''))
    .executeTakeFirst()
  return Number(ended.numUpdatedRows)
}

export type OpenVisit = {
  readonly id: string
  readonly browser: string
  readonly startedAt: Moment
  readonly lastSeenAt: Moment
}

/** A person's visits that are still good, the last used first. */
export async function openVisits(
  tx: Transaction,
  owner: { readonly organisation: string; readonly person: string },
  moment: Moment,
): Promise<OpenVisit[]> {
  const rows = await tx
    .selectFrom('visit')
    .select(['id', 'browser', 'started_at', 'last_seen_at'])
    .where('organisation', '=', owner.organisation)
    .where('person', '=', owner.person)
    .where('ended_at', 'is', null)
    .where('last_seen_at', '>', addMinutes(moment, -idleMinutes))
    .where('started_at', '>', addMinutes(moment, -longestMinutes))
    .orderBy('last_seen_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    browser: row.browser,
    startedAt: row.started_at,
    lastSeenAt: row.last_seen_at,
  }))
}

export const isFresh = (visit: Visit, moment: Moment): boolean => isFreshAt(visit.signedInAt, moment)

/** Whether who somebody is was said within the five minutes before a moment; never when it was said after it. */
export const isFreshAt = (saidAt: Moment | null, moment: Moment): boolean =>
  saidAt !== null && saidAt <= moment && addMinutes(saidAt, freshMinutes) > moment
