// All due dates of 10,000 people with 100,000 attendances as at a day, against a hand-written aggregate that only finds
// the last session; the organisation's dashboard against its own queries; and how long working everything out anew takes.
import { asPerson, asService } from '../src/platform/composition.ts'
import { buildHttp } from '../src/platform/web/serving/http.ts'
import { findSpansOn, refreshWaiting } from '../src/areas/assurance/index.ts'
import { addMinutes } from '../src/platform/time/moment.ts'
import { addMonths, day } from '../src/platform/time/day.ts'
import { benchDay, type Large, largeOrganisation } from './large-organisation.ts'
import { median, type Measured, ratioTable, timed } from './ratio-table.ts'
import { serviceLook } from '../src/frame/look.ts'
import { findStandings, findTrend } from '../src/areas/assurance/dashboard/dashboard.store.ts'
import { trendDays } from '../src/areas/assurance/dashboard/dashboard.view.ts'

const rounds = 9
const large = await largeOrganisation()
try {
  const started = performance.now()
  while ((await asService(large.service, large, refreshWaiting)) > 0);
  const rebuilt = performance.now() - started
  await large.owner.query('vacuum analyze obligation_span')
  const [now, past] = [await dueDates(large, benchDay), await dueDates(large, addMonths(day('2026-11-20'), -12))]
  console.log(
    ratioTable([
      ...now,
      ...past,
      ...(await dashboard(large)),
      { what: 'Working out all figures anew from the facts (10,000 people)', figure: rebuilt / 1000, unit: 's' },
    ]),
  )
} finally {
  await large.stop()
}

/** The kept figures of everybody on a day, beside the aggregate on the same database through the same driver. */
async function dueDates({ service, organisation }: Large, on: typeof benchDay): Promise<readonly Measured[]> {
  const identity = { organisation, person: null, role: 'mcs_request' as const }
  const { sql } = await import('../src/platform/database/database.ts')
  const floor = await timed(rounds, () =>
    service.database.transact(identity, (db) =>
      sql`select person, type_key, max(day) as last_on, max(day) + interval '3 months' as due_on from attendance
        where organisation = ${organisation} and superseded_at is null and presence <> 'absent' and day <= ${on}
        group by person, type_key order by person`.execute(db),
    ),
  )
  const figure = await timed(rounds, () => asService(service, { organisation }, (work) => findSpansOn(work, on)))
  return [
    {
      what: `All due dates as at ${on}`,
      figure: median(figure),
      floor: median(floor),
      floorIs: 'last session by SQL aggregate',
      unit: 'ms',
    },
  ]
}

/** The whole page over the whole way, beside its queries alone. */
async function dashboard({ service, organisation, person }: Large): Promise<readonly Measured[]> {
  const at = service.clock()
  const visit = { id: '', account: null, organisation, person, expiresAt: addMinutes(at, 15), signedInAt: at }
  const assets = { css: '/assets/a.css', js: '/assets/a.js', icon: '/assets/a.svg' }
  const http = await buildHttp({
    service,
    look: serviceLook(assets),
    findVisit: async () => visit,
    doorPages: [],
    secure: false,
    demonstration: false,
    assets: null,
  })
  const units = (
    await large.owner.query<{ unit: never }>('select distinct unit from post where unit is not null limit 10')
  ).rows.map((row) => row.unit)
  const rows: Measured[] = []
  for (const [what, path, scope] of [
    ['The organisation’s dashboard', '/assurance', null],
    ['A directorate’s dashboard', `/assurance/units/${await directorate(large)}`, units],
  ] as const) {
    const page = await timed(rounds, async () => {
      const answer = await http.inject({ url: path, headers: { cookie: 'visit=x' } })
      if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}`)
    })
    const queries = await timed(rounds, () =>
      asPerson(service, { organisation, person }, async (work) => {
        await findStandings(work, benchDay, scope ? { units: scope } : {})
        await findTrend(work, trendDays(benchDay), scope)
      }),
    )
    rows.push({ what, figure: median(page), floor: median(queries), floorIs: 'its queries alone', unit: 'ms' })
  }
  await http.close()
  return rows
}

async function directorate({ owner, organisation }: Large): Promise<string> {
  const found = await owner.query<{ unit: string }>(
    'select unit from unit_place where organisation = $1 and parent is null limit 1',
    [organisation],
  )
  return found.rows[0]?.unit ?? ''
}
