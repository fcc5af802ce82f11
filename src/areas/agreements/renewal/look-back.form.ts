// The form of a look back, made from the policy's questions. Nothing is required while it is written; sending asks for what is
// missing.
import { choice, choices, defineForm, type Field, type Form, longText } from '../../../design/index.ts'
import type { LookBackQuestion } from './look-back.view.ts'
import type { Needed } from './renewal.ts'

type Values = Readonly<Record<string, string | readonly string[] | null>>
export type LookBackForm = Form<Values>

const LONGEST = 5000

/** A field for each question. */
export const lookBackForm = (questions: readonly LookBackQuestion[]): LookBackForm =>
  defineForm(Object.fromEntries(questions.map((one) => [one.key, fieldOf(one)]))) as LookBackForm

function fieldOf(question: LookBackQuestion): Field<string | readonly string[] | null> {
  const words = { label: question.label, hint: question.hint || undefined }
  const options = question.choices.map((value) => ({ value, label: value }))
  if (question.answer === 'several of') return choices({ ...words, options, optional: true })
  if (!question.needed)
    return question.answer === 'one of'
      ? choice({ ...words, options, optional: true })
      : longText({ ...words, max: LONGEST, rows: 3, optional: true })
  return maybeEmpty(
    question.answer === 'one of' ? choice({ ...words, options }) : longText({ ...words, max: LONGEST, rows: 3 }),
  )
}

/** A field that may stay empty while it is written, though it is needed in the end. */
const maybeEmpty = (field: Field<string>): Field<string | null> => ({
  ...field,
  read: (name, body, context) =>
    field.typed(name, body)[name] === '' ? { ok: true, value: null } : field.read(name, body, context),
  fill: (name, value) => field.fill(name, value ?? ''),
})

/** What was typed as texts to seal: several choices one to a line. */
export const lookBackTexts = (values: Values): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([key, one]) => [
      key,
      one === null ? '' : typeof one === 'string' ? one : one.join('\n'),
    ]),
  )

/** Sealed texts as the form shows them again. */
export const lookBackValues = (
  questions: readonly LookBackQuestion[],
  texts: Readonly<Record<string, string>>,
): Values =>
  Object.fromEntries(
    questions.map(({ key, answer }) => {
      const text = texts[key] ?? ''
      return [key, answer === 'several of' ? text.split('\n').filter(Boolean) : text]
    }),
  )

/** What sending asks for, with the words of the refusal. */
export const neededAnswers = (questions: readonly LookBackQuestion[]): readonly Needed[] =>
  questions
    .filter((one) => one.needed)
    .map(({ key, label }) => ({ key, words: `Answer this before you send it: ${label}` }))
