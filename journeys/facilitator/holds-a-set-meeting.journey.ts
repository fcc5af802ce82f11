// A whole meeting of a set with two topics, on nine browsers: the facilitator on a desk, seven members on their phones, one of
// them by keyboard alone and one without scripts, and somebody who tries to get in.
import type { Browser, Page } from '@playwright/test'
import { expect, given, journey, journeyNow, outcome, when } from '../../test/journey.ts'
import { type Fields, makeSet, openMeeting, press, send, tabTo } from '../../test/set-story.ts'

const facilitator = 'Miriam Cohen'
const keyboard = 'Ben Carter'
const plain = 'Dora Evans'
const others = ['Femi Ade', 'Chloe Nguyen', 'Tom Whitfield', 'Marcus Bell', 'Grace Okafor']
const stranger = 'Catriona Reid'
const phone = { width: 390, height: 844 }
const quiet = 'Sparrow-lamp: this is close to home'

type Set = { readonly miriam: Page; readonly members: ReadonlyMap<string, Page>; at: string }

journey('Eight people hold a meeting of two topics, and one does not get in', async ({ be, browser, inspect }) => {
  journey.setTimeout(300_000)
  const set: Set = { miriam: await be(facilitator), members: await arrive(be, browser), at: '' }
  const one = (name: string) => set.members.get(name) ?? set.miriam
  await given('a set of seven whose facilitator opens its meeting', async () => {
    await makeSet(set.miriam, [keyboard, plain, ...others])
    set.at = await openMeeting(set.miriam)
  })
  await when('all say that they are here, one by keyboard and one without scripts', () => allCome(set))
  await outcome('somebody else finds nothing, whatever she tries', async () => findsNothing(await be(stranger), set.at))
  await when('the meeting begins, and goes on to the topics', async () => {
    await press(set.miriam, 'Begin the meeting')
    await goTo(set.miriam, 'Name your topic')
  })
  await outcome('each stage is announced to those who cannot see it', () =>
    expect(one('Femi Ade').locator('[data-live-status]')).toContainText('Name your topic'),
  )
  await when('each names a topic, and two are chosen', async () => {
    await everybodyInTurn(set, 'topics', (name) => ({ 'topic-words': `How ${name} asks for time` }))
    await inspect(one('Femi Ade'))
    await choose(set.miriam)
  })
  for (const round of ['first', 'second']) await holdTopic(set, round, inspect)
  await when('all say what they learned, agree a date and finish', () => endWell(set))
  await outcome('everybody sees that it is over', () => allSeeTheEnd(set))
})

async function holdTopic(set: Set, round: string, inspect: (page: Page) => Promise<void>): Promise<void> {
  await when(`the ${round} topic is presented`, () => goTo(set.miriam, 'Present'))
  await outcome('its presenter listens, and everybody else is heard', () => listen(set, inspect))
  await when('the presenter answers, and says what they will do', () => commit(set))
}

async function allSeeTheEnd({ members, at }: Set): Promise<void> {
  for (const page of members.values()) {
    await page.goto(at)
    await expect(page.getByRole('heading', { name: 'The meeting is over' })).toBeVisible()
  }
}

async function arrive(be: (name: string) => Promise<Page>, browser: Browser): Promise<ReadonlyMap<string, Page>> {
  const members = new Map<string, Page>()
  for (const name of [keyboard, ...others]) {
    const page = await be(name)
    await page.setViewportSize(phone)
    members.set(name, page)
  }
  const bare = await browser.newContext({
    baseURL: process.env.JOURNEY_ADDRESS,
    javaScriptEnabled: false,
    viewport: phone,
  })
  const page = await bare.newPage()
  await page.goto('/demonstration')
  await page.getByRole('button', { name: `Be ${plain}`, exact: true }).click()
  return members.set(plain, page)
}

async function allCome({ miriam, members, at }: Set): Promise<void> {
  await press(miriam, 'I am here')
  for (const [name, page] of members) {
    await page.goto(at)
    if (name === keyboard) await tabTo(page, 'I am here')
    else await press(page, 'I am here')
    await expect(page.getByRole('heading', { name: 'You are here' })).toBeVisible()
  }
  await expect(miriam.getByText('8 of 8 are here')).toBeVisible()
}

async function findsNothing(page: Page, at: string): Promise<void> {
  for (const path of [at, `${at}/changes`, `${at}/topic-draft`])
    expect((await page.request.get(path)).status()).toBe(404)
  const form = { kind: 'suggestion', said: 'Let me in', _csrf: 'none', _key: crypto.randomUUID() }
  const origin = new URL(page.url()).origin
  const sent = await page.request.post(`${at}/contributions`, { form, headers: { origin } })
  expect([403, 404]).toContain(sent.status())
}

