// One case on one page: who is at risk, which criteria are met, what it was brought to; and its ways on. A colleague to whom it
// is offered reads it here; whoever held it before sees it as it was on the day they handed it over.
import {
  Button,
  ButtonGroup,
  ErrorSummary,
  FormFields,
  type FormState,
  LinkButton,
  PostButton,
  PostForm,
  titleWith,
} from '../../../design/index.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, html, notFound, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import { closingForm } from '../case-form/case.form.ts'
import { criteriaOf } from '../case-form/criteria.ts'
import { type Around, aroundCase, openAsItWas } from '../handover/around.changes.ts'
import { HandoverPart } from '../handover/handover-parts.pages.tsx'
import { isOpen } from '../handover/handover.ts'
import { coverPart } from '../cover/cover.pages.tsx'
import { namer } from '../supervision.changes.ts'
import { caseTimeline } from '../timeline/timeline.pages.tsx'
import { holderOfCase, readersOfCase } from './case.access.ts'
import { closeCase, openCase, reopenCase } from './case.changes.ts'
import { BroughtTo, DetailsOfCase, WhoSeesCase } from './case-parts.pages.tsx'
import type { Case, CaseId, ClosedBecause } from './case.ts'
import { standingWords } from './case.view.ts'

const subject = (work: Work, params: { case: CaseId }) => aroundCase(work, params.case)
const held = { subject, access: holderOfCase }

export const casePages: readonly Page[] = [
  page({
    at: 'GET /cases/:case',
    subject,
    access: readersOfCase,
    answer: (work, { subject: around }) => casePage(work, around),
  }),
  page({
    at: 'GET /cases/:case/closing',
    ...held,
    answer: (work, { subject: around }) => closingPage(work, around, closingForm.filled({})),
  }),
  page({
    at: 'POST /cases/:case/closing',
    ...held,
    answer: async (work, { subject: around, form }) => {
      const reading = closingForm.read(form)
      if (!reading.ok) return closingPage(work, around, reading)
      const because: ClosedBecause = reading.value.because
      const done = await closeCase(work, around.facts.id, { fromSave: Number(firstOf(form, '_version')), because })
      return done.ok ? seeOther('/cases', 'The case is closed') : conflict(done.reason)
    },
  }),
  page({
    at: 'POST /cases/:case/reopening',
    ...held,
    answer: async (work, { subject: around, form }) => {
      const done = await reopenCase(work, around.facts.id, { fromSave: Number(firstOf(form, '_version')) })
      return done.ok ? seeOther(`/cases/${around.facts.id}`, 'The case is open again') : conflict(done.reason)
    },
  }),
]

async function casePage(work: Work, around: Around): Promise<Reply> {
  const now = await openCase(work, around.facts.id)
  const opened = now ?? (await openAsItWas(work, around))
  if (!opened) return notFound()
  const words = new Map(criteriaOf(await policyOn(work), opened.criteria).map((one) => [one.key, one.words]))
  const offer = around.handovers.find((one) => isOpen(one, work.moment)) ?? null
  const nameOf = await namer(work, [around.facts.holder, ...around.handovers.flatMap((one) => [one.from, one.to])])
  const mine = around.facts.holder === work.asker.person
  return html({
    title: 'Case',
    back: { href: '/cases', label: 'My cases' },
    body: (
      <>
        <h1>Case {opened.reference}</h1>
        <p class="app-lede">
          {standingWords(opened)}. {mine ? 'You hold it.' : `${nameOf(opened.holder)} holds it.`}
        </p>
        {now === null && <p>You see it as it was when you handed it over, and nothing that came after.</p>}
        <HandoverPart offer={offer} asker={work.asker.person} nameOf={nameOf} />
        {opened.spoiled.length > 0 && <p>Some of this case would not open. Tell your administrator.</p>}
        <DetailsOfCase opened={opened} words={words} />
        {mine && <WaysOn opened={opened} offered={offer !== null} />}
        {await caseTimeline(work, opened.id, { all: now !== null })}
        {now !== null && (await BroughtTo({ work, id: opened.id }))}
        {now !== null && (await coverPart(work, around.facts))}
        {now !== null && (await work.panels('case', opened.id))}
        {await WhoSeesCase({ work, opened })}
      </>
    ),
  })
}

function WaysOn({ opened, offered }: { opened: Case; offered: boolean }) {
  const href = `/cases/${opened.id}`
  if (opened.state === 'closed')
    return (
      <PostButton action={`${href}/reopening`} version={opened.save} variant="secondary">
        Reopen this case
      </PostButton>
    )
  return (
    <ButtonGroup>
      <LinkButton href={`${href}/details`}>Change</LinkButton>
      {!offered && (
        <LinkButton href={`${href}/handover`} variant="secondary">
          Hand over
        </LinkButton>
      )}
      <LinkButton href={`${href}/closing`} variant="secondary">
        Close
      </LinkButton>
    </ButtonGroup>
  )
}

function closingPage(work: Work, { facts }: Around, state: FormState): Reply {
  if (facts.holder !== work.asker.person) return notFound()
  return html({
    title: titleWith(state, 'Close a case'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: `/cases/${facts.id}`, label: 'Case' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Close a case</h1>
        <p>It leaves the list that comes to supervision. What was written stays, and you can reopen it.</p>
        <PostForm action={`/cases/${facts.id}/closing`} version={facts.save}>
          <FormFields form={closingForm} state={state} />
          <Button>Close this case</Button>
        </PostForm>
      </>
    ),
  })
}
