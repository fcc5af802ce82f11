// The form of hopes and worries: the policy's questions, then what of them is shared.
import { choice, choices, defineForm, type Field, longText } from '../../../design/index.ts'
import type { HopesQuestion } from './hopes.ts'

const prefix = 'answer--'
/** The field of a question. */
export const fieldOfHopes = (question: Pick<HopesQuestion, 'key'>): string => `${prefix}${question.key}`

/** The form for these questions. Nothing in it must be answered. */
export function hopesForm(questions: readonly HopesQuestion[]) {
  const fields: Record<string, Field<string | null>> = {}
  for (const question of questions) fields[fieldOfHopes(question)] = fieldFor(question)
  const shared = choices({
    label: 'What do you share with the set?',
    hint: 'Everything else stays yours alone. You can change this as long as the rules are being agreed',
    small: true,
    optional: true,
    options: questions.map((question) => ({ value: question.key, label: question.label })),
  })
  return { form: defineForm(fields), sharing: defineForm({ shared }) }
}

function fieldFor({ label, hint, answer }: HopesQuestion): Field<string | null> {
  const words = { label, hint: hint === '' ? undefined : hint, called: 'your answer', optional: true } as const
  if (answer === 'words') return longText({ ...words, rows: 3, max: 2_000 })
  const options = [
    { value: 'Yes', label: 'Yes' },
    { value: 'No', label: 'No' },
  ]
  return choice<string>({ ...words, inline: true, options })
}
