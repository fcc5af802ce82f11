// The trust of the access matrix, and a neighbour: units, people in their posts, roles and the policy in force. What
// they do with each other is in things.ts.
import { readFileSync } from 'node:fs'
import {
  addLead,
  addPerson,
  addUnit,
  askerFor,
  grantRole,
  insertRegistration,
  leaveOrganisation,
  type Role,
  startPost,
  type UnitId,
} from '../../src/areas/people/index.ts'
import { approveVersion, draftVersion } from '../../src/areas/policy/index.ts'
import type { Area } from '../../src/platform/area.ts'
import { asService } from '../../src/platform/composition.ts'
import type { Decision } from '../../src/platform/decision.ts'
import { newId, type OrganisationId, type PersonId } from '../../src/platform/ids.ts'
import { addDays, type Day, day } from '../../src/platform/time/day.ts'
import { moment } from '../../src/platform/time/moment.ts'
import type { Work } from '../../src/platform/work.ts'
import { areas } from '../../src/service.ts'
import { as, newOrganisation, testMoment } from '../composition.ts'
import { testService } from '../service.ts'
import type { TestDatabase } from '../test-database.ts'
import { contractsInForce } from '../worlds/contracts.ts'
import { type Asking, isOurs, isStranger, people, type Stranger, strangersListed, type Who } from './people.ts'

const from = day('2024-11-20')
/** Elin left the team before this day; Hamza came to it on the second one. */
export const elinMoved = day('2026-11-01')
export const hamzaCame = day('2026-11-25')

export type Trust = Awaited<ReturnType<typeof makeTrust>>

/** Both organisations over a database. `parts.areas` may be the service's areas with something planted in them. */
export async function makeTrust(database: TestDatabase, parts: { areas?: readonly Area[] } = {}) {
  const service = await testService(database, { areas: parts.areas ?? areas, identify: askerFor })
  const { composition } = service
  const ours = await newOrganisation(database, 'Somerset Levels trust')
  const theirs = await newOrganisation(database, 'Quantock trust')
  // Roles open nothing from before the day on which they were granted.
  composition.setClock(moment('2024-11-20T09:00:00Z'))
  const made = await asService(composition, { organisation: ours }, makeOurs)
  const neighbours = await asService(composition, { organisation: theirs }, makeTheirs)
  composition.setClock(testMoment)
  const ids = { ...made.ids, ...neighbours }
  await adoptPolicy(composition, ours, ids.noor)
  await adoptPolicy(composition, theirs, ids.olga)
  await agreeContracts(database, { ours, theirs, ids })
  const organisationOf = (who: Asking) => (isStranger(who) ? theirs : ours)
  const visit = (who: Who | Stranger) => service.visitor(organisationOf(who), ids[who])
  const inside = <T>(who: Who | Stranger, body: (work: Work) => Promise<T>) =>
    as(composition, organisationOf(who), ids[who], body)
  return { service, database, ours, theirs, ids, units: made.units, organisationOf, visit, inside }
}

/** Whoever supervises in this world has a contract in force with everybody, so that sessions can be booked. */
async function agreeContracts(
  database: TestDatabase,
  { ours, theirs, ids }: { ours: OrganisationId; theirs: OrganisationId; ids: Ids<Who | Stranger> },
): Promise<void> {
  const supervising: readonly Who[] = ['amina', 'farah', 'carys', 'uma', 'nia']
  const supervisees = (Object.keys(people) as Who[]).map((who) => ids[who])
  await contractsInForce(database, ours, { supervisors: supervising.map((who) => ids[who]), supervisees })
  await contractsInForce(database, theirs, { supervisors: [ids.olwen], supervisees: [ids.oscar] })
}

export function done<T>(decision: Decision<T>): T {
  if (!decision.ok) throw new Error(decision.reason)
  return decision.value
}

async function adoptPolicy(
  composition: Parameters<typeof as>[0],
  organisation: OrganisationId,
  by: PersonId,
): Promise<void> {
  for (const pack of ['clinical-supervision', 'safeguarding']) {
    await as(composition, organisation, by, async (work) => {
      const draft = await draftVersion(work, readFileSync(`policy-packs/${pack}.yaml`, 'utf8'))
      if (!draft.ok) throw new Error(JSON.stringify(draft.faults))
      done(await approveVersion(work, draft.id, { revision: 1, from: day('2026-01-01'), anyApprovers: true }))
    })
  }
}

