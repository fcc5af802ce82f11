// What an earlier program left running on our data folder: an orphan server, or back-ends that outlived it and block a
// new one. They are known by their command line alone, which every user may read: the server by its `-D` folder, its
// back-ends by the cluster name in their title. Call only with the folder's lock held.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** One running process: `zombie` when it has ended and only its entry is left. */
export type RunningProcess = { readonly pid: number; readonly command: string; readonly zombie: boolean }

/** The name our server shows in the titles of its processes, one for each folder. */
export function clusterName(folder: string): string {
  return `mcs-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`
}

/** Ends everything that still works on the folder, gently first. Answers the process numbers that were ended. */
export async function endLeftovers(folder: string, say: (text: string) => void): Promise<number[]> {
  const found = leftovers(folder)
  if (found.length === 0) return []
  say(`Ending ${found.length} database process(es) that an earlier run left behind: ${found.join(', ')}`)
  for (const [signal, patience] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 10_000],
  ] as const) {
    for (const pid of leftovers(folder)) signalTo(pid, signal)
    if (await goneWithin(folder, patience)) return found
  }
  return found
}

/**
 * Removes a pid file whose process has ended, or never was our server. PostgreSQL takes a zombie, or a stranger that
 * was given the same number since, for a running server. Only after `endLeftovers`: then nothing lives on this folder.
 */
export function removeStalePidFile(folder: string): boolean {
  const file = join(folder, 'data', 'postmaster.pid')
  if (!existsSync(file) || leftovers(folder).length > 0) return false
  rmSync(file)
  return true
}

function leftovers(folder: string): number[] {
  const title = new RegExp(`^postgres: ${clusterName(folder)}: `)
  return listProcesses()
    .filter((one) => !one.zombie && one.pid !== process.pid)
    .filter((one) => title.test(one.command) || worksInside(one.command, folder))
    .map((one) => one.pid)
}

/** A server or an initdb of ours; the words are the command line's, joined by spaces. */
function worksInside(command: string, folder: string): boolean {
  if (!/^\S*(postgres|initdb)(\.exe)? /.test(command)) return false
  const signs = [
    `-D ${join(folder, 'data')} `,
    `-D ${join(folder, 'scratch-')}`,
    `cluster_name=${clusterName(folder)} `,
  ]
  return signs.some((sign) => command.includes(sign))
}

/** All processes with their command lines: from /proc where there is one, otherwise from `ps`. */
export function listProcesses(): RunningProcess[] {
  return existsSync('/proc/self/cmdline') ? readProc() : readPs()
}

function readProc(): RunningProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')
        const state = readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\) /s, '')[0]
        return [{ pid: Number(name), command, zombie: state === 'Z' || state === 'X' }]
      } catch {
        return [] // it ended while we looked
      }
    })
}

function readPs(): RunningProcess[] {
  const lines = execFileSync('ps', ['-axww', '-o', 'pid=,stat=,command='], { encoding: 'utf8' }).split('\n')
  return lines.flatMap((line) => {
    const [, pid, state, command] = /^\s*(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? []
    if (!pid || !state || command === undefined) return []
    return [{ pid: Number(pid), command: `${command} `, zombie: state.startsWith('Z') }]
  })
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
    // A stopped process must run to be able to obey.
    if (signal !== 'SIGKILL') process.kill(pid, 'SIGCONT')
  } catch {
    // it ended meanwhile
  }
}

async function goneWithin(folder: string, patience: number): Promise<boolean> {
  const start = performance.now()
  while (performance.now() - start < patience) {
    if (leftovers(folder).length === 0) return true
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return false
}
