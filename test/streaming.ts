// The real service on a port of its own, with streams and real visits, and a reader of event streams as a browser is one.
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { afterAll } from 'vitest'
import type { Assets } from '../src/design/index.ts'
import { serviceLook } from '../src/frame/look.ts'
import type { Area } from '../src/platform/area.ts'
import type { Identify } from '../src/platform/composition.ts'
import type { OrganisationId, PersonId } from '../src/platform/ids.ts'
import { type OpenStreams, openStreams, type StreamOptions } from '../src/platform/live/open-streams.ts'
import type { Clock } from '../src/platform/time/moment.ts'
import { lifeNoter, overFinder } from '../src/platform/sign-in/visit/being-live.ts'
import { asDoor, startVisit, visitFinder } from '../src/platform/sign-in/visit/visits.ts'
import { buildHttp } from '../src/platform/web/serving/http.ts'
import { csrfOf } from '../src/platform/web/serving/tokens.ts'
import { testComposition } from './composition.ts'
import type { TestDatabase } from './test-database.ts'

const assets = { css: '/assets/style.css', js: '/assets/script.js', icon: '/assets/icon.svg' }

/** One program on the database; several of them are several programs. `listensAt` is another way to the database. */
export async function streamingService(
  database: TestDatabase,
  parts: Pick<StreamOptions, 'limits' | 'rhythm'> & {
    areas: readonly Area[]
    listensAt?: string
    /** The built script and style sheet, for browsers. */
    built?: { readonly assets: Assets; readonly folder: string }
    clock?: Clock
    identify?: Identify
  },
) {
  const plain = testComposition(database, { areas: parts.areas, identify: parts.identify })
  const composition = parts.clock ? { ...plain, clock: parts.clock } : plain
  const faults: unknown[] = []
  const onFault = (fault: unknown) => faults.push(fault)
  const pool = { options: { connectionString: parts.listensAt ?? database.url } } as unknown as TestDatabase['pool']
  const visitsOver = overFinder(database)
  const streams = openStreams({ ...parts, database: { pool }, clock: composition.clock, visitsOver, onFault })
  const http = await buildHttp({
    service: composition,
    look: serviceLook(parts.built?.assets ?? assets),
    findVisit: visitFinder(database),
    noteLife: lifeNoter(database),
    doorPages: [],
    secure: false,
    demonstration: false,
    assets: parts.built?.folder ?? null,
    streams,
    onFault,
  })
  const origin = await http.listen({ port: 0, host: '127.0.0.1' })
  const close = closer(streams, http)
  afterAll(close)
  return { composition, streams, faults, origin, close, ...visitorsOf(database, origin, composition.clock) }
}

function closer(streams: OpenStreams, http: FastifyInstance): () => Promise<void> {
  let closed: Promise<void> | undefined
  const close = async () => {
    await streams.stop()
    await http.close()
  }
  return () => (closed ??= close())
}

const visitorsOf = (database: TestDatabase, origin: string, clock: Clock) => ({
  /** A new visit's token. */
  visit: (organisation: OrganisationId, person: PersonId): Promise<string> =>
    database.transact(asDoor, (tx) =>
      startVisit(tx, { organisation, person, account: null, browser: 'A test', moment: clock() }),
    ),
  post: (path: string, token: string) =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      body: new URLSearchParams({ _csrf: csrfOf(token) }),
      headers: { cookie: `visit=${token}`, origin, 'sec-fetch-site': 'same-origin', accept: 'application/json' },
    }),
  listen: (path: string, token: string, headers: Record<string, string> = {}) =>
    listenTo(`${origin}${path}`, token, headers),
})

export type Heard = { readonly event: string; readonly data: string }

export type Listener = {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  /** All that came so far; of an answer that is no stream, its text. */
  readonly text: () => string
  readonly heard: () => readonly Heard[]
  /** The first event of this name that satisfies, which may have come already; fails after five seconds. */
  readonly next: (event: string, satisfies?: (data: string) => boolean) => Promise<Heard>
  /** Resolves when the server has ended the stream; fails after five seconds. */
  readonly ended: () => Promise<void>
  readonly leave: () => void
}

/** Opens an event stream and reads it. */
export function listenTo(url: string, token: string, headers: Record<string, string> = {}): Promise<Listener> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { accept: 'text/event-stream', cookie: `visit=${token}`, ...headers } })
    asked.on('error', reject)
    asked.once('response', (answer) => resolve(listenerOn(asked, answer)))
    asked.end()
  })
}

function listenerOn(asked: ClientRequest, answer: IncomingMessage): Listener {
  const read = { text: '', over: false, waiting: new Set<() => void>() }
  const wake = () => read.waiting.forEach((look) => look())
  answer.setEncoding('utf8')
  answer.on('error', () => undefined)
  answer.on('data', (piece: string) => {
    read.text += piece
    wake()
  })
  answer.on('close', () => {
    read.over = true
    wake()
  })
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    text: () => read.text,
    heard: () => eventsIn(read.text),
    next: (event, satisfies = () => true) =>
      when(read, event, () => eventsIn(read.text).find((one) => one.event === event && satisfies(one.data))),
    ended: async () => void (await when(read, 'the end', () => read.over || undefined)),
    leave: () => asked.destroy(),
  }
}

/** What the look finds, now or when more has come; fails after five seconds. */
function when<T>(
  read: { readonly text: string; readonly waiting: Set<() => void> },
  what: string,
  look: () => T | undefined,
): Promise<T> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`Never came: ${what}; heard:\n${read.text}`)), 5_000)
    const check = () => {
      const found = look()
      if (found === undefined) return
      clearTimeout(timer)
      read.waiting.delete(check)
      done(found)
    }
    read.waiting.add(check)
    check()
  })
}

function eventsIn(text: string): readonly Heard[] {
  return [...text.matchAll(/event: (\w+)\ndata: ?(.*(?:\ndata: .*)*)\n\n/g)].map(([, event = '', data = '']) => ({
    event,
    data: data.replaceAll('\ndata: ', '\n'),
  }))
}
