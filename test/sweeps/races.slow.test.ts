// What happens twice at once, or only half: eight people's devices on one draft, a form sent twice in the same moment, a
// body that is cut midway, and a commit whose reply is cut so that the same request comes again (SPEC 14.5, TRUST).
import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { askerFor } from '../../src/areas/people/index.ts'
import { openDatabase } from '../../src/platform/database/database.ts'
import { csrfOf } from '../../src/platform/web/serving/tokens.ts'
import { areas } from '../../src/service.ts'
import { tellFigures } from '../access/figures.ts'
import { testService, type Visitor } from '../service.ts'
import { testDatabase } from '../test-database.ts'
import { at, clinical, supervisionWorld } from '../worlds/supervision.ts'
import { cuttingProxy } from './cutting-proxy.ts'
import { encode } from './nonsense.ts'

const database = await testDatabase()
const { service, trust, setClock, held } = await supervisionWorld(database)
const figures: Record<string, number> = {}
afterAll(() => tellFigures('races', figures))

const countOf = async (table: string): Promise<number> => {
  const found = await database.owner.query<{ count: string }>(`select count(*) from ${table}`)
  return Number(found.rows[0]?.count)
}

describe('eight devices on one draft, over two nodes', { timeout: 240_000 }, () => {
  it('keep every edit or are told; none is written over unseen', async () => {
    const world = await trust()
    const href = await held(world)
    const node = await testService(database, { areas, identify: askerFor })
    node.composition.setClock(service.composition.clock())
    const devices = Array.from({ length: 8 }, (_, index) =>
      (index % 2 === 0 ? service : node).visitor(world.organisation, world.amina),
    )
    const kept: { from: number; to: number; text: string }[] = []
    const each = 40
    const statuses = await Promise.all(devices.map((device, index) => edit(device, { href, index, each, kept })))
    expect(new Set(statuses.flat())).toEqual(new Set([200, 409]))
    expect(new Set(kept.map((one) => one.from)).size).toBe(kept.length)
    const last = kept.reduce((latest, one) => (one.to > latest.to ? one : latest))
    expect(last.to).toBe(kept.length)
    expect((await devices[1]?.get(`${href}/record`))?.fieldValue('What did we look at?')).toBe(last.text)
    Object.assign(figures, { 'edits at once': each * devices.length, kept: kept.length, 'written over unseen': 0 })
  })
})

type Edits = { href: string; index: number; each: number; kept: { from: number; to: number; text: string }[] }

/** One device: saves again and again on top of what it last knew, and looks again when it was told. */
async function edit(device: Visitor, { href, index, each, kept }: Edits): Promise<readonly number[]> {
  const statuses: number[] = []
  let known = 0
  for (let turn = 0; turn < each; turn += 1) {
    const text = `Device ${index}, edit ${turn}`
    const answer = await device.post(`${href}/record/draft`, { 'session--focus': text, _version: String(known) })
    statuses.push(answer.status)
    if (answer.status === 200) {
      const to = (JSON.parse(answer.source) as { version: number }).version
      kept.push({ from: known, to, text })
      known = to
    } else {
      const page = await device.get(`${href}/record`)
      known = Number(page.formTo(`${href}/record/signature`)._version)
    }
  }
  return statuses
}

describe('a form sent twice in the same moment', { timeout: 120_000 }, () => {
  it('acts once', async () => {
    const world = await trust()
    setClock()
    const ben = world.visit(world.ben)
    const before = await countOf('supervision_session')
    const rounds = 20
    for (let round = 0; round < rounds; round += 1) {
      const day = `2027-0${1 + Math.floor(round / 10)}-${String(11 + (round % 10)).padStart(2, '0')}`
      const form = { type: clinical, side: 'they', with: world.amina, ...at, day, _key: randomUUID() }
      const answers = await Promise.all([1, 2, 3].map(() => ben.post('/supervision/bookings', form)))
      expect(new Set(answers.map((answer) => answer.location)).size).toBe(1)
      expect(answers.map((answer) => answer.status)).toEqual([303, 303, 303])
    }
    expect(await countOf('supervision_session')).toBe(before + rounds)
    Object.assign(figures, { 'forms sent thrice at once': rounds, 'acted twice': 0 })
  })
})

describe('a body that is cut midway', { timeout: 120_000 }, () => {
  it('changes nothing, wherever it is cut', async () => {
    const world = await trust()
    const href = await held(world)
    await service.http.listen({ port: 0, host: '127.0.0.1' })
    const address = service.http.server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const token = service.openVisit(world.organisation, world.amina)
    const record = { 'session--focus': 'Half a sentence that goes on', 'session--learning': 'x', _version: '0' }
    const body = encode({ _csrf: csrfOf(token), _key: randomUUID(), ...record })
    const before = [await countOf('trail_event'), await countOf('sealed_text'), await countOf('request_key')]
    const cuts = 25
    for (let cut = 0; cut < cuts; cut += 1)
      await sendCut(port, { path: `${href}/record/signature`, token, body, at: Math.floor((body.length * cut) / cuts) })
    const after = [await countOf('trail_event'), await countOf('sealed_text'), await countOf('request_key')]
    expect(after).toEqual(before)
    expect(service.faults).toEqual([])
    Object.assign(figures, { 'bodies cut': cuts, 'rows changed': 0 })
  })
})

/** Sends the head and a part of the body over a real line, and hangs up. */
async function sendCut(
  port: number,
  { path, token, body, at: cut }: { path: string; token: string; body: string; at: number },
): Promise<void> {
  const head = [
    `POST ${path} HTTP/1.1`,
    'host: localhost',
    'origin: http://localhost',
    'sec-fetch-site: same-origin',
    `cookie: visit=${token}`,
    'content-type: application/x-www-form-urlencoded',
    `content-length: ${body.length}`,
  ]
  const line = connect(port, '127.0.0.1')
  line.on('error', () => undefined)
  await new Promise((resolve) => line.once('connect', resolve))
  line.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, cut)}`)
  await new Promise((resolve) => setTimeout(resolve, 30))
  line.destroy()
  await new Promise((resolve) => setTimeout(resolve, 20))
}

describe('a commit whose reply is cut', { timeout: 240_000 }, () => {
  it('is done once when the same request comes again', async () => {
    const proxy = await cuttingProxy(database.url)
    const through = await openDatabase({ url: proxy.url, most: 3 })
    const transact: typeof through.transact = (identity, body) => through.transact(identity, body)
    const cut = { ...database, transact, pool: through.pool }
    const { trust: trustBehind } = await supervisionWorld(cut)
    const world = await trustBehind()
    const before = await countOf('supervision_session')
    const rounds = 40
    const first: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const day = `2027-0${3 + Math.floor(round / 20)}-${String(1 + (round % 20)).padStart(2, '0')}`
      const form = { type: clinical, side: 'they', with: world.amina, ...at, day, _key: randomUUID() }
      proxy.cutNext(1)
      first.push(await statusOf(() => world.visit(world.ben).post('/supervision/bookings', form)))
      proxy.cutNext(0)
      expect((await world.visit(world.ben).post('/supervision/bookings', form)).status).toBe(303)
    }
    expect(new Set(first)).toEqual(new Set([503]))
    expect(await countOf('supervision_session')).toBe(before + rounds)
    expect(proxy.cuts()).toBe(rounds)
    await through.close()
    await proxy.close()
    Object.assign(figures, { 'commits cut': rounds, doubled: 0 })
  })
})

/** The visitor throws what the service itself took for a fault; a line that was cut is answered with 503. */
async function statusOf(send: () => Promise<{ status: number }>): Promise<number> {
  return (await send()).status
}
