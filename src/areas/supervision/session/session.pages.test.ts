import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { supervisionWorld } from '../../../../test/worlds/supervision.ts'

const database = await testDatabase()
const { trust, booked, held } = await supervisionWorld(database)

describe('who sees a session', () => {
  it('is its people alone: not the line manager, a colleague, the named professional or the neighbour', async () => {
    const world = await trust()
    const href = await held(world)
    const neighbour = await trust()
    for (const path of [
      '',
      '/calendar',
      '/cancellation',
      '/attendance',
      '/record',
      '/other-time',
      '/own-part',
      '/feedback',
    ]) {
      for (const person of [world.grace, world.dora, world.noor])
        expect([path, (await world.visit(person).get(href + path)).status]).toEqual([path, 404])
      expect([path, (await neighbour.visit(neighbour.amina).get(href + path)).status]).toEqual([path, 404])
    }
  })

  it('is told to a calendar without a word of content', async () => {
    const world = await trust()
    const href = await booked(world)
    const calendar = await world.visit(world.ben).get(`${href}/calendar`)
    expect(calendar.headers['content-type']).toContain('text/calendar')
    expect(calendar.source).toContain('SUMMARY:Supervision')
    expect(calendar.source).toContain('DTSTART:20261124T140000Z')
    expect(calendar.source).not.toContain('Amina')
    expect(calendar.source).not.toContain('Room 4')
  })
})
