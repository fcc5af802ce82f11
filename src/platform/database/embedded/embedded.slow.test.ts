// Each guard of the built-in database, by provoking the failure it answers.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { modeOf, pause, runProgram, scratchFolder, soon, workingOn } from '../../../../test/database-run.ts'
import { startEmbedded } from './embedded.ts'
import { listProcesses } from './leftovers.ts'

const quiet = () => undefined

async function one(url: string, text: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', quiet)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows[0] ?? {}
  } finally {
    await client.end()
  }
}

test('a second start on the same folder says who has it and stops', async () => {
  const folder = scratchFolder()
  const run = runProgram([folder])
  await run.ready
  const second = startEmbedded({ dataFolder: folder, say: quiet })
  await expect(second).rejects.toThrow(
    new RegExp(
      `data folder ${folder} is already in use by process ${run.child.pid} on .+ running since .+ --data FOLDER`,
    ),
  )
  run.child.kill('SIGINT')
  expect(await run.ended).toBe(0)
  const third = await startEmbedded({ dataFolder: folder, say: quiet })
  await expect(startEmbedded({ dataFolder: folder, say: quiet })).rejects.toThrow('already in use')
  await third.stop()
})

test('Ctrl-C stops the server in order and leaves nothing running', async () => {
  const folder = scratchFolder()
  const run = runProgram([folder, 'load'])
  const { pid } = await run.ready
  process.kill(-(run.child.pid ?? 0), 'SIGINT') // as a terminal does: to the whole group
  expect(await run.ended).toBe(0)
  expect(listProcesses().filter((other) => other.pid === pid && !other.zombie)).toEqual([])
  expect(readFileSync(join(folder, 'postgres', 'server.log'), 'utf8')).toContain('database system is shut down')
  expect(existsSync(join(folder, 'in-use.json'))).toBe(false)
})

test('the server listens on a closed socket only, in UTF-8 with the built-in locale, and confirms only what is on the disk', async () => {
  const folder = scratchFolder()
  const server = await startEmbedded({ dataFolder: folder, say: quiet })
  const socket = join(folder, 'postgres', 'socket')
  expect([modeOf(join(folder, 'postgres')), modeOf(socket), modeOf(join(socket, '.s.PGSQL.5432'))]).toEqual([
    0o700, 0o700, 0o700,
  ])
  expect(modeOf(join(folder, 'database-password'))).toBe(0o600)
  const names = [
    'listen_addresses',
    'fsync',
    'synchronous_commit',
    'full_page_writes',
    'data_checksums',
    'server_encoding',
  ]
  const row = await one(
    server.ownerUrl,
    `select datlocprovider as provider, datlocale as locale, ${names.map((name) => `current_setting('${name}') as ${name}`).join(', ')}
      from pg_database where datname = current_database()`,
  )
  expect(Object.values(row)).toEqual(['b', 'C.UTF-8', '', 'on', 'on', 'on', 'on', 'UTF8'])
  const stranger = new URL(server.ownerUrl)
  stranger.password = 'wrong'
  await expect(one(stranger.href, 'select 1')).rejects.toThrow('password authentication failed')
  await server.stop()
})

test('a long folder gets its socket in a short one, which goes away again', async () => {
  const folder = join(scratchFolder(), 'a-very-long-name-'.repeat(6))
  const server = await startEmbedded({ dataFolder: folder, say: quiet })
  const socket = decodeURIComponent(new URL(server.ownerUrl).searchParams.get('host') ?? '')
  expect(socket.length).toBeLessThan(80)
  expect(modeOf(socket)).toBe(0o700)
  await server.stop()
  expect(existsSync(socket)).toBe(false)
})

test('a stale pid file that names a living stranger does not stop the start', async () => {
  const folder = scratchFolder()
  await (await startEmbedded({ dataFolder: folder, say: quiet })).stop()
  const data = join(folder, 'postgres', 'data')
  writeFileSync(join(data, 'postmaster.pid'), `${process.ppid}\n${data}\n1\n5432\n/tmp\n\n\nready\n`)
  const server = await startEmbedded({ dataFolder: folder, say: quiet })
  expect(await one(server.ownerUrl, 'select 1 as one')).toEqual({ one: 1 })
  await server.stop()
})

