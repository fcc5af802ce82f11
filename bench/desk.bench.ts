// The advice desk in the demonstration organisation: server time of its pages as whoever asks, as its administrator and as a
// professional, each beside a bare server that sends as many bytes and beside a page of the same service that asks the database
// only who is there, all in turn in the same minute; processor time beside it, since other work on the machine does not change
// that. And what the rule of the hours costs: one question whether the desk is open, and one "by when".
// `bin/bench desk -- FOLDER` takes a demonstration that is there already, in FOLDER.
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { exampleDesks } from '../src/areas/advice/hours/desk.examples.ts'
import { deskOf } from '../src/areas/advice/hours/desk.view.ts'
import { afterOpenMinutes, deskNow } from '../src/areas/advice/hours/desk-hours.ts'
import { addMinutes, moment } from '../src/platform/time/moment.ts'
import { visitorOf } from './demonstration-visitor.ts'
import { median, type Measured, ratioTable } from './ratio-table.ts'
import { bareServer, type Running, startProgram } from './running-service.ts'

const rounds = 40
/** The page that asks nothing but who is there. */
const barePage = '/help/who-sees-what'
const visits = [
  ['Ben Carter', 'who asks', ['/advice', 'request']],
  ['Sandra Pike', 'the administrator', ['/advice', '/advice/desk', 'request']],
  ['Tom Whitfield', 'a professional', ['/advice', '/advice/desk', 'request', '/advice/figures']],
] as const

const given = process.argv[2]
const data = given ?? mkdtempSync(join(tmpdir(), 'mcs-bench-'))
const load = loadavg()[0] ?? 0
const service = await startProgram(['dist/main.js', '--demo', '--port', '0', '--data', data])
const bare = await startProgram(bareServer())
try {
  const rows: Measured[] = []
  const processor: Measured[] = []
  for (const [name, as, paths] of visits) {
    const visitor = visitorOf(service.address)
    await visitor.be(name)
    for (const path of paths) {
      const one = await pageOf(visitor, { path, as })
      rows.push(...one.rows)
      processor.push(one.processor)
    }
  }
  console.log(`Load of the machine before: ${load.toFixed(1)}\n\n${ratioTable(rows)}\n\n${ratioTable(processor)}\n`)
  console.log(ratioTable(hoursCost()))
} finally {
  await service.stop()
  await bare.stop()
  if (given === undefined) rmSync(data, { recursive: true, force: true })
}

type Visitor = ReturnType<typeof visitorOf>

/** One page in turn with both floors. The figure is the median; the best stands in its name. */
async function pageOf(
  visitor: Visitor,
  { path, as }: { path: string; as: string },
): Promise<{ readonly rows: readonly Measured[]; readonly processor: Measured }> {
  const href = path === 'request' ? await aRequest(visitor) : path
  const { body, status } = await visitor.get(href)
  if (status !== 200) throw new Error(`${href} as ${as} answered ${status}`)
  const same = `${bare.address}/${Buffer.byteLength(body)}`
  const [figures, plain, bytes]: [number[], number[], number[]] = [[], [], []]
  for (let round = -3; round < rounds; round += 1) {
    const took = [
      await timeOf(() => visitor.get(href)),
      await timeOf(() => visitor.get(barePage)),
      await timeOf(async () => (await fetch(same)).text()),
    ] as const
    if (round < 0) continue
    figures.push(took[0])
    plain.push(took[1])
    bytes.push(took[2])
  }
  const what = `${path === 'request' ? 'A request' : path} as ${as}`
  const named = `${what} (at best ${Math.min(...figures).toFixed(1)} ms)`
  const figure = median(figures)
  return {
    rows: [
      { what: named, figure, floor: median(plain), floorIs: 'a page that asks only who is there', unit: 'ms' },
      { what, figure, floor: median(bytes), floorIs: 'as many bytes', unit: 'ms' },
    ],
    processor: {
      what: `${what}, processor time`,
      figure: await processorOf(service, () => visitor.get(href)),
      floor: await processorOf(service, () => visitor.get(barePage)),
      floorIs: 'a page that asks only who is there',
      unit: 'ms',
    },
  }
}

/** The program's processor time for one of many. */
async function processorOf(program: Running, run: () => Promise<unknown>): Promise<number> {
  const before = program.processor()
  for (let round = 0; round < rounds; round += 1) await run()
  return (program.processor() - before) / rounds
}

async function timeOf(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await run()
  return performance.now() - began
}

/** The first request that the asker's pages of the desk link to. */
async function aRequest(visitor: Visitor): Promise<string> {
  const pages = [await visitor.get('/advice/desk'), await visitor.get('/advice')]
  const found = pages.flatMap(({ links }) => links).find((link) => /^\/advice\/requests\/[\w-]+$/.test(link))
  if (found === undefined) throw new Error('The demonstration has a request for everybody here')
  return found
}

/** Thousands of moments of one year; milliseconds for a thousand of each. */
function hoursCost(): readonly Measured[] {
  const many = 5_000
  const from = moment('2026-01-01T00:00:00Z')
  const moments = Array.from({ length: many }, (_, at) => addMinutes(from, at * 105))
  const desk = deskOf(exampleDesks.trust)
  const holiday = () => null
  const each = (run: (at: (typeof moments)[number]) => unknown): number => {
    const began = performance.now()
    for (const at of moments) run(at)
    return ((performance.now() - began) / many) * 1000
  }
  const floor = each((at) => addMinutes(at, 1))
  return [
    ['A thousand times: what is open now', each((at) => deskNow(desk, holiday, at))] as const,
    ['A thousand times: by when, an hour of opening', each((at) => afterOpenMinutes(desk, holiday, at, 60))] as const,
  ].map(([what, figure]) => ({ what, figure, floor, floorIs: 'adding a minute', unit: 'ms' as const }))
}
