// The form of feedback: the policy's questions, and beside each answer in words whether it may be quoted.
import { choice, defineForm, type Field, type Form } from '../../../design/index.ts'
import { fieldOfAnswer, answersForm } from '../questionnaire/question.form.ts'
import type { Typed } from '../../../platform/web/page.ts'
import type { Question } from '../questionnaire/question.ts'
import { type Consent, consents, quotable } from './feedback.ts'

const consentLabels: Readonly<Record<Consent, string>> = {
  no: 'No',
  'without name': 'Yes, without my name',
  'with name': 'Yes, with my name',
}

/** The field of consent for a question. */
export const fieldOfConsent = (question: Pick<Question, 'key'>): string => `consent--${question.key}`

type Values = Readonly<Record<string, string | null>>

/** The fields of answers and of consent. `asks` is false where the policy's template has no question about quoting. */
export function feedbackForm(questions: readonly Question[], asks: boolean): Form<Values> {
  return defineForm({ ...answersForm(questions).fields, ...consentForm(questions, asks).fields }) as Form<Values>
}

/** The fields of consent alone, for after the answers are closed. */
export function consentForm(questions: readonly Question[], asks: boolean): Form<Values> {
  const fields: Record<string, Field<string | null>> = {}
  for (const question of asks ? quotable(questions) : []) fields[fieldOfConsent(question)] = consentField(question)
  return defineForm(fields) as Form<Values>
}

const consentField = (question: Question): Field<string | null> =>
  choice<string>({
    label: `May we quote you on “${question.label.replace(/\?$/, '')}”?`,
    called: 'whether we may quote you',
    inline: true,
    optional: true,
    options: consents.map((value) => ({ value, label: consentLabels[value] })),
  })

/** In which order the fields stand: each answer with its consent under it. */
export const orderOf = (questions: readonly Question[], asks: boolean): readonly string[] =>
  questions.flatMap((one) => [fieldOfAnswer(one), ...(asks && quotable([one]).length > 0 ? [fieldOfConsent(one)] : [])])

/** What was said of quoting, by question; nothing said is no. */
export const consentFrom = (questions: readonly Question[], value: Values): ReadonlyMap<string, Consent> =>
  new Map(
    quotable(questions).map((one) => {
      const said = value[fieldOfConsent(one)]
      return [one.key, consents.find((consent) => consent === said) ?? 'no']
    }),
  )

/** The same as it was typed so far. */
export const consentTyped = (questions: readonly Question[], form: Typed): Readonly<Record<string, Consent>> =>
  Object.fromEntries(
    consentFrom(
      questions,
      Object.fromEntries(questions.map((one) => [fieldOfConsent(one), String(form[fieldOfConsent(one)] ?? '')])),
    ),
  )
