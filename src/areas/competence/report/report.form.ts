// The form of what was seen, made from the policy's form, with three places for the action plan; and the supervisor's answer.
import { choice, date, defineForm, type Field, type Form, longText, text } from '../../../design/index.ts'
import { type Day, parseDay } from '../../../platform/time/day.ts'
import type { Typed } from '../../../platform/web/page.ts'
import { type Answers, type Asked, type PlannedAction, type ReportForm, scaleSteps } from './report.ts'

/** The longest answer in words. */
const LONGEST = 5_000
const rows = [1, 2, 3] as const
const fieldOf = (key: string): string => `seen--${key}`

export type Values = Readonly<Record<string, string | null>>

/** The fields of the form. `sending`: what is needed must be there. */
export function writingForm(form: ReportForm, sending: boolean): Form<Values> {
  const fields: Record<string, Field<string | null>> = {}
  for (const asked of form.questions) fields[fieldOf(asked.key)] = fieldFor(asked, sending)
  for (const row of rows) {
    fields[`action${row}`] = text({ label: `What the supervisor will do (${row})`, max: 500, optional: true })
    fields[`due${row}`] = date({ label: `By when (${row})`, optional: true, mustBe: 'today or future' })
  }
  const check = (value: Values) => (sending ? faultsIn(value, form.actionsNeeded) : [])
  return defineForm(fields, { check: check as never }) as unknown as Form<Values>
}

/** The names of the fields of a question, and of a row of the plan. */
export const fieldsOf = {
  asked: ({ key }: Asked) => [fieldOf(key)],
  row: (row: number) => [`action${row}`, `due${row}`],
}
export const planRows: readonly number[] = rows

function fieldFor(asked: Asked, sending: boolean): Field<string | null> {
  const words = { label: asked.label, hint: asked.hint === '' ? undefined : asked.hint }
  if (asked.answer === 'words') {
    const field = { ...words, rows: 4, max: LONGEST }
    return asked.needed && sending
      ? (longText({ ...field, missing: `Write: ${asked.label.toLowerCase()}` }) as Field<string | null>)
      : longText({ ...field, optional: true })
  }
  const steps = asked.answer === 'scale' ? scaleSteps : asked.answer === 'yes or no' ? ['Yes', 'No'] : asked.choices
  const hint = asked.answer === 'scale' ? (words.hint ?? '1 is least, 5 is most') : words.hint
  const field = { ...words, hint, inline: true, options: steps.map((value) => ({ value, label: value })) }
  return asked.needed && sending
    ? (choice<string>({ ...field, missing: `Select: ${asked.label.toLowerCase()}` }) as Field<string | null>)
    : choice<string>({ ...field, optional: true })
}

/** A line of the plan says what and by when; there is one at least where the policy needs one. */
function faultsIn(value: Values, needed: boolean) {
  const faults = rows.flatMap((row) => {
    const [what, due] = [value[`action${row}`], value[`due${row}`]]
    if ((what === null) === (due === null)) return []
    return what === null
      ? [{ field: `action${row}`, message: 'Say what the supervisor will do' }]
      : [{ field: `due${row}`, message: 'Enter by when it will be done' }]
  })
  const none = rows.every((row) => value[`action${row}`] === null)
  const first = { field: 'action1', message: 'Enter at least one thing that the supervisor will do' }
  return faults.length === 0 && none && needed ? [first] : faults
}

/** The answers by the question's key. */
export const answersIn = (form: ReportForm, value: Values): Answers =>
  Object.fromEntries(form.questions.map(({ key }) => [key, value[fieldOf(key)] ?? '']))

/** The lines of the plan that were filled in. */
export const actionsIn = (value: Values): readonly PlannedAction[] =>
  rows.flatMap((row) => {
    const [what, due] = [value[`action${row}`] ?? null, parseDay(value[`due${row}`])]
    return what === null || due === null ? [] : [{ text: what, due: due as Day }]
  })

/** Everything that was typed, by the names of its boxes, cut where it is far too long: a draft is kept before it is right. */
export const typedIn = (shape: Form<Values>, form: Typed): Answers =>
  Object.fromEntries(
    Object.entries(shape.typed(form)).map(([name, value]) => [name, String(value ?? '').slice(0, 2 * LONGEST)]),
  )

export const commentForm = defineForm({
  outcome: choice({
    label: 'Is this how you see it?',
    missing: 'Select whether you agree',
    options: [
      { value: 'agreed', label: 'Yes, I agree with it' },
      { value: 'commented', label: 'I want to comment', hint: 'Your comment goes with the report' },
    ],
  }),
  comment: longText({ label: 'Your comment', max: LONGEST, rows: 4, optional: true }),
})
