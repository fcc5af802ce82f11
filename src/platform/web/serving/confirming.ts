// For pages that want somebody who said a moment ago who they are (TRUST 5): the way to say it and back, with what was sent
// kept for them alone meanwhile.
import type { FastifyRequest } from 'fastify'
import type { Moment } from '../../time/moment.ts'
import type { Confirmation } from '../../work.ts'
import type { Visit } from '../door-page.ts'
import type { Typed } from '../page.ts'
import { type Reply, seeOther } from '../reply.ts'
import type { Serving } from './http.ts'

/** When and how a visitor said who they are. A visit without an account is that of a named person of the demonstration. */
export const confirmationOf = (visit: Visit): { readonly at: Moment; readonly means: Confirmation } => ({
  at: visit.signedInAt,
  means: visit.account === null ? 'demonstration' : 'password and code',
})

/** To the page that asks once more who is there, and on from it to where they were going. */
export async function confirmFirst(
  serving: Serving,
  request: FastifyRequest,
  sent: { readonly form: Typed; readonly secret: string; readonly moment: Moment },
): Promise<Reply> {
  return seeOther(`/sign-in/again?next=${encodeURIComponent(await nextOf(serving, request, sent))}`)
}

async function nextOf(
  serving: Serving,
  request: FastifyRequest,
  { form, secret, moment }: { readonly form: Typed; readonly secret: string; readonly moment: Moment },
): Promise<string> {
  if (request.method === 'GET') return request.url
  const path = request.url.split('?')[0] ?? '/'
  const kept = serving.keepForm ? await serving.keepForm(secret, { path, form, moment }) : null
  return kept === null ? '/' : `/kept-forms/${kept}`
}
