// Asks one address as one person, in the shortest way: no browser, no parsing. What comes back is told apart into the
// few outcomes that the expected table speaks of.
import { randomUUID } from 'node:crypto'
import { csrfOf } from '../../src/platform/web/serving/tokens.ts'
import type { Sent } from '../service.ts'
import { type Asking, everybody } from './people.ts'
import type { Trust } from './trust.ts'

export type Outcome = 'opened' | 'done' | 'told why not' | 'refused' | 'nothing found' | 'signs in' | 'failed'

export type Answer = {
  readonly outcome: Outcome
  readonly status: number
  readonly body: string
  readonly headers: Readonly<Record<string, unknown>>
}

export type Ask = (who: Asking, method: string, url: string, form?: Sent) => Promise<Answer>

/** One open visit for each person; `moment` of the visits is the clock's. */
export function askerOf(trust: Trust): Ask {
  const { service, ids, organisationOf } = trust
  const known = ids as Readonly<Record<string, (typeof ids)['ben']>>
  const tokens = new Map(
    everybody.map((who) => {
      const person = known[who]
      return [who, person ? service.openVisit(organisationOf(who), person) : '']
    }),
  )
  return async (who, method, url, form) => {
    const token = tokens.get(who) ?? ''
    const sent = method === 'POST' ? encoded(token, form ?? {}) : undefined
    const answer = await service.http.inject({
      method: method === 'POST' ? 'POST' : 'GET',
      url,
      headers: {
        cookie: `visit=${token}`,
        host: 'localhost',
        origin: 'http://localhost',
        'sec-fetch-site': 'same-origin',
        ...(sent === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(sent === undefined ? {} : { payload: sent }),
    })
    const { statusCode: status, headers, body } = answer
    return { outcome: outcomeOf(method, status, String(headers.location ?? '')), status, body, headers }
  }
}

function encoded(token: string, form: Sent): string {
  const words = new URLSearchParams({ _csrf: csrfOf(token), _key: randomUUID() })
  for (const [name, value] of Object.entries(form)) {
    if (name === '_csrf' || name === '_key') continue
    for (const one of typeof value === 'string' ? [value] : value) words.append(name, one)
  }
  return words.toString()
}

function outcomeOf(method: string, status: number, location: string): Outcome {
  if (status === 401 || location.startsWith('/sign-in')) return 'signs in'
  if (status === 404) return 'nothing found'
  if (status === 403) return 'refused'
  if (status < 400) return method === 'GET' ? 'opened' : 'done'
  return status < 500 ? 'told why not' : 'failed'
}

/** The answer without what is new in every one: the nonce, the form keys, and the address that was asked for. */
export function plainAnswer(answer: Answer, url: string): string {
  const { date: _date, ...headers } = answer.headers
  const nonces = /nonce-([^']+)/g
  const policy = String(headers['content-security-policy'] ?? '')
  const text = [...policy.matchAll(nonces)].reduce(
    (whole, [, nonce]) => (nonce ? whole.replaceAll(nonce, 'NONCE') : whole),
    `${answer.status}\n${JSON.stringify(headers)}\n${answer.body}`,
  )
  return text
    .replaceAll(url, 'ADDRESS')
    .replaceAll(encodeURIComponent(url), 'ADDRESS')
    .replaceAll(/(name="_key" value=")[^"]*/g, '$1KEY')
}
