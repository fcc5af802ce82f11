// Chloe prepares on her phone between two visits. She stops, her visit ends while she is typing, she signs in again, and
// everything is there; then one button says that it is ready, and her supervisor can read it.
import type { Page } from '@playwright/test'
import { expect, journey } from '../../test/journey.ts'

const words = 'I am less sure of my footing than in spring'
const late = 'And I would like to talk about the missed visits'

journey('Chloe prepares in pieces, and loses nothing when her visit ends', async ({ be }) => {
  const chloe = await be('Chloe Nguyen')
  await chloe.setViewportSize({ width: 390, height: 844 })
  await journey.step('given home asks her to prepare', () => openPreparation(chloe))
  await journey.step('when she reports on what she agreed to do', () => reportOnActions(chloe))
  await journey.step('and writes about each case that she brings', () => prepareCases(chloe))
  await journey.step('and types a little, which is kept without a button', async () => {
    await chloe.getByLabel(/How is this work affecting you/).fill(words)
    await expect(chloe.getByText(/Draft saved at/)).toBeVisible()
  })
  await journey.step('when her visit ends while she goes on typing', async () => {
    const elsewhere = await be('Chloe Nguyen')
    await endOtherVisits(elsewhere)
    await chloe.getByLabel(/How is this work affecting you/).fill(`${words}. ${late}.`)
    await expect(chloe.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    expect(chloe.url()).not.toContain('missed')
  })
  await journey.step('then she signs in again and everything is there', async () => {
    await chloe.getByRole('link', { name: 'Choose whom to be' }).click()
    await chloe.getByRole('button', { name: 'Be Chloe Nguyen', exact: true }).click()
    await expect(chloe.getByRole('heading', { name: 'Carry on where you were' })).toBeVisible()
    await chloe.getByRole('button', { name: 'Save it now' }).click()
    await expect(chloe.getByLabel(/How is this work affecting you/)).toHaveValue(new RegExp(late))
  })
  await journey.step('and says that it is ready', async () => {
    await chloe.getByRole('button', { name: 'It is ready' }).click()
    await expect(chloe.getByText('There is a problem')).toBeVisible()
    await chloe.getByLabel(/clinical records that matter/).check()
    await chloe.getByLabel(/earlier supervision records/).check()
    await chloe.getByRole('button', { name: 'It is ready' }).click()
    await expect(chloe.getByText('Your supervisor can read it now')).toBeVisible()
  })
  const marcus = await be('Marcus Bell')
  await journey.step('then her supervisor reads it before they meet', async () => {
    await marcus.goto(chloe.url().replace(/\/preparation.*/, '/preparations'))
    await marcus.getByRole('link', { name: 'Read what Chloe Nguyen prepared' }).click()
    await expect(marcus.getByText(late)).toBeVisible()
  })
})

async function openPreparation(chloe: Page): Promise<void> {
  await chloe.goto('/')
  const needs = chloe.getByRole('listitem').filter({ hasText: 'Prepare for' })
  const need = needs.filter({ hasText: 'Child protection case work supervision' })
  await need.getByRole('button', { name: /^(Prepare|Carry on)/ }).click()
  await expect(chloe.getByRole('heading', { name: 'Prepare for your session' })).toBeVisible()
}

/** Whatever is due by then, each with a word. */
async function reportOnActions(chloe: Page): Promise<void> {
  await chloe.getByRole('link', { name: 'What came of your actions' }).click()
  const open = chloe.getByRole('button', { name: /^Report/ })
  for (let left = await open.count(); left > 0; left -= 1) {
    await open.first().click()
    await chloe.getByLabel('Done', { exact: true }).check()
    await chloe.getByRole('button', { name: 'Save report' }).click()
  }
  await chloe.getByRole('button', { name: 'Back to preparing' }).click()
}

/** A line for every question of every case; more is hers to say. */
async function prepareCases(chloe: Page): Promise<void> {
  const cases = chloe.getByRole('link', { name: /^Prepare case/ })
  for (let at = 0; at < (await cases.count()); at += 1) {
    await cases.nth(at).click()
    await expect(chloe.getByRole('heading', { level: 1, name: /^Prepare case/ })).toBeVisible()
    for (const box of await chloe.locator('main').getByRole('textbox').all()) await box.fill('Much as before')
    await chloe.getByRole('button', { name: 'Save and go back' }).click()
    await expect(chloe.getByRole('heading', { name: 'Prepare for your session' })).toBeVisible()
  }
}

/** From another browser of hers, as she might when a phone is lost. */
async function endOtherVisits(page: Page): Promise<void> {
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
}
