import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningSetWorld } from '../../../../test/worlds/learning-set.ts'

const database = await testDatabase()
const { trust } = await learningSetWorld(database)
const secret = 'I told my manager that the rota breaks people'
const tried = 'I asked before I answered'

async function made() {
  const world = await trust()
  const grace = world.visit(world.grace)
  const programmes = '/action-learning/programmes'
  const programme = (await grace.post(programmes, { name: 'Leading', lead: world.grace })).location ?? ''
  const days = { name: 'Autumn 2026', from: '2026-01-10', lastDay: '2026-12-01' }
  const cohort = (await grace.post(`${programme}/cohorts`, days)).location ?? ''
  await grace.post(`${cohort}/people`, { people: [world.ben, world.dora, world.femi] })
  const at = `${cohort}/feedback`
  const give = (who: 'ben' | 'dora' | 'femi', form: Readonly<Record<string, string>>, _version = '0') =>
    world.visit(world[who]).post(at, { ...form, _version })
  return { world, grace, programme, cohort, at, give, ben: world.visit(world.ben) }
}

describe('giving feedback', () => {
  it('says who reads it, and asks of each answer in words whether it may be quoted', async () => {
    const { at, ben } = await made()
    const page = await ben.get(at)
    expect(page.text).toContain('Grace Okafor, who leads the programme, reads your answers, without your name')
    expect(page.text).toContain('May we quote you on “What did you try because of it”?')
    expect(page.text).not.toContain('May we quote you on “How much was it worth to you”?')
    expect(page.text).not.toContain('May others read what you wrote?')
    expect(page.buttons).toContain('Give feedback')
  })

  it('is for those who take part; the lead and everybody else find no form', async () => {
    const { world, at, grace } = await made()
    expect((await grace.get(at)).status).toBe(404)
    for (const who of [world.otto, world.noor, world.amina]) {
      expect((await world.visit(who).get(at)).status).toBe(404)
      expect((await world.visit(who).post(at, { 'answer--tried': tried, _version: '0' })).status).toBe(404)
    }
  })

  it('says what is wrong, and loses nothing that was typed', async () => {
    const { give } = await made()
    expect((await give('ben', {})).errors).toEqual(['Answer at least one question'])
    const wrong = await give('ben', { 'answer--tried': tried, 'answer--worth': '9' })
    expect(wrong.status).toBe(422)
    expect(wrong.fieldValue('What did you try because of it?')).toBe(tried)
    expect((await give('ben', { 'answer--tried': tried })).status).toBe(303)
    const stale = await give('ben', { 'answer--tried': 'Else' })
    expect(stale.errors).toEqual([expect.stringContaining('You saved this somewhere else meanwhile')])
  })

  it('keeps itself as it is typed, for its author alone, until it is given', async () => {
    const { world, cohort, at, ben, grace } = await made()
    const { _key, ...form } = (await ben.get(at)).formTo(at)
    const kept = await ben.post(`${at}/draft`, { ...form, 'answer--tried': secret, 'consent--tried': 'with name' })
    expect(JSON.parse(kept.source)).toEqual({ version: 1 })
    expect((await ben.post(`${at}/draft`, { ...form, 'answer--tried': 'Else' })).status).toBe(409)
    const page = await ben.get(at)
    expect(page.fieldValue('What did you try because of it?')).toBe(secret)
    expect(page.text).not.toContain('Given')
    expect((await grace.get(`${cohort}/answers`)).text).toContain('0 of 3 have written')
    const opened = await database.owner.query('select * from sealed_text where version = 0')
    expect(JSON.stringify(opened.rows)).not.toContain(secret)
    // The answer of the last autosave has not come yet when the button is pressed.
    const late = { ...form, 'answer--tried': secret, 'consent--tried': 'with name' }
    expect((await ben.post(at, late)).status).toBe(303)
    expect((await ben.get(at)).text).toContain('Given')
    expect((await world.visit(world.otto).post(`${at}/draft`, { 'answer--tried': secret })).status).toBe(404)
  })

  it('is asked for at home until it was given', async () => {
    const { world, give } = await made()
    const needs = () => world.inside(world.ben, async (work) => (await work.needs()).map((need) => need.title))
    expect(await needs()).toContain('Say how your action learning programme was for you')
    await give('ben', { 'answer--worth': '5' })
    expect(await needs()).not.toContain('Say how your action learning programme was for you')
  })
})

