// Adapting a contract clause by clause: proposing, answering, taking back, filling in.
import {
  Button,
  Details,
  ErrorSummary,
  type Form,
  FormFields,
  type FormState,
  PostForm,
  titleWith,
  Written,
} from '../../../design/index.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { html, notFound, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { partiesOfAgreement } from '../agreement/agreement.access.ts'
import type { Agreement } from '../agreement/agreement.ts'
import { hrefOf } from '../agreement/agreement.view.ts'
import { type AgreementText, type Clause, clauseOf } from '../agreement/clauses.ts'
import { openAgreementText } from '../agreement/keeping.changes.ts'
import { subjectAgreement } from '../ground-rules/rules.changes.ts'
import { againWith } from '../reading/agreement-page.pages.tsx'
import { answerProposal, proposeChange, type Wish, withdrawProposal } from './proposal.changes.ts'
import { addForm, answerForm, blankName, blanksForm, changeForm, leaveOutForm } from './proposal.form.ts'
import { fillIn } from './text.changes.ts'

const about = {
  subject: subjectAgreement,
  access: partiesOfAgreement,
}

export const adaptingPages: readonly Page[] = [
  page({
    at: 'GET /agreements/:agreement/clauses/:clauseKey',
    ...about,
    answer: (work, { subject, params }) => clausePage(work, subject, { key: params.clauseKey, state: null }),
  }),
  page({
    at: 'POST /agreements/:agreement/clauses/:clauseKey/proposals',
    ...about,
    answer: (work, { subject, params, form }) => takeProposal(work, subject, { key: params.clauseKey, form }),
  }),
  page({
    at: 'POST /agreements/:agreement/proposals/:proposal/answer',
    ...about,
    answer: async (work, { subject, params: { proposal }, form }) => {
      const { form: answering, names } = answerForm({ id: proposal })
      const reading = answering.read(form)
      if (!reading.ok) return againWith(work, subject, { reason: reading.errors[0]?.message ?? '' })
      const accepts = reading.value[names.answer] === 'accepts'
      const what = { proposal, accepts, reply: reading.value[names.reply] ?? '' }
      const done = await answerProposal(work, subject.id, what)
      if (!done.ok) return againWith(work, subject, done)
      return seeOther(hrefOf(subject), what.accepts ? 'Accepted. The text says so now.' : 'Declined. The text stays.')
    },
  }),
  page({
    at: 'POST /agreements/:agreement/proposals/:proposal/withdrawal',
    ...about,
    answer: async (work, { subject, params: { proposal } }) => {
      const done = await withdrawProposal(work, subject.id, { proposal })
      return done.ok ? seeOther(hrefOf(subject), 'Taken back') : againWith(work, subject, done)
    },
  }),
  page({
    at: 'GET /agreements/:agreement/blanks',
    ...about,
    answer: (work, { subject }) => blanksPage(work, subject, null),
  }),
  page({
    at: 'POST /agreements/:agreement/blanks',
    ...about,
    answer: (work, { subject, form }) => takeBlanks(work, subject, form),
  }),
]

const fresh = 'new'

type AtClause = { readonly key: string; readonly state: FormState | null }

async function clausePage(work: Work, agreement: Agreement, { key, state }: AtClause): Promise<Reply> {
  const opened = await openAgreementText(work, agreement.id)
  const clause = opened && clauseOf(opened.text, key)
  if (!opened || (!clause && key !== fresh)) return notFound()
  const title = clause ? 'Suggest a change' : 'Suggest a clause of your own'
  return html({
    title: titleWith(state ?? undefined, title),
    status: (state?.errors.length ?? 0) > 0 ? 422 : 200,
    back: { href: hrefOf(agreement), label: 'Contract' },
    body: (
      <>
        <ErrorSummary state={state ?? undefined} />
        <h1>{title}</h1>
        <p>The other one of you sees it and answers. The text changes when they accept it.</p>
        {clause ? (
          <ChangeParts agreement={agreement} clause={clause} state={state} />
        ) : (
          <WishForm agreement={agreement} at={fresh} form={addForm} state={state ?? addForm.filled({})} step="add">
            Suggest it
          </WishForm>
        )}
      </>
    ),
  })
}

function ChangeParts({ agreement, clause, state }: { agreement: Agreement; clause: Clause; state: FormState | null }) {
  const filled = changeForm.filled({ heading: clause.heading, text: clause.text })
  return (
    <>
      <Details summary="What it says now">
        <Written>{clause.text}</Written>
      </Details>
      <WishForm agreement={agreement} at={clause.key} form={changeForm} state={state ?? filled} step="change">
        Suggest this change
      </WishForm>
      <Details summary="Leave this clause out">
        <WishForm
          agreement={agreement}
          at={clause.key}
          form={leaveOutForm}
          state={leaveOutForm.filled({})}
          step="leave out"
        >
          Suggest to leave it out
        </WishForm>
      </Details>
    </>
  )
}

