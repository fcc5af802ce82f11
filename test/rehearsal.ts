// One test inside one transaction that is rolled back, behind the ordinary Database face: what the code under test
// commits are savepoints. Its transactions take turns on the one connection.
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { type Database, type Tables, transactor } from '../src/platform/database/database.ts'

/** SQL as the owner inside the rehearsal: `await arrange('insert into … values ($1)', [id])` answers the rows. */
export type Arrange = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>

/** Runs `body` and undoes everything it did, also when it throws. */
export async function rehearse<T>(
  owner: pg.Pool,
  body: (database: Database, arrange: Arrange) => Promise<T>,
): Promise<T> {
  const client = await owner.connect()
  const turns = takeTurns()
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: savepointPool(client, turns) }) })
  const arrange: Arrange = async (text, values) => {
    const release = await turns()
    try {
      await client.query("select set_config('role', 'none', true)")
      return (await client.query<Record<string, unknown>>(text, values)).rows
    } finally {
      release()
    }
  }
  try {
    await client.query('begin')
    const transact = transactor(kysely)
    return await body({ transact, ask: transact, pool: owner, close: async () => undefined }, arrange)
  } finally {
    await client.query('rollback').finally(() => client.release())
  }
}

const INSTEAD: Readonly<Record<string, string>> = {
  begin: 'savepoint rehearsal',
  commit: 'release savepoint rehearsal',
  rollback: 'rollback to savepoint rehearsal; release savepoint rehearsal',
}

type Turns = () => Promise<() => void>

function savepointPool(client: pg.PoolClient, turns: Turns) {
  return {
    options: {},
    end: async () => undefined,
    connect: async () => {
      const release = await turns()
      const query = (text: string, values?: unknown[]) => {
        const instead = INSTEAD[text]
        return instead === undefined ? client.query(text, values) : client.query(instead)
      }
      return { query, release } as unknown as pg.PoolClient
    },
  }
}

/** Hands out the one turn in the order asked; each answers the function that gives it back. */
function takeTurns(): Turns {
  let last: Promise<void> = Promise.resolve()
  return async () => {
    const before = last
    let release = () => {}
    last = new Promise((resolve) => {
      release = resolve
    })
    await before
    return release
  }
}
