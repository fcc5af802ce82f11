// A meeting on the phones of two who wait for it, in a real browser on the real service: it opens, goes on and ends on their
// screens by itself, what one is typing stays, and the page of what is over lets its stream go.
import { type Browser, chromium, type Page } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { askerFor } from '../src/areas/people/index.ts'
import { openMeeting } from '../src/areas/learning-sets/index.ts'
import { buildAssets } from '../src/design/assets.ts'
import { warm } from '../src/design/index.ts'
import { moment } from '../src/platform/time/moment.ts'
import { areas } from '../src/service.ts'
import { chromiumPath, chromiumWords } from './chromium.ts'
import { streamingService } from './streaming.ts'
import { testDatabase } from './test-database.ts'
import { learningMeetingWorld, sure } from './worlds/learning-meeting.ts'

const now = moment('2026-11-20T13:45:00Z')
const database = await testDatabase()
const meetings = await learningMeetingWorld(database)
const folder = await mkdtemp(join(tmpdir(), 'mcs-screens-'))
const built = { assets: await buildAssets(folder), folder }
const service = await streamingService(database, { areas, built, clock: () => now, identify: askerFor })
const faults: string[] = []
let browser: Browser

beforeAll(async () => {
  warm()
  browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumWords] })
})

afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})

test('it opens, goes on and ends on the phones of those who wait for it', { timeout: 120_000 }, async () => {
  const here = await meetings.withMeetings()
  const { world, id } = here
  meetings.setClock(now)
  const [ben, dora] = [await phoneOf('ben'), await phoneOf('dora')]
  await vi.waitFor(() => expect(service.streams.count()).toBe(2), 10_000)
  sure(await world.inside(world.amina, (work) => openMeeting(work, id)))
  for (const page of [ben, dora]) {
    await page.getByRole('heading', { name: 'Are you here?' }).waitFor()
    await page.getByRole('button', { name: 'I am here' }).click()
    await page.getByRole('heading', { name: 'You are here' }).waitFor()
  }
  await here.does(id, 'amina', { type: 'arrive', person: world.amina, way: 'own device' })
  await here.goTo(id, 'Recall our ground rules')
  await dora.getByLabel('Your words').fill('Half a sent')
  await ben.getByLabel('Your words').fill('We began on time')
  await ben.getByRole('button', { name: 'Share with the set' }).click()
  for (const page of [ben, dora]) await page.getByText('We began on time').waitFor()
  expect(await ben.getByLabel('Your words').inputValue()).toBe('')
  expect(await dora.getByLabel('Your words').inputValue()).toBe('Half a sent')
  expect(await dora.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await here.does(id, 'amina', { type: 'finish', words: 'The fire alarm' })
  for (const page of [ben, dora]) await page.getByRole('heading', { name: 'The meeting is over' }).waitFor()
  await dora.getByText('Half a sent').waitFor()
  await vi.waitFor(() => expect(service.streams.count()).toBe(0), 10_000)
  expect(faults).toEqual([])

  async function phoneOf(who: 'ben' | 'dora'): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    const token = await service.visit(world.organisation, world[who])
    await context.addCookies([{ name: 'visit', value: token, url: service.origin, httpOnly: true }])
    const page = await context.newPage()
    page.on('pageerror', (fault) => faults.push(fault.message))
    await page.goto(`${service.origin}/action-learning/meetings/${id}`)
    await page.getByRole('heading', { name: /^Meeting on / }).waitFor()
    return page
  }
})
