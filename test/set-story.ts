// What stories of a set's meeting have in common: making a set with a meeting today, and doing things in it by keyboard or as
// the browser would send them.
import { expect, type Page } from '@playwright/test'
import { parseHTML } from 'linkedom'
import { journeyNow } from './journey.ts'

/** Presses the button with these words. */
export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()

/** A set of these people, made by whoever's page it is. */
export async function makeSet(page: Page, people: readonly string[]): Promise<void> {
  await page.goto('/action-learning')
  await press(page, 'Make a set')
  await page.getByLabel('Name of the set').fill('Sunday set')
  await press(page, 'Make the set')
  for (const name of people) {
    await page.getByLabel('Find people').fill(name)
    await press(page, 'Find people')
    await page.getByRole('checkbox', { name, exact: true }).check()
  }
  await press(page, 'Add to the set')
  await expect(page.getByText(`${people.length} people added to the set`)).toBeVisible()
}

/** A meeting later this morning; its day is put to today, whatever day of the week that is. */
export async function openMeeting(page: Page): Promise<string> {
  await press(page, 'Plan meetings')
  const today = journeyNow()
  const parts = { Day: today.getDate(), Month: today.getMonth() + 1, Year: today.getFullYear() }
  for (const [label, value] of Object.entries(parts)) await page.getByLabel(label, { exact: true }).fill(String(value))
  await page.getByLabel('How many meetings').fill('1')
  await page.getByLabel('Start').fill('11:30am')
  await page.getByLabel('Suggestions', { exact: true }).check()
  await press(page, 'Look at the days')
  await press(page, 'Plan these meetings')
  await page
    .getByRole('link', { name: /11:30am/ })
    .first()
    .click()
  const at = new URL(page.url()).pathname
  if (!(await page.getByRole('button', { name: 'Open the meeting' }).isVisible())) {
    await page.goto(`${at}/date`)
    for (const [label, value] of Object.entries(parts))
      await page.getByLabel(label, { exact: true }).fill(String(value))
    await page.getByRole('main').getByRole('button').last().click()
    await page.goto(at)
  }
  await press(page, 'Open the meeting')
  await expect(page.getByRole('heading', { name: 'Are you here?' })).toBeVisible()
  return at
}

/** By keyboard alone. */
export async function tabTo(page: Page, button: string): Promise<void> {
  const wanted = page.getByRole('button', { name: button, exact: true })
  for (let tabs = 0; tabs < 40; tabs++) {
    await page.keyboard.press('Tab')
    if (await wanted.evaluate((one) => one === document.activeElement)) return page.keyboard.press('Enter')
  }
  throw new Error(`“${button}” is not reached by keyboard.`)
}

export type Fields = Readonly<Record<string, string>>

/** Sends a form of somebody's page as it stands there now; false when the page has none of that kind. */
export async function send(page: Page, at: string, deed: string, fields: Fields = {}): Promise<boolean> {
  const { document } = parseHTML(await (await page.request.get(at)).text())
  const forms = [...document.querySelectorAll(`form[action="${at}/${deed}"]`)]
  const form = forms.find((one) => Object.keys(fields).every((name) => one.querySelector(`[name="${name}"]`)))
  if (!form) return false
  const held: Record<string, string> = {}
  for (const box of form.querySelectorAll('input[type=hidden]'))
    held[box.getAttribute('name') ?? ''] = box.getAttribute('value') ?? ''
  const headers = { origin: new URL(page.url()).origin }
  const sent = await page.request.post(`${at}/${deed}`, { form: { ...held, ...fields }, headers })
  expect(sent.status(), `${deed}: ${await sent.text()}`).toBe(200)
  return true
}
