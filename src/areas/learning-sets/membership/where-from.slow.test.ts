import { expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningHeldWorld } from '../../../../test/worlds/learning-held.ts'

const database = await testDatabase()
const { heldMeeting } = await learningHeldWorld(database)

it('a concern is passed on from a meeting, one step away, by those who were in it', async () => {
  const { world, id } = await heldMeeting()
  const dora = world.visit(world.dora)
  const first = (await dora.get(`/action-learning/meetings/${id}`)).linkTo('Pass on a concern')
  expect(first).toBe(`/concerns/new?from=${id}`)
  expect((await dora.get(first)).text).toContain('It is kept with a meeting of your set, apart from it')
  const form = { route: 'something-else', concern: 'A worry', outcome: 'told', whom: 'The facilitator', how: 'phone' }
  const passed = await dora.postAndFollow('/concerns', { ...form, day: '2026-11-20', from: id })
  expect(passed.text).toContain('A meeting of an action learning set')
  for (const who of [world.noor, world.grace])
    expect((await world.visit(who).get(first)).text).not.toContain('It is kept with')
})
