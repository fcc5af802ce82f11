import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { clinical, supervisionWorld } from '../../../../test/worlds/supervision.ts'
import { findPairsOf } from './pair.store.ts'

const database = await testDatabase()
const { trust, setClock } = await supervisionWorld(database)

describe('a pair', () => {
  it('is made once when both sides ask for it at one moment, and the other is told so', async () => {
    const world = await trust()
    setClock()
    const ask = (person: typeof world.ben, side: string, other: typeof world.ben) =>
      world.visit(person).post('/supervision/supervisors', { type: clinical, side, with: other })
    const answers = await Promise.all([
      ask(world.ben, 'they', world.amina),
      ask(world.amina, 'me', world.ben),
      ask(world.ben, 'they', world.amina),
      ask(world.amina, 'me', world.ben),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422])
    for (const answer of answers.filter(({ status }) => status === 422)) expect(answer.errors[0]).toMatch(/already/)
    expect(await world.inside(world.ben, (work) => findPairsOf(work, world.ben))).toHaveLength(1)
  })
})
