import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { at, clinical, supervisionWorld } from '../../../../test/worlds/supervision.ts'

const database = await testDatabase()
const { trust, booked } = await supervisionWorld(database)

describe('cancelling', () => {
  it('keeps who, why and whose duty it is, and can be put back for a while', async () => {
    const world = await trust()
    const href = await booked(world)
    const ben = world.visit(world.ben)
    const form = { cause: 'sickness', way: 'instead', _version: '2' }
    const page = await ben.postAndFollow(`${href}/cancellation`, form)
    expect(page.text).toContain('By Ben Carter on 20 November 2026 at 10am, with 4 days’ notice, because of sickness')
    expect(page.text).toContain('To be rebooked by Ben Carter')
    expect(page.buttons).toContain('Put it back')
    expect((await world.visit(world.amina).post(`${href}/cancellation/undoing`)).status).toBe(409)
    expect((await ben.postAndFollow(`${href}/cancellation/undoing`)).text).toContain('Booked')
  })

  it('is done with when a new session is booked in its place', async () => {
    const world = await trust()
    const href = await booked(world)
    const ben = world.visit(world.ben)
    await ben.post(`${href}/cancellation`, { cause: 'leave', way: 'in addition', _version: '2' })
    const needs = await world.inside(world.ben, (work) => work.needs())
    expect(needs.map((need) => need.title)).toContain('Find a new date with Amina Yusuf in place of 24 November 2026')
    const rebooks = href.split('/')[2] ?? ''
    const form = (await ben.get(`/supervision/booking?rebooks=${rebooks}`)).formTo('/supervision/bookings')
    expect(form).toMatchObject({ rebooks })
    const next = await ben.post('/supervision/bookings', {
      ...form,
      with: world.amina,
      side: 'they',
      type: clinical,
      ...at,
      day: '2026-12-01',
    })
    await world.visit(world.amina).post(`${next.location}/acceptance`, { _version: '1' })
    expect((await ben.get(href)).text).toContain('Rebooked for 1 December 2026')
    const again = await ben.post('/supervision/bookings', {
      rebooks,
      with: world.amina,
      side: 'they',
      type: clinical,
      ...at,
      day: '2026-12-02',
    })
    expect(again.errors[0]).toContain('rebooked already')
  })

  it('lets the new session take the place of the next planned one, once it is booked; that can be put back', async () => {
    const world = await trust()
    const href = await booked(world)
    const [ben, amina] = [world.visit(world.ben), world.visit(world.amina)]
    const ask = { type: clinical, side: 'they', with: world.amina, ...at }
    const planned = async (day: string, more: object = {}) => {
      const { location } = await ben.post('/supervision/bookings', { ...ask, day, ...more })
      return location ?? ''
    }
    const [next, later] = [await planned('2026-12-08'), await planned('2026-12-22')]
    for (const one of [next, later]) await amina.post(`${one}/acceptance`, { _version: '1' })
    expect((await ben.get(`${href}/cancellation`)).text).toContain(
      'The next planned session is on 8 December 2026 at 2pm',
    )
    await ben.post(`${href}/cancellation`, { cause: 'leave', way: 'instead', _version: '2' })
    expect((await ben.get(next)).text).toContain('Booked')
    const fresh = await planned('2026-12-01', { rebooks: href.split('/')[2] ?? '' })
    expect((await ben.get(next)).text).toContain('Booked')
    await amina.post(`${fresh}/acceptance`, { _version: '1' })
    const taken = await amina.get(next)
    expect(taken.text).toContain('A rebooked session took its place')
    expect(taken.text).toContain('Nothing has to be rebooked')
    expect((await ben.get(later)).text).not.toContain('took its place')
    expect((await amina.postAndFollow(`${next}/cancellation/undoing`)).text).toContain('Booked')
  })

  it('leaves the next planned one where it is when the new session comes in addition', async () => {
    const world = await trust()
    const href = await booked(world)
    const [ben, amina] = [world.visit(world.ben), world.visit(world.amina)]
    const ask = { type: clinical, side: 'they', with: world.amina, ...at }
    const next = (await ben.post('/supervision/bookings', { ...ask, day: '2026-12-08' })).location ?? ''
    await amina.post(`${next}/acceptance`, { _version: '1' })
    await ben.post(`${href}/cancellation`, { cause: 'leave', way: 'in addition', _version: '2' })
    const rebooks = href.split('/')[2] ?? ''
    const fresh = (await ben.post('/supervision/bookings', { ...ask, day: '2026-12-01', rebooks })).location ?? ''
    await amina.post(`${fresh}/acceptance`, { _version: '1' })
    expect((await ben.get(next)).text).not.toContain('took its place')
  })

  it('asks why, and refuses a second time and a stale page', async () => {
    const world = await trust()
    const href = await booked(world)
    const amina = world.visit(world.amina)
    expect((await amina.post(`${href}/cancellation`, { _version: '2' })).errors).toEqual([
      'Select why it is cancelled',
      'Select how it is rebooked',
    ])
    const form = { cause: 'other', way: 'instead' }
    expect((await amina.post(`${href}/cancellation`, { ...form, _version: '1' })).status).toBe(422)
    await amina.post(`${href}/cancellation`, { ...form, _version: '2' })
    expect((await world.visit(world.ben).post(`${href}/cancellation`, { ...form, _version: '3' })).status).toBe(409)
    const news = await world.inside(world.ben, (work) => work.needs())
    expect(news.map((need) => need.title)).toContain('Amina Yusuf cancelled a session with you')
  })
})
