// A new member answers the short questionnaire on a phone, for the facilitator alone. At the end of a programme somebody says how
// it was and lets one answer be quoted; the lead reads it without a name and shows the quote; its author takes it back.
import type { Page } from '@playwright/test'
import { expect, given, journey, outcome, when } from '../../test/journey.ts'

const worry = 'Heron-bell: that I shall talk too much'
const tried = 'Heron-bell: I asked two questions before I said what I think'
const improve = 'Heron-bell: send the dates before the rota is made'

journey('A questionnaire for the facilitator alone, and feedback that is quoted by consent', async ({ be }) => {
  journey.setTimeout(180_000)
  const [marcus, lowri] = [await be('Marcus Bell'), await be('Lowri Bevan')]
  const [chloe, miriam, ben] = [await be('Chloe Nguyen'), await be('Miriam Cohen'), await be('Ben Carter')]
  await marcus.setViewportSize({ width: 390, height: 844 })
  let set = ''
  await given('a set whose people have just come together', async () => {
    set = await openSet(marcus, 'Fairwater west set')
  })
  await when('a member begins the questionnaire on a phone, and goes on later', () => begin(marcus))
  await outcome('nobody else reads what was begun', () => readsNothing(lowri, set))
  await when('he sends it', () => send(marcus))
  await outcome('the facilitator reads it, and the programme lead does not', async () => {
    await lowri.goto(`${set}/questionnaires`)
    await expect(lowri.getByText(worry)).toBeVisible()
    expect((await miriam.request.get(`${set}/questionnaires`)).status()).toBe(404)
  })
  await when('at the end of another cohort somebody says how it was', () => give(chloe))
  await outcome('the lead reads it without a name, and shows what may be quoted', () => readAndShow(miriam))
  await outcome('everybody can read the quote, and not the rest', () => quoted(ben))
  await when('its author takes the consent back', () => takeBack(chloe))
  await outcome('it is quoted no longer', async () => {
    await ben.reload()
    await expect(ben.getByText(tried)).toHaveCount(0)
  })
})

async function openSet(page: Page, name: string): Promise<string> {
  await page.goto('/action-learning')
  await page.getByRole('link', { name }).click()
  return new URL(page.url()).pathname
}

async function begin(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'A short questionnaire' }).click()
  await expect(page.getByText('then Lowri Bevan can, who facilitates your set')).toBeVisible()
  await page.getByLabel('What makes you a little anxious?').fill(worry)
  await page.getByRole('button', { name: 'Save and carry on later' }).click()
  await expect(page.getByText('Only you can read it so far.')).toBeVisible()
}

async function readsNothing(page: Page, set: string): Promise<void> {
  await page.goto(`${set}/questionnaires`)
  await expect(page.getByText('have sent theirs')).toBeVisible()
  await expect(page.getByText(worry)).toHaveCount(0)
}

async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send to the facilitator' }).click()
  await expect(page.getByText('Sent to your facilitator')).toBeVisible()
}

async function openFeedback(page: Page): Promise<void> {
  await page.goto('/action-learning/programmes')
  await page.getByRole('link', { name: 'Leading from where you are' }).click()
  await page.getByRole('link', { name: 'Say how it was for you' }).click()
}

const consentTo = (page: Page) =>
  page.getByRole('group', { name: 'May we quote you on “What did you try because of it”?' })

async function give(page: Page): Promise<void> {
  await openFeedback(page)
  await page.getByRole('textbox', { name: 'What did you try because of it?' }).fill(tried)
  await consentTo(page).getByLabel('Yes, without my name').check()
  await page.getByRole('textbox', { name: 'What should we do differently?' }).fill(improve)
  await page.getByRole('button', { name: 'Give feedback' }).click()
  await expect(page.getByText('Thank you. Whoever leads the programme can read it')).toBeVisible()
}

async function readAndShow(page: Page): Promise<void> {
  await page.goto('/action-learning/programmes')
  await page.getByRole('link', { name: 'Leading from where you are' }).click()
  await page.getByRole('link', { name: 'First cohort' }).click()
  await page.getByRole('link', { name: 'What people say of it at the end' }).click()
  await expect(page.getByText(improve)).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('Chloe Nguyen')
  const answer = page.getByRole('listitem').filter({ hasText: tried })
  await answer.getByRole('button', { name: 'Show it to everybody' }).click()
  await expect(page.getByText('Shown. Everybody in the organisation can read it')).toBeVisible()
}

async function quoted(page: Page): Promise<void> {
  await page.goto('/action-learning/programmes')
  await page.getByRole('link', { name: 'Leading from where you are' }).click()
  await page.getByRole('link', { name: 'What people say of it' }).click()
  await expect(page.getByText(tried)).toBeVisible()
  await expect(page.getByText(improve)).toHaveCount(0)
  await expect(page.getByRole('main')).not.toContainText('Chloe Nguyen')
}

async function takeBack(page: Page): Promise<void> {
  await openFeedback(page)
  await consentTo(page).getByLabel('No', { exact: true }).check()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Thank you. Whoever leads the programme can read it')).toBeVisible()
}
