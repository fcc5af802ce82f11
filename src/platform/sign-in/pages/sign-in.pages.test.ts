// Signing in through HTTP, as people do it and as it goes wrong.
import { expect, test } from 'vitest'
import { openBrowser } from '../../../../test/browser.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { email, openFrontDoor, password } from './front-door.examples.ts'

const database = await testDatabase()
const { http, first, shown, codes, startPath, wait, signIn, code } = await openFrontDoor(database)

test('the first administrator is signed in once the codes are set up', async () => {
  expect(shown.heading).toBe('Your recovery codes')
  expect(codes).toHaveLength(10)
  expect((await first.open('/')).heading).toBe('Home')
})

test('the link of the first start does nothing a second time', async () => {
  const other = openBrowser(http)
  expect(await startPath()).toBeNull()
  expect((await other.open(`/founding/${crypto.randomUUID()}.${'A'.repeat(43)}`)).heading).toBe('This link has ended')
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
  const used = code()
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
