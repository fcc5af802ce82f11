// What assurance adds to other pages: how my supervision stands at home, and how a person's stands on their page.
import { Card, StateTag } from '../../../design/index.ts'
import type { Panel } from '../../../platform/area.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { isAdministrator } from '../../people/index.ts'
import { answersFor, type PersonAnswer, standingOf } from '../figures/answers.changes.ts'
import type { ObligationState } from '../figures/span.ts'
import { byUrgency } from './coverage.ts'
import { personReaders } from './dashboard.access.ts'
import { dashboardPolicy } from './dashboard.changes.ts'
import { findPersonSubject } from './obligations.pages.tsx'
import { stateWords, toneOf } from './words.ts'

export const assurancePanels: readonly Panel[] = [
  { place: 'home', order: 10, show: (work) => standsPanel(work, work.asker.person, 'Your supervision') },
  { place: 'my supervision', order: 10, show: (work) => standsPanel(work, work.asker.person, 'How it stands') },
  { place: 'person', order: 10, show: (work, about) => personPanel(work, about) },
  { place: 'set-up', order: 30, show: async (work) => (isAdministrator(work.asker) ? <ContractsLink /> : null) },
]

/** For administrators, who have no page of assurance of their own. */
const ContractsLink = () => (
  <section>
    <h2>Contracts in date</h2>
    <p>
      <a href="/agreements/standing?of=all">Who has a contract, who has not, and which end soon</a>
    </p>
  </section>
)

async function personPanel(work: Work, about: Id<string>) {
  const subject = await findPersonSubject(work, { person: about })
  if (!subject || subject.person === work.asker.person || !personReaders.may(work.asker, subject)) return null
  return standsPanel(work, subject.person, 'Supervision')
}

async function standsPanel(work: Work, person: PersonId, heading: string) {
  const answers = [...(await answersFor(work, person, work.today))].sort(byPressure)
  if (answers.length === 0) return null
  const { names } = await dashboardPolicy(work, work.today)
  return (
    <section>
      <h2>{heading}</h2>
      {answers.map((one) => (
        <Stands
          one={one}
          name={names.get(one.requirement.types[0] ?? '') ?? one.requirement.name}
          work={work}
          person={person}
        />
      ))}
    </section>
  )
}

/** What must be had before what is recommended, and the most pressing of it first. */
const byPressure = (a: PersonAnswer, b: PersonAnswer): number => byUrgency(standingOf(a), standingOf(b))

const Stands = ({ one, name, work, person }: { one: PersonAnswer; name: string; work: Work; person: PersonId }) => {
  const state = one.answer.state as ObligationState
  return (
    <Card>
      <p>
        <StateTag tone={toneOf(state)}>{stateWords({ state, dueOn: one.answer.dueOn }, work.today)}</StateTag>{' '}
        <strong>{name}</strong>
      </p>
      <p>
        {one.answer.reasons[0]?.text}{' '}
        <a href={`/people/${person}/obligations`}>
          How we worked this out<span class="nhsuk-u-visually-hidden">: {name}</span>
        </a>
      </p>
    </Card>
  )
}
