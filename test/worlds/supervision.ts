// The small world of supervision for page tests: a trust with the clinical and safeguarding packs in force; Amina may
// supervise; Ben, Dora and Femi are one team; Grace is their line manager; Noor is a named professional; Otto may
// not supervise. Everybody has a contract in force with everybody else.
import { readFileSync } from 'node:fs'
import {
  addPerson,
  addUnit,
  askerFor,
  grantRole,
  insertRegistration,
  startPost,
  type UnitId,
} from '../../src/areas/people/index.ts'
import { approveVersion, draftVersion } from '../../src/areas/policy/index.ts'
import { asService } from '../../src/platform/composition.ts'
import type { Decision } from '../../src/platform/decision.ts'
import { newId, type PersonId } from '../../src/platform/ids.ts'
import { day } from '../../src/platform/time/day.ts'
import { moment } from '../../src/platform/time/moment.ts'
import { areas } from '../../src/service.ts'
import type { Work } from '../../src/platform/work.ts'
import { as, newOrganisation } from '../composition.ts'
import { testService } from '../service.ts'
import type { TestDatabase } from '../test-database.ts'
import { contractsInForce } from './contracts.ts'
import { supervisorsInDate } from './supervisors.ts'

const from = day('2024-11-20')

function done<T>(decision: Decision<T>): T {
  if (!decision.ok) throw new Error(decision.reason)
  return decision.value
}

/** One service over a test database, and trusts in it on request. */
export async function supervisionWorld(database: TestDatabase) {
  const service = await testService(database, { areas, identify: askerFor })
  const trust = () => newTrust(service, database, { contracts: true })
  /** The same without a contract between anybody. */
  const bareTrust = () => newTrust(service, database, { contracts: false })
  return { service, trust, bareTrust, ...deedsWith(service) }
}

async function newTrust(
  service: Awaited<ReturnType<typeof testService>>,
  database: TestDatabase,
  { contracts }: { contracts: boolean },
) {
  const organisation = await newOrganisation(database)
  const people = await asService(service.composition, { organisation }, makePeople)
  for (const pack of ['clinical-supervision', 'safeguarding']) {
    await as(service.composition, organisation, people.noor, async (work) => {
      const draft = await draftVersion(work, readFileSync(`policy-packs/${pack}.yaml`, 'utf8'))
      if (!draft.ok) throw new Error(JSON.stringify(draft.faults))
      done(await approveVersion(work, draft.id, { revision: 1, from: day('2026-01-01'), anyApprovers: true }))
    })
  }
  const { team: _team, ...named } = people
  const everybody = Object.values(named)
  if (contracts) await contractsInForce(database, organisation, { supervisors: everybody, supervisees: everybody })
  else await supervisorsInDate(database, organisation, everybody)
  const visit = (person: PersonId) => service.visitor(organisation, person)
  const inside = <T>(person: PersonId, body: (work: Work) => Promise<T>) =>
    as(service.composition, organisation, person, body)
  return { ...people, organisation, visit, inside }
}

export type Trust = Awaited<ReturnType<typeof newTrust>>

async function makePeople(work: Work) {
  const team = done(await addUnit(work, { name: 'Riverside team', parent: null, from }))
  const grace = await person(work, 'Grace Okafor', { team, manager: null })
  const amina = await person(work, 'Amina Yusuf', { team: null, manager: null })
  const noor = await person(work, 'Noor Haddad', { team: null, manager: null })
  const otto = await person(work, 'Otto Berg', { team: null, manager: null })
  const ben = await person(work, 'Ben Carter', { team, manager: grace })
  const dora = await person(work, 'Dora Evans', { team, manager: grace })
  const femi = await person(work, 'Femi Ade', { team, manager: grace })
  await mayAll(work, amina, ['clinical-supervisor', 'safeguarding-advisor-children'])
  await mayAll(work, grace, ['clinical-supervisor'])
  done(await grantRole(work, { person: noor, role: 'named professional', from, to: null, reason: 'Named nurse' }))
  return { team, grace, amina, noor, otto, ben, dora, femi }
}

async function person(
  work: Work,
  name: string,
  at: { team: UnitId | null; manager: PersonId | null },
): Promise<PersonId> {
  const id = done(await addPerson(work, { name, staffNumber: null, email: null }))
  const post = {
    staffGroup: 'health-visitor',
    profession: 'Health visitor',
    band: '6',
    trainingStage: null,
    hoursPerWeek: 37.5,
  }
  const facts = { ...post, unit: at.team, kind: 'permanent' as const, caseload: true, manager: at.manager }
  done(await startPost(work, id, { ...facts, from, to: null }))
  return id
}

async function mayAll(work: Work, who: PersonId, keys: readonly string[]): Promise<void> {
  for (const body of keys)
    await insertRegistration(work, {
      registration: newId<'registration'>(),
      person: who,
      kind: 'supervisor role',
      body,
      from,
      to: null,
    })
}

/** What somebody suggests unless a test says otherwise: Tuesday 24 November 2026, 2pm, an hour in room 4. */
export const at = { day: '2026-11-24', time: '2pm', minutes: '60', placeKind: 'in person', place: 'Room 4' }
export const clinical = 'one-to-one-clinical'
export const secret = 'The youngest and the missed visit'

/** The deeds that many tests begin with, each giving the session's address. */
export function deedsWith(service: Awaited<ReturnType<typeof testService>>) {
  const setClock = (to = '2026-11-20T10:00:00Z') => service.composition.setClock(moment(to))
  const suggested = async (world: Trust, given: Record<string, string> = {}): Promise<string> => {
    setClock()
    const form = { type: clinical, side: 'they', with: world.amina, ...at, ...given }
    const answer = await world.visit(world.ben).post('/supervision/bookings', form)
    if (!answer.location) throw new Error(answer.errors.join(' | ') || answer.text)
    return answer.location
  }
  const booked = async (world: Trust): Promise<string> => {
    const href = await suggested(world)
    await world.visit(world.amina).post(`${href}/acceptance`, { _version: '1' })
    return href
  }
  const held = async (world: Trust): Promise<string> => {
    const href = await booked(world)
    setClock('2026-11-24T15:05:00Z')
    const came = { [`came-${world.ben}`]: 'present', began: '2pm', finished: '3pm', focus: secret, _version: '2' }
    const answer = await world.visit(world.amina).post(`${href}/attendance`, came)
    if (answer.location !== `${href}/record`) throw new Error(answer.errors.join(' | ') || answer.text)
    return href
  }
  const signed = async (world: Trust): Promise<string> => {
    const href = await held(world)
    const record = { 'session--focus': secret, 'session--learning': 'To ask sooner', _version: '0' }
    await world.visit(world.amina).post(`${href}/record/signature`, record)
    return href
  }
  return { setClock, suggested, booked, held, signed }
}
