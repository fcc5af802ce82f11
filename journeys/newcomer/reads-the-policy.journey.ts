// In her first week Zofia reads the policy on her phone, in two pages and two presses, and says so. Her line manager sees who has
// not read it yet, and what needs her, each with one button; nothing of what was said anywhere.
import type { Page } from '@playwright/test'
import { expect, given, journey, outcome, when } from '../../test/journey.ts'

const phone = { width: 390, height: 844 }

journey('Zofia reads the policy at induction, and her manager sees who has not', async ({ be, inspect }) => {
  const zofia = await be('Zofia Kaminska')
  await zofia.setViewportSize(phone)
  const grace = await be('Grace Okafor')
  await grace.setViewportSize(phone)
  await given('her manager sees that she has not read it yet', async () => {
    await grace.goto('/my-team')
    await expect(notYet(grace)).toContainText('Zofia Kaminska')
  })
  await given('it stands on her first page', async () => {
    await zofia.goto('/')
    await zofia.getByRole('button', { name: /Read the policy for supervision, as part of your induction/ }).click()
  })
  await when('she reads what it asks of her, and where to turn', async () => {
    await expect(zofia.getByRole('heading', { level: 1 })).toContainText('Safeguarding supervision')
    await expect(zofia.getByRole('heading', { name: 'Child protection case work supervision' })).toBeVisible()
    await expect(zofia.getByRole('heading', { name: 'Where to turn' })).toBeVisible()
    await inspect(zofia)
    await zofia.getByRole('button', { name: 'I have read it' }).click()
    await expect(zofia.getByRole('heading', { level: 1 })).toContainText('One-to-one clinical supervision')
    await zofia.getByRole('button', { name: 'I have read it' }).click()
  })
  await outcome('she is told where to find it again, and it is off her first page', async () => {
    await expect(zofia.getByText('under “Our policy” at the foot of every page').first()).toBeVisible()
    await zofia.goto('/')
    await expect(zofia.getByText('Read the policy for supervision')).toHaveCount(0)
  })
  await outcome('her manager sees it, and who needs her and why', async () => {
    await grace.goto('/my-team')
    await expect(notYet(grace)).not.toContainText('Zofia Kaminska')
    const rest = grace.getByText(/^Show the other \d+/)
    if ((await rest.count()) > 0) await rest.click()
    await expect(grace.getByRole('heading', { name: /Zofia Kaminska: no supervisor for/ })).toBeVisible()
    await inspect(grace)
    await grace.getByRole('button', { name: /^Find a supervisor ?: Zofia Kaminska/ }).click()
    await expect(grace.getByRole('heading', { level: 1 })).toContainText('to find a supervisor')
  })
})

/** Who has not read the policies yet, as their manager sees it. */
const notYet = (page: Page) => page.locator('#policy')
