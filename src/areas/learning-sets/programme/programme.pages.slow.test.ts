import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningSetWorld } from '../../../../test/worlds/learning-set.ts'

const database = await testDatabase()
const { trust } = await learningSetWorld(database)
const programmes = '/action-learning/programmes'

async function made() {
  const world = await trust()
  const grace = world.visit(world.grace)
  const form = { name: 'Leading with confidence', lead: world.grace, aims: 'To speak up and be heard' }
  const answer = await grace.post(programmes, form)
  if (!answer.location) throw new Error(answer.errors.join(' | ') || answer.text)
  return { world, grace, ben: world.visit(world.ben), at: answer.location }
}

describe('making a programme', () => {
  it('begins with the words of the policy, and is led by the programme lead who makes it', async () => {
    const world = await trust()
    const page = await world.visit(world.grace).get(`${programmes}/new`)
    expect(page.heading).toBe('Make a programme')
    expect(page.fieldValue('What to expect')).toContain('what is said stays in the set')
    expect(page.fieldValue('Who leads it')).toBe(world.grace)
  })

  it('is refused to everybody else', async () => {
    const world = await trust()
    for (const who of [world.ben, world.amina, world.noor]) {
      expect((await world.visit(who).get(`${programmes}/new`)).status).toBe(403)
      expect((await world.visit(who).post(programmes, { name: 'Mine', lead: who })).status).toBe(403)
    }
  })

  it('says what is wrong beside the field, and keeps what was typed', async () => {
    const { grace, world } = await made()
    const empty = await grace.post(programmes, { aims: 'To grow' })
    expect(empty.errors).toEqual(['Enter a name for the programme', 'Choose who leads the programme'])
    expect(empty.fieldValue('What it is for')).toBe('To grow')
    const wrong = await grace.post(programmes, { name: 'West', lead: world.ben })
    expect(wrong.errors).toEqual([expect.stringContaining('Choose somebody who has the role of programme lead')])
    expect((await grace.post(programmes, { name: 'West', lead: 'nobody' })).errors).toEqual([
      'Choose one of the people offered',
    ])
  })
})

describe('the pages of a programme', () => {
  it('are read by everybody; only those who keep it see its cohorts and ways to change it', async () => {
    const { ben, grace, at } = await made()
    expect((await ben.get(programmes)).text).toContain('Leading with confidence')
    const page = await ben.get(at)
    expect(page.heading).toBe('Leading with confidence')
    expect(page.text).toContain('To speak up and be heard')
    expect(page.text).toContain('Grace Okafor')
    expect(page.headings).not.toContain('Cohorts')
    expect((await grace.get(at)).headings).toContain('Cohorts')
  })

  it('say how to keep well and whom to turn to, as the lead wrote it', async () => {
    const { ben, grace, at } = await made()
    expect((await ben.get(`${at}/wellbeing`)).text).toContain('real breaks at work')
    expect((await ben.get(`${at}/wellbeing/words`)).status).toBe(403)
    const { _key, ...form } = (await grace.get(`${at}/wellbeing/words`)).formTo(`${at}/wellbeing/words`)
    const contacts = 'Staff support line: 01632 960001, day and night\nChaplaincy: ask at reception'
    expect((await grace.post(`${at}/wellbeing/words`, { ...form, contacts })).location).toBe(`${at}/wellbeing`)
    expect((await ben.get(`${at}/wellbeing`)).text).toContain('Staff support line: 01632 960001, day and night')
    const stale = await grace.post(`${at}/wellbeing/words`, { ...form, contacts: 'Another' })
    expect(stale.errors).toEqual([expect.stringContaining('Somebody changed this programme meanwhile')])
    expect(stale.fieldValue('Whom to turn to here')).toBe('Another')
  })

  it('stay to be read when the programme has ended', async () => {
    const { ben, grace, at } = await made()
    expect((await ben.post(`${at}/end`)).status).toBe(403)
    expect((await grace.get(`${at}/end`)).buttons).toContain('End the programme today')
    expect((await grace.post(`${at}/end`)).location).toBe(at)
    expect((await ben.get(at)).text).toContain('This programme has ended.')
    expect((await grace.post(`${at}/end`)).status).toBe(409)
    expect((await grace.get(at)).text).not.toContain('Make a cohort')
  })
})
