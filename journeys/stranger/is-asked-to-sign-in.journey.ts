// A stranger finds the way in, and nothing else: a page of the service asks them to sign in first, and an address that
// leads nowhere says only that.
import { expect, journey } from '../../test/journey.ts'

journey('A stranger is asked to sign in, and guesses lead nowhere', async ({ stranger }) => {
  const page = await stranger()
  const heading = page.getByRole('heading', { level: 1 })
  for (const address of ['/', '/actions']) {
    await page.goto(address)
    await expect(heading).toHaveText('Sign in')
  }
  for (const address of ['/never-there', '/actions/never-there/either']) {
    await page.goto(address)
    await expect(heading).toHaveText('Page not found')
  }
})
