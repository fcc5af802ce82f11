// One page of an area on the server: who is visiting, is the request their own, then the page's own way.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asPerson } from '../../composition.ts'
import { besides, serveStream, wantsStream } from '../../live/serve-stream.ts'
import { KeyMissing } from '../../keys/keyring.ts'
import { type Moment, secondsBetween } from '../../time/moment.ts'
import type { Asker } from '../../work.ts'
import { answerPage, ConfirmFirst, refusalOf, Undone } from './answer.ts'
import { confirmationOf, confirmFirst } from './confirming.ts'
import type { AskedBy, Visit } from '../door-page.ts'
import type { Serving } from './http.ts'
import { type Body, readBody } from './incoming.ts'
import type { Page } from '../page.ts'
import { data, notFound, type Reply } from '../reply.ts'
import { checkParams } from './routes.ts'
import { isCrossed } from './problems.ts'
import { type Audience, sendReply } from './send.ts'
import { isCsrfOf, isOwnOrigin } from './tokens.ts'
import { firstOf, typedFrom } from '../typed.ts'

export function servePage(http: FastifyInstance, serving: Serving, page: Page): void {
  http.route({
    method: page.method,
    url: page.path,
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      const moment = serving.service.clock()
      const secret = request.cookies[serving.cookies.visit] ?? ''
      const visit = secret ? await serving.findVisit(secret, moment, askedBy(page, request)) : null
      request.organisation = visit?.organisation ?? null
      if (!visit) return toSignIn(serving, page, request, reply, { secret, moment })
      if (wantsStream(page, request)) {
        const params = checkParams((request.params ?? {}) as Record<string, string>) ?? {}
        const cookie = `${serving.cookies.visit}=${secret}`
        return serveStream(request, reply, { ...serving, page, params, visit, cookie })
      }
      return serveVisitor(serving, page, request, reply, { visit, secret, moment })
    },
  })
}

/** A page that is open says so of what it asks for by itself; that is nobody's use of the visit. */
const askedBy = (page: Page, request: FastifyRequest): AskedBy => ({
  path: request.url.split('?')[0] ?? '/',
  byItself: page.live !== undefined || request.headers['x-live'] === 'page',
})

type Visitor = { readonly visit: Visit; readonly secret: string; readonly moment: Moment }

async function serveVisitor(
  serving: Serving,
  page: Page,
  request: FastifyRequest,
  reply: FastifyReply,
  visitor: Visitor,
): Promise<unknown> {
  const audienceOf = (asker: Asker | null): Audience => ({
    secret: visitor.secret,
    asker,
    visitSeconds: secondsBetween(visitor.moment, visitor.visit.expiresAt),
  })
  const turnedAway =
    page.takesFiles && request.isMultipart() ? await judgeBeforeReading(serving, page, request, visitor) : null
  if (turnedAway) {
    void reply.header('connection', 'close')
    return sendReply(serving, request, reply, audienceOf(turnedAway.asker), turnedAway.answer)
  }
  // What it answers with is the page as it is then: brought by the stream as well, it would come twice.
  if (request.headers['x-live'] === 'deed') serving.streams?.heardOf(visitor.visit.id, 'acts')
  const body = page.method === 'POST' ? await readBody(request, page.takesFiles) : emptyBody
  try {
    const { asker, answer, warnings } = await answerOrAgain(serving, page, request, body, visitor)
    if (page.live?.keepsAlive && answer.kind === 'data') {
      serving.streams?.heardOf(visitor.visit.id, 'seen')
      await serving.noteLife?.(visitor.visit.id, besides(request.url), visitor.moment)
    }
    return await sendReply(serving, request, reply, { ...audienceOf(asker), warnings: [...warnings] }, answer)
  } finally {
    await body.tidy()
  }
}

/**
 * Files are large, so whoever may not send them here is turned away before any of it is read; it is judged again with the
 * form. Nothing of this first look stays. Null when the body may be read.
 */
async function judgeBeforeReading(
  serving: Serving,
  page: Page,
  request: FastifyRequest,
  visitor: Visitor,
): Promise<{ asker: Asker | null; answer: Reply } | null> {
  if (!isOwn(request)) return { asker: null, answer: notSentHere }
  let judged: { asker: Asker | null; answer: Reply } | null = { asker: null, answer: notFound() }
  const params = checkParams((request.params ?? {}) as Record<string, string>)
  if (!params) return judged
  const look = asPerson(serving.service, { ...visitor.visit, moment: visitor.moment }, async (work) => {
    const refusal = await refusalOf(page, work, { params })
    judged = refusal ? { asker: work.asker, answer: refusal } : null
    throw new Undone(notFound())
  })
  await look.catch((fault: unknown) => {
    if (!(fault instanceof Undone)) throw fault
  })
  return judged
}

const emptyBody: Body = { form: typedFrom(null), uploads: [], tidy: async () => undefined }

/**
 * Answers; once more when somebody else kept the same thing at the same moment: then it is seen to be there, and the page
 * says so in its own words. When that does not help either, nothing is kept, and what was typed comes back to be sent again.
 */
async function answerOrAgain(
  serving: Serving,
  page: Page,
  request: FastifyRequest,
  body: Body,
  visitor: Visitor,
): Promise<Answered> {
  try {
    return await answerVisitor(serving, page, request, body, visitor)
  } catch (fault) {
    if (!isCrossed(fault)) throw fault
  }
  try {
    return await answerVisitor(serving, page, request, body, visitor)
  } catch (fault) {
    if (!isCrossed(fault)) throw fault
    serving.onFault?.(fault, page.path)
    return { asker: null, answer: crossedReply(serving, page, request, body), warnings: new Set() }
  }
}

