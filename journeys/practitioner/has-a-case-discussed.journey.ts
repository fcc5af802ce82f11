// On a phone: a case of Dora's comes up in a session with Tom. She brings it, Tom writes it up while they talk and signs it off,
// Dora says that it is right and that the plan is in the clinical record. Grace, their manager, finds no word of it.
import type { Page } from '@playwright/test'
import { expect, given, journey, journeyNow, outcome, when } from '../../test/journey.ts'

const plan = 'Weigh every fortnight, and ask about sleep at the next visit'
const phone = { width: 390, height: 844 }

journey('Dora brings a case, Tom writes it up, Dora validates it', async ({ be }) => {
  const [tom, dora] = [await be('Tom Whitfield'), await be('Dora Evans')]
  await dora.setViewportSize(phone)
  await tom.setViewportSize(phone)
  await given('Tom says that he supervised Dora on cases yesterday', () => sayHeld(tom))
  const session = new URL(tom.url()).pathname.replace('/record', '')
  await when('Dora brings the case that came up', () => bring(dora, session))
  await when('Tom writes it up and closes the browser', async () => {
    await tom.goto(session)
    await tom.getByRole('button', { name: 'Write the next case' }).click()
    await fillAll(tom)
    await expect(tom.getByText(/^Draft saved at/)).toBeVisible({ timeout: 10_000 })
  })
  const record = new URL(tom.url()).pathname
  await tom.close()
  const again = await be('Tom Whitfield')
  await outcome('what he typed is still there, and he signs it off', async () => {
    await again.goto(record)
    await expect(again.getByLabel('New plan of care')).toHaveValue(plan)
    await again.getByRole('button', { name: 'Sign off' }).click()
    await expect(again.getByText('Record of the case signed off')).toBeVisible()
  })
  await when('Dora reads it, agrees, and says that the plan is in the clinical record', () => validate(dora, record))
  await outcome('it stands as validated for both of them', async () => {
    await again.goto(session)
    await expect(again.getByText('Validated')).toBeVisible()
  })
  const grace = await be('Grace Okafor')
  await outcome('Grace, their manager, finds nothing', async () => {
    for (const path of [record, session]) {
      const answer = await grace.goto(path)
      expect(answer?.status()).toBe(404)
      expect(await grace.content()).not.toContain(plan)
    }
  })
})

async function sayHeld(tom: Page): Promise<void> {
  await tom.goto('/supervision/held-session')
  await tom.getByLabel('Child protection case work supervision').check()
  await tom.getByLabel('Part of a name or e-mail address').fill('Dora Evans')
  await tom.getByRole('button', { name: /^Find/ }).click()
  await tom.getByLabel('Dora Evans').check()
  const day = journeyNow()
  day.setDate(day.getDate() - 1)
  await tom.getByLabel('Day', { exact: true }).fill(String(day.getDate()))
  await tom.getByLabel('Month', { exact: true }).fill(String(day.getMonth() + 1))
  await tom.getByLabel('Year', { exact: true }).fill(String(day.getFullYear()))
  await tom.getByLabel('Start').fill('7:05am')
  await tom.getByLabel('Length in minutes').fill('45')
  await tom.getByLabel('By phone').check()
  await tom.getByRole('button', { name: 'Record it' }).click()
  await expect(tom.getByRole('heading', { level: 1 })).toHaveText('Record of the session')
}

async function bring(dora: Page, session: string): Promise<void> {
  await dora.goto(session)
  await dora.getByText('Did another of your cases come up?').click()
  await dora.getByLabel('Which case?').selectOption({ index: 1 })
  await dora.getByRole('button', { name: 'Bring it' }).click()
  await expect(dora.getByText('It is among the cases of this session')).toBeVisible()
}

/** Every question answered in a few words; who is told by its first choice. */
async function fillAll(tom: Page): Promise<void> {
  for (const box of await tom.locator('form[data-autosave] textarea:visible').all())
    await box.fill('As we talked about')
  await tom.getByLabel('What will be done', { exact: false }).first().fill('')
  await tom.getByLabel('New plan of care').fill(plan)
  await tom.getByRole('group', { name: 'GP: told or to do' }).getByLabel('Told', { exact: true }).check()
}

async function validate(dora: Page, record: string): Promise<void> {
  await dora.goto(record)
  await expect(dora.getByText(plan)).toBeVisible()
  await dora.getByLabel('Yes, I agree with this record').check()
  await dora.getByRole('button', { name: 'Send your answer' }).click()
  await expect(dora.getByText('Thank you. Your answer is kept.')).toBeVisible()
  await dora.getByLabel('It need not be entered').check()
  await dora.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(dora.getByText('Need not be in the clinical record.')).toBeVisible()
}
