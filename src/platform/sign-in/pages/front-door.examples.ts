// A front door with one administrator behind it, for the tests of its pages: they sign in as people do.
import { parseHTML } from 'linkedom'
import { type Browser, openBrowser } from '../../../../test/browser.ts'
import { testMoment } from '../../../../test/composition.ts'
import { frontDoor } from '../../../../test/front-door.ts'
import type { TestDatabase } from '../../../../test/test-database.ts'
import type { Area } from '../../area.ts'
import { addSeconds, type Moment } from '../../time/moment.ts'
import { codeAt } from '../sign-in.examples.ts'

export const email = 'amina.yusuf@example.nhs.uk'
export const password = 'marmalade lantern tugboat'

/** The typed form of the secret on a page that sets up codes. */
export const secretOn = (source: string): string =>
  (parseHTML(source).document.querySelector('details code')?.textContent ?? '').replaceAll(' ', '')

export async function openFrontDoor(database: TestDatabase, parts: { readonly areas?: readonly Area[] } = {}) {
  const door = await frontDoor(database, parts)
  const first = openBrowser(door.http)
  const path = (await door.startPath()) ?? ''
  await first.open(path)
  const set = await first.send(path, { organisation: 'Elm Park Trust', name: 'Amina Yusuf', email, password })
  const secret = secretOn(set.source)
  const done = await first.send('/sign-in/code-set-up', { code: codeAt(secret, testMoment) })
  const codes = [...parseHTML(done.source).document.querySelectorAll('main li code')].map(
    (one) => one.textContent ?? '',
  )
  let now: Moment = testMoment
  const setNow = (to: Moment) => {
    now = to
    door.composition.setClock(to)
  }
  /** Lets time pass. */
  const wait = (seconds: number) => setNow(addSeconds(now, seconds))
  /** Codes are used once, so each sign-in needs a later step. */
  const signIn = async (browser: Browser, wanted = '/sign-in') => {
    wait(60)
    await browser.open(wanted)
    await browser.send('/sign-in', { email, password })
    return browser.send('/sign-in/code', { code: codeAt(secret, now) })
  }
  const code = () => codeAt(secret, now)
  return { ...door, first, shown: done, codes, secret, path, wait, setNow, now: () => now, signIn, code }
}
