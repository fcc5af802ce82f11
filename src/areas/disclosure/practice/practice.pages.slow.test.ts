import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { concernWorld, passedOn, told, worry } from '../../../../test/worlds/concern.ts'
import type { Trust } from '../../../../test/worlds/supervision.ts'

const database = await testDatabase()
const { world, setClock } = await concernWorld(database)
const step = { step1: 'Shadow a colleague twice', who1: 'person', due1: '2026-12-04' }
const plan = { what: 'plan', words: 'Two hours a week', on: '2027-01-20', ...step }

/** A concern about Dora’s practice that Ben passed on, as Grace has it: its address. */
async function practiceOf(one: Trust): Promise<string> {
  const about = { route: 'practice-concern', named: one.dora, telling: 'told here' }
  await passedOn(one, { ...about, forManager: 'She needs time for records' })
  return (await one.visit(one.grace).get('/concerns')).linkTo('Dora Evans')
}

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
    expect(
      (await grace.post(`${practice}/plan`, { what: 'plan', words: 'Two hours a week', on: '2026-12-20' })).errors,
    ).toEqual(['Write at least one step: who does what, by when'])
    await grace.post(`${practice}/plan`, { ...plan, on: '2026-12-20' })
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

describe('a plan of support and development', () => {
  it('has steps that each of the two does by a day, and says what came of them', async () => {
    const one = await world()
    const practice = await practiceOf(one)
    const [grace, dora] = [one.visit(one.grace), one.visit(one.dora)]
    const mine = { step2: 'Find two hours a week', who2: 'manager', due2: '2026-12-01' }
    expect((await grace.post(`${practice}/plan`, { ...plan, ...mine })).location).toBe(practice)
    const mails = await database.owner.query('select 1 from outbox where to_person = $1 and template = $2', [
      one.dora,
      'practice-plan',
    ])
    expect(mails.rowCount).toBe(1)
    const page = await dora.get((await dora.get('/concerns')).linkTo('Grace Okafor'))
    for (const words of ['Shadow a colleague twice', 'Find two hours a week', 'By', '4 December 2026', 'Open'])
      expect(page.text).toContain(words)
    expect(page.source).not.toContain('She needs time for records')
    expect((await dora.post(`${practice}/steps/1`, { outcome: 'done' })).location).toBe(practice)
    expect((await dora.post(`${practice}/steps/1`, { outcome: 'done' })).status).toBe(409)
    expect((await dora.post(`${practice}/steps/2`, { outcome: 'done' })).status).toBe(409)
    const moved = { outcome: 'new day', due: '2026-12-15' }
    expect((await grace.postAndFollow(`${practice}/steps/2`, moved)).text).toContain('15 December 2026')
    const seen = await dora.get(practice)
    for (const words of ['Done 24 November 2026', 'You and Grace Okafor agree this together'])
      expect(seen.text).toContain(words)
    expect(seen.headings).toContain('Who can see this plan, and who has')
  })

  it('waits on the home of whoever does a step, a week before its day, without its words', async () => {
    const one = await world()
    const practice = await practiceOf(one)
    await one.visit(one.grace).post(`${practice}/plan`, plan)
    expect((await one.visit(one.dora).get('/')).text).not.toContain('Do a step of a plan')
    setClock('2026-11-30T10:00:00Z')
    const home = await one.visit(one.dora).get('/')
    expect(home.text).toContain('You agreed to do it by 4 December 2026')
    expect(home.source).not.toContain('Shadow a colleague')
    expect((await one.visit(one.grace).get('/')).text).not.toContain('Do a step of a plan')
  })

  it('is closed when each of its steps is over', async () => {
    const one = await world()
    const practice = await practiceOf(one)
    const grace = one.visit(one.grace)
    await grace.post(`${practice}/plan`, plan)
    const closing = { what: 'closed', words: 'It goes well now' }
    expect((await grace.post(`${practice}/plan`, closing)).errors).toEqual([
      'Say first what came of each step that is open',
    ])
    const page = await grace.get(`${practice}/steps/1`)
    expect(page.text).toContain('Shadow a colleague twice')
    expect((await grace.post(`${practice}/steps/1`, { outcome: '' })).errors).toEqual(['Select what came of it'])
    expect((await grace.post(`${practice}/steps/1`, { outcome: 'new day' })).errors).toEqual(['Enter the new day'])
    expect((await grace.post(`${practice}/steps/1`, { outcome: 'new day', due: '2026-11-01' })).status).toBe(422)
    await grace.post(`${practice}/steps/1`, { outcome: 'not needed' })
    expect((await grace.postAndFollow(`${practice}/plan`, closing)).text).toContain('Closed')
    for (const wrong of ['0', '2', 'nonsense', '1e9', '-1'])
      expect((await grace.get(`${practice}/steps/${wrong}`)).status).toBe(404)
  })

  it.each([
    [{ step1: '', who1: 'person', due1: '2026-12-04' }, 'Say what step 1 is'],
    [{ who1: '' }, 'Select who does step 1'],
    [{ who1: 'somebody' }, 'Select who does step 1'],
    [{ due1: '' }, 'Enter by when step 1 is done'],
    [{ due1: '2026-11-01' }, 'today or in the future'],
    [{ due1: '2099-01-01' }, 'within two years'],
    [{ step1: 'x'.repeat(501) }, '500 characters'],
  ])('keeps what was typed when a step is not whole: %o', async (change, words) => {
    const one = await world()
    const practice = await practiceOf(one)
    const page = await one.visit(one.grace).post(`${practice}/plan`, { ...plan, ...change })
    expect(page.status).toBe(422)
    expect(page.errors.join(' ')).toContain(words)
    expect(page.source).toContain('Two hours a week')
  })

  it('starts also when the line manager is who noticed it, or was written to later', async () => {
    const one = await world()
    const about = { route: 'practice-concern', named: one.dora, telling: 'told' }
    const own = await one.visit(one.grace).post('/concerns', { ...told, ...about, forManager: 'Records are late' })
    expect(own.location).toContain('/concerns/')
    const mine = (await one.visit(one.grace).get('/concerns')).linkTo('Dora Evans')
    expect((await one.visit(one.grace).post(`${mine}/plan`, plan)).location).toBe(mine)

    const href = await passedOn(one, about)
    const noor = one.visit(one.noor)
    expect((await noor.get(href)).text).toContain('Their line manager has not been written to')
    expect((await noor.post(`${href}/manager`, { words: ' ' })).errors).toEqual([
      'Write what their line manager should know',
    ])
    expect((await one.visit(one.otto).post(`${href}/manager`, { words: 'x' })).status).toBe(404)
    const page = await noor.postAndFollow(`${href}/manager`, { words: 'Please find time with her' })
    expect(page.text).toContain('Their line manager was told')
    expect((await noor.post(`${href}/manager`, { words: 'Again' })).status).toBe(409)
    const nobody = await passedOn(one, { ...about, named: one.otto })
    expect((await noor.post(`${nobody}/manager`, { words: 'Please' })).errors.join(' ')).toContain('No line manager')
  })
})

describe('a colleague about whom something else is looked into', () => {
  it.each(['report-fraud', 'report-whistle-blowing', 'report-dignity'])(
    'is not told from here, and nobody is asked to: %s',
    async (route) => {
      const one = await world()
      const form = await one.visit(one.ben).get(`/concerns/new/${route}`)
      expect(form.text).not.toContain('do they know?')
      expect(form.text).toContain('gives no number for this')
      const href = await passedOn(one, { route, named: one.dora })
      expect((await one.visit(one.dora).get(href)).status).toBe(404)
      const noor = one.visit(one.noor)
      const page = await noor.get(href)
      expect(page.text).toContain('Dora Evans is told by whoever looks into it under the policy')
      expect(page.buttons).not.toContain('Tell the colleague it is about')
      expect((await noor.post(`${href}/telling`)).status).toBe(409)
      expect((await noor.get('/')).text).not.toContain('Tell a colleague as soon as it is safe')
      expect((await noor.post(`${href}/closing`, { came: 'Handed to the right team' })).location).toBe(href)
    },
  )
})
