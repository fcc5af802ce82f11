import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningSetWorld } from '../../../../test/worlds/learning-set.ts'

const database = await testDatabase()
const { trust, madeSet } = await learningSetWorld(database)
const secret = 'That I shall freeze when all look at me'

async function made() {
  const world = await trust()
  const set = await madeSet(world, ['ben', 'dora'])
  const at = `${set}/questionnaire`
  return { world, set, at, ben: world.visit(world.ben), amina: world.visit(world.amina) }
}

/** What a page's form would send, without the key that lets it act once. */
const again = ({ _key, ...form }: Readonly<Record<string, string | readonly string[]>>) => form

describe('the questionnaire before the first meeting', () => {
  it('asks what the policy asks, and says by name who will read it', async () => {
    const { at, ben } = await made()
    const page = await ben.get(at)
    expect(page.heading).toBe('Before our first meeting')
    expect(page.text).toContain('then Amina Yusuf can, who facilitates your set')
    expect(page.text).toContain('What are you looking forward to?')
    expect(page.buttons).toEqual(expect.arrayContaining(['Send to the facilitator', 'I would rather not answer']))
  })

  it('is kept as it is typed, for its author alone', async () => {
    const { world, set, at, ben, amina } = await made()
    const form = again((await ben.get(at)).formTo(`${at}/sending`))
    expect((await ben.post(`${at}/draft`, { ...form, 'answer--worries': secret })).status).toBe(200)
    expect((await ben.get(at)).fieldValue('What makes you a little anxious?')).toBe(secret)
    const theirs = await amina.get(`${set}/questionnaires`)
    expect(theirs.text).toContain('0 of 2 have sent theirs')
    expect(theirs.text).not.toContain(secret)
    expect((await world.visit(world.dora).get(at)).source).not.toContain(secret)
  })

  it('is sent to the facilitator and to nobody else, and can be taken back', async () => {
    const { world, set, at, ben, amina } = await made()
    const form = again((await ben.get(at)).formTo(`${at}/sending`))
    const sent = await ben.post(`${at}/sending`, { ...form, 'answer--worries': secret, 'answer--been-member': 'No' })
    expect(sent.location).toBe(at)
    expect((await amina.get(`${set}/questionnaires`)).text).toContain(secret)
    expect((await ben.get(at)).text).toContain('Amina Yusuf')
    for (const who of [world.dora, world.grace, world.noor, world.otto])
      expect((await world.visit(who).get(`${set}/questionnaires`)).status).toBe(404)
    expect((await ben.get(set)).text).toContain('which you have sent to your facilitator')
    expect((await ben.post(`${at}/withdrawal`)).location).toBe(at)
    expect((await amina.get(`${set}/questionnaires`)).text).not.toContain(secret)
    expect((await ben.post(`${at}/withdrawal`)).status).toBe(409)
  })

  it('is what its author begins from when the ground rules are agreed, and shares nothing by itself', async () => {
    const { world, set, at, ben, amina } = await made()
    await ben.post(`${at}/sending`, { 'answer--worries': secret, _version: '0' })
    const rules = (await amina.post(`${set}/ground-rules`)).location ?? ''
    expect((await ben.get(`${rules}/hopes`)).fieldValue('What makes you a little anxious?')).toBe(secret)
    for (const who of [world.dora, world.amina])
      expect((await world.visit(who).get(`${rules}/hopes`)).source).not.toContain(secret)
  })

  it('is open to its set’s members only; whoever leads it answers none', async () => {
    const { world, at, amina } = await made()
    for (const who of [world.grace, world.otto, world.noor]) expect((await world.visit(who).get(at)).status).toBe(404)
    expect((await amina.get(at)).status).toBe(404)
    expect((await amina.post(`${at}/sending`, { 'answer--hopes': 'Mine', _version: '0' })).status).toBe(404)
  })

  it('says what is wrong, and loses nothing that was typed', async () => {
    const { at, ben } = await made()
    const form = again((await ben.get(at)).formTo(`${at}/sending`))
    const empty = await ben.post(`${at}/sending`, form)
    expect(empty.errors).toEqual(['Answer at least one question, or say that you would rather not'])
    const long = await ben.post(`${at}/sending`, { ...form, 'answer--hopes': 'x'.repeat(2_001) })
    expect(long.status).toBe(422)
    expect(long.fieldValue('What are you looking forward to?')).toHaveLength(2_001)
    await ben.post(at, { ...form, 'answer--hopes': 'From my phone' })
    const stale = await ben.post(at, { ...form, 'answer--hopes': 'From my desk' })
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('From my phone')
    expect(stale.fieldValue('What are you looking forward to?')).toBe('From my desk')
  })

  it('is asked for at home until it is sent, or until somebody says that they would rather not', async () => {
    const world = await trust()
    const needs = (who: typeof world.ben) =>
      world.inside(who, async (work) => (await work.needs()).map((need) => need.title))
    const asked = 'Answer the short questionnaire before New set first meets'
    const amina = world.visit(world.amina)
    const form = { name: 'New set', type: 'action-learning-set', from: '2026-11-20' }
    const set = ((await amina.post('/action-learning/sets', form)).location ?? '').replace(/\/members$/, '')
    await amina.post(`${set}/members`, { people: [world.ben, world.dora], as: 'member', from: '2026-11-20' })
    expect(await needs(world.ben)).toContain(asked)
    expect(await needs(world.amina)).not.toContain(asked)
    const ben = world.visit(world.ben)
    expect((await ben.post(`${set}/questionnaire/declining`)).location).toBe(set)
    expect(await needs(world.ben)).not.toContain(asked)
    await world.visit(world.dora).post(`${set}/questionnaire/sending`, { 'answer--hopes': 'To listen', _version: '0' })
    expect(await needs(world.dora)).not.toContain(asked)
  })
})
