// A program started for a benchmark: it tells its address with "Ready at …", is asked for pages, and is stopped.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export type Running = {
  readonly address: string
  /** Milliseconds from the start of the process to its address. */
  readonly readyAfter: number
  /** Resident megabytes now; 0 where the machine does not tell. */
  readonly megabytes: () => number
  /** Milliseconds of processor time since its start, to the nearest ten; 0 where the machine does not tell. */
  readonly processor: () => number
  readonly stop: () => Promise<void>
}

/** A server of Node's own that answers as many bytes as its address says ('/5000'): the floor for all that is asked over HTTP. */
export const bareServer = (): readonly string[] => [
  '-e',
  `require('node:http').createServer((request, answer) => {
    answer.setHeader('content-type', 'text/html')
    answer.end('x'.repeat(Number(request.url.slice(1)) || 2))
  }).listen(0, '127.0.0.1', function () { console.log('Ready at http://127.0.0.1:' + this.address().port) })`,
]

/** Starts Node with these words and waits until it tells its address. Throws, with what it said, when it ends before. */
export function startProgram(words: readonly string[]): Promise<Running> {
  const began = performance.now()
  const child = spawn(process.execPath, [...words], { stdio: ['ignore', 'pipe', 'inherit'] })
  const stop = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.kill('SIGTERM')
    })
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const address = /Ready at (\S+)/.exec(said)?.[1]
      if (address === undefined) return
      const { pid = 0 } = child
      const readyAfter = performance.now() - began
      resolve({ address, readyAfter, megabytes: () => residentOf(pid), processor: () => processorOf(pid), stop })
    })
    child.once('exit', (code) => reject(new Error(`It ended with ${code}, saying: ${said}`)))
  })
}

function processorOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return 0
  }
}

function residentOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
