import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/test-database.ts'
import { learningSetWorld } from '../../../test/worlds/learning-set.ts'

const database = await testDatabase()
const { trust, madeSet, setClock } = await learningSetWorld(database)
const four = ['ben', 'dora', 'femi', 'otto'] as const
const end = (source: string) => [...source.matchAll(/\/action-learning\/memberships\/[\w-]+\/end/g)].map(([at]) => at)

describe('making a set', () => {
  it('is for facilitators, who make their own, and then say who joins', async () => {
    const world = await trust()
    const amina = world.visit(world.amina)
    const page = await amina.get('/action-learning/sets/new')
    expect(page.heading).toBe('Make a set')
    expect(page.text).not.toContain('Facilitator Somebody')
    const made = await amina.post('/action-learning/sets', {
      ...page.formTo('/action-learning/sets'),
      name: 'Tuesday set',
    })
    expect(made.location).toMatch(/^\/action-learning\/sets\/[\w-]+\/members$/)
    const set = await amina.get(made.location?.replace('/members', '') ?? '')
    expect(set.heading).toBe('Tuesday set')
    expect(set.text).toContain('A set usually has at least 4 members. Nobody has joined yet.')
  })

  it('is refused to everybody else', async () => {
    const world = await trust()
    for (const path of ['/action-learning/sets/new', '/action-learning/sets'])
      expect((await world.visit(world.ben).get(path)).status).toBe(403)
    expect((await world.visit(world.ben).post('/action-learning/sets', { name: 'Mine' })).status).toBe(403)
    expect((await world.visit(world.ben).get('/action-learning')).headings).toContain('You are in no set')
  })

  it('says what is wrong beside the field, and keeps what was typed', async () => {
    const world = await trust()
    const grace = world.visit(world.grace)
    const empty = await grace.post('/action-learning/sets', {})
    expect(empty.status).toBe(422)
    expect(empty.errors).toEqual(['Enter a name for the set', 'Select kind of set', 'Enter first day'])
    const form = { name: 'West', type: 'action-learning-set', from: '2026-12-01' }
    const nobody = await grace.post('/action-learning/sets', form)
    expect(nobody.errors).toEqual([expect.stringContaining('The policy does not name this person')])
    const odd = await grace.post('/action-learning/sets', { ...form, facilitator: 'nobody' })
    expect(odd.errors).toEqual(['Find the facilitator, then choose one of those found'])
    const wrong = await grace.post('/action-learning/sets', { ...form, facilitator: world.ben })
    expect(wrong.errors).toEqual([expect.stringContaining('The policy does not name this person')])
    expect(wrong.fieldValue('Name of the set')).toBe('West')
    const far = await grace.post('/action-learning/sets', { ...form, from: '2031-01-01', facilitator: world.amina })
    expect(far.errors).toEqual(['The first day must be within a year from today'])
    const found = await grace.post('/action-learning/sets', {
      ...form,
      _find: 'facilitator',
      'facilitator-search': 'amina',
    })
    expect(found.status).toBe(200)
    expect(found.text).toContain('Amina Yusuf')
    const none = await grace.post('/action-learning/sets', { ...form, type: 'no-such-type', facilitator: world.amina })
    expect(none.errors).toEqual(['Choose a kind of set of the policy'])
  })

  it('by a programme lead gives the set to its facilitator, and shows names alone to the lead', async () => {
    const world = await trust()
    const grace = world.visit(world.grace)
    const form = { name: 'West', type: 'action-learning-set', from: '2026-12-01', facilitator: world.amina }
    const made = await grace.post('/action-learning/sets', form)
    const at = made.location?.replace('/members', '') ?? ''
    expect((await grace.get(at)).text).toContain('Amina Yusuf')
    const all = await grace.get('/action-learning/sets')
    expect(all.linkTo('West')).toBe(at)
    expect(all.text).toContain('Begins later')
    const joining = await grace.post(`${at}/members`, { people: world.grace, as: 'member', from: '2026-12-01' })
    expect(joining.errors).toEqual(['Nobody brings themselves into a set. Ask its facilitator'])
    expect((await world.visit(world.amina).get('/action-learning')).text).toContain('You: facilitator')
  })
})

