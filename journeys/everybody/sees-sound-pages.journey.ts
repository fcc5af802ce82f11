// Every page as every person of the demonstration: from the menu two links deep, one page of each kind. All that the menu
// names and all kinds that nobody before has seen are looked at; of the rest a share that is the same in every run, so
// that the whole stays within minutes. Afterwards each page is checked like those of every journey.
import type { Page } from '@playwright/test'
import { expect, journey } from '../../test/journey.ts'
import { patternOf } from '../../test/page-kind.ts'

const people = [
  'Ben Carter',
  'Dora Evans',
  'Femi Ade',
  'Chloe Nguyen',
  'Grace Okafor',
  'Tom Whitfield',
  'Marcus Bell',
  'Amina Yusuf',
  'Helen Marsh',
  'Dilys Morgan',
  'Ewan Fraser',
  'Catriona Reid',
  'Lowri Bevan',
  'Miriam Cohen',
  'Zofia Kaminska',
  'Priya Raman',
  'Ruth Abernethy',
  'Sandra Pike',
]
const most = 10
const oneOf = 4
const seenByAnybody = new Set<string>()
let checked = 0

journey('everybody of the demonstration is told of', async ({ stranger }) => {
  const page = await stranger()
  await page.goto('/demonstration')
  const names = await page.getByRole('button', { name: /^Be / }).allTextContents()
  expect(names.map((name) => name.trim().replace(/^Be /, '')).sort()).toEqual([...people].sort())
})

for (const name of people) {
  journey(`${name} finds every page sound, two links from the menu`, async ({ be, lookAt }) => {
    journey.setTimeout(240_000)
    const page = await be(name)
    const { menu, beyond } = await walk(page)
    const fresh = beyond.filter(({ pattern }) => !seenByAnybody.has(pattern))
    const again = beyond.filter(({ pattern }) => seenByAnybody.has(pattern) && share(`${name} ${pattern}`) === 0)
    const chosen = [...menu, ...fresh, ...again].slice(0, Math.max(most, menu.length))
    await journey.step(`looks at ${chosen.length} of ${menu.length + beyond.length} kinds of page`, async () => {
      for (const { path, pattern } of chosen) {
        await lookAt(page, path)
        seenByAnybody.add(pattern)
      }
    })
    checked += chosen.length
    console.log(`${name}: ${chosen.length} of ${menu.length + beyond.length} kinds of page, ${checked} in all so far`)
  })
}

/** `from` is the page that links to it; none for the menu. */
type Found = { readonly path: string; readonly pattern: string; readonly from?: string }
type Answered = Found & { readonly html: string }

/** One page of each kind: those in the menu, and those within two links of them. Asked for without a browser's work. */
async function walk(page: Page): Promise<{ menu: readonly Found[]; beyond: readonly Found[] }> {
  const known = new Set<string>()
  const fresh = (links: readonly Link[]): readonly Found[] =>
    links
      .map((link) => ({ ...link, pattern: patternOf(link.path) }))
      .filter(({ pattern }) => !known.has(pattern) && known.add(pattern))
  const menu = await pagesAmong(
    page,
    fresh((await page.locator('header nav a, header a[href="/account"]').evaluateAll(hrefs)).map((path) => ({ path }))),
  )
  const beyond: Found[] = []
  let level: readonly Answered[] = menu
  for (let deep = 0; deep < 2; deep++) {
    const links = level.flatMap(({ path, html }) => linksIn(html).map((link) => ({ path: link, from: path })))
    level = await pagesAmong(page, fresh(links))
    beyond.push(...level)
  }
  return { menu, beyond }
}

type Link = Omit<Found, 'pattern'>

const hrefs = (all: (HTMLElement | SVGElement)[]): string[] => all.map((link) => link.getAttribute('href') ?? '')

/** Each asked for once, a few at a time; without files to take away. */
async function pagesAmong(page: Page, found: readonly Found[]): Promise<readonly Answered[]> {
  const pages: Answered[] = []
  for (let first = 0; first < found.length; first += atATime) {
    const answered = await Promise.all(found.slice(first, first + atATime).map((one) => answeredBy(page, one)))
    pages.push(...answered.filter((one) => one !== null))
  }
  return pages
}

const atATime = 4

async function answeredBy(page: Page, one: Found): Promise<Answered | null> {
  const answer = await page.request.get(one.path)
  // A list may name what this person must not open; the page then says why.
  if (answer.status() === 403) return null
  // Other stories go on meanwhile: what was linked may have gone, with its link.
  const isGone =
    answer.status() === 404 && one.from !== undefined && !(await linksOn(page, one.from)).includes(one.path)
  if (isGone) return null
  expect(answer.status(), `${one.path} is linked, so it answers`).toBeLessThan(400)
  const isPage = (answer.headers()['content-type'] ?? '').includes('html')
  const isItself = new URL(answer.url()).pathname === one.path.split('?')[0]
  return isPage && isItself ? { ...one, html: await answer.text() } : null
}

const linksOn = async (page: Page, path: string): Promise<readonly string[]> =>
  linksIn(await (await page.request.get(path)).text())

/** Addresses on this service that a page links to, without those that end the visit. */
const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/<a\b[^>]*\bhref="(\/[^"#]*)/g)]
    .map(({ 1: path = '' }) => path.replaceAll('&amp;', '&'))
    .filter((path) => !/^\/(sign-out|demonstration|assets)/.test(path))

/** 0 for one of every few, the same in every run. */
function share(words: string): number {
  let sum = 0
  for (const letter of words) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003
  return sum % oneOf
}
