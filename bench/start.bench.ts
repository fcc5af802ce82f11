// How long the service takes from `node dist/main.js` to its first answer: with an empty data folder, and again on the
// same data; against the floor of a bare Node server that answers one page. Also the memory it then holds.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, ratioTable } from './ratio-table.ts'
import { bareServer, startProgram } from './running-service.ts'

const rounds = 5
const bare: number[] = []
const first: number[] = []
const again: number[] = []
let memory = 0

for (let round = 0; round < rounds; round++) {
  const data = mkdtempSync(join(tmpdir(), 'mcs-bench-'))
  const words = ['dist/main.js', '--port', '0', '--data', data]
  bare.push((await firstAnswer(bareServer())).milliseconds)
  first.push((await firstAnswer(words)).milliseconds)
  const second = await firstAnswer(words)
  again.push(second.milliseconds)
  memory = second.megabytes
  rmSync(data, { recursive: true, force: true })
}

const floor = median(bare)
const floorIs = 'bare Node server'
console.log(
  ratioTable([
    { what: 'From an empty data folder to the first answer', figure: median(first), floor, floorIs, unit: 'ms' },
    { what: 'Again on the same data', figure: median(again), floor, floorIs, unit: 'ms' },
    { what: 'Memory after the first page, without the database', figure: memory, unit: 'MB' },
  ]),
)

async function firstAnswer(words: readonly string[]): Promise<{ milliseconds: number; megabytes: number }> {
  const began = performance.now()
  const running = await startProgram(words)
  await (await fetch(running.address, { redirect: 'manual' })).arrayBuffer()
  const milliseconds = performance.now() - began
  const megabytes = running.megabytes()
  await running.stop()
  return { milliseconds, megabytes }
}
