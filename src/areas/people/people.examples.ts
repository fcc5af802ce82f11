// One small world for tests, demonstration and gallery alike: Amina supervises Ben. All fictitious.
import type { Decision } from '../../platform/decision.ts'
import type { PersonId } from '../../platform/ids.ts'
import { addDays, type Day } from '../../platform/time/day.ts'
import type { Work } from '../../platform/work.ts'
import { startPost } from './post/post.changes.ts'
import type { PostFacts } from './post/post.ts'
import { addPerson } from './register/person.changes.ts'
import { grantRole } from './role/role.changes.ts'
import { addLead, addUnit } from './unit/unit.changes.ts'
import type { UnitId } from './unit/unit.ts'

export type SmallWorld = {
  /** Children and families > Health visiting > Riverside team, Hillside team */
  readonly directorate: UnitId
  readonly service: UnitId
  readonly riverside: UnitId
  readonly hillside: UnitId
  /** Named professional; supervises Ben. */
  readonly amina: PersonId
  /** Health visitor in Riverside; Grace is his line manager. */
  readonly ben: PersonId
  /** Team lead of Riverside and line manager of Ben and Chloe. */
  readonly grace: PersonId
  /** Bank health visitor in Riverside, part time. */
  readonly chloe: PersonId
  /** Administrator. */
  readonly dilys: PersonId
  /** Health visitor in Hillside, nobody's staff. */
  readonly ewan: PersonId
}

const facts: PostFacts = {
  unit: null,
  staffGroup: 'health-visitor',
  profession: 'Health visitor',
  band: '6',
  trainingStage: null,
  hoursPerWeek: 37.5,
  kind: 'permanent',
  caseload: true,
  manager: null,
}

/** Makes the small world, in post for two years; call it as the service. */
export async function makeSmallWorld(work: Work): Promise<SmallWorld> {
  const from = addDays(work.today, -730)
  const units = await makeUnits(work, from)
  const person = async (name: string, number: string, post: Partial<PostFacts>): Promise<PersonId> => {
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.nhs.uk`
    const id = done(await addPerson(work, { name, staffNumber: number, email }))
    done(await startPost(work, id, { ...facts, ...post, from, to: null }))
    return id
  }
  const amina = await person('Amina Yusuf', '20000001', {
    unit: units.service,
    staffGroup: 'named-nurse',
    profession: 'Nurse',
    band: '8a',
    caseload: false,
  })
  const grace = await person('Grace Okafor', '20000002', { unit: units.riverside, band: '7', manager: amina })
  const ben = await person('Ben Carter', '20000003', { unit: units.riverside, manager: grace })
  const chloe = await person('Chloe Nguyen', '20000004', {
    unit: units.riverside,
    manager: grace,
    kind: 'bank',
    hoursPerWeek: 15,
  })
  const dilys = await person('Dilys Morgan', '20000005', {
    unit: units.directorate,
    staffGroup: null,
    profession: 'Administrator',
    band: '5',
    caseload: false,
  })
  const ewan = await person('Ewan Fraser', '20000006', { unit: units.hillside })
  done(await addLead(work, { unit: units.riverside, person: grace, from }))
  const always = { from, to: null, reason: 'Part of the small world' }
  done(await grantRole(work, { ...always, person: dilys, role: 'administrator' }))
  done(await grantRole(work, { ...always, person: amina, role: 'named professional' }))
  return { ...units, amina, ben, grace, chloe, dilys, ewan }
}

async function makeUnits(work: Work, from: Day) {
  const unit = async (name: string, parent: UnitId | null) => done(await addUnit(work, { name, parent, from }))
  const directorate = await unit('Children and families', null)
  const service = await unit('Health visiting', directorate)
  const riverside = await unit('Riverside team', service)
  const hillside = await unit('Hillside team', service)
  return { directorate, service, riverside, hillside }
}

function done<T>(decision: Decision<T>): T {
  if (!decision.ok) throw new Error(decision.reason)
  return decision.value
}
