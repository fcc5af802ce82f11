// The form of a record, made from the template of its kind of supervision; with it, one action at a time.
import { choice, choices, date, defineForm, type Field, type Form, longText, text } from '../../../design/index.ts'
import type { RecordPart } from '../terms/terms.ts'
import { LONGEST_PART, type RecordTexts } from './record.ts'

export type RecordForm = Form<Readonly<Record<string, string | readonly string[] | null>>>

/** A field for each part of the template; nothing is required while drafting. */
export function recordForm(parts: readonly RecordPart[], amending: boolean): RecordForm {
  const fields = Object.fromEntries(parts.map((part) => [part.key, fieldOf(part)]))
  if (!amending) return defineForm(fields) as RecordForm
  const why = longText({ label: 'What you changed and why', optional: true, rows: 2, max: 2000 })
  return defineForm({ ...fields, why }) as RecordForm
}

function fieldOf(part: RecordPart): Field<string | readonly string[] | null> {
  const words = { label: part.label, hint: part.prompt || undefined }
  if (part.answer === 'several of') return choices({ ...words, options: optionsOf(part), optional: true })
  if (part.needed === 'no') return optionalField(part, words)
  if (part.answer === 'one of') return maybeEmpty(choice({ ...words, options: optionsOf(part) }))
  if (part.answer === 'short text') return maybeEmpty(text({ ...words, max: 500 }))
  return maybeEmpty(longText({ ...words, max: LONGEST_PART, rows: 4 }))
}

function optionalField(part: RecordPart, words: { label: string; hint: string | undefined }): Field<string | null> {
  if (part.answer === 'one of') return choice({ ...words, options: optionsOf(part), optional: true })
  if (part.answer === 'short text') return text({ ...words, max: 500, optional: true })
  return longText({ ...words, max: LONGEST_PART, rows: 3, optional: true })
}

/** A field that may stay empty in a draft, though it is needed in the end: signing off asks for it. */
function maybeEmpty(field: Field<string>): Field<string | null> {
  return {
    ...field,
    read: (name, body, context) =>
      field.typed(name, body)[name] === '' ? { ok: true, value: null } : field.read(name, body, context),
    fill: (name, value) => field.fill(name, value ?? ''),
  }
}

const optionsOf = (part: RecordPart) => part.choices.map((value) => ({ value, label: value }))

/** What was typed as texts to seal: several choices one to a line. */
export function textsFrom(value: Readonly<Record<string, string | readonly string[] | null>>): RecordTexts {
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      one === null ? '' : typeof one === 'string' ? one : one.join('\n'),
    ]),
  )
}

/** Sealed texts as the form shows them again. */
export function valuesFrom(
  parts: readonly RecordPart[],
  texts: RecordTexts,
): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    Object.entries(texts).map(([key, one]) => {
      const several = parts.find((part) => part.key === key)?.answer === 'several of'
      return [key, several ? one.split('\n').filter(Boolean) : one]
    }),
  )
}

/** The places for actions beside a record: the first is always there, the others behind a line. */
export const actionRows = ['', '2', '3'] as const
export type ActionRow = (typeof actionRows)[number]

/** The fields of one action; `row` tells those of several apart. */
export const actionFields = (row: ActionRow) => [`action${row}`, `owner${row}`, `due${row}`] as const

/** Actions agreed, as many as there are places. */
export const newActionsForm = defineForm(
  Object.fromEntries(
    actionRows.flatMap((row) => {
      const [action, owner, due] = actionFields(row)
      const called = row === '' ? '' : ` (action ${row})`
      return [
        [action, longText({ label: `What will be done${called}`, optional: true, rows: 2, max: 2000 })],
        [owner, choice({ label: `Who will do it${called}`, as: 'select', optional: true })],
        [due, date({ label: `By when${called}`, mustBe: 'today or future', optional: true })],
      ] as const
    }),
  ) as Record<string, Field<string | null>>,
)

export const answerForm = defineForm({
  outcome: choice({
    label: 'Is this how it was?',
    missing: 'Select whether you agree',
    options: [
      { value: 'agreed', label: 'Yes, I agree with this record' },
      { value: 'commented', label: 'I want to comment', hint: 'Your comment stands beside the record' },
    ],
  }),
  comment: longText({ label: 'Your comment', optional: true, max: 5000 }),
})
