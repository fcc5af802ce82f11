// The form of questions that a template asks: a field for each, none of which must be filled in.
import { choice, defineForm, type Field, type Form, longText } from '../../../design/index.ts'
import type { Typed } from '../../../platform/web/page.ts'
import { type Answers, type Question, scaleSteps, withoutEmpty } from './question.ts'

/** The longest answer in words. */
export const LONGEST_ANSWER = 2_000

/** The field of a question. */
export const fieldOfAnswer = (question: Pick<Question, 'key'>): string => `answer--${question.key}`

export type AnswersForm = Form<Readonly<Record<string, string | null>>>

/** A form for these questions. */
export function answersForm(questions: readonly Question[]): AnswersForm {
  const fields = Object.fromEntries(questions.map((question) => [fieldOfAnswer(question), fieldFor(question)]))
  return defineForm(fields) as AnswersForm
}

function fieldFor({ label, hint, answer, choices }: Question): Field<string | null> {
  const words = { label, hint: hint === '' ? undefined : hint, called: 'your answer', optional: true } as const
  if (answer === 'words') return longText({ ...words, rows: 3, max: LONGEST_ANSWER })
  if (answer === 'scale')
    return choice<string>({
      ...words,
      hint: words.hint ?? '1 is least, 5 is most',
      inline: true,
      options: scaleSteps.map((value) => ({ value, label: value })),
    })
  const options = answer === 'yes or no' ? ['Yes', 'No'] : choices
  return choice<string>({ ...words, inline: true, options: options.map((value) => ({ value, label: value })) })
}

/** What the form's value says, by the question's key. */
export const answersFrom = (questions: readonly Question[], value: Readonly<Record<string, string | null>>): Answers =>
  withoutEmpty(Object.fromEntries(questions.map((one) => [one.key, value[fieldOfAnswer(one)] ?? ''])))

/** What was typed so far, cut where it is far too long: a draft is kept before it is right. */
export const answersTyped = (questions: readonly Question[], form: Typed): Answers =>
  withoutEmpty(
    Object.fromEntries(
      questions.map((one) => [one.key, String(form[fieldOfAnswer(one)] ?? '').slice(0, 2 * LONGEST_ANSWER)]),
    ),
  )

/** Answers as the form shows them again. */
export const answersShown = (questions: readonly Question[], answers: Answers): Record<string, string | null> =>
  Object.fromEntries(questions.map((one) => [fieldOfAnswer(one), answers[one.key] ?? null]))
