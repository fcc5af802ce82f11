// What the policy asks at the end, and what was answered as it is shown to the lead: counted, or sorted so that nothing tells who
// wrote what.
import type { PersonId } from '../../../platform/ids.ts'
import type { Policy, RecordTemplate } from '../../policy/index.ts'
import { type Answers, type Question, scaleSteps } from '../questionnaire/question.ts'
import { questionsOf } from '../questionnaire/question.view.ts'
import type { Consent, Feedback, Quoting, QuotingId } from './feedback.ts'

/** The key of the template's question about quoting; it is asked of each answer. */
const ABOUT_QUOTING = 'consent'

export type FeedbackAsked = {
  readonly name: string
  readonly questions: readonly Question[]
  /** Whether the template asks about quoting at all. */
  readonly asksConsent: boolean
}

/** What the policy asks at the end of this kind of set. */
export function feedbackAsked(policy: Policy, type: string): FeedbackAsked {
  const key = policy.type(type)?.feedbackAtEnd
  const template: RecordTemplate | null = key === undefined ? null : policy.template(key)
  const all = questionsOf(template)
  return {
    name: template?.name ?? '',
    questions: all.filter((one) => one.key !== ABOUT_QUOTING),
    asksConsent: all.some((one) => one.key === ABOUT_QUOTING),
  }
}

/** What may be done with an answer, in words. */
export const consentWords: Readonly<Record<Consent, string>> = {
  no: 'Not to be quoted',
  'without name': 'May be quoted without a name',
  'with name': 'May be quoted with the name',
}

/** How often each answer was given, in the order of the choices. */
export function countsOf(question: Question, answers: readonly string[]): readonly { choice: string; count: number }[] {
  const choices = question.answer === 'scale' ? scaleSteps : question.answer === 'yes or no' ? yesNo : question.choices
  return choices.map((choice) => ({ choice, count: answers.filter((one) => one === choice).length }))
}

const yesNo = ['Yes', 'No'] as const

/** What one person gave, opened. */
export type Given = { readonly answers: Answers; readonly quoting: readonly Quoting[]; readonly feedback: Feedback }

export type AnswerRead = {
  readonly words: string
  readonly consent: Consent
  readonly quoting: QuotingId | null
  readonly shown: boolean
  /** Only when they agreed to be named. */
  readonly name: string | null
}

/** The answers to one question, sorted by their words; while answers are held back, those alone that may be quoted. */
export function readAnswers(
  question: Question,
  given: readonly Given[],
  about: { held: boolean; shown: ReadonlySet<QuotingId>; names: ReadonlyMap<PersonId, string> },
): readonly AnswerRead[] {
  return given
    .flatMap(({ answers, quoting, feedback }): AnswerRead[] => {
      const words = answers[question.key] ?? ''
      const said = quoting.find((one) => one.question === question.key)
      const consent = said?.consent ?? 'no'
      if (words === '' || (about.held && consent === 'no')) return []
      const name = consent === 'with name' ? (about.names.get(feedback.person) ?? null) : null
      const id = said?.id ?? null
      return [{ words, consent, quoting: id, shown: id !== null && about.shown.has(id), name }]
    })
    .toSorted((a, b) => a.words.localeCompare(b.words))
}
