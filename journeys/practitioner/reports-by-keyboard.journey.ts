// On a phone with a keyboard and no pointer: Dora says what came of something that she agreed to do.
import type { Page } from '@playwright/test'
import { expect, given, journey, outcome, when } from '../../test/journey.ts'

const said = 'Spoke with the school, and the form is sent'

journey('Dora reports on an action with the keyboard alone', async ({ be }) => {
  const dora = await be('Dora Evans')
  await given('her actions, of which one is open', async () => {
    await dora.goto('/actions')
    await tabTo(dora, /^Report on the action/)
    await dora.keyboard.press('Enter')
    await expect(dora.getByRole('heading', { level: 1 })).toHaveText('Action')
  })
  await when('she saves without saying what came of it', async () => {
    await tabTo(dora, /^Save report/)
    await dora.keyboard.press('Enter')
    await expect(dora.getByRole('alert')).toBeVisible()
  })
  await outcome('the fault takes her to the field', async () => {
    await tabTo(dora, /^Select what came of it/)
    await dora.keyboard.press('Enter')
    await expect(dora.getByLabel('Done', { exact: true })).toBeFocused()
  })
  await when('she chooses that it is done, and says a word about it', async () => {
    await dora.keyboard.press('Space')
    await expect(dora.getByLabel('Done', { exact: true })).toBeChecked()
    await dora.keyboard.press('Tab')
    await dora.keyboard.type(said)
    await tabTo(dora, /^Save report/)
    await dora.keyboard.press('Enter')
  })
  await outcome('the report is saved', async () => {
    await expect(dora.getByText('Report saved')).toBeVisible()
  })
})

/** Presses Tab until the focus is on what says this, as somebody without a pointer does. */
async function tabTo(page: Page, words: RegExp): Promise<void> {
  for (let times = 0; times < 60; times += 1) {
    await page.keyboard.press('Tab')
    const text = await page.evaluate(() => document.activeElement?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '')
    if (words.test(text)) return
  }
  throw new Error(`Sixty times Tab never came to ${words}`)
}
