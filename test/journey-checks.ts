// What must hold on every page of a journey: nothing for axe to find, a title of its own, links that say where they
// lead, no sideways scrolling on a phone, the same page without JavaScript, and a picture of it for people to look at.
// A kind of page that has been found sound for a few people is not checked for every further one, or each story would
// check the same first page again.
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** A page that somebody saw; `pattern` is its path with ids taken out. */
export type Visited = { readonly path: string; readonly pattern: string }

/** Where somebody was, and as whom. */
export type Been = {
  readonly address: string
  readonly context: BrowserContext
  readonly visited: ReadonlyMap<string, Visited>
}

const pictures = join(import.meta.dirname, '..', 'test-results', 'pages')
const phone = { width: 390, height: 844 }
const desk = { width: 1280, height: 900 }
const narrowest = { width: 320, height: 700 }
// How often each kind of page was found sound in this run.
const sound = new Map<string, number>()
const often = 2

/** Whether a kind of page has been found sound so often in this run that it is not checked again. */
export const isKnownSound = (pattern: string, plain: boolean): boolean =>
  (sound.get(kindOf(pattern, plain)) ?? 0) >= often

const kindOf = (pattern: string, plain: boolean): string => `${plain} ${pattern}`
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Opens every visited page again as the same person; answers what is wrong, one sentence each. */
export async function checkPages(
  browser: Browser,
  { address, context, visited }: Been,
  plain: boolean,
): Promise<readonly string[]> {
  mkdirSync(pictures, { recursive: true })
  const state = await context.storageState()
  const without = await browser.newContext({ baseURL: address, javaScriptEnabled: false, storageState: state })
  const page = await context.newPage()
  const bare = await without.newPage()
  const titles = new Map<string, string>()
  const faults: string[] = []
  for (const one of visited.values()) {
    if (isKnownSound(one.pattern, plain)) continue
    const kind = kindOf(one.pattern, plain)
    const times = sound.get(kind) ?? 0
    const found = await checkPage(page, one, plain)
    if (found === undefined) continue
    if (times === 0) await takePictures(page, one.pattern)
    const same = titles.get(found.title)
    if (same !== undefined) found.faults.push(`has the title of ${same}: "${found.title}"`)
    titles.set(found.title, one.pattern)
    if (!plain) found.faults.push(...(await compareWithout(bare, one, found.heading)))
    if (found.faults.length === 0) sound.set(kind, times + 1)
    faults.push(...found.faults.map((fault) => `${one.pattern} ${fault}`))
  }
  await page.close()
  await without.close()
  return faults
}

type Found = { readonly title: string; readonly heading: string; readonly faults: string[] }

/** Undefined when the story itself has made the page go away (cancelled, signed out). */
async function checkPage(page: Page, { path }: Visited, plain: boolean): Promise<Found | undefined> {
  const answer = await page.goto(path)
  if (answer?.status() !== 200 || new URL(page.url()).pathname !== path.split('?')[0]) return undefined
  const faults = [...(await checkHere(page, plain))]
  return { title: await page.title(), heading: await firstHeading(page), faults }
}

async function takePictures(page: Page, pattern: string): Promise<void> {
  for (const size of [desk, phone]) {
    await page.setViewportSize(size)
    await page.screenshot({ path: picturePath(pattern, size.width), fullPage: true })
  }
}

/** What is wrong with the page as it stands, one sentence each. */
export async function checkHere(page: Page, plain: boolean): Promise<readonly string[]> {
  const faults: string[] = []
  const headings = await page.getByRole('heading', { level: 1 }).count()
  if ((await page.title()).trim() === '') faults.push('has no title')
  if (headings !== 1) faults.push(`has ${headings} headings of level 1`)
  faults.push(...(await linksThatMislead(page)))
  if (!plain) faults.push(...(await axeFaults(page)))
  const before = page.viewportSize() ?? phone
  for (const size of [narrowest, phone, desk]) {
    await page.setViewportSize(size)
    faults.push(...(await tooWide(page, size.width)))
  }
  await page.setViewportSize(before)
  return faults
}

/** Says which element sticks out farthest, so that it can be found. The menu takes a moment to fold itself. */
async function tooWide(page: Page, width: number): Promise<readonly string[]> {
  let [has, farthest] = await widest(page)
  for (let again = 0; has > width && again < 5; again += 1) {
    await page.waitForTimeout(100)
    ;[has, farthest] = await widest(page)
  }
  return has > width ? [`is ${has} wide on a screen of ${width}: ${farthest}`] : []
}

const widest = (page: Page): Promise<[number, string]> =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('main *, header *, footer *')]
    const last = all.sort((a, b) => b.getBoundingClientRect().right - a.getBoundingClientRect().right)[0]
    return [document.documentElement.scrollWidth, last?.outerHTML.slice(0, 200) ?? '']
  })

const picturePath = (pattern: string, width: number): string =>
  join(pictures, `${pattern.replaceAll(/[/:]+/g, '-').replace(/^-|-$/g, '') || 'home'}.${width}.png`)

async function axeFaults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze()
  return violations.map(({ id, help, nodes }) => `breaks ${id} (${help}): ${nodes.map((node) => node.html).join(' ')}`)
}

/** Links with the same words must lead to the same place. */
async function linksThatMislead(page: Page): Promise<readonly string[]> {
  const links = await page.locator('a[href]').evaluateAll((all) =>
    all.map((link) => ({
      words: (link.getAttribute('aria-label') ?? link.textContent ?? '').replaceAll(/\s+/g, ' ').trim(),
      href: link.getAttribute('href') ?? '',
    })),
  )
  const places = new Map<string, Set<string>>()
  for (const { words, href } of links) places.set(words, (places.get(words) ?? new Set()).add(href))
  return [...places].flatMap(([words, hrefs]) => {
    if (words === '') return [`has a link without words to ${[...hrefs].join(', ')}`]
    return hrefs.size > 1 ? [`has links that say "${words}" to ${[...hrefs].join(' and ')}`] : []
  })
}

const firstHeading = async (page: Page): Promise<string> =>
  (await page.locator('h1').first().textContent())?.replaceAll(/\s+/g, ' ').trim() ?? ''

/** Without JavaScript the page has the same heading, and a button for every form. */
async function compareWithout(page: Page, { path }: Visited, heading: string): Promise<readonly string[]> {
  await page.goto(path)
  const faults: string[] = []
  const bare = await firstHeading(page)
  if (bare !== heading) faults.push(`has the heading "${bare}" without JavaScript, not "${heading}"`)
  for (const form of await page.locator('form').all()) {
    const buttons = await form.locator('button:not([type=button]), input[type=submit]').count()
    const id = await form.getAttribute('id')
    const outside = id === null ? 0 : await page.locator(`button[form="${id}"]`).count()
    if (buttons + outside === 0) faults.push(`has a form to ${await form.getAttribute('action')} without a button`)
  }
  return faults
}
