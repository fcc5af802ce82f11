// Turns a reply into what goes over the wire, in the frame of the person who asked.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { randomUUID } from 'node:crypto'
import { navigationFor } from './navigation.ts'
import type { Asker } from '../../work.ts'
import { setSaid, takeSaid } from './cookies.ts'
import type { Serving } from './http.ts'
import type { FrameContext } from '../look.ts'
import type { Reply } from '../reply.ts'
import { csrfOf } from './tokens.ts'

/** Who the page is for: `secret` is the cookie's token that `_csrf` is made from. */
export type Audience = {
  readonly secret: string
  readonly asker: Asker | null
  readonly visitSeconds: number | null
  readonly warnings?: readonly string[]
}

export async function sendReply(
  serving: Serving,
  request: FastifyRequest,
  reply: FastifyReply,
  audience: Audience,
  answer: Reply,
): Promise<unknown> {
  switch (answer.kind) {
    case 'see other':
      if (answer.said) setSaid(reply, serving.cookies, answer.said)
      return reply.redirect(localPath(answer.to), 303)
    case 'file':
      return reply
        .header('content-disposition', `attachment; filename="${answer.name.replaceAll(/[^A-Za-z0-9._-]/g, '-')}"`)
        .type(/^text\/(csv|plain)$/.test(answer.type) ? `${answer.type}; charset=utf-8` : answer.type)
        .send(answer.body)
    case 'data':
      return reply.status(answer.status).type('application/json; charset=utf-8').send(JSON.stringify(answer.body))
    case 'refusal': {
      const problem = serving.look.problem(answer.status, answer.reason)
      return sendHtml(serving, request, reply, audience, { ...problem, status: answer.status })
    }
    case 'html':
      if (answer.againAfter !== undefined) reply.header('refresh', String(answer.againAfter))
      return sendHtml(serving, request, reply, audience, answer)
  }
}

type Html = {
  title: string
  body: Extract<Reply, { kind: 'html' }>['body']
  status: number
  back?: { href: string; label: string }
  wide?: boolean
  againWithoutScripts?: number
}

function sendHtml(
  serving: Serving,
  request: FastifyRequest,
  reply: FastifyReply,
  audience: Audience,
  what: Html,
): unknown {
  const isPart = request.headers['x-live'] !== undefined
  const context: FrameContext = {
    title: what.title,
    path: request.url.split('?')[0] ?? '/',
    nonce: reply.cspNonce.script,
    csrf: csrfOf(audience.secret),
    newKey: randomUUID,
    person: audience.asker && {
      name: audience.asker.name,
      navigation: isPart ? [] : navigationFor(serving.service.areas, audience.asker),
    },
    visitSeconds: audience.visitSeconds,
    said: what.status < 400 && request.method === 'GET' ? takeSaid(request, reply, serving.cookies) : null,
    warnings: audience.warnings ?? [],
    back: what.back,
    wide: what.wide ?? false,
    againWithoutScripts: what.againWithoutScripts,
    demonstration: serving.demonstration,
    isPart,
  }
  return reply.status(what.status).type('text/html; charset=utf-8').send(serving.look.page(what.body, context))
}

/** Only ever a path of our own; anything else goes home. */
const localPath = (to: string): string => (/^\/(?![/\\])/.test(to) ? to : '/')
