// The way into a built-in database that another program of this machine runs, for operators' commands: the same
// password file and socket, without the lock, which stays with whoever runs the server.
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { OWNER } from './new-data.ts'

/** The owner's URL of the server that runs on this data folder now, or undefined when none does. */
export function runningOwnerUrl(dataFolder: string): string | undefined {
  const socket = join(dataFolder, 'postgres', 'socket')
  if (!existsSync(join(dataFolder, 'in-use.json')) || !existsSync(join(socket, '.s.PGSQL.5432'))) return undefined
  const password = readFileSync(join(dataFolder, 'database-password'), 'utf8').trim()
  return `postgresql://${OWNER}:${password}@localhost/postgres?host=${encodeURIComponent(realpathSync(socket))}`
}
