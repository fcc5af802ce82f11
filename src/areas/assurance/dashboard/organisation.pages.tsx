// The organisation and its units: coverage against target, by unit, staff group and kind, over time, as at any day.
// Directors see totals; the safeguarding service and auditors, and those who lead a unit, see people too.
import { AsAt, CsvLink, InsetText, type VNode } from '../../../design/index.ts'
import { writeCsv } from '../../../platform/csv/csv.ts'
import type { Day } from '../../../platform/time/day.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { file, html, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { type UnitId, type UnitNode, unitsLedBy, unitsUnder, unitTree } from '../../people/index.ts'
import { contractFigures } from '../contracts/contract-figures.pages.tsx'
import { preparedOf } from '../preparing/prepared.changes.ts'
import { PreparedFigures } from '../preparing/prepared-figures.pages.tsx'
import { coverageOf } from './coverage.ts'
import { assuranceReaders, maySeeNames, maySeeTotals, type UnitSubject, unitReaders } from './dashboard.access.ts'
import type { PlacedStanding } from './coverage.ts'
import { findStandings, findTrend } from './dashboard.store.ts'
import type { DashboardPolicy } from './coverage.ts'
import { dashboardPolicy } from './dashboard.changes.ts'
import { dayAsked, trendDays } from './dashboard.view.ts'
import { CoverageByGroup, Tiles, Trend } from './figures-view.pages.tsx'
import { PeopleBehind } from '../behind/people-behind.pages.tsx'
import { addressOf, askedFrom, type Way } from '../behind/people-behind.ts'
import { standingsCsv } from '../behind/standings-csv.view.ts'

export const organisationPages: readonly Page[] = [
  page({ at: 'GET /assurance', access: assuranceReaders, answer: (work, { query }) => unitPage(work, null, query) }),
  page({
    at: 'GET /assurance/units/:unit',
    subject: findUnitSubject,
    access: unitReaders,
    answer: (work, { query, subject }) => unitPage(work, subject, query),
  }),
  page({
    at: 'GET /assurance/figures',
    access: assuranceReaders,
    answer: async (work, { query }) => {
      const { day } = dayAsked(query, work.today)
      const policy = await dashboardPolicy(work, day)
      const units = await unitTree(work, day)
      return file(
        `coverage-${day}.csv`,
        'text/csv',
        writeCsv(...standingsCsv(await findStandings(work, day), units, policy, maySeeNames(work.asker))),
      )
    },
  }),
]

export type FoundUnit = UnitSubject & { readonly unit: UnitNode; readonly below: readonly UnitId[] }

/** A unit with everything below it, and whether the asker leads it or a unit above it. */
export async function findUnitSubject(work: Work, { unit: id }: { unit: string }): Promise<FoundUnit | null> {
  const units = await unitTree(work, work.today)
  const unit = units.find((one) => one.unit === id)
  if (!unit) return null
  const led = await unitsLedBy(work, work.asker.person, work.today)
  return {
    unit,
    below: unitsUnder(units, unit.unit),
    leads: led.some((one) => unitsUnder(units, one).includes(unit.unit)),
  }
}

async function unitPage(work: Work, about: FoundUnit | null, query: (name: string) => string): Promise<Reply> {
  const { day, fault } = dayAsked(query, work.today)
  const policy = await dashboardPolicy(work, day)
  const units = await unitTree(work, day)
  const standings = await findStandings(work, day, about ? { units: about.below } : {})
  const points = await findTrend(work, trendDays(day), about ? about.below : null)
  const path = about ? `/assurance/units/${about.unit.unit}` : '/assurance'
  const named = maySeeNames(work.asker) || (about?.leads ?? false)
  return html({
    title: about?.unit.name ?? 'Assurance',
    back: about ? parentOf(about, units) : undefined,
    wide: true,
    body: (
      <>
        <Top {...{ day, path, fault, policy }} name={about?.unit.name ?? 'Assurance'} />
        <Tiles
          coverage={coverageOf(standings)}
          target={policy.target}
          opens={
            named
              ? { href: (way: Way) => addressOf(path, { way }, day), of: about?.unit.name ?? 'the whole organisation' }
              : undefined
          }
        />
        <Groups {...{ standings, units, policy, day, path, named }} at={about?.unit.unit ?? null} />
        <Trend points={points} days={trendDays(day)} target={policy.target} />
        <PreparedFigures figures={await preparedOf(work, about ? peopleIn(standings) : null, day)} day={day} />
        {await contractsPart(work, about, day)}
        {named && (
          <PeopleBehind
            {...{ standings, policy, day, path }}
            units={new Map(units.map((one) => [one.unit, one.name]))}
            asked={askedFrom(query)}
          />
        )}
        {about === null && <CsvLink href={`/assurance/figures?as-at=${day}`} />}
      </>
    ),
  })
}

