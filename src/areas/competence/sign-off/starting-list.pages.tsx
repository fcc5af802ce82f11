// The starting list: those who supervised before the policy asked for a sign-off, brought in together by a lead; and who was.
import { Details, EmptyState, type FormState, Table, type VNode } from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { formPage, namesOf } from '../../people/index.ts'
import { waysOn } from '../pathway/held.changes.ts'
import { startingListKeepers } from '../supervisors/supervisors.access.ts'
import { startingForm } from './sign-off.form.ts'
import type { SignOff } from './sign-off.ts'
import { findSignOffs } from './sign-off.store.ts'
import { findStarting, signOffStarting, tickOf } from './starting-list.changes.ts'

const listPath = '/supervisors/starting-list'
const back = { href: '/supervisors', label: 'Who may supervise' }

export const startingListPages: readonly Page[] = [
  page({
    at: 'GET /supervisors/starting-list',
    access: startingListKeepers,
    answer: (work) => startingPage(work, startingForm.filled({})),
  }),
  page({
    at: 'POST /supervisors/starting-list',
    access: startingListKeepers,
    answer: (work, { form }) => start(work, form),
  }),
]

async function start(work: Work, form: Typed): Promise<Reply> {
  const reading = startingForm.read(form)
  if (!reading.ok) return startingPage(work, reading)
  const { ticked, reason } = reading.value
  const done = await signOffStarting(work, ticked, { reason })
  if (!done.ok) return startingPage(work, startingForm.refused(form, done))
  return seeOther(listPath, done.value === 1 ? 'Signed off' : `${done.value} sign-offs given`)
}

async function startingPage(work: Work, state: FormState): Promise<Reply> {
  const offered = [...(await findStarting(work))]
  const ticked = offered.flatMap(([pathway, people]) =>
    people.map(({ person, name, from }) => ({
      value: tickOf(pathway, person),
      label: name,
      hint: `${pathway.name}. Signed off from ${formatDay(from)}`,
    })),
  )
  const given = await givenPart(work)
  if (ticked.length === 0) return nobodyLeft(given)
  return formPage({
    title: 'Those who supervised before',
    intro: <StartingIntro given={given} />,
    form: startingForm,
    state,
    action: listPath,
    button: 'Sign them off',
    back,
    options: { ticked },
  })
}

const nobodyLeft = (given: VNode): Reply =>
  html({
    title: 'Those who supervised before',
    back,
    body: (
      <>
        <h1>Those who supervised before</h1>
        <EmptyState heading="Nobody is left to bring in" level={2}>
          <p>Whoever begins to supervise now goes the way that the policy describes, step by step.</p>
        </EmptyState>
        {given}
      </>
    ),
  })

const StartingIntro = ({ given }: { given: VNode }) => (
  <>
    <p>
      The policy asks that whoever supervises has been signed off. These people held a supervisor’s role when it began
      to ask, or have led such sessions since. Sign off those you know to be competent; the others go the way step by
      step.
    </p>
    <p>You are not on the list yourself: a colleague signs you off. What you do here is reported, with your reason.</p>
    {given}
  </>
)

async function givenPart(work: Work): Promise<VNode> {
  const { pathways } = await waysOn(work, work.today)
  const rows = (await findSignOffs(work, null)).filter((one) => one.reason !== null)
  const names = await namesOf(
    work,
    rows.flatMap((one) => [one.person, one.by]),
  )
  const nameOf = (person: PersonId) => names.get(person) ?? 'Somebody who is no longer here'
  const wayOf = (key: string) => pathways.find((one) => one.key === key)?.name ?? key
  return <Given rows={rows} nameOf={nameOf} wayOf={wayOf} />
}

type GivenProps = {
  readonly rows: readonly SignOff[]
  readonly nameOf: (person: PersonId) => string
  readonly wayOf: (key: string) => string
}

function Given({ rows, nameOf, wayOf }: GivenProps) {
  if (rows.length === 0) return null
  return (
    <Details summary={`Signed off without the steps (${rows.length})`}>
      <Table
        caption="Signed off without the steps"
        captionHidden
        columns={[
          { heading: 'Who', cell: (row) => <bdi>{nameOf(row.person)}</bdi> },
          { heading: 'For', cell: (row) => wayOf(row.pathway) },
          { heading: 'By', cell: (row) => <bdi>{nameOf(row.by)}</bdi> },
          { heading: 'On', cell: (row) => formatDay(londonDay(row.at)) },
          { heading: 'Until', cell: (row) => (row.to === null ? 'Further notice' : formatDay(row.to)) },
          { heading: 'Why', cell: (row) => <bdi>{row.reason ?? ''}</bdi> },
        ]}
        rows={rows}
      />
    </Details>
  )
}
