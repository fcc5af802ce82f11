// A set of seven on their phones: the facilitator makes it, they adapt their ground rules clause by clause, agree and sign them;
// later somebody joins and somebody leaves, and the rules are agreed again.
import type { Page } from '@playwright/test'
import { expect, given, journey, outcome, when } from '../../test/journey.ts'

const facilitator = 'Miriam Cohen'
const members = ['Ben Carter', 'Dora Evans', 'Femi Ade', 'Chloe Nguyen', 'Tom Whitfield', 'Marcus Bell', 'Grace Okafor']
const joiner = 'Catriona Reid'
const worry = 'Heron-bell: I have to collect my son at four'

journey('A set of seven agrees its ground rules, signs them, and agrees them again', async ({ be }) => {
  journey.setTimeout(240_000)
  const miriam = await be(facilitator)
  const people = new Map<string, Page>()
  for (const name of members) people.set(name, await be(name))
  const one = (name: string) => people.get(name) ?? miriam
  let set = ''
  let rules = ''
  await given('a facilitator makes a set of seven and begins its ground rules', async () => {
    set = await makeSet(miriam)
    rules = await begin(miriam)
  })
  await when('one has a concern, one suggests other words, and it is filled in how they meet', async () => {
    await haveConcern(one('Ben Carter'), rules)
    await suggest(one('Dora Evans'), rules)
    await fillIn(miriam, rules)
  })
  await when('the facilitator notes how the concern was talked through and puts the words in', () =>
    settle(miriam, rules),
  )
  await when('everybody agrees with the rest, and the text is closed', async () => {
    for (const page of [...people.values(), miriam]) await agree(page, rules)
    await close(miriam, rules)
  })
  await when('everybody signs', async () => {
    for (const [name, page] of [...people, [facilitator, miriam] as const]) await sign(page, rules, name)
  })
  await outcome('the rules are in force, with the words that they chose', () => isInForce(one('Femi Ade'), rules))
  await when('somebody joins later', () => join(miriam, set))
  await outcome('she is asked to agree the rules, and the others keep theirs meanwhile', async () => {
    await isAsked(await be(joiner), await nextRules(miriam, set))
    await isInForce(one('Femi Ade'), rules)
  })
  await when('somebody leaves', () => leave(one('Dora Evans'), set))
  await outcome('she keeps what she signed, and finds nothing that comes after', async () =>
    findsNothingLater(one('Dora Evans'), [set, await nextRules(miriam, set)], rules),
  )
})

async function findsNothingLater(page: Page, later: readonly string[], rules: string): Promise<void> {
  for (const path of later) expect((await page.request.get(path)).status()).toBe(404)
  await isInForce(page, rules)
}

/** One find for each, whoever is ticked stays; then all join at once. */
async function makeSet(page: Page): Promise<string> {
  await page.goto('/action-learning')
  await page.getByRole('button', { name: 'Make a set' }).click()
  await page.getByLabel('Name of the set').fill('Friday set')
  await page.getByRole('button', { name: 'Make the set' }).click()
  for (const name of members) await findAndTick(page, name)
  await page.getByRole('button', { name: 'Add to the set' }).click()
  await expect(page.getByText('7 people added to the set')).toBeVisible()
  return new URL(page.url()).pathname
}

async function findAndTick(page: Page, name: string): Promise<void> {
  await page.getByLabel('Find people').fill(name)
  await page.getByRole('button', { name: 'Find people' }).click()
  await page.getByRole('checkbox', { name, exact: true }).check()
}

async function begin(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Begin our ground rules' }).click()
  await expect(page.getByText('0 of 8 have answered everything')).toBeVisible()
  return new URL(page.url()).pathname
}

async function haveConcern(page: Page, rules: string): Promise<void> {
  await page.goto(rules)
  await page.getByRole('link', { name: /^I have a concern.*We are on time/ }).click()
  await page.getByLabel('What concerns you?').fill(worry)
  await page.getByRole('button', { name: 'Say it to the set' }).click()
  await expect(page.getByText('You have a concern')).toBeVisible()
}

