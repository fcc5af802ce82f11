// The form of what somebody learned: the policy's questions, then what of it is shared.
import { choices, defineForm, type Field, longText, text } from '../../../design/index.ts'
import type { LearningQuestion } from './reflection.ts'

/** The field of a question. */
export const fieldOfLearning = (question: Pick<LearningQuestion, 'key'>): string => `answer--${question.key}`

/** The form for these questions. Nothing in it must be answered. */
export function reflectionForm(questions: readonly LearningQuestion[]) {
  const fields: Record<string, Field<string | null>> = {}
  for (const question of questions) {
    const words = { label: question.label, called: 'your answer', optional: true } as const
    fields[fieldOfLearning(question)] = question.isShort
      ? text({ ...words, max: 200 })
      : longText({ ...words, rows: 3, max: 2_000 })
  }
  const shared = choices({
    label: 'What do you share with the set?',
    hint: 'Everything else stays yours alone. You can take back what you share',
    small: true,
    optional: true,
    options: questions.map((question) => ({ value: question.key, label: question.label })),
  })
  return { form: defineForm(fields), sharing: defineForm({ shared }) }
}
