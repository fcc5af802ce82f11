import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/test-database.ts'
import { closed, inForce, signNow, written } from '../../../test/worlds/agreement.ts'
import { supervisionWorld, type Trust } from '../../../test/worlds/supervision.ts'

const database = await testDatabase()
const { trust, setClock } = await supervisionWorld(database)
const template = 'one-to-one-contract'
const two = (world: Trust) => ({ supervisee: world.ben, supervisor: world.amina })
const hrefOf = (id: string) => `/agreements/${id}`

/** Ben starts a contract with Amina by hand; gives its address. */
async function begun(world: Trust): Promise<string> {
  setClock()
  const answer = await world.visit(world.ben).post('/agreements', { with: world.amina, side: 'they', template })
  if (!answer.location) throw new Error(answer.errors.join(' | ') || answer.text)
  return answer.location
}

describe('a contract of two', () => {
  it('is started by either, once, and waits for the other to look at it', async () => {
    const world = await trust()
    const form = await world.visit(world.ben).get(`/agreements/new?with=${world.amina}&side=they&template=${template}`)
    expect(form.heading).toBe('Start a contract')
    const href = await begun(world)
    const again = await world.visit(world.amina).post('/agreements', { with: world.ben, side: 'me', template })
    expect(again.location).toBe(href)
    const needs = await world.inside(world.amina, (work) => work.needs())
    expect(needs.map((need) => need.title)).toContain('Look at your contract with Ben Carter')
    const list = await world.visit(world.amina).get('/agreements')
    expect(list.headings).toContain('Waits for you')
    expect(list.linkTo('Contract with Ben Carter')).toBe(href)
  })

  it('is refused with nobody, with oneself, with a stranger and by a template that is not there', async () => {
    const world = await trust()
    const ben = world.visit(world.ben)
    expect((await ben.post('/agreements', {})).errors).toHaveLength(3)
    const start = (change: Record<string, string>) =>
      ben.post('/agreements', { with: world.amina, side: 'they', template, ...change })
    expect((await start({ with: world.ben })).errors).toEqual(['Choose somebody else: nobody signs with themselves'])
    expect((await start({ with: '00000000-0000-4000-8000-000000000000' })).errors).toEqual([
      'Choose somebody who works here',
    ])
    expect((await start({ template: 'nonsense' })).errors).toEqual(['Choose a kind of contract that the policy has'])
    expect((await start({ with: 'x'.repeat(9000) })).status).toBe(422)
    expect((await ben.post('/agreements', { _find: 'with', 'with-search': 'amina' })).text).toContain('Amina Yusuf')
  })

  it('is there for its two alone', async () => {
    const world = await trust()
    const href = await begun(world)
    for (const person of [world.dora, world.grace, world.noor])
      for (const path of ['', '/signature', '/blanks', '/clauses/new'])
        expect((await world.visit(person).get(href + path)).status).toBe(404)
  })

  it('is adapted by proposals that the other answers', async () => {
    const world = await trust()
    const href = await begun(world)
    const [ben, amina] = [world.visit(world.ben), world.visit(world.amina)]
    const at = `${href}/clauses/on-time-undisturbed`
    expect((await ben.get(at)).fieldValue('What it should say')).toContain('We both start on time')
    expect((await ben.post(`${at}/proposals`, { step: 'change', text: '' })).errors).toEqual([
      'Write what it should say',
    ])
    const same = await ben.get(at)
    const untouched = same.formTo(`${at}/proposals`)
    expect((await ben.post(`${at}/proposals`, untouched)).errors).toEqual([
      'Change the words first: these are the same',
    ])
    const wish = { step: 'change', heading: 'On time', text: 'We start at five past.', why: 'The school run' }
    expect((await ben.post(`${at}/proposals`, wish)).location).toBe(href)
    const waits = await amina.get(href)
    expect(waits.headings).toContain('Proposed to you')
    expect(waits.text).toContain('The school run')
    const action = [...waits.document.querySelectorAll('form')]
      .map((one) => one.getAttribute('action') ?? '')
      .find((one) => one.endsWith('/answer'))
    const id = action?.split('/').at(-2)
    const yes = { [`answer-${id}`]: 'accepts', [`reply-${id}`]: 'Gladly' }
    expect((await amina.post(action ?? '', {})).errors).toEqual(['Select your answer'])
    expect((await ben.post(action ?? '', yes)).errors).toEqual(['The other one of you answers this'])
    expect((await amina.post(action ?? '', yes)).location).toBe(href)
    const now = await ben.get(href)
    expect(now.text).toContain('In your own words, after S1 both 2')
    expect(now.text).toContain('Gladly')
  })

  it('gets clauses of one’s own, loses others, and lets proposals be taken back', async () => {
    const world = await trust()
    const href = await begun(world)
    const ben = world.visit(world.ben)
    const add = `${href}/clauses/new/proposals`
    expect((await ben.post(add, {})).errors).toHaveLength(2)
    expect((await ben.post(add, { party: 'both', text: 'Phones are off.' })).location).toBe(href)
    expect((await ben.post(`${href}/clauses/respect/proposals`, { step: 'leave out' })).location).toBe(href)
    expect((await ben.post(`${href}/clauses/nowhere/proposals`, { step: 'leave out' })).errors).toEqual([
      'This clause is no longer there',
    ])
    const shown = await ben.get(href)
    expect(shown.headings).toContain('What you proposed')
    expect((await ben.post(`${href}/closing`, { _version: '1' })).errors).toEqual(['Fill in “How often we meet” first'])
    const backs = [...shown.document.querySelectorAll('form')]
      .map((one) => one.getAttribute('action') ?? '')
      .filter((one) => one.includes('/proposals/') && one.endsWith('/withdrawal'))
    expect(backs).toHaveLength(2)
    for (const back of backs) expect((await ben.post(back)).location).toBe(href)
    expect((await ben.post(backs[0] ?? '')).errors).toEqual(['It was answered already'])
  })

  it('is filled in, closed, and refused from an old page', async () => {
    const world = await trust()
    const href = await begun(world)
    const ben = world.visit(world.ben)
    const blanks = { 'blank-how-often': 'Every 6 weeks', 'blank-how-long': '60 minutes', _version: '1' }
    expect((await ben.post(`${href}/blanks`, { ...blanks, 'blank-where': 'x'.repeat(600) })).errors).toHaveLength(1)
    expect((await ben.post(`${href}/blanks`, blanks)).location).toBe(href)
    expect((await ben.post(`${href}/blanks`, blanks)).errors).toEqual([
      'This was changed meanwhile. Look at it again first',
    ])
    expect((await ben.post(`${href}/closing`, { _version: '1' })).status).toBe(422)
    expect((await ben.post(`${href}/closing`, { _version: '2' })).location).toBe(href)
    const page = await world.visit(world.amina).get(href)
    expect(page.buttons).toContain('Read and sign')
    expect(page.linkTo('Read and sign')).toBe(`${href}/signature`)
  })
})

