// How long the service takes from `node dist/main.js` to its first answer: with an empty data folder, and again on the
// same data; against the floor of a bare Node server that answers one page. Also the memory it then holds.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, type Measured, ratioTable } from './ratio-table.ts'

const rounds = 5
const bare =
  "require('http').createServer((_, a) => a.end('ok')).listen(0, function () { console.log('Ready at http://localhost:' + this.address().port) })"

const floor = median(await repeated(() => startOf(['-e', bare])))
const [first, again, memory] = await service()
const rows: readonly Measured[] = [
  {
    what: 'From an empty data folder to the first answer',
    figure: first,
    floor,
    floorIs: 'bare Node server',
    unit: 'ms',
  },
  { what: 'Again on the same data', figure: again, floor, floorIs: 'bare Node server', unit: 'ms' },
  { what: 'Memory of the service after its first page (without the database)', figure: memory, unit: 'MB' },
]
console.log(ratioTable(rows))

/** Medians of starting on fresh folders and on used ones, and the resident memory of the last. */
async function service(): Promise<readonly [number, number, number]> {
  const fresh: number[] = []
  const used: number[] = []
  let memory = 0
  for (let round = 0; round < rounds; round++) {
    const data = mkdtempSync(join(tmpdir(), 'mcs-bench-'))
    const words = ['dist/main.js', '--port', '0', '--data', data]
    fresh.push((await startOf(words)).milliseconds)
    const second = await startOf(words)
    used.push(second.milliseconds)
    memory = second.megabytes
    rmSync(data, { recursive: true, force: true })
  }
  return [median(fresh), median(used), memory]
}

async function repeated(start: () => Promise<Started>): Promise<readonly number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) times.push((await start()).milliseconds)
  return times
}

type Started = { readonly milliseconds: number; readonly megabytes: number }

/** Starts a program that prints its address, asks for one page, and stops it. */
async function startOf(words: readonly string[]): Promise<Started> {
  const began = performance.now()
  const child = spawn(process.execPath, [...words], { stdio: ['ignore', 'pipe', 'inherit'] })
  const address = await addressOf(child)
  await fetch(address, { redirect: 'manual' }).then((answer) => answer.arrayBuffer())
  const milliseconds = performance.now() - began
  const megabytes = residentOf(child.pid ?? 0)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
  return { milliseconds, megabytes }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const address = /Ready at (\S+)/.exec(said)?.[1]
      if (address !== undefined) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`It ended with ${code}, saying: ${said}`)))
  })
}

/** Megabytes that a process holds now; 0 where the machine does not tell. */
function residentOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
