import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pause, scratchFolder, soon } from '../../../../test/database-run.ts'
import { listProcesses } from './leftovers.ts'
import { spawnServer } from './server-process.ts'

/** A "server" that does with its signals what the script says. */
function spawnFake(script: string) {
  const folder = scratchFolder()
  mkdirSync(join(folder, 'data'))
  const postgres = join(folder, 'fake')
  writeFileSync(postgres, `#!/bin/sh\n${script}\nwhile :; do sleep 0.05; done\n`)
  chmodSync(postgres, 0o755)
  const program = { initdb: postgres, postgres, env: { PATH: '/usr/bin:/bin' } }
  const server = spawnServer({ program, user: null, folder, socketFolder: folder, logFile: join(folder, 'log') })
  return { ...server, folder }
}

const lives = (pid: number) => listProcesses().some((one) => one.pid === pid && !one.zombie)

test('a server that hangs in its last checkpoint is stopped at once after the patience, not waited for', async () => {
  const server = spawnFake("trap '' INT; trap 'exit 3' QUIT")
  await pause(200)
  const start = performance.now()
  await server.stop(300)
  expect(performance.now() - start).toBeGreaterThan(290)
  expect(performance.now() - start).toBeLessThan(4_000)
  expect(lives(server.pid)).toBe(false)
})

test('a server that obeys is not hurried', async () => {
  const server = spawnFake("trap 'sleep 0.3; exit 0' INT; trap 'exit 3' QUIT")
  await pause(200)
  await server.stop(5_000)
  expect(lives(server.pid)).toBe(false)
})

test('no guardian stays behind a server that ended by itself', async () => {
  const server = spawnFake('exit 1')
  await server.ended
  const guardians = () => listProcesses().filter((one) => !one.zombie && one.command.includes(server.folder))
  expect(await soon(() => guardians().length === 0, 2_000)).toBe(true)
})
