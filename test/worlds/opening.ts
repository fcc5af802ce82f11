// A world in which a record may have to be opened in need: Amina's session with Ben was three days ago, and she is ill. The
// database ends a reading by its own clock, so everything here happens around the database's own now, whatever that is.
import { addPerson, grantRole, type Role, startPost } from '../../src/areas/people/index.ts'
import { asService } from '../../src/platform/composition.ts'
import type { PersonId } from '../../src/platform/ids.ts'
import { addDays } from '../../src/platform/time/day.ts'
import { addMinutes, londonDay, type Moment, moment } from '../../src/platform/time/moment.ts'
import type { Work } from '../../src/platform/work.ts'
import type { TestDatabase } from '../test-database.ts'
import { caseWorkWith, discussion, sure } from './case-work.ts'
import { type Trust, supervisionWorld } from './supervision.ts'

export const words = 'The bruises were explained differently'
const DAY = 24 * 60

/** Trusts with signed records of three days ago; the clock stands at the database's now. */
export async function openingWorld(database: TestDatabase) {
  const deeds = await supervisionWorld(database)
  const now = await nowOf(database)
  const startsAt = addMinutes(now, -3 * DAY)
  const at = (minutes: number) => deeds.setClock(addMinutes(now, minutes))
  const colleague = (world: Trust, name: string, given: Colleague) => {
    const granted = addMinutes(now, -(given.granted ?? 60) * DAY)
    const where = { organisation: world.organisation, moment: granted }
    return asService(deeds.service.composition, where, (work) => makeColleague(work, name, { given, now }))
  }
  const world = async () => {
    at(-10 * DAY)
    const one = await deeds.trust()
    const sana = await colleague(one, 'Sana Malik', { role: 'safeguarding advisor' })
    const marek = await colleague(one, 'Marek Zielinski', { role: 'senior advisor' })
    const ruth = await colleague(one, 'Ruth Abernethy', { role: 'designated professional' })
    const { session, href, caseId } = await discussedAt(deeds, one, startsAt)
    const found = await database.owner.query("select id from session_record where session = $1 and kind = 'case'", [
      session,
    ])
    const record: string = found.rows[0].id
    at(0)
    return { ...one, sana, marek, ruth, session, href, record, caseId }
  }
  return { ...deeds, world, colleague, at, now, startsAt, day: londonDay(startsAt) }
}

async function nowOf(database: TestDatabase): Promise<Moment> {
  const found = await database.owner.query(
    `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
  )
  return moment(found.rows[0].now)
}

async function discussedAt(deeds: Awaited<ReturnType<typeof supervisionWorld>>, world: Trust, startsAt: Moment) {
  const { listed, heldWith } = caseWorkWith(deeds)
  const caseId = await listed(world, world.ben)
  const session = await heldWith(world, { people: [world.ben], cases: [{ by: world.ben, id: caseId }], startsAt })
  const href = `/sessions/${session}/cases/${caseId}/record`
  await world.visit(world.amina).post(`${href}/signature`, { ...discussion(words), _version: '0' })
  return { session, href, caseId }
}

/** Somebody in safeguarding, with a role from 400 days ago that was granted 60 days ago, unless said otherwise. */
async function makeColleague(work: Work, name: string, { given, now }: { given: Colleague; now: Moment }) {
  const person = given.person ?? sure(await addPerson(work, { name, staffNumber: null, email: given.email ?? null }))
  const from = addDays(londonDay(now), -400)
  const post = { staffGroup: null, profession: 'Nurse', band: '7', trainingStage: null, hoursPerWeek: 37.5 }
  const facts = { ...post, unit: null, kind: 'permanent' as const, caseload: false, manager: given.manager ?? null }
  if (!given.person) sure(await startPost(work, person, { ...facts, from, to: null }))
  const since = given.from === undefined ? from : addDays(londonDay(now), -given.from)
  if (given.role !== null)
    sure(await grantRole(work, { person, role: given.role, from: since, to: null, reason: 'Their post' }))
  return person
}

type Colleague = {
  role: Role | null
  manager?: PersonId
  /** Days ago on which it was granted, and from which it counts. */
  granted?: number
  from?: number
  email?: string
  person?: PersonId
}
export type OpeningWorld = Awaited<ReturnType<Awaited<ReturnType<typeof openingWorld>>['world']>>

export const ask = { cause: 'author ill or away', reason: 'The child is in hospital now', telling: 'tell' }
export const agree = { answer: 'agreed', telling: 'now', words: 'Needed for the strategy discussion' }

/** Sana asks for the discussion of the case; the address of her request. */
export async function asked(world: OpeningWorld, form: Record<string, string> = {}): Promise<string> {
  const answer = await world.visit(world.sana).post(`/glass/records/${world.record}/request`, { ...ask, ...form })
  if (!answer.location) throw new Error(`${answer.errors.join(' | ')} ${answer.text}`)
  return answer.location
}

/** She asked, Marek agreed, and it is open. */
export async function opened(world: OpeningWorld, form: Record<string, string> = {}): Promise<string> {
  const href = await asked(world)
  const answer = await world.visit(world.marek).post(`${href}/answer`, { ...agree, ...form })
  if (!answer.location) throw new Error(`${answer.errors.join(' | ')} ${answer.text}`)
  await world.visit(world.sana).post(`${href}/opening`)
  return href
}
