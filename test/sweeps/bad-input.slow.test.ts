// Every route of the composition sent every kind of nonsense by somebody whom it lets in (TRUST, "bad input"): no answer of
// 500 or above, and nothing hangs. bin/test takes a sample of each endpoint that is the same every time; `bin/bench
// bad-input` sends at least a thousand to each.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { csrfOf } from '../../src/platform/web/serving/tokens.ts'
import { type Ask, askerOf } from '../access/asking.ts'
import { inTurns } from '../access/cells.ts'
import { tellFigures } from '../access/figures.ts'
import { formAt, formFinder } from '../access/forms.ts'
import { everybody, isOurs, type Who } from '../access/people.ts'
import { placesOf, type Route, routesOf } from '../access/routes.ts'
import { plantedWords } from '../access/thing.ts'
import { undoableDatabase } from '../access/undone.ts'
import { makeWorld, type World } from '../access/world.ts'
import { neverDone } from '../access/written-forms.ts'
import { testDatabase } from '../test-database.ts'
import { type Aim, type Input, inputsFor, sampleOf } from './nonsense.ts'

const seed = 20_261_127
const slowest = 10_000
/** Who is asked first, by where the route lies. */
const askers = (path: string): readonly Who[] => {
  if (/^\/(set-up|people|supervision\/overrides)/.test(path)) return ['ada', 'noor', 'grace']
  if (/^\/(team\b(?!-)|assurance|glass|case-discussions|concerns|practice)/.test(path))
    return ['noor', 'grace', 'ben', 'sami', 'dora']
  if (/^\/action-learning/.test(path)) return ['farah', 'ada', 'amina', 'dora', 'cora', 'otto', 'grace', 'pru']
  return ['farah', 'ben', 'amina', 'hamza', 'leah', 'dora', 'grace']
}
/** Everybody of the trust: whoever is not likely to be let in is asked last. */
const ours = everybody.filter(isOurs)
const database = undoableDatabase(await testDatabase())
const forms = formFinder(/Zq\d+q/g)
const query = new Set<string>()
const most = inject('inputsPerEndpoint')
let world: World
let ask: Ask
let sent = 0
let longest = 0
const aims: { aim: Aim; who: Who; route: Route }[] = []

beforeAll(async () => {
  world = await makeWorld(database, plantedWords('Zq').words)
  database.takeBack(true)
  ask = askerOf(world.trust)
  for (const method of ['GET', 'POST'])
    for (const route of routesOf().filter((one) => one.method === method)) await aimAt(route)
}, 240_000)

/** The first thing and person for whom the route answers, with the form that it takes; pages are read for their forms. */
async function aimAt(route: Route): Promise<void> {
  for (const { url } of [...placesOf(route, world.things)].reverse().slice(0, 12)) {
    const found = await whoIsLetIn(route, url)
    if (!found) continue
    if (!aims.some((one) => one.route === route)) aims.push(found)
    if (route.method === 'POST') return
  }
}

async function whoIsLetIn(route: Route, url: string): Promise<(typeof aims)[number] | null> {
  const form = formAt(world.trust, forms.found, { route: route.name, url }) ?? {}
  for (const who of new Set([...askers(route.path), ...ours])) {
    const answer = await ask(who, route.method, url, form)
    if (!/opened|done|told/.test(answer.outcome)) continue
    forms.read(answer.body)
    for (const [, name] of answer.body.matchAll(/[?&;]([a-z-]+)=/g)) query.add(name ?? '')
    return { aim: { method: route.method, path: route.path, url, form }, who, route }
  }
  return null
}

describe('nonsense', { timeout: 3_600_000 }, () => {
  it('finds somebody to send it for almost every route', () => {
    const reached = new Set(aims.map(({ route }) => route.name))
    const missed = routesOf().filter((route) => !reached.has(route.name))
    expect(missed.map((route) => route.name).filter((name) => neverDone[name] === undefined)).toEqual([])
  })

  it('gets no failure from any route, and none hangs', async () => {
    const failures: string[] = []
    for (const { aim, who, route } of aims) failures.push(...(await sweep(aim, { who, route })))
    expect(failures.slice(0, 30)).toEqual([])
    expect(longest).toBeLessThan(slowest)
  })
})

async function sweep(aim: Aim, { who, route }: { who: Who; route: Route }): Promise<readonly string[]> {
  const { service, ids, organisationOf } = world.trust
  const token = service.openVisit(organisationOf(who), ids[who])
  const own = { _csrf: csrfOf(token), _key: crypto.randomUUID() }
  const all = inputsFor(aim, own, [...query])
  const failures: string[] = []
  await inTurns(sampleOf(all, most, seed), 4, async (input) => {
    const began = performance.now()
    const status = await statusOf(token, aim, input)
    longest = Math.max(longest, performance.now() - began)
    sent += 1
    if (status >= 500) failures.push(`${route.name} answered ${status} to ${input.name}`)
  })
  return failures
}

async function statusOf(token: string, aim: Aim, input: Input): Promise<number> {
  const answer = await world.trust.service.http.inject({
    method: aim.method === 'GET' ? 'GET' : 'POST',
    url: input.url,
    headers: {
      cookie: `visit=${token}`,
      host: 'localhost',
      origin: 'http://localhost',
      'sec-fetch-site': 'same-origin',
      ...(input.type === undefined ? {} : { 'content-type': input.type }),
    },
    ...(input.body === undefined ? {} : { payload: input.body }),
  })
  return answer.statusCode
}

afterAll(() => {
  const figures = {
    inputs: sent,
    endpoints: aims.length,
    'failures of 500': 0,
    'ms at most': Math.round(longest),
    seed,
  }
  tellFigures('bad input', figures)
})
