// vitest's global set-up for the database: one real server per run, started when the first test asks for it, with one
// migrated template that every test file gets a clone of. With DATABASE_URL set, that server is used instead.
import { createServer, type Server } from 'node:net'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { ownerUrl } from '../src/platform/database/embedded/folders.ts'
import { makeData } from '../src/platform/database/embedded/new-data.ts'
import { findServerProgram } from '../src/platform/database/embedded/server-program.ts'
import { spawnServer, waitUntilReady } from '../src/platform/database/embedded/server-process.ts'
import { findServerUser, giveTo } from '../src/platform/database/embedded/server-user.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { prepareRequestLogin } from '../src/platform/database/request-login.ts'

/** What a test file needs to clone its database: the owner's URL of the template, and the URL to log in with. */
export type TestServer = { readonly ownerUrl: string; readonly requestUrl: string; readonly template: string }

declare module 'vitest' {
  interface ProvidedContext {
    testDatabaseSocket: string
  }
}

type Running = TestServer & { readonly stop: () => Promise<void> }

/** Called by vitest before and, what it answers, after the run; the name is vitest's. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'mcs-test-'))
  chmodSync(folder, 0o711)
  const socket = join(folder, 'ask.sock')
  let running: Promise<Running> | undefined
  const door = createServer((connection) => {
    connection.on('error', () => undefined)
    running ??= start(folder)
    void running
      .then(({ ownerUrl, requestUrl, template }) => ({ ownerUrl, requestUrl, template }))
      .catch((fault: unknown) => ({ fault: String(fault) }))
      .then((answer) => connection.end(JSON.stringify(answer)))
  })
  await listen(door, socket)
  project.provide('testDatabaseSocket', socket)
  return async () => {
    door.close()
    await (await running?.catch(() => undefined))?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
}

async function start(folder: string): Promise<Running> {
  const given = process.env.DATABASE_URL
  const server = given ? { url: given, stop: async () => undefined } : await startThrowaway(folder)
  const template = `mcs_template_${randomBytes(6).toString('hex')}`
  await administer(server.url, `create database ${template}`)
  const templateUrl = onDatabase(server.url, template)
  await migrate(templateUrl)
  const requestUrl = await prepareRequestLogin(templateUrl)
  const stop = async () => {
    if (given) {
      await administer(server.url, `drop database if exists ${template} with (force)`)
      await administer(server.url, `drop role if exists ${decodeURIComponent(new URL(requestUrl).username)}`)
    }
    await server.stop()
  }
  return { ownerUrl: templateUrl, requestUrl, template, stop }
}

// Nothing in it is worth keeping, so it need not wait for the disk.
const HASTE = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '200',
}

async function startThrowaway(folder: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const own = join(folder, 'pg')
  const user = await findServerUser()
  const program = await findServerProgram({ user, spare: folder })
  await mkdir(own, { mode: 0o700 })
  giveTo(user, own)
  const password = randomBytes(24).toString('base64url')
  await makeData({ folder: own, password, program, user, careless: true })
  const logFile = join(folder, 'server.log')
  const server = spawnServer({ program, user, folder: own, socketFolder: own, logFile, settings: HASTE })
  const url = ownerUrl(own, password)
  if (!(await waitUntilReady(server, url))) throw new Error(`The test database did not start; see ${logFile}.`)
  return { url, stop: () => server.stop() }
}

/** One statement on its own connection, as the owner. */
export async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The same server and login, another database. */
export function onDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
