// Dora and Tom, each on a phone, write their contract: she proposes, he accepts, both sign; then he opens the text again, she is
// told that her signature counts no longer, and they sign once more.
import type { Page } from '@playwright/test'
import { expect, journey } from '../../test/journey.ts'

/** Nobody should need longer than this to sign, from the need at home to the signed contract. */
const aMinute = 60_000

journey('Dora and Tom agree their contract on two phones', async ({ be }) => {
  journey.setTimeout(240_000)
  const [dora, tom] = [await be('Dora Evans'), await be('Tom Whitfield')]
  await journey.step('given Dora starts a contract with Tom and proposes other words', () => begin(dora))
  await journey.step('when Tom accepts them, and fills in how often they meet', () => accept(tom))
  await journey.step('and closes the text', async () => {
    await tom.getByRole('button', { name: 'Close the text for signing' }).click()
    await expect(tom.getByText('The text is closed')).toBeVisible()
  })
  await journey.step('then each signs in under a minute', async () => {
    await sign(dora, 'Tom Whitfield', 'Dora Evans')
    await expect(dora.getByText('You have signed. Tom Whitfield has not signed yet')).toBeVisible()
  })
  await journey.step('when Tom opens the text again instead', async () => {
    await tom.reload()
    await tom.getByText('Change the text after all').click()
    await tom.getByRole('button', { name: 'Open the text again' }).click()
  })
  await journey.step('then Dora is told that her signature counts no longer', async () => {
    await dora.reload()
    await expect(dora.getByRole('heading', { name: 'Your signature counts no longer' })).toBeVisible()
    await dora.getByRole('button', { name: 'Close the text for signing' }).click()
  })
  await journey.step('and both sign what is there now: it is in force', async () => {
    await sign(tom, 'Dora Evans', 'tom whitfield')
    await sign(dora, 'Tom Whitfield', 'Dora Evans')
    await expect(dora.getByText('Signed by all. It is in force.')).toBeVisible()
    await expect(dora.getByText('It holds until')).toBeVisible()
  })
})

async function begin(dora: Page): Promise<void> {
  await dora.goto('/agreements')
  await dora.getByRole('button', { name: 'Start a contract' }).click()
  await dora.getByLabel('Part of a name or e-mail address').fill('Whitfield')
  await dora.getByRole('button', { name: /^Find/ }).click()
  await dora.getByLabel('Tom Whitfield').check()
  await dora.getByLabel('They supervise me').check()
  await dora.getByLabel('Clinical supervision contract').check()
  await dora.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(dora.getByRole('heading', { level: 1, name: 'Contract with Tom Whitfield' })).toBeVisible()
  await dora.getByRole('link', { name: 'Suggest a change to On time and undisturbed' }).click()
  await dora.getByLabel('What it should say').fill('We both start at five past, where nobody can overhear us.')
  await dora.getByRole('button', { name: 'Suggest this change' }).click()
  await expect(dora.getByText('It waits for the other one of you')).toBeVisible()
}

async function accept(tom: Page): Promise<void> {
  await tom.goto('/')
  const need = tom.getByRole('listitem').filter({ hasText: 'Answer a proposal for your contract with Dora Evans' })
  await need.getByRole('button', { name: /^Look at it/ }).click()
  await tom.getByLabel('Accept it').check()
  await tom.getByRole('button', { name: 'Send your answer' }).click()
  await expect(tom.getByText('Accepted. The text says so now.')).toBeVisible()
  await tom.getByRole('button', { name: 'Fill in', exact: true }).click()
  await tom.getByLabel('How often we meet').fill('Every 6 weeks')
  await tom.getByLabel('For how long').fill('60 minutes')
  await tom.getByRole('button', { name: 'Save', exact: true }).click()
}

async function sign(signer: Page, other: string, name: string): Promise<void> {
  const start = Date.now()
  await signer.goto('/')
  const need = signer.getByRole('listitem').filter({ hasText: `Sign your contract with ${other}` })
  await need.getByRole('button', { name: /^Read and sign/ }).click()
  await signer.getByText(/^Read the whole text/).click()
  await signer.getByLabel('Type your full name').fill(name)
  await signer.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(signer.getByRole('heading', { level: 1, name: `Contract with ${other}` })).toBeVisible()
  expect(Date.now() - start).toBeLessThan(aMinute)
}
