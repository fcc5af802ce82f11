import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningSetWorld } from '../../../../test/worlds/learning-set.ts'

const database = await testDatabase()
const { trust, madeSet } = await learningSetWorld(database)
const days = { from: '2026-09-01', lastDay: '2027-07-31' }

async function made() {
  const world = await trust()
  const grace = world.visit(world.grace)
  const programme = (
    await grace.post('/action-learning/programmes', { name: 'Leading with confidence', lead: world.grace })
  ).location
  const answer = await grace.post(`${programme}/cohorts`, { name: 'Autumn 2026', ...days })
  if (!answer.location) throw new Error(answer.errors.join(' | ') || answer.text)
  return { world, grace, programme: programme ?? '', at: answer.location }
}

const idIn = (address: string) => address.split('/').at(-1) ?? ''

describe('making a cohort', () => {
  it('asks for a name and days, and says what is wrong beside the field', async () => {
    const { grace, programme, world } = await made()
    const empty = await grace.post(`${programme}/cohorts`, {})
    expect(empty.errors).toEqual([
      'Enter a name for the cohort',
      'Enter the first day of the cohort',
      'Enter the last day of the cohort',
    ])
    const wrong = await grace.post(`${programme}/cohorts`, { name: 'West', ...days, lastDay: '2026-08-01' })
    expect(wrong.errors).toEqual(['The last day must be on or after the first'])
    expect(wrong.fieldValue('Name of the cohort')).toBe('West')
    expect((await world.visit(world.ben).post(`${programme}/cohorts`, { name: 'Mine', ...days })).status).toBe(403)
  })

  it('can get other days, from its newest version', async () => {
    const { grace, at } = await made()
    const { _key, ...form } = (await grace.get(`${at}/details`)).formTo(`${at}/details`)
    expect((await grace.post(`${at}/details`, { ...form, name: 'Autumn' })).location).toBe(at)
    const stale = await grace.post(`${at}/details`, { ...form, name: 'Winter' })
    expect(stale.errors).toEqual([expect.stringContaining('Somebody changed this cohort meanwhile')])
  })
})

describe('the overview of a cohort', () => {
  it('is for those who keep programmes; everybody else finds nothing, the line manager of everybody too', async () => {
    const { world, at } = await made()
    for (const who of [world.ben, world.amina, world.noor, world.otto])
      expect((await world.visit(who).get(at)).status).toBe(404)
  })

  it('shows sets with their places, and who has none; placing puts somebody in a set', async () => {
    const { world, grace, at } = await made()
    const set = await madeSet(world, ['ben', 'dora'])
    const found = await grace.post(`${at}/people`, { 'people-search': 'Ben', _find: 'people' })
    expect(found.text).toContain('Ben Carter')
    expect((await grace.post(`${at}/people`, { people: [world.ben, world.femi] })).location).toBe(at)
    expect((await grace.post(`${at}/sets`, { set: idIn(set) })).location).toBe(at)
    const page = await grace.get(at)
    expect(page.text).toContain('Tuesday set')
    expect(page.text).toContain('2 of 8')
    expect(page.text).toContain('Needs more people')
    expect(page.headings).toContain('Who has no set (1)')
    expect(page.text).toContain('3 people from 1 team')
    expect((await grace.post(`${at}/placing`, { people: world.femi, set: idIn(set) })).location).toBe(at)
    const after = await grace.get(at)
    expect(after.text).toContain('Everybody who takes part has a set.')
    expect(after.text).toContain('3 of 8')
    expect((await world.visit(world.femi).get(set)).heading).toBe('Tuesday set')
  })

  it('refuses what does not fit, beside the field', async () => {
    const { world, grace, at } = await made()
    const set = await madeSet(world, ['ben'])
    expect((await grace.post(`${at}/people`, {})).errors).toEqual(['Find people, then tick who takes part'])
    await grace.post(`${at}/people`, { people: [world.femi] })
    expect((await grace.post(`${at}/sets`, {})).errors).toEqual(['Choose a set'])
    expect((await grace.post(`${at}/sets`, { set: world.ben })).errors).toEqual(['Choose one of the sets'])
    const outside = await grace.post(`${at}/placing`, { people: world.femi, set: idIn(set) })
    expect(outside.errors).toEqual(['Choose one of the cohort’s sets'])
    await grace.post(`${at}/sets`, { set: idIn(set) })
    expect((await grace.post(`${at}/sets`, { set: idIn(set) })).errors).toEqual([
      'This set belongs to the cohort already',
    ])
    const nobody = await grace.post(`${at}/placing`, { people: world.otto, set: idIn(set) })
    expect(nobody.errors).toEqual(['Choose people who take part'])
  })

  it('lets a set stand alone again, and somebody take part no longer', async () => {
    const { world, grace, at } = await made()
    const set = await madeSet(world, ['ben'])
    await grace.post(`${at}/sets`, { set: idIn(set) })
    await grace.post(`${at}/people`, { people: [world.femi] })
    expect((await grace.post(`${at}/sets/removal`, { set: idIn(set) })).location).toBe(at)
    expect((await grace.post(`${at}/sets/removal`, { set: idIn(set) })).status).toBe(409)
    const end = (await grace.get(at)).source.match(/\/action-learning\/participants\/[\w-]+\/end/)?.[0] ?? ''
    expect((await world.visit(world.femi).post(end)).status).toBe(404)
    expect((await grace.post(end)).location).toBe(at)
    expect((await grace.get(at)).text).toContain('0 people')
  })
})

