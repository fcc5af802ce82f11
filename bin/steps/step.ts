// One step of bin/test: a program that is run to its end, with what it said and how long it took.
import { spawn } from 'node:child_process'
import { project } from './build.ts'

export type Outcome = {
  readonly name: string
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly seconds: number
  /** What it said; printed only when something failed. */
  readonly output: string
}

export type Ended = { readonly code: number; readonly output: string; readonly seconds: number }

const longestMinutes = 20
const running = new Set<number>()

/** A step that counts as one check: passed when the program ends with 0. */
export async function runStep(name: string, program: string, words: readonly string[]): Promise<Outcome> {
  const { code, output, seconds } = await run(program, words)
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, seconds, output }
}

/** Runs a program in the project, without input; one that hangs is ended with its children after twenty minutes. */
export function run(program: string, words: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  const started = Date.now()
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      cwd: project,
      env: { ...process.env, ...env, NO_COLOR: '1', FORCE_COLOR: undefined },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    const group = child.pid
    if (group !== undefined) running.add(group)
    let output = ''
    const keep = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const limit = setTimeout(() => {
      output += `\nIt had not ended after ${longestMinutes} minutes and was stopped.`
      if (group !== undefined) endGroup(group)
    }, longestMinutes * 60_000)
    const end = (code: number) => {
      clearTimeout(limit)
      if (group !== undefined) running.delete(group)
      resolve({ code, output, seconds: (Date.now() - started) / 1000 })
    }
    child.on('error', (error) => {
      output += `\n${program} could not be run: ${error.message}`
      end(1)
    })
    child.on('close', (code) => end(code ?? 1))
  })
}

function endGroup(group: number): void {
  try {
    process.kill(-group, 'SIGTERM')
  } catch {
    // It has ended by itself meanwhile.
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    for (const group of running) endGroup(group)
    console.log('0 passed, 1 failed, 0 skipped')
    process.exit(130)
  })
}
