// From settings to a database that is safe, up to date and open: the built-in one, or the one DATABASE_URL names.
import pg from 'pg'
import type { Config } from '../config.ts'
import { type Database, openDatabase } from './database.ts'
import { type EmbeddedServer, startEmbedded } from './embedded/embedded.ts'
import { urlOfRunning } from './embedded/folders.ts'
import { FolderInUse } from './embedded/lock.ts'
import { DatabaseFault, migrate } from './migrate.ts'
import { grantRequestRoles, prepareRequestLogin } from './request-login.ts'
import { checkRequestRoles, checkServer } from './safety.ts'

/** What is told of the database's life; texts only, never data. */
export type DatabaseLog = { readonly info: (text: string) => void; readonly error: (text: string) => void }

export type RunningDatabase = Database & {
  /** The login of requests. */
  readonly url: string
  /** The owner: for migrations, the job queue's own tables, backups. Never for requests. */
  readonly ownerUrl: string
  /** Closes the pool, then stops the built-in server if there is one. */
  stop(): Promise<void>
  /** Of the built-in server only: its process number. */
  readonly serverPid: (() => number) | undefined
}

const DATABASE = 'supervision'

type DatabaseSettings = Pick<Config, 'data' | 'databaseUrl' | 'databaseOwnerUrl'>

/**
 * Starts or reaches the database, refuses it when it is unsafe, migrates it and opens the pool for requests.
 * `onLost` is called when the built-in server is lost for good; the service should end then.
 * Throws a DatabaseFault with a message for the operator.
 */
export async function startDatabase(
  config: DatabaseSettings,
  log: DatabaseLog,
  onLost: (fault: Error) => void = (fault) => log.error(fault.message),
): Promise<RunningDatabase> {
  if (config.databaseUrl) return open(config.databaseOwnerUrl ?? config.databaseUrl, config, log)
  return openServer(await startEmbedded({ dataFolder: config.data, say: (text) => log.info(text), onLost }), log)
}

/**
 * As startDatabase, for commands: when the service already runs the built-in server of this folder, joins that one;
 * `stop` then only leaves it.
 */
export async function reachDatabase(config: DatabaseSettings, log: DatabaseLog): Promise<RunningDatabase> {
  try {
    return await startDatabase(config, log)
  } catch (fault) {
    // The lock tells for sure: a killed service leaves its socket behind, but not its lock.
    if (!(fault instanceof FolderInUse)) throw fault
    return openServer({ ownerUrl: urlOfRunning(config.data), stop: async () => undefined }, log)
  }
}

type Server = Pick<EmbeddedServer, 'ownerUrl' | 'stop'> & Partial<EmbeddedServer>

async function openServer(server: Server, log: DatabaseLog): Promise<RunningDatabase> {
  try {
    const database = await open(await ensureDatabase(server.ownerUrl), {}, log)
    const stop = async () => {
      await database.stop()
      await server.stop()
    }
    return { ...database, stop, serverPid: server.pid }
  } catch (fault) {
    await server.stop()
    throw fault
  }
}

async function open(
  ownerUrl: string,
  config: Partial<Pick<Config, 'databaseUrl' | 'databaseOwnerUrl'>>,
  log: DatabaseLog,
): Promise<RunningDatabase> {
  await checkServer(ownerUrl).catch(explainAway)
  const applied = await migrate(ownerUrl)
  if (applied.length > 0) log.info(`Applied ${applied.length} database change(s), the last is ${applied.at(-1)}`)
  const url = await loginUrl(ownerUrl, config)
  await checkRequestRoles(url)
  await checkServer(url)
  const onBroken = (fault: Error) => log.error(`A database connection broke: ${fault.message}`)
  const database = await openDatabase({ url, onBroken })
  return { ...database, url, ownerUrl, stop: database.close, serverPid: undefined }
}

/** With both URLs given, DATABASE_URL is the login of requests; with one, it is the owner and we make the login. */
async function loginUrl(
  ownerUrl: string,
  config: Partial<Pick<Config, 'databaseUrl' | 'databaseOwnerUrl'>>,
): Promise<string> {
  if (!config.databaseOwnerUrl || !config.databaseUrl) return prepareRequestLogin(ownerUrl)
  await grantRequestRoles(ownerUrl, decodeURIComponent(new URL(config.databaseUrl).username))
  return config.databaseUrl
}

async function ensureDatabase(serverUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const found = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
  const url = new URL(serverUrl)
  url.pathname = `/${DATABASE}`
  return url.href
}

function explainAway(fault: unknown): never {
  if (fault instanceof DatabaseFault) throw fault
  const why =
    fault instanceof Error ? fault.message || ('code' in fault ? String(fault.code) : fault.name) : String(fault)
  throw new DatabaseFault(
    `The database cannot be reached: ${why}. Check DATABASE_URL and that the server is running.`,
    {
      cause: fault,
    },
  )
}
