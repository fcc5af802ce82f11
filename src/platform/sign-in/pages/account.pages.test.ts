// “Your account” and the length of a visit, through HTTP.
import { expect, test } from 'vitest'
import { openBrowser } from '../../../../test/browser.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { addMinutes } from '../../time/moment.ts'
import { csrfOf } from '../../web/serving/tokens.ts'
import { openFrontDoor, password, secretOn } from './front-door.examples.ts'

const database = await testDatabase()
const { http, secret, wait, setNow, now, signIn, code } = await openFrontDoor(database)

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
  const started = now()
  for (let minutes = 14; minutes < 480; minutes += 14) {
    wait(14 * 60)
    expect((await browser.post('/visit', csrf)).status).toBe(200)
  }
  expect(JSON.parse((await browser.post('/visit', csrf)).source)).toEqual({ seconds: (480 - 34 * 14) * 60 })
  setNow(addMinutes(started, 480))
  expect((await browser.open('/')).heading).toBe('Sign in')
  await signIn(browser)
  wait(15 * 60)
  expect((await browser.open('/')).heading).toBe('Sign in')
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
  expect((await browser.send('/account/recovery-codes')).heading).toBe('Confirm that it is you')
  const fresh = await browser.send('/sign-in/again', { password, code: code() })
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
