// Tom books a group of the Elm Park team without JavaScript; Grace, who may not supervise case work, is told why and who can.
import type { Page } from '@playwright/test'
import { expect, journey, journeyNow } from '../../test/journey.ts'

journey.use({ plain: true })

journey('Tom books a team at once; Grace is refused with the reason', async ({ be }) => {
  const tom = await be('Tom Whitfield')
  await journey.step('given Tom chooses the kind and the team', () => choose(tom))
  await journey.step('then those who need it most come ticked, and he books them', async () => {
    await fillTime(tom, '8:20am')
    await tom.getByRole('button', { name: 'Book the group' }).click()
    await expect(tom.getByText(/^Booked for \d+ people$/)).toBeVisible()
  })
  const grace = await be('Grace Okafor')
  await journey.step('when Grace tries the same', async () => {
    await choose(grace)
    await grace.getByLabel('Ben Carter').check()
    await grace.getByLabel('Dora Evans').check()
    await fillTime(grace, '4:20pm')
    await grace.getByRole('button', { name: 'Book the group' }).click()
  })
  await journey.step('then she is told why not, and who can', async () => {
    await expect(grace.getByRole('alert').getByText(/Grace Okafor cannot supervise/)).toBeVisible()
    await expect(grace.getByRole('alert').getByText(/These people can/)).toBeVisible()
  })
})

async function choose(page: Page): Promise<void> {
  await page.goto('/supervision/group-booking')
  await page.getByLabel('Kind of supervision').selectOption({ label: 'Child protection case work supervision' })
  await page.getByLabel('Team').selectOption({ label: await teamLabel(page) })
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByText('Who comes')).toBeVisible()
}

/** The team as the list shows it, below its service. */
async function teamLabel(page: Page): Promise<string> {
  const labels = await page.getByLabel('Team').locator('option').allTextContents()
  return labels.find((label) => label.includes('Elm Park')) ?? ''
}

/** A Sunday some weeks ahead, when nobody of the demonstration has anything booked. */
async function fillTime(page: Page, time: string): Promise<void> {
  const day = journeyNow()
  day.setDate(day.getDate() + 70 - day.getDay())
  await page.getByLabel('Day', { exact: true }).fill(String(day.getDate()))
  await page.getByLabel('Month', { exact: true }).fill(String(day.getMonth() + 1))
  await page.getByLabel('Year', { exact: true }).fill(String(day.getFullYear()))
  await page.getByLabel('Start').fill(time)
  await page.getByLabel('In person').check()
}
