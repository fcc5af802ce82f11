// The main job end to end: an advisor sees who is overdue and why, books the team's group, holds it and records it; it
// counts, and the team's manager sees that it was held and none of the words.
import type { Page } from '@playwright/test'
import { expect, given, journey, journeyNow, outcome, when } from '../../test/journey.ts'

const advisor = 'Tom Whitfield'
const visitor = 'Ben Carter'
const manager = 'Grace Okafor'
const team = 'Elm Park team'
const kind = 'Child protection case work supervision'
const secret = 'Heron-lantern: the plan for the younger child was thought through again'

journey('An advisor holds a team’s group session, and it counts without a word of it', async ({ be }) => {
  journey.setTimeout(300_000)
  const [tom, ben, grace] = [await be(advisor), await be(visitor), await be(manager)]
  let before = ''
  let session = ''
  await given('a health visitor is overdue, and the advisor reads why', async () => {
    await openPerson(tom, visitor)
    await tom
      .getByRole('link', { name: /How we worked this out/ })
      .first()
      .click()
    await expect(tom.getByRole('main')).toContainText('Overdue')
    await grace.goto('/team')
    before = await standingOf(grace)
    expect(before).toContain('Overdue')
  })
  await given('somebody who may not supervise it is refused with the reason', () => isRefused(grace))
  await when('the advisor books the team’s group', async () => {
    session = await bookGroup(tom)
  })
  await when('it is held, and the record is written and signed off', async () => {
    await sayWhoCame(tom)
    await writeAndLeave(tom, session)
    await signOff(tom)
  })
  await when('the health visitor reads it and agrees', () => agree(ben, session))
  await outcome('the team’s figures have changed', async () => {
    await expect.poll(async () => (await grace.goto('/team'), standingOf(grace)), { timeout: 30_000 }).not.toBe(before)
    expect(await standingOf(grace)).not.toContain('Overdue')
  })
  await outcome('the manager finds none of the words', () => findsNoWord(grace, session))
})

async function openPerson(page: Page, name: string): Promise<void> {
  await page.goto(`/people?text=${encodeURIComponent(name)}`)
  await page.getByRole('main').getByRole('link', { name, exact: true }).click()
}

/** What the manager's table says of the health visitor and this kind. */
const standingOf = (page: Page): Promise<string> =>
  page.getByRole('row').filter({ hasText: visitor }).filter({ hasText: kind }).first().innerText()

async function chooseGroup(page: Page): Promise<void> {
  await page.goto('/supervision/group-booking')
  await page.getByLabel('Kind of supervision').selectOption({ label: kind })
  const label = await page.getByLabel('Team').locator('option', { hasText: team }).innerText()
  await page.getByLabel('Team').selectOption({ label })
  await page.getByRole('button', { name: 'Go on' }).click()
}

/** A group that begins in ten minutes, as it can be recorded from half an hour before. */
async function fillGroup(page: Page): Promise<void> {
  const at = minutesFromNow(10)
  const day = page.getByRole('group', { name: 'Day' })
  await day.getByLabel('Day').fill(inLondon(at, { day: 'numeric' }))
  await day.getByLabel('Month').fill(inLondon(at, { month: 'numeric' }))
  await day.getByLabel('Year').fill(inLondon(at, { year: 'numeric' }))
  await page.getByLabel('Start').fill(clock(at))
  await page.getByLabel('By video').check()
  await page.getByRole('button', { name: 'Book the group' }).click()
}

const minutesFromNow = (minutes: number): Date => new Date(journeyNow().getTime() + minutes * 60_000)
const inLondon = (at: Date, what: Intl.DateTimeFormatOptions): string =>
  at.toLocaleString('en-GB', { timeZone: 'Europe/London', ...what })
const clock = (at: Date): string => inLondon(at, { hour: '2-digit', minute: '2-digit' })

async function isRefused(page: Page): Promise<void> {
  await chooseGroup(page)
  for (const one of [visitor, 'Dora Evans']) await page.getByRole('checkbox', { name: one }).check()
  await fillGroup(page)
  await expect(page.getByRole('alert')).toContainText(`${manager} cannot supervise`)
  await expect(page.getByRole('alert')).toContainText('The policy asks for')
}

async function bookGroup(page: Page): Promise<string> {
  await chooseGroup(page)
  await page.getByRole('checkbox', { name: visitor }).check()
  // Who comes ticked is for the day to say; whoever was there reads the record, so the manager stays away.
  const lead = page.getByRole('checkbox', { name: manager })
  if ((await lead.count()) > 0) await lead.uncheck()
  await fillGroup(page)
  await expect(page.getByText(/^Booked for \d+ people/)).toBeVisible()
  return new URL(page.url()).pathname
}

async function sayWhoCame(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Say who came' }).click()
  await expect(page.getByLabel('Finished')).not.toHaveValue('')
  await page.getByLabel('Started').fill(clock(minutesFromNow(-120)))
  await page.getByLabel('Finished').fill(clock(minutesFromNow(0)))
  await page.getByRole('button', { name: 'Save and go on to the record' }).click()
  await expect(page.getByText('Held. It counts from now on.')).toBeVisible()
}

/** What was typed stays, though nobody pressed a button. */
async function writeAndLeave(page: Page, session: string): Promise<void> {
  const saved = page.waitForResponse((answer) => answer.url().endsWith('/record/draft') && answer.ok())
  await page.locator('main textarea').first().fill(secret)
  await saved
  await page.goto('/')
  await page.goto(`${session}/record`)
  await expect(page.locator('main textarea').first()).toHaveValue(secret)
}

async function signOff(page: Page): Promise<void> {
  for (const empty of await page.locator('main form textarea').all()) {
    if ((await empty.inputValue()) === '' && !/^action\d*$/.test((await empty.getAttribute('name')) ?? ''))
      await empty.fill('As agreed.')
  }
  await page.getByRole('button', { name: 'Sign off' }).click()
  await expect(page.getByText('Record signed off')).toBeVisible()
}

async function agree(page: Page, session: string): Promise<void> {
  await page.goto(`${session}/record`)
  await expect(page.getByRole('main')).toContainText(secret)
  await page.getByLabel('Yes, I agree with this record').check()
  await page.getByRole('button', { name: 'Send your answer' }).click()
  await expect(page.getByText('Yes, I agree with this record')).toBeHidden()
  await expect(page.getByText(secret)).toBeVisible()
}

/** Not on her pages, not in their source, not in the file, not at the record's own address. */
async function findsNoWord(page: Page, session: string): Promise<void> {
  const person = await page.getByRole('main').getByRole('link', { name: visitor }).first().getAttribute('href')
  for (const path of [
    '/team',
    '/team/figures',
    '/',
    person ?? '/',
    `${(person ?? '').split('/').slice(0, 3).join('/')}/obligations`,
  ]) {
    const answer = await page.request.get(path)
    expect(await answer.text(), `${path} says nothing of it`).not.toContain('Heron-lantern')
  }
  for (const path of [`${session}/record`, `${session}/own-part`, `${session}/feedback`, `${session}/attendance`]) {
    const answer = await page.request.get(path)
    expect([403, 404], `${path} is not for her`).toContain(answer.status())
    expect(await answer.text()).not.toContain('Heron-lantern')
  }
}
