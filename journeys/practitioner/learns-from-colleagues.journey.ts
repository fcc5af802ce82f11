// Dora reads something that colleagues learned and agreed to share, and finds it again by its subject. Her team lead sees that she has
// read it; Amina, who was there, is asked whether another one may be shared and says no.
import { expect, journey } from '../../test/journey.ts'

const title = 'The third visit for the same worry: ask about home'

journey('Dora learns from colleagues without knowing who they were', async ({ be, inspect }) => {
  const dora = await be('Dora Evans')
  await journey.step('when she looks for what others learned about babies', async () => {
    await dora.goto('/learning-points')
    await dora.getByLabel('About').selectOption('unborn babies and infants')
    await dora.getByRole('button', { name: 'Show' }).click()
    await dora.getByRole('link', { name: title }).click()
    await expect(dora.getByRole('heading', { name: title })).toBeVisible()
    expect(await dora.content()).not.toContain('Priya')
    await dora.getByRole('button', { name: 'I have read it' }).click()
    await expect(dora.getByText('You have read it')).toBeVisible()
  })
  const address = new URL(dora.url()).pathname
  const grace = await be('Grace Okafor')
  await journey.step('then her team lead sees who has not read it yet', async () => {
    await grace.goto(`${address}/readers`)
    await expect(grace.getByText('of your people have said that they read it')).toBeVisible()
    await expect(grace.getByRole('table', { name: 'Those who have not read it' })).not.toContainText('Dora Evans')
  })
  const amina = await be('Amina Yusuf')
  await journey.step('and one no is enough for another one not to be shared', async () => {
    await amina.goto('/learning-points')
    await amina.getByRole('table', { name: 'Learning points on their way' }).getByRole('link').first().click()
    await inspect(amina)
    await amina.getByRole('button', { name: 'I do not want this to be sent' }).click()
    await expect(amina.getByText('Not everybody agrees')).toBeVisible()
  })
})
