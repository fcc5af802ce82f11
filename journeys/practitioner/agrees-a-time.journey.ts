// Ben asks a supervisor for an hour; they find a time, he cancels, thinks again, and it is back.
import type { Page } from '@playwright/test'
import { expect, journey, journeyNow } from '../../test/journey.ts'

journey('Ben and Tom find a time to meet', async ({ be }) => {
  const ben = await be('Ben Carter')
  const tom = await be('Tom Whitfield')
  await journey.step('given Ben suggests a time to Tom', () => suggest(ben))
  await journey.step('when Tom suggests an hour later', () => answerWithAnother(tom))
  await journey.step('then Ben accepts it, and it is booked', async () => {
    await ben.reload()
    await ben.getByRole('button', { name: 'Accept this time' }).click()
    await expect(ben.getByText('Session booked')).toBeVisible()
    await expect(ben.getByText('11:40am').first()).toBeVisible()
  })
  await journey.step('when Ben cancels it', async () => {
    await ben.getByRole('link', { name: 'Cancel this session' }).click()
    await ben.getByLabel('Urgent clinical work').check()
    await ben.getByRole('button', { name: 'Cancel the session' }).click()
  })
  await journey.step('then it is his to rebook, and he can still put it back', async () => {
    await expect(ben.getByText('To be rebooked by Ben Carter')).toBeVisible()
    await ben.getByRole('button', { name: 'Put it back' }).click()
    await expect(ben.getByText('Session put back')).toBeVisible()
  })
})

async function suggest(ben: Page): Promise<void> {
  await ben.getByRole('link', { name: 'Supervision', exact: true }).click()
  await ben.getByRole('button', { name: 'Book a session' }).click()
  await ben.getByLabel('One-to-one clinical supervision').check()
  await ben.getByLabel('They supervise me').check()
  await ben.getByLabel('Part of a name or e-mail address').fill('Whitfield')
  await ben.getByRole('button', { name: /^Find/ }).click()
  await ben.getByLabel('Tom Whitfield').check()
  await fillTime(ben, '10:40am')
  await ben.getByRole('button', { name: 'Suggest this time' }).click()
  await expect(ben.getByText('Waiting for an answer')).toBeVisible()
}

async function answerWithAnother(tom: Page): Promise<void> {
  await tom.goto('/')
  const need = tom.getByRole('listitem').filter({ hasText: 'Ben Carter suggests a time to meet' })
  await need.getByRole('button', { name: /^Answer/ }).click()
  await tom.getByRole('button', { name: 'Suggest another time' }).click()
  await tom.getByLabel('Start').fill('11:40am')
  await tom.getByRole('button', { name: 'Suggest this time' }).click()
  await expect(tom.getByText('2 times were suggested')).toBeVisible()
}

/** A Sunday two or three weeks ahead, before their contract ends, when nobody of the demonstration has anything booked. */
async function fillTime(page: Page, time: string): Promise<void> {
  const day = journeyNow()
  day.setDate(day.getDate() + 21 - day.getDay())
  await page.getByLabel('Day', { exact: true }).fill(String(day.getDate()))
  await page.getByLabel('Month', { exact: true }).fill(String(day.getMonth() + 1))
  await page.getByLabel('Year', { exact: true }).fill(String(day.getFullYear()))
  await page.getByLabel('Start').fill(time)
  await page.getByLabel('Length in minutes').fill('50')
  await page.getByLabel('By video').check()
}
