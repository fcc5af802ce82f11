// From one person's post to the change on eight others' screens and on their own, in Chromium, in turns with the bare echo.
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { chromiumPath, chromiumWords } from '../test/chromium.ts'
import type { Place } from './live-service.ts'
import { median, ratioTable } from './ratio-table.ts'
import type { Running } from './running-service.ts'

export type Programs = { readonly service: Running; readonly echo: Running; readonly places: readonly Place[] }

const turns = 6
const postsEach = 10

/** Prints the medians and the 95th of a hundred, of all screens, of the last of the eight each time, of one's own. */
export async function measureScreens({ service, echo, places }: Programs): Promise<void> {
  const executablePath = chromiumPath()
  if (executablePath === undefined) return console.log('No Chromium here: nothing is measured on screens.')
  const browser = await chromium.launch({ executablePath, args: [...chromiumWords] })
  const [place] = places
  const times = { echo: newSide(), live: newSide() }
  try {
    const echoes = await openPages(browser, `${echo.address}/board`, place?.tokens.map(() => '') ?? [])
    const live = await openPages(browser, `${service.address}${place?.path}`, place?.tokens ?? [])
    await postAndWatch(echoes, 3)
    await postAndWatch(live, 3)
    for (let turn = 0; turn < turns; turn += 1) {
      await measureSide(times.echo, echo, echoes)
      await measureSide(times.live, service, live)
    }
  } finally {
    await browser.close()
  }
  tell(times)
}

async function openPages(browser: Browser, url: string, tokens: readonly string[]): Promise<Page[]> {
  const pages: Page[] = []
  for (const token of tokens) {
    const context: BrowserContext = await browser.newContext()
    if (token !== '') await context.addCookies([{ name: 'visit', value: token, url: new URL(url).origin }])
    const page = await context.newPage()
    await page.goto(url)
    pages.push(page)
  }
  // The last stream is open, and what the pages do at their start is over.
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  return pages
}

/** Of each post: milliseconds until each of the others had it, and until its author's own page had been drawn again. */
type Side = { readonly others: number[][]; readonly own: number[]; processor: number }
const newSide = (): Side => ({ others: [], own: [], processor: 0 })

async function measureSide(side: Side, program: Running, pages: readonly Page[]): Promise<void> {
  const before = program.processor()
  const all = await postAndWatch(pages, postsEach)
  side.processor += program.processor() - before
  for (const [own = Number.NaN, ...others] of all) {
    side.own.push(own)
    side.others.push(others)
  }
}

/** Posts so many lines from the first page; answers, for each, after how many milliseconds each page showed it. */
async function postAndWatch(pages: readonly Page[], posts: number): Promise<number[][]> {
  const [sender] = pages
  const all: number[][] = []
  for (let post = 0; sender && post < posts; post += 1) {
    const words = `Line ${Math.random()}`
    const seen = pages.map((page) => page.evaluate(whenSeen, words))
    // Each page has begun to watch before anything is sent.
    await Promise.all(pages.map((page) => page.evaluate(() => 0)))
    const sent = await sender.evaluate(sendLine, words)
    all.push((await Promise.all(seen)).map((at) => at - sent))
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  return all
}

/** In the page: the moment at which the line is there. */
const whenSeen = (words: string) =>
  new Promise<number>((resolve) => {
    const list = document.querySelector('#lines')
    const look = () => {
      if (!list?.textContent?.includes(words)) return
      watching.disconnect()
      resolve(performance.timeOrigin + performance.now())
    }
    const watching = new MutationObserver(look)
    if (list) watching.observe(list, { childList: true, subtree: true, characterData: true })
    look()
  })

/** In the page: sends the line as its form does, or as the echo's script would; answers when. */
const sendLine = (words: string) => {
  const box = document.querySelector<HTMLTextAreaElement>('textarea')
  const sent = performance.timeOrigin + performance.now()
  if (box?.form) {
    box.value = words
    box.form.requestSubmit()
  } else void fetch(location.pathname, { method: 'POST', body: new URLSearchParams({ line: words }) })
  return sent
}

function tell({ echo, live }: { readonly echo: Side; readonly live: Side }): void {
  const row = (what: string, of: (side: Side) => number) => ({
    what,
    figure: of(live),
    floor: of(echo),
    floorIs: 'bare echo',
    unit: 'ms' as const,
  })
  const last = ({ others }: Side) => others.map((post) => Math.max(...post))
  console.log(`${live.others.length} posts, each on eight other screens`)
  console.log(
    ratioTable([
      row('From a post to another’s screen, median', ({ others }) => median(others.flat())),
      row('From a post to another’s screen, 95th of 100', ({ others }) => p95(others.flat())),
      row('From a post to the last of eight screens, median', (side) => median(last(side))),
      row('From a post to the last of eight screens, 95th of 100', (side) => p95(last(side))),
      row('From a post to one’s own page drawn again, median', ({ own }) => median(own)),
      row('From a post to one’s own page drawn again, 95th of 100', ({ own }) => p95(own)),
      row('Processor time of the program for a post and nine pages', (side) => side.processor / side.own.length),
    ]),
  )
}

export const percentile =
  (share: number) =>
  (times: readonly number[]): number =>
    times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
const p95 = percentile(0.95)
