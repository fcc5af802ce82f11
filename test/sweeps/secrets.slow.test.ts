// Two worlds that differ in nothing but what was written in confidence: other words, other length, another language.
// Whatever somebody sees who may read none of it must be the same to the byte, and so must everything that the database
// keeps but for sealed bytes (TRUST, "manager blindness"). In the first world the words can be told anywhere: none of
// them stands in an address, a title, a header, an export, a mail, a log line, a table or a file of the database.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { asService } from '../../src/platform/composition.ts'
import { areas } from '../../src/service.ts'
import { writeDigests } from '../../src/platform/mail/digest.ts'
import { type Answer, type Ask, askerOf, plainAnswer } from '../access/asking.ts'
import { inTurns } from '../access/cells.ts'
import { tellFigures } from '../access/figures.ts'
import type { Who } from '../access/people.ts'
import { placesOf, routesOf } from '../access/routes.ts'
import { plantedWords, type Words } from '../access/thing.ts'
import { makeWorld, type World } from '../access/world.ts'
import { testDatabase } from '../test-database.ts'
import { type Dump, dumpTables, filesOf } from './everything-stored.ts'
import { idsSoFar, startIdsAgain, withoutNewIds } from './twin-ids.ts'

vi.mock('../../src/platform/ids.ts', async (load) => {
  const { twinId, twinToken } = await import('./twin-ids.ts')
  return { ...(await load<typeof import('../../src/platform/ids.ts')>()), newId: twinId, newToken: twinToken }
})

vi.mock('../../src/platform/keys/keyring.ts', async (load) => {
  const [actual, { twinKey }] = [
    await load<typeof import('../../src/platform/keys/keyring.ts')>(),
    await import('./twin-ids.ts'),
  ]
  return { ...actual, memoryKeyring: () => actual.memoryKeyring(twinKey) }
})

/** Everybody who may see that supervision happens, keeps the service running, or has nothing to do with it. */
const blind: readonly Who[] = [
  ...(['grace', 'leah', 'theo', 'dele', 'aud', 'ada', 'pip', 'sami', 'senga', 'norma'] as const),
  ...(['lin', 'pru', 'otto', 'uma', 'nia', 'carys'] as const),
]
const mark = `Zq${randomBytes(4).toString('hex')}x`
const planted = plantedWords(mark)
const blindTo = (readers: readonly string[]) => !readers.some((one) => (blind as readonly string[]).includes(one))

/** Much longer, in other languages and letters, on several lines. A line manager's own letter stays as it is. */
const twin = plantedWords(mark)
const otherWords: Words = (where, readers) => {
  const same = twin.words(where, readers)
  if (!blindTo(readers)) return same
  return `mae ${where.length}-fed y teulu\nбабушка сказала, что ${'очень '.repeat(40)}боится 家族`
}

type Seen = { readonly world: World; readonly ask: Ask; readonly database: Awaited<ReturnType<typeof testDatabase>> }

async function seen(words: Words): Promise<Seen> {
  startIdsAgain()
  const database = await testDatabase()
  const world = await makeWorld(database, words)
  await runJobs(world)
  return { world, database, ask: askerOf(world.trust) }
}

async function runJobs({ trust }: World): Promise<void> {
  const { composition } = trust.service
  for (const job of areas.flatMap((area) => area.jobs ?? []).filter((one) => one.every))
    await asService(composition, { organisation: trust.ours }, (work) => job.run(work, {}))
  await writeDigests(composition, trust.ours)
}

let one: Seen
let other: Seen
let compared = 0
let made = 0
const opened: { url: string; answer: Answer }[] = []

beforeAll(async () => {
  one = await seen(planted.words)
  made = idsSoFar()
  other = await seen(otherWords)
}, 240_000)

/** Two things of each kind are enough: what is hidden of one is hidden of all, which the matrix asks. */
const addresses = (): readonly string[] =>
  routesOf()
    .filter((route) => route.method === 'GET')
    .flatMap((route) => {
      const places = placesOf(route, one.world.things)
      return [...places.slice(0, 1), ...places.slice(-1)].map(({ url }) => url)
    })

