// What assurance shows at home to those who answer for others: the figures of their team, and of the organisation for the
// safeguarding service, auditors and directors. Each opens to its page (DESIGN 1; SPEC 3.3).
import type { Panel } from '../../../platform/area.ts'
import type { Work } from '../../../platform/work.ts'
import { coverageFrom } from './coverage.ts'
import { mayLookAtTeam, maySeeNames, maySeeTotals } from './dashboard.access.ts'
import { dashboardPolicy, peopleOf } from './dashboard.changes.ts'
import { countStandings } from './dashboard.store.ts'
import { addressOf, type Way } from '../behind/people-behind.ts'
import { Tiles } from './figures-view.pages.tsx'

export const homeFigures: readonly Panel[] = [
  { place: 'home', order: 20, show: (work) => teamPanel(work) },
  { place: 'home', order: 30, show: (work) => organisationPanel(work) },
]

async function teamPanel(work: Work) {
  if (!mayLookAtTeam(work.asker)) return null
  const people = await peopleOf(work, work.today)
  if (people.length === 0) return null
  const coverage = coverageFrom(await countStandings(work, work.today, { people }))
  const { target } = await dashboardPolicy(work, work.today)
  const team = { href: (way: Way) => addressOf('/team', { way }), of: 'your team' }
  return (
    <section>
      <h2>Your team</h2>
      {coverage.of > 0 && <Tiles coverage={coverage} target={target} opens={team} />}
      <p>
        <a href="/my-team">See your team, and what needs you</a>
      </p>
    </section>
  )
}

async function organisationPanel(work: Work) {
  if (!maySeeTotals(work.asker)) return null
  const coverage = coverageFrom(await countStandings(work, work.today))
  const { target } = await dashboardPolicy(work, work.today)
  const named = maySeeNames(work.asker)
  const href = (way: Way) => (named ? addressOf('/assurance', { way }) : '/assurance')
  const all = { href, of: 'the whole organisation' }
  return (
    <section>
      <h2>The whole organisation</h2>
      <Tiles coverage={coverage} target={target} opens={all} />
      <p>
        <a href="/assurance">See it by unit, kind and staff group</a>
      </p>
    </section>
  )
}
