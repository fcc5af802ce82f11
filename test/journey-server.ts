// The server that the journeys share: the built service with its demonstration organisation, on a free port and on data
// of its own, which go when it ends. What it says of every page answered stays out of the report: only failures are news.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const data = mkdtempSync(join(tmpdir(), 'mcs-journeys-'))
const clock = new URL('journey-clock-moved.ts', import.meta.url).href
const words = ['--enable-source-maps', '--import', clock, 'dist/main.js', '--demo', '--port', '0', '--data', data]
const service = spawn(process.execPath, words, {
  cwd: join(import.meta.dirname, '..'),
  stdio: ['ignore', 'pipe', 'inherit'],
})
createInterface({ input: service.stdout }).on('line', (line) => {
  if (!/"status":[234]\d\d,.*"event":"answered"|"outcome":"done","event":"job"/.test(line)) console.log(line)
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => service.kill('SIGTERM'))
service.on('exit', (code) => {
  rmSync(data, { recursive: true, force: true })
  process.exit(code ?? 1)
})
