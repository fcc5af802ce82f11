// The login that requests connect with. It owns nothing and may do nothing by itself; it may only put on the roles
// mcs_request and mcs_door, and works the job queue through mcs_jobs.
import { createHmac } from 'node:crypto'
import pg from 'pg'
import { DatabaseFault } from './migrate.ts'

/**
 * Makes or renews the request login of the database behind `ownerUrl` and answers the URL to connect with as it.
 * Its password is derived from the owner's, so that several nodes started with one URL agree without a word.
 */
export async function prepareRequestLogin(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'mcs-roles' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const found = await client.query<{ name: string }>('select current_database() as name')
    const login = `mcs_login_${found.rows[0]?.name ?? ''}`.slice(0, 63)
    const password = createHmac('sha256', ownerPassword(ownerUrl)).update(`request login ${login}`).digest('base64url')
    await makeLogin(client, login, password)
    const url = new URL(ownerUrl)
    url.username = encodeURIComponent(login)
    url.password = password
    return url.href
  } catch (fault) {
    throw explained(fault)
  } finally {
    await client.end()
  }
}

/** Lets a login that the operator made himself put on the request roles. */
export async function grantRequestRoles(ownerUrl: string, login: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'mcs-roles' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await patiently(() => client.query(grants(client, login)))
  } catch (fault) {
    throw explained(fault)
  } finally {
    await client.end()
  }
}

function ownerPassword(ownerUrl: string): string {
  return decodeURIComponent(new URL(ownerUrl).password) || ownerUrl
}

async function makeLogin(client: pg.Client, login: string, password: string): Promise<void> {
  const name = client.escapeIdentifier(login)
  await patiently(async () => {
    const known = await client.query('select from pg_roles where rolname = $1', [login])
    const verb = known.rowCount === 0 ? 'create' : 'alter'
    const rights = known.rowCount === 0 ? 'nosuperuser nocreatedb nocreaterole noinherit nobypassrls' : ''
    const deed = `${verb} role ${name} login ${rights} password ${client.escapeLiteral(password)}`
    await client.query(`${deed}; ${grants(client, login)}`)
  })
}

function grants(client: pg.Client, login: string): string {
  const name = client.escapeIdentifier(login)
  return `grant mcs_request, mcs_door to ${name} with inherit false, set true;
    grant mcs_jobs to ${name} with inherit true, set false`
}

// Roles are shared by all databases of a server: two programs that start at one moment may trip over each other.
const TRIPPED = new Set(['XX000', '23505', '42710', '40001'])

async function patiently(deed: () => Promise<unknown>, attempts = 20): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await deed()
      return
    } catch (fault) {
      if (attempt === attempts || !(fault instanceof pg.DatabaseError) || !TRIPPED.has(fault.code ?? '')) throw fault
      await new Promise((resolve) => setTimeout(resolve, 10 * attempt))
    }
  }
}

function explained(fault: unknown): unknown {
  if (!(fault instanceof pg.DatabaseError) || fault.code !== '42501') return fault
  return new DatabaseFault(
    'The owner of the database may not make roles. Either let it (alter role … createrole), or make a login for ' +
      'requests yourself (noinherit, not the owner), give it in DATABASE_URL and the owner in DATABASE_OWNER_URL, and ' +
      `grant it mcs_request, mcs_door and mcs_jobs. The server said: ${fault.message}.`,
    { cause: fault },
  )
}
