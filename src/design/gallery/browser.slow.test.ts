import AxeBuilder from '@axe-core/playwright'
import { type Browser, chromium, type Page } from '@playwright/test'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { chromiumPath, chromiumWords } from '../../../test/chromium.ts'
import { buildAssets } from '../assets.ts'
import { type Assets, galleryNames, galleryPage, lookOf, warm } from '../index.ts'

// The gallery in a real browser, with the real script and the strict content policy of the service.

vi.setConfig({ testTimeout: 180_000 })

let browser: Browser
let server: Server
let origin: string
let assetsFolder: string
let idleSeconds = 900
const posted: string[] = []

beforeAll(async () => {
  warm()
  assetsFolder = await mkdtemp(join(tmpdir(), 'mcs-assets-'))
  const assets = await buildAssets(assetsFolder)
  server = createServer((request, response) => void answer(assets, request, response))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumWords] })
})

afterAll(async () => {
  await browser?.close()
  server?.close()
  if (assetsFolder) await rm(assetsFolder, { recursive: true, force: true })
})

async function answer(assets: Assets, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://x').pathname
  if (request.method === 'POST') {
    let body = ''
    for await (const piece of request) body += piece
    posted.push(`${path} ${body}`)
    response.end(path === '/visit' ? '{"seconds": 900}' : '{"version": 4}')
    return
  }
  if (path.startsWith('/assets/')) {
    const type = path.endsWith('.css') ? 'text/css' : path.endsWith('.js') ? 'text/javascript' : 'image/svg+xml'
    response.setHeader('content-type', type).end(await readFile(join(assetsFolder, path.slice(8))))
    return
  }
  const page = path.startsWith('/gallery') ? galleryPage(path.slice(9)) : null
  const policy =
    "default-src 'none'; script-src 'self' 'nonce-n1' 'inline-speculation-rules'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'"
  response.setHeader('content-type', 'text/html; charset=utf-8').setHeader('content-security-policy', policy)
  response.end(page ? htmlOf(assets, page) : 'nothing here')
}

const htmlOf = (assets: Assets, page: NonNullable<ReturnType<typeof galleryPage>>) =>
  lookOf({
    assets,
    addresses: { account: '/account', signOut: '/sign-out', extend: '/visit', ended: '/sign-in' },
  }).page(page.body, {
    title: page.title,
    path: '/team',
    nonce: 'n1',
    csrf: 'token',
    newKey: () => 'key',
    person: {
      name: 'Amina Yusuf',
      navigation: ['Home', 'Supervision', 'Action learning', 'Advice', 'My record', 'Team'].map((label) => ({
        label,
        href: `/${label}`,
      })),
    },
    visitSeconds: idleSeconds,
    said: null,
    back: page.back,
    wide: page.wide ?? false,
    demonstration: true,
  })

async function open(
  name: string,
  options: { width?: number; javaScriptEnabled?: boolean } = {},
): Promise<{ page: Page; faults: string[] }> {
  const { width = 1280, javaScriptEnabled = true } = options
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('request', (request) => request.url().startsWith(origin) || faults.push(`asks ${request.url()}`))
  await page.goto(`${origin}/gallery/${name}`)
  return { page, faults }
}

for (const name of ['', ...galleryNames]) {
  test(`"${name || 'gallery'}" has no fault that axe knows, asks nobody else, and breaks no content policy`, async () => {
    const { page, faults } = await open(name)
    const found = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    expect(
      found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
    ).toEqual([])
    expect(faults).toEqual([])
    await page.context().close()
  })

  test(`"${name || 'gallery'}" fits 320 px without scrolling sideways`, async () => {
    const { page } = await open(name, { width: 320 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await page.context().close()
  })
}

test('without scripts all that hangs on an option is shown, the menu is whole, and 320 px are wide enough', async () => {
  const { page } = await open('', { width: 320, javaScriptEnabled: false })
  expect(await page.locator('#calm-room').isVisible()).toBe(true)
  expect(await page.getByRole('link', { name: 'My record', exact: true }).first().isVisible()).toBe(true)
  expect(await page.getByRole('button', { name: 'Print this page' }).isVisible()).toBe(false)
  // The width stands in the head of a picture of the whole page.
  expect((await page.screenshot({ fullPage: true })).readUInt32BE(16)).toBeLessThanOrEqual(320)
  await page.context().close()
})

test('a draft is saved as it is typed, says so, and takes the new version', async () => {
  const { page } = await open('case')
  await page.getByLabel('Risks').fill('Three missed appointments.')
  await page.locator('[data-saved]', { hasText: /^Draft saved at \d+:\d\d[ap]m$/ }).waitFor()
  expect(posted.at(-1)).toContain('Three+missed+appointments.')
  expect(await page.locator('input[name=_version]').inputValue()).toBe('4')
  await page.context().close()
})

test('an idle visit is announced, and one button goes on', async () => {
  idleSeconds = 100
  const { page } = await open('home')
  idleSeconds = 900
  const dialog = page.getByRole('dialog', { name: 'Are you still there?' })
  await dialog.waitFor()
  await dialog.getByRole('button', { name: 'Stay signed in' }).click()
  await dialog.waitFor({ state: 'hidden' })
  expect(posted.at(-1)).toBe('/visit _csrf=token')
  await page.context().close()
})

test('a fault in the summary leads to its box, and an option opens what hangs on it', async () => {
  const { page } = await open('')
  await page.getByRole('link', { name: 'Date of session must be a real date' }).click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('wrong-day-day')
  expect(await page.locator('#calm-room').isVisible()).toBe(false)
  await page.locator('#calm-how').check()
  expect(await page.locator('#calm-room').isVisible()).toBe(true)
  await page.context().close()
})
