import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { at, clinical, supervisionWorld } from '../../../../test/worlds/supervision.ts'

const database = await testDatabase()
const { trust, setClock, booked, held } = await supervisionWorld(database)

describe('the list of my sessions', () => {
  it('has what is ahead under its month, and leads to what has been', async () => {
    const world = await trust()
    await booked(world)
    const ben = world.visit(world.ben)
    const page = await ben.get('/supervision/sessions')
    expect(page.heading).toBe('Sessions ahead')
    expect(page.headings).toContain('November 2026')
    expect(page.text).toContain('1, nearest first')
    const past = await ben.get(page.linkTo('See the 0 that have been'))
    expect(past.heading).toBe('Sessions that have been')
    expect(past.text).toContain('No sessions found')
  })

  it('has a held session among those that have been, found by name and kind', async () => {
    const world = await trust()
    await held(world)
    const ben = world.visit(world.ben)
    const found = await ben.get(`/supervision/sessions?when=past&with=amina&kind=${clinical}`)
    expect(found.text).toContain('24 November 2026 at 2pm')
    expect(found.fieldValue('With whom')).toBe('amina')
    expect((await ben.get('/supervision/sessions?when=past&with=otto')).text).toContain('No sessions found')
  })

  it('is turned page by page, and the overview leads to it', async () => {
    const world = await trust()
    setClock()
    const ben = world.visit(world.ben)
    for (let day = 1; day <= 22; day++) {
      const form = {
        type: clinical,
        side: 'they',
        with: world.amina,
        ...at,
        day: `2027-01-${String(day).padStart(2, '0')}`,
      }
      expect((await ben.post('/supervision/bookings', form)).status).toBe(303)
    }
    const overview = await ben.get('/supervision')
    const first = await ben.get(overview.linkTo('All 22 sessions ahead'))
    expect(first.text).toContain('1 to 20 of 22, nearest first')
    const last = await ben.get(first.linkTo('Next'))
    expect(last.text).toContain('21 to 22 of 22')
    expect(last.text).toContain('22 January 2027')
  })

  it('answers odd addresses with a page, and shows nobody else’s sessions', async () => {
    const world = await trust()
    await booked(world)
    for (const odd of ['page=99999', 'page=-1', 'when=%00', 'kind=%27', 'with=%25', 'with=a&with=b'])
      expect((await world.visit(world.ben).get(`/supervision/sessions?${odd}`)).status, odd).toBe(200)
    const other = await trust()
    expect((await other.visit(other.ben).get('/supervision/sessions')).text).toContain('Nothing is booked')
    expect((await world.visit(world.dora).get('/supervision/sessions')).text).toContain('Nothing is booked')
  })
})
