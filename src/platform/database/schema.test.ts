import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/test-database.ts'
import { administer, onDatabase } from '../../../test/test-database-server.ts'
import { describeSchema, SCHEMA_FILE, writeSchema } from './schema.ts'

const database = await testDatabase()

test('database/schema.sql is what the migrations make', async () => {
  // WRITE_SCHEMA=1 writes the file instead of comparing it.
  if (process.env.WRITE_SCHEMA) await writeSchema(database.ownerUrl)
  const kept = await readFile(SCHEMA_FILE, 'utf8').catch(() => '')
  const current = await describeSchema(database.ownerUrl)
  expect(kept === current, 'Run bin/manage migrate --write-schema and keep the new database/schema.sql').toBe(true)
})

test('the text is SQL that makes the same schema again', async () => {
  const name = `mcs_schema_${randomBytes(6).toString('hex')}`
  const text = await describeSchema(database.ownerUrl)
  await database.owner.query(`create database ${name}`)
  const url = onDatabase(database.ownerUrl, name)
  try {
    await administer(url, `set check_function_bodies = off; ${inOrder(text)}`)
    expect(await describeSchema(url)).toBe(text)
  } finally {
    await database.owner.query(`drop database ${name} with (force)`)
  }
})

test('every table that knows an organisation is closed to its neighbours, even for its owner', async () => {
  const open = await database.owner.query(`select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy where polrelid = c.oid))`)
  expect(open.rows).toEqual([])
})

test('the request roles hold no table right that a policy does not narrow, and none to truncate or refer', async () => {
  const wide =
    await database.owner.query(`select grantee, table_name, privilege_type from information_schema.role_table_grants
    where grantee in ('mcs_request', 'mcs_door', 'PUBLIC') and table_schema = 'public'
      and privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')`)
  expect(wide.rows).toEqual([])
  const unguarded =
    await database.owner.query(`select distinct grantee, table_name from information_schema.role_table_grants g
    join pg_class c on c.relname = g.table_name and c.relnamespace = 'public'::regnamespace
    where g.table_schema = 'public' and g.grantee in ('mcs_request', 'mcs_door') and not c.relrowsecurity`)
  expect(unguarded.rows).toEqual([])
})

/** The file is in the order of names; foreign keys and policies come last so that what they name is there. */
function inOrder(text: string): string {
  const later: string[] = []
  const first = text
    .replace(/^create table (\S+) \($([\s\S]*?)^\)/gm, (table: string, name: string) =>
      table.replace(/,\n {2}(constraint \S+ FOREIGN KEY .*?)(?=,\n|\n\))/g, (_, constraint: string) => {
        later.push(`alter table ${name} add ${constraint};`)
        return ''
      }),
    )
    .replace(/^create policy [\s\S]*?;$/gm, (policy) => {
      later.push(policy)
      return ''
    })
  return [first, ...later].join('\n')
}