/** Contracts in date, for those who may open what is behind them: a lead of the unit sees it on the team's page. */
async function contractsPart(work: Work, about: FoundUnit | null, day: Day): Promise<VNode | null> {
  const opens = { of: maySeeTotals(work.asker) ? ('all' as const) : ('team' as const), unit: about?.unit.unit }
  return contractFigures(work, { day, people: null, units: about?.below, opens })
}

type TopProps = { name: string; day: Day; path: string; fault: string | undefined; policy: DashboardPolicy }

const Top = ({ name, day, path, fault, policy }: TopProps) => (
  <>
    <h1>{name}</h1>
    <AsAt day={day} action={path} error={fault}>
      You see that supervision happened, never what was said. <a href="/help/who-sees-what">Who sees what</a> ·{' '}
      <a href="/assurance/policy-readers">Who has read the policy</a>
    </AsAt>
    <Waiting policy={policy} />
  </>
)

const peopleIn = (standings: readonly PlacedStanding[]) => [...new Set(standings.map((one) => one.person))]

const parentOf = ({ unit }: FoundUnit, units: readonly UnitNode[]) => {
  const above = units.find((one) => one.unit === unit.parent)
  return above
    ? { href: `/assurance/units/${above.unit}`, label: above.name }
    : { href: '/assurance', label: 'Assurance' }
}

/** Says when some figures are still being worked out, so that nobody reads half a change as the whole. */
export const Waiting = ({ policy }: { policy: DashboardPolicy }) =>
  policy.waiting === 0 ? null : (
    <InsetText>
      <p>
        The figures of {policy.waiting === 1 ? 'one person' : `${policy.waiting.toLocaleString('en-GB')} people`} are
        being worked out after a change. Load the page again in a minute.
      </p>
    </InsetText>
  )

type GroupsProps = {
  standings: readonly PlacedStanding[]
  units: readonly UnitNode[]
  at: UnitId | null
  policy: DashboardPolicy
  day: Day
  path: string
  /** Whether the asker sees people behind the figures. */
  named: boolean
}

function Groups({ standings, units, at, policy, day, path, named }: GroupsProps) {
  const childOf = new Map(
    units
      .filter((one) => one.parent === at)
      .flatMap((child) => unitsUnder(units, child.unit).map((unit) => [unit, child])),
  )
  const nameOf = new Map(units.map((one) => [one.unit as string, one.name]))
  const { target } = policy
  return (
    <>
      <CoverageByGroup
        title="By unit"
        standings={standings}
        keyOf={(one) => (one.unit === null ? null : (childOf.get(one.unit)?.unit ?? null))}
        labelOf={(key) => nameOf.get(key) ?? key}
        hrefOf={(key) => `/assurance/units/${key}?as-at=${day}`}
        opens={named ? (key, way) => addressOf(`/assurance/units/${key}`, { way }, day) : undefined}
        target={target}
      />
      <CoverageByGroup
        title="By kind of supervision"
        standings={standings}
        keyOf={(one) => one.type}
        labelOf={(key) => policy.names.get(key) ?? key}
        opens={named ? (kind, way) => addressOf(path, { way, kind }, day) : undefined}
        target={target}
      />
      <CoverageByGroup
        title="By staff group"
        standings={standings}
        keyOf={(one) => one.staffGroup}
        labelOf={(key) => policy.groups.get(key) ?? key}
        opens={named ? (group, way) => addressOf(path, { way, group }, day) : undefined}
        target={target}
      />
    </>
  )
}
