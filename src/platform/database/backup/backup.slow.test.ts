import { appendFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { quickFolder, scratchFolder } from '../../../../test/database-run.ts'
import { startEmbedded } from '../embedded/embedded.ts'
import { startDatabase } from '../start.ts'
import { backUp } from './backup.ts'
import { checkBackup, restore } from './restore.ts'

const quiet = { info: () => undefined, error: () => undefined }
const settings = (data: string) => ({ data, databaseUrl: undefined, databaseOwnerUrl: undefined })

/** Rows in order of writing, with the hash of every table's whole content. */
async function contents(ownerUrl: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const tables = await client.query(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
  )
  const found: Record<string, string> = {}
  for (const { name } of tables.rows) {
    const hashed = await client.query(
      `select coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as hash from ${name} t`,
    )
    found[name] = hashed.rows[0].hash
  }
  await client.end()
  return found
}

test('a backup made under load, restored after all is lost, holds every row confirmed before it', {
  timeout: 120_000,
}, async () => {
  const data = join(scratchFolder(), 'data')
  const target = join(scratchFolder(), 'backup')
  const database = await startDatabase(settings(data), quiet)
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 1 })
  owner.on('error', () => undefined)
  await owner.query(
    "insert into organisation (id, name, kind) select gen_random_uuid(), 'Before ' || n, 'test' from generate_series(1, 500) n",
  )
  const before = await contents(database.ownerUrl)
  let writing = true
  const load = (async () => {
    await owner.query('create table busy (id bigint generated always as identity, text text)')
    while (writing) await owner.query("insert into busy (text) select repeat('x', 500) from generate_series(1, 200)")
  })()
  const manifest = await backUp(data, database.ownerUrl, target)
  writing = false
  await load
  await owner.end()
  await expect(backUp(data, database.ownerUrl, target)).rejects.toThrow('exists already')
  await database.stop()
  rmSync(data, { recursive: true })

  const check = await checkBackup(target, 'supervision', quickFolder())
  expect(check.rows.organisation).toBe(500)
  expect(manifest.files.length).toBeGreaterThan(900)
  await restore(target, data)
  const again = await startDatabase(settings(data), quiet)
  expect(await contents(again.ownerUrl)).toMatchObject(before)
  await again.stop()
})

test('a damaged or unfinished backup is refused by the name of what is wrong, and a database is never written over', {
  timeout: 60_000,
}, async () => {
  const data = scratchFolder()
  const target = join(scratchFolder(), 'backup')
  const server = await startEmbedded({ dataFolder: data, say: () => undefined })
  await backUp(data, server.ownerUrl, target)
  await expect(restore(target, data)).rejects.toThrow('already in use')
  await server.stop()
  await expect(restore(target, data)).rejects.toThrow('holds a database already')
  appendFileSync(join(target, 'data', 'global', 'pg_control'), 'x')
  const empty = join(scratchFolder(), 'empty')
  await expect(restore(target, empty)).rejects.toThrow('data/global/pg_control is not as it was')
  rmSync(join(target, 'data', 'PG_VERSION'))
  await expect(checkBackup(target)).rejects.toThrow('The backup is damaged')
  rmSync(join(target, 'manifest.json'))
  await expect(restore(target, empty)).rejects.toThrow('is no finished backup')
  expect(existsSync(join(empty, 'postgres'))).toBe(false)
})
