import { describe, expect, it } from 'vitest'
import { caseWorkWith } from '../../../../test/worlds/case-work.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { supervisionWorld } from '../../../../test/worlds/supervision.ts'

const database = await testDatabase()
const { trust, setClock, ...deeds } = await supervisionWorld(database)
const { listed, brought, heldWith } = caseWorkWith({ setClock, ...deeds })

describe('a case that came up unprepared', () => {
  it('is brought by its holder while the record of the session is open', async () => {
    const world = await trust()
    const id = await listed(world, world.ben)
    const session = await heldWith(world, { people: [world.ben], cases: [] })
    const ben = world.visit(world.ben)
    expect((await ben.get(`/sessions/${session}`)).text).toContain('Did another of your cases come up?')
    expect((await ben.post(`/sessions/${session}/brought-cases`, { case: '' })).status).toBe(409)
    expect((await ben.post(`/sessions/${session}/brought-cases`, { case: id })).location).toBe(`/sessions/${session}`)
    expect((await world.visit(world.amina).get(`/sessions/${session}`)).linkTo('RV-2041')).toContain(id)
    expect((await ben.get(`/sessions/${session}`)).text).not.toContain('Did another of your cases come up?')
  })
  it('waits for the next time before the session, after its record, and for whoever was not there', async () => {
    const world = await trust()
    const id = await listed(world, world.ben)
    const ahead = await brought(world, { people: [world.ben], cases: [], startsAt: '2027-01-19T14:00:00Z' })
    expect((await world.visit(world.ben).post(`/sessions/${ahead}/brought-cases`, { case: id })).status).toBe(409)
    const people = [world.ben, world.dora]
    const missed = await heldWith(world, { people, cases: [], absent: [world.ben], startsAt: '2026-12-01T14:00:00Z' })
    expect((await world.visit(world.ben).post(`/sessions/${missed}/brought-cases`, { case: id })).status).toBe(409)
    expect((await world.visit(world.femi).post(`/sessions/${missed}/brought-cases`, { case: id })).status).toBe(404)
    const closed = await heldWith(world, { people: [world.ben], cases: [], startsAt: '2026-12-08T14:00:00Z' })
    await world
      .visit(world.amina)
      .post(`/sessions/${closed}/record/signature`, { 'reflection--impact': 'Calm', _version: '0' })
    expect((await world.visit(world.ben).post(`/sessions/${closed}/brought-cases`, { case: id })).status).toBe(409)
  })
})
