// What every journey has: people to be, signed in through the demonstration's own page, and a watch over each page that
// they visit. Afterwards every page of the story is opened again and checked (journey-checks.ts).
//
//   journey('Ben books a session', async ({ be }) => {
//     const ben = await be('Ben Carter')
//     await ben.getByRole('link', { name: 'Book a session' }).click()
//     …
//   })
//
// `journey.use({ plain: true })` tells the whole story without JavaScript.
import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { type EmptyService, startEmptyService } from './empty-service.ts'
import { checkHere, checkPages, isKnownSound, type Visited } from './journey-checks.ts'
import { journeyNow } from './journey-clock.ts'
import { patternOf } from './page-kind.ts'

export { expect, journeyNow }

type Being = {
  readonly address: string
  readonly context: BrowserContext
  readonly visited: Map<string, Visited>
  readonly faults: string[]
}

type Given = {
  /** Without JavaScript from beginning to end. */
  readonly plain: boolean
  /** Signs in as a named person of the demonstration; each has a browser of their own. */
  readonly be: (name: string) => Promise<Page>
  /** Somebody who has not signed in. */
  readonly stranger: () => Promise<Page>
  /** Somebody with a browser of their own at the service that began with an empty folder. */
  readonly newcomer: () => Promise<Page>
  /** Goes to a page; one that will be opened for its checks anyway is only noted, so that it is not opened twice. */
  readonly lookAt: (page: Page, path: string) => Promise<void>
  /** Checks the page just as it stands: for what is shown once, or what a form answers. */
  readonly inspect: (page: Page) => Promise<void>
}

/** One for all stories of a file that ask for it. */
type GivenToAll = { readonly starter: string; readonly empty: EmptyService }

export const journey = base.extend<Given & { readonly beings: Being[] }, GivenToAll>({
  starter: ['bin/start', { option: true, scope: 'worker' }],

  empty: [
    async ({ starter }, use) => {
      const service = await startEmptyService(starter)
      await use(service)
      await service.stop()
    },
    { scope: 'worker', timeout: 180_000 },
  ],

  plain: [false, { option: true }],

  beings: async ({ browser, plain }, use, info) => {
    const beings: Being[] = []
    await use(beings)
    const faults = beings.flatMap((being) => being.faults)
    if (info.status === 'passed') {
      for (const being of beings) faults.push(...(await checkPages(browser, being, plain)))
    }
    for (const being of beings) await being.context.close()
    expect(faults, 'every page of the story is sound').toEqual([])
  },

  stranger: async ({ browser, plain, beings }, use) => {
    await use(() => begin(browser, plain, beings))
  },

  newcomer: async ({ browser, plain, beings, empty }, use) => {
    await use(() => begin(browser, plain, beings, empty.address))
  },

  lookAt: async ({ plain, beings }, use) => {
    await use(async (page, path) => {
      const pattern = patternOf(path)
      const being = beings.find(({ context }) => context === page.context())
      if (being === undefined || isKnownSound(pattern, plain)) await page.goto(path)
      else being.visited.set(pattern, { path, pattern })
    })
  },

  inspect: async ({ plain }, use) => {
    await use(async (page) => expect(await checkHere(page, plain), `${page.url()} is sound`).toEqual([]))
  },

  be: async ({ browser, plain, beings }, use) => {
    await use(async (name) => {
      const page = await begin(browser, plain, beings)
      await page.goto('/demonstration')
      await page.getByRole('button', { name: `Be ${name}`, exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      return page
    })
  },
})

async function begin(
  browser: Browser,
  plain: boolean,
  beings: Being[],
  address = process.env.JOURNEY_ADDRESS,
): Promise<Page> {
  if (address === undefined) throw new Error('The service of the journeys did not tell its address')
  const context = await browser.newContext({ baseURL: address, javaScriptEnabled: !plain })
  const being: Being = { address, context, visited: new Map(), faults: [] }
  beings.push(being)
  context.on('page', (page) => watch(page, being, new URL(address).host))
  return context.newPage()
}

/** Notes where a page goes, and everything that must never happen on the way. */
function watch(page: Page, being: Being, host: string): void {
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (/^https?:$/.test(url.protocol) && url.host !== host) being.faults.push(`${url.href} was asked of another host`)
  })
  page.on('response', (response) => {
    const request = response.request()
    if (response.status() >= 500)
      being.faults.push(`${request.method()} ${response.url()} answered ${response.status()}`)
    const isPage = request.isNavigationRequest() && request.method() === 'GET' && response.status() === 200
    const path = response.url().slice(new URL(response.url()).origin.length)
    if (isPage && (response.headers()['content-type'] ?? '').includes('html')) {
      being.visited.set(patternOf(path), { path, pattern: patternOf(path) })
    }
  })
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) being.faults.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => being.faults.push(`${page.url()}: a script failed: ${error.message}`))
}

/** The sentences of a story: `await given('a team of six', async () => …)`. */
export const given = (sentence: string, body: () => Promise<void>) => base.step(`Given ${sentence}`, body)
export const when = (sentence: string, body: () => Promise<void>) => base.step(`When ${sentence}`, body)
export const outcome = (sentence: string, body: () => Promise<void>) => base.step(`Then ${sentence}`, body)
