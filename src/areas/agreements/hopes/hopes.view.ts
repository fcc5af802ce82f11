// From the policy's questionnaire to the questions about hopes and worries.
import { type Policy, textOf } from '../../policy/index.ts'
import type { HopesQuestion } from './hopes.ts'

/** The questions of the first kind of supervision that agrees by this template; none when it asks nothing beforehand. */
export function questionsIn(policy: Policy, template: string): readonly HopesQuestion[] {
  const asks = policy.types.find((type) => type.agreement === template && type.questionnaire !== undefined)
  const questionnaire = asks?.questionnaire === undefined ? null : policy.template(asks.questionnaire)
  return (questionnaire?.sections ?? []).flatMap((section) =>
    section.questions.map(
      (question): HopesQuestion => ({
        key: question.key,
        label: textOf(question.label),
        hint: question.hint === undefined ? '' : textOf(question.hint),
        answer: question.answer === 'yes or no' ? 'yes or no' : 'words',
        forAll: question.private === false || question.private === 'no',
      }),
    ),
  )
}