describe('the people of a set', () => {
  it('are found, ticked and added together; those ticked stay while others are looked for', async () => {
    const world = await trust()
    const at = await madeSet(world, ['ben'])
    const amina = world.visit(world.amina)
    const again = await amina.post(`${at}/members`, {
      _find: 'people',
      'people-search': 'riverside',
      people: [world.otto],
      as: 'member',
      from: '2026-11-20',
    })
    expect(again.status).toBe(200)
    expect(again.text).toContain('Otto Berg')
    expect(again.text).toContain('Dora Evans')
    expect(again.text).not.toContain('Ben Carter')
    const form = again.formTo(`${at}/members`)
    const done = await amina.post(`${at}/members`, { ...form, people: [world.otto, world.dora] })
    expect(done.location).toBe(at)
    const page = await amina.get(at)
    for (const name of ['Amina Yusuf', 'Ben Carter', 'Otto Berg', 'Dora Evans']) expect(page.text).toContain(name)
    expect(page.text).toContain('Riverside team')
  })

  it('cannot be added twice, beyond the policy’s size, in the past or from nowhere', async () => {
    const world = await trust()
    const at = await madeSet(world, four)
    const amina = world.visit(world.amina)
    const add = (form: Record<string, string>) =>
      amina.post(`${at}/members`, { people: world.noor, as: 'member', from: '2026-11-20', ...form })
    expect((await add({ people: world.ben })).errors).toEqual(['They are in the set already, or about to be'])
    expect((await add({ people: 'nobody' })).errors).toEqual(['Find people, then tick who joins'])
    expect((await add({ people: '00000000-0000-4000-8000-000000000000' })).errors).toEqual([
      'Choose people who work here',
    ])
    expect((await amina.post(`${at}/members`, {})).errors).toEqual([
      'Find people, then tick who joins',
      'Select as',
      'Enter the day from which they are in the set',
    ])
    expect((await add({ from: '2026-08-31' })).errors).toEqual(['The set has not begun on that day'])
    setClock('2026-11-21T10:00:00Z')
    expect((await add({})).errors).toEqual([expect.stringContaining('Choose today or a later day')])
    expect((await add({ from: '2026-11-21' })).location).toBe(at)
  })

  it('see its page while they belong to it; nobody else finds it', async () => {
    const world = await trust()
    const at = await madeSet(world, ['ben', 'dora'])
    const ben = world.visit(world.ben)
    expect((await ben.get('/action-learning')).linkTo('Tuesday set')).toBe(at)
    expect((await ben.get(at)).text).not.toContain('Add people')
    for (const who of [world.otto, world.noor])
      for (const path of ['', '/members', '/name', '/handover', '/end'])
        expect((await world.visit(who).get(at + path)).status).toBe(404)
    for (const path of ['/members', '/name', '/handover', '/end']) expect((await ben.get(at + path)).status).toBe(404)
    for (const path of ['/members', '/name', '/handover', '/end']) expect((await ben.post(at + path)).status).toBe(404)
  })

  it('leave by themselves, and then find nothing but that they were there', async () => {
    const world = await trust()
    const at = await madeSet(world, ['ben', 'dora'])
    const ben = world.visit(world.ben)
    const links = end((await ben.get(at)).source)
    expect(links).toHaveLength(1)
    const own = links[0] ?? ''
    expect((await world.visit(world.dora).get(own)).status).toBe(404)
    expect((await ben.get(own)).heading).toBe('Leave the set')
    expect((await ben.post(own, { until: '2026-11-19' })).errors).toEqual([expect.stringContaining('Choose today')])
    expect((await ben.post(own, { until: '' })).errors).toHaveLength(1)
    expect((await ben.post(own, { until: '2026-11-20' })).location).toBe('/action-learning')
    for (const path of [at, own]) expect((await ben.get(path)).status).toBe(404)
    expect((await ben.get('/action-learning')).text).toContain('your last day: 19 November 2026')
    expect((await world.visit(world.amina).get(at)).text).toContain('Who was in it before (1)')
  })

  it('are said to leave by the facilitator, from a later day', async () => {
    const world = await trust()
    const at = await madeSet(world, ['ben', 'dora'])
    const amina = world.visit(world.amina)
    const [first = ''] = end((await amina.get(at)).source)
    expect((await amina.get(first)).heading).toMatch(/leaves the set$/)
    expect((await amina.post(first, { until: '2026-12-01' })).location).toBe(at)
    expect((await amina.get(at)).text).toContain('last day 30 November 2026')
  })
})

