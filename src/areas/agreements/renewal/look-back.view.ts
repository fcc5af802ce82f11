// What both sides are asked before a contract is renewed: the questions of the policy's review template, or else those of the
// contract's own review; where it has neither, two of the service's (SPEC 4.4).
import { type Policy, textOf } from '../../policy/index.ts'

export type LookBackQuestion = {
  readonly key: string
  readonly label: string
  readonly hint: string
  readonly answer: 'long text' | 'one of' | 'several of'
  readonly choices: readonly string[]
  readonly needed: boolean
}

export type LookBackQuestions = {
  readonly heading: string
  readonly summary: string
  readonly questions: readonly LookBackQuestion[]
  /** Further questions to think about, not to answer in writing. */
  readonly prompts: readonly string[]
}

/** The questions for an agreement by a template's key, under the policy in force. */
export function questionsFor(policy: Policy, template: string): LookBackQuestions {
  const agreement = policy.packs.flatMap((pack) => pack.agreements ?? []).find((one) => one.key === template)
  const review = (agreement?.review ?? []).map((one) => ({ key: one.key, label: textOf(one.question) }))
  const form = agreement?.reviewTemplate === undefined ? null : policy.template(agreement.reviewTemplate)
  if (form)
    return {
      heading: form.name,
      summary: form.summary === undefined ? '' : textOf(form.summary),
      questions: form.sections.flatMap((section) =>
        section.questions.map((one) => ({
          key: `${section.key}--${one.key}`,
          label: textOf(one.label),
          hint: one.hint === undefined ? '' : textOf(one.hint),
          ...answerOf(one.answer, one.choices ?? []),
          needed: one.required === true || one.required === 'yes',
        })),
      ),
      prompts: review.map((one) => one.label),
    }
  return {
    heading: 'Looking back',
    summary: '',
    questions: (review.length > 0 ? review : ours).map(atLength),
    prompts: [],
  }
}

const ours = [
  { key: 'going-well', label: 'What has gone well between us?' },
  { key: 'change', label: 'What should we do differently from now on?' },
]

const atLength = (one: { key: string; label: string }): LookBackQuestion => ({
  ...one,
  hint: '',
  answer: 'long text',
  choices: [],
  needed: false,
})

function answerOf(kind: string, choices: readonly string[]): Pick<LookBackQuestion, 'answer' | 'choices'> {
  if (kind === 'yes or no') return { answer: 'one of', choices: ['Yes', 'No'] }
  if (kind === 'declaration') return { answer: 'one of', choices: ['Yes'] }
  if (kind === 'one of' || kind === 'several of') return { answer: kind, choices }
  return { answer: 'long text', choices: [] }
}
