// What must be true of a database server before the service may use it, in both modes (TRUST, "How it is built").
import pg from 'pg'
import { DatabaseFault } from './migrate.ts'

const OLDEST = 17

/** Throws a DatabaseFault with every reason why acknowledged work could be lost, or the server is too old. */
export async function checkServer(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const found = await client.query<{ name: string; value: string }>(`select name, current_setting(name) as value
      from pg_settings where name in ('server_version_num', 'fsync', 'synchronous_commit', 'full_page_writes')`)
    refuse(reasonsAgainstServer(new Map(found.rows.map((row) => [row.name, row.value]))))
  })
}

/** Every reason why a server with these settings may not be used, each half a sentence. */
export function reasonsAgainstServer(settings: ReadonlyMap<string, string>): string[] {
  const major = Math.floor(Number(settings.get('server_version_num')) / 10_000)
  const old = major < OLDEST ? [`it is PostgreSQL ${major}, and ${OLDEST} or newer is needed`] : []
  const careless = ['fsync', 'synchronous_commit', 'full_page_writes']
    .filter((name) => settings.get(name) === 'off')
    .map((name) => `${name} is off, so a power cut could lose records that were already confirmed; set it to on`)
  return [...old, ...careless]
}

/** Throws a DatabaseFault when requests could get round row-level security. `url` is the login of requests. */
export async function checkRequestRoles(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const found = await client.query<RoleRow>(ROLES)
    refuse(found.rows.flatMap(reasonsAgainst))
  })
}

type RoleRow = { name: string; login: boolean; superuser: boolean; bypass: boolean; owner: boolean; usable: boolean }

// `owner`: owns a table here, or belongs to a role that does and could become it.
const ROLES = `select rolname as name, rolname = session_user as login, rolsuper as superuser, rolbypassrls as bypass,
    exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and pg_has_role(r.oid, c.relowner, 'member')) as owner,
    pg_has_role(session_user, r.oid, 'set') as usable
  from pg_roles r where rolname in (session_user, 'mcs_request', 'mcs_door') order by rolname`

function reasonsAgainst(role: RoleRow): string[] {
  const faults = [
    role.superuser && 'is a superuser',
    role.bypass && 'has BYPASSRLS',
    !role.superuser && role.owner && 'owns the tables, or belongs to a role that does',
  ].filter((fault) => fault !== false)
  if (!role.login && !role.usable) return [`the login of requests may not become ${role.name}; grant it that role`]
  if (faults.length === 0) return []
  const who = role.login ? `the login of requests, ${role.name},` : `the role ${role.name}`
  return [`${who} ${faults.join(' and ')}, so row-level security would not hold for it`]
}

function refuse(reasons: readonly string[]): void {
  if (reasons.length === 0) return
  throw new DatabaseFault(['The database server cannot be used:', ...reasons.map((one) => `  - ${one}.`)].join('\n'))
}

async function withClient(url: string, use: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await use(client)
  } finally {
    await client.end()
  }
}
