// On a phone: Ben, a health visitor, passes a concern on in two steps, and takes nothing back.
import type { Page } from '@playwright/test'
import { expect, given, journey, outcome, when } from '../../test/journey.ts'

const worry = 'The little one flinched when the door slammed, and nobody would say why'

journey('Ben passes a concern on from his phone in two steps', async ({ be, inspect }) => {
  const ben = await be('Ben Carter')
  await ben.setViewportSize({ width: 390, height: 844 })
  await given('a session of his, open on his phone', async () => {
    await ben.goto('/supervision')
    await ben.locator('main a[href^="/sessions/"]').first().click()
    await expect(ben.getByRole('heading', { level: 1 })).toBeVisible()
  })
  await when('he presses the link at its foot and says what it is about', async () => {
    await ben.getByRole('link', { name: 'Pass on a concern' }).click()
    await expect(ben.getByText('Is somebody in danger now?')).toBeVisible()
    await ben.getByRole('link', { name: 'A worry about a child' }).click()
  })
  await outcome('he reads what the policy asks of him, with the number to call', async () => {
    await expect(ben.getByRole('heading', { name: 'A worry about a child' })).toBeVisible()
    await expect(ben.getByRole('link', { name: /^Call 0300/ }).first()).toBeVisible()
  })
  await when('he forgets to say what he did', async () => {
    await ben.getByLabel('What worries you').fill(worry)
    await ben.getByRole('button', { name: 'Pass it on' }).click()
  })
  await outcome('he is told beside the field, and nothing that he typed is lost', async () => {
    await expect(ben.getByRole('alert')).toContainText('Select whether you told somebody')
    await expect(ben.getByLabel('What worries you')).toHaveValue(worry)
    await inspect(ben)
  })
  await when('he says whom he told, and how', () => sayTold(ben))
  await outcome('it is kept apart from the record, and he can take it back for some minutes', async () => {
    await expect(ben.getByText(worry)).toBeVisible()
    await expect(ben.getByText('Told by phone')).toBeVisible()
    await expect(ben.getByRole('button', { name: 'Take it back' })).toBeVisible()
    await expect(ben.getByText('It stands apart from the record')).toBeVisible()
  })
  await outcome('the named nurse finds it on her list', async () => {
    const amina = await be('Amina Yusuf')
    await amina.goto('/concerns')
    await expect(amina.getByRole('table', { name: 'Concerns passed on to you' })).toContainText('Ben Carter')
  })
})

async function sayTold(ben: Page): Promise<void> {
  await ben.getByLabel('I have told somebody').check()
  await ben.getByLabel('Whom you told').fill('Duty social worker')
  await ben.getByLabel('How you told them').selectOption('phone')
  await ben.getByRole('button', { name: 'Pass it on' }).click()
}
