// What becomes of a suggestion, how a concern was talked through, and what is filled in: for the facilitator, and for whoever
// takes their own suggestion back.
import {
  Button,
  ErrorSummary,
  FormFields,
  type FormState,
  PostForm,
  titleWith,
  type VNode,
  Written,
} from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { html, notFound, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import { fillIn } from '../adapting/text.changes.ts'
import type { AgreementId } from '../agreement/agreement.ts'
import { answerForm, detailsForm, fieldOfBlank, talkedForm } from './ground-rules.form.ts'
import { facilitatorOfRules, peopleOfRules } from './rules.access.ts'
import { subjectRules } from './rules.changes.ts'
import { EntryText } from './said.pages.tsx'
import { answerSuggestion, noteTalkedThrough } from '../talk/settling.changes.ts'
import { openTalk, openWholeTalk, type OpenedTalk } from '../talk/talk.changes.ts'
import { details, type Entry, looksAfter, newClause, openConcerns, openSuggestions } from '../talk/talk.ts'
import { clauseIn, nameOfItem } from '../talk/talk.view.ts'

export const settlingPages: readonly Page[] = [
  page({
    at: 'GET /ground-rules/:agreement/suggestions/:suggestionKey',
    subject: subjectRules,
    access: peopleOfRules,
    answer: (work, { subject: { agreement }, params: { suggestionKey } }) =>
      suggestionPage(work, agreement.id, { number: Number(suggestionKey), state: answerForm.filled({}) }),
  }),
  page({
    at: 'POST /ground-rules/:agreement/suggestions/:suggestionKey',
    subject: subjectRules,
    access: peopleOfRules,
    answer: async (work, { subject: { agreement }, params: { suggestionKey }, form }) => {
      const number = Number(suggestionKey)
      const reading = answerForm.read(form)
      if (!reading.ok) return suggestionPage(work, agreement.id, { number, state: reading })
      const answer = answers.find((one) => one === reading.value.answer)
      if (!answer) return suggestionPage(work, agreement.id, { number, state: answerForm.refused(form, notOffered) })
      const words = reading.value.words ?? ''
      const done = await answerSuggestion(work, agreement.id, { suggestion: number, answer, words })
      if (!done.ok) return suggestionPage(work, agreement.id, { number, state: answerForm.refused(form, done) })
      return seeOther(`/ground-rules/${agreement.id}`, saidOf[answer])
    },
  }),
  page({
    at: 'GET /ground-rules/:agreement/concerns/:concernKey',
    subject: subjectRules,
    access: facilitatorOfRules,
    answer: (work, { subject: { agreement }, params: { concernKey } }) =>
      concernPage(work, agreement.id, { number: Number(concernKey), state: talkedForm.filled({}) }),
  }),
  page({
    at: 'POST /ground-rules/:agreement/concerns/:concernKey',
    subject: subjectRules,
    access: facilitatorOfRules,
    answer: async (work, { subject: { agreement }, params: { concernKey }, form }) => {
      const number = Number(concernKey)
      const reading = talkedForm.read(form)
      if (!reading.ok) return concernPage(work, agreement.id, { number, state: reading })
      const done = await noteTalkedThrough(work, agreement.id, { concern: number, how: reading.value.how })
      if (!done.ok) return concernPage(work, agreement.id, { number, state: talkedForm.refused(form, done) })
      return seeOther(`/ground-rules/${agreement.id}`, 'Noted. Everybody in the set can read it')
    },
  }),
  page({
    at: 'GET /ground-rules/:agreement/details',
    subject: subjectRules,
    access: facilitatorOfRules,
    answer: (work, { subject: { agreement } }) => detailsPage(work, agreement.id, null),
  }),
  page({
    at: 'POST /ground-rules/:agreement/details',
    subject: subjectRules,
    access: facilitatorOfRules,
    answer: async (work, { subject: { agreement }, form }) => {
      const talk = await openTalk(work, agreement.id)
      if (!talk) return notFound()
      const fields = detailsForm(talk.text.blanks)
      const reading = fields.read(form)
      if (!reading.ok) return detailsPage(work, agreement.id, reading)
      const blanks = Object.fromEntries(
        talk.text.blanks.map((one) => [one.key, reading.value[fieldOfBlank(one)] ?? '']),
      )
      const done = await fillIn(work, agreement.id, { version: Number(firstOf(form, '_version')) || 0, blanks })
      if (!done.ok) return detailsPage(work, agreement.id, fields.refused(form, done))
      return seeOther(`/ground-rules/${agreement.id}#${details}`, 'Filled in. Everybody answers it again')
    },
  }),
]

const answers = ['put in', 'not put in', 'taken back'] as const
const notOffered = { reason: 'What becomes of it must be one of the choices shown', field: 'answer' }
const saidOf = {
  'put in': 'Put into the text. Everybody answers that clause again',
  'not put in': 'The text stays as it is',
  'taken back': 'Taken back',
} as const

type Asked = { readonly number: number; readonly state: FormState }

async function suggestionPage(work: Work, id: AgreementId, { number, state }: Asked): Promise<Reply> {
  const talk = await openWholeTalk(work, id)
  const found = talk?.entries.find((one) => one.kind === 'suggestion' && one.number === number)
  if (!talk || !found) return notFound()
  const isOpen = openSuggestions(talk).includes(found) && talk.agreement.state === 'adapting'
  const offered = isOpen ? answersFor(talk, found, work.asker.person) : []
  return about(work, talk, {
    found,
    title: 'A suggestion',
    state,
    body:
      offered.length === 0 ? (
        <p>
          {isOpen
            ? 'The facilitator puts it in, or not, when the set has talked about it.'
            : 'This was dealt with already.'}
        </p>
      ) : (
        <PostForm action={`/ground-rules/${id}/suggestions/${number}`}>
          <FormFields form={answerForm} state={state} options={{ answer: offered }} />
          <Button>Save</Button>
        </PostForm>
      ),
  })
}

function answersFor(talk: OpenedTalk, suggestion: Entry, asker: PersonId) {
  const own = { value: 'taken back', label: 'Take it back', hint: 'It stays to be read' }
  const both = [
    { value: 'put in', label: 'Put it into the text', hint: 'Everybody answers the clause again' },
    { value: 'not put in', label: 'Leave the text as it is' },
  ]
  return [...(looksAfter(talk, asker) ? both : []), ...(suggestion.by === asker ? [own] : [])]
}

async function concernPage(work: Work, id: AgreementId, { number, state }: Asked): Promise<Reply> {
  const talk = await openWholeTalk(work, id)
  const found = talk?.entries.find((one) => one.kind === 'concern' && one.number === number)
  if (!talk || !found) return notFound()
  const isOpen = openConcerns(talk).includes(found) && talk.agreement.state === 'adapting'
  return about(work, talk, {
    found,
    title: 'A concern',
    state,
    body: isOpen ? (
      <PostForm action={`/ground-rules/${id}/concerns/${number}`}>
        <FormFields form={talkedForm} state={state} />
        <Button>Save how it was talked through</Button>
      </PostForm>
    ) : (
      <p>This was talked through, or the clause was changed since.</p>
    ),
  })
}

type Shown = { readonly found: Entry; readonly title: string; readonly state: FormState; readonly body: VNode }

/** Who said it, the clause as it is, and what was said of it. */
async function about(work: Work, talk: OpenedTalk, { found, title, state, body }: Shown): Promise<Reply> {
  const name = (await namesOf(work, [found.by])).get(found.by) ?? 'Somebody'
  const words = talk.wordsOf(found)
  const now = clauseIn(talk, found.clause)
  return html({
    title: titleWith(state, title),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: `/ground-rules/${talk.agreement.id}/clauses/${found.clause}`, label: 'The clause' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>
          {title} of <bdi>{name}</bdi>
        </h1>
        {found.clause !== newClause && (
          <>
            <h2 class="nhsuk-heading-s">{nameOfItem(talk, found.clause)}, as it is now</h2>
            <Written>{now?.text}</Written>
          </>
        )}
        <h2 class="nhsuk-heading-s">{found.kind === 'concern' ? 'The concern' : 'The suggestion'}</h2>
        <EntryText words={words} />
        {body}
      </>
    ),
  })
}

async function detailsPage(work: Work, id: AgreementId, given: FormState | null): Promise<Reply> {
  const talk = await openTalk(work, id)
  if (!talk || talk.text.blanks.length === 0) return notFound()
  const form = detailsForm(talk.text.blanks)
  const known = Object.fromEntries(talk.text.blanks.map((one) => [fieldOfBlank(one), one.value]))
  const state = given ?? form.filled(known)
  return html({
    title: titleWith(state, 'How we meet'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: `/ground-rules/${id}`, label: 'Ground rules' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>How we meet</h1>
        <p>Fill in what the set has decided. Everybody then says whether they agree with it.</p>
        <PostForm action={`/ground-rules/${id}/details`} version={talk.agreement.version}>
          <FormFields form={form} state={state} />
          <Button>Save</Button>
        </PostForm>
      </>
    ),
  })
}
