// From a template of the policy to the form of an observation.
import { type RecordTemplate, textOf } from '../../policy/index.ts'
import { type Asked, plainForm, type ReportForm } from './report.ts'

type Question = RecordTemplate['sections'][number]['questions'][number]

const isYes = (text: boolean | 'yes' | 'no' | undefined): boolean => text === true || text === 'yes'
/** The supervisor's own, by its key in the template. */
const isComment = ({ key }: Question): boolean => key === 'comment'

/** The form that a template gives; the plain one without a template. */
export function reportFormOf(template: RecordTemplate | null): ReportForm {
  if (template === null) return plainForm
  const all = template.sections.flatMap(({ questions }) => questions)
  const comment = all.find(isComment)
  const questions = template.sections.flatMap((section) =>
    section.questions.filter(isAsked).map((question) => askedFrom(question, textOf(section.heading))),
  )
  return {
    name: template.name,
    questions: questions.length > 0 ? questions : plainForm.questions,
    actionsNeeded: all.some((one) => one.answer === 'actions' && isYes(one.required)),
    commentLabel: comment ? textOf(comment.label) : plainForm.commentLabel,
  }
}

/** Actions have places of their own; the day is that of the session. */
const isAsked = (question: Question): boolean =>
  !isComment(question) && question.answer !== 'actions' && question.answer !== 'date'

const askedFrom = (question: Question, section: string): Asked => ({
  key: question.key,
  section,
  label: textOf(question.label),
  hint: question.hint === undefined ? '' : textOf(question.hint),
  answer: answerOf(question),
  choices: question.choices ?? [],
  needed: isYes(question.required),
})

function answerOf({ answer, choices }: Question): Asked['answer'] {
  if (answer === 'scale' || answer === 'yes or no') return answer
  return answer === 'one of' && choices !== undefined ? 'one of' : 'words'
}
