import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { concernWorld, passedOn, told, worry } from '../../../../test/worlds/concern.ts'
import type { Trust } from '../../../../test/worlds/supervision.ts'

const database = await testDatabase()
const { world, setClock } = await concernWorld(database)

describe('a colleague who is named', () => {
  const about = (one: Trust) => ({ route: 'practice-concern', named: one.dora })

  it('is told that it was passed on, never the words, and says that they have seen it', async () => {
    const one = await world()
    const href = await passedOn(one, { ...about(one), telling: 'told here', forManager: 'She needs time for records' })
    const dora = one.visit(one.dora)
    expect((await dora.get('/')).text).toContain('There is something for you to know')
    const page = await dora.get(href)
    expect(page.heading).toBe('For you to know')
    expect(page.text).toContain('Ben Carter passed a concern on')
    expect(page.source).not.toContain(worry)
    expect((await dora.post(`${href}/entries`, { words: 'x' })).status).toBe(404)
    await dora.post(`${href}/receipt`)
    expect((await dora.get('/')).text).not.toContain('There is something for you to know')
  })

  it('is not told while that would put somebody at risk; the reason is kept, and the lead is reminded', async () => {
    const one = await world()
    const risky = { ...about(one), telling: 'not yet' }
    expect((await one.visit(one.ben).post('/concerns', { ...told, ...risky })).errors).toEqual([
      'Enter who would be at risk, and how',
    ])
    const href = await passedOn(one, { ...risky, risk: 'She could warn the family', forManager: 'Please wait' })
    expect((await one.visit(one.dora).get(href)).status).toBe(404)
    const noor = one.visit(one.noor)
    expect((await noor.get('/')).text).toContain('Tell a colleague as soon as it is safe')
    expect((await noor.post(`${href}/closing`, { came: 'Done' })).errors.join(' ')).toContain('has not been told')
    await noor.post(`${href}/telling`)
    expect((await noor.post(`${href}/telling`)).status).toBe(409)
    expect((await one.visit(one.dora).get(href)).heading).toBe('For you to know')
  })

  it('has a line manager who gets what was written for them, as a record of its own, and agrees a plan', async () => {
    const one = await world()
    const href = await passedOn(one, { ...about(one), telling: 'told here', forManager: 'She needs time for records' })
    const grace = one.visit(one.grace)
    expect((await grace.get(href)).status).toBe(404)
    const list = await grace.get('/concerns')
    const practice = list.linkTo('Dora Evans')
    const page = await grace.get(practice)
    expect(page.text).toContain('She needs time for records')
    expect(page.source).not.toContain(worry)
    expect(
      (await grace.post(`${practice}/plan`, { what: 'plan', words: 'Two hours a week' })).errors.join(' '),
    ).toContain('Say on which day you look at it again')
    expect((await grace.post(`${practice}/plan`, { what: '', words: '' })).errors).toHaveLength(2)
    await grace.post(`${practice}/plan`, { what: 'plan', words: 'Two hours a week', on: '2026-12-20' })
    const dora = await one.visit(one.dora).get(practice)
    expect(dora.text).toContain('Two hours a week')
    expect(dora.text).not.toContain('She needs time for records')
    for (const other of [one.noor, one.amina]) expect((await one.visit(other).get(practice)).status).toBe(404)
    expect((await one.visit(one.dora).post(`${practice}/plan`, { what: 'closed', words: 'x' })).status).toBe(404)
    setClock('2026-12-21T10:00:00Z')
    expect((await one.visit(one.grace).get('/')).text).toContain('Look at the plan of support again with Dora Evans')
  })

  it('is never among the leads who read it, nor is their line manager', async () => {
    const one = await world()
    const href = await passedOn(one, { route: 'practice-concern', named: one.noor, telling: 'told' })
    expect((await one.visit(one.noor).get(href)).source).not.toContain(worry)
    expect((await one.visit(one.ben).get(href)).text).toContain('No safeguarding lead is on record')
  })
})
