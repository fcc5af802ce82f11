// The first day of an organisation: from an empty folder to a health visitor's reasons. The safeguarding lead, invited
// on the way, reads them; the administrator keeps people and policy, and sees nobody's figures.
import type { Page } from '@playwright/test'
import { generateSync } from 'otplib'
import type { EmptyService } from '../../test/empty-service.ts'
import { expect, given, journey, outcome, when } from '../../test/journey.ts'
import { goodRows, lineOf, spoilings, spoiltRows, staffCsv } from '../../test/worlds/staff-file.ts'

const administrator = { name: 'Ingrid Farrow', email: 'ingrid.farrow@example.nhs.uk' }
const password = 'lantern barnacle thursday quilt'
const lead = { name: 'Priya Mensah', email: 'priya.mensah@example.nhs.uk' }
const leadsPassword = 'gravel orchard saxophone nine'
const visitor = 'Owen Adeyemi'
const codes: { administrator: string; lead: string } = { administrator: '', lead: '' }

journey.describe.configure({ mode: 'serial' })

journey('From an empty folder to a first figure that can be read', async ({ newcomer, empty, inspect }) => {
  journey.setTimeout(300_000)
  const page = await newcomer()
  await given('the link that bin/start printed, one becomes the first administrator', async () => {
    await page.goto(empty.firstPath)
    await inspect(page)
    await foundOrganisation(page, inspect)
  })
  await when('a staff file with twelve kinds of bad row is sent', async () => {
    await sendStaffFile(page, 'staff-october.csv', staffCsv(spoiltRows()))
    await inspect(page)
  })
  await outcome('every bad row is refused with its line and reason', () => everyBadRowIsRefused(page))
  await when('the corrected file is sent and imported', async () => {
    await sendStaffFile(page, 'staff-october-corrected.csv', staffCsv(goodRows()))
    await expect(page.getByRole('list', { name: 'What the file does' })).toContainText('300 added')
    await page.getByRole('button', { name: /^Import these changes/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Imported')
  })
  await outcome('the same file once more would change nothing', async () => {
    await sendStaffFile(page, 'staff-october-again.csv', staffCsv(goodRows()))
    await expect(page.getByText('there is nothing to import')).toBeVisible()
    await page.getByRole('button', { name: 'Cancel this import' }).click()
  })
  await when('the safeguarding policy is adopted and put in force', () => adoptSafeguarding(page))
  await when('somebody is made named professional and invited', async () => {
    await giveRole(page, lead.name, 'Named professional')
    await invite(page, lead.name)
  })
  const leads = await newcomer()
  await outcome('she sets up her account from the link', async () => {
    await leads.goto(await linkFor(empty, lead.email))
    await inspect(leads)
    await leads.getByLabel('Choose a password', { exact: true }).fill(leadsPassword)
    await leads.getByRole('button', { name: 'Continue' }).click()
    await setUpCodes(leads, inspect)
  })
  await outcome('she reads why a health visitor stands as they do', () => readsWhy(leads, visitor))
  await outcome('the administrator sees where they work, and no figure', () => seesNoFigure(page, visitor))
})

journey('Signing out everywhere ends the visit in the other browser too', async ({ newcomer, empty }) => {
  const office = await newcomer()
  const phone = await newcomer()
  await given('she is signed in at her desk and on her phone', async () => {
    await signIn(office, codes.administrator, 0)
    await signIn(phone, codes.administrator, 1)
  })
  await when('she signs out everywhere on her phone', async () => {
    await phone.getByRole('link', { name: administrator.name }).click()
    await phone.getByRole('button', { name: 'Sign out everywhere' }).click()
    await expect(phone.getByText('You have signed out everywhere.')).toBeVisible()
  })
  await outcome('her desk asks her to sign in too, and the first link has ended', async () => {
    await office.goto('/people')
    await expect(office.getByRole('heading', { level: 1 })).toHaveText('Sign in')
    await office.goto(empty.firstPath)
    await expect(office.getByRole('heading', { level: 1 })).toHaveText('This link has ended')
  })
})

/** A code works once, so a second sign-in within half a minute takes the next one: `ahead` counts half minutes. */
async function signIn(page: Page, secret: string, ahead: number): Promise<void> {
  await page.goto('/')
  await page.getByLabel('E-mail address').fill(administrator.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('Code', { exact: true }).fill(generateSync({ secret, epoch: Date.now() / 1000 + 30 * ahead }))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What you need to do')
}

async function foundOrganisation(page: Page, inspect: (page: Page) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click()
  await inspect(page)
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(4)
  await page.getByLabel('Name of your organisation').fill('Larkford Community Health')
  await page.getByLabel('Your name').fill(administrator.name)
  await page.getByLabel('Your e-mail address').fill(administrator.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Continue' }).click()
  codes.administrator = await setUpCodes(page, inspect)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What you need to do')
}

/** The app for codes and the recovery codes; answers the app's secret. */
async function setUpCodes(page: Page, inspect: (page: Page) => Promise<void>): Promise<string> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set up codes')
  await page.getByText('I cannot use the camera').click()
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '')
  await page.getByLabel('Code', { exact: true }).fill('12 34')
  await page.getByRole('button', { name: 'Continue' }).click()
  await inspect(page)
  await page.getByLabel('Code', { exact: true }).fill(generateSync({ secret }))
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your recovery codes')
  await inspect(page)
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(10)
  await page.getByRole('button', { name: 'I have kept them' }).click()
  return secret
}

/** On a phone the last headings of the menu are folded away. */
async function openSetUp(page: Page): Promise<void> {
  const menu = page.getByRole('navigation', { name: 'Menu' })
  const link = menu.getByRole('link', { name: 'Set-up' })
  const more = menu.getByRole('button', { name: /More/ })
  await expect(link.or(more).first()).toBeVisible()
  if (!(await link.isVisible())) await more.click()
  await link.click()
}

async function sendStaffFile(page: Page, name: string, text: string): Promise<void> {
  await openSetUp(page)
  await page.getByRole('link', { name: 'Import staff' }).click()
  await page.getByLabel('Staff file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: 'Send file' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Which column is which?')
  await page.getByRole('button', { name: 'Check the file' }).click()
}

async function everyBadRowIsRefused(page: Page): Promise<void> {
  const refused = page.getByRole('table', { name: 'Refused rows by line' })
  for (const { at, reason } of spoilings) {
    const row = refused
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: String(lineOf(at)), exact: true }) })
    await expect(row, `line ${lineOf(at)}`).toContainText(reason)
  }
}

