import { describe, expect, it } from 'vitest'
import { caseWorkWith } from '../../../../test/worlds/case-work.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { supervisionWorld, type Trust } from '../../../../test/worlds/supervision.ts'

const database = await testDatabase()
const { trust, setClock, ...deeds } = await supervisionWorld(database)
const { discussed } = caseWorkWith({ setClock, ...deeds })
const needsOf = async (world: Trust, person: Trust['ben']) => {
  const needs = await world.inside(person, (work) => work.needs())
  return needs.map((need) => need.title)
}

describe('the clinical record', () => {
  it('is asked of the holder until they say when the plan went in', async () => {
    const world = await trust()
    const { href } = await discussed(world)
    const entry = href.replace('/record', '/clinical-entry')
    const title = 'Say when the plan of 24 November 2026 went into the clinical record'
    expect(await needsOf(world, world.ben)).toContain(title)
    const ben = world.visit(world.ben)
    const date = (day: string) => ({ 'day-day': day, 'day-month': '11', 'day-year': '2026' })
    expect((await ben.post(entry, { _version: '1' })).errors).toEqual([
      'Select whether the plan is in the clinical record',
    ])
    expect((await ben.post(entry, { _version: '1', outcome: 'entered' })).errors).toEqual([
      'Enter the day on which you entered the plan',
    ])
    expect((await ben.post(entry, { _version: '1', outcome: 'entered', ...date('3') })).errors).toEqual([
      'The day must be on or after the day of the session',
    ])
    expect((await ben.post(entry, { _version: '1', outcome: 'entered', ...date('24') })).location).toBe(href)
    expect((await ben.get(href)).text).toContain('In the clinical record since 24 November 2026')
    expect(await needsOf(world, world.ben)).not.toContain(title)
    expect((await world.visit(world.amina).post(entry, { _version: '1', outcome: 'not needed' })).status).toBe(404)
  })

  it('is asked again when an amendment changes the plan, and not when it leaves it', async () => {
    const world = await trust()
    const { href } = await discussed(world, 'First')
    const entry = href.replace('/record', '/clinical-entry')
    await world.visit(world.ben).post(entry, { _version: '1', outcome: 'not needed' })
    const amina = world.visit(world.amina)
    const amend = async (changes: Record<string, string>) => {
      const form = (await amina.postAndFollow(`${href}/amendment`)).formTo(`${href}/signature`)
      await amina.post(`${href}/signature`, { ...form, ...changes, why: 'A mistake' })
    }
    await amend({ 'each-case--records': 'Better words' })
    expect((await world.visit(world.ben).get(href)).text).toContain('Need not be in the clinical record')
    await amend({ 'plan--plan-of-care': 'A new plan' })
    expect((await world.visit(world.ben).get(href)).text).toContain('Not in the clinical record yet')
  })
})
