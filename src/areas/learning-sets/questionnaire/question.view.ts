// From a template of the policy to the questions that people answer.
import { type RecordTemplate, textOf } from '../../policy/index.ts'
import type { Question } from './question.ts'

type Asked = RecordTemplate['sections'][number]['questions'][number]

/** A template's questions in their order; those that this service cannot ask in a form are asked in words. */
export const questionsOf = (template: RecordTemplate | null): readonly Question[] =>
  (template?.sections ?? []).flatMap((section) => section.questions.map(questionFrom))

function questionFrom(asked: Asked): Question {
  return {
    key: asked.key,
    label: textOf(asked.label),
    hint: asked.hint === undefined ? '' : textOf(asked.hint),
    answer: kindOf(asked),
    choices: asked.choices ?? [],
    forAll: asked.private === false || asked.private === 'no',
  }
}

function kindOf({ answer, choices }: Asked): Question['answer'] {
  if (answer === 'yes or no' || answer === 'scale') return answer
  return answer === 'one of' && choices !== undefined ? 'one of' : 'words'
}
