// Concerns I passed on; for safeguarding leads also those that were passed on to them. Facts alone: no words are opened.
import { EmptyState, LinkButton, StateTag, Table, type VNode } from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import { anyStaff, type Page, page } from '../../../platform/web/page.ts'
import { html } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { namer } from '../lead.changes.ts'
import { leadRoles, safeguardingRoles } from '../lead.ts'
import { findConcernsBy } from './concern.store.ts'
import { type Concern, stateOf } from './concern.ts'
import { kindWords, outcomeWords, stateWords, waitsForLead } from './concern.view.ts'
import { findPractices } from '../practice/practice.store.ts'
import { OwnPlans, PracticeList } from '../practice/practice-list.pages.tsx'
import { practiceState } from '../practice/practice.ts'
import { passedOnTo } from './waiting.changes.ts'

export const listPages: readonly Page[] = [
  page({ at: 'GET /concerns', access: anyStaff, answer: (work) => listPage(work) }),
]

async function listPage(work: Work) {
  const mine = await findConcernsBy(work, work.asker.person)
  const others = await passedOnTo(work)
  const practices = (await findPractices(work, { manager: work.asker.person })).filter(
    (one) => one.entries.at(-1)?.kind !== 'taken back',
  )
  const plans = (await findPractices(work, { person: work.asker.person })).filter(
    (one) => one.told && practiceState(one) !== 'taken back' && practiceState(one) !== 'waiting for a plan',
  )
  const nameOf = await namer(work, [
    ...others.map((one) => one.raisedBy),
    ...[...practices, ...plans].flatMap((one) => [one.raisedBy, one.person, one.manager]),
  ])
  const empty = (
    <EmptyState heading="You have passed nothing on">
      <p>When something worries you, pass it on from the page you are reading, or here. You do not have to be sure.</p>
    </EmptyState>
  )
  return html({
    title: 'Concerns',
    body: (
      <>
        <h1>Concerns</h1>
        <LinkButton href="/concerns/new">Pass on a concern</LinkButton>
        <SafeguardingLinks roles={work.asker.roles} />
        {others.length > 0 && <Concerns caption="Concerns passed on to you" concerns={others} nameOf={nameOf} />}
        {practices.length > 0 && <PracticeList practices={practices} nameOf={nameOf} today={work.today} />}
        {plans.length > 0 && <OwnPlans practices={plans} nameOf={nameOf} />}
        <Concerns caption="Concerns I passed on" concerns={mine} nameOf={null} empty={empty} />
      </>
    ),
  })
}

/** What safeguarding colleagues can do besides. */
function SafeguardingLinks({ roles }: { roles: ReadonlySet<string> }) {
  if (!safeguardingRoles.some((role) => roles.has(role))) return null
  return (
    <ul class="nhsuk-list">
      <li>
        <a href="/glass">Records opened in need</a>: when its author is missing and somebody may be at risk
      </li>
      {leadRoles.some((role) => roles.has(role)) && (
        <li>
          <a href="/case-discussions">Case discussions of your service</a>
        </li>
      )}
    </ul>
  )
}

type ListProps = {
  caption: string
  concerns: readonly Concern[]
  nameOf: ((person: PersonId) => string) | null
  empty?: VNode
}

function Concerns({ caption, concerns, nameOf, empty }: ListProps) {
  return (
    <>
      {concerns.length === 0 && <h2>{caption}</h2>}
      <Table
        caption={caption}
        captionSize="m"
        empty={empty}
        rows={concerns}
        columns={[
          {
            heading: 'Passed on',
            cell: (one) => <a href={`/concerns/${one.id}`}>{formatMoment(one.raisedAt)}</a>,
          },
          { heading: 'About', cell: (one) => kindWords[one.kind] },
          ...(nameOf ? [{ heading: 'By', cell: (one: Concern) => nameOf(one.raisedBy) }] : []),
          { heading: 'What was done', cell: (one) => outcomeWords(one) },
          {
            heading: 'State',
            cell: (one) => {
              const { tone, words } = stateWords[stateOf(one)]
              return <StateTag tone={tone}>{nameOf && waitsForLead(one) ? 'New' : words}</StateTag>
            },
          },
        ]}
      />
    </>
  )
}
