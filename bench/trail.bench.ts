// verify-trail on 1,000,000 lines, as the command does it, against a bare HMAC over the same bytes in the same run. The
// lines are written by the benchmark, not by the service: writing them one by one is not what is measured.
import { createHmac } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { verifyTrail, writeTrail } from '../src/areas/records/index.ts'
import { textMaker, type RawLine } from '../src/areas/records/trail/verification.ts'
import { asService, type Composition } from '../src/platform/composition.ts'
import { startDatabase } from '../src/platform/database/start.ts'
import { newId } from '../src/platform/ids.ts'
import { memoryShelf } from '../src/platform/keys/checkpoint-shelf.ts'
import { memoryKeyring } from '../src/platform/keys/keyring.ts'
import { hmacMaker } from '../src/platform/keys/sealing.ts'
import { moment } from '../src/platform/time/moment.ts'
import { median, ratioTable } from './ratio-table.ts'

const lines = Number(process.env.ROWS ?? 1_000_000)
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
  areas: [],
  identify: async () => null,
  enqueue: async () => undefined,
}
const owner = new pg.Client({ connectionString: database.ownerUrl })
await owner.connect()
try {
  await owner.query("insert into organisation (id, name, kind) values ($1, 'Large trust', 'test')", [organisation])
  await asService(service, { organisation }, async (work) => writeTrail(work, { deed: 'opened', about: thingOf() }))
  const { texts, bytes } = await writeLines()
  const key = service.keys.find(organisation, 'trail', '1')?.bytes ?? Buffer.alloc(0)
  const quick = hmacMaker(key)
  const times = { verify: [] as number[], bare: [] as number[], quick: [] as number[] }
  const processor: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const before = process.cpuUsage()
    times.verify.push(await seconds(verify))
    const used = process.cpuUsage(before)
    processor.push((used.user + used.system) / 1e6)
    times.bare.push(
      await seconds(async () => over(texts, (text) => createHmac('sha256', key).update(text).digest('hex'))),
    )
    times.quick.push(await seconds(async () => over(texts, quick)))
  }
  const figure = median(times.verify)
  console.log(`Load of the machine: ${(loadavg()[0] ?? 0).toFixed(1)}`)
  const million = lines.toLocaleString('en-GB')
  console.log(
    ratioTable([
      {
        what: `verify-trail of ${million} lines (${Math.round(bytes / 1e6)} MB of text)`,
        figure,
        floor: median(times.bare),
        floorIs: 'a bare createHmac over the same bytes',
        unit: 's',
      },
      {
        what: `verify-trail of ${million} lines`,
        figure,
        floor: median(times.quick),
        floorIs: 'the same HMAC as two plain hashes, as the service makes it',
        unit: 's',
      },
      { what: 'of which processor time of the program itself', figure: median(processor), unit: 's' },
    ]),
  )
} finally {
  await owner.end()
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function verify(): Promise<void> {
  const proof = await asService(service, { organisation }, verifyTrail)
  if (!proof.whole || proof.events !== lines) throw new Error(`Not whole: ${JSON.stringify(proof)}`)
}

async function seconds(run: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await run()
  return (performance.now() - began) / 1000
}

/** A tenth of the texts is kept and gone through ten times: all of them would not leave room for the rest. */
function over(texts: readonly string[], make: (text: string) => string): void {
  for (let done = 0; done < lines; )
    for (let at = 0; at < texts.length && done < lines; at += 1, done += 1) make(texts[at] ?? '')
}

function thingOf() {
  return { kind: 'session record', id: newId() }
}

/** All lines but the first, which the service wrote, each following from the one before it. */
async function writeLines(): Promise<{ texts: string[]; bytes: number }> {
  const key = service.keys.find(organisation, 'trail', '1')?.bytes ?? Buffer.alloc(0)
  const [hashOf, textOf] = [hmacMaker(key), textMaker(organisation)]
  const first = await owner.query<{ hash: string }>("select encode(hash, 'hex') as hash from trail_event")
  const people = Array.from({ length: 200 }, () => newId<'person'>())
  const texts: string[] = []
  let [hash, bytes] = [first.rows[0]?.hash ?? '', 0]
  for (let number = 2; number <= lines; ) {
    const rows: RawLine[] = []
    for (; rows.length < 20_000 && number <= lines; number += 1) {
      const line: RawLine = {
        number,
        at: `2026-11-20T1${Math.floor(number / 200_000)}:00:00.000Z`,
        by: people[number % 200] ?? '',
        deed: number % 9 === 0 ? 'wrote' : 'opened',
        kind: number % 3 === 0 ? 'action' : 'session record',
        about: newId(),
        detail: `{"version": ${number % 4}}`,
        keyId: '1',
        hash: '',
      }
      const text = textOf(line, hash)
      if (number % 10 === 0) texts.push(text)
      bytes += text.length
      hash = hashOf(text)
      rows.push({ ...line, hash })
    }
    await insert(rows)
  }
  await owner.query("update trail_head set number = $2, hash = decode($3, 'hex') where organisation = $1", [
    organisation,
    lines,
    hash,
  ])
  await owner.query('vacuum analyze trail_event')
  return { texts, bytes }
}

async function insert(rows: readonly RawLine[]): Promise<void> {
  await owner.query(
    `insert into trail_event (organisation, number, at, by_person, deed, about_kind, about, detail, key_id, hash)
     select $1, number, at, by, deed, kind, about, detail, "keyId", decode(hash, 'hex')
     from jsonb_to_recordset($2::jsonb) as r (number bigint, at timestamptz, by uuid, deed text, kind text, about uuid,
       detail jsonb, "keyId" text, hash text)`,
    [organisation, JSON.stringify(rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as unknown })))],
  )
}
