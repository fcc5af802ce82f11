// Two people who work together under a contract, and are about to end it: the world of the tests of ending, of what is
// left open, and of changing supervisor.
import { expect } from 'vitest'
import { findPairsOf } from '../../src/areas/supervision/pair/pair.store.ts'
import { inForce } from './agreement.ts'
import { clinical, type supervisionWorld, type Trust } from './supervision.ts'

type World = Pick<Awaited<ReturnType<typeof supervisionWorld>>, 'bareTrust' | 'setClock'>

/** A supervisee (Ben, or whom you say) and Amina, a pair with a contract; what they do together follows. */
export async function together({ bareTrust, setClock }: World, who: 'ben' | 'dora' = 'ben') {
  setClock()
  const one = await bareTrust()
  const supervisee = one[who]
  const contract = await inForce(one.inside, { supervisee, supervisor: one.amina })
  setClock()
  const chosen = await one
    .visit(supervisee)
    .post('/supervision/supervisors', { type: clinical, side: 'they', with: one.amina })
  expect(chosen.status).toBe(303)
  const [pair] = await one.inside(supervisee, (work) => findPairsOf(work, supervisee))
  return { ...one, contract, end: `/supervisors/${pair?.id}/end`, change: `/supervisors/${pair?.id}/change` }
}
export type Together = Awaited<ReturnType<typeof together>>

/** What the page of ending sends when all is well. */
export const endingForm = { talked: 'yes', talkedOn: '2026-11-19', kind: 'moved', when: 'today' }

/** Ends it as `person`; answers where that leads. */
export async function endBy(one: Together, person: Trust['ben'], sent: Record<string, string> = endingForm) {
  const answer = await one.visit(person).post(one.end, sent)
  if (!answer.location) throw new Error(answer.errors.join(' | ') || answer.text)
  return answer.location
}

export const homeOf = async (one: Trust, person: Trust['ben']) => (await one.visit(person).get('/')).text
