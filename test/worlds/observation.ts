// The small world of observations: Noor is designated nurse, Otto director of safeguarding; Amina leads a group of Ben, Dora and
// Femi on Tuesday 24 November 2026 at 2pm.
import { insertRegistration } from '../../src/areas/people/index.ts'
import { newId, type PersonId } from '../../src/platform/ids.ts'
import { day } from '../../src/platform/time/day.ts'
import { moment } from '../../src/platform/time/moment.ts'
import type { TestDatabase } from '../test-database.ts'
import { signedOffFrom } from './supervisors.ts'
import { at, supervisionWorld, type Trust } from './supervision.ts'

export const caseWork = 'child-protection-case-work'
/** What is said in confidence; it must reach nobody but its readers. */
export const seen = 'Asks calmly and waits for an answer'
export const plan = 'Leave more room for feelings'

/** A service over a test database, trusts with somebody who observes, and the deeds that tests begin with. */
export async function observationWorld(database: TestDatabase) {
  const { trust, service } = await supervisionWorld(database)
  const setClock = (to = '2026-11-20T10:00:00Z') => service.composition.setClock(moment(to))
  const world = async (): Promise<Trust> => {
    setClock()
    const one = await trust()
    await signedOffFrom(database, one.organisation, '2026-11-20')
    await holds(one, one.noor, 'designated-nurse')
    await holds(one, one.otto, 'director-of-safeguarding')
    return one
  }
  return { world, setClock, service }
}

/** Somebody holds a supervisor role of the policy. */
export const holds = (one: Trust, person: PersonId, body: string): Promise<void> =>
  one.inside(one.noor, (work) =>
    insertRegistration(work, {
      registration: newId<'registration'>(),
      person,
      kind: 'supervisor role',
      body,
      from: day('2026-01-05'),
      to: null,
    }),
  )

/** Amina books the group; answers the session's address. */
export async function groupBooked(one: Trust, given: Record<string, string> = {}): Promise<string> {
  const people = [one.ben, one.dora, one.femi]
  const form = { type: caseWork, unit: one.team, rebooks: '', people, ...at, minutes: '120', ...given }
  const answer = await one.visit(one.amina).post('/supervision/group-bookings', form)
  if (!answer.location) throw new Error(answer.errors.join(' | ') || answer.text)
  return answer.location
}

/** Noor plans to observe the group; answers the observation's address. */
export async function planned(one: Trust, session: string): Promise<string> {
  const form = { session: session.split('/').at(-1) ?? '' }
  const answer = await one.visit(one.noor).post(`/supervisors/${one.amina}/observations`, form)
  if (!answer.location) throw new Error(answer.errors.join(' | ') || answer.text)
  return answer.location
}

/** Everybody in the group says the same, or what is given for them. */
export async function answered(one: Trust, observation: string, no: readonly PersonId[] = []): Promise<void> {
  for (const person of [one.amina, one.ben, one.dora, one.femi])
    await one.visit(person).post(`${observation}/consent`, { answer: no.includes(person) ? 'no' : 'yes' })
}
