// A transaction on one connection of the pool. What is asked in the same moment goes to the server in one message and nothing
// waits for `begin`: each wait for the server costs more than most of our statements themselves.
import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Dialect,
  DummyDriver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  Transaction,
} from 'kysely'
import type pg from 'pg'

const dialect: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
}
const shared = { config: { dialect }, dialect, driver: dialect.createDriver() }
const [compiler, adapter] = [dialect.createQueryCompiler(), dialect.createAdapter()]

/** How a transaction begins, and what there is of it: 'one statement' is begun, asked and committed in one message. */
export type Beginning = { readonly begin: string; readonly reach: 'any number' | 'one statement' }

/**
 * Runs `body` in a transaction that the text `begin` begins, saying who is asking; commits, or rolls back when it throws.
 * Whatever follows a `begin` that the server refuses is refused as well: the login itself has no rights.
 */
export async function inTransaction<Tables, T>(
  pool: pg.Pool,
  { begin, reach }: Beginning,
  body: (tx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  const begun = sentOff(client.query(begin))
  const line = new Line(client, reach)
  try {
    const result = await body(line.transaction<Tables>())
    await begun
    await line.commit()
    client.release()
    return result
  } catch (fault) {
    client.release(await line.isBroken())
    // What broke first is what is wrong: all that was asked after it only says so again.
    await begun
    throw fault
  }
}

/** A failure is seen by whoever waits for it in the end; nobody waiting yet is no fault of the process. */
function sentOff<T>(asked: Promise<T>): Promise<T> {
  asked.catch(() => undefined)
  return asked
}

/** The way to the server for one transaction, and to nothing once it is over. */
class Line implements DatabaseConnection {
  readonly #client: pg.PoolClient
  readonly #reach: Beginning['reach']
  #ended: Promise<pg.QueryResult> | null = null

  constructor(client: pg.PoolClient, reach: Beginning['reach']) {
    this.#client = client
    this.#reach = reach
  }

  transaction<Tables>(): Transaction<Tables> {
    const provider = { provideConnection: <T>(consumer: (line: DatabaseConnection) => Promise<T>) => consumer(this) }
    return new Transaction<Tables>({ ...shared, executor: new DefaultQueryExecutor(compiler, adapter, provider) })
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#ended) throw new Error('The transaction is over')
    const asked = this.#client.query(sql, [...parameters])
    if (this.#reach === 'one statement') this.#end('commit')
    const { command, rowCount, rows } = await asked
    const changes = /^(INSERT|UPDATE|DELETE|MERGE)$/.test(command)
    return { rows: (rows ?? []) as Row[], ...(changes ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}) }
  }

  streamQuery(): never {
    throw new Error('Rows come all at once here')
  }

  /** Throws when nothing was kept. */
  async commit(): Promise<void> {
    const { command } = await (this.#ended ?? this.#end('commit'))
    // So the server answers when an earlier statement failed.
    if (command === 'ROLLBACK') throw new Error('Nothing was kept: a statement of the transaction had failed')
  }

  /** Takes back what was not committed; answers whether the connection would not even do that. */
  async isBroken(): Promise<boolean> {
    return this.#end('rollback').then(
      () => false,
      () => true,
    )
  }

  #end(word: 'commit' | 'rollback'): Promise<pg.QueryResult> {
    return (this.#ended = sentOff(this.#client.query(word)))
  }
}
