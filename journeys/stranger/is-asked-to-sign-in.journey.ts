// A stranger finds the way in, and nothing else: whatever address they try, they are asked to sign in first.
import { expect, journey } from '../../test/journey.ts'

journey('A stranger who tries addresses is asked to sign in', async ({ stranger }) => {
  const page = await stranger()
  await page.goto('/sign-in')
  const heading = await page.getByRole('heading', { level: 1 }).innerText()
  for (const address of ['/', '/people', '/sessions', '/set-up/policy']) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
  }
})
