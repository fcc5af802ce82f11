import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningSetWorld } from '../../../../test/worlds/learning-set.ts'

const database = await testDatabase()
const { trust, begunRules, madeSet, signedRules } = await learningSetWorld(database)
const three = ['ben', 'dora', 'femi'] as const

async function begun() {
  const world = await trust()
  const { rules, id, set } = await begunRules(world, three)
  return { world, rules, id, set, amina: world.visit(world.amina), ben: world.visit(world.ben) }
}

describe('the first rules of a set', () => {
  it('are begun by its facilitator, once there is somebody to agree them with', async () => {
    const world = await trust()
    const set = await madeSet(world, ['ben', 'dora'])
    const [amina, ben] = [world.visit(world.amina), world.visit(world.ben)]
    expect((await ben.get(set)).text).toContain('The facilitator begins it.')
    expect((await ben.post(`${set}/ground-rules`)).status).toBe(409)
    for (const who of [world.otto, world.grace])
      expect((await world.visit(who).post(`${set}/ground-rules`)).status).toBe(404)
    const needs = await world.inside(world.amina, async (work) => (await work.needs()).map((need) => need.title))
    expect(needs).toContain('Begin the ground rules of Tuesday set')
    expect((await amina.get(set)).buttons).toContain('Begin our ground rules')
    expect((await amina.post(`${set}/ground-rules`)).location).toMatch(/^\/ground-rules\//)
    expect((await amina.post(`${set}/ground-rules`)).status).toBe(409)
    expect((await world.visit(world.grace).get(set)).text).toContain('New ones are being agreed.')
  })
})

describe('a set whose people change', () => {
  it('agrees its rules again from the text that is there; whoever joins is asked, whoever left finds nothing of it', async () => {
    const { world, id, set, amina, ben } = await begun()
    await signedRules(world, id, three)
    expect((await amina.get(set)).text).toContain('In force')
    await amina.post(`${set}/members`, { people: world.otto, as: 'member', from: '2026-11-20' })
    const next = (await amina.get(set)).linkTo('Go to the clauses')
    expect(next).not.toBe(`/ground-rules/${id}`)
    expect((await world.visit(world.otto).get(next)).text).toContain('0 of 5 have answered everything')
    expect((await ben.get(set)).linkTo('Read our ground rules')).toBe(`/agreements/${id}`)
    const leaving = (await ben.get(set)).linkTo('Leave the set')
    await ben.post(leaving, { until: '2026-11-20' })
    expect((await ben.get(next)).status).toBe(404)
    expect((await ben.get(`/agreements/${id}`)).status).toBe(200)
    const needs = await world.inside(world.amina, async (work) => (await work.needs()).map((need) => need.title))
    expect(needs).toContain('Agree the ground rules of Tuesday set again')
    const again = await amina.post(`${set}/ground-rules`)
    expect(again.location).not.toBe(next)
    expect((await ben.get(again.location ?? '')).status).toBe(404)
    expect((await world.visit(world.dora).get(again.location ?? '')).text).toContain('0 of 4 have answered everything')
    expect((await world.visit(world.dora).get(next)).text).toContain('The text is closed')
    expect((await ben.get(next)).status).toBe(404)
    expect((await ben.get(next.replace('ground-rules', 'agreements'))).status).toBe(404)
  })

  it('ends its rules with the set', async () => {
    const { world, id, set, amina } = await begun()
    await signedRules(world, id, three)
    await amina.post(`${set}/end`)
    const found = await database.owner.query('select state from agreement where id = $1', [id])
    expect(found.rows).toEqual([{ state: 'ended' }])
    expect((await world.visit(world.ben).get(`/agreements/${id}`)).status).toBe(200)
  })
})
