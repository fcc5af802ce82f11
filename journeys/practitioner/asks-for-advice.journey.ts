// On a phone: Ben asks the advice desk before he knows anything of it; somebody has his request at once; both write down what was
// advised. Tells how many presses and how many seconds it takes from opening the service to a request that somebody has.
import type { Locator, Page } from '@playwright/test'
import { expect, given, journey, outcome, when } from '../../test/journey.ts'

const worry = 'EP-0440 not seen for six weeks, what now?'
const number = '01632 960 412'
const advice = 'Advised to go today, with a colleague, and to write down what was seen'
const heard = 'I go today with a colleague and write it down'

/** Somebody types 36 words of five letters a minute on a phone, and takes 1.35 seconds to decide on each press (both from the literature). */
const secondsOfTyping = (words: string) => (words.length * 60) / (36 * 5)
const SECONDS_OF_A_PRESS = 1.35

journey('Ben asks for advice from his phone in less than a minute', async ({ be, inspect }) => {
  const ben = await be('Ben Carter')
  await ben.setViewportSize({ width: 390, height: 844 })
  await ben.goto('/')
  const began = performance.now()
  const presses = { count: 0 }
  await when('he opens Advice', () => press(ben.getByRole('link', { name: 'Advice', exact: true }).first(), presses))
  await outcome('he reads first what is open now, with a number or whom to turn to', async () => {
    const first = ben.getByRole('heading', { level: 2 }).first()
    await expect(first).toHaveText(/^(Open now|Closed now|Closed today)/)
    await expect(ben.getByRole('link', { name: 'Call 999' })).toBeVisible()
  })
  await when('he fills in three fields', () => ask(ben, presses))
  await outcome('the desk has his request', async () => {
    await expect(ben.getByText('The whole desk sees your request')).toBeVisible()
    await expect(ben.getByText(worry)).toBeVisible()
    tellHowLong((performance.now() - began) / 1000, presses.count)
    await inspect(ben)
  })
  const tom = await be('Tom Whitfield')
  await given('Tom at the desk, who takes it', () => takeIt(tom, new URL(ben.url()).pathname))
  await when('they have talked, and Tom writes down what he advised', () => writeAdvice(tom))
  await when('Ben writes down what he heard', () => writeHeard(ben))
  await outcome('both say the same', async () => {
    await expect(ben.getByText('Both records say the same')).toBeVisible()
    await expect(ben.getByText(advice)).toBeVisible()
    await inspect(ben)
  })
})

async function press(what: Locator, presses: { count: number }): Promise<void> {
  presses.count += 1
  await what.click()
}

async function ask(ben: Page, presses: { count: number }): Promise<void> {
  await press(ben.getByLabel('What do you need advice on?'), presses)
  await ben.getByLabel('What do you need advice on?').fill(worry)
  await press(ben.getByLabel('Today'), presses)
  await press(ben.getByLabel('Number to ring you on'), presses)
  await ben.getByLabel('Number to ring you on').fill(number)
  await press(ben.getByRole('button', { name: 'Ask the desk' }), presses)
}

/** What the browser and the service took, and what a person's hands take besides. */
function tellHowLong(served: number, presses: number): void {
  const hands = secondsOfTyping(worry + number) + presses * SECONDS_OF_A_PRESS
  console.log(
    `Asking for advice: ${presses} presses, ${served.toFixed(1)} s served, ${(served + hands).toFixed(0)} s in all`,
  )
  expect(presses).toBeLessThanOrEqual(6)
  expect(hands).toBeLessThan(60)
}

async function writeHeard(ben: Page): Promise<void> {
  await ben.reload()
  await ben.getByLabel('Carry on as planned').check()
  await ben.getByLabel('Today').check()
  await ben.getByLabel('Whoever asked').check()
  await ben.getByLabel('What you heard, in your own words').fill(heard)
  await ben.getByRole('button', { name: 'Save what I heard' }).click()
}

/** Among the others that the desk has, the one that lies at `path`. */
async function takeIt(tom: Page, path: string): Promise<void> {
  await tom.goto('/advice/desk')
  await tom.locator(`a[href="${path}"]`).click()
  await expect(tom.getByText(worry)).toHaveCount(0)
  await tom.getByRole('button', { name: 'Take it' }).click()
  await expect(tom.getByText(worry)).toBeVisible()
}

async function writeAdvice(tom: Page): Promise<void> {
  await tom.getByLabel('What it was mostly about').selectOption('neglect')
  await tom.getByLabel('Carry on as planned').check()
  await tom.getByLabel('Today').check()
  await tom.getByLabel('Whoever asked').check()
  await tom.getByLabel('The advice, in your own words').fill(advice)
  await tom.getByRole('button', { name: 'Save what I advised' }).click()
  await expect(tom.getByText(advice)).toBeVisible()
}
