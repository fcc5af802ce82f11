// Makes the data folder of a new database: in a scratch folder first, written through to the disk, then renamed.
// A folder named `data` is therefore always complete, and nothing here ever deletes one.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { DatabaseFault } from '../migrate.ts'
import { OWNER, syncFolder } from './folders.ts'
import { clusterName } from './leftovers.ts'
import type { ServerProgram } from './server-program.ts'
import { giveTo, isReachable, type ServerUser } from './server-user.ts'

export type NewData = {
  /** The folder that is to hold `data`; it belongs to the server's user. */
  readonly folder: string
  readonly password: string
  readonly program: ServerProgram
  readonly user: ServerUser | null
  /** For tests: not written through to the disk. */
  readonly careless?: boolean
}

/** Makes `folder/data` unless it is there; answers whether it made it. */
export async function makeData({ folder, password, program, user, careless }: NewData): Promise<boolean> {
  const data = join(folder, 'data')
  await removeScratch(folder)
  if (existsSync(data)) return false
  const scratch = join(folder, `scratch-${process.pid}`)
  const passwordFile = join(folder, `scratch-password-${process.pid}`)
  await mkdir(scratch, { mode: 0o700 })
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  giveTo(user, scratch)
  giveTo(user, passwordFile)
  const where = ['-D', reachablePath(scratch, user), `--pwfile=../${basename(passwordFile)}`]
  // initdb syncs every file it wrote before it ends.
  await run(program, user, scratch, [
    ...where,
    '-c',
    `cluster_name=${clusterName(folder)}`,
    '-U',
    OWNER,
    ...SHAPE,
    ...(careless ? ['--no-sync'] : []),
  ])
  await rm(passwordFile)
  await rename(scratch, data)
  await syncFolder(folder)
  return true
}

/**
 * How the server's user calls a folder that we start it in. When a folder above is closed to it (a project under /root),
 * the kernel's own name for "where I am" works all the same.
 */
export function reachablePath(folder: string, user: ServerUser | null): string {
  if (isReachable(folder, user)) return folder
  if (process.platform === 'linux') return '/proc/self/cwd'
  throw new DatabaseFault(
    `The database server runs as the user ${user?.name}, who may not enter ${folder}. ` +
      'Give another folder with --data FOLDER, or set DATABASE_URL.',
  )
}

const SHAPE = [
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--data-checksums',
]

/** What an interrupted first start left; never the data itself. */
async function removeScratch(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith('scratch-')) await rm(join(folder, name), { recursive: true, force: true, maxRetries: 5 })
  }
}

async function run(program: ServerProgram, user: ServerUser | null, cwd: string, args: string[]): Promise<void> {
  const child = spawn(program.initdb, args, {
    cwd,
    env: program.env,
    // A group of its own: Ctrl-C then reaches only us, and we wait for its end or undo it at the next start.
    detached: true,
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4_000)
    })
  }
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', (fault) => {
      said += fault.message
      resolve(-1)
    })
    child.once('close', resolve)
  })
  if (code !== 0) throw new DatabaseFault(`The built-in database could not be made: ${said.trim()}`)
}
