// One program per data folder. The lock is SQLite's exclusive lock on a small file, which the operating system takes
// back at the very moment the program dies; a file with a process number in it could be left behind or lie.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DatabaseFault } from '../migrate.ts'

/** Another program has the data folder; with a running server in it. */
export class FolderInUse extends DatabaseFault {
  override name = 'FolderInUse'
}

export type Lock = { readonly release: () => void }

type Holder = { readonly process: number; readonly machine: string; readonly since: string }

const SQLITE_BUSY = 5

/** Takes the folder for this program. Throws FolderInUse, which says who has it. */
export function lockFolder(folder: string): Lock {
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'))
  try {
    lock.exec('begin exclusive')
  } catch (fault) {
    lock.close()
    if (!(fault instanceof Error && 'errcode' in fault && fault.errcode === SQLITE_BUSY)) throw fault
    throw new FolderInUse(`The data folder ${folder} is already in use${describeHolder(folder)}. ${WAY_OUT}`)
  }
  writeHolder(folder)
  const release = () => {
    rmSync(join(folder, 'in-use.json'), { force: true })
    lock.close()
  }
  return { release }
}

const WAY_OUT = 'Stop that one first, or start this one on another folder with --data FOLDER.'

// Only words for the message: the lock itself is what counts.
function writeHolder(folder: string): void {
  const holder: Holder = { process: process.pid, machine: hostname(), since: new Date().toISOString() }
  writeFileSync(join(folder, 'in-use.json.new'), `${JSON.stringify(holder)}\n`, { mode: 0o644 })
  renameSync(join(folder, 'in-use.json.new'), join(folder, 'in-use.json'))
}

function describeHolder(folder: string): string {
  try {
    const holder = JSON.parse(readFileSync(join(folder, 'in-use.json'), 'utf8')) as Holder
    return ` by process ${holder.process} on ${holder.machine}, running since ${holder.since}`
  } catch {
    return ' by another process'
  }
}
