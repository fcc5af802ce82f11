// A staff file of 100,000 rows, previewed and committed, against a plain COPY of the same rows: into a bare table without
// a key, and into tables with the keys, checks and references that the register has. Then the same file again, and a file
// in which one row in twenty changed. Peak memory is that of the program, without the database.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { askerFor } from '../src/areas/people/index.ts'
import { checkOn } from '../src/areas/people/import/check.changes.ts'
import { chooseColumns, confirmImport, takeFile, writeImport } from '../src/areas/people/import/import.changes.ts'
import { findImport } from '../src/areas/people/import/import.store.ts'
import { guessMapping } from '../src/areas/people/staff-file/columns.ts'
import { asService, type Composition } from '../src/platform/composition.ts'
import { startDatabase } from '../src/platform/database/start.ts'
import { newId } from '../src/platform/ids.ts'
import { memoryShelf } from '../src/platform/keys/checkpoint-shelf.ts'
import { memoryKeyring } from '../src/platform/keys/keyring.ts'
import { moment } from '../src/platform/time/moment.ts'
import type { Work } from '../src/platform/work.ts'
import { areas } from '../src/service.ts'
import { type Measured, ratioTable } from './ratio-table.ts'

const postColumns =
  'organisation, post, person, assignment, unit, staff_group, profession, band, training_stage, hours_per_week, kind, caseload, manager, started, from_day, to_day, import, recorded_at, recorded_by, superseded_at'
const rows = Number(process.env.ROWS ?? 100_000)
const folder = mkdtempSync(join(tmpdir(), 'mcs-bench-'))
chmodSync(folder, 0o755)
const quiet = { info: () => undefined, error: (text: string) => console.error(text) }
const database = await startDatabase(
  { data: join(folder, 'data'), databaseUrl: undefined, databaseOwnerUrl: undefined },
  quiet,
)
const organisation = newId<'organisation'>()
const service: Composition = {
  database,
  clock: () => moment('2026-11-20T10:00:00Z'),
  keys: memoryKeyring(),
  checkpoints: memoryShelf(),
  areas: process.env.ALL === 'no' ? areas.slice(0, 2) : areas,
  identify: askerFor,
  enqueue: async () => undefined,
}
const owner = new pg.Client({ connectionString: database.ownerUrl })
await owner.connect()
try {
  await owner.query("insert into organisation (id, name, kind) values ($1, 'Large trust', 'test')", [organisation])
  const [first, changed] = [
    fileOf('first.csv', () => '37.5'),
    fileOf('changed.csv', (n) => (n % 20 === 0 ? '30' : '37.5')),
  ]
  const before = memory()
  const fresh = await imported(first)
  const peak = memory()
  const floors = await copies(first)
  const again = await imported(first)
  const some = await imported(changed)
  const against = (what: string, figure: number, floor: number, floorIs: string): Measured => ({
    what,
    figure,
    floor,
    floorIs,
    unit: 's',
  })
  const whole = fresh.preview + fresh.commit
  console.log(
    ratioTable([
      against(`${rows} new people: preview and commit`, whole, floors.keyed, 'COPY into tables with the same keys'),
      against(`${rows} new people: preview and commit`, whole, floors.bare, 'COPY into a bare table'),
      { what: 'of which preview', figure: fresh.preview, unit: 's' },
      { what: 'of which commit', figure: fresh.commit, unit: 's' },
      against('The same file again: preview', again.preview, floors.bare, 'COPY into a bare table'),
      against(
        'One row in twenty changed: preview and commit',
        some.preview + some.commit,
        floors.bare,
        'COPY into a bare table',
      ),
      { what: 'Peak memory of the program over its rest', figure: peak - before, unit: 'MB' },
      { what: 'Peak memory of the program', figure: peak, unit: 'MB' },
    ]),
  )
} finally {
  await owner.end()
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}

function fileOf(name: string, hours: (n: number) => string): string {
  const headings =
    'Employee Number,First Name,Last Name,E-mail,Organisation,Staff Group,Role,Pay Band,Contracted Hours,Assignment Category,Supervisor Employee Number,Start Date,End Date,Status'
  const lines = Array.from({ length: rows }, (_, n) =>
    [
      20_000_000 + n,
      `Amina${n}`,
      `"Yusuf ${n}"`,
      `amina.yusuf${n}@example.nhs.uk`,
      `Children and families > Health visiting > Team ${n % 400}`,
      'health visitor,Health visitor,Band 6',
      hours(n),
      'Permanent',
      n === 0 ? '' : 20_000_000 + Math.floor(n / 10),
      '01/04/2019,,Active',
    ].join(','),
  )
  const path = join(folder, name)
  writeFileSync(path, `${headings}\r\n${lines.join('\r\n')}\r\n`)
  return path
}

/** Seconds to the preview and from yes to written, each step in its own transaction as the service does it. */
async function imported(path: string): Promise<{ preview: number; commit: number }> {
  const began = performance.now()
  const id = await step(async (work) => {
    const taken = await takeFile(work, { name: 'staff.csv', path })
    if (!taken.ok) throw new Error(taken.reason)
    return taken.value
  })
  await step(async (work) => {
    const headings = (await findImport(work, id))?.headings ?? []
    const mapping = guessMapping(headings, new Map())
    await chooseColumns(work, id, { mapping, from: work.today, missingHaveLeft: false })
  })
  while ((await step((work) => findImport(work, id)))?.state === 'checking') await step((work) => checkOn(work, id))
  const checked = performance.now()
  const counts = (await step((work) => findImport(work, id)))?.counts
  if (process.env.ROWS !== undefined || process.env.ALL !== undefined) console.error(JSON.stringify(counts))
  await step((work) => confirmImport(work, id))
  await step((work) => writeImport(work, id))
  return { preview: (checked - began) / 1000, commit: (performance.now() - checked) / 1000 }
}

function step<T>(body: (work: Work) => Promise<T>): Promise<T> {
  return asService(service, { organisation }, body)
}

/** Seconds that the server itself takes to COPY the file into a bare table, and the same rows into keyed tables. */
async function copies(path: string): Promise<{ bare: number; keyed: number }> {
  await owner.query(`create table bare (a text, b text, c text, d text, e text, f text, g text, h text, i numeric, j text,
    k text, l text, m text, n text)`)
  const bare = await timedSql(`copy bare from '${path}' with (format csv, header)`)
  const shapes = ['person', 'post']
  let keyed = 0
  for (const shape of shapes) {
    await owner.query(`create table ${shape}_again (like ${shape} including all)`)
    const columns = shape === 'post' ? postColumns : '*'
    await owner.query(`create table ${shape}_rows as select ${columns} from ${shape}`)
  }
  await owner.query(`alter table person_again add foreign key (organisation) references organisation (id);
    alter table post_again add foreign key (organisation, person) references person_again (organisation, id),
      add foreign key (organisation, manager) references person_again (organisation, id),
      add foreign key (organisation, unit) references unit (organisation, id)`)
  for (const shape of shapes) {
    const dump = `/tmp/${shape}-${organisation}.copy`
    await owner.query(`copy ${shape}_rows to '${dump}'`)
    const into = shape === 'post' ? `post_again (${postColumns})` : 'person_again'
    keyed += await timedSql(`copy ${into} from '${dump}'`)
    rmSync(dump, { force: true })
  }
  return { bare, keyed }
}

async function timedSql(statement: string): Promise<number> {
  const began = performance.now()
  await owner.query(statement)
  return (performance.now() - began) / 1000
}

/** The most memory this process has held so far, in megabytes. */
function memory(): number {
  return process.resourceUsage().maxRSS / 1024
}
