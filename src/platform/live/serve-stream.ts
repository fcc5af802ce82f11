// One stream over HTTP: the access line first, then an answer that stays open. Nothing of the topic is written here but its
// number, and the listener's own page when the program has asked itself for it in their name, which is judged like any other.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ServerResponse } from 'node:http'
import { asPerson, type Composition } from '../composition.ts'
import type { Visit } from '../web/door-page.ts'
import type { Page } from '../web/page.ts'
import type { Work } from '../work.ts'
import type { Topic } from './announcing.ts'
import type { OpenStream, OpenStreams, Told } from './open-streams.ts'

/** A browser that does not read for so many bytes is let go; it comes back by itself. */
const mostUnread = 64 * 1024
/** What is asked for is compressed; a larger page comes sooner that way. */
const largestPage = 48 * 1024

type Asked = {
  readonly service: Composition
  readonly streams?: OpenStreams
  readonly page: Page
  readonly params: Readonly<Record<string, string>>
  readonly visit: Visit
  /** The cookie of the visit, as the browser sent it. */
  readonly cookie: string
}

/** Whether a request wants to be told, rather than only to ask. */
export const wantsStream = (page: Page, request: FastifyRequest): boolean =>
  page.live !== undefined && page.method === 'GET' && (request.headers.accept ?? '').includes('text/event-stream')

/** What lies beside the stream: of "/meetings/7/changes", all of "/meetings/7". */
export const besides = (address: string): string =>
  (address.split('?')[0] ?? '/').replace(/\/+$/, '').replace(/\/[^/]+$/, '')

/** Answers with a stream, or says in plain words why not. */
export async function serveStream(request: FastifyRequest, reply: FastifyReply, asked: Asked): Promise<unknown> {
  const { streams, visit } = asked
  if (/^cross-site|^same-site/.test(String(request.headers['sec-fetch-site'] ?? ''))) return refuse(reply, 403, '')
  if (!streams) return refuse(reply, 503, 'There are no streams here. Load the page again to see what is new.')
  const whyNot = streams.whyNot({ visit: visit.id, person: visit.person })
  if (whyNot !== null) return refuseFull(reply, whyNot)
  const line = lineTo(reply.raw)
  const opening: { opened?: Opened; whyNot?: string } = {}
  reply.raw.once('close', () => opening.opened?.close())
  const version = await lookAt(asked, (topic) => {
    if (reply.raw.destroyed) return
    const stream: OpenStream = {
      visit: visit.id,
      person: visit.person,
      topic,
      judge: () => lookAt(asked),
      page: ownPage(request, asked),
      ...line,
    }
    // Before the version is read: what is announced in between is then not missed.
    const open = streams.open(stream)
    if ('whyNot' in open) opening.whyNot = open.whyNot
    else opening.opened = open
  }).catch((fault: unknown) => {
    opening.opened?.close()
    throw fault
  })
  if (version === null) return refuse(reply, 404, '')
  if (opening.whyNot !== undefined) return refuseFull(reply, opening.whyNot)
  reply.hijack()
  line.begin(headOf(reply))
  opening.opened?.tell(version)
  return reply
}

type Opened = Extract<ReturnType<OpenStreams['open']>, { close: unknown }>

/** How far the topic of the page has come for this visitor; null when there is nothing for them. */
async function lookAt(
  { service, page, params, visit }: Asked,
  onTopic: (topic: Topic) => void = () => undefined,
): Promise<number | null> {
  const { live } = page
  if (!live) return null
  const who = { organisation: visit.organisation, person: visit.person }
  return asPerson(service, who, async (work: Work) => {
    const subject = page.subject ? await page.subject(work, params as never) : null
    if (page.subject && subject === null) return null
    if (!page.access.may(work.asker, subject as never)) return null
    onTopic(live.topic(subject as never))
    return live.version(work, subject as never)
  })
}

/**
 * What the listener has open: it names its address when it begins to listen. Only what lies beside the stream is brought
 * this way, and only the whole of a good answer; for everything else they ask themselves.
 */
function ownPage({ query, url, server, ip, headers }: FastifyRequest, { cookie }: Asked): OpenStream['page'] {
  const shown = (query as Readonly<Record<string, unknown>>).page
  const beside = besides(url)
  if (typeof shown !== 'string' || shown.length > 500 || /\.\.|\/\/|[^!-~]/.test(shown)) return undefined
  if (shown !== beside && !/^[/?]/.test(shown.startsWith(beside) ? shown.slice(beside.length) : '-')) return undefined
  const asking = { host: headers.host, cookie, accept: 'text/html', 'x-live': 'page' }
  return async () => {
    const answer = await server.inject({ method: 'GET', url: shown, remoteAddress: ip, headers: asking })
    const isPage = answer.statusCode === 200 && String(answer.headers['content-type']).startsWith('text/html')
    return isPage && answer.payload.length <= largestPage ? answer.payload : null
  }
}

/** The line to a browser: what is said before it has begun waits. */
function lineTo(raw: ServerResponse) {
  let waiting: string[] | null = []
  let ended = false
  const write = (text: string) => {
    if (ended || raw.destroyed) return
    if (raw.writableLength > mostUnread) raw.destroy()
    else raw.write(text)
  }
  return {
    begin: (head: Readonly<Record<string, string>>) => {
      raw.writeHead(200, head)
      write(`retry: 2000\n\n${(waiting ?? []).join('')}`)
      waiting = null
      if (ended) raw.end()
    },
    isClear: () => waiting === null && !ended && !raw.destroyed && raw.writableLength === 0,
    send: (event: Told, data: string) => {
      const text = `event: ${event}\ndata: ${data.replaceAll(/\r\n|\r|\n/g, '\ndata: ')}\n\n`
      if (waiting) waiting.push(text)
      else write(text)
    },
    end: () => {
      if (ended) return
      if (waiting === null && !raw.destroyed) raw.end()
      ended = true
    },
  }
}

/** With the headers of every answer, and those that keep proxies from holding it back. */
const headOf = (reply: FastifyReply): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)])),
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
})

const refuseFull = (reply: FastifyReply, whyNot: string) =>
  refuse(reply, whyNot.includes('windows') ? 429 : 503, whyNot)

const refuse = (reply: FastifyReply, status: 403 | 404 | 429 | 503, words: string) =>
  reply
    .status(status)
    .headers(status === 429 || status === 503 ? { 'retry-after': '5' } : {})
    .type('text/plain; charset=utf-8')
    .send(words)
