// What a copy of the database, or a way into it as an ordinary request, is worth.
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/test-database.ts'
import { examplePassword, found } from './sign-in.examples.ts'

const database = await testDatabase()

test('an ordinary request reaches no table of the front door', () =>
  database.rehearse(async (db, arrange) => {
    await found(db)
    const [row] = await arrange('select id from organisation limit 1')
    const identity = { organisation: String(row?.id), person: null, role: 'mcs_request' as const }
    const tables = [
      'account',
      'account_means',
      'recovery_code',
      'visit',
      'sign_in_step',
      'known_browser',
      'one_time_link',
      'sign_in_failure',
    ] as const
    for (const table of tables) {
      await expect(db.transact(identity, (tx) => tx.selectFrom(table).selectAll().execute())).rejects.toThrow(
        'permission denied',
      )
    }
  }))

test('a stolen copy of the database holds no token, code, secret or password that works', () =>
  database.rehearse(async (db, arrange) => {
    const { visit, known, secret, recoveryCodes } = await found(db)
    const dump: string[] = []
    for (const table of [
      'account',
      'account_means',
      'recovery_code',
      'visit',
      'sign_in_step',
      'known_browser',
      'one_time_link',
      'sign_in_failure',
    ]) {
      dump.push(
        JSON.stringify(await arrange(`select t.*, encode(convert_to(t::text, 'UTF8'), 'escape') from ${table} t`)),
      )
    }
    for (const hidden of [visit, known, secret, examplePassword, ...recoveryCodes])
      expect(dump.join('\n')).not.toContain(hidden)
  }))
