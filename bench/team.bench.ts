// The line manager's page for a team of 10 and for one of 60, in a trust of 10,000: over the whole way, beside the facts that it is
// made of alone, and beside each other. It asks the database as often for 60 people as for ten.
import { loadavg } from 'node:os'
import { myTeam } from '../src/areas/assurance/my-team/my-team.changes.ts'
import { refreshFigures } from '../src/areas/assurance/index.ts'
import { serviceLook } from '../src/frame/look.ts'
import { asPerson, asService } from '../src/platform/composition.ts'
import type { PersonId } from '../src/platform/ids.ts'
import { addMinutes } from '../src/platform/time/moment.ts'
import { buildHttp } from '../src/platform/web/serving/http.ts'
import { type Large, largeOrganisation } from './large-organisation.ts'
import { median, type Measured, ratioTable, timed } from './ratio-table.ts'

const rounds = 25
const load = loadavg()[0] ?? 0
const large = await largeOrganisation()
try {
  console.log(`Load of the machine before: ${load.toFixed(1)}\n\n${ratioTable(await measured(large))}`)
} finally {
  await large.stop()
}

/** All in turns, so that other work on the machine falls on them alike. */
async function measured(to: Large): Promise<readonly Measured[]> {
  const [ten, sixty] = [await waysOf(to, 10), await waysOf(to, 60)]
  const times: Record<'page10' | 'facts10' | 'page60' | 'facts60', number[]> = {
    page10: [],
    facts10: [],
    page60: [],
    facts60: [],
  }
  for (let round = 0; round < rounds; round++) {
    times.page10.push(...(await timed(1, ten.page)))
    times.facts10.push(...(await timed(1, ten.facts)))
    times.page60.push(...(await timed(1, sixty.page)))
    times.facts60.push(...(await timed(1, sixty.facts)))
  }
  const [small, big] = [median(times.page10), median(times.page60)]
  const facts = { floorIs: 'its facts alone', unit: 'ms' } as const
  return [
    { what: 'My team, 10 people', figure: small, floor: median(times.facts10), ...facts },
    { what: 'My team, 60 people', figure: big, floor: median(times.facts60), ...facts },
    { what: 'My team, 60 people', figure: big, floor: small, floorIs: 'the same page for 10 people', unit: 'ms' },
  ]
}

/** The page of a manager of so many people, whom it makes one, over the whole way; and the facts of it alone. */
async function waysOf(to: Large, size: number) {
  const manager = await managerOf(to, size)
  const http = await serving(to, manager)
  const page = async () => {
    const answer = await http.inject({ url: '/my-team', headers: { cookie: 'visit=x' } })
    if (!answer.body.includes(`${size} people`)) throw new Error(`/my-team answered ${answer.statusCode}`)
  }
  const asManager = { organisation: to.organisation, person: manager }
  return { page, facts: () => asPerson(to.service, asManager, (work) => myTeam(work)) }
}

/** Supervisor number `size` becomes the line manager of people of a few teams, whose figures are worked out. */
async function managerOf({ owner, service, organisation }: Large, size: number): Promise<PersonId> {
  const found = await owner.query<{ id: PersonId }>(
    'select id from person where organisation = $1 and staff_number = $2',
    [organisation, `S${size % 7}`],
  )
  const manager = found.rows[0]?.id
  if (!manager) throw new Error('There is nobody to manage them')
  const managed = await owner.query<{ person: PersonId }>(
    `update post set manager = $2 where organisation = $1 and person in (select id from person
      where organisation = $1 and staff_number = any($3::text[])) returning person`,
    [organisation, manager, Array.from({ length: size }, (_, at) => `P${size * 10 + at}`)],
  )
  const people = managed.rows.map((row) => row.person)
  await asService(service, { organisation }, (work) => refreshFigures(work, people))
  await owner.query('vacuum analyze obligation_span, post')
  return manager
}

function serving({ service, organisation }: Large, person: PersonId) {
  const at = service.clock()
  const visit = { id: '', account: null, organisation, person, expiresAt: addMinutes(at, 15), signedInAt: at }
  return buildHttp({
    service,
    look: serviceLook({ css: '/assets/a.css', js: '/assets/a.js', icon: '/assets/a.svg' }),
    findVisit: async () => visit,
    doorPages: [],
    secure: false,
    demonstration: false,
    assets: null,
  })
}
