import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { at, clinical, supervisionWorld } from '../../../../test/worlds/supervision.ts'
import { newId } from '../../../platform/ids.ts'

const database = await testDatabase()
const { trust, setClock, suggested, booked } = await supervisionWorld(database)

describe('agreeing a time', () => {
  it('goes from one side to the other until it is booked, and shows the conversation', async () => {
    const world = await trust()
    const href = await suggested(world)
    const amina = world.visit(world.amina)
    const ben = world.visit(world.ben)
    const page = await amina.get(href)
    expect(page.heading).toContain('One-to-one clinical supervision')
    expect(page.buttons).toContain('Accept this time')
    expect((await ben.get(href)).text).toContain('You suggested this time')
    await amina.post(`${href}/other-time`, { ...at, day: '2026-11-26', _version: '1' })
    expect((await ben.get(href)).text).toContain('2 times were suggested')
    const done = await ben.postAndFollow(`${href}/acceptance`, { _version: '2' })
    expect(done.text).toContain('Thursday 26 November 2026, 2pm, 1 hour')
    expect(done.text).toContain('Booked')
  })

  it('refuses an answer to a time that was changed meanwhile', async () => {
    const world = await trust()
    const href = await suggested(world)
    await world.visit(world.ben).post(`${href}/other-time`, { ...at, day: '2026-11-26', _version: '1' })
    const stale = await world.visit(world.amina).post(`${href}/acceptance`, { _version: '1' })
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('changed meanwhile')
  })

  it('can be turned down, and then nothing is booked', async () => {
    const world = await trust()
    const href = await suggested(world)
    await world.visit(world.amina).post(`${href}/withdrawal`, { _version: '1' })
    expect((await world.visit(world.ben).get(href)).text).toContain('Withdrawn')
  })

  it('comes back with what was typed and a sentence for each fault', async () => {
    const world = await trust()
    setClock()
    const ben = world.visit(world.ben)
    const send = (given: Record<string, string>) =>
      ben.post('/supervision/bookings', { type: clinical, side: 'they', with: world.amina, ...at, ...given })
    expect((await send({ day: '', time: '', minutes: '' })).errors).toHaveLength(3)
    expect((await send({ day: '2026-11-19' })).errors).toEqual(['Day must be today or in the future'])
    expect((await send({ day: '2026-11-20', time: '9am' })).errors[0]).toContain('must be in the future')
    expect((await send({ day: '2027-02-29' })).status).toBe(422)
    expect((await send({ minutes: '4' })).errors).toHaveLength(1)
    expect((await send({ time: '25:00' })).errors[0]).toContain('must be a time')
    const march = await send({ day: '2027-03-28', time: '1:30am' })
    expect(march.errors[0]).toContain('clocks go forward')
    expect(march.fieldValue('Room')).toBe('Room 4')
    expect((await send({ with: world.ben })).errors[0]).toContain('nobody supervises themselves')
    expect((await send({ with: newId() })).errors[0]).toContain('people who work here')
    expect((await send({ with: "x' or 1=1 --" })).status).toBe(422)
    expect((await send({ type: 'nothing-known' })).errors[0]).toContain('kind of supervision')
    expect((await send({ place: 'x'.repeat(301) })).errors[0]).toContain('300 characters')
  })

  it('offers the person’s own kinds first, and all others behind a line', async () => {
    const world = await trust()
    const { text, source } = await world.visit(world.ben).get('/supervision/booking')
    const [own = '', others = ''] = text.split('or another kind')
    expect(own).toContain('One-to-one clinical supervision')
    expect(own).not.toContain('Child protection case work supervision')
    expect(others).toContain('Child protection case work supervision')
    expect([...source.matchAll(/name="type"/g)].length).toBeGreaterThan(5)
  })

  it('finds people by a part of their name without JavaScript', async () => {
    const world = await trust()
    const page = await world
      .visit(world.ben)
      .post('/supervision/bookings', { 'with-search': 'amin', _find: 'with', type: clinical })
    expect(page.text).toContain('Amina Yusuf')
  })

  it('refuses what overlaps, for either of the two', async () => {
    const world = await trust()
    await booked(world)
    const again = { type: clinical, side: 'they', with: world.amina, ...at, time: '2:30pm' }
    expect((await world.visit(world.dora).post('/supervision/bookings', again)).errors[0]).toContain(
      'Amina Yusuf has another session',
    )
    expect((await world.visit(world.ben).post('/supervision/bookings', again)).errors[0]).toContain(
      'another session at that time',
    )
    const after = await world.visit(world.dora).post('/supervision/bookings', { ...again, time: '3pm' })
    expect(after.status).toBe(303)
  })

  it('refuses a supervisor whom the policy does not name, and says who can', async () => {
    const world = await trust()
    setClock()
    const ask = { type: clinical, side: 'they', with: world.otto, ...at }
    const refused = await world.visit(world.ben).post('/supervision/bookings', ask)
    expect(refused.errors[0]).toContain('Otto Berg cannot supervise One-to-one clinical supervision')
    expect(refused.errors[0]).toContain('These people can: Amina Yusuf')
    const forced = await world.visit(world.ben).post('/supervision/bookings', { ...ask, reason: 'I say so' })
    expect(forced.errors[0]).toContain('set aside only by')
  })

  it('lets a named professional set the refusal aside with a reason, which is reported', async () => {
    const world = await trust()
    setClock()
    const noor = world.visit(world.noor)
    const ask = { type: clinical, side: 'they', with: world.otto, ...at }
    const first = await noor.post('/supervision/bookings', ask)
    expect(first.text).toContain('Why it should go ahead all the same')
    expect((await noor.post('/supervision/bookings', { ...ask, reason: 'Cover for sickness' })).status).toBe(303)
    const report = await noor.get('/supervision/overrides')
    expect(report.text).toContain('Cover for sickness')
    expect((await world.visit(world.ben).get('/supervision/overrides')).status).toBe(403)
  })

  it('asks for the supervisee’s own yes before a line manager supervises', async () => {
    const world = await trust()
    setClock()
    const ben = world.visit(world.ben)
    const ask = { type: clinical, side: 'they', with: world.grace, ...at }
    expect((await ben.post('/supervision/bookings', ask)).errors[0]).toContain('only when that person has agreed')
    await world.visit(world.grace).post('/supervision/supervisors', { type: clinical, side: 'me', with: world.ben })
    const page = await ben.get('/supervision/supervisors')
    expect(page.text).toContain('is your line manager. Do you agree')
    const form = page.document.querySelector('form[action$="/consent"]')?.getAttribute('action') ?? ''
    expect((await world.visit(world.grace).post(form, { answer: 'yes' })).status).toBe(409)
    expect((await world.visit(world.dora).post(form, { answer: 'yes' })).status).toBe(404)
    await ben.post(form, { answer: 'yes' })
    expect((await ben.post('/supervision/bookings', ask)).status).toBe(303)
  })

  it('books once when the form is sent twice', async () => {
    const world = await trust()
    setClock()
    const form = { type: clinical, side: 'they', with: world.amina, ...at, _key: newId() }
    const ben = world.visit(world.ben)
    const [first, second] = [
      await ben.post('/supervision/bookings', form),
      await ben.post('/supervision/bookings', form),
    ]
    expect(second.location).toBe(first.location)
  })
})
