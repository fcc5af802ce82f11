// A live page in a real browser, with the real script, stream, database and content policy.
import { type Browser, chromium, type Page } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { answeringProxy } from '../../../test/answering-proxy.ts'
import { chromiumPath, chromiumWords } from '../../../test/chromium.ts'
import { newOrganisation } from '../../../test/composition.ts'
import { boardTopic, liveBoards } from '../../../test/live-board.tsx'
import { streamingService } from '../../../test/streaming.ts'
import { testDatabase } from '../../../test/test-database.ts'
import { buildAssets } from '../../design/assets.ts'
import { warm } from '../../design/index.ts'
import { asService } from '../composition.ts'
import { newId } from '../ids.ts'
import { realClock } from '../time/moment.ts'

vi.setConfig({ testTimeout: 60_000 })

const database = await testDatabase()
const trust = await newOrganisation(database)
const { area, newBoard } = liveBoards()
const folder = await mkdtemp(join(tmpdir(), 'mcs-live-'))
const assets = await buildAssets(folder)
const service = await streamingService(database, { areas: [area], built: { assets, folder }, clock: realClock })
const proxy = await answeringProxy(service.origin)
let browser: Browser

beforeAll(async () => {
  warm()
  browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumWords] })
})

// Also after a test that failed.
afterEach(async () => {
  proxy.mend()
  for (const context of browser.contexts()) await context.close()
})

afterAll(async () => {
  await browser?.close()
  await proxy.close()
  await rm(folder, { recursive: true, force: true })
})

type Visiting = { readonly page: Page; readonly faults: string[] }

/** So many people with their own browsers, who have opened a new board by way of the proxy. */
async function openBoard(people: number, more: { javaScriptEnabled?: boolean } = {}) {
  const board = newBoard()
  const path = `/boards/${board.id}`
  const visiting: Visiting[] = []
  for (let at = 0; at < people; at += 1) {
    const person = newId<'person'>()
    board.people.add(person)
    const context = await browser.newContext(more)
    const token = await service.visit(trust, person)
    await context.addCookies([{ name: 'visit', value: token, url: proxy.origin, httpOnly: true }])
    const page = await context.newPage()
    const faults: string[] = []
    page.on('pageerror', (fault) => faults.push(fault.message))
    await page.goto(`${proxy.origin}${path}`)
    visiting.push({ page, faults })
  }
  const pages = visiting.map(({ page }) => page)
  if (more.javaScriptEnabled !== false)
    await vi.waitFor(() => expect(service.streams.count()).toBeGreaterThanOrEqual(people), 10_000)
  const change = async (how: (on: typeof board) => void) => {
    how(board)
    board.version += 1
    await asService(service.composition, { organisation: trust }, (work) =>
      work.announce(boardTopic(board), board.version),
    )
  }
  const leave = async () => {
    expect(visiting.flatMap(({ faults }) => faults)).toEqual([])
    for (const page of pages) await page.context().close()
    await vi.waitFor(() => expect(service.streams.count()).toBe(0), 5_000)
  }
  return { board, pages, change, leave }
}

const line = (page: Page) => page.getByLabel('Your line')
const add = (page: Page) => page.getByRole('button', { name: 'Add your line' })
const said = (page: Page, words: string) => page.locator('#lines').getByText(words)

describe('what one person adds', () => {
  test('is on everybody’s screen, and nothing that others are doing is touched', async () => {
    const { board, pages, leave } = await openBoard(3)
    const [ann, ben, cat] = pages as [Page, Page, Page]
    await ben.getByText('What this is').click()
    await line(ben).pressSequentially('Half a senten')
    await line(cat).fill('Not sent yet')
    await add(cat).focus()
    await line(ann).fill('The first line')
    await add(ann).click()
    for (const page of [ann, ben, cat]) await said(page, 'The first line').waitFor()
    expect(await ben.getByLabel('Which line').innerText()).toContain('The first line')
    await line(ben).pressSequentially('ce')
    expect(await line(ben).inputValue()).toBe('Half a sentence')
    expect(await ben.locator('details').getAttribute('open')).not.toBeNull()
    expect(await ben.locator('details').textContent()).toContain('Lines of 1')
    expect(await line(cat).inputValue()).toBe('Not sent yet')
    expect(await add(cat).evaluate((button) => button === document.activeElement)).toBe(true)
    expect(await line(ann).inputValue()).toBe('')
    expect(await ann.locator('[data-live-note]').textContent()).toBe('Your line is on the board')
    expect(board.lines).toEqual(['The first line'])
    await leave()
  })

  test('comes back with what is wrong beside it, and stays in the box', async () => {
    const { pages, leave } = await openBoard(1)
    const [ann] = pages as [Page]
    await line(ann).fill('x'.repeat(501))
    await add(ann).click()
    await ann.getByRole('heading', { name: 'There is a problem' }).waitFor()
    expect((await line(ann).inputValue()).length).toBe(501)
    await line(ann).fill('Shorter')
    await add(ann).click()
    await said(ann, 'Shorter').waitFor()
    expect(await ann.getByRole('heading', { name: 'There is a problem' }).count()).toBe(0)
    await leave()
  })

  test('is kept once when the reply is lost, however often it is sent again', async () => {
    const { board, pages, leave } = await openBoard(1)
    const [ann] = pages as [Page]
    proxy.loseReplies(3)
    await line(ann).fill('Only once')
    await add(ann).click()
    await said(ann, 'Only once').waitFor({ timeout: 15_000 })
    await vi.waitFor(async () => expect(await line(ann).inputValue()).toBe(''), 15_000)
    expect(board.lines).toEqual(['Only once'])
    await leave()
  })
})

