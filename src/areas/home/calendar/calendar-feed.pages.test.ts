import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningMeetingWorld } from '../../../../test/worlds/learning-meeting.ts'

const database = await testDatabase()
const { withMeetings, service } = await learningMeetingWorld(database)

async function made() {
  const here = await withMeetings()
  const ben = here.world.visit(here.world.ben)
  expect((await ben.post('/my-calendar/address')).location).toBe('/my-calendar')
  const address = async () =>
    new URL((await ben.get('/my-calendar')).linkTo('Add it to the calendar on this device')).pathname
  return { ...here, ben, address, at: await address() }
}

describe('one’s own calendar', () => {
  it('has an address of its own, which tells whoever asks there when, and nothing else', async () => {
    const { at, world } = await made()
    const calendar = await service.stranger().get(at)
    expect(calendar.status).toBe(200)
    expect(calendar.source).toContain('DTSTART:20261120T140000Z')
    expect(calendar.source).toContain('SUMMARY:Action learning set')
    for (const word of ['Room 2', 'Amina', 'Ben', world.ben]) expect(calendar.source).not.toContain(word)
  })

  it('follows what is called off', async () => {
    const { at, world, id } = await made()
    await world.visit(world.amina).post(`/action-learning/meetings/${id}/cancellation`)
    expect((await service.stranger().get(at)).source).toContain('STATUS:CANCELLED')
  })

  it('shows nothing under the old address once there is a new one, or it was taken back', async () => {
    const { at, ben, address } = await made()
    await ben.post('/my-calendar/address')
    const now = await address()
    expect(now).not.toBe(at)
    expect((await service.stranger().get(at)).status).toBe(404)
    expect((await service.stranger().get(now)).status).toBe(200)
    await ben.post('/my-calendar/removal')
    expect((await service.stranger().get(now)).status).toBe(404)
    expect((await ben.get('/my-calendar')).buttons).toContain('Make my address')
  })

  it('is nobody else’s: with another person, organisation or word in it the address shows nothing', async () => {
    const { at, world } = await made()
    const [, , organisation = '', person = '', word = ''] = at.split('/')
    const { world: other } = await made()
    const wrong = [
      `/calendars/${organisation}/${world.dora}/${word}`,
      `/calendars/${other.organisation}/${other.ben}/${word}`,
      `/calendars/${other.organisation}/${person}/${word}`,
      `/calendars/${organisation}/${person}/${word.slice(1)}`,
      `/calendars/${organisation}/${person}/none`,
      `/calendars/nothing/nobody/${word}`,
    ]
    for (const one of wrong) expect((await service.stranger().get(one)).status, one).toBe(404)
  })

  it('goes with whoever leaves: their calendar hears nothing more', async () => {
    const { at, world } = await made()
    await database.owner.query('update person set left_on = $2 where id = $1', [world.ben, '2026-11-19'])
    expect((await service.stranger().get(at)).status).toBe(404)
  })

  it('asks a stranger to sign in before an address is made', async () => {
    expect((await service.stranger().get('/my-calendar')).location).toContain('/sign-in')
  })
})