/** The facilitator presses the green button until a stage of this name is on. */
async function goTo(page: Page, stage: string): Promise<void> {
  const where = page.locator('.app-stage__kicker')
  for (let moves = 0; moves < 12; moves++) {
    const before = await where.textContent()
    if (before?.endsWith(`: ${stage}`)) return
    // A second press within a second is taken for a double one.
    await page.waitForTimeout(1100)
    await page.getByRole('button', { name: /^Next: / }).click()
    await expect(where).not.toHaveText(before ?? '')
  }
  throw new Error(`There is no stage “${stage}” ahead.`)
}

/** Whoever has the turn does it and passes it on, until all have. */
async function everybodyInTurn({ members, at }: Set, deed: string, fields: (name: string) => Fields): Promise<void> {
  let done = 0
  for (let rounds = 0; rounds < members.size && done < members.size; rounds++)
    for (const [name, page] of members) {
      if (!(await send(page, at, deed, fields(name)))) continue
      await send(page, at, 'turns')
      done += 1
    }
  expect(done).toBe(members.size)
}

async function choose(page: Page): Promise<void> {
  await goTo(page, 'Choose, put in order, share out the time')
  const places = page.locator('select[id^="place-"]')
  const count = await places.count()
  for (let at = 0; at < count; at++) await places.nth(at).selectOption(at < 2 ? String(at + 1) : '0')
  await page.getByLabel('Why otherwise than suggested, or fewer than usual').fill('These two have a date this week')
  await press(page, 'These are our topics')
  await expect(page.getByRole('heading', { name: 'Our topics today' })).toBeVisible()
}

/** Who presents now. */
async function presenterOf({ members, at }: Set): Promise<readonly [string, Page]> {
  for (const [name, page] of members)
    if ((await (await page.request.get(at)).text()).includes('Your topic:')) return [name, page]
  throw new Error('Nobody presents.')
}

async function listen(set: Set, inspect: (page: Page) => Promise<void>): Promise<void> {
  const { miriam, members, at } = set
  await goTo(miriam, 'Listen')
  const [presenting, presenter] = await presenterOf(set)
  await presenter.goto(at)
  await expect(presenter.getByRole('heading', { name: 'You are listening' })).toBeVisible()
  await expect(presenter.getByLabel('Your words')).toHaveCount(0)
  if (presenting !== plain) await inspect(presenter)
  for (const [name, page] of members) {
    if (name === presenting) continue
    const said = `${name} once kept a diary`
    if (name === keyboard || name === plain) await contribute(page, at, said)
    else expect(await send(page, at, 'contributions', { kind: 'experience', said })).toBe(true)
  }
  if (presenting === plain) await presenter.goto(at)
  await expect(presenter.getByText(/once kept a diary/).first()).toBeVisible()
  expect(await send(presenter, at, 'quiet-words', { 'quiet-words': quiet })).toBe(true)
  await expect(miriam.getByText(quiet)).toBeVisible()
  await press(miriam, /^I have read it/)
}

/** Through the page itself: by keyboard, or without scripts. */
async function contribute(page: Page, at: string, said: string): Promise<void> {
  await page.goto(at)
  await page.getByLabel('Experience', { exact: true }).focus()
  await page.keyboard.press('Space')
  await page.getByLabel('Your words').focus()
  await page.keyboard.type(said)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText(said).first()).toBeVisible()
}

async function commit(set: Set): Promise<void> {
  await goTo(set.miriam, 'Commit')
  const [, page] = await presenterOf(set)
  await page.goto(set.at)
  await page.getByLabel('What will you do?').fill('Ask for half an hour a week')
  const due = new Date(journeyNow().getTime() + 28 * 86_400_000)
  await page.getByLabel('Day').fill(String(due.getDate()))
  await page.getByLabel('Month').fill(String(due.getMonth() + 1))
  await page.getByLabel('Year').fill(String(due.getFullYear()))
  await press(page, 'I will do this')
  await expect(page.getByText('Ask for half an hour a week').last()).toBeVisible()
}

async function endWell(set: Set): Promise<void> {
  const { miriam } = set
  await goTo(miriam, 'What did we learn?')
  await everybodyInTurn(set, 'contributions', (name) => ({ level: 'key thing', said: `${name} learned to wait` }))
  await goTo(miriam, 'When do we meet next?')
  const next = new Date(journeyNow().getTime() + 42 * 86_400_000)
  await miriam.getByLabel('Day').fill(String(next.getDate()))
  await miriam.getByLabel('Month').fill(String(next.getMonth() + 1))
  await miriam.getByLabel('Year').fill(String(next.getFullYear()))
  await press(miriam, 'Save the date')
  await expect(miriam.getByRole('button', { name: 'Change the date' })).toBeVisible()
  await press(miriam, 'Finish the meeting')
  await expect(miriam.getByRole('heading', { name: 'The meeting is over' })).toBeVisible()
}
