import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/test-database.ts'
import { clinical, supervisionWorld } from '../../../test/worlds/supervision.ts'

const database = await testDatabase()
const { trust, booked } = await supervisionWorld(database)

describe('the supervision page', () => {
  it('shows what is ahead, my supervisors and the ways to book', async () => {
    const world = await trust()
    await booked(world)
    await world.visit(world.ben).post('/supervision/supervisors', { type: clinical, side: 'they', with: world.amina })
    const page = await world.visit(world.ben).get('/supervision')
    expect(page.text).toContain('24 November 2026 at 2pm')
    expect(page.text).toContain('Amina Yusuf, One-to-one clinical supervision')
    expect(page.headings).toContain('Sessions of the last year')
    expect((await world.visit(world.otto).get('/supervision')).text).toContain('Nothing is booked')
  })

  it('ends a pair with a kind of reason', async () => {
    const world = await trust()
    const ben = world.visit(world.ben)
    await ben.post('/supervision/supervisors', { type: clinical, side: 'they', with: world.amina })
    const href = (await ben.get('/supervision/supervisors')).linkTo('End supervision')
    expect((await ben.post(href, {})).errors).toContain('Select what has changed')
    const parting = { talked: 'no', notTalked: 'away', kind: 'moved', when: 'today' }
    expect((await ben.postAndFollow(href, parting)).heading).toContain('has ended')
    const self = await ben.post('/supervision/supervisors', { type: clinical, side: 'they', with: world.ben })
    expect(self.errors[0]).toContain('nobody supervises themselves')
  })
})