describe('changing a set', () => {
  it('gives it another name, once for two who do so at one moment', async () => {
    const world = await trust()
    const at = await madeSet(world, ['ben'])
    const amina = world.visit(world.amina)
    const form = { _version: (await amina.get(`${at}/name`)).formTo(`${at}/name`)._version ?? '' }
    expect((await amina.post(`${at}/name`, { ...form, name: '' })).errors).toEqual(['Enter a name for the set'])
    expect((await amina.post(`${at}/name`, { ...form, name: 'Wednesday set' })).location).toBe(at)
    const late = await amina.post(`${at}/name`, { ...form, name: 'Thursday set' })
    expect(late.errors).toEqual([expect.stringContaining('Somebody changed this set meanwhile')])
    expect((await amina.get(at)).heading).toBe('Wednesday set')
  })

  it('hands it over to the deputy, after which it is closed to the one before', async () => {
    const world = await trust()
    const at = await madeSet(world, ['ben'])
    const amina = world.visit(world.amina)
    await amina.post(`${at}/members`, { people: world.noor, as: 'deputy', from: '2026-11-20' })
    expect((await amina.post(`${at}/handover`, { to: world.ben })).errors).toEqual([
      expect.stringContaining('The policy does not name this person'),
    ])
    expect((await amina.post(`${at}/handover`, {})).errors).toEqual(['Choose who facilitates from today on'])
    expect((await amina.post(`${at}/handover`, { _find: 'to', 'to-search': 'noor' })).text).toContain('Noor Haddad')
    expect((await amina.post(`${at}/handover`, { to: world.noor })).location).toBe('/action-learning')
    expect((await amina.get(at)).status).toBe(404)
    expect((await world.visit(world.noor).get(at)).text).toContain('Add people')
  })

  it('ends it, and then nobody is in it', async () => {
    const world = await trust()
    const at = await madeSet(world, ['ben'])
    const amina = world.visit(world.amina)
    expect((await amina.get(`${at}/end`)).heading).toBe('End the set')
    expect((await amina.post(`${at}/end`)).location).toBe('/action-learning')
    expect((await amina.get(at)).status).toBe(404)
    expect((await world.visit(world.ben).get(at)).status).toBe(404)
    expect((await world.visit(world.grace).get(at)).text).toContain('Ended')
    expect((await world.visit(world.grace).post(`${at}/end`)).status).toBe(409)
  })
})

describe('a concern', () => {
  it('is passed on from a set of one’s own in two steps, and kept with it', async () => {
    const world = await trust()
    const at = await madeSet(world, ['ben'])
    const ben = world.visit(world.ben)
    const first = (await ben.get(at)).linkTo('Pass on a concern')
    expect((await ben.get(first)).text).toContain('It is kept with an action learning set, apart from it')
    const form = { route: 'something-else', concern: 'A worry', outcome: 'told', whom: 'The facilitator', how: 'phone' }
    const from = first.split('from=')[1] ?? ''
    const passed = await ben.postAndFollow('/concerns', { ...form, day: '2026-11-20', from })
    expect(passed.text).toContain('An action learning set')
    expect((await world.visit(world.dora).get(first)).text).not.toContain('It is kept with')
    expect((await world.visit(world.grace).get(at)).source).not.toContain('Pass on a concern')
  })
})
