// The one way to the database. A store receives a Transaction that already carries who is asking; the roles
// mcs_request and mcs_door have no way round row-level security (TRUST, "How it is built", 1 and 10).
import { type Kysely, sql, type Transaction as KyselyTransaction } from 'kysely'
import pg from 'pg'
import { teachColumnValues } from './column-values.ts'
import { namingClient, StatementNames } from './statements/named-statements.ts'
import { inTransaction } from './transacting.ts'

export { sql } from 'kysely'
export type { ColumnType, Generated, Insertable, RawBuilder, Selectable, Updateable } from 'kysely'

/**
 * All tables by name. Stores add theirs by declaration merging:
 * `declare module '../../platform/database/database.ts' { interface Tables { person: PersonTable } }`.
 * Column values: date is 'YYYY-MM-DD', timestamptz is Moment (ISO text), int8 is number, jsonb is given as JSON text.
 */
export interface Tables {}

export type Transaction = KyselyTransaction<Tables>

/**
 * mcs_request: ordinary work of one organisation. mcs_door: sign-in only, before anyone is known. mcs_keys: the wrapped
 * keys of sealed texts and nothing else, for rotation; the login of requests may not become it, only the owner may.
 */
export type Identity = {
  readonly organisation: string | null
  readonly person: string | null
  readonly role: 'mcs_request' | 'mcs_door' | 'mcs_keys'
  /**
   * kept: a plan that was made for a statement serves the next time too, for a minute. For the many small statements of
   * somebody's page; never for work over large sets (imports, jobs, commands), whose plans must see how much there is.
   */
  readonly plans?: 'kept'
}

export interface Database {
  /** One transaction as `identity`: commits when `body` resolves, rolls back when it throws. */
  transact<T>(identity: Identity, body: (tx: Transaction) => Promise<T>): Promise<T>
  /** A transaction of one small statement and no more, for which the server is waited for once; keeps what it changed. */
  ask<T>(identity: Identity, body: (tx: Transaction) => Promise<T>): Promise<T>
  /** For COPY, LISTEN and health; has no rights to any table until a role is set. */
  readonly pool: pg.Pool
  close(): Promise<void>
}

export type DatabaseOptions = {
  readonly url: string
  /** Connections at most; 10 unless told. */
  readonly most?: number
  /** Milliseconds; 5,000 and 10,000 unless told (TRUST, "How it is built", 10). */
  readonly statementTimeout?: number
  readonly idleInTransactionTimeout?: number
  /** What transactions do that say nothing of plans; 'anew' unless told. */
  readonly plans?: 'anew' | 'kept'
  /** Told of connections that break; the pool replaces them. */
  readonly onBroken?: (fault: Error) => void
}

/** Opens the pool and proves that one connection works. Throws what `pg` throws when the server is away. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const pool = openPool(options)
  try {
    await pool.query('select 1')
  } catch (fault) {
    await pool.end()
    throw fault
  }
  let closed: Promise<void> | undefined
  return {
    transact: async (identity, body) => inTransaction(pool, { begin: beginAs(identity), reach: 'any number' }, body),
    ask: async (identity, body) =>
      inTransaction(pool, { begin: beginAs({ ...identity, plans: 'kept' }), reach: 'one statement' }, body),
    pool,
    close: () => (closed ??= pool.end()),
  }
}

/** A `transact` over any Kysely instance: identity first, in one statement, inside the transaction. */
export function transactor(kysely: Kysely<Tables>): Database['transact'] {
  return (identity, body) =>
    kysely.transaction().execute(async (tx) => {
      await become(tx, identity)
      return body(tx)
    })
}

/** Begins a transaction and says in the same message who is asking. Throws when they cannot be anybody. */
function beginAs({ role, organisation, person, plans }: Identity): string {
  const ids = [organisation ?? NOBODY, person ?? NOBODY]
  // Two statements in one message take no values apart: these are put into the text, and must be what they claim.
  if (!/^mcs_[a-z]+$/.test(role) || !ids.every((id) => plainId.test(id))) throw new Error('Nobody can ask as this')
  return `begin; select set_config('role', '${role}', true),
    set_config('app.organisation', '${ids[0]}', true), set_config('app.person', '${ids[1]}', true)${
      plans === 'kept' ? ", set_config('plan_cache_mode', 'auto', true)" : ''
    }`
}

/**
 * A `transact` inside a transaction that is open already: who is asking changes each time, nothing is kept before the
 * whole is committed, and a body that throws spoils the whole. For work of many people that must be all or nothing.
 */
export function transactorWithin(tx: Transaction): Database['transact'] {
  return async (identity, body) => {
    await become(tx, identity)
    return body(tx)
  }
}

/**
 * For a transaction that sends the same small statements many thousand times, as the making of the demonstration does:
 * each is planned once, whatever its values are. Not for large sets, whose plan must see how much there is.
 */
export async function planOnce(tx: Transaction): Promise<void> {
  await sql`select set_config('plan_cache_mode', 'auto', true)`.execute(tx)
}

/** Sets who is asking until the transaction ends; null becomes an id that no row carries. */
async function become(tx: Transaction, identity: Identity): Promise<void> {
  await sql`select set_config('role', ${identity.role}, true),
    set_config('app.organisation', ${identity.organisation ?? NOBODY}, true),
    set_config('app.person', ${identity.person ?? NOBODY}, true)`.execute(tx)
}

const plainId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

// Policies cast the setting to uuid and '' would be an error there; this id is never given to a row.
const NOBODY = '00000000-0000-0000-0000-000000000000'

function openPool(options: DatabaseOptions): pg.Pool {
  teachColumnValues()
  const onBroken = options.onBroken ?? (() => undefined)
  const pool = new pg.Pool({
    Client: namingClient(new StatementNames()),
    // A plan that was made while a table was empty must not be kept for one with a hundred thousand rows: only
    // transactions that say so keep them.
    options: `-c plan_cache_mode=${options.plans === 'kept' ? 'auto' : 'force_custom_plan'}`,
    connectionString: options.url,
    // What is asked goes out at once, also while an answer is awaited; answers come in the order of asking.
    pipeline: true,
    max: options.most ?? 10,
    statement_timeout: options.statementTimeout ?? 5_000,
    idle_in_transaction_session_timeout: options.idleInTransactionTimeout ?? 10_000,
    connectionTimeoutMillis: 5_000,
    application_name: 'manage-clinical-supervision',
  })
  // Without both listeners the process dies when the database does.
  pool.on('error', onBroken)
  pool.on('connect', (client) => client.on('error', onBroken))
  return pool
}
