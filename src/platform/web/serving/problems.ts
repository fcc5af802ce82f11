// What happens when nothing else answered: unknown addresses, bodies that are too large or cut, and our own faults.
// Never a stack, never a 500 for something the browser did.
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { doorToken } from './cookies.ts'
import type { Serving } from './http.ts'
import { sendReply } from './send.ts'

type ProblemStatus = 400 | 403 | 404 | 409 | 413 | 500 | 503

export function addProblems(http: FastifyInstance, serving: Serving): void {
  http.setNotFoundHandler((request, reply) => sendProblem(serving, request, reply, 404, ''))
  http.setErrorHandler((fault: FastifyError, request, reply) => {
    const status = statusOfFault(fault)
    if (status === 500 || isCrossed(fault)) serving.onFault?.(fault, request.routeOptions.url ?? 'none')
    if (status === 503) void reply.header('retry-after', '5')
    return sendProblem(serving, request, reply, status, '')
  })
}

function sendProblem(
  serving: Serving,
  request: FastifyRequest,
  reply: FastifyReply,
  status: ProblemStatus,
  reason: string,
): unknown {
  const { title, body } = serving.look.problem(status, reason)
  const secret = doorToken(request, reply, serving.cookies)
  const answer = { kind: 'html' as const, status, title, body }
  return sendReply(serving, request, reply, { secret, asker: null, visitSeconds: null }, answer)
}

function statusOfFault(fault: FastifyError & { code?: string }): ProblemStatus {
  if (fault.statusCode === 413 || /TOO_LARGE|LIMIT/.test(fault.code ?? '')) return 413
  if (fault.statusCode !== undefined && fault.statusCode >= 400 && fault.statusCode < 500) return 400
  if (isCrossed(fault)) return 409
  return isDatabaseAway(fault) ? 503 : 500
}

/** The database is away or out of places: come back soon, nothing was done. */
function isDatabaseAway(fault: { code?: string; message?: string }): boolean {
  return (
    /^(ECONNREFUSED|ECONNRESET|ENOENT|57014|57P0[123]|53300|08\d{3})$/.test(fault.code ?? '') ||
    /connect|Connection terminated/.test(fault.message ?? '')
  )
}

/**
 * Two requests kept the same thing at one moment, or waited for each other: the database let only one of them. Or something
 * that was chosen is not there any more, or never was.
 */
export const isCrossed = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && /^(23503|23505|40001|40P01)$/.test(String(fault.code))
