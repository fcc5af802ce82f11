// A small program on the built-in database, for tests that kill it: starts, says so, and writes rows as long as it
// lives, telling each one only after the database confirmed it. `node test/database-program.ts FOLDER [load|slow|idle]`
import pg from 'pg'
import { startEmbedded } from '../src/platform/database/embedded/embedded.ts'
import { DatabaseFault, migrate, type Migration } from '../src/platform/database/migrate.ts'

const [folder = '', mode = 'idle', native] = process.argv.slice(2)
const tell = (line: string) => process.stdout.write(`${line}\n`)

/** Twenty changes of some milliseconds each, so that a kill falls into one. */
export const slowMigrations: Migration[] = Array.from({ length: 20 }, (_, index) => ({
  name: `${String(index + 1).padStart(4, '0')}_slow.sql`,
  text: `create table slow_${index + 1} (id integer); select pg_sleep(0.02); insert into slow_${index + 1} values (1)`,
  hash: String(index),
}))

const rows: Migration[] = [
  { name: '0001_rows.sql', text: 'create table written (id bigint primary key)', hash: 'rows' },
]

async function run(): Promise<void> {
  const say = (text: string) => tell(`say ${text}`)
  const server = await startEmbedded({
    dataFolder: folder,
    say,
    restartsPerMinute: 1_000,
    ...(native ? { native } : {}),
  })
  process.once('SIGINT', () => void server.stop().then(() => process.exit(0)))
  tell('started')
  if (mode !== 'idle') await migrate(server.ownerUrl, mode === 'slow' ? slowMigrations : rows)
  tell(`ready ${server.pid()} ${server.ownerUrl}`)
  if (mode === 'load') await Promise.all([0, 1, 2, 3].map((writer) => write(server.ownerUrl, writer)))
}

async function write(url: string, writer: number): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 1_000 })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  for (let id = Date.now() * 4_000 + writer; ; id += 4) {
    try {
      await pool.query('insert into written values ($1)', [id])
      tell(`written ${id}`)
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
}

if (process.argv[1] === import.meta.filename) {
  run().catch((fault: unknown) => {
    tell(`fault ${fault instanceof DatabaseFault ? fault.message : String(fault)}`)
    process.exit(1)
  })
}
