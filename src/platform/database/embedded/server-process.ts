// Runs one PostgreSQL server as a child in a process group of its own, so that Ctrl-C in the terminal reaches only us
// and we stop the server in order. A guardian inside that group holds the other end of a pipe: when we die, however
// suddenly, the pipe closes and the guardian stops the server.
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import pg from 'pg'
import { DatabaseFault } from '../migrate.ts'
import { clusterName } from './leftovers.ts'
import { reachablePath } from './new-data.ts'
import type { ServerProgram } from './server-program.ts'
import type { ServerUser } from './server-user.ts'

export type ServerOptions = {
  readonly program: ServerProgram
  readonly user: ServerUser | null
  /** The folder that holds `data`. */
  readonly folder: string
  readonly socketFolder: string
  readonly logFile: string
  readonly settings?: Readonly<Record<string, string>>
}

export type ServerProcess = {
  readonly pid: number
  /** Resolves when the server has ended, for whatever reason. */
  readonly ended: Promise<void>
  readonly stop: (patience?: number) => Promise<void>
}

// The shell forks the guardian and then becomes the server, so there is no moment without a guardian.
// A word on the pipe means that the server ended in order; the end of the pipe means that we are gone.
const GUARDED = `(
  if read -r word <&3; then exit 0; fi
  kill -INT $$ 2>/dev/null || exit 0
  for second in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
    sleep 1
    kill -0 $$ 2>/dev/null || exit 0
  done
  kill -QUIT $$ 2>/dev/null
) &
exec "$@" 3<&-`

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  timezone: 'UTC',
  log_timezone: 'UTC',
  password_encryption: 'scram-sha-256',
  // No row or statement in the log: an error's detail may quote what somebody wrote in confidence.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
}

/** Starts the server; it answers only after `waitUntilReady`. */
export function spawnServer(options: ServerOptions): ServerProcess {
  const data = join(options.folder, 'data')
  const settings = { ...SETTINGS, ...options.settings, unix_socket_directories: options.socketFolder }
  const named = Object.entries({ cluster_name: clusterName(options.folder), ...settings })
  const wanted = named.flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const words = [options.program.postgres, '-D', reachablePath(data, options.user), ...wanted]
  const log = openSync(options.logFile, 'a', 0o600)
  const child = spawn('/bin/sh', ['-c', GUARDED, 'guardian', ...words], {
    detached: true,
    cwd: data,
    env: options.program.env,
    ...(options.user ? { uid: options.user.uid, gid: options.user.gid } : {}),
    stdio: ['ignore', log, log, 'pipe'],
  })
  closeSync(log)
  const pipe = child.stdio[3] as Writable
  pipe.on('error', () => undefined)
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => {
      pipe.end('done\n')
      resolve()
    })
  })
  return { pid: child.pid ?? -1, ended, stop: (patience = 15_000) => stopServer(child, ended, patience) }
}

/** Fast shutdown first; when it hangs (a full disk can hold up the last checkpoint), immediate shutdown, then kill. */
async function stopServer(child: ChildProcess, ended: Promise<void>, patience: number): Promise<void> {
  for (const [signal, wait] of [
    ['SIGINT', patience],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    if (await within(ended, wait)) return
  }
}

/**
 * Waits until the server answers on its socket; as long as it says that it is recovering, without limit. False when it
 * ended before that, or was silent for `patience` ms.
 */
export async function waitUntilReady(server: ServerProcess, url: string, patience = 15_000): Promise<boolean> {
  for (let heard = performance.now(); performance.now() - heard < patience; ) {
    const answer = await ask(url)
    if (answer === 'ready') return true
    if (answer === 'starting') heard = performance.now()
    if (await within(server.ended, 20)) return false
  }
  return false
}

async function ask(url: string): Promise<'ready' | 'starting' | 'silent'> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return 'ready'
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? fault.code : undefined
    // The server is there and knows us not: no waiting will help.
    if (code === '28P01') throw new DatabaseFault('The password of the built-in database does not fit its data.')
    return code === '57P03' ? 'starting' : 'silent'
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** True when `happening` comes within `patience` ms. */
export async function within(happening: Promise<void>, patience: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patience)
  })
  try {
    return await Promise.race([happening.then(() => true as const), late])
  } finally {
    clearTimeout(timer)
  }
}
