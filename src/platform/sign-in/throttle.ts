// Guessing is slowed down, people are not locked out. Each try is counted before it is judged, so a thousand at once
// count as a thousand; waits grow from half a minute to fifteen and never further. A browser in which the account has
// signed in before is counted on its own, so strangers who guess cannot keep its owner out.
import type { Transaction } from '../database/database.ts'
import { addMinutes, addSeconds, type Moment, secondsBetween } from '../time/moment.ts'
import { type DoorKeys, hashText } from './secrets.ts'
import './tables.ts'

type Limit = { readonly free: number; readonly firstWait: number; readonly longestWait: number }

/** Many people share a hospital's address, so it may fail far more often than one account. */
const limits = {
  account: { free: 5, firstWait: 30, longestWait: 900 },
  browser: { free: 10, firstWait: 30, longestWait: 900 },
  address: { free: 100, firstWait: 60, longestWait: 900 },
} as const satisfies Record<string, Limit>

/** Failures older than this are forgotten. */
const memoryMinutes = 60

export type Tried = { readonly kind: keyof typeof limits; readonly name: string }

/** Counts one try for each subject. Null when it may go on; otherwise until when to wait, and nothing more is counted. */
export async function takeTry(
  tx: Transaction,
  keys: DoorKeys,
  tried: readonly Tried[],
  moment: Moment,
): Promise<Moment | null> {
  let wait: Moment | null = null
  for (const one of inOrder(keys, tried)) {
    const until = await takeOne(tx, one.subject, limits[one.kind], moment)
    if (until !== null && (wait === null || until > wait)) wait = until
  }
  return wait
}

/** After a success: the account's or browser's failures are forgotten, and the address gets its one try back. */
export async function forgetTries(tx: Transaction, keys: DoorKeys, tried: readonly Tried[]): Promise<void> {
  for (const { kind, subject } of inOrder(keys, tried)) {
    if (kind === 'address') {
      await tx
        .updateTable('sign_in_failure')
        .set((get) => ({ failures: get('failures', '-', 1) }))
        .where('subject', '=', subject)
        .where('failures', '>', 0)
        .execute()
    } else {
      await tx.deleteFrom('sign_in_failure').where('subject', '=', subject).execute()
    }
  }
}

/** Rows that say nothing any more. */
export async function forgetOldFailures(tx: Transaction, moment: Moment): Promise<void> {
  await tx
    .deleteFrom('sign_in_failure')
    .where('last_at', '<', addMinutes(moment, -24 * 60))
    .execute()
}

// Always locked in the same order, so that two tries never wait for each other.
function inOrder(keys: DoorKeys, tried: readonly Tried[]) {
  return tried
    .map(({ kind, name }) => ({ kind, subject: hashText(keys, `tries of ${kind}`, name) }))
    .sort((a, b) => Buffer.compare(a.subject, b.subject))
}

async function takeOne(tx: Transaction, subject: Buffer, limit: Limit, moment: Moment): Promise<Moment | null> {
  // Made or found, and locked until this transaction ends, in one statement: a row cannot vanish in between.
  const row = await tx
    .insertInto('sign_in_failure')
    .values({ subject, failures: 0, since: moment, last_at: moment, wait_until: null })
    .onConflict((conflict) => conflict.column('subject').doUpdateSet({ subject }))
    .returning(['failures', 'last_at', 'wait_until'])
    .executeTakeFirstOrThrow()
  if (row.wait_until !== null && row.wait_until > moment) return row.wait_until
  const stale = secondsBetween(row.last_at, moment) > memoryMinutes * 60
  const failures = (stale ? 0 : row.failures) + 1
  const changed = {
    failures,
    last_at: moment,
    wait_until: waitAfter(failures, limit, moment),
    ...(stale ? { since: moment } : {}),
  }
  await tx.updateTable('sign_in_failure').set(changed).where('subject', '=', subject).execute()
  return null
}

/** The try that uses up the free ones is still judged; the next has to wait. */
function waitAfter(failures: number, limit: Limit, moment: Moment): Moment | null {
  if (failures < limit.free) return null
  const seconds = limit.firstWait * 2 ** Math.min(failures - limit.free, 10)
  return addSeconds(moment, Math.min(seconds, limit.longestWait))
}
