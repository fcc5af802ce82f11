// Tokens against forged requests: every form carries a proof made from the visit's own secret, and the browser's
// Origin must be ours (TRUST 8). Nothing is stored.
import { createHmac, timingSafeEqual } from 'node:crypto'

/** The `_csrf` of a visit: derived from the secret in the cookie, useless to reach it. */
export const csrfOf = (cookieToken: string): string =>
  createHmac('sha256', cookieToken).update('form').digest('base64url')

export function isCsrfOf(cookieToken: string, given: string): boolean {
  const expected = Buffer.from(csrfOf(cookieToken))
  const actual = Buffer.from(given)
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}

/** Whether a change may come from this Origin: ours, or none given by a browser that never sends one with a same-origin form. */
export function isOwnOrigin(origin: string | undefined, fetchSite: string | undefined, host: string): boolean {
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return false
  if (origin === undefined || origin === 'null') return fetchSite === 'same-origin'
  try {
    return new URL(origin).host === host
  } catch {
    return false
  }
}
