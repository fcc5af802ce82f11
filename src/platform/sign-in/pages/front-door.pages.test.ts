// The front door as people and attackers meet it: through HTTP, with cookies, forms and redirects.
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { openBrowser, type Browser } from '../../../../test/browser.ts'
import { frontDoor } from '../../../../test/front-door.ts'
import { testMoment } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { newToken } from '../../ids.ts'
import { addMinutes, addSeconds, type Moment } from '../../time/moment.ts'
import { codeAt } from '../sign-in.examples.ts'
import { csrfOf } from '../../web/tokens.ts'

const database = await testDatabase()
const door = await frontDoor(database)
const { http, composition } = door

const email = 'amina.yusuf@example.nhs.uk'
const password = 'marmalade lantern tugboat'
let now: Moment = testMoment

/** Lets time pass; codes are used once, so each sign-in needs a later step. */
function wait(seconds: number): void {
  now = addSeconds(now, seconds)
  composition.setClock(now)
}

const secretOn = (source: string) =>
  (parseHTML(source).document.querySelector('details code')?.textContent ?? '').replaceAll(' ', '')

async function setUp(): Promise<{ secret: string; browser: Browser; codes: string[] }> {
  const browser = openBrowser(http)
  const path = (await door.startPath()) ?? ''
  expect((await browser.open(path)).heading).toBe('Set up your organisation')
  const code = await browser.send(path, { organisation: 'Elm Park Trust', name: 'Amina Yusuf', email, password })
  expect(code.heading).toBe('Set up codes')
  const secret = secretOn(code.source)
  const done = await browser.send('/sign-in/code-set-up', { code: codeAt(secret, now) })
  expect(done.heading).toBe('Your recovery codes')
  const codes = [...parseHTML(done.source).document.querySelectorAll('main li code')].map(
    (one) => one.textContent ?? '',
  )
  return { secret, browser, codes }
}

const { secret, browser: first, codes } = await setUp()

async function signIn(browser: Browser, next = ''): Promise<Awaited<ReturnType<Browser['open']>>> {
  wait(60)
  await browser.open(next ? next : '/sign-in')
  await browser.send('/sign-in', { email, password })
  return browser.send('/sign-in/code', { code: codeAt(secret, now) })
}

test('the first administrator is signed in once the codes are set up', async () => {
  expect(codes).toHaveLength(10)
  expect((await first.open('/')).heading).toBe('Home')
})

test('the link of the first start does nothing a second time', async () => {
  const other = openBrowser(http)
  expect(await door.startPath()).toBeNull()
  expect((await other.open(`/start/${crypto.randomUUID()}.${'A'.repeat(43)}`)).heading).toBe('This link has ended')
})

test('without a visit every page leads to sign-in, and on to the page that was wanted', async () => {
  const browser = openBrowser(http)
  expect((await browser.open('/')).heading).toBe('Sign in')
  expect((await signIn(browser, '/account')).heading).toBe('Your account')
})

test('a wrong password and an unknown e-mail show the same words, keep the e-mail and never the password', async () => {
  const pages = []
  for (const given of [
    { email, password: 'quite wrong words' },
    { email: 'eve@example.nhs.uk', password },
  ]) {
    const browser = openBrowser(http, { address: '192.0.2.60' })
    await browser.open('/sign-in')
    const answer = await browser.send('/sign-in', given)
    expect(answer.status).toBe(422)
    expect(answer.source).not.toContain(given.password)
    expect(answer.source).toContain(`value="${given.email}"`)
    pages.push([answer.errors, answer.title])
  }
  expect(pages[0]).toEqual(pages[1])
  expect(pages[0]?.[0]).toEqual(['E-mail address or password is not right'])
})

test('an empty form says what is missing beside each field', async () => {
  const browser = openBrowser(http)
  await browser.open('/sign-in')
  expect((await browser.send('/sign-in')).errors).toEqual(['Enter your e-mail address', 'Enter your password'])
})

