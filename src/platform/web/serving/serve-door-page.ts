// One page of the front door on the server.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { clearVisitCookie, doorMarks, doorToken, setVisitCookie } from './cookies.ts'
import { asPerson } from '../../composition.ts'
import { secondsBetween } from '../../time/moment.ts'
import type { Door, DoorPage, DoorRequest } from '../door-page.ts'
import type { Serving } from './http.ts'
import { readBody } from './incoming.ts'
import type { Reply } from '../reply.ts'
import { checkParams } from './routes.ts'
import { type Audience, sendReply } from './send.ts'
import { isCsrfOf, isOwnOrigin } from './tokens.ts'
import { firstOf, typedFrom } from '../typed.ts'

export function serveDoorPage(http: FastifyInstance, serving: Serving, page: DoorPage): void {
  const [method, url] = page.at.split(' ') as ['GET' | 'POST', string]
  http.route({
    method,
    url,
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      const moment = serving.service.clock()
      const token = request.cookies[serving.cookies.visit] ?? ''
      const visit = token ? await serving.findVisit(token, moment) : null
      request.organisation = visit?.organisation ?? null
      if (page.who === 'signed in' && !visit) return reply.redirect(signInPath(method, request.url), 303)
      const secret = visit ? token : doorToken(request, reply, serving.cookies)
      const door: Door = {
        database: serving.service.database,
        moment,
        visit,
        as: (who, body) => asPerson(serving.service, { ...who, moment }, body),
        address: request.ip,
        browser: browserName(request.headers['user-agent'] ?? ''),
        remember: (given) => setVisitCookie(reply, serving.cookies, given),
        forget: () => clearVisitCookie(reply, serving.cookies),
        ...doorMarks(request, reply, serving.cookies),
      }
      const answer = await answerDoor(page, door, request, secret)
      return sendReply(serving, request, reply, await audienceOf(serving, door, secret), answer)
    },
  })
}

/** Where to sign in, and which page to go on to. */
const signInPath = (method: string, url: string): string =>
  method === 'GET' && url !== '/' ? `/sign-in?next=${encodeURIComponent(url)}` : '/sign-in'

async function answerDoor(page: DoorPage, door: Door, request: FastifyRequest, secret: string): Promise<Reply> {
  const params = checkParams((request.params ?? {}) as Record<string, string>)
  if (!params) return { kind: 'refusal', status: 404, reason: '' }
  const queries = typedFrom(request.query)
  const path = request.url.split('?')[0] ?? '/'
  const ask = (sent: Pick<DoorRequest, 'form' | 'uploads'>) =>
    page.answer(door, { ...sent, params, query: (name) => firstOf(queries, name), path })
  if (request.method === 'GET') return ask({ form: typedFrom(null), uploads: [] })
  const body = await readBody(request, page.takesFile ?? false)
  try {
    const own = isOwnOrigin(
      request.headers.origin,
      request.headers['sec-fetch-site'] as string | undefined,
      request.host,
    )
    if (own && isCsrfOf(secret, firstOf(body.form, '_csrf'))) return await ask(body)
    return {
      kind: 'refusal',
      status: 403,
      reason: 'This form was not sent from this page. Go back, load the page again and send it once more.',
    }
  } finally {
    await body.tidy()
  }
}

async function audienceOf(serving: Serving, door: Door, secret: string): Promise<Audience> {
  const { visit, moment } = door
  const asker = visit && (await asPerson(serving.service, { ...visit, moment }, async (work) => work.asker))
  return { secret, asker, visitSeconds: visit && secondsBetween(moment, visit.expiresAt) }
}

/** 'Chrome on Android': enough to know one's own phone again, no more. */
function browserName(agent: string): string {
  const browser = /Firefox|Edg|OPR|Chrome|Safari/.exec(agent)?.[0] ?? 'A browser'
  const system = /Android|iPhone|iPad|Windows|Mac OS X|Linux/.exec(agent)?.[0] ?? 'a device'
  const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera', 'Mac OS X': 'Mac' }
  return `${names[browser] ?? browser} on ${names[system] ?? system}`
}
