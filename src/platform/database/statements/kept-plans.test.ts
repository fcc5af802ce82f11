import { afterEach, describe, expect, it, vi } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { type Identity, openDatabase, sql, type Transaction } from '../database.ts'

const { url } = await testDatabase()
const visitor: Identity = { organisation: null, person: null, role: 'mcs_door' }
const page: Identity = { ...visitor, plans: 'kept' }

afterEach(() => vi.restoreAllMocks())

/** One connection of a database that was opened as the service opens it. */
async function opened<T>(body: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>): Promise<T> {
  const database = await openDatabase({ url, most: 1 })
  try {
    return await body(database)
  } finally {
    await database.close()
  }
}

const ask = (tx: Transaction, days: readonly string[]) =>
  sql`select count(*) from unnest(${days}::date[]) as day`.execute(tx)

const planned = async (tx: Transaction) =>
  (
    await sql<{ generic_plans: number; custom_plans: number }>`select generic_plans, custom_plans
      from pg_prepared_statements where statement like '%as day'`.execute(tx)
  ).rows

async function askedOften(as: Identity, list: readonly string[]) {
  return opened((database) =>
    database.transact(as, async (tx) => {
      for (let time = 0; time < 20; time += 1) await ask(tx, list)
      return planned(tx)
    }),
  )
}

describe('plans', () => {
  it('serve the next time in a page', async () => {
    expect(await askedOften(page, ['2027-02-03'])).toEqual([{ generic_plans: 13, custom_plans: 5 }])
  })

  it('are made anew in work that says nothing', async () => {
    expect(await askedOften(visitor, ['2027-02-03'])).toEqual([{ generic_plans: 0, custom_plans: 18 }])
  })

  it('are made for itself for a statement with a long list', async () => {
    const list = Array.from({ length: 51 }, () => '2027-02-03')
    expect(await askedOften(page, list)).toEqual([])
  })

  it('are forgotten after a minute, and the transaction that follows is whole', async () => {
    const sent = await opened(async (database) => {
      const client = await database.pool.connect()
      const query = vi.spyOn(Object.getPrototypeOf(Object.getPrototypeOf(client)), 'query')
      client.release()
      const later = performance.now() + 60_001
      vi.spyOn(performance, 'now').mockReturnValue(later)
      for (let time = 0; time < 2; time += 1) {
        await expect(
          database.transact(page, async (tx) => {
            await sql`select set_config('app.kept', 'changed', false)`.execute(tx)
            throw new Error('changed my mind')
          }),
        ).rejects.toThrow('changed my mind')
      }
      const kept = await database.pool.query("select current_setting('app.kept', true) as kept")
      expect(kept.rows[0].kept ?? '').toBe('')
      return query.mock.calls.map(([text]) => String(text)).filter((text) => text.includes('begin;'))
    })
    expect(sent).toEqual([
      expect.stringMatching(/^discard plans; begin; select/),
      expect.stringMatching(/^begin; select/),
    ])
  })
})
