// Grace keeps the receipt of her contract; an inspector who has nothing but the file, and no account, checks it, and finds it
// out when it was altered.
import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { expect, given, journey, outcome, when } from '../../test/journey.ts'

journey('An inspector checks a receipt with nothing but the file', async ({ be, stranger, inspect }) => {
  const grace = await be('Grace Okafor')
  const inspector = await stranger()
  let pdf = Buffer.alloc(0)

  await given('a contract that Grace has signed', async () => {
    await grace.goto('/agreements')
    await grace.getByRole('link', { name: 'Contract with Amina Yusuf' }).click()
    await grace.getByRole('button', { name: 'Your receipt' }).click()
    await expect(heading(grace)).toHaveText('Receipt')
    await expect(grace.getByRole('heading', { name: 'Hash of the text' })).toBeVisible()
  })

  await when('she downloads it as a PDF', async () => {
    const waiting = grace.waitForEvent('download')
    await grace.getByRole('button', { name: 'Download as PDF' }).click()
    const download = await waiting
    expect(download.suggestedFilename()).toBe('agreement-receipt.pdf')
    pdf = readFileSync(await download.path())
  })

  await outcome('the inspector reads who signed what and when, from the file alone', async () => {
    await inspector.goto('/agreements/check')
    await check(inspector, pdf)
    await expect(heading(inspector)).toHaveText('This receipt is whole')
    await expect(inspector.getByText('It was sealed here')).toBeVisible()
    await expect(inspector.getByRole('row', { name: /Grace Okafor.*supervisee/ })).toBeVisible()
    await inspect(inspector)
  })

  await outcome('one byte that is another is found', async () => {
    const at = Math.floor(pdf.length / 2)
    pdf[at] = (pdf[at] ?? 0) ^ 1
    await inspector.goto('/agreements/check')
    await check(inspector, pdf)
    await expect(heading(inspector)).toHaveText('This receipt was altered')
    await inspect(inspector)
  })
})

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

async function check(page: Page, pdf: Buffer): Promise<void> {
  const file = { name: 'agreement-receipt.pdf', mimeType: 'application/pdf', buffer: pdf }
  await page.getByLabel('Receipt').setInputFiles(file)
  await page.getByRole('button', { name: 'Check it' }).click()
}
