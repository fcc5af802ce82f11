// The built-in database: a real PostgreSQL server run by this program, on one data folder, on one machine.
// Each step answers a failure that was seen: docs/decisions/0001-embedded-postgresql.md tells them.
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseFault } from '../migrate.ts'
import {
  forgetSocketFolder,
  keepPassword,
  makeDataFolder,
  makeServerFolder,
  makeSocketFolder,
  ownerUrl,
  turnLog,
} from './folders.ts'
import { endLeftovers, removeStalePidFile } from './leftovers.ts'
import { lockFolder } from './lock.ts'
import { makeData } from './new-data.ts'
import { type ServerOptions, type ServerProcess, spawnServer, waitUntilReady, within } from './server-process.ts'
import { findServerProgram } from './server-program.ts'
import { findServerUser } from './server-user.ts'

export type EmbeddedOptions = {
  readonly dataFolder: string
  readonly say: (text: string) => void
  /** Called when the server ended and could not be started again; the service should end then. */
  readonly onLost?: (fault: Error) => void
  /** For tests: the package's folder `native`. */
  readonly native?: string
  /** Milliseconds to go on trying to start the server; 30,000 unless told. */
  readonly patience?: number
  /** More ends of the server within a minute than this are taken for one that is broken; 10 unless told. */
  readonly restartsPerMinute?: number
}

export type EmbeddedServer = {
  /** As the owner, to the database "postgres", over the socket. */
  readonly ownerUrl: string
  /** The server's process number now; another one after it was started again. */
  readonly pid: () => number
  /** Stops the server in order and gives the folder back. */
  readonly stop: () => Promise<void>
}

/** Starts the database of a data folder, making it when there is none. Throws a DatabaseFault an operator can read. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const dataFolder = makeDataFolder(options.dataFolder)
  const lock = lockFolder(dataFolder)
  try {
    const prepared = await prepare(dataFolder, options)
    const supervised = await supervise(prepared, options)
    const stop = async () => {
      await supervised.stop()
      forgetSocketFolder(join(prepared.server.folder, 'socket'))
      lock.release()
    }
    return { ownerUrl: prepared.ownerUrl, pid: supervised.pid, stop }
  } catch (fault) {
    lock.release()
    throw fault
  }
}

type Prepared = { readonly server: ServerOptions; readonly ownerUrl: string }

async function prepare(dataFolder: string, options: EmbeddedOptions): Promise<Prepared> {
  const user = await findServerUser({ data: join(dataFolder, 'postgres', 'data') })
  const folder = makeServerFolder(dataFolder, user)
  const program = await findServerProgram({
    user,
    spare: folder,
    ...(options.native ? { native: options.native } : {}),
  })
  await endLeftovers(folder, options.say)
  const password = await keepPassword(dataFolder)
  if (await makeData({ folder, password, program, user })) options.say(`Made a new database in ${folder}`)
  const socketFolder = makeSocketFolder(folder, user)
  const server = { program, user, folder, socketFolder, logFile: turnLog(folder) }
  return { server, ownerUrl: ownerUrl(socketFolder, password) }
}

const START_PATIENCE = 30_000
const RESTARTS_PER_MINUTE = 10

/** Keeps the server running until it is stopped. */
async function supervise({ server, ownerUrl }: Prepared, options: EmbeddedOptions) {
  let running = await start(server, ownerUrl, options)
  let stopping = false
  let restarts: number[] = []
  const keep = async (): Promise<void> => {
    while (!stopping) {
      await running.ended
      if (stopping) return
      restarts = [...restarts.filter((at) => performance.now() - at < 60_000), performance.now()]
      if (restarts.length > (options.restartsPerMinute ?? RESTARTS_PER_MINUTE))
        throw new DatabaseFault('The database server ends again and again.')
      options.say('The database server ended unexpectedly; starting it again')
      running = await start(server, ownerUrl, options)
    }
  }
  const kept = keep().catch((fault: unknown) => {
    options.onLost?.(fault instanceof Error ? fault : new Error(String(fault)))
  })
  const stop = async () => {
    stopping = true
    await running.stop()
    await kept
    await running.stop() // when it was just being started again
  }
  return { stop, pid: () => running.pid }
}

/** Tries until the server answers: after a crash the old one's last back-ends may take a while to go. */
async function start(server: ServerOptions, ownerUrl: string, options: EmbeddedOptions): Promise<ServerProcess> {
  for (const began = performance.now(); ; ) {
    await endLeftovers(server.folder, options.say)
    removeStalePidFile(server.folder)
    for (const name of readdirSync(server.socketFolder)) rmSync(join(server.socketFolder, name), { force: true })
    const running = spawnServer(server)
    const ready = await waitUntilReady(running, ownerUrl).catch(async (fault: unknown) => {
      await running.stop()
      throw fault
    })
    if (ready) return running
    await running.stop()
    if (performance.now() - began > (options.patience ?? START_PATIENCE)) {
      throw new DatabaseFault(`The database server does not start. Its reasons are at the end of ${server.logFile}.`)
    }
    await within(new Promise<void>(() => undefined), 250)
  }
}