type Ids<Names extends string> = Readonly<Record<Names, PersonId>>

async function makeOurs(work: Work) {
  const service = done(await addUnit(work, { name: 'Health visiting', parent: null, from }))
  const riverside = done(await addUnit(work, { name: 'Riverside team', parent: service, from }))
  const castle = done(await addUnit(work, { name: 'Castle team', parent: service, from }))
  const quiet = done(await addUnit(work, { name: 'Quiet team', parent: service, from }))
  const podiatry = done(await addUnit(work, { name: 'Podiatry', parent: null, from }))
  const units = { service, podiatry, riverside, castle, quiet }
  const ids: Partial<Record<Who, PersonId>> = {}
  for (const who of Object.keys(people) as Who[]) ids[who] = await makePerson(work, who, { units, ids })
  const whole = ids as Ids<Who>
  done(await addLead(work, { unit: riverside, person: whole.leah, from }))
  done(await addLead(work, { unit: castle, person: whole.theo, from }))
  done(await leaveOrganisation(work, whole.lena, day('2026-11-10')))
  return { ids: whole, units }
}

type Units = Readonly<Record<'service' | 'podiatry' | 'riverside' | 'castle' | 'quiet', UnitId>>

const unitOf = {
  'Health visiting': 'service',
  'Riverside team': 'riverside',
  'Castle team': 'castle',
  Podiatry: 'podiatry',
} as const

async function makePerson(
  work: Work,
  who: Who,
  { units, ids }: { units: Units; ids: Partial<Record<Who, PersonId>> },
): Promise<PersonId> {
  const { name, team, manager, role, supervises } = people[who]
  const id = done(await addPerson(work, { name, staffNumber: null, email: `${who}@example.nhs.uk` }))
  const boss = manager === undefined ? null : (ids[manager as Who] ?? null)
  const unit = team === null ? null : units[unitOf[team]]
  const moved = who === 'elin' ? elinMoved : who === 'hamza' ? hamzaCame : null
  await post(work, id, { unit, manager: boss, from, to: moved && addDays(moved, -1) })
  const other = who === 'elin' ? units.castle : units.riverside
  if (moved)
    await post(work, id, {
      unit: other,
      manager: ids[who === 'elin' ? 'theo' : 'grace'] ?? null,
      from: moved,
      to: null,
    })
  if (role) done(await grantRole(work, { person: id, role: role as Role, from, to: null, reason: 'For the matrix' }))
  for (const body of supervises ?? [])
    await insertRegistration(work, {
      registration: newId<'registration'>(),
      person: id,
      kind: 'supervisor role',
      body,
      from,
      to: null,
    })
  return id
}

async function post(
  work: Work,
  person: PersonId,
  at: { unit: UnitId | null; manager: PersonId | null; from: Day; to: Day | null },
): Promise<void> {
  const facts = {
    staffGroup: 'health-visitor',
    profession: 'Health visitor',
    band: '6',
    trainingStage: null,
    hoursPerWeek: 37.5,
    kind: 'permanent' as const,
    caseload: true,
  }
  done(await startPost(work, person, { ...facts, ...at }))
}

async function makeTheirs(work: Work): Promise<Ids<Stranger>> {
  const unit = done(await addUnit(work, { name: 'Riverside team', parent: null, from }))
  const ids: Partial<Record<Stranger, PersonId>> = {}
  for (const who of Object.keys(strangersListed) as Stranger[]) {
    const { name } = strangersListed[who]
    const id = done(await addPerson(work, { name, staffNumber: null, email: `${who}@example.nhs.uk` }))
    await post(work, id, { unit, manager: null, from, to: null })
    ids[who] = id
  }
  const whole = ids as Ids<Stranger>
  for (const role of ['administrator', 'named professional', 'director'] as const)
    done(await grantRole(work, { person: whole.olga, role, from, to: null, reason: 'For the matrix' }))
  const registration = { registration: newId<'registration'>(), kind: 'supervisor role' as const, from, to: null }
  await insertRegistration(work, { ...registration, person: whole.olwen, body: 'clinical-supervisor' })
  return whole
}

/** The name that pages show for somebody. */
export const nameOf = (who: Asking): string =>
  isOurs(who) ? people[who].name : isStranger(who) ? strangersListed[who].name : 'nobody'