/** A hash or a seal of something sealed is itself a sealed byte. */
const rowsOf = (dump: Dump, name: string): string =>
  (dump.get(name) ?? [])
    .map((row) => withoutNewIds(row, made).replaceAll(/\b[0-9a-f]{64}\b/g, 'HASH'))
    .map((row) => row.replaceAll(/(?<=[",])[A-Za-z0-9+/]{86}==(?=[",])/g, 'SEAL'))
    .sort()
    .join('\n')

const ownLinks = (body: string): readonly string[] =>
  [...body.matchAll(/href="(\/[^"#]*)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'))

describe('what is written in confidence', { timeout: 600_000 }, () => {
  it('changes no byte of what those see who may not read it', async () => {
    const different: string[] = []
    for (const who of blind) different.push(...(await differencesFor(who)))
    expect(different.slice(0, 20)).toEqual([])
    expect(compared).toBeGreaterThan(1_000)
  })

  it('changes nothing that the database keeps, but for sealed bytes', async () => {
    const [first, second] = [await dumpTables(one.database, ['bytea']), await dumpTables(other.database, ['bytea'])]
    const different = [...first.keys()].filter((name) => rowsOf(first, name) !== rowsOf(second, name))
    expect(different).toEqual([])
  })

  it('stands in no table and in no file of the database', async () => {
    const rows = [...(await dumpTables(one.database))].flatMap(([name, all]) => all.map((row) => `${name} ${row}`))
    const hex = Buffer.from(mark).toString('hex')
    expect(rows.filter((row) => row.includes(mark) || row.includes(hex))).toEqual([])
    expect(rows.some((row) => row.includes('Riverside team'))).toBe(true)
    const files = await filesOf(one.database)
    if (files === null) return
    expect(files.filter((bytes) => bytes.includes('Riverside team')).length).toBeGreaterThan(0)
    expect(files.filter((bytes) => bytes.includes(mark)).length).toBe(0)
    const bytes = files.reduce((sum, file) => sum + file.length, 0)
    tellFigures('canaries', {
      words: planted.secrets.length,
      rows: rows.length,
      megabytes: Math.round(bytes / 1e6),
      hits: 0,
    })
  })

  it('stands in no address, title, header or export of its own readers’ pages', async () => {
    for (const who of ['ben', 'amina', 'farah', 'dora', 'noor'] as const)
      await inTurns(addresses(), 4, async (url) => opened.push({ url, answer: await one.ask(who, 'GET', url) }))
    const outside = opened.filter(({ answer: { body, headers } }) => {
      const title = /<title>([^<]*)/.exec(body)?.[1] ?? ''
      const links = [...body.matchAll(/(?:href|action|src)="([^"]*)"/g)].map(([, link]) => link).join(' ')
      const file = String(headers['content-disposition'] ?? '') === '' ? '' : body
      return `${title} ${links} ${JSON.stringify(headers)} ${file}`.includes(mark)
    })
    expect(outside.map(({ url }) => url)).toEqual([])
    expect(opened.some(({ answer }) => answer.body.includes(mark))).toBe(true)
  })
})

const plain = (answer: Answer, url: string): string => withoutNewIds(plainAnswer(answer, url), made)

/** Asks every address, and every one that the pages lead to, in both worlds. */
async function differencesFor(who: Who): Promise<readonly string[]> {
  const known = new Set<string>()
  const different: string[] = []
  let next = [...new Set(addresses())]
  for (let round = 0; round < 2; round += 1) {
    const found: string[] = []
    // One after the other: a page may tell what was opened before it. The two worlds know nothing of each other.
    for (const url of next) {
      known.add(url)
      const [first, second] = await Promise.all([one.ask(who, 'GET', url), other.ask(who, 'GET', url)])
      compared += 1
      if (plain(first, url) !== plain(second, url)) different.push(`${who} ${url}`)
      if (first.outcome === 'opened') found.push(...ownLinks(first.body))
    }
    next = [...new Set(found)].filter((url) => !known.has(url) && !/^\/(assets|account)/.test(url)).slice(0, 40)
  }
  return different
}

afterAll(() => tellFigures('manager blindness', { people: blind.length, answers: compared * 2, 'bytes different': 0 }))
