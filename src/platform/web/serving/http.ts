// The web server: plugins, headers, assets, and one route for each page of each area.
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import { randomUUID } from 'node:crypto'
import { constants } from 'node:zlib'
import fastify, { type FastifyInstance } from 'fastify'
import { pagesOf } from '../../area.ts'
import type { Composition } from '../../composition.ts'
import type { OpenStreams } from '../../live/open-streams.ts'
import { cookieNames } from './cookies.ts'
import type { DoorPage, FindVisit, KeepForm, NoteLife } from '../door-page.ts'
import type { Gate } from '../../running/gate.ts'
import { addHeaders } from './headers.ts'
import { largestFile } from './incoming.ts'
import type { Look } from '../look.ts'
import { addProblems } from './problems.ts'
import { checkPages } from './routes.ts'
import { serveDoorPage } from './serve-door-page.ts'
import { servePage } from './serve-page.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Of the visit, once it is known. */
    organisation: string | null
  }
}

export type HttpOptions = {
  readonly service: Composition
  readonly look: Look
  readonly findVisit: FindVisit
  /** Keeps a live page alive; without it, its visit ends for it as for all others. */
  readonly noteLife?: NoteLife
  /** Keeps what is sent with a visit that has ended; without it, whoever sent it signs in and begins again. */
  readonly keepForm?: KeepForm
  readonly doorPages: readonly DoorPage[]
  /** Https outside: Secure cookies with the __Host- prefix, and HSTS. */
  readonly secure: boolean
  readonly demonstration: boolean
  /** The folder of built assets, served under /assets/ for a year: their names carry their hash. */
  readonly assets: string | null
  /** Told of each answered request: the route's pattern, never the address itself. */
  readonly onAnswered?: (line: Answered) => void
  readonly onFault?: (fault: unknown, route: string) => void
  /** The streams of pages that stay open; without it such pages ask now and then instead. */
  readonly streams?: OpenStreams
  /** Says whether the service is alive and ready, and sends away what there is no room for. */
  readonly gate?: Gate
}

export type Answered = {
  readonly request: string
  /** Whose visit it was, if anybody's; for a mark in the log, never for the log itself. */
  readonly organisation: string | null
  readonly method: string
  readonly route: string
  readonly status: number
  readonly milliseconds: number
}

/** Everything a served page needs beside the page itself. */
export type Serving = HttpOptions & { readonly cookies: ReturnType<typeof cookieNames> }

/** Builds the server; `listen` and `close` are the caller's. Throws when a page may not be served as it is declared. */
export async function buildHttp(options: HttpOptions): Promise<FastifyInstance> {
  const pages = options.service.areas.flatMap(pagesOf)
  checkPages(pages)
  const http = fastify({
    logger: false,
    forceCloseConnections: true,
    bodyLimit: 2 * 1024 * 1024,
    // One proxy in front, which says last who asked it; what the browser itself put there is never believed.
    trustProxy: options.secure ? (_address: string, hop: number) => hop === 0 : false,
    genReqId: () => randomUUID(),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  })
  http.decorateRequest('organisation', null)
  options.gate?.attach(http)
  await addPlugins(http, options)
  const serving: Serving = { ...options, cookies: cookieNames(options.secure) }
  addProblems(http, serving)
  for (const page of pages) servePage(http, serving, page)
  const open = options.service.areas.flatMap((area) => area.openPages?.(options.service.keys) ?? [])
  for (const page of [...options.doorPages, ...open]) serveDoorPage(http, serving, page)
  return http
}

async function addPlugins(http: FastifyInstance, options: HttpOptions): Promise<void> {
  await addHeaders(http, options.secure)
  await http.register(cookie)
  // A policy pack of 2,000,000 characters, as a form sends it.
  await http.register(formbody, { bodyLimit: 6 * 1024 * 1024 })
  await http.register(multipart, { limits: { fileSize: largestFile, files: 4, fields: 2_000, fieldSize: 1024 * 1024 } })
  // Half the time of the plugin's own choice, for a fiftieth more on the wire.
  const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }
  await http.register(compress, { threshold: 1024, encodings: ['br', 'gzip'], brotliOptions })
  if (options.assets) {
    await http.register(fastifyStatic, {
      root: options.assets,
      prefix: '/assets/',
      immutable: true,
      maxAge: '365d',
      index: false,
    })
  }
  const { onAnswered } = options
  if (!onAnswered) return
  http.addHook('onResponse', async (request, reply) => {
    // Asked every few seconds by whoever watches the service: nobody would find anything else in the log.
    if (request.url.startsWith('/health/')) return
    onAnswered({
      request: request.id,
      organisation: request.organisation,
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    })
  })
}
