// Attacks on visits, forms and addresses of the front door, each by name, through HTTP.
import { expect, test } from 'vitest'
import { openBrowser } from '../../../../test/browser.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { frontDoor } from '../../../../test/front-door.ts'
import { newToken } from '../../ids.ts'
import { csrfOf } from '../../web/serving/tokens.ts'
import { email, openFrontDoor, password } from './front-door.examples.ts'

const database = await testDatabase()
const { http, faults, wait, signIn, code } = await openFrontDoor(database)

test('a token in the address opens nothing', async () => {
  const browser = openBrowser(http)
  await signIn(browser)
  const token = browser.jar.get('visit') ?? ''
  const stranger = openBrowser(http)
  for (const path of [`/account?visit=${token}`, `/?token=${token}`, `/account?cookie=visit%3D${token}`]) {
    expect((await stranger.open(path)).heading).toBe('Sign in')
  }
})

test('a planted cookie is not taken over at sign-in', async () => {
  const browser = openBrowser(http)
  const planted = newToken()
  browser.jar.set('visit', planted)
  await signIn(browser)
  expect(browser.jar.get('visit')).not.toBe(planted)
  const thief = openBrowser(http)
  thief.jar.set('visit', planted)
  expect((await thief.open('/')).heading).toBe('Sign in')
})

test('a stolen token is worth nothing after signing out', async () => {
  const browser = openBrowser(http)
  await signIn(browser)
  const thief = openBrowser(http)
  thief.jar.set('visit', browser.jar.get('visit') ?? '')
  expect((await thief.open('/')).heading).toBe('Home')
  await browser.open('/account')
  const out = await browser.send('/sign-out')
  expect(out.heading).toBe('Sign in')
  expect((await thief.open('/')).heading).toBe('Sign in')
  expect(browser.jar.has('visit')).toBe(false)
})

test('forms without their token, with another visit’s, or from another site change nothing', async () => {
  const browser = openBrowser(http)
  await signIn(browser)
  for (const form of [{}, { _csrf: '' }, { _csrf: csrfOf(newToken()) }, { _csrf: browser.jar.get('visit') ?? '' }]) {
    expect((await browser.post('/account/visits/ending', form as Record<string, string>)).status).toBe(403)
  }
  const headers = {
    host: 'localhost',
    cookie: `visit=${browser.jar.get('visit')}`,
    'content-type': 'application/x-www-form-urlencoded',
  }
  const payload = `_csrf=${csrfOf(browser.jar.get('visit') ?? '')}`
  for (const origin of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'http://localhost' },
  ]) {
    const answer = await http.inject({
      method: 'POST',
      url: '/account/visits/ending',
      headers: { ...headers, ...origin },
      payload,
    })
    expect(answer.statusCode).toBe(403)
  }
  expect((await browser.open('/')).heading).toBe('Home')
})

test('no state changes on GET', async () => {
  const browser = openBrowser(http)
  await signIn(browser)
  for (const path of [
    '/sign-out',
    '/account/visits/ending',
    '/visit',
    '/account/code/confirmation',
    '/demonstration/visit',
  ]) {
    expect((await browser.get(path)).status).toBe(404)
  }
  expect((await browser.open('/')).heading).toBe('Home')
})

test('“next” never leads to another site', async () => {
  for (const next of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/%0d%0aset-cookie:x=1',
    'javascript:alert(1)',
    '/\t/evil.example',
    ' //evil.example',
  ]) {
    wait(60)
    const browser = openBrowser(http)
    await browser.open(`/sign-in?next=${encodeURIComponent(next)}`)
    await browser.send('/sign-in', { email, password })
    const sent = await browser.post('/sign-in/code', {
      ...browser.hidden('/sign-in/code'),
      code: code(),
      next,
    })
    expect(sent.status).toBe(303)
    expect(sent.location).toMatch(/^\/(?:$|%0d%0a)/)
    expect(sent.headers['set-cookie']).not.toContain('x=1')
  }
})

test('cookies are HttpOnly and SameSite, and __Host- with Secure behind https', async () => {
  const secure = await frontDoor(database, { secure: true })
  for (const [server, prefix] of [
    [http, ''],
    [secure.http, '__Host-'],
  ] as const) {
    const answer = await server.inject({ method: 'GET', url: '/sign-in', headers: { host: 'localhost' } })
    const cookie = String(answer.headers['set-cookie'])
    expect(cookie).toMatch(new RegExp(`^${prefix}door=[\\w-]{43}; Path=/; HttpOnly;( Secure;)? SameSite=Lax$`))
    expect(cookie.includes('Secure')).toBe(prefix !== '')
    expect(cookie).not.toContain('Domain')
  }
})

const nasty = [
  '',
  '\u0000',
  'a'.repeat(1024 * 1024),
  '\u202e\u202dامينة',
  '👩🏽‍⚕️',
  "'; drop table account; --",
  '<script>alert(1)</script>',
  '__proto__',
  '{"$ne":null}',
  '\r\nset-cookie: x=1',
  '٣٤٥٦٧٨',
  '0'.repeat(1000),
]
const path = '/founding/not.a.link'
const forms = {
  '/sign-in': ['email', 'password', 'next'],
  '/sign-in/code': ['code', 'next'],
  '/sign-in/recovery-code': ['code'],
  '/sign-in/code-set-up': ['code'],
  [path]: ['organisation', 'name', 'email', 'password'],
  '/invitation/x.y': ['password'],
  '/sign-out': ['_key'],
  '/account/password': ['current', 'password'],
  '/sign-in/again': ['password', 'code'],
}

test('bad input to every form is answered below 500', async () => {
  const browser = openBrowser(http, { address: '198.51.100.7' })
  await signIn(browser)
  let tried = 0
  for (const [action, fields] of Object.entries(forms)) {
    for (const value of nasty) {
      const _csrf = csrfOf(browser.jar.get('visit') ?? browser.jar.get('door') ?? '')
      const form = Object.fromEntries(fields.map((name) => [name, value]))
      const answer = await browser.post(action, { ...form, _csrf })
      expect(answer.status, `${action} with ${value.slice(0, 30)}`).toBeLessThan(500)
      expect(answer.source).not.toContain('<script>alert')
      tried += 1
    }
    wait(3600 * 9)
    await signIn(browser)
  }
  expect(tried).toBe(108)
  expect(faults).toEqual([])
})

test('every page of the front door has the full set of headers', async () => {
  for (const path of ['/sign-in', '/sign-in/code', '/founding/x', '/invitation/x', '/account', '/demonstration']) {
    const { headers } = await openBrowser(http).get(path)
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(String(headers['content-security-policy'])).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    expect(String(headers['content-security-policy'])).not.toContain('unsafe')
  }
})
