// What must hold on every page of a journey: nothing for axe to find, a title of its own, links that say where they
// lead, no sideways scrolling on a phone, the same page without JavaScript, and pictures of it for people to look at.
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** A page that somebody saw; `pattern` is its path with ids taken out. */
export type Visited = { readonly path: string; readonly pattern: string }

const pictures = join(import.meta.dirname, '..', 'test-results', 'pages')
const phone = { width: 390, height: 844 }
const desk = { width: 1280, height: 900 }
const narrowest = { width: 320, height: 700 }
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Opens every visited page again as the same person; answers what is wrong, one sentence each. */
export async function checkPages(
  browser: Browser,
  context: BrowserContext,
  visited: ReadonlyMap<string, Visited>,
  plain: boolean,
): Promise<readonly string[]> {
  mkdirSync(pictures, { recursive: true })
  const state = await context.storageState()
  const address = process.env.JOURNEY_ADDRESS
  const without = await browser.newContext({ baseURL: address, javaScriptEnabled: false, storageState: state })
  const page = await context.newPage()
  const bare = await without.newPage()
  const titles = new Map<string, string>()
  const faults: string[] = []
  for (const one of visited.values()) {
    const found = await checkPage(page, one, plain)
    if (found === undefined) continue
    const same = titles.get(found.title)
    if (same !== undefined) found.faults.push(`has the title of ${same}: "${found.title}"`)
    titles.set(found.title, one.pattern)
    if (!plain) found.faults.push(...(await compareWithout(bare, one, found.heading)))
    faults.push(...found.faults.map((fault) => `${one.pattern} ${fault}`))
  }
  await page.close()
  await without.close()
  return faults
}

type Found = { readonly title: string; readonly heading: string; readonly faults: string[] }

/** Undefined when the story itself has made the page go away (cancelled, signed out). */
async function checkPage(page: Page, { path, pattern }: Visited, plain: boolean): Promise<Found | undefined> {
  const answer = await page.goto(path)
  if (answer?.status() !== 200 || new URL(page.url()).pathname !== path.split('?')[0]) return undefined
  const faults: string[] = []
  const title = await page.title()
  const headings = await page.getByRole('heading', { level: 1 }).allInnerTexts()
  if (title.trim() === '') faults.push('has no title')
  if (headings.length !== 1) faults.push(`has ${headings.length} headings of level 1`)
  faults.push(...(await linksThatMislead(page)))
  if (!plain) faults.push(...(await axeFaults(page)))
  for (const size of [narrowest, phone, desk]) {
    await page.setViewportSize(size)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    if (width > size.width) faults.push(`is ${width} wide on a screen of ${size.width}`)
    if (size !== narrowest) await page.screenshot({ path: picturePath(pattern, size.width), fullPage: true })
  }
  await page.setViewportSize(phone)
  return { title, heading: headings[0] ?? '', faults }
}

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

/** Without JavaScript the page has the same heading, and a button for every form. */
async function compareWithout(page: Page, { path }: Visited, heading: string): Promise<readonly string[]> {
  await page.goto(path)
  const faults: string[] = []
  const bare = (await page.locator('h1').first().textContent())?.trim() ?? ''
  if (bare !== heading.trim()) faults.push(`has the heading "${bare}" without JavaScript, not "${heading}"`)
  for (const form of await page.locator('form').all()) {
    const buttons = await form.locator('button:not([type=button]), input[type=submit]').count()
    const id = await form.getAttribute('id')
    const outside = id === null ? 0 : await page.locator(`button[form="${id}"]`).count()
    if (buttons + outside === 0) faults.push(`has a form to ${await form.getAttribute('action')} without a button`)
  }
  return faults
}
