// On a phone: Grace has chosen another supervisor. She goes through what is still open with Amina, leaves her a few words, and
// helps Nicola, who has none, to find one. Amina reads the words; nobody is told why.
import type { Page } from '@playwright/test'
import { expect, given, journey, outcome, when } from '../../test/journey.ts'

journey('Grace goes through what is still open, and helps to find a supervisor', async ({ be, inspect }) => {
  const grace = await be('Grace Okafor')
  await grace.setViewportSize({ width: 390, height: 844 })
  await given('home says that something is still open with Amina', async () => {
    await grace.goto('/')
    await grace.getByRole('button', { name: /Go through what is still open with Amina Yusuf/ }).click()
    await expect(grace.getByRole('heading', { level: 1 })).toHaveText('Supervision with Amina Yusuf ends')
    await expect(grace.getByText('Marcus Bell, that you have chosen them. Nobody else.')).toBeVisible()
  })
  await when('she keeps the session and takes her actions along', async () => {
    await grace
      .getByRole('button', { name: /^Keep it ?: / })
      .first()
      .click()
    await expect(grace.getByText('It stays as it was booked').first()).toBeVisible()
    const along = grace.getByRole('button', { name: /^Take it along to Marcus Bell/ })
    while ((await along.count()) > 0) await along.first().click()
  })
  await when('she leaves a few words', async () => {
    await grace.getByRole('link', { name: 'Say what was good, and what you take with you' }).click()
    await inspect(grace)
    await grace.getByLabel(/What do you take with you/).fill('To ask one question more')
    await grace.getByRole('button', { name: 'Keep them' }).click()
  })
  await outcome('Amina reads the words, and nothing is left open', async () => {
    await expect(grace.getByText('None are left to decide')).toBeVisible()
    const path = new URL(grace.url()).pathname
    const amina = await be('Amina Yusuf')
    await amina.goto(path)
    await expect(amina.getByRole('heading', { level: 1 })).toHaveText('Supervision with Grace Okafor ends')
    await expect(amina.getByText('To ask one question more')).toBeVisible()
  })
  await helpsNicola(grace)
})

/** Somebody of her team has no supervisor; who it was before, and why, is said nowhere. */
async function helpsNicola(grace: Page): Promise<void> {
  await when('she suggests a supervisor for Nicola', async () => {
    await grace.goto('/')
    await grace.getByRole('button', { name: /needs a supervisor for One-to-one clinical supervision/ }).click()
    await expect(grace.getByRole('heading', { level: 1 })).toContainText('to find a supervisor')
    await grace.getByLabel('Whom would you like to ask?').selectOption({ label: 'Tom Whitfield' })
    await grace.getByRole('button', { name: 'Suggest this person' }).click()
  })
  await outcome('it waits for the person’s own yes, and home says nothing more of it', async () => {
    await expect(grace.getByText('Suggested. It stands once they agree.')).toBeVisible()
    await grace.goto('/')
    await expect(grace.getByText('needs a supervisor')).toHaveCount(0)
  })
}