async function suggest(page: Page, rules: string): Promise<void> {
  await page.goto(`${rules}/clauses/punctuality`)
  await expect(page.getByText(worry)).toBeVisible()
  await page.getByRole('button', { name: 'Suggest other words' }).click()
  await page.getByLabel('What it should say').fill('We begin and end on time. Whoever leaves early says so.')
  await page.getByRole('button', { name: 'Suggest these words' }).click()
  await expect(page.getByText('Suggested to the set')).toBeVisible()
}

async function fillIn(page: Page, rules: string): Promise<void> {
  await page.goto(`${rules}/details`)
  await page.getByLabel('How often and for how long we meet').fill('Every 6 weeks, two hours')
  await page.getByLabel('What we keep of our meetings').fill('Actions only')
  await page.getByLabel('Which format we begin with').fill('Questions only')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Filled in. Everybody answers it again')).toBeVisible()
}

/** The concern first: it is about the words that are changed afterwards. */
async function settle(page: Page, rules: string): Promise<void> {
  await page.goto(`${rules}/clauses/punctuality`)
  await page.getByRole('link', { name: /^Note how it was talked through/ }).click()
  await page.getByLabel('How it was talked through').fill('We end at a quarter to four on Fridays')
  await page.getByRole('button', { name: 'Save how it was talked through' }).click()
  await page.goto(`${rules}/clauses/punctuality`)
  await page.getByRole('link', { name: /^Put it in or not/ }).click()
  await page.getByLabel('Put it into the text').check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('We begin and end on time. Whoever leaves early says so.')).toBeVisible()
}

async function agree(page: Page, rules: string): Promise<void> {
  await page.goto(rules)
  await page.getByRole('button', { name: /^I agree with all/ }).click()
  await expect(page.getByText('You have answered everything')).toBeVisible()
}

async function close(page: Page, rules: string): Promise<void> {
  await page.goto(rules)
  await page.getByLabel('The set has been through the text together').check()
  await page.getByRole('button', { name: 'Close the text for signing' }).click()
  await expect(page.getByText('The text is closed.')).toBeVisible()
}

const agreementOf = (rules: string): string => rules.replace('/ground-rules/', '/agreements/')

async function sign(page: Page, rules: string, name: string): Promise<void> {
  await page.goto(`${agreementOf(rules)}/signature`)
  const again = page.getByRole('button', { name: 'Yes, it is me' })
  if (await again.isVisible()) await again.click()
  await page.getByLabel('Type your full name').fill(name)
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(page.getByText(/^Signed/).first()).toBeVisible()
}

async function isInForce(page: Page, rules: string): Promise<void> {
  await page.goto(agreementOf(rules))
  await expect(page.getByText('In force', { exact: true })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('We begin and end on time. Whoever leaves early says so.')
}

async function join(page: Page, set: string): Promise<void> {
  await page.goto(`${set}/members`)
  await findAndTick(page, joiner)
  await page.getByRole('button', { name: 'Add to the set' }).click()
  await expect(page.getByText('Added to the set')).toBeVisible()
}

/** What is being agreed now; begun anew when somebody has left since. */
async function nextRules(page: Page, set: string): Promise<string> {
  await page.goto(set)
  const again = page.getByRole('button', { name: 'Agree them again' })
  if (await again.isVisible()) await again.click()
  else await page.getByRole('button', { name: 'Go to the clauses' }).click()
  await expect(page.getByText('have answered everything.')).toBeVisible()
  return new URL(page.url()).pathname
}

async function isAsked(page: Page, rules: string): Promise<void> {
  await page.goto('/')
  await expect(page.getByRole('main')).toContainText('Answer the ground rules of ')
  await agree(page, rules)
}

async function leave(page: Page, set: string): Promise<void> {
  await page.goto(set)
  await page.getByRole('link', { name: 'Leave the set' }).click()
  await page.getByRole('button', { name: 'Leave the set' }).click()
  await expect(page.getByText('Saved: who leaves the set, and when')).toBeVisible()
}
