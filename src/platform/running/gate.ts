// The gate before every request: counts those that are running, says no quickly when there is no room or the service
// is stopping, and answers whether it is alive and ready (SPEC 14.4, TRUST 10).
import type { FastifyInstance, FastifyReply } from 'fastify'
import type pg from 'pg'

export type Gate = {
  readonly attach: (http: FastifyInstance) => void
  /** From now on new requests are told to come back; resolves when the running ones are answered or the time is up. */
  readonly drain: (milliseconds: number) => Promise<number>
}

export type GateOptions = {
  readonly pool: Pick<pg.Pool, 'query' | 'waitingCount'>
  /** Requests that may wait for a database connection before new ones are sent away. */
  readonly mostWaiting?: number
  /** How many key files are missing; told beside 'ready', because everything else works. */
  readonly missingKeys?: () => Promise<number>
  /** How long the database may take to answer the question whether it is there, in milliseconds. */
  readonly patience?: number
}

export function openGate({ pool, mostWaiting = 40, patience = 2_000, missingKeys }: GateOptions): Gate {
  let running = 0
  let draining = false
  const attach = (http: FastifyInstance) => {
    http.get('/health/live', { exposeHeadRoute: false }, async (_request, reply) => say(reply, 200, 'live'))
    http.get('/health/ready', { exposeHeadRoute: false }, async (_request, reply) => {
      if (draining) return say(reply, 503, 'stopping')
      if (!(await isThere(pool, patience))) return say(reply, 503, 'no database')
      const missing = (await missingKeys?.()) ?? 0
      return say(reply, 200, 'ready', missing > 0 ? { missingKeys: missing } : {})
    })
    http.addHook('onRequest', async (request, reply) => {
      if (request.url.startsWith('/health/')) return
      if (draining) return sendAway(reply, 'The service is stopping. Try again in a few seconds.')
      if (pool.waitingCount >= mostWaiting)
        return sendAway(reply, 'The service is very busy. Try again in a few seconds.')
      running += 1
      let counted = true
      reply.raw.once('close', () => {
        if (counted) running -= 1
        counted = false
      })
    })
  }
  const drain = async (milliseconds: number) => {
    draining = true
    const until = performance.now() + milliseconds
    while (running > 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 20))
    return running
  }
  return { attach, drain }
}

const say = (reply: FastifyReply, status: number, state: string, more: Readonly<Record<string, number>> = {}) =>
  reply
    .status(status)
    .headers(status === 503 ? { 'retry-after': '5' } : {})
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ status: state, ...more }))

/** Plain text: drawing a page would be work as well. */
const sendAway = (reply: FastifyReply, words: string) =>
  reply
    .status(503)
    .header('retry-after', '5')
    .header('connection', 'close')
    .type('text/plain; charset=utf-8')
    .send(words)

async function isThere(pool: GateOptions['pool'], patience: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patience)
  })
  const asked = pool.query('select 1').then(
    () => true,
    () => false,
  )
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}