const WishForm = (props: {
  agreement: Agreement
  at: string
  form: Pick<Form<unknown>, 'fields'>
  state: FormState
  step: Wish['step']
  children: string
}) => (
  <PostForm action={`${hrefOf(props.agreement)}/clauses/${encodeURIComponent(props.at)}/proposals`}>
    <input type="hidden" name="step" value={props.step} />
    <FormFields form={props.form} state={props.state} />
    <Button variant={props.step === 'leave out' ? 'secondary' : undefined}>{props.children}</Button>
  </PostForm>
)

async function takeProposal(
  work: Work,
  agreement: Agreement,
  { key, form }: { key: string; form: Typed },
): Promise<Reply> {
  const read = readWish(key, form)
  if ('state' in read) return clausePage(work, agreement, { key, state: read.state })
  const done = await proposeChange(work, agreement.id, read.wish)
  if (done.ok) return seeOther(hrefOf(agreement), 'Suggested. It waits for the other one of you.')
  if (read.wish.step === 'leave out') return againWith(work, agreement, done)
  const shape = read.wish.step === 'add' ? addForm : changeForm
  return clausePage(work, agreement, { key, state: shape.refused(form, done) })
}

function readWish(key: string, form: Typed): { wish: Wish } | { state: FormState } {
  const words = { party: 'both', heading: '', text: '', why: '' }
  const clause = key === fresh ? null : key
  if (key === fresh) {
    const reading = addForm.read(form)
    return reading.ok ? { wish: { step: 'add', clause, words: withoutNulls(reading.value) } } : { state: reading }
  }
  if (firstOf(form, 'step') === 'leave out') {
    const reading = leaveOutForm.read(form)
    const why = reading.ok ? (reading.value.why ?? '') : ''
    return reading.ok ? { wish: { step: 'leave out', clause, words: { ...words, why } } } : { state: reading }
  }
  const reading = changeForm.read(form)
  if (!reading.ok) return { state: reading }
  return { wish: { step: 'change', clause, words: { ...words, ...withoutNulls({ party: 'both', ...reading.value }) } } }
}

const withoutNulls = (value: { party: string; heading: string | null; text: string; why: string | null }) => ({
  party: value.party,
  heading: value.heading ?? '',
  text: value.text,
  why: value.why ?? '',
})

async function blanksPage(work: Work, agreement: Agreement, state: FormState | null): Promise<Reply> {
  const opened = await openAgreementText(work, agreement.id)
  if (!opened) return notFound()
  const shape = blanksForm(opened.text)
  const values = Object.fromEntries(opened.text.blanks.map((blank) => [blankName(blank.key), blank.value]))
  return html({
    title: titleWith(state ?? undefined, 'Fill in'),
    status: (state?.errors.length ?? 0) > 0 ? 422 : 200,
    back: { href: hrefOf(agreement), label: 'Contract' },
    body: (
      <>
        <ErrorSummary state={state ?? undefined} />
        <h1>Fill in</h1>
        <p>Either of you can fill these in. The other one sees what you wrote before they sign.</p>
        <NeededWords text={opened.text} />
        <PostForm action={`${hrefOf(agreement)}/blanks`} version={agreement.version}>
          <FormFields form={shape} state={state ?? shape.filled(values)} />
          <Button>Save</Button>
        </PostForm>
      </>
    ),
  })
}

const NeededWords = ({ text }: { text: AgreementText }) => {
  const needed = text.blanks.filter((blank) => blank.required).map((blank) => `“${blank.label}”`)
  return needed.length === 0 ? null : <p class="app-quiet">Needed before it can be signed: {needed.join(', ')}.</p>
}

async function takeBlanks(work: Work, agreement: Agreement, form: Typed): Promise<Reply> {
  const opened = await openAgreementText(work, agreement.id)
  if (!opened) return notFound()
  const shape = blanksForm(opened.text)
  const reading = shape.read(form)
  if (!reading.ok) return blanksPage(work, agreement, reading)
  const blanks = Object.fromEntries(
    opened.text.blanks.map((blank) => [blank.key, reading.value[blankName(blank.key)] ?? '']),
  )
  const done = await fillIn(work, agreement.id, { version: Number(firstOf(form, '_version')), blanks })
  if (done.ok) return seeOther(hrefOf(agreement), 'Filled in')
  return blanksPage(work, agreement, shape.refused(form, { reason: done.reason }))
}