describe('reading feedback', () => {
  it('is for the lead alone, without names, and opens once three have written', async () => {
    const { world, cohort, grace, give } = await made()
    await give('ben', { 'answer--improve': secret, 'answer--worth': '5' })
    await give('dora', { 'answer--improve': 'Nothing', 'answer--worth': '4' })
    const early = await grace.get(`${cohort}/answers`)
    expect(early.text).toContain('2 of 3 have written')
    expect(early.text).not.toContain(secret)
    await give('femi', { 'answer--worth': '5' })
    const needs = () => world.inside(world.grace, async (work) => (await work.needs()).map((need) => need.title))
    expect(await needs()).toContain('Read how an action learning programme of yours was')
    const page = await grace.get(`${cohort}/answers`)
    expect(page.text).toContain(secret)
    expect(page.text).not.toContain('Ben Carter')
    for (const who of [world.ben, world.noor, world.otto, world.amina])
      expect((await world.visit(who).get(`${cohort}/answers`)).status).toBe(404)
  })
})

describe('quotes', () => {
  it('are shown by the lead with consent alone, to everybody, and fall when the consent is taken back', async () => {
    const { world, programme, cohort, at, grace, give, ben } = await made()
    await give('ben', { 'answer--tried': tried, 'consent--tried': 'with name', 'answer--improve': secret })
    await give('dora', { 'answer--tried': 'I said no once', 'consent--tried': 'without name' })
    const page = await grace.get(`${cohort}/answers`)
    expect(page.text).not.toContain(secret)
    expect(page.text).toContain('May be quoted with the name')
    const ids = [...page.source.matchAll(/name="quoting" value="([\w-]+)"/g)].map(([, id]) => id ?? '')
    for (const quoting of ids) expect((await grace.post(`${cohort}/quotes`, { quoting })).status).toBe(303)
    const otto = world.visit(world.otto)
    const quotes = await otto.get(`${programme}/quotes`)
    expect(quotes.text).toContain(tried)
    expect(quotes.text).toContain('Ben Carter')
    expect(quotes.text).toContain('I said no once')
    expect(quotes.text).not.toContain('Dora Evans')
    const back = await ben.post(`${at}/consent`, { 'consent--tried': 'no' })
    expect(back.location).toBe(at)
    expect((await otto.get(`${programme}/quotes`)).text).not.toContain(tried)
    expect((await grace.post(`${cohort}/quotes`, { quoting: ids[0] ?? '' })).status).toBe(409)
  })

  it('are shown no longer when the lead says so', async () => {
    const { programme, cohort, grace, give, world } = await made()
    await give('ben', { 'answer--tried': tried, 'consent--tried': 'without name' })
    const quoting = /name="quoting" value="([\w-]+)"/.exec((await grace.get(`${cohort}/answers`)).source)?.[1] ?? ''
    await grace.post(`${cohort}/quotes`, { quoting })
    expect((await world.visit(world.ben).post(`${cohort}/quotes/removal`, { quoting })).status).toBe(404)
    expect((await grace.post(`${cohort}/quotes/removal`, { quoting })).location).toBe(`${cohort}/answers`)
    expect((await world.visit(world.otto).get(`${programme}/quotes`)).text).not.toContain(tried)
    expect((await grace.post(`${cohort}/quotes/removal`, { quoting })).status).toBe(409)
    expect((await grace.post(`${cohort}/quotes`, { quoting: 'none' })).status).toBe(409)
  })
})
