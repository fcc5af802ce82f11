// The named doctor opens the next peer review of her forum, sees first what was recommended and who said that they come, and brings a
// serious case review herself; the named nurse says that she comes.
import type { Page } from '@playwright/test'
import { expect, journey } from '../../test/journey.ts'

journey('Priya prepares the next peer review with those who come', async ({ be, inspect }) => {
  const priya = await be('Priya Raman')
  await journey.step('given her forum has a next date', () => openNext(priya))
  const next = new URL(priya.url()).pathname
  await journey.step('then what was recommended comes before what is looked at', async () => {
    const headings = await priya.getByRole('heading', { level: 2 }).allTextContents()
    expect(headings.indexOf('What we recommended')).toBeLessThan(headings.indexOf('What we look at'))
    await expect(priya.getByText('PR-1204')).toBeVisible()
  })
  await journey.step('when she brings something to learn from', async () => {
    await priya.getByRole('button', { name: 'Bring a case, or something to learn from' }).click()
    await priya.getByRole('button', { name: 'Bring it' }).click()
    await expect(priya.getByRole('heading', { name: 'There is a problem' })).toBeVisible()
    await inspect(priya)
    await priya.getByLabel('A serious case review').check()
    await priya.getByLabel('How it is known').fill('National review of harm to babies')
    await priya.getByRole('button', { name: 'Bring it' }).click()
    await expect(priya.getByText('National review of harm to babies')).toBeVisible()
  })
  const amina = await be('Amina Yusuf')
  await journey.step('then her colleague says that she comes, in one tap', async () => {
    await amina.goto(next)
    await amina.getByRole('button', { name: 'I am coming' }).click()
    await expect(amina.getByText('You said that you are coming')).toBeVisible()
  })
})

async function openNext(priya: Page): Promise<void> {
  await priya.goto('/supervision')
  await priya.getByRole('link', { name: 'All of peer review' }).click()
  await priya.getByRole('link', { name: 'Paediatric peer review' }).click()
  await expect(priya.getByRole('heading', { name: 'Dates', exact: true })).toBeVisible()
  await priya.getByRole('table', { name: 'Dates ahead' }).getByRole('link').first().click()
  await expect(priya.getByRole('heading', { level: 1 })).toContainText('Peer review')
}