test('the code page alone leads back to the password', async () => {
  for (const path of ['/sign-in/code', '/sign-in/recovery-code', '/sign-in/code-set-up']) {
    expect((await openBrowser(http).open(path)).heading).toBe('Sign in')
  }
})

test('after the password but before the code no page opens', async () => {
  const browser = openBrowser(http)
  await browser.open('/sign-in')
  expect((await browser.send('/sign-in', { email, password })).heading).toBe('Enter your code')
  expect((await browser.open('/account')).heading).toBe('Sign in')
})

test('a code that was used is refused with a way on', async () => {
  const browser = openBrowser(http)
  await signIn(browser)
  const used = codeAt(secret, now)
  const other = openBrowser(http)
  await other.open('/sign-in')
  await other.send('/sign-in', { email, password })
  const answer = await other.send('/sign-in/code', { code: used })
  expect(answer.status).toBe(422)
  expect(answer.errors[0]).toMatch(/used before/)
})

test('a recovery code lets in once', async () => {
  const text = codes[0] ?? ''
  for (const expected of ['Home', 'Enter a recovery code']) {
    wait(60)
    const browser = openBrowser(http)
    await browser.open('/sign-in')
    await browser.send('/sign-in', { email, password })
    await browser.open('/sign-in/recovery-code')
    expect((await browser.send('/sign-in/recovery-code', { code: text })).heading).toBe(expected)
  }
})

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

test('signing out everywhere reaches every browser with its next request', async () => {
  const [phone, ward] = [openBrowser(http, { agent: 'Android Chrome' }), openBrowser(http)]
  await signIn(phone)
  await signIn(ward)
  const page = await ward.open('/account')
  expect(page.text).toContain('Chrome on Android')
  await ward.send('/account/visits/ending')
  for (const browser of [phone, ward]) expect((await browser.open('/')).heading).toBe('Sign in')
})

test('one visit elsewhere is ended alone, and somebody else’s cannot be', async () => {
  const [phone, ward] = [openBrowser(http, { agent: 'iPhone Safari' }), openBrowser(http)]
  await signIn(phone)
  await signIn(ward)
  const page = await ward.open('/account')
  const action = /\/account\/visits\/[0-9a-f-]{36}\/ending/.exec(page.source)?.[0] ?? ''
  expect((await ward.send(action)).text).toContain('Your account')
  expect((await phone.open('/')).heading).toBe('Sign in')
  await ward.open('/account')
  const foreign = `/account/visits/${crypto.randomUUID()}/ending`
  expect((await ward.post(foreign, ward.hidden('/account/visits/ending'))).status).toBe(404)
})

