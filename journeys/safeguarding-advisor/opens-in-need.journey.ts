// Catriona needs a record whose author cannot be reached. Amina is the second person; the author is told; an earlier one was
// reviewed.
import type { Page } from '@playwright/test'
import { expect, given, journey, outcome, when } from '../../test/journey.ts'

journey('Catriona opens a record in need, with Amina as the second person', async ({ be, inspect }) => {
  const [catriona, amina] = [await be('Catriona Reid'), await be('Amina Yusuf')]
  await given('that Catriona asked for a record, and a second person is needed', async () => {
    await amina.goto('/')
    await amina.getByRole('link', { name: /^Decide/ }).click()
    await expect(amina.getByRole('heading', { level: 1 })).toHaveText('A record is needed')
    await expect(amina.getByText('she has not come home')).toBeVisible()
  })
  await when('Amina agrees without a reason', async () => {
    await agree(amina)
  })
  await outcome('she is asked for one', async () => {
    await expect(amina.getByRole('alert')).toContainText('Give your reason')
    await inspect(amina)
  })
  await when('she gives it', async () => {
    await amina.getByLabel('Your reason').fill('The child is missing and nobody else knows the plan')
    await amina.getByRole('button', { name: 'Decide' }).click()
    await expect(amina.getByText('Agreed, not opened yet')).toBeVisible()
  })
  await when('Catriona opens it', async () => {
    await catriona.goto('/')
    await catriona.getByRole('link', { name: /^Open it/ }).click()
    await catriona.getByRole('button', { name: 'Open it for one hour' }).click()
  })
  await outcome('she reads it under a banner that says until when, and can change nothing', async () => {
    await readsOnly(catriona)
    await inspect(catriona)
  })
  await outcome('its author is told by whom, and not why', async () => {
    const tom = await be('Tom Whitfield')
    await tom.goto('/')
    await tom.getByRole('link', { name: /^See by whom/ }).click()
    await expect(tom.getByText('Catriona Reid').first()).toBeVisible()
    await expect(tom.getByText('she has not come home')).toHaveCount(0)
  })
  await outcome('the one of last month was reviewed, and what follows stands there', async () => {
    await amina.goto('/glass')
    await amina.getByRole('row').filter({ hasText: 'Reviewed' }).getByRole('link').first().click()
    await expect(amina.getByRole('heading', { name: 'What follows from the review' })).toBeVisible()
  })
})

async function agree(amina: Page): Promise<void> {
  await amina.getByLabel('I agree: it may be opened for one hour').check()
  await amina.getByLabel('As soon as it is opened').check()
  await amina.getByRole('button', { name: 'Decide' }).click()
}

async function readsOnly(catriona: Page): Promise<void> {
  await expect(catriona.getByText('You opened this in need')).toBeVisible()
  await expect(catriona.getByText('It closes by itself')).toBeVisible()
  await expect(catriona.getByRole('heading', { name: 'What was written' })).toBeVisible()
  await expect(catriona.locator('main').getByRole('button')).toHaveCount(0)
}
