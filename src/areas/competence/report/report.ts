// What is written of an observation, as the policy's form asks it (SPEC 9.3, 2.2): words, a number from 1 to 5, or a choice, and
// an action plan for the supervisor. What the form has for the supervisor's own comment is theirs to write, and the day is that
// of the session. What is needed must be there before it is sent; a draft may be as unfinished as it likes.
import type { Day } from '../../../platform/time/day.ts'

export type Asked = {
  readonly key: string
  readonly section: string
  readonly label: string
  readonly hint: string
  readonly answer: 'words' | 'scale' | 'yes or no' | 'one of'
  readonly choices: readonly string[]
  readonly needed: boolean
}

/** The form: its questions for whoever observes, whether there must be an action, and the words for the comment. */
export type ReportForm = {
  readonly name: string
  readonly questions: readonly Asked[]
  readonly actionsNeeded: boolean
  readonly commentLabel: string
}

/** The steps of a scale, from least to most. */
export const scaleSteps = ['1', '2', '3', '4', '5'] as const

/** What is asked where the policy names no form. */
export const plainForm: ReportForm = {
  name: 'Observation',
  questions: [
    {
      key: 'feedback',
      section: '',
      label: 'Feedback to the supervisor',
      hint: '',
      answer: 'words',
      choices: [],
      needed: true,
    },
  ],
  actionsNeeded: false,
  commentLabel: 'Your comment',
}

/** One line of the action plan: what the supervisor will do, and by when. */
export type PlannedAction = { readonly text: string; readonly due: Day }

/** Answers by the question's key. */
export type Answers = Readonly<Record<string, string>>

/** The questions that were answered, in their order. */
export const answeredIn = (form: ReportForm, answers: Answers): readonly Asked[] =>
  form.questions.filter(({ key }) => (answers[key] ?? '').trim() !== '')

/** An answer as it is read again: a step of a scale says of how many. */
export const answerInWords = (asked: Asked, answers: Answers): string => {
  const said = answers[asked.key] ?? ''
  return asked.answer === 'scale' && said !== '' ? `${said} of ${scaleSteps.length}` : said
}
