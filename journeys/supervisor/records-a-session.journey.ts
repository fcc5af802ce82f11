// Tom records a session with Ben in the time between two visits; the browser closes, nothing is lost; Ben reads and
// comments; their manager sees that it was held and nothing of what was said.
import type { Page } from '@playwright/test'
import { expect, journey, journeyNow } from '../../test/journey.ts'

const said = 'How to end a visit that goes in circles'
const comment = 'I would add the part about the door'

journey('Tom records a session that was not booked, and Ben reads it', async ({ be }) => {
  const tom = await be('Tom Whitfield')
  await journey.step('given Tom says that it was held', () => sayHeld(tom))
  const record = new URL(tom.url()).pathname
  await journey.step('when he begins the record and closes the browser', () => beginRecord(tom))
  const again = await be('Tom Whitfield')
  await journey.step('then what he typed is still there, and he signs it off', async () => {
    await again.goto(record)
    await expect(again.getByLabel('What did we look at?')).toHaveValue(said)
    await again.getByLabel('What will be done (optional)').fill('Try the three questions with one family')
    await again.getByRole('button', { name: 'Sign off' }).click()
    await expect(again.getByText('Record signed off')).toBeVisible()
  })
  const ben = await be('Ben Carter')
  await journey.step('then Ben reads it and comments beside it', () => readAndComment(ben, record))
  const grace = await be('Grace Okafor')
  await journey.step('and Grace, his manager, finds no such page', async () => {
    const answer = await grace.goto(record)
    expect(answer?.status()).toBe(404)
    expect(await grace.content()).not.toContain(said)
  })
})

async function sayHeld(tom: Page): Promise<void> {
  await tom.goto('/supervision/held-session')
  await tom.getByLabel('One-to-one clinical supervision').check()
  await tom.getByLabel('Part of a name or e-mail address').fill('Ben Carter')
  await tom.getByRole('button', { name: /^Find/ }).click()
  await tom.getByLabel('Ben Carter').check()
  const day = journeyNow()
  day.setDate(day.getDate() - 1)
  await tom.getByLabel('Day', { exact: true }).fill(String(day.getDate()))
  await tom.getByLabel('Month', { exact: true }).fill(String(day.getMonth() + 1))
  await tom.getByLabel('Year', { exact: true }).fill(String(day.getFullYear()))
  await tom.getByLabel('Start').fill('7:10am')
  await tom.getByLabel('Length in minutes').fill('45')
  await tom.getByLabel('By phone').check()
  await tom.getByRole('button', { name: 'Record it' }).click()
  await expect(tom.getByRole('heading', { level: 1 })).toHaveText('Record of the session')
}

async function beginRecord(tom: Page): Promise<void> {
  await tom.getByLabel('What did we look at?').fill(said)
  await expect(tom.getByText(/^Draft saved at/)).toBeVisible({ timeout: 10_000 })
  await tom.close()
}

async function readAndComment(ben: Page, record: string): Promise<void> {
  await ben.goto(record)
  await expect(ben.getByText(said)).toBeVisible()
  await ben.getByLabel('I want to comment').check()
  await ben.getByLabel('Your comment').fill(comment)
  await ben.getByRole('button', { name: 'Send your answer' }).click()
  await expect(ben.getByText(comment)).toBeVisible()
  await expect(ben.getByRole('heading', { name: 'Who can see this record, and who has' })).toBeVisible()
}
