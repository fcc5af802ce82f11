import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningHeldWorld, saidInTheMeeting } from '../../../../test/worlds/learning-held.ts'
import { topicsToOpenWith } from './shared-topic.changes.ts'

const database = await testDatabase()
const { heldMeeting } = await learningHeldWorld(database)
const { waits } = saidInTheMeeting

/** Dora's topic waits; Noor, who was not there, facilitates the set from now on. */
async function handedOver() {
  const here = await heldMeeting()
  const { world, address, ids, set } = here
  const amina = world.visit(world.amina)
  await amina.post(`${address}/members`, { people: world.noor, as: 'deputy', from: '2026-11-20' })
  expect((await amina.post(`${address}/handover`, { to: world.noor })).status).toBe(303)
  const toOpenWith = (who: 'noor' | 'dora') =>
    world.inside(world[who], async (work) => (await topicsToOpenWith(work, set)).map((topic) => topic.words))
  const at = `/action-learning/meetings/${ids[1]}`
  return { ...here, at, dora: world.visit(world.dora), toOpenWith }
}

describe('a topic that waits when somebody else leads the set', () => {
  it('is read by them once its author shares it, and comes to the next meeting', async () => {
    const { world, at, dora, address, toOpenWith } = await handedOver()
    expect(await toOpenWith('noor')).toEqual([])
    const page = await dora.get(at)
    expect(page.text).toContain(waits)
    expect(page.text).toContain('Noor Haddad was not in the last meeting and cannot read it')
    const form = page.formTo(`${address}/waiting-topics`)
    expect((await dora.post(`${address}/waiting-topics`, form)).status).toBe(303)
    expect(await toOpenWith('noor')).toEqual([waits])
    expect(await toOpenWith('dora')).toEqual([waits])
    for (const who of [world.ben, world.femi]) expect((await world.visit(who).get(at)).text).not.toContain(waits)
    expect((await world.visit(world.noor).get(at)).text).not.toContain('Your topic that waits')
  })

  it('is taken back by its author, and by nobody else', async () => {
    const { world, at, dora, address, toOpenWith } = await handedOver()
    const form = (await dora.get(at)).formTo(`${address}/waiting-topics`)
    await dora.post(`${address}/waiting-topics`, form)
    const { _csrf: _token, _key: _once, ...words } = form
    for (const who of [world.ben, world.noor])
      expect((await world.visit(who).post(`${address}/waiting-topics`, { ...words, share: 'no' })).status).toBe(409)
    const back = (await dora.get(at)).formTo(`${address}/waiting-topics`)
    expect(back).toMatchObject({ share: 'no' })
    expect((await dora.post(`${address}/waiting-topics`, back)).status).toBe(303)
    expect(await toOpenWith('noor')).toEqual([])
    expect((await dora.get(at)).buttons).toContain('Let them read it')
  })

  it('is not there for whoever is outside, and nonsense shares nothing', async () => {
    const { world, address, dora } = await handedOver()
    for (const who of [world.otto, world.grace, world.amina])
      expect((await world.visit(who).post(`${address}/waiting-topics`, { share: 'yes' })).status).toBe(404)
    for (const topic of ['', 'nothing', world.ben])
      expect((await dora.post(`${address}/waiting-topics`, { topic, share: 'yes' })).status).toBe(409)
  })

  it('needs nothing where those who lead were there', async () => {
    const { world, ids } = await heldMeeting()
    const page = await world.visit(world.dora).get(`/action-learning/meetings/${ids[1]}`)
    expect(page.text).not.toContain('Your topic that waits')
  })
})
