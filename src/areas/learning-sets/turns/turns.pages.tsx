// Turns over the life of a set: for its own people, and nobody else (SPEC 7.6).
import { EmptyState, InsetText, Table, TurnsStrip, Written } from '../../../design/index.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { html } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { namesOf } from '../../people/index.ts'
import type { SetHistory } from '../fairness/history.ts'
import { historyOf } from '../room/history.changes.ts'
import { peopleOfSetItself, type SetSubject } from '../set/set.access.ts'
import { subjectSet } from '../set/set.changes.ts'
import type { LearningSet } from '../set/set.ts'
import { turnsInWords, type TurnsView, turnsView } from './turns.view.ts'

export const turnsPages: readonly Page[] = [
  page({
    at: 'GET /action-learning/sets/:set/turns',
    subject: subjectSet,
    access: peopleOfSetItself,
    answer: (work, { subject }) => turnsPage(work, subject),
  }),
]

async function turnsPage(work: Work, { set }: SetSubject) {
  const history = await historyOf(work, set.id)
  const nameOf = await namesFor(work, set, history)
  const view = turnsView(set, history, { today: work.today, nameOf })
  return html({
    title: 'Turns of the set',
    back: { href: `/action-learning/sets/${set.id}`, label: 'Action learning set' },
    body: (
      <>
        <h1>Turns of the set</h1>
        <p class="app-lede">
          Who has presented over the life of <bdi>{set.name}</bdi>, for how long, and who asked and was put off. It is
          there so that everybody gets a turn. The set decides, whatever it says here.
        </p>
        {history.length === 0 ? (
          <EmptyState heading="No meeting has been held yet" level={2}>
            <p>After each meeting its turns are added here: who presented, for how many minutes, and who waits.</p>
          </EmptyState>
        ) : (
          <TurnsParts view={view} history={history} nameOf={nameOf} />
        )}
        <p class="app-quiet">
          The people of the set see this page as long as they belong to it. Nobody else does: no line manager, no
          administrator, no programme lead.
        </p>
      </>
    ),
  })
}

type NameOf = (person: PersonId) => string

async function namesFor(work: Work, set: LearningSet, history: SetHistory): Promise<NameOf> {
  const people = [
    ...set.memberships.map((one) => one.person),
    ...history.flatMap((one) => [...one.present, ...one.absent]),
  ]
  const names = await namesOf(work, [...new Set(people)])
  return (person) => names.get(person) ?? 'Somebody who is no longer here'
}

type Parts = { view: TurnsView; history: SetHistory; nameOf: NameOf }

const TurnsParts = ({ view, history, nameOf }: Parts) => (
  <>
    <TurnsStrip
      title="Turns, meeting by meeting"
      says={turnsInWords(history)}
      columns={view.columns}
      rows={view.rows}
    />
    <h2>Whose turn it rather is</h2>
    <p>If everybody brought a topic next time, this would be the fair order, with its reasons.</p>
    <ol class="nhsuk-list nhsuk-list--number">
      {view.order.map((one) => (
        <li>
          <strong>
            <bdi>{nameOf(one.person)}</bdi>
          </strong>
          : {one.reasons.join('; ')}.
        </li>
      ))}
    </ol>
    <FiguresTable view={view} nameOf={nameOf} />
    <Overruled view={view} />
  </>
)

const FiguresTable = ({ view, nameOf }: Omit<Parts, 'history'>) => (
  <Table
    caption="In figures"
    captionSize="m"
    rows={view.figures}
    columns={[
      {
        heading: 'Name',
        cell: (one) => (
          <>
            <bdi>{nameOf(one.person)}</bdi>
            {!one.isStillHere && <span class="app-quiet">, no longer in the set</span>}
          </>
        ),
      },
      { heading: 'Presented', numeric: true, cell: (one) => one.presented },
      { heading: 'Minutes', numeric: true, cell: (one) => one.minutes },
      { heading: 'Last on', cell: (one) => (one.lastPresented ? formatDay(one.lastPresented) : 'Not yet') },
      { heading: 'Put off since', numeric: true, cell: (one) => one.putOffSince },
      { heading: 'Was there', numeric: true, cell: (one) => one.present },
      { heading: 'Could not come', numeric: true, cell: (one) => one.absent },
    ]}
  />
)

const Overruled = ({ view }: { view: TurnsView }) => (
  <section>
    <h2>When the set chose otherwise</h2>
    {view.overruled.length === 0 ? (
      <InsetText>The set has always gone along with what was suggested.</InsetText>
    ) : (
      view.overruled.map(({ day, words }) => (
        <>
          <h3 class="nhsuk-heading-s">{formatDay(day)}</h3>
          <Written>{words}</Written>
        </>
      ))
    )}
  </section>
)