async function answerVisitor(
  serving: Serving,
  page: Page,
  request: FastifyRequest,
  body: Body,
  visitor: Visitor,
): Promise<Answered> {
  let asker: Asker | null = null
  let warnings: ReadonlySet<string> = new Set()
  try {
    const { visit, moment } = visitor
    const who = { ...visit, moment, confirmed: confirmationOf(visit) }
    const done = await asPerson(serving.service, who, async (work) => {
      asker = work.asker
      warnings = work.warnings
      const refused = page.method === 'POST' ? forgeryRefusal(request, body, visitor) : null
      if (refused) throw new Undone(refused)
      const params = checkParams((request.params ?? {}) as Record<string, string>)
      if (!params) throw new Undone(notFound())
      const path = request.url.split('?')[0] ?? '/'
      const origin = `${serving.secure ? 'https' : 'http'}://${request.host}`
      const { form, uploads } = body
      return answerPage(page, work, { params, queries: typedFrom(request.query), form, uploads, path, origin })
    })
    return { asker, answer: done ?? notFound(), warnings }
  } catch (fault) {
    if (fault instanceof Undone) return { asker, answer: fault.reply, warnings }
    if (fault instanceof ConfirmFirst)
      return { asker, answer: await confirmFirst(serving, request, { ...visitor, form: body.form }), warnings }
    if (!(fault instanceof KeyMissing)) throw fault
    serving.onFault?.(fault, page.path)
    return { asker, answer: keyMissingReply(serving, page, request, body), warnings: new Set() }
  }
}

type Answered = { readonly asker: Asker | null; readonly answer: Reply; readonly warnings: ReadonlySet<string> }

/** Nothing was done; what was typed comes back with the page, to be sent again when the key is there. */
function keyMissingReply(serving: Serving, page: Page, request: FastifyRequest, body: Body): Reply {
  if (!wantsPage(page, request))
    return data({ reason: 'A key of this service is missing; nothing can be kept until it is put back.' }, 503)
  const { path, typed } = sentAgain(page, request, body)
  return { kind: 'html', status: 503, ...serving.look.keyMissing(path, typed) }
}

/** Nothing was done, because somebody else did the same just then; what was typed comes back, to be sent again. */
function crossedReply(serving: Serving, page: Page, request: FastifyRequest, body: Body): Reply {
  if (!wantsPage(page, request))
    return data({ reason: 'Somebody else did the same at this moment. Nothing of yours was kept; send it again.' }, 422)
  const { path, typed } = sentAgain(page, request, body)
  return { kind: 'html', status: 422, ...serving.look.crossed(path, typed) }
}

const wantsPage = (page: Page, request: FastifyRequest): boolean =>
  !page.quiet || (request.headers.accept ?? '').includes('text/html')

/** The address without its query, and the boxes of the form but for those that belong to one sending. */
function sentAgain(page: Page, request: FastifyRequest, { form }: Body) {
  const boxes = Object.entries(form).flatMap(([name, value]) =>
    name === '_csrf' || name === '_key' ? [] : [value].flat().map((one) => ({ name, value: one })),
  )
  return { path: request.url.split('?')[0] ?? '/', typed: page.method === 'POST' ? boxes : [] }
}

function forgeryRefusal(request: FastifyRequest, body: Body, visitor: Visitor): Reply | null {
  return isOwn(request) && isCsrfOf(visitor.secret, firstOf(body.form, '_csrf')) ? null : notSentHere
}

const isOwn = (request: FastifyRequest): boolean =>
  isOwnOrigin(request.headers.origin, request.headers['sec-fetch-site'] as string | undefined, request.host)

const notSentHere: Reply = {
  kind: 'refusal',
  status: 403,
  reason: 'This form was not sent from this page. Go back, load the page again and send it once more.',
}

/** To the door, and back to the page afterwards; what was sent with a visit that has ended is kept until then. */
async function toSignIn(
  serving: Serving,
  page: Page,
  request: FastifyRequest,
  reply: FastifyReply,
  ended: { readonly secret: string; readonly moment: Moment },
): Promise<unknown> {
  const byProgram = page.quiet && !(request.headers.accept ?? '').includes('text/html')
  if (byProgram) return reply.status(401).type('application/json').send('{"signIn":true}')
  const next = page.method === 'GET' ? request.url : await keepSent(serving, page, request, ended)
  const query = next && next !== '/' ? `?next=${encodeURIComponent(next)}` : ''
  return reply.redirect(`/sign-in${query}`, 303)
}

/** Where to find again what was sent: only a form of our own page, sent with the secret of the visit that has ended. */
async function keepSent(
  serving: Serving,
  page: Page,
  request: FastifyRequest,
  { secret, moment }: { readonly secret: string; readonly moment: Moment },
): Promise<string> {
  if (!serving.keepForm || secret === '' || page.takesFiles) return ''
  const body = await readBody(request, false)
  try {
    const own = isOwnOrigin(
      request.headers.origin,
      request.headers['sec-fetch-site'] as string | undefined,
      request.host,
    )
    if (!own || !isCsrfOf(secret, firstOf(body.form, '_csrf'))) return ''
    const path = request.url.split('?')[0] ?? '/'
    const id = await serving.keepForm(secret, { path, form: body.form, moment })
    return id === null ? '' : `/kept-forms/${id}`
  } finally {
    await body.tidy()
  }
}
