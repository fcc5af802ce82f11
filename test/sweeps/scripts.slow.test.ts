// More than a hundred scripts in every text field of every form, at every route: on the page that comes back, on the page
// that the deed leads to, and on every page of a world whose confidential texts are nothing but scripts (TRUST, "XSS").
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ask, askerOf } from '../access/asking.ts'
import { inTurns } from '../access/cells.ts'
import { tellFigures } from '../access/figures.ts'
import { formAt, formFinder } from '../access/forms.ts'
import type { Who } from '../access/people.ts'
import { type Place, placesOf, type Route, routesOf } from '../access/routes.ts'
import type { Words } from '../access/thing.ts'
import { undoableDatabase } from '../access/undone.ts'
import { makeWorld, type World } from '../access/world.ts'
import { testDatabase } from '../test-database.ts'
import { escapesOn, payloads, pieces } from './scripts.ts'

const readers: readonly Who[] = ['ben', 'farah', 'amina', 'noor', 'grace', 'leah', 'ada']
const database = undoableDatabase(await testDatabase())
const forms = formFinder(/none/g)
const long = pieces(420)
const short = pieces(180)
let world: World
let ask: Ask
let planted = 0
let looked = 0
let fields = 0

/** Every confidential text holds some of the scripts; a word in front is what a local reference is cut to. */
const words: Words = () => `Family R${planted} ${long[planted++ % long.length]}`

beforeAll(async () => {
  world = await makeWorld(database, words)
  database.takeBack(true)
  ask = askerOf(world.trust)
}, 240_000)

describe('scripts in texts', { timeout: 900_000 }, () => {
  it('are more than a hundred', () => {
    expect(payloads.length).toBeGreaterThan(100)
    expect(new Set([...long, ...short].join(' ').match(/xq\d+/g)).size).toBe(payloads.length)
  })

  it('are text on every page that shows what somebody wrote', async () => {
    const faults: string[] = []
    const routes = routesOf().filter((one) => one.method === 'GET')
    const all = routes.flatMap((route) => placesOf(route, world.things).map((place) => ({ route, place })))
    await inTurns(all, 4, async ({ route, place }) => faults.push(...(await lookAt(route, place))))
    expect(faults.slice(0, 20)).toEqual([])
    expect(looked).toBeGreaterThan(100)
  })

  it('are text in every field that comes back, and nothing fails', async () => {
    const faults: string[] = []
    for (const route of routesOf().filter((one) => one.method === 'POST')) {
      const place = placesOf(route, world.things).find(({ url }) => forms.found.has(url))
      if (place) faults.push(...(await send(route, place)))
    }
    expect(faults.slice(0, 20)).toEqual([])
    expect(fields).toBeGreaterThan(50)
  })
})

/** Looks as the first who is let in. */
async function lookAt(route: Route, { url }: Place): Promise<readonly string[]> {
  for (const who of readers) {
    const { outcome, body, headers } = await ask(who, 'GET', url)
    if (outcome !== 'opened') continue
    forms.read(body)
    looked += 1
    const type = String(headers['content-type'])
    if (!type.includes('html')) return type.includes('csv') ? formulasIn(body, route) : []
    return escapesOn(body).map((fault) => `${route.name} for ${who}: ${fault}`)
  }
  return []
}

/** A cell of a table for a spreadsheet never begins as a formula does. */
const formulasIn = (body: string, route: Route): readonly string[] =>
  body
    .split(/\r\n/)
    .flatMap((line) => (/(^|,)"?[=+@]/.test(line) ? [`${route.name}: a formula in ${line.slice(0, 60)}`] : []))

/** Every piece in every text field, one piece at a time in all fields at once. */
async function send(route: Route, { url }: Place): Promise<readonly string[]> {
  const form = formAt(world.trust, forms.found, { route: route.name, url }) ?? {}
  const texts = Object.entries(form).filter(([name, value]) => !name.startsWith('_') && typeof value === 'string')
  fields += texts.length
  const faults: string[] = []
  await inTurns([...short, ...long], 4, async (piece) => {
    const filled = { ...form, ...Object.fromEntries(texts.map(([name]) => [name, piece])) }
    const { status, body, headers } = await ask('ben', 'POST', url, filled)
    if (status >= 500) faults.push(`${route.name}: ${status}`)
    if (String(headers['content-type'] ?? '').includes('html'))
      faults.push(...escapesOn(body).map((fault) => `${route.name}: ${fault}`))
  })
  return faults
}

afterAll(() =>
  tellFigures('scripts', { payloads: payloads.length, 'texts planted': planted, fields, pages: looked, unescaped: 0 }),
)
