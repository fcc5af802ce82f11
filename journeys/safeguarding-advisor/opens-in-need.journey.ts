// Catriona needs a record whose author cannot be reached, and Amina is the second person. The hour itself is the database's
// own, whatever clock the service runs on, so it is tested where both clocks are one (glass.pages.test.ts).
import type { Page } from '@playwright/test'
import { expect, given, journey, outcome, when } from '../../test/journey.ts'

journey('Catriona asked for a record in need, and Amina is the second person', async ({ be, inspect }) => {
  const [catriona, amina] = [await be('Catriona Reid'), await be('Amina Yusuf')]
  await given('that Catriona asked for a record, and a second person is needed', async () => {
    await amina.goto('/')
    await amina.getByRole('button', { name: /^Decide/ }).click()
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
  await outcome('Catriona can open it, once and for an hour', async () => {
    await catriona.goto('/')
    await catriona.getByRole('button', { name: /^Open it.*record/ }).click()
    await expect(catriona.getByRole('button', { name: 'Open it for one hour' })).toBeVisible()
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
