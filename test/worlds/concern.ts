// A world in which Ben has had a signed session with Amina, and passes something on afterwards.
import { type Trust, supervisionWorld } from './supervision.ts'
import type { TestDatabase } from '../test-database.ts'

/** What Ben writes. */
export const worry = 'The baby has lost weight again'
export const told = {
  route: 'child-concern',
  concern: worry,
  outcome: 'told',
  whom: 'Duty social worker',
  day: '2026-11-24',
  time: '2:30pm',
  how: 'phone',
}

/** Ben passes a concern on; answers its address. */
export async function passedOn(world: Trust, form: Record<string, string> = {}): Promise<string> {
  const answer = await world.visit(world.ben).post('/concerns', { ...told, ...form })
  if (!answer.location) throw new Error(answer.errors.join(' | '))
  return answer.location
}

/** Trusts with one signed session each, half an hour after it. */
export async function concernWorld(database: TestDatabase) {
  const deeds = await supervisionWorld(database)
  const world = async () => {
    deeds.setClock()
    const one = await deeds.trust()
    const session = await deeds.signed(one)
    return { ...one, session }
  }
  return { ...deeds, world }
}
