// Recovery codes: for the day the telephone is lost. Shown once, kept as keyed hashes, each works once.
import { randomInt } from 'node:crypto'
import type { Transaction } from '../../database/database.ts'
import type { Moment } from '../../time/moment.ts'
import { type DoorKeys, hashText } from '../secrets.ts'

// Without the letters and figures that are taken for each other.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const howMany = 10

const newRecoveryCode = (): string =>
  [0, 1, 2].map(() => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')).join('-')

type Owner = { readonly organisation: string; readonly id: string }

/** Ten new ones in place of all before; the answer is the only time they can be read. */
export async function renewRecoveryCodes(
  tx: Transaction,
  keys: DoorKeys,
  account: Owner,
  moment: Moment,
): Promise<string[]> {
  const codes = Array.from({ length: howMany }, newRecoveryCode)
  await tx
    .deleteFrom('recovery_code')
    .where('organisation', '=', account.organisation)
    .where('account', '=', account.id)
    .execute()
  const rows = codes.map((code) => ({
    organisation: account.organisation,
    account: account.id,
    code_hash: hashOf(keys, account.id, code),
    created_at: moment,
  }))
  await tx.insertInto('recovery_code').values(rows).execute()
  return codes
}

/** True once for each code, whatever its spaces, hyphens and capitals. */
export async function takeRecoveryCode(
  tx: Transaction,
  keys: DoorKeys,
  account: Owner,
  typed: string,
  moment: Moment,
): Promise<boolean> {
  const taken = await tx
    .updateTable('recovery_code')
    .set({ used_at: moment })
    .where('organisation', '=', account.organisation)
    .where('account', '=', account.id)
    .where('code_hash', '=', hashOf(keys, account.id, typed))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}

/** How many are left unused. */
export async function countRecoveryCodes(tx: Transaction, account: Owner): Promise<number> {
  const found = await tx
    .selectFrom('recovery_code')
    .select((get) => get.fn.countAll<number>().as('left'))
    .where('organisation', '=', account.organisation)
    .where('account', '=', account.id)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(found.left)
}

const hashOf = (keys: DoorKeys, account: string, code: string): Buffer =>
  hashText(
    keys,
    `recovery code of ${account}`,
    code
      .slice(0, 100)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, ''),
  )
