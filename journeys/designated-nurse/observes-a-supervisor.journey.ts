// The designated nurse plans to observe a group; everybody in it says yes, and sees that she will come. What she saw of another
// supervisor is answered, goes to the director, and is received there.
import type { Page } from '@playwright/test'
import { expect, given, journey, journeyNow, outcome, when } from '../../test/journey.ts'

const nurse = 'Ruth Abernethy'
const supervisor = 'Tom Whitfield'
const other = 'Catriona Reid'
const comment = 'Heron-lantern: I will book the quiet room'

journey('A designated nurse observes with everybody’s agreement, and reports to the director', async ({ be }) => {
  journey.setTimeout(300_000)
  const [ruth, tom, ben, dora] = [await be(nurse), await be(supervisor), await be('Ben Carter'), await be('Dora Evans')]
  let session = ''
  await given('a supervisor has booked a group for next week', async () => {
    session = await bookGroup(tom)
  })
  await when('the designated nurse asks to observe it', () => plan(ruth))
  await when('everybody in it says yes, each on the page of the session', async () => {
    for (const page of [tom, ben, dora]) await sayYes(page, session)
  })
  await outcome('all of them see that she will come, and she sees that they agreed', async () => {
    await dora.goto(session)
    await expect(dora.getByText(`${nurse} will observe this session`)).toBeVisible()
    await ruth.reload()
    await expect(ruth.getByText('Everybody agreed', { exact: true })).toBeVisible()
    expect(await ruth.content()).not.toContain('Dora Evans')
  })
  const catriona = await be(other)
  await when('another supervisor answers what was seen of her', () => answer(catriona))
  await when('the designated nurse sends the report on', () => passOn(ruth))
  const helen = await be('Helen Marsh')
  await outcome('the director reads both, and says so', () => receive(helen))
})

async function bookGroup(page: Page): Promise<string> {
  await page.goto('/supervision/group-booking')
  await page.getByLabel('Kind of supervision').selectOption({ label: 'Child protection case work supervision' })
  const label = await page.getByLabel('Team').locator('option', { hasText: 'Elm Park team' }).innerText()
  await page.getByLabel('Team').selectOption({ label })
  await page.getByRole('button', { name: 'Go on' }).click()
  for (const box of await page.getByRole('checkbox').all()) if (await box.isChecked()) await box.uncheck()
  for (const one of ['Ben Carter', 'Dora Evans']) await page.getByRole('checkbox', { name: one }).check()
  const at = new Date(journeyNow().getTime() + 6 * 24 * 3_600_000)
  const inLondon = (what: Intl.DateTimeFormatOptions) =>
    at.toLocaleString('en-GB', { timeZone: 'Europe/London', ...what })
  const day = page.getByRole('group', { name: 'Day' })
  await day.getByLabel('Day').fill(inLondon({ day: 'numeric' }))
  await day.getByLabel('Month').fill(inLondon({ month: 'numeric' }))
  await day.getByLabel('Year').fill(inLondon({ year: 'numeric' }))
  await page.getByLabel('Start').fill('7:15am')
  await page.getByLabel('By video').check()
  await page.getByRole('button', { name: 'Book the group' }).click()
  await expect(page.getByText(/^Booked for \d+ people/)).toBeVisible()
  return new URL(page.url()).pathname
}

async function plan(page: Page): Promise<void> {
  await page.goto('/observations')
  await page.getByRole('link', { name: `Plan to observe ${supervisor}` }).click()
  await page.getByRole('radio', { name: /at 7:15am/ }).check()
  await page.getByRole('button', { name: 'Ask everybody in it' }).click()
  await expect(page.getByText('People are being asked')).toBeVisible()
}

async function sayYes(page: Page, session: string): Promise<void> {
  await page.goto(session)
  await page.locator('#observation').getByRole('radio', { name: 'Yes' }).check()
  await page.getByRole('button', { name: 'Answer', exact: true }).click()
  await expect(page.getByText('Your answer is kept')).toBeVisible()
}

async function answer(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: /^Read it.*observed/ }).click()
  await page.getByRole('radio', { name: 'I want to comment' }).check()
  await page.getByLabel('Your comment').fill(comment)
  await page.getByRole('button', { name: 'Send your answer' }).click()
  await expect(page.getByText('Your answer is kept')).toBeVisible()
}

async function passOn(page: Page): Promise<void> {
  await page.goto('/observations')
  await page.getByRole('row').filter({ hasText: 'Ready for the director' }).getByRole('link').first().click()
  await expect(page.getByText(comment)).toBeVisible()
  await page.getByRole('button', { name: 'Send the report to the director' }).click()
  await expect(page.getByText('Sent to the director')).toBeVisible()
}

async function receive(page: Page): Promise<void> {
  await page.goto('/observations/report')
  await expect(page.getByText(comment)).toBeVisible()
  await page.getByRole('row').filter({ hasText: other }).getByRole('link', { name: 'Open it' }).first().click()
  await page.getByRole('button', { name: 'I have read it' }).click()
  await expect(page.getByText('It says that you have it')).toBeVisible()
}
