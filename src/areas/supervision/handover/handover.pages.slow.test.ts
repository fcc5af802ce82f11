import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { supervisionWorld, type Trust } from '../../../../test/worlds/supervision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { family } from '../case/case.examples.ts'
import { listCase } from '../case/case.changes.ts'

const database = await testDatabase()
const { trust, setClock } = await supervisionWorld(database)

async function listed(world: Trust) {
  const done = await world.inside(world.ben, (work) => listCase(work, family))
  if (!done.ok) throw new Error(done.reason)
  return `/cases/${done.value}`
}

async function offered(world: Trust, to: PersonId = world.dora) {
  setClock()
  const href = await listed(world)
  const answer = await world.visit(world.ben).post(`${href}/handover`, { to, agreed: 'yes' })
  if (answer.location !== href) throw new Error(answer.errors.join(' | ') || answer.text)
  return href
}

describe('handing a case over', () => {
  it('is offered to a colleague who was found and spoken with', async () => {
    const world = await trust()
    const href = await listed(world)
    const ben = world.visit(world.ben)
    const searched = await ben.post(`${href}/handover`, { _find: 'to', 'to-search': 'dora' })
    expect(searched.status).toBe(200)
    expect(searched.text).toContain('Dora Evans')
    expect((await ben.post(`${href}/handover`, {})).errors).toHaveLength(2)
    expect((await ben.post(`${href}/handover`, { to: world.ben, agreed: 'yes' })).errors).toEqual([
      'This case is yours already. Choose a colleague',
    ])
    for (const to of ['nobody', '00000000-0000-4000-8000-000000000000', 'x'.repeat(9000)])
      expect((await ben.post(`${href}/handover`, { to, agreed: 'yes' })).status).toBe(422)
  })

  it('lets the colleague read it and decide; it waits on their home', async () => {
    const world = await trust()
    const href = await offered(world)
    const needs = await world.inside(world.dora, (work) => work.needs())
    expect(needs.map((need) => need.title)).toContain('Ben Carter offers to hand a case over to you')
    expect((await world.visit(world.dora).get('/cases')).linkTo('Ben Carter offers you a case')).toBe(href)
    const page = await world.visit(world.dora).get(href)
    expect(page.text).toContain('RV-2041')
    expect(page.buttons).toEqual(['Accept this case', 'Decline'])
    expect((await world.visit(world.dora).get(`${href}/details`)).status).toBe(404)
    expect((await world.visit(world.femi).get(href)).status).toBe(404)
  })

  it('makes it theirs on accepting; whoever held it keeps what was, and sees nothing that comes after', async () => {
    const world = await trust()
    const href = await offered(world)
    const [ben, dora] = [world.visit(world.ben), world.visit(world.dora)]
    expect((await dora.post(`${href}/handover/acceptance`)).location).toBe(href)
    expect((await dora.get('/cases')).linkTo('RV-2041')).toBe(href)
    const form = (await dora.get(`${href}/details`)).formTo(`${href}/details`)
    const people = [...(await dora.get(`${href}/details`)).document.querySelectorAll('input[name=people]')].map(
      (one) => one.getAttribute('value') ?? '',
    )
    const kinds = { [`kind--${people[0]}`]: 'child', [`kind--${people[1]}`]: 'unborn' }
    const after = {
      ...form,
      people,
      ...kinds,
      criteria: ['child-plan', 'domestic-abuse'],
      connections: 'New since May',
    }
    expect((await dora.post(`${href}/details`, after)).location).toBe(href)
    const then = await ben.get(href)
    expect(then.status).toBe(200)
    expect(then.text).toContain('You see it as it was when you handed it over')
    expect(then.source).not.toContain('New since May')
    expect((await ben.get('/cases')).linkTo('To Dora Evans on 20 November 2026')).toBe(href)
    for (const path of ['/details', '/closing', '/handover']) expect((await ben.get(href + path)).status).toBe(404)
  })

  it('refuses a save from a tab that was open when it moved, and shows everything that was typed', async () => {
    const world = await trust()
    const href = await offered(world)
    const ben = world.visit(world.ben)
    const form = (await ben.get(`${href}/details`)).formTo(`${href}/details`)
    await world.visit(world.dora).post(`${href}/handover/acceptance`)
    const typed = { ...form, connections: 'Typed while it moved' }
    const answer = await ben.post(`${href}/details`, typed)
    expect(answer.status).toBe(409)
    expect(answer.heading).toBe('This case has been handed over')
    expect(answer.text).toContain('Dora Evans holds it now')
    expect(answer.text).toContain('Typed while it moved')
    expect((await world.visit(world.dora).get(href)).text).not.toContain('Typed while it moved')
    for (const path of ['/closing', '/handover', '/handover/withdrawal'])
      expect(
        (await ben.post(href + path, { _version: '1', because: 'died', to: world.femi, agreed: 'yes' })).status,
      ).not.toBe(303)
  })

  it('is declined or taken back, and then read no more', async () => {
    const world = await trust()
    const href = await offered(world)
    const [ben, dora] = [world.visit(world.ben), world.visit(world.dora)]
    expect((await dora.post(`${href}/handover/refusal`)).location).toBe('/cases')
    expect((await dora.get(href)).status).toBe(404)
    await ben.post(`${href}/handover`, { to: world.femi, agreed: 'yes' })
    expect((await ben.post(`${href}/handover`, { to: world.dora, agreed: 'yes' })).errors).toEqual([
      expect.stringContaining('offered to a colleague already'),
    ])
    expect((await ben.post(`${href}/handover/withdrawal`)).location).toBe(href)
    expect((await world.visit(world.femi).get(href)).status).toBe(404)
    expect((await ben.post(`${href}/handover/withdrawal`)).status).toBe(409)
  })

  it('is accepted once, by the colleague alone', async () => {
    const world = await trust()
    const href = await offered(world)
    expect((await world.visit(world.ben).post(`${href}/handover/acceptance`)).status).toBe(409)
    const dora = world.visit(world.dora)
    const answers = await Promise.all([1, 2, 3].map(() => dora.post(`${href}/handover/acceptance`)))
    expect(answers.map((one) => one.status).sort()).toEqual([303, 409, 409])
  })
})
