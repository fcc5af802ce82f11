import { describe, expect, it } from 'vitest'
import { caseWorkWith } from '../../../../test/worlds/case-work.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { supervisionWorld, type Trust } from '../../../../test/worlds/supervision.ts'

const database = await testDatabase()
const { trust, setClock, ...deeds } = await supervisionWorld(database)
const { listed, brought } = caseWorkWith({ setClock, ...deeds })
const impact = 'It stays with me at night'

/** Ben prepared for a session with his case, which was cancelled and rebooked a week later. */
async function rebooked(world: Trust) {
  const id = await listed(world, world.ben)
  const old = await brought(world, { people: [world.ben], cases: [{ by: world.ben, id }] })
  const [ben, amina] = [world.visit(world.ben), world.visit(world.amina)]
  const written = { 'for-you--impact': impact, declarations: ['declaration--records-read'], _version: '0' }
  expect((await ben.post(`/sessions/${old}/preparation`, written)).location).toBe(`/sessions/${old}/preparation`)
  await amina.post(`/sessions/${old}/cancellation`, { cause: 'sickness', way: 'in addition', _version: '2' })
  const form = { type: 'child-protection-case-work', side: 'they', with: world.amina, rebooks: old }
  const at = { day: '2026-12-01', time: '2pm', minutes: '60', placeKind: 'in person', place: 'Room 4' }
  const answer = await ben.post('/supervision/bookings', { ...form, ...at })
  if (!answer.location) throw new Error(answer.errors.join(' | '))
  await amina.post(`${answer.location}/acceptance`, { _version: '1' })
  return { id, old, href: `${answer.location}/preparation`, ben, amina }
}

describe('what was prepared for a cancelled session', () => {
  it('comes along to the one that makes it good, with the choice of cases, and is declared anew', async () => {
    const world = await trust()
    const { id, href, ben, amina } = await rebooked(world)
    expect((await amina.get(`/cases/${id}`)).status).toBe(404)
    const offer = await ben.get(href)
    expect(offer.text).toContain('You prepared for the session of 24 November 2026, which was cancelled')
    expect(offer.buttons).toContain('Bring it along to this session')
    const page = await ben.postAndFollow(`${href}/copy`)
    expect(page.source).toContain(impact)
    expect(page.text).toContain('1 comes')
    expect(page.formTo(`${href}/readiness`)).not.toHaveProperty('declarations')
    expect(page.buttons).not.toContain('Bring it along to this session')
    expect((await amina.get(`/cases/${id}`)).status).toBe(200)
    expect((await ben.post(`${href}/copy`)).status).toBe(409)
  })

  it('is offered to nobody else, and never over what was begun', async () => {
    const world = await trust()
    const { href, ben, amina } = await rebooked(world)
    expect((await amina.post(`${href}/copy`)).status).toBe(404)
    expect((await world.visit(world.dora).post(`${href}/copy`)).status).toBe(404)
    await ben.post(href, { 'for-you--impact': 'Other words', _version: '0' })
    expect((await ben.post(`${href}/copy`)).status).toBe(409)
    expect((await ben.get(href)).source).toContain('Other words')
  })
})
