// A real PostgreSQL database for tests: `const database = await testDatabase()` at the top of a test file gives a fresh
// clone of the migrated template (about 25 ms), dropped when the file is done.
import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { type Database, openDatabase } from '../src/platform/database/database.ts'
import { type Arrange, rehearse } from './rehearsal.ts'
import { administer, onDatabase, type TestServer } from './test-database-server.ts'

export type TestDatabase = Database & {
  /** As the request login: for code that opens the database itself. */
  readonly url: string
  readonly ownerUrl: string
  /** As the owner, past row-level security: to arrange and to check, never for the code under test. */
  readonly owner: pg.Pool
  /**
   * Runs one test against a Database whose every transaction is part of one that is rolled back at the end. What
   * `transact` commits is seen by the next `transact` of the same rehearsal only. `arrange` is the owner's SQL inside it.
   */
  rehearse<T>(body: (database: Database, arrange: Arrange) => Promise<T>): Promise<T>
}

export type { Arrange } from './rehearsal.ts'

/** A fresh migrated database of this test file's own. Call it at the top of the file or in beforeAll. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await askForServer()
  const name = `mcs_test_${randomBytes(6).toString('hex')}`
  const maintenance = onDatabase(server.ownerUrl, 'postgres')
  await administer(maintenance, `create database ${name} template ${server.template}`)
  const url = onDatabase(server.requestUrl, name)
  const ownerUrl = onDatabase(server.ownerUrl, name)
  const database = await openDatabase({ url, most: 5, plans: 'kept' })
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 3 })
  owner.on('error', () => undefined)
  owner.on('connect', (client) => client.on('error', () => undefined))
  let open = true
  const close = async () => {
    if (!open) return
    open = false
    await Promise.all([database.close(), owner.end()])
    await administer(maintenance, `drop database if exists ${name} with (force)`)
  }
  afterAll(close)
  return { ...database, url, ownerUrl, owner, close, rehearse: (body) => rehearse(owner, body) }
}

function askForServer(): Promise<TestServer> {
  return new Promise((resolve, reject) => {
    let said = ''
    const connection = connect(inject('testDatabaseSocket'))
    connection.setEncoding('utf8')
    connection.on('data', (chunk: string) => {
      said += chunk
    })
    connection.on('error', reject)
    connection.on('end', () => {
      const answer = JSON.parse(said) as TestServer | { fault: string }
      if ('fault' in answer) reject(new Error(`The test database could not be started: ${answer.fault}`))
      else resolve(answer)
    })
  })
}
