// On a phone: Ben puts a family on his list of cases, is shown words that may tell who they are, and changes them.
import type { Page } from '@playwright/test'
import { expect, given, journey, outcome, when } from '../../test/journey.ts'

journey('Ben adds a case and takes out what could identify the family', async ({ be, inspect }) => {
  const ben = await be('Ben Carter')
  await ben.setViewportSize({ width: 390, height: 844 })
  await given('his list of cases, with the form for a new one', async () => {
    await ben.goto('/cases')
    await ben.getByRole('button', { name: 'Add a case' }).click()
    await expect(ben.getByRole('heading', { level: 1 })).toHaveText('Add a case')
  })
  await when('he names the mother while he says how the two children are connected', async () => {
    await ben.getByLabel('Local reference').fill('EP-1120')
    await ben.getByRole('radio', { name: 'Child', exact: true }).check()
    await ben.getByLabel('Person 1: initials').fill('D.F.')
    await ben.getByRole('button', { name: 'Add another person' }).click()
    await expect(ben.getByLabel('Person 1: initials')).toHaveValue('D.F.')
    await ben.getByRole('radio', { name: 'Unborn child' }).nth(1).check()
    await ben.getByLabel('How they are connected (optional)').fill('Both are children of Sarah Jones')
    await meetsSince(ben, /^Domestic abuse is known/)
    await ben.getByRole('button', { name: 'Save' }).click()
  })
  await outcome('the words are quoted beside their field, and nothing that he typed is lost', async () => {
    await expect(ben.getByRole('alert')).toContainText('“Sarah Jones” (name)')
    await expect(ben.getByLabel('Local reference')).toHaveValue('EP-1120')
    await expect(ben.getByLabel('It identifies nobody because')).toBeVisible()
    await inspect(ben)
  })
  await when('he writes it without the name', async () => {
    await ben.getByLabel('How they are connected (optional)').fill('Both are children of the same mother')
    await ben.getByRole('button', { name: 'Save' }).click()
  })
  await outcome('the case is on his list, with who can see it and who has', async () => {
    await expect(ben.getByText('The case is on your list')).toBeVisible()
    await expect(ben.getByText('1 child and 1 unborn child')).toBeVisible()
    await expect(ben.getByRole('heading', { name: 'Who can see this case, and who has' })).toBeVisible()
    await ben.goto('/cases')
    await expect(ben.getByRole('link', { name: 'EP-1120' })).toBeVisible()
  })
})

/** Chooses a criterion and says since when: 3 February 2026. */
async function meetsSince(page: Page, criterion: RegExp): Promise<void> {
  await page.getByRole('checkbox', { name: criterion }).check()
  const since = page.getByRole('group', { name: 'Since when' })
  await since.getByLabel('Day').fill('3')
  await since.getByLabel('Month').fill('2')
  await since.getByLabel('Year').fill('2026')
}
