// Which of one's cases come to a session, on one page: all that meet a criterion do, unless a reason is given.
import {
  Button,
  Card,
  EmptyState,
  ErrorSummary,
  FormField,
  type FormState,
  PostForm,
  StateTag,
  titleWith,
} from '../../../design/index.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { page, type Page, type Typed } from '../../../platform/web/page.ts'
import { conflict, html, notFound, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { type Policy, policyOn, textOf } from '../../policy/index.ts'
import type { Case } from '../case/case.ts'
import { supervisedInSession } from '../preparation/preparation.access.ts'
import type { PreparationOf } from '../preparation/preparation.changes.ts'
import { within } from '../preparation/preparation.pages.tsx'
import { mayPrepare } from '../preparation/preparation.ts'
import { hrefOf } from '../preparation/preparation.view.ts'
import { findSession } from '../session/session.store.ts'
import type { SessionId } from '../session/session.ts'
import { ownCases } from './cases-to-prepare.changes.ts'
import { casesForm, casesValues, comesField, whyField } from './cases.form.ts'
import { calledCase, type OwnCase } from './own-case.ts'
import { bringCase, leaveOut } from './session-case.changes.ts'

const subject = (work: Work, { session }: { session: SessionId }) => findSession(work, session)
const about = { subject, access: supervisedInSession }

export const preparationCasesPages: readonly Page[] = [
  page({
    at: 'GET /sessions/:session/preparation/cases',
    ...about,
    answer: (work, { subject: session }) =>
      within(work, session, async (of) => {
        const cases = await ownCases(work, of)
        return casesPage(work, of, { cases, state: casesForm(cases).filled(casesValues(cases)) })
      }),
  }),
  page({
    at: 'POST /sessions/:session/preparation/cases',
    ...about,
    answer: (work, { subject: session, form }) => within(work, session, (of) => saveChoices(work, of, form)),
  }),
]

async function saveChoices(work: Work, of: PreparationOf, form: Typed): Promise<Reply> {
  const may = mayPrepare(of.session, work.asker.person, of.terms.preparation, work.moment)
  if (!may.ok) return conflict(may.reason)
  const cases = await ownCases(work, of)
  const shape = casesForm(cases)
  const reading = shape.read(form)
  if (!reading.ok) return casesPage(work, of, { cases, state: reading })
  for (const one of cases) {
    const comes = reading.value[comesField(one.opened.id)]
    const why = reading.value[whyField(one.opened.id)] ?? ''
    const done = await choose(work, of, { one, comes: comes === 'brought', why })
    if (done && !done.ok)
      return casesPage(work, of, { cases, state: shape.refused(form, { ...done, field: whyField(one.opened.id) }) })
  }
  return seeOther(hrefOf(of.session), 'Saved')
}

/** Only what is said otherwise than before is written. */
async function choose(work: Work, { session }: PreparationOf, what: { one: OwnCase; comes: boolean; why: string }) {
  const { one, comes, why } = what
  if (comes) return one.choice === 'brought' ? null : bringCase(work, session.id, { case: one.opened.id })
  if (one.choice === 'left out' && one.why === why) return null
  return leaveOut(work, session.id, { case: one.opened.id, why })
}

type Shown = { cases: readonly OwnCase[]; state: FormState }

async function casesPage(work: Work, of: PreparationOf, { cases, state }: Shown): Promise<Reply> {
  if (of.terms.preparation.cases === 'no') return notFound()
  const here = hrefOf(of.session)
  const policy = await policyOn(work)
  return html({
    title: titleWith(state, 'Which cases come'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: here, label: 'Prepare for your session' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Which of your cases come?</h1>
        <p>
          Every case of yours that meets a criterion comes to planned supervision. Where one does not, say why. Your
          supervisor reads a case from when you bring it.
        </p>
        {cases.length === 0 ? <NoCases /> : <Choices cases={cases} state={state} here={here} policy={policy} />}
        <p>
          <a href="/cases">Your list of cases</a>
        </p>
      </>
    ),
  })
}

const NoCases = () => (
  <EmptyState heading="No cases on your list" level={2}>
    <p>When a case meets a criterion of the policy, put it on your list; then it can come with you.</p>
  </EmptyState>
)

function Choices({ cases, state, here, policy }: Shown & { here: string; policy: Policy }) {
  const form = casesForm(cases)
  return (
    <PostForm action={`${here}/cases`}>
      {cases.map(({ opened }) => (
        <Card heading={capital(calledCase(opened))} size="s" level={2}>
          <CriteriaSince one={opened} policy={policy} />
          <FormField form={form} state={state} name={comesField(opened.id)} />
        </Card>
      ))}
      <Button>Save</Button>
    </PostForm>
  )
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** Which criteria of the policy a case meets, each with its day. */
export function CriteriaSince({ one, policy }: { one: Case; policy: Policy }) {
  if (one.criteria.length === 0) return <StateTag tone="quiet">On your list without a criterion</StateTag>
  const words = new Map(policy.packs.flatMap((pack) => pack.criteria ?? []).map(({ key, text }) => [key, textOf(text)]))
  return (
    <ul class="nhsuk-list nhsuk-list--bullet">
      {one.criteria.map(({ key, since }) => (
        <li>
          {words.get(key) ?? key.replaceAll('-', ' ')}, since {formatDay(since)}
        </li>
      ))}
    </ul>
  )
}
