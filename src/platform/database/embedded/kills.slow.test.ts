// The program, the server and both are killed at random moments. A handful of times in every run;
// KILLS=100 for the long run, whose figures are in docs/decisions/0001-embedded-postgresql.md.
import pg from 'pg'
import { expect, test } from 'vitest'
import { slowMigrations } from '../../../../test/database-program.ts'
import { pause, runProgram, scratchFolder, soon, workingOn } from '../../../../test/database-run.ts'
import { migrate } from '../migrate.ts'
import { startEmbedded } from './embedded.ts'

const KILLS = Number(process.env.KILLS ?? 4)
const PATIENCE = 30_000 + KILLS * 10_000
const quiet = () => undefined
const somewhere = (most: number) => Math.random() * most

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', quiet)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

async function expectAllWritten(folder: string, confirmed: readonly string[]): Promise<void> {
  const server = await startEmbedded({ dataFolder: folder, say: quiet })
  const rows = await query(server.ownerUrl, 'select id::text from written')
  await server.stop()
  const kept = new Set(rows.map((row) => row.id))
  expect(confirmed.length).toBeGreaterThan(0)
  expect(confirmed.filter((id) => !kept.has(id))).toEqual([])
  console.info(`${KILLS} kills, ${confirmed.length} rows confirmed, 0 lost`)
}

test('killing the program under load loses no confirmed row and leaves no server behind', {
  timeout: PATIENCE,
}, async () => {
  const folder = scratchFolder()
  const confirmed: string[] = []
  for (let kill = 0; kill < KILLS; kill += 1) {
    const run = runProgram([folder, 'load'])
    await run.ready
    await soon(() => run.written().length > 0, 10_000)
    await pause(somewhere(300))
    run.child.kill('SIGKILL')
    await run.ended
    confirmed.push(...run.written())
    // Half the time the next start comes before the guardian has stopped the old server.
    if (kill % 2 === 0) expect(await soon(() => workingOn(folder).length === 0, 5_000)).toBe(true)
  }
  await expectAllWritten(folder, confirmed)
})

test('killing the server under load loses no confirmed row, and it is started again', {
  timeout: PATIENCE,
}, async () => {
  const folder = scratchFolder()
  const run = runProgram([folder, 'load'])
  let { pid } = await run.ready
  for (let kill = 0; kill < KILLS; kill += 1) {
    await pause(50 + somewhere(200))
    const killed = pid
    process.kill(killed, 'SIGKILL')
    const serverNow = () =>
      Number(
        workingOn(folder)
          .find((one) => one.includes(' -D '))
          ?.split(' ')[0] ?? killed,
      )
    expect(await soon(() => serverNow() !== killed, 10_000)).toBe(true)
    pid = serverNow()
    const before = run.written().length
    expect(await soon(() => run.written().length > before + 20, 10_000)).toBe(true)
  }
  run.child.kill('SIGINT')
  expect(await run.ended).toBe(0)
  await expectAllWritten(folder, run.written())
})

test('killing the program during its first start leaves nothing that hinders the next', {
  timeout: PATIENCE,
}, async () => {
  for (let kill = 0; kill < KILLS; kill += 1) {
    const folder = scratchFolder()
    const run = runProgram([folder])
    await pause(100 + somewhere(1_000))
    run.child.kill('SIGKILL')
    await run.ended
    const server = await startEmbedded({ dataFolder: folder, say: quiet })
    expect(await query(server.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
    expect(workingOn(folder)).toEqual([])
  }
})

test('killing the program while it migrates leaves each change whole or undone', { timeout: PATIENCE }, async () => {
  const folder = scratchFolder()
  for (let kill = 0; kill < KILLS; kill += 1) {
    const run = runProgram([folder, 'slow'])
    await soon(() => run.lines.includes('started'), 10_000)
    await pause(somewhere(300))
    run.child.kill('SIGKILL')
    await run.ended
  }
  const server = await startEmbedded({ dataFolder: folder, say: quiet })
  await migrate(server.ownerUrl, slowMigrations)
  const counts = slowMigrations.map((_, index) => `(select count(*)::int from slow_${index + 1})`)
  const [row] = await query(server.ownerUrl, `select array[${counts.join(', ')}] as counts`)
  expect(row?.counts).toEqual(slowMigrations.map(() => 1))
  await server.stop()
})