test('fifteen idle minutes end a visit; the page’s own program can ask for more, up to eight hours', async () => {
  const browser = openBrowser(http)
  await signIn(browser)
  const csrf = { _csrf: csrfOf(browser.jar.get('visit') ?? '') }
  const started = now
  for (let minutes = 14; minutes < 480; minutes += 14) {
    wait(14 * 60)
    expect((await browser.post('/visit', csrf)).status).toBe(200)
  }
  expect(JSON.parse((await browser.post('/visit', csrf)).source)).toEqual({ seconds: (480 - 34 * 14) * 60 })
  now = addMinutes(started, 480)
  composition.setClock(now)
  expect((await browser.open('/')).heading).toBe('Sign in')
  await signIn(browser)
  wait(15 * 60)
  expect((await browser.open('/')).heading).toBe('Sign in')
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
      code: codeAt(secret, now),
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

test('bad input to every form is answered below 500', async () => {
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
  const path = '/start/not.a.link'
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
  expect(door.faults).toEqual([])
})

test('a new password needs the current one, ends the other visits and changes the token', async () => {
  const [here, elsewhere] = [openBrowser(http), openBrowser(http)]
  await signIn(here)
  await signIn(elsewhere)
  const before = here.jar.get('visit')
  await here.open('/account/password')
  expect(
    (await here.send('/account/password', { current: 'wrong words here', password: 'pebble orchestra windmill' }))
      .errors,
  ).toEqual(['Current password is not right'])
  expect((await here.send('/account/password', { current: password, password: 'short' })).errors).toEqual([
    'Password must be 15 characters or more',
  ])
  expect(
    (await here.send('/account/password', { current: password, password: 'Elm Park Trust Amina' })).errors[0],
  ).toMatch(/easy to guess/)
  expect(
    (await here.send('/account/password', { current: password, password: 'pebble orchestra windmill' })).heading,
  ).toBe('Your account')
  expect(here.jar.get('visit')).not.toBe(before)
  expect((await elsewhere.open('/')).heading).toBe('Sign in')
  wait(60)
  await here.open('/account/password')
  await here.send('/account/password', { current: 'pebble orchestra windmill', password })
})

test('new recovery codes and a new app ask for a fresh sign-in, then replace the old ones', async () => {
  const browser = openBrowser(http)
  await signIn(browser)
  wait(6 * 60)
  await browser.open('/account')
  expect((await browser.send('/account/recovery-codes')).heading).toBe('Sign in again')
  const fresh = await browser.send('/sign-in/again', { password, code: codeAt(secret, now) })
  expect(fresh.heading).toBe('Your account')
  expect((await browser.send('/account/recovery-codes')).heading).toBe('Your recovery codes')
  await browser.open('/account')
  const begun = await browser.send('/account/code')
  expect(begun.heading).toBe('Set up another app for codes')
  expect(secretOn(begun.source)).not.toBe(secret)
  expect((await browser.send('/account/code/confirmation', { code: '000000' })).errors[0]).toMatch(/Code is not right/)
  const other = openBrowser(http)
  expect((await signIn(other)).heading).toBe('Home')
})

test('outside the demonstration there is nobody to be', async () => {
  const browser = openBrowser(http)
  expect((await browser.get('/demonstration')).status).toBe(404)
  await browser.open('/sign-in')
  expect((await browser.post('/demonstration/visit', browser.hidden('/sign-in'))).status).toBe(404)
})

test('in the demonstration each named person is one button away, and nobody else', async () => {
  const { rows } = await database.owner.query("select id from organisation where kind = 'real'")
  const organisation = crypto.randomUUID()
  const person = crypto.randomUUID()
  await database.owner.query(
    "insert into organisation (id, name, kind) values ($1, 'Demonstration', 'demonstration')",
    [organisation],
  )
  const people = [
    { person, organisation, name: 'Amina Yusuf', what: 'Team lead', why: 'Two of her team are overdue' },
    { person: crypto.randomUUID(), organisation: String(rows[0]?.id), name: 'Real Person', what: '', why: '' },
  ]
  const shop = await frontDoor(database, { demonstrationPeople: async () => people })
  const browser = openBrowser(shop.http)
  const page = await browser.open('/demonstration')
  expect(page.text).toContain('Two of her team are overdue')
  const hidden = browser.hidden('/demonstration/visit')
  for (const one of [people[1]?.person ?? '', crypto.randomUUID(), '']) {
    expect((await browser.post('/demonstration/visit', { ...hidden, person: one })).status).toBe(404)
  }
  await browser.open('/demonstration')
  expect((await browser.send('/demonstration/visit', { person })).heading).toBe('Home')
  expect((await browser.open('/account')).text).toContain('no password to change')
})

test('every page of the front door has the full set of headers', async () => {
  for (const path of ['/sign-in', '/sign-in/code', '/start/x', '/invitation/x', '/account', '/demonstration']) {
    const { headers } = await openBrowser(http).get(path)
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(String(headers['content-security-policy'])).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    expect(String(headers['content-security-policy'])).not.toContain('unsafe')
  }
})
