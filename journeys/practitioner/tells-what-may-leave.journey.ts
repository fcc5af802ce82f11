// After a meeting of her set Chloe sees what it left behind, gives one thing of her topic to a colleague outside, who reads it; she
// agrees that a change may be told; she writes what she has learned since, and shares a part of it.
import type { Page } from '@playwright/test'
import { expect, journey } from '../../test/journey.ts'

const learned = 'That one conversation is a beginning'
const own = 'I had hoped that somebody else would say it'

journey('Chloe lets something of her set leave it, with permission', async ({ be }) => {
  const chloe = await be('Chloe Nguyen')
  await journey.step('given the first meeting of her set is over', () => openFirstMeeting(chloe))
  const meeting = new URL(chloe.url()).pathname.replace(/\/capture$/, '')
  const given = await journey.step('when she gives one question to Femi', () => giveToFemi(chloe, meeting))
  const femi = await be('Femi Ade')
  await journey.step('then Femi reads it when he wants to', () => readIt(femi, given))
  await journey.step('and she can no longer take it back', async () => {
    await chloe.goto(given)
    await expect(chloe.getByText('It has been read')).toBeVisible()
  })
  await journey.step('when she agrees that a change may be told', () => agreeToTelling(chloe))
  await journey.step('and writes what she has learned, sharing a part', () => writeLearning(chloe, meeting))
  const tom = await be('Tom Whitfield')
  await journey.step('then Tom reads that part, and nothing else of it', async () => {
    await tom.goto(`${meeting}/learning`)
    await expect(tom.getByText(learned)).toBeVisible()
    expect(await tom.content()).not.toContain(own)
  })
})

async function openFirstMeeting(chloe: Page): Promise<void> {
  await chloe.goto('/action-learning')
  await chloe.getByRole('link', { name: 'Tuesday set' }).click()
  await chloe.getByRole('link', { name: 'Turns of the set' }).click()
  await expect(chloe.getByRole('heading', { name: 'Whose turn it rather is' })).toBeVisible()
  await chloe.goBack()
  const meetings = await chloe.locator('a[href^="/action-learning/meetings/"]').all()
  const addresses = await Promise.all(meetings.map((one) => one.getAttribute('href')))
  for (const address of new Set(addresses.map((one) => one?.split('/').slice(0, 4).join('/')))) {
    const answer = await chloe.goto(`${address}/capture`)
    if (answer?.status() === 200 && (await chloe.content()).includes('Our handovers')) return
  }
  throw new Error('The first meeting is not among the meetings of the set.')
}

async function giveToFemi(chloe: Page, meeting: string): Promise<string> {
  await chloe.goto(`${meeting}/releases/new`)
  await chloe.getByLabel('Who else would notice?').check()
  await chloe.getByLabel('Part of a name or e-mail address').fill('Femi')
  await chloe.getByRole('button', { name: /^Find/ }).click()
  await chloe.getByLabel('Femi Ade').check()
  await chloe.getByRole('button', { name: 'Give it' }).click()
  await expect(chloe.getByText('It has not been read yet')).toBeVisible()
  return new URL(chloe.url()).pathname
}

async function readIt(femi: Page, address: string): Promise<void> {
  await femi.goto(address)
  await expect(femi.getByText('Who else would notice?')).toHaveCount(0)
  await femi.getByRole('button', { name: 'Read it' }).click()
  await expect(femi.getByText('Who else would notice?')).toBeVisible()
}

async function agreeToTelling(chloe: Page): Promise<void> {
  await chloe.goto('/')
  const need = chloe.locator('li', { hasText: 'May this be told outside your set?' })
  await need.getByRole('button', { name: /Look at it/ }).click()
  await chloe.getByRole('button', { name: 'I agree that it may be told' }).click()
  await expect(chloe.getByText(/Still to agree to exactly this text: .*Joseph Adeyemi/)).toBeVisible()
}

async function writeLearning(chloe: Page, meeting: string): Promise<void> {
  await chloe.goto(`${meeting}/learning`)
  await chloe.getByRole('textbox', { name: /What did I learn about the issue/ }).fill(learned)
  await chloe.getByRole('textbox', { name: /What did I learn about myself/ }).fill(own)
  await chloe.getByRole('button', { name: 'Save' }).click()
  await expect(chloe.getByText('What you ticked is shared with the set')).toBeVisible()
}
