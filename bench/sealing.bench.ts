// What sealing and the trail cost a page that is read: a page that opens six sealed texts and leaves its line, against the
// same page with the same six texts from plain columns. Both go through the service's own web server, in one process.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { h } from 'preact'
import pg from 'pg'
import { openTexts, sealTexts, thing, whoSees } from '../src/areas/records/index.ts'
import { serviceLook } from '../src/frame/look.ts'
import type { Area } from '../src/platform/area.ts'
import { asPerson, type Composition } from '../src/platform/composition.ts'
import { sql } from '../src/platform/database/database.ts'
import { startDatabase } from '../src/platform/database/start.ts'
import { newId, newToken } from '../src/platform/ids.ts'
import { memoryShelf } from '../src/platform/keys/checkpoint-shelf.ts'
import { fileKeyring } from '../src/platform/keys/keyring.ts'
import { addMinutes, moment } from '../src/platform/time/moment.ts'
import { anyStaff, page } from '../src/platform/web/page.ts'
import { html } from '../src/platform/web/reply.ts'
import { buildHttp } from '../src/platform/web/serving/http.ts'
import type { Work } from '../src/platform/work.ts'
import { median, ratioTable, timed } from './ratio-table.ts'

const rounds = Number(process.env.ROUNDS ?? 400)
const folder = mkdtempSync(join(tmpdir(), 'mcs-bench-'))
chmodSync(folder, 0o755)
const quiet = { info: () => undefined, error: (text: string) => console.error(text) }
const data = join(folder, 'data')
const database = await startDatabase({ data, databaseUrl: undefined, databaseOwnerUrl: undefined }, quiet)
const [organisation, person, token] = [newId<'organisation'>(), newId<'person'>(), newToken()]
const about = thing('session record', newId())
const texts = Object.fromEntries(
  ['focus', 'discussion', 'analysis', 'plan', 'feelings', 'training'].map((field) => [field, `${field} `.repeat(150)]),
)

const show = (words: Readonly<Record<string, string>>) =>
  html({
    title: 'Record',
    body: h(
      'div',
      null,
      Object.values(words).map((text) => h('p', null, text)),
    ),
  })
const pages = [
  page({ at: 'GET /plain', access: anyStaff, answer: async (work) => show(await plainTexts(work)) }),
  page({
    at: 'GET /sealed',
    access: anyStaff,
    answer: async (work) => show((await openTexts(work, { about, version: 1 })).texts),
  }),
  page({
    at: 'GET /sealed-with-foot',
    access: anyStaff,
    answer: async (work) => {
      const opened = await openTexts(work, { about, version: 1 })
      const { can, has } = await whoSees(work, about)
      return show({ ...opened.texts, foot: `${can.length} ${has.length}` })
    },
  }),
]
const area: Area = { name: 'records', title: 'Records', pages }
const service: Composition = {
  database,
  clock: () => moment('2026-11-20T10:00:00Z'),
  keys: fileKeyring(join(folder, 'keys')),
  checkpoints: memoryShelf(),
  areas: [area],
  identify: async () => ({ name: 'Amina Yusuf', roles: new Set<string>() }),
  enqueue: async () => undefined,
}
const http = await buildHttp({
  service,
  look: serviceLook({ css: '/assets/style.css', js: '/assets/script.js', icon: '/assets/icon.svg' }),
  findVisit: async () => ({
    id: newId(),
    account: newId(),
    organisation,
    person,
    expiresAt: addMinutes(service.clock(), 15),
    signedInAt: service.clock(),
  }),
  doorPages: [],
  secure: false,
  demonstration: false,
  assets: null,
  onFault: (fault) => console.error(fault),
})

try {
  await arrange()
  const times = { plain: [] as number[], sealed: [] as number[], foot: [] as number[] }
  // In turns, so that other work on the machine falls on all of them alike.
  for (let turn = 0; turn < 5; turn += 1) {
    times.plain.push(median(await timed(rounds / 5, () => get('/plain'))))
    times.sealed.push(median(await timed(rounds / 5, () => get('/sealed'))))
    times.foot.push(median(await timed(rounds / 5, () => get('/sealed-with-foot'))))
  }
  const floor = median(times.plain)
  const floorIs = 'the same page from plain columns, no line'
  console.log(`Load of the machine: ${(loadavg()[0] ?? 0).toFixed(1)}`)
  console.log(
    ratioTable([
      { what: 'A page that opens six sealed texts', figure: median(times.sealed), floor, floorIs, unit: 'ms' },
      { what: 'The same with who can see it and who has', figure: median(times.foot), floor, floorIs, unit: 'ms' },
    ]),
  )
} finally {
  await http.close()
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function arrange(): Promise<void> {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query("insert into organisation (id, name, kind) values ($1, 'Trust', 'test')", [organisation])
  await owner.query('create table plain_text (organisation uuid, about uuid, field text, text text)')
  await owner.query('create index on plain_text (organisation, about)')
  await owner.query('grant select on plain_text to mcs_request')
  for (const [field, text] of Object.entries(texts))
    await owner.query('insert into plain_text values ($1, $2, $3, $4)', [organisation, about.id, field, text])
  await owner.end()
  await asPerson(service, { organisation, person }, (work) =>
    sealTexts(work, { kind: 'one-to-one record', about, version: 1, texts }),
  )
}

async function plainTexts(work: Work): Promise<Readonly<Record<string, string>>> {
  const found = await sql<{ field: string; text: string }>`select field, text from plain_text
    where organisation = ${work.organisation} and about = ${about.id} order by field`.execute(work.db)
  return Object.fromEntries(found.rows.map(({ field, text }) => [field, text]))
}

async function get(url: string): Promise<void> {
  const headers = { cookie: `visit=${token}`, host: 'localhost' }
  const answer = await http.inject({ method: 'GET', url, headers })
  if (answer.statusCode !== 200 || !answer.body.includes('feelings feelings'))
    throw new Error(`${url}: ${answer.statusCode}`)
}
