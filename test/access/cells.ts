// The cells of the access matrix: one for every route, every place it can be asked at, and everybody who asks. Each is
// asked through the front door and compared with the hand-kept table.
import type { Sent } from '../service.ts'
import type { Answer, Ask } from './asking.ts'
import { plainAnswer } from './asking.ts'
import { expected, isNamed } from './expectation.ts'
import { table } from './expected/table.ts'
import { type Asking, everybody, kindOf } from './people.ts'
import type { Place, Route } from './routes.ts'
import type { Secret, Thing } from './thing.ts'
import { nameOf } from './trust.ts'
import { neverThere } from './world.ts'

export type Cell = {
  readonly route: Route
  readonly place: Place
  readonly who: Asking
  readonly form: Sent | undefined
}

export type Judged = {
  readonly cell: Cell
  readonly answer: Answer
  readonly faults: readonly string[]
  /** The confidential words that were read. */
  readonly words: ReadonlySet<string>
}

export type Judge = (cell: Cell) => Promise<Judged>

/**
 * The database lets somebody in here for an hour by its own clock, which is not the world's: those who may are asked in
 * glass.pages.test.ts and lead-reading.pages.slow.test.ts, at the database's now.
 */
const byTheDatabasesClock: readonly string[] = ['POST /case-discussions/:record/opening', 'POST /glass/:glass/opening']

/**
 * A place's cells: everybody at a route with few places; else all of whom the table speaks, and a third of the others,
 * another third at the next place, so that every kind of person asks every route.
 */
export const cellsOf = (
  route: Route,
  place: Place,
  { form, at, places }: { form: Sent | undefined; at: number; places: number },
): readonly Cell[] =>
  everybody
    .filter((who) => !(byTheDatabasesClock.includes(route.name) && isNamed(table[route.name] ?? '', who, place.thing)))
    .filter((who, index) => places < 4 || (index + at) % 3 === 0 || isNamed(table[route.name] ?? '', who, place.thing))
    .map((who) => ({ route, place, who, form }))

/** Asks a cell and says what is wrong with the answer, in sentences. */
export function judgeOf(ask: Ask, secrets: readonly Secret[]): Judge {
  const readersOf = new Map(secrets.map((secret) => [secret.word, secret]))
  const mark = /^\D+/.exec(secrets[0]?.word ?? '')?.[0] ?? 'none'
  const pattern = new RegExp(`${mark}\\d+q`, 'g')
  const hidden = new Map<string, Promise<string>>()
  /** What somebody gets from this route for something that was never there. */
  const nothing = (route: Route, who: Asking, thing: Thing): Promise<string> => {
    const key = `${route.name} ${who}`
    const gone = neverThere(thing)
    const url = urlFor(route, gone)
    const known = hidden.get(key) ?? ask(who, route.method, url).then((answer) => plainAnswer(answer, url))
    hidden.set(key, known)
    return known
  }
  return async (cell) => {
    const { route, place, who, form } = cell
    const answer = await ask(who, route.method, place.url, form)
    const wanted = expected(table[route.name] ?? '', who, place.thing)
    const faults: string[] = []
    if (!wanted.includes(answer.outcome)) faults.push(`expected ${wanted.join(' or ')}, was ${answer.outcome}`)
    const words = new Set(answer.body.match(pattern))
    for (const word of words) {
      const secret = readersOf.get(word)
      if (!secret?.readers.includes(who)) faults.push(`reads the ${secret?.where ?? word}`)
    }
    const outside = [...JSON.stringify(answer.headers).matchAll(pattern), ...titleOf(answer.body).matchAll(pattern)]
    if (outside.length > 0) faults.push('the title or a header has confidential words')
    if (place.thing && answer.outcome === 'nothing found' && answer.status === 404) {
      const same = plainAnswer(answer, place.url) === (await nothing(route, who, place.thing))
      if (!same) faults.push('is told otherwise than of something that was never there')
    }
    return { cell, answer, words, faults: faults.map((fault) => `${sayCell(cell)}: ${fault} (${answer.status})`) }
  }
}

const titleOf = (body: string): string => /<title>([^<]*)/.exec(body)?.[1] ?? ''

const urlFor = (route: Route, thing: Thing): string =>
  route.path.replaceAll(/:(\w+)/g, (_, name: string) => thing.params[name] ?? '')

const sayCell = ({ route, place, who }: Cell): string =>
  `${route.name} · ${place.thing?.name ?? 'the page'} · ${nameOf(who)} (${kindOf(who)})`

/** Runs jobs, so many at a time, in their order. */
export async function inTurns<T, R>(items: readonly T[], most: number, body: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const worker = async () => {
    for (let at = next++; at < items.length; at = next++) results[at] = await body(items[at] as T)
  }
  await Promise.all(Array.from({ length: most }, worker))
  return results
}
