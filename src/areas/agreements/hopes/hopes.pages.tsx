// Hopes and worries before the ground rules are agreed: one's own answers, and what the set shares.
import {
  Button,
  ErrorSummary,
  FormFields,
  type FormState,
  PostForm,
  titleWith,
  Written,
} from '../../../design/index.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import type { Agreement } from '../agreement/agreement.ts'
import { peopleOfRules } from '../ground-rules/rules.access.ts'
import { subjectRules } from '../ground-rules/rules.changes.ts'
import { openMyHopes, openSharedHopes, questionsFor, saveHopes } from './hopes.changes.ts'
import { fieldOfHopes, hopesForm } from './hopes.form.ts'
import { type HopesQuestion, mayAnswer } from './hopes.ts'

export const hopesPages: readonly Page[] = [
  page({
    at: 'GET /ground-rules/:agreement/hopes',
    subject: subjectRules,
    access: peopleOfRules,
    answer: async (work, { subject: { agreement } }) => {
      const questions = await questionsFor(work, agreement)
      const mine = await openMyHopes(work, agreement)
      const { form, sharing } = hopesForm(questions)
      const answers = Object.fromEntries(questions.map((one) => [fieldOfHopes(one), mine.answers[one.key] ?? null]))
      const shared = mine.hopes ? [...mine.shared] : questions.filter((one) => one.forAll).map((one) => one.key)
      const typed = { ...form.filled(answers).typed, ...sharing.filled({ shared }).typed }
      return hopesPage(work, agreement, questions, { errors: [], typed })
    },
  }),
  page({
    at: 'POST /ground-rules/:agreement/hopes',
    subject: subjectRules,
    access: peopleOfRules,
    answer: async (work, { subject: { agreement }, form }) => {
      const questions = await questionsFor(work, agreement)
      const again = (state: FormState) => hopesPage(work, agreement, questions, state)
      const reading = read(questions, form)
      if (!reading.ok) return again(reading.state)
      const done = await saveHopes(work, agreement, reading.value)
      if (done.ok)
        return seeOther(`/ground-rules/${agreement.id}/hopes`, 'Saved. What you ticked is shared with the set')
      return again({ ...reading.state, errors: [{ field: '', input: '', message: done.reason }] })
    },
  }),
]

function read(questions: readonly HopesQuestion[], body: Typed) {
  const { form, sharing } = hopesForm(questions)
  const [answers, shared] = [form.read(body), sharing.read(body)]
  const typed = { ...form.typed(body), ...sharing.typed(body) }
  if (!answers.ok || !shared.ok) {
    const errors = [...(answers.ok ? [] : answers.errors), ...(shared.ok ? [] : shared.errors)]
    return { ok: false as const, state: { errors, typed } }
  }
  const given = questions.map((one) => [one.key, answers.value[fieldOfHopes(one)] ?? ''] as const)
  const value = { answers: Object.fromEntries(given.filter(([, words]) => words !== '')), ticked: shared.value.shared }
  return { ok: true as const, value, state: { errors: [], typed } }
}

async function hopesPage(
  work: Work,
  agreement: Agreement,
  questions: readonly HopesQuestion[],
  state: FormState,
): Promise<Reply> {
  const { form, sharing } = hopesForm(questions)
  const may = mayAnswer(agreement, work.asker.person)
  return html({
    title: titleWith(state, 'Hopes and worries'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: `/ground-rules/${agreement.id}`, label: 'Ground rules' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Hopes and worries</h1>
        <p>
          Before you agree your ground rules: what do you look forward to, and what makes you hesitate? Answer what you
          like. Nobody reads it but you, unless you share it with the set below.
        </p>
        {may.ok ? (
          <PostForm action={`/ground-rules/${agreement.id}/hopes`}>
            <FormFields form={form} state={state} />
            <FormFields form={sharing} state={state} />
            <Button>Save</Button>
          </PostForm>
        ) : (
          <p>{may.reason}.</p>
        )}
        {await sharedPart(work, agreement, questions)}
      </>
    ),
  })
}

/** What the set shares, question by question; nothing as long as nobody does. */
export async function sharedPart(work: Work, agreement: Agreement, questions: readonly HopesQuestion[]) {
  const all = await openSharedHopes(work, agreement)
  if (all.length === 0) return null
  const names = await namesOf(
    work,
    all.map((one) => one.person),
  )
  const answered = questions.flatMap((question) => {
    const answers = all.flatMap(({ person, answers: given }) => {
      const words = given[question.key]
      return words === undefined ? [] : [{ name: names.get(person) ?? 'Somebody', words }]
    })
    return answers.length === 0 ? [] : [{ question, answers }]
  })
  return (
    <section aria-labelledby="shared">
      <h2 id="shared">What people of the set share</h2>
      {answered.map(({ question, answers }) => (
        <>
          <h3 class="nhsuk-heading-s">{question.label}</h3>
          <ul>
            {answers.map(({ name, words }) => (
              <li>
                <bdi>{name}</bdi>
                <Written>{words}</Written>
              </li>
            ))}
          </ul>
        </>
      ))}
    </section>
  )
}