test("a zombie's pid file does not stop the start", async () => {
  const folder = scratchFolder()
  await (await startEmbedded({ dataFolder: folder, say: quiet })).stop()
  // The shell becomes a program that never asks after its ended child.
  const parent = spawn('/bin/sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const pid = Number(
    await new Promise((resolve) => parent.stdout.once('data', (chunk) => resolve(String(chunk).trim()))),
  )
  expect(await soon(() => listProcesses().some((other) => other.pid === pid && other.zombie), 2_000)).toBe(true)
  const data = join(folder, 'postgres', 'data')
  writeFileSync(join(data, 'postmaster.pid'), `${pid}\n${data}\n1\n5432\n/tmp\n\n\nready\n`)
  const server = await startEmbedded({ dataFolder: folder, say: quiet })
  expect(await one(server.ownerUrl, 'select 1 as one')).toEqual({ one: 1 })
  await server.stop()
  parent.kill('SIGKILL')
})

test('an orphan server and a back-end that outlived its server are ended', { timeout: 60_000 }, async () => {
  const folder = scratchFolder()
  const run = runProgram([folder, 'load'])
  const { pid } = await run.ready
  await soon(() => run.written().length > 0, 10_000)
  // A stopped back-end cannot notice that its server is gone and keeps the shared memory.
  const backend = workingOn('postgres: ').find(
    (other) => /mcs-[0-9a-f]{12}: mcs_owner/.test(other) && childOf(other, pid),
  )
  expect(backend).toBeDefined()
  const stuck = Number(backend?.split(' ')[0])
  process.kill(stuck, 'SIGSTOP')
  process.kill(run.child.pid ?? 0, 'SIGSTOP') // so that it does not start the server again
  process.kill(pid, 'SIGKILL')
  await pause(50)
  run.child.kill('SIGKILL')
  await run.ended
  const said: string[] = []
  const server = await startEmbedded({ dataFolder: folder, say: (text) => said.push(text) })
  expect(said.join()).toContain(`${stuck}`)
  expect(listProcesses().some((other) => other.pid === stuck && !other.zombie)).toBe(false)
  expect(await one(server.ownerUrl, 'select 1 as one')).toEqual({ one: 1 })
  await server.stop()
})

function childOf(line: string, parent: number): boolean {
  const stat = readFileSync(`/proc/${line.split(' ')[0]}/stat`, 'utf8')
  return Number(stat.replace(/^.*\) /s, '').split(' ')[1]) === parent
}

test('the remains of an interrupted first start are cleared away, a data folder never', async () => {
  const folder = scratchFolder()
  mkdirSync(join(folder, 'postgres', 'scratch-1'), { recursive: true })
  writeFileSync(join(folder, 'postgres', 'scratch-1', 'PG_VERSION'), '18\n')
  await (await startEmbedded({ dataFolder: folder, say: quiet })).stop()
  expect(readdirSync(join(folder, 'postgres')).sort()).toEqual(['data', 'server.log'])

  rmSync(join(folder, 'postgres', 'data', 'PG_VERSION'))
  const broken = startEmbedded({ dataFolder: folder, say: quiet, patience: 500 })
  await expect(broken).rejects.toThrow('The database server does not start.')
  expect(existsSync(join(folder, 'postgres', 'data', 'global'))).toBe(true)
})

test('a lost password is told, and nothing is made anew', async () => {
  const folder = scratchFolder()
  await (await startEmbedded({ dataFolder: folder, say: quiet })).stop()
  rmSync(join(folder, 'database-password'))
  await expect(startEmbedded({ dataFolder: folder, say: quiet })).rejects.toThrow('database-password is missing')
  writeFileSync(join(folder, 'database-password'), 'another\n')
  await expect(startEmbedded({ dataFolder: folder, say: quiet })).rejects.toThrow('password of the built-in database')
  expect(workingOn(folder)).toEqual([])
})
