// The access matrix: every route of the composition, at everything it can be about, asked by everybody, against the
// hand-kept table in expected/ (TRUST, "Figures to reach"). It grows by itself with every route and every thing. Then
// faults are planted in the access lines, one at a time, and the matrix must see each of them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { areas } from '../../src/service.ts'
import { testDatabase } from '../test-database.ts'
import { askerOf } from './asking.ts'
import { type Cell, cellsOf, inTurns, type Judge, type Judged, judgeOf } from './cells.ts'
import { unknownWords } from './expectation.ts'
import { table } from './expected/table.ts'
import { tellFigures } from './figures.ts'
import { formAt, formFinder } from './forms.ts'
import { guardedTwice, mutations, plantable } from './mutants.ts'
import { everybody } from './people.ts'
import { placesOf, type Route, routesOf } from './routes.ts'
import { plantedWords } from './thing.ts'
import { undoableDatabase } from './undone.ts'
import { makeWorld, type World } from './world.ts'
import { neverDone } from './written-forms.ts'

const database = undoableDatabase(await testDatabase())
const { words, secrets } = plantedWords('Zq')
const forms = formFinder(/Zq\d+q/g)
const planted = plantable(areas)
const routes = routesOf().filter((route) => table[route.name] !== undefined)
const results: Judged[] = []
const started = performance.now()
let world: World
let judge: Judge

beforeAll(async () => {
  world = await makeWorld(database, words, { areas: planted.areas })
  database.takeBack(true)
  judge = judgeOf(askerOf(world.trust), secrets)
}, 120_000)

describe('the access matrix', { timeout: 900_000 }, () => {
  it('has something to ask every route about', () => {
    const without = routes.filter((route) => placesOf(route, world.things).length === 0)
    expect(without.map((route) => `${route.name}: make such a thing in test/access/world.ts`)).toEqual([])
    const strange = routes.flatMap((route) => {
      const things = placesOf(route, world.things).flatMap(({ thing }) => thing ?? [])
      return unknownWords(table[route.name] ?? '', things).map((word) => `${route.name}: nobody is “${word}”`)
    })
    expect(strange).toEqual([])
  })

  it('lets everybody open what they may, and shows nobody else a word', async () => {
    for (const route of routes.filter((one) => one.method === 'GET')) await askEverybody(route)
    expect(faultsOf(results)).toEqual([])
  })

  it('shows every confidential text to one of its readers, so that the others can be seen not to', () => {
    const seen = new Set(results.flatMap(({ words: read }) => [...read]))
    expect(secrets.filter(({ word }) => !seen.has(word)).map(({ where }) => where)).toEqual([])
  })

  it('lets everybody do what they may, and nobody else', async () => {
    for (const route of routes.filter((one) => one.method === 'POST')) await askEverybody(route)
    expect(faultsOf(results)).toEqual([])
  })

  it('has seen somebody succeed at every route, so that those refused were refused for who they are', () => {
    const done = new Set(
      results.filter(({ answer }) => /opened|done/.test(answer.outcome)).map(({ cell }) => cell.route.name),
    )
    const idle = routes.filter((route) => !done.has(route.name) && neverDone[route.name] === undefined)
    expect(idle.map((route) => `${route.name}: give a form that succeeds in byHand, test/access/forms.ts`)).toEqual([])
    expect(Object.keys(neverDone).filter((route) => done.has(route))).toEqual([])
    expect(results.length).toBeGreaterThan(15_000)
  })

  it('sees every fault that is planted in an access line', async () => {
    const survivors: string[] = []
    let killed = 0
    for (const route of routes)
      for (const mutation of mutations) {
        if (isHarmless(route, mutation)) continue
        planted.plant({ route: route.name, mutation })
        if (await isSeen(route)) killed += 1
        else survivors.push(`${route.name}: ${mutation}`)
      }
    planted.plant(null)
    const unseen = survivors.filter((one) => !guardedTwice.includes(one))
    tellFigures('access mutants', { mutants: killed + survivors.length, killed, 'guarded twice': guardedTwice.length })
    expect(unseen).toEqual([])
    expect(guardedTwice.filter((one) => !survivors.includes(one))).toEqual([])
  })
})

afterAll(() => {
  const kinds = everybody.length
  const seconds = Math.round((performance.now() - started) / 1000)
  const faults = results.reduce((sum, one) => sum + one.faults.length, 0)
  tellFigures('access matrix', { cells: results.length, mismatches: faults, routes: routes.length, kinds, seconds })
})

const cellsFor = (route: Route): readonly Cell[] =>
  placesOf(route, world.things).flatMap((place, at, { length: places }) =>
    cellsOf(route, place, {
      form: formAt(world.trust, forms.found, { route: route.name, url: place.url }),
      at,
      places,
    }),
  )

async function askEverybody(route: Route): Promise<void> {
  const judged = await inTurns(cellsFor(route), 4, judge)
  for (const { answer } of judged) if (answer.outcome === 'opened') forms.read(answer.body)
  results.push(...judged.map((one) => ({ ...one, answer: { ...one.answer, body: '' } })))
}

/** The first fifty sentences; more help nobody. */
const faultsOf = (judged: readonly Judged[]): readonly string[] => judged.flatMap(({ faults }) => faults).slice(0, 50)

const isOpenToAll = (route: Route): boolean => /^everybody /.test(table[route.name] ?? '')

/** Where everybody may, a line that lets everybody in, and the refusal that nobody gets, change nothing. */
const isHarmless = (route: Route, mutation: (typeof mutations)[number]): boolean =>
  (isOpenToAll(route) && mutation !== 'turned round') || isNeverThere(route)

/** Where nobody succeeds here because there is no such thing, nobody can be told from anybody. */
const isNeverThere = (route: Route): boolean =>
  neverDone[route.name] !== undefined && /where there is one/.test(table[route.name] ?? '')

/** Whether one of the route's cells tells; those that most often do are asked first. */
async function isSeen(route: Route): Promise<boolean> {
  const cells = [...cellsFor(route)].sort((a, b) => rank(a) - rank(b))
  for (const cell of cells) if ((await judge(cell)).faults.length > 0) return true
  return false
}

const rank = ({ who }: Cell): number =>
  who === 'otto' || who === 'ada' ? 0 : who === 'nobody' || who === 'lena' ? 2 : 1