describe('signing', () => {
  it('takes a minute: the name typed, one button, and it is in force when both have', async () => {
    const world = await trust()
    const id = await closed(world.inside, two(world))
    for (const [person, name] of [
      [world.amina, 'amina  YUSUF'],
      [world.ben, 'Ben Carter'],
    ] as const) {
      const visitor = world.visit(person)
      const page = await visitor.get(`${hrefOf(id)}/signature`)
      const form = page.formTo(`${hrefOf(id)}/signature`)
      expect((await visitor.post(`${hrefOf(id)}/signature`, { ...form, name })).location).toBe(hrefOf(id))
    }
    const page = await world.visit(world.ben).get(hrefOf(id))
    expect(page.text).toContain('It holds until 19 November 2027')
    expect(page.headings).toContain('Signatures')
  })

  it('tells whoever had signed when the text was opened again', async () => {
    const world = await trust()
    const id = await closed(world.inside, two(world))
    await world.inside(world.amina, (work) => signNow(work, id))
    await world.visit(world.ben).post(`${hrefOf(id)}/reopening`)
    const page = await world.visit(world.amina).get(hrefOf(id))
    expect(page.text).toContain('Your signature counts no longer')
    const needs = await world.inside(world.amina, (work) => work.needs())
    expect(needs.map((need) => need.reason).join()).toContain('Ben Carter opened the text again')
    expect((await world.visit(world.ben).get(hrefOf(id))).text).not.toContain('Your signature counts no longer')
  })

  it('can be given up before, and is read afterwards', async () => {
    const world = await trust()
    const id = await closed(world.inside, two(world))
    expect((await world.visit(world.amina).post(`${hrefOf(id)}/withdrawal`)).location).toBe('/agreements')
    expect((await world.visit(world.ben).get(hrefOf(id))).text).toContain('It was given up')
    expect((await world.visit(world.ben).post(`${hrefOf(id)}/withdrawal`)).status).toBe(422)
    expect((await world.visit(world.ben).get('/agreements')).text).toContain('Earlier ones (1)')
  })

  it('shows an agreement in force without a way to change it', async () => {
    const world = await trust()
    const id = await inForce(world.inside, two(world))
    const page = await world.visit(world.ben).get(hrefOf(id))
    expect(page.buttons).toEqual(['Your receipt'])
    for (const deed of ['/closing', '/reopening', '/withdrawal', '/blanks'])
      expect((await world.visit(world.ben).post(hrefOf(id) + deed, { _version: '3' })).status).toBe(422)
  })

  it('shows a contract that is being written to be one', async () => {
    const world = await trust()
    const id = await written(world.inside, two(world))
    expect((await world.visit(world.ben).get(`${hrefOf(id)}/signature`)).status).toBe(409)
  })
})
