// Runs test/database-program.ts as a process of its own, listens to what it tells, and kills it.
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { endLeftovers, listProcesses } from '../src/platform/database/embedded/leftovers.ts'

export type Run = {
  readonly child: ChildProcess
  readonly lines: string[]
  /** Numbers of rows that the database confirmed. */
  readonly written: () => string[]
  /** Waits for `ready` and answers the server's process number and URL; throws with what was said when it ends before. */
  readonly ready: Promise<{ pid: number; url: string }>
  readonly ended: Promise<number | null>
}

/** Starts the program on a folder. As root, `uid` makes it run as somebody else. */
export function runProgram(words: readonly string[], uid?: number): Run {
  const program = join(import.meta.dirname, 'database-program.ts')
  const child = spawn(process.execPath, [program, ...words], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines: string[] = []
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const ready = new Promise<{ pid: number; url: string }>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line)
      const [word, pid, url] = line.split(' ')
      if (word === 'ready' && pid && url) resolve({ pid: Number(pid), url })
    })
    child.once('close', () => reject(new Error(`The program ended: ${lines.slice(-5).join(' | ')}`)))
  })
  ready.catch(() => undefined)
  const written = () => lines.filter((line) => line.startsWith('written ')).map((line) => line.slice(8))
  return { child, lines, written, ready, ended }
}

/** A data folder for one test; whatever still works on it is ended, then it is removed. */
export function scratchFolder(parent = quickFolder()): string {
  const folder = mkdtempSync(join(parent, 'mcs-run-'))
  chmodSync(folder, 0o711)
  onTestFinished(async () => {
    await endLeftovers(join(folder, 'postgres'), () => undefined)
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** Memory where there is plenty: killing processes is survived there or nowhere, and initdb need not wait for a disk. */
export function quickFolder(): string {
  const memory = '/dev/shm'
  if (!existsSync(memory)) return tmpdir()
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize > 2_000_000_000 ? memory : tmpdir()
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/** The command lines of all live processes that name the folder. */
export function workingOn(folder: string): string[] {
  return listProcesses()
    .filter((one) => !one.zombie && one.command.includes(folder) && /^\S*(postgres|initdb)/.test(one.command))
    .map((one) => `${one.pid} ${one.command}`)
}

/** True as soon as `met` holds, false when it does not within `patience` ms. */
export async function soon(met: () => boolean | Promise<boolean>, patience: number): Promise<boolean> {
  const start = performance.now()
  while (performance.now() - start < patience) {
    if (await met()) return true
    await pause(20)
  }
  return false
}

export const modeOf = (path: string): number => statSync(path).mode & 0o777
