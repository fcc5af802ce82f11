// Peer review in the small world: Noor, who is a named nurse, facilitates a forum that invites the Riverside team and whom the policy
// asks; Ben is a paediatric doctor; Otto is neither. One date on Tuesday 24 November 2026, 2pm.
import { insertRegistration, startPost } from '../../src/areas/people/index.ts'
import { newId } from '../../src/platform/ids.ts'
import { day } from '../../src/platform/time/day.ts'
import type { TestDatabase } from '../test-database.ts'
import { supervisionWorld, type Trust } from './supervision.ts'

const from = day('2024-11-20')
const doctor = {
  profession: 'Doctor',
  band: null,
  trainingStage: null,
  hoursPerWeek: 40,
  caseload: true,
  manager: null,
}

export async function peerReviewWorld(database: TestDatabase) {
  const worlds = await supervisionWorld(database)
  const { setClock } = worlds
  const withForum = async () => {
    setClock()
    const world = await worlds.bareTrust()
    await prepared(world)
    const noor = world.visit(world.noor)
    const form = { name: 'Paediatric peer review', type: 'peer-review', asked: 'yes', team1: world.team }
    const begun = await noor.post('/peer-reviews/forums', form)
    const forum = (begun.location ?? begun.text.slice(0, 500)).replace(/\/dates$/, '')
    return { world, noor, forum }
  }
  const withReview = async () => {
    const here = await withForum()
    await here.noor.post(`${here.forum}/dates`, { ...rhythm, days: ['2026-11-24', '2026-12-22'] })
    const { rows } = await database.owner.query<{ id: string }>(
      `select id from peer_review where organisation = $1 order by starts_at`,
      [here.world.organisation],
    )
    const [at = '', next = ''] = rows.map((row) => `/peer-reviews/${row.id}`)
    return { ...here, at, next }
  }
  /** The same with the register open at 2pm: Noor, Ben and Dora are here. */
  const withOpen = async () => {
    const here = await withReview()
    const { world, noor, at } = here
    const brought = { kind: 'case', reference: 'RV-2041', why: said.why }
    await world.visit(world.ben).post(`${at}/items`, brought)
    setClock('2026-11-24T14:00:00Z')
    await noor.post(`${at}/opening`)
    for (const who of [world.ben, world.dora]) await world.visit(who).post(`${at}/register`, { stands: 'here' })
    return here
  }
  return { ...worlds, withForum, withReview, withOpen }
}

export const rhythm = {
  first: '2026-11-24',
  every: '1',
  unit: 'months',
  count: '2',
  time: '2pm',
  minutes: '90',
  placeKind: 'in person',
  place: 'Seminar room',
}
export const said = {
  why: 'When should we have asked the school sooner',
  good: 'The visit was made the same day',
  recommended: 'Ask the school within two days of every referral',
} as const

async function prepared(world: Trust): Promise<void> {
  await world.inside(world.noor, async (work) => {
    const held = { registration: newId<'registration'>(), person: world.noor, from, to: null }
    await insertRegistration(work, { ...held, kind: 'supervisor role', body: 'named-nurse' })
    const facts = { ...doctor, unit: null, staffGroup: 'paediatric-medical-staff', kind: 'permanent' as const }
    await startPost(work, world.ben, { ...facts, from, to: null })
  })
}
