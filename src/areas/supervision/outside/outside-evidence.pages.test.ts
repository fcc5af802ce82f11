import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { clinical, supervisionWorld } from '../../../../test/worlds/supervision.ts'
import { evidenceFor } from '../evidence.store.ts'

const database = await testDatabase()
const { trust, setClock } = await supervisionWorld(database)

describe('supervision held elsewhere', () => {
  it('is vouched for by the named colleague, and counts with that', async () => {
    const world = await trust()
    setClock()
    const form = {
      type: clinical,
      day: '2026-11-03',
      minutes: '60',
      format: 'one-to-one',
      placeKind: 'in person',
      heldWith: 'Hana Patel',
      voucher: world.grace,
    }
    const answer = await world.visit(world.ben).post('/supervision/outside-evidence', form)
    const href = answer.location ?? ''
    expect((await world.visit(world.dora).get(href)).status).toBe(404)
    expect((await world.visit(world.ben).post(`${href}/voucher`, { answer: 'yes' })).status).toBe(409)
    const page = await world.visit(world.grace).postAndFollow(`${href}/voucher`, { answer: 'yes' })
    expect(page.text).toContain('Vouched for')
    const rows = await world.inside(world.ben, (work) => evidenceFor(work, { people: [world.ben] }))
    expect(rows).toMatchObject([{ held: 'outside, vouched for', day: '2026-11-03' }])
    const bad = await world
      .visit(world.ben)
      .post('/supervision/outside-evidence', { ...form, day: '2026-11-21', minutes: '1', heldWith: '' })
    expect(bad.errors).toHaveLength(3)
    const self = await world.visit(world.ben).post('/supervision/outside-evidence', { ...form, voucher: world.ben })
    expect(self.errors[0]).toContain('nobody vouches for themselves')
  })
})