describe('the dates of a cohort', () => {
  const rhythm = {
    first: '2027-01-12',
    every: '6',
    unit: 'weeks',
    count: '2',
    time: '2pm',
    minutes: '120',
    format: 'suggestions',
  }

  it('are planned for all its sets at once, after a look at every day', async () => {
    const { world, grace, at } = await made()
    const [one, two] = [await madeSet(world, ['ben']), await madeSet(world, ['dora'])]
    for (const set of [one, two]) await grace.post(`${at}/sets`, { set: idIn(set) })
    const looked = await grace.post(`${at}/meetings`, rhythm)
    expect(looked.text).toContain('Tuesday 12 January 2027')
    expect(looked.text).toContain('Tuesday 23 February 2027')
    const days = ['2027-01-12', '2027-02-23']
    const planned = await grace.post(`${at}/meetings`, { ...rhythm, days })
    expect(planned.location).toBe(at)
    const page = await grace.get(at)
    expect(page.text).toContain('4 meetings are ahead.')
    expect((await world.visit(world.ben).get(one)).text).toContain('12 January 2027')
    const again = await grace.post(`${at}/meetings`, { ...rhythm, days: ['2027-01-12', '2027-03-30'] })
    expect(again.status).toBe(422)
    expect((await grace.get(at)).text).toContain('4 meetings are ahead.')
  })

  it('say what is wrong beside the field', async () => {
    const { world, grace, at } = await made()
    const none = await grace.post(`${at}/meetings`, { ...rhythm, days: '2027-01-12' })
    expect(none.errors).toEqual(['No set of this cohort meets now'])
    expect((await grace.post(`${at}/meetings`, { ...rhythm, every: '' })).errors).toEqual(['Enter every'])
    expect((await world.visit(world.ben).get(`${at}/meetings`)).status).toBe(404)
  })
})

describe('whoever takes part', () => {
  it('is told on the page of the programme, with their set; others are not', async () => {
    const { world, grace, programme, at } = await made()
    const set = await madeSet(world, ['ben'])
    await grace.post(`${at}/sets`, { set: idIn(set) })
    await grace.post(`${at}/people`, { people: [world.femi] })
    const femi = await world.visit(world.femi).get(programme)
    expect(femi.text).toContain('You take part in Autumn 2026')
    expect(femi.text).toContain('You have no set yet')
    expect((await world.visit(world.ben).get(programme)).linkTo('Tuesday set')).toBe(set)
    expect((await world.visit(world.otto).get(programme)).text).not.toContain('You take part')
  })
})