async function adoptSafeguarding(page: Page): Promise<void> {
  await openSetUp(page)
  await page.getByRole('main').getByRole('link', { name: 'Policy', exact: true }).click()
  await page.getByRole('button', { name: /^Adopt.*safeguarding/i }).click()
  await expect(page.getByText('Draft: nothing follows it yet')).toBeVisible()
  await fillDay(page, 'In force from', new Date(Date.UTC(new Date().getUTCFullYear() - 1, 0, 1)))
  await page.getByRole('button', { name: 'Approve this version' }).click()
  await expect(page.getByRole('table', { name: 'In force today' })).toContainText(/safeguarding/i)
}

async function fillDay(page: Page, legend: string, day: Date): Promise<void> {
  const fields = page.getByRole('group', { name: legend })
  await fields.getByLabel('Day').fill(String(day.getUTCDate()))
  await fields.getByLabel('Month').fill(String(day.getUTCMonth() + 1))
  await fields.getByLabel('Year').fill(String(day.getUTCFullYear()))
}

async function giveRole(page: Page, name: string, role: string): Promise<void> {
  await page.goto('/set-up/roles/new')
  await page.getByLabel('Part of a name or e-mail address').fill(name)
  await page.getByRole('button', { name: /^Find/ }).click()
  await page.getByRole('radio', { name: new RegExp(name) }).check()
  await page.getByRole('radio', { name: role, exact: true }).check()
  await page.getByLabel('Why').fill('Leads safeguarding supervision for children’s services.')
  await page.getByRole('button', { name: 'Give role' }).click()
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText(role)
}

async function find(page: Page, name: string): Promise<void> {
  await page.goto('/people')
  await page.getByLabel('Name, staff number or team').fill(name)
  await page.getByRole('search', { name: 'Find people' }).getByRole('button').first().click()
  await page.getByRole('main').getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
}

async function invite(page: Page, name: string): Promise<void> {
  await find(page, name)
  await page
    .getByRole('link', { name: /account/i })
    .last()
    .click()
  await page.getByRole('button', { name: 'Send invitation' }).click()
  await expect(page.getByRole('main')).toContainText('Invited as')
}

/** Without a mail server the operator hands the link on. */
async function linkFor(empty: EmptyService, email: string): Promise<string> {
  const line = (await empty.manage('invitation-links')).split('\n').find((one) => one.includes(email)) ?? ''
  return new URL(line.trim().split(/\s+/)[1] ?? '').pathname
}

async function readsWhy(page: Page, name: string): Promise<void> {
  await find(page, name)
  await page
    .getByRole('link', { name: /How we worked this out/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`How ${name}’s supervision stands`)
  await expect(page.getByRole('main')).toContainText('Never had')
  await expect(page.getByRole('main')).toContainText('health visitors need child protection case work supervision')
}

async function seesNoFigure(page: Page, name: string): Promise<void> {
  await find(page, name)
  await expect(page.getByRole('main')).toContainText('Health visiting')
  await expect(page.getByRole('main')).not.toContainText('Never had')
  const path = new URL(page.url()).pathname
  const answer = await page.goto(`${path}/obligations`)
  expect(answer?.status()).toBe(404)
  await page.goto('/people')
}
