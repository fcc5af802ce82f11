// A world with an advice desk: Pip takes details, Tom and Noor advise, Ben asks.
import { addPerson, grantRole } from '../../src/areas/people/index.ts'
import { asService } from '../../src/platform/composition.ts'
import type { Work } from '../../src/platform/work.ts'
import { day } from '../../src/platform/time/day.ts'
import type { TestDatabase } from '../test-database.ts'
import { sure } from './case-work.ts'
import { supervisionWorld } from './supervision.ts'

/** What Ben asks. */
export const asking = { details: 'RX-204 has missed three visits', urgency: 'today', phone: '01632 960 111' }
const choices = { advice: ['refer for a child', 'write it down'], urgency: 'today', next: 'the caller' }
/** What Tom writes down afterwards. */
export const recordOf = {
  ...choices,
  theme: 'safeguarding children',
  words: 'Advised to ring the school and to refer',
  minutes: '25',
  action: 'Refer today',
  due: '2026-11-21',
}
/** What Ben heard. */
export const heard = { ...choices, words: 'I ask the school, and refer' }

export async function adviceWorld(database: TestDatabase) {
  const deeds = await supervisionWorld(database)
  const world = async (now = '2026-11-20T10:00:00Z') => {
    deeds.setClock('2026-11-01T10:00:00Z')
    const one = await deeds.trust()
    const inService = <T>(body: (work: Work) => Promise<T>) =>
      asService(deeds.service.composition, { organisation: one.organisation }, body)
    const more = await inService(async (work) => {
      const person = async (name: string, role: 'SPOA administrator' | 'safeguarding advisor') => {
        const id = sure(await addPerson(work, { name, staffNumber: null, email: null }))
        sure(await grantRole(work, { person: id, role, from: day('2026-01-01'), to: null, reason: 'The desk' }))
        return id
      }
      return {
        pip: await person('Pip Morley', 'SPOA administrator'),
        tom: await person('Tom Whitfield', 'safeguarding advisor'),
      }
    })
    deeds.setClock(now)
    const asked = async () => {
      const answer = await one.visit(one.ben).post('/advice/requests', asking)
      if (!answer.location) throw new Error(answer.errors.join(' | '))
      return answer.location
    }
    const taken = async () => {
      const href = await asked()
      await one.visit(more.tom).post(`${href}/taking`)
      return href
    }
    return { ...one, ...more, asked, taken, asService: inService }
  }
  return { ...deeds, world }
}
