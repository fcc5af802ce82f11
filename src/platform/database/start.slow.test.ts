// Starting on settings: the built-in database, and DATABASE_URL against a second server that the test runs.
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { quickFolder, scratchFolder } from '../../../test/database-run.ts'
import { sql } from './database.ts'
import { startEmbedded } from './embedded/embedded.ts'
import { reasonsAgainstServer } from './safety.ts'
import { reachDatabase, startDatabase } from './start.ts'

const folder = mkdtempSync(join(quickFolder(), 'mcs-start-'))
const server = await startEmbedded({ dataFolder: folder, say: () => undefined })
const admin = new pg.Pool({ connectionString: server.ownerUrl, max: 1 })
admin.on('error', () => undefined)
admin.on('connect', (client) => client.on('error', () => undefined))
afterAll(async () => {
  await admin.end()
  await server.stop()
  rmSync(folder, { recursive: true })
})

const quiet = { info: () => undefined, error: () => undefined }
const settings = (databaseUrl?: string, databaseOwnerUrl?: string) => ({ data: '', databaseUrl, databaseOwnerUrl })
let made = 0

/** A new database on the second server; as the given login when there is one. */
async function newDatabase(login?: string): Promise<string> {
  made += 1
  await admin.query(`create database given_${made}${login ? ` owner ${login}` : ''}`)
  return as(login, `given_${made}`)
}

function as(login: string | undefined, database: string): string {
  const url = new URL(server.ownerUrl)
  if (login) Object.assign(url, { username: login, password: 'test' })
  url.pathname = `/${database}`
  return url.href
}

async function refusal(databaseUrl: string, databaseOwnerUrl?: string): Promise<string> {
  const started = await startDatabase(settings(databaseUrl, databaseOwnerUrl), quiet).catch((fault: Error) => fault)
  if (started instanceof Error) return started.message
  await started.stop()
  return 'it started'
}

async function roleOfRequests(databaseUrl: string, databaseOwnerUrl?: string): Promise<unknown> {
  const database = await startDatabase(settings(databaseUrl, databaseOwnerUrl), quiet)
  const identity = { organisation: null, person: null, role: 'mcs_request' } as const
  const found = await database.transact(identity, (tx) =>
    sql`select current_user::text as role, session_user::text as login`.execute(tx),
  )
  await database.stop()
  return found.rows[0]
}

test('the built-in database is made, migrated, found again as it was, and a command may work beside the service', async () => {
  const config = { data: scratchFolder(), databaseUrl: undefined, databaseOwnerUrl: undefined }
  const told: string[] = []
  const first = await startDatabase(config, { ...quiet, info: (text) => told.push(text) })
  await first.transact({ organisation: null, person: null, role: 'mcs_door' }, (tx) =>
    sql`insert into organisation (id, name, kind) values (gen_random_uuid(), 'Kept', 'test')`.execute(tx),
  )
  await first.stop()
  const second = await startDatabase(config, quiet)
  const found = await second.transact({ organisation: null, person: null, role: 'mcs_door' }, (tx) =>
    sql<{ name: string }>`select name from organisation`.execute(tx),
  )
  expect(found.rows).toEqual([{ name: 'Kept' }])
  expect(told.some((text) => text.startsWith('Applied '))).toBe(true)
  await expect(startDatabase(config, quiet)).rejects.toThrow('already in use')
  const beside = await reachDatabase(config, quiet)
  await beside.stop()
  expect((await second.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await second.stop()
})

test('with DATABASE_URL alone a login for requests is made, the same for every node', async () => {
  const url = await newDatabase()
  const [one, two] = await Promise.all([roleOfRequests(url), roleOfRequests(url)])
  expect(one).toEqual({ role: 'mcs_request', login: `mcs_login_given_${made}` })
  expect(two).toEqual(one)
})

test('an owner that is no superuser will do, if it may make roles', async () => {
  await admin.query("create role plain_owner login createrole password 'test'")
  // The roles of the whole server exist already, made by another; this owner must be allowed to hand them on.
  await admin.query('grant mcs_request, mcs_door, mcs_jobs to plain_owner with admin option')
  expect(await roleOfRequests(await newDatabase('plain_owner'))).toMatchObject({ role: 'mcs_request' })
  await admin.query("create role poor_owner login password 'test'")
  expect(await refusal(await newDatabase('poor_owner'))).toContain('may not make roles')
})

test('with both URLs requests use the login of DATABASE_URL', async () => {
  await admin.query("create role clerk login noinherit password 'test'")
  const ownerUrl = await newDatabase()
  expect(await roleOfRequests(as('clerk', `given_${made}`), ownerUrl)).toEqual({ role: 'mcs_request', login: 'clerk' })
})

test('a login of requests that is owner, superuser or above row-level security is refused', async () => {
  const ownerUrl = await newDatabase()
  expect(await refusal(ownerUrl, ownerUrl)).toContain(
    'the login of requests, mcs_owner, is a superuser and has BYPASSRLS',
  )
  await admin.query("create role passer login bypassrls noinherit password 'test'")
  expect(await refusal(as('passer', `given_${made}`), ownerUrl)).toContain(
    'passer, has BYPASSRLS, so row-level security',
  )
  await admin.query("create role house login createrole password 'test'")
  await admin.query('grant mcs_request, mcs_door, mcs_jobs to house with admin option')
  await admin.query("create role tenant login noinherit password 'test'")
  await admin.query('grant house to tenant')
  const houseUrl = await newDatabase('house')
  expect(await refusal(as('tenant', `given_${made}`), houseUrl)).toContain(
    'tenant, owns the tables, or belongs to a role',
  )
})

test('a server that may lose confirmed records is refused, also when only the login of requests is careless', async () => {
  const url = await newDatabase()
  expect(await roleOfRequests(url)).toBeDefined()
  await admin.query(`alter role mcs_login_given_${made} set synchronous_commit = off`)
  expect(await refusal(url)).toContain('synchronous_commit is off, so a power cut could lose records')
  await admin.query(`alter role mcs_login_given_${made} reset all`)
  await admin.query(`alter database given_${made} set synchronous_commit = off`)
  expect(await refusal(url)).toContain('synchronous_commit is off')
  expect(
    reasonsAgainstServer(
      new Map([
        ['server_version_num', '180004'],
        ['fsync', 'off'],
        ['full_page_writes', 'off'],
      ]),
    ),
  ).toHaveLength(2)
})

test('a server that is too old is refused with the version that is needed', () => {
  expect(reasonsAgainstServer(new Map([['server_version_num', '150018']]))).toEqual([
    'it is PostgreSQL 15, and 17 or newer is needed',
  ])
})

test('a server that cannot be reached is told in words', async () => {
  expect(await refusal('postgresql://a:b@127.0.0.1:1/nowhere')).toMatch(
    /^The database cannot be reached: .*ECONNREFUSED/,
  )
  expect(await refusal(as(undefined, 'nothing_here'))).toContain('database "nothing_here" does not exist')
})