describe('a change of stage', () => {
  test('is read out, and words whose box has gone are kept to be copied', async () => {
    const { pages, change, leave } = await openBoard(1)
    const [ann] = pages as [Page]
    await line(ann).fill('I was just writing')
    await change((board) => {
      board.stage = 'Responding'
      board.open = false
    })
    await ann.getByRole('heading', { name: 'Responding' }).waitFor()
    expect(await ann.locator('[data-live-status]').textContent()).toBe('Responding has begun')
    expect(await ann.locator('[data-live-kept]').textContent()).toContain('I was just writing')
    await leave()
  })
})

describe('the clock', () => {
  test('shows the server’s time on a device whose own is wrong', async () => {
    const { pages, leave } = await openBoard(1)
    const [ann] = pages as [Page]
    await ann.clock.install({ time: new Date('2031-01-01T00:00:00Z') })
    await ann.reload()
    await vi.waitFor(
      async () => expect(await ann.locator('[data-clock]').textContent()).toMatch(/^(9:5\d|10:00) left$/),
      8_000,
    )
    await leave()
  })
})

describe('a page that lost its way', () => {
  test('tells the person, and catches up when a proxy has answered 502 for a while', async () => {
    const { pages, change, leave } = await openBoard(2)
    proxy.fail()
    await change((board) => board.lines.push('Said meanwhile'))
    const [ann] = pages as [Page]
    await vi.waitFor(async () => expect(await ann.locator('[data-live-note]').textContent()).toContain('away'), 15_000)
    await line(ann).fill('Typed meanwhile')
    proxy.mend()
    for (const page of pages) await said(page, 'Said meanwhile').waitFor({ timeout: 20_000 })
    expect(await line(ann).inputValue()).toBe('Typed meanwhile')
    await vi.waitFor(async () => expect(await ann.locator('[data-live-note]').textContent()).toBe(''), 20_000)
    await leave()
  })

  test('shows nothing any more to whom it is not for', async () => {
    const { board, pages, change, leave } = await openBoard(1)
    const [ann] = pages as [Page]
    await change((on) => on.lines.push('For us alone'))
    await said(ann, 'For us alone').waitFor()
    const began = performance.now()
    board.people.clear()
    await asService(service.composition, { organisation: trust }, (work) => work.announce(boardTopic(board), 'who may'))
    await ann.getByRole('heading', { name: 'Page not found' }).waitFor()
    expect(performance.now() - began).toBeLessThan(5_000)
    expect(await ann.content()).not.toContain('For us alone')
    await leave()
  })
})

describe('without scripts', () => {
  test('the same forms work, and the page says how to see what is new', async () => {
    const { board, pages } = await openBoard(1, { javaScriptEnabled: false })
    const [ann] = pages as [Page]
    await line(ann).fill('Plainly sent')
    await add(ann).click()
    await said(ann, 'Plainly sent').waitFor()
    expect(await ann.locator('[data-clock]').textContent()).toBe('10 minutes left')
    board.lines.push('From somebody else')
    await ann.getByRole('link', { name: 'Show what is new' }).click()
    await said(ann, 'From somebody else').waitFor()
    await ann.context().close()
  })
})

test('a page that is put away closes its stream, and catches up when it is looked at again', async () => {
  const { pages, change, leave } = await openBoard(1)
  const [ann] = pages as [Page]
  await hide(ann, true)
  await vi.waitFor(() => expect(service.streams.count()).toBe(0), 5_000)
  await change((board) => board.lines.push('While away'))
  await hide(ann, false)
  await said(ann, 'While away').waitFor()
  await leave()
})

test('a page of what is over lets its stream go', async () => {
  const { pages, change, leave } = await openBoard(1)
  const [ann] = pages as [Page]
  await change((board) => {
    board.lines.push('The last line')
    board.isOver = true
  })
  await said(ann, 'The last line').waitFor()
  await vi.waitFor(() => expect(service.streams.count()).toBe(0), 5_000)
  // Looked at again, it opens none.
  await hide(ann, true)
  await hide(ann, false)
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(service.streams.count()).toBe(0)
  await leave()
})

/** As the browser does when another tab is looked at. */
const hide = (page: Page, hidden: boolean) =>
  page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
      document.dispatchEvent(new Event('visibilitychange'))
    },
    hidden ? 'hidden' : 'visible',
  )
