// The small forms about one clause: having a concern, suggesting other words or another clause, filling in what is left open.
import {
  Button,
  type ComponentChildren,
  Details,
  ErrorSummary,
  FormFields,
  type FormState,
  PostForm,
  titleWith,
  Written,
} from '../../../design/index.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { html, notFound, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { concernForm, leavingOutForm, newClauseForm, suggestionForm } from './ground-rules.form.ts'
import { peopleOfRules, type RulesSubject } from './rules.access.ts'
import { subjectRules } from './rules.changes.ts'
import { openTalk, suggestClause, takeStance } from '../talk/talk.changes.ts'
import { itemsOf, newClause, type Talk } from '../talk/talk.ts'
import { clauseIn, nameOfItem } from '../talk/talk.view.ts'

const together = { subject: subjectRules, access: peopleOfRules } as const

export const sayingPages: readonly Page[] = [
  page({
    at: 'GET /ground-rules/:agreement/clauses/:clauseKey/concern',
    ...together,
    answer: (work, { subject, params }) => concernPage(work, subject, params.clauseKey, concernForm.filled({})),
  }),
  page({
    at: 'POST /ground-rules/:agreement/clauses/:clauseKey/concern',
    ...together,
    answer: async (work, { subject, params: { clauseKey: clause }, form }) => {
      const reading = concernForm.read(form)
      if (!reading.ok) return concernPage(work, subject, clause, reading)
      const seen = Number(firstOf(form, '_version')) || 0
      const done = await takeStance(work, subject.agreement.id, {
        clause,
        stance: 'concern',
        seen,
        why: reading.value.why,
      })
      if (!done.ok) return concernPage(work, subject, clause, concernForm.refused(form, done))
      return seeOther(`/ground-rules/${subject.agreement.id}#${clause}`, 'Your concern is said to the set')
    },
  }),
  page({
    at: 'GET /ground-rules/:agreement/clauses/:clauseKey/suggestion',
    ...together,
    answer: (work, { subject, params }) => suggestionPage(work, subject, params.clauseKey, null),
  }),
  page({
    at: 'POST /ground-rules/:agreement/clauses/:clauseKey/suggestion',
    ...together,
    answer: async (work, { subject, params: { clauseKey: clause }, form }) => {
      const isOut = firstOf(form, 'deed') === 'leave out'
      const reading = isOut ? null : suggestionForm.read(form)
      if (reading && !reading.ok) return suggestionPage(work, subject, clause, reading)
      const suggested = reading
        ? { what: 'change' as const, heading: reading.value.heading ?? '', text: reading.value.text }
        : { what: 'leave out' as const, heading: '', text: '' }
      const why = reading ? (reading.value.why ?? '') : firstOf(form, 'whyOut').trim().slice(0, 2_000)
      const done = await suggestClause(work, subject.agreement.id, { clause, suggested, why })
      if (!done.ok) return suggestionPage(work, subject, clause, suggestionForm.refused(form, done))
      return seeOther(`/ground-rules/${subject.agreement.id}/clauses/${clause}`, 'Suggested to the set')
    },
  }),
  page({
    at: 'GET /ground-rules/:agreement/new-clause',
    ...together,
    answer: (work, { subject }) => newClausePage(work, subject, newClauseForm.filled({})),
  }),
  page({
    at: 'POST /ground-rules/:agreement/new-clause',
    ...together,
    answer: async (work, { subject, form }) => {
      const reading = newClauseForm.read(form)
      if (!reading.ok) return newClausePage(work, subject, reading)
      const { heading, text, why } = reading.value
      const suggested = { what: 'add' as const, heading: heading ?? '', text }
      const done = await suggestClause(work, subject.agreement.id, { clause: null, suggested, why: why ?? '' })
      if (!done.ok) return newClausePage(work, subject, newClauseForm.refused(form, done))
      return seeOther(`/ground-rules/${subject.agreement.id}/clauses/${newClause}`, 'Suggested to the set')
    },
  }),
]

/** A page that asks one thing about rules that are open; they say why when they are not. */
async function asking(
  work: Work,
  { agreement }: RulesSubject,
  what: { title: string; back: string; state: FormState; body: (talk: Talk) => ComponentChildren | null },
): Promise<Reply> {
  const talk = await openTalk(work, agreement.id)
  const body = talk && what.body(talk)
  if (!talk || !body) return notFound()
  const isOpen = talk.agreement.state === 'adapting'
  return html({
    title: titleWith(what.state, what.title),
    status: what.state.errors.length > 0 ? 422 : 200,
    back: {
      href: `/ground-rules/${agreement.id}${what.back}`,
      label: what.back === '' ? 'Ground rules' : 'The clause',
    },
    body: (
      <>
        <ErrorSummary state={what.state} />
        <h1>{what.title}</h1>
        {isOpen ? body : <p>The text is closed, so nothing can be changed or said of it now.</p>}
      </>
    ),
  })
}

const concernPage = (work: Work, subject: RulesSubject, item: string, state: FormState): Promise<Reply> =>
  asking(work, subject, {
    title: 'I have a concern',
    back: `/clauses/${item}`,
    state,
    body: (talk) =>
      itemsOf(talk.text).includes(item) && (
        <>
          <h2 class="nhsuk-heading-s">{nameOfItem(talk, item)}</h2>
          <Written>{clauseIn(talk, item)?.text}</Written>
          <p>The set talks it through before the text is closed. You can say that you agree at any time.</p>
          <PostForm
            action={`/ground-rules/${talk.agreement.id}/clauses/${item}/concern`}
            version={talk.agreement.version}
          >
            <FormFields form={concernForm} state={state} />
            <Button>Say it to the set</Button>
          </PostForm>
        </>
      ),
  })

const suggestionPage = (work: Work, subject: RulesSubject, item: string, state: FormState | null): Promise<Reply> =>
  asking(work, subject, {
    title: 'Suggest other words',
    back: `/clauses/${item}`,
    state: state ?? suggestionForm.filled({}),
    body: (talk) => {
      const clause = clauseIn(talk, item)
      if (!clause) return null
      const now = state ?? suggestionForm.filled({ heading: clause.heading, text: clause.text })
      const action = `/ground-rules/${talk.agreement.id}/clauses/${item}/suggestion`
      return (
        <>
          <p>
            Change the words as you would like them. The facilitator puts them into the text when the set has talked
            about it.
          </p>
          <PostForm action={action}>
            <FormFields form={suggestionForm} state={now} />
            <Button>Suggest these words</Button>
          </PostForm>
          <Details summary="Suggest to leave this clause out">
            <PostForm action={action}>
              <input type="hidden" name="deed" value="leave out" />
              <FormFields form={leavingOutForm} state={leavingOutForm.filled({})} />
              <Button variant="secondary">Suggest to leave it out</Button>
            </PostForm>
          </Details>
        </>
      )
    },
  })

const newClausePage = (work: Work, subject: RulesSubject, state: FormState): Promise<Reply> =>
  asking(work, subject, {
    title: 'Suggest another clause',
    back: '',
    state,
    body: (talk) => (
      <>
        <p>Something that the rules do not say yet, and that you need to feel safe, heard and respected.</p>
        <PostForm action={`/ground-rules/${talk.agreement.id}/new-clause`}>
          <FormFields form={newClauseForm} state={state} />
          <Button>Suggest this clause</Button>
        </PostForm>
      </>
    ),
  })
