import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningHeldWorld, saidInTheMeeting } from '../../../../test/worlds/learning-held.ts'

const database = await testDatabase()
const { heldMeeting } = await learningHeldWorld(database)
const { topic, waits, suggestion, experience, action } = saidInTheMeeting

describe('a meeting that is over', () => {
  it('shows what it left behind by topic, without who said it, and what waits for next time', async () => {
    const { world, id } = await heldMeeting()
    const page = await world.visit(world.femi).get(`/action-learning/meetings/${id}/capture`)
    expect(page.headings).toEqual(expect.arrayContaining(['What our set keeps', 'Topics', topic]))
    for (const words of [suggestion, experience, action, waits]) expect(page.text).toContain(words)
    expect(page.text).toContain('Still on the list for next time')
    const offered = page.document.querySelector('section ul')?.textContent ?? ''
    expect(offered).toContain(suggestion)
    expect(offered).not.toContain('Dora')
  })

  it('offers each the ways on that are theirs, on its own page', async () => {
    const { world, id } = await heldMeeting()
    const page = (who: typeof world.ben) => world.visit(who).get(`/action-learning/meetings/${id}`)
    const give = 'Give something of my topic to somebody outside'
    const bens = await page(world.ben)
    expect((await world.visit(world.ben).get(bens.linkTo(give))).heading).toBe('Give something to somebody outside')
    const doras = await page(world.dora)
    expect(doras.text).not.toContain(give)
    expect(doras.linkTo('What I have learned since')).toBe(`/action-learning/meetings/${id}/learning`)
    expect((await page(world.noor)).status).toBe(404)
  })

  it('keeps no words where the set chose so, but who was there, whose turn it was and what was promised', async () => {
    const { world, id } = await heldMeeting('not kept')
    const page = await world.visit(world.dora).get(`/action-learning/meetings/${id}/capture`)
    for (const words of [topic, suggestion, experience, waits]) expect(page.text).not.toContain(words)
    expect(page.text).toContain('Your set chose not to keep what was written in this meeting')
    expect(page.text).toContain('presented, 50 minutes')
    expect(page.text).toContain(action)
  })

  it('is for those who had a seat, and for nobody before it is over', async () => {
    const { world, id, ids } = await heldMeeting()
    for (const who of [world.noor, world.grace, world.otto])
      expect((await world.visit(who).get(`/action-learning/meetings/${id}/capture`)).status).toBe(404)
    expect((await world.visit(world.ben).get(`/action-learning/meetings/${ids[1]}/capture`)).status).toBe(404)
  })
})
