import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningHeldWorld } from '../../../../test/worlds/learning-held.ts'

const database = await testDatabase()
const { heldMeeting, withMeetings } = await learningHeldWorld(database)

describe('the turns of a set', () => {
  it('teach what will be there before the first meeting was held', async () => {
    const { world, address } = await withMeetings()
    const page = await world.visit(world.ben).get(`${address}/turns`)
    expect(page.heading).toBe('Turns of the set')
    expect(page.text).toContain('No meeting has been held yet')
  })

  it('show who presented and how long, who waits, and whose turn it rather is, with its reasons', async () => {
    const { world, address } = await heldMeeting()
    const set = await world.visit(world.ben).get(address)
    const page = await world.visit(world.ben).get(set.linkTo('Turns of the set'))
    expect(page.text).toContain('1 turn in 1 meeting, 50 minutes in all. An absence counts against nobody.')
    const rows = [...page.document.querySelectorAll('.app-bar')].map((row) => row.textContent ?? '')
    expect(rows.find((row) => row.includes('Ben'))).toContain('Presented once, 50 minutes')
    expect(rows.find((row) => row.includes('Dora'))).toContain('asked and put off once since')
    const order = [...page.document.querySelectorAll('ol li')].map((row) => row.textContent ?? '')
    expect(order[0]).toMatch(/^Dora.*: has not presented yet; asked once and was put off\.$/)
    expect(order.at(-1)).toMatch(/^Ben.*: has presented once, 50 minutes in all\.$/)
  })

  it('are for the people of the set alone', async () => {
    const { world, address } = await withMeetings()
    for (const who of [world.noor, world.grace, world.otto])
      expect((await world.visit(who).get(`${address}/turns`)).status).toBe(404)
  })
})
