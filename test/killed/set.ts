// A set of nine with meetings today, each at a stage in which everybody may write, and a visit for each of them; made by the
// deeds of people, on a database and with keys that running nodes share.
import { readFileSync } from 'node:fs'
import {
  act,
  joinSet,
  makeSet,
  type MeetingId,
  meetingNow,
  openMeeting,
  planMeetings,
} from '../../src/areas/learning-sets/index.ts'
import { addPerson, askerFor, grantRole, insertRegistration, startPost } from '../../src/areas/people/index.ts'
import { approveVersion, draftVersion } from '../../src/areas/policy/index.ts'
import { asPerson, asService, type Composition } from '../../src/platform/composition.ts'
import type { RunningDatabase } from '../../src/platform/database/start.ts'
import type { Decision } from '../../src/platform/decision.ts'
import { newId, type OrganisationId, type PersonId } from '../../src/platform/ids.ts'
import { memoryShelf } from '../../src/platform/keys/checkpoint-shelf.ts'
import { fileKeyring } from '../../src/platform/keys/keyring.ts'
import { asDoor, startVisit } from '../../src/platform/sign-in/visit/visits.ts'
import { addMonths } from '../../src/platform/time/day.ts'
import { realClock } from '../../src/platform/time/moment.ts'
import type { Work } from '../../src/platform/work.ts'
import { areas } from '../../src/service.ts'

const names = ['Amina Yusuf', 'Ben Carter', 'Dora Evans', 'Femi Ade', 'Grace Okafor', 'Noor Haddad', 'Otto Berg']
const everybody = [...names, 'Priya Shah', 'Tom Lewis']

/** What was said in a meeting, in the order of its log. */
export type Said = readonly string[]

export type MeetingPlace = {
  readonly path: string
  /** Of each of the nine, the facilitator first. */
  readonly tokens: readonly string[]
  readonly said: () => Promise<Said>
}

/** Makes the organisation and its people once, and meetings on request. */
export async function setsOn(database: RunningDatabase, keys: string): Promise<() => Promise<MeetingPlace>> {
  const service: Composition = {
    database,
    clock: realClock,
    keys: fileKeyring(keys),
    checkpoints: memoryShelf(),
    areas,
    identify: askerFor,
    enqueue: async () => undefined,
  }
  const organisation = newId<'organisation'>()
  const people = await found(service, database, organisation)
  const [lead] = people
  if (!lead) throw new Error('Nobody')
  const as = async <T>(person: PersonId, body: (work: Work) => Promise<T>): Promise<T> => {
    const done = await asPerson(service, { organisation, person }, async (work) => ({ value: await body(work) }))
    if (!done) throw new Error('Nobody of that id')
    return done.value
  }
  await as(lead, adoptPolicy)
  const tokens = await database.transact(asDoor, async (tx) => {
    const all: string[] = []
    for (const person of people)
      all.push(await startVisit(tx, { organisation, person, account: null, browser: 'A test', moment: realClock() }))
    return all
  })
  return async () => {
    const id = await as(lead, (work) => meetingOf(work, people))
    for (const person of people.slice(1))
      await as(person, (work) => does(work, id, { type: 'arrive', person, way: 'own device' }))
    await as(lead, (work) => beginTalking(work, id))
    const said = () => as(lead, async (work) => (await logOf(work, id)).map((one) => one.words))
    return { path: `/action-learning/meetings/${id}`, tokens, said }
  }
}

async function found(
  service: Composition,
  database: RunningDatabase,
  organisation: OrganisationId,
): Promise<readonly PersonId[]> {
  await asOwner(database, `insert into organisation (id, name, kind) values ('${organisation}', 'Trust', 'test')`)
  return asService(service, { organisation }, async (work) => {
    const people: PersonId[] = []
    const from = addMonths(work.today, -24)
    const post = { staffGroup: 'health-visitor', profession: 'Health visitor', band: '6', trainingStage: null }
    const facts = { ...post, hoursPerWeek: 37.5, unit: null, kind: 'permanent', caseload: true, manager: null } as const
    for (const name of everybody) {
      const id = sure(await addPerson(work, { name, staffNumber: null, email: null }))
      sure(await startPost(work, id, { ...facts, from, to: null }))
      people.push(id)
    }
    const [person] = people
    const registration = { registration: newId<'registration'>(), from, to: null, body: 'set-facilitator' }
    if (!person) throw new Error('Nobody')
    await insertRegistration(work, { ...registration, person, kind: 'supervisor role' })
    sure(await grantRole(work, { person, role: 'named professional', from, to: null, reason: 'Approves the policy' }))
    return people
  })
}

async function asOwner(database: RunningDatabase, text: string): Promise<void> {
  const { default: pg } = await import('pg')
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query(text)
  await owner.end()
}

async function adoptPolicy(work: Work): Promise<void> {
  const draft = await draftVersion(work, readFileSync('policy-packs/action-learning.yaml', 'utf8'))
  if (!draft.ok) throw new Error(JSON.stringify(draft.faults))
  sure(await approveVersion(work, draft.id, { revision: 1, from: addMonths(work.today, -12), anyApprovers: true }))
}

async function meetingOf(work: Work, [facilitator, ...people]: readonly PersonId[]): Promise<MeetingId> {
  if (!facilitator) throw new Error('Nobody')
  const from = work.today
  const set = sure(
    await makeSet(work, { name: 'Tuesday set', type: 'action-learning-set', from, facilitator, deputy: null }),
  )
  sure(await joinSet(work, set, { people, as: 'member', from }))
  const plan = { days: [from], time: '23:55', minutes: 150, place: 'Room 2', format: 'suggestions' }
  const [id] = sure(await planMeetings(work, set, plan))
  if (!id) throw new Error('No meeting')
  sure(await openMeeting(work, id))
  await does(work, id, { type: 'arrive', person: facilitator, way: 'own device' })
  return id
}

/** To the first stage in which everybody writes what they like. */
async function beginTalking(work: Work, id: MeetingId): Promise<void> {
  await does(work, id, { type: 'begin' })
  const step = (await meetingNow(work, id))?.meeting.step
  await does(work, id, { type: 'move on', step: step?.number ?? 0 })
}

async function does(
  work: Work,
  id: MeetingId,
  asked: DistributiveOmit<Parameters<typeof act>[2], 'key'>,
): Promise<void> {
  sure(await act(work, id, { ...asked, key: newId() }))
}

type DistributiveOmit<Asked, Name extends string> = Asked extends unknown ? Omit<Asked, Name> : never

async function logOf(work: Work, id: MeetingId) {
  const now = await meetingNow(work, id)
  if (!now) throw new Error('No meeting')
  return now.meeting.contributions
}

function sure<T>(decision: Decision<T>): T {
  if (!decision.ok) throw new Error(decision.reason)
  return decision.value
}
