import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/test-database.ts'
import { type Migration, migrate, readMigrations } from './migrate.ts'

const database = await testDatabase()
const shipped = await readMigrations()
const late: Migration = { name: '0001_platform_late.sql', text: 'create table late (id integer)', hash: 'late' }
const broken: Migration = {
  name: '9999_broken.sql',
  text: 'create table half (id integer); select nothing_such()',
  hash: 'broken',
}

test('what is applied is not applied again', async () => {
  expect(await migrate(database.ownerUrl)).toEqual([])
})

test('a change that arrives late with a lower number is applied, by one of two programs that start at once', async () => {
  const all = [late, ...shipped]
  const applied = await Promise.all([migrate(database.ownerUrl, all), migrate(database.ownerUrl, all)])
  expect(applied.flat()).toEqual([late.name])
})

test('a file that was changed after it was applied is refused by its name', async () => {
  const changed = [{ ...late, hash: 'another' }, ...shipped]
  await expect(migrate(database.ownerUrl, changed)).rejects.toThrow(
    'The file 0001_platform_late.sql was changed after it was applied',
  )
})

test('a database that is newer than the program is refused', async () => {
  await expect(migrate(database.ownerUrl, shipped)).rejects.toThrow(
    'has the change 0001_platform_late.sql, which this version',
  )
})

test('a change that fails is undone as a whole and told by its name', async () => {
  const all = [late, ...shipped, broken]
  await expect(migrate(database.ownerUrl, all)).rejects.toThrow(
    'The database change 9999_broken.sql failed and was undone',
  )
  const left = await database.owner.query("select to_regclass('half') as half")
  expect(left.rows).toEqual([{ half: null }])
})

test('two databases of one server can be made at the same moment', async () => {
  const names = ['mcs_twin_one', 'mcs_twin_two'].map((name) => `${name}_${process.pid}`)
  for (const name of names) await database.owner.query(`create database ${name}`)
  const urls = names.map((name) => Object.assign(new URL(database.ownerUrl), { pathname: `/${name}` }).href)
  const applied = await Promise.all(urls.map((url) => migrate(url)))
  for (const name of names) await database.owner.query(`drop database ${name} with (force)`)
  expect(applied.map((one) => one.length)).toEqual([shipped.length, shipped.length])
})
