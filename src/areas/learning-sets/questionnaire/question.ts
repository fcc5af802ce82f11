// The questions of a questionnaire or of feedback, as the policy's template asks them (SPEC 7.1, S2). Whatever the template asks, it
// is answered in words, by yes or no, by a number from 1 to 5, or by choosing; nothing has to be answered. Answers are kept by
// the question's key, and empty ones are left out.

export type Question = {
  readonly key: string
  readonly label: string
  readonly hint: string
  readonly answer: 'words' | 'yes or no' | 'scale' | 'one of'
  readonly choices: readonly string[]
  /** The template says that the whole set may read it from the start. */
  readonly forAll: boolean
}

/** Answers by the question's key. */
export type Answers = Readonly<Record<string, string>>

/** The steps of a scale, from least to most. */
export const scaleSteps = ['1', '2', '3', '4', '5'] as const

/** What was answered: questions with something in them. */
export const answered = (questions: readonly Question[], answers: Answers): readonly Question[] =>
  questions.filter((question) => (answers[question.key] ?? '') !== '')

/** The same without what is empty. */
export const withoutEmpty = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([, words]) => words !== ''))
