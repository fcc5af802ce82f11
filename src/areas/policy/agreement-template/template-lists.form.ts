// Two lists of a template as forms: what people fill in before they sign, and what is asked before a renewal. Three
// empty rows wait at the end; a row that is emptied is taken out.
import { text, tick } from '../../../design/index.ts'
import { type Editor, type Edits, opened, sameValue } from '../editing/editor.form.ts'
import { textOf } from '../pack/wording.ts'
import { isYes } from '../rule/condition.ts'
import { findTemplate, type Template } from './agreement-template.ts'
import { freeKey } from './pasted-text.ts'

const emptyRows = 3
type Values = Readonly<Record<string, unknown>>
const said = (value: Values, name: string): string | null => (value[name] as string | null | undefined) ?? null

/** What is filled in: how often, where, for how long. */
export const templateBlanks: Editor = {
  title: 'What people fill in',
  back: (itemKey, pack) => ({ path: `agreements/${itemKey}`, label: findTemplate(pack, itemKey)?.template.name ?? '' }),
  open: (pack, itemKey) => {
    const found = findTemplate(pack, itemKey)
    if (!found) return null
    const { template, at } = found
    const blanks = template.blanks ?? []
    const rows = [...blanks, ...Array.from({ length: emptyRows }, () => null)]
    return opened({
      heading: 'What people fill in',
      hint: 'Before they sign, people fill these in together. Clear a name to take its row out.',
      fields: Object.fromEntries(rows.flatMap((_, row) => blankFields(row))),
      groups: rows.map((one, row) => ({
        heading: one?.label ?? 'Another one',
        fields: [`label-${row}`, `hint-${row}`, `required-${row}`],
      })),
      values: Object.fromEntries(
        blanks.flatMap((one, row) => [
          [`label-${row}`, one.label],
          [`hint-${row}`, one.hint ?? null],
          [`required-${row}`, isYes(one.required)],
        ]),
      ),
      check: (value) =>
        rows.flatMap((_, row) =>
          said(value, `hint-${row}`) && !said(value, `label-${row}`)
            ? [{ field: `label-${row}`, message: 'Say what is to be filled in' }]
            : [],
        ),
      edits: (value) =>
        listEdits(['agreements', at, 'blanks'], template.blanks, keptBlanks(template, rows.length, value)),
    })
  },
}

const blankFields = (row: number) =>
  [
    [`label-${row}`, text({ label: 'What', called: `what is filled in, row ${row + 1}`, optional: true, max: 300 })],
    [`hint-${row}`, text({ label: 'Hint', called: `hint, row ${row + 1}`, optional: true, max: 300 })],
    [`required-${row}`, tick({ label: 'Needed', option: 'Must be filled in before signing' })],
  ] as const

function keptBlanks(template: Template, count: number, value: Values): readonly unknown[] {
  const blanks = template.blanks ?? []
  const used = new Set(blanks.map((one) => one.key))
  return Array.from({ length: count }, (_, row) => row).flatMap((row) => {
    const label = said(value, `label-${row}`)
    if (!label) return []
    const before = blanks[row]
    const key = before?.key ?? freeKey(label, used)
    used.add(key)
    const hint = said(value, `hint-${row}`)
    const required = value[`required-${row}`] === true
    const kept = before && isYes(before.required) === required ? before.required : required ? 'yes' : 'no'
    return [{ key, label, ...(hint ? { hint } : {}), ...(kept === undefined ? {} : { required: kept }) }]
  })
}

/** What both are asked when the agreement comes to its end and may be renewed. */
export const templateReview: Editor = {
  title: 'Questions before renewal',
  back: (itemKey, pack) => ({ path: `agreements/${itemKey}`, label: findTemplate(pack, itemKey)?.template.name ?? '' }),
  open: (pack, itemKey) => {
    const found = findTemplate(pack, itemKey)
    if (!found) return null
    const { template, at } = found
    const questions = template.review ?? []
    const rows = [...questions, ...Array.from({ length: emptyRows }, () => null)]
    return opened({
      heading: 'Questions before renewal',
      hint: template.reviewTemplate
        ? 'Before renewal people answer the questionnaire that this policy names. Questions here are asked as well.'
        : 'Each side answers for themselves before a renewal, and then they talk. Clear a question to take it out.',
      fields: Object.fromEntries(
        rows.map((_, row) => [`question-${row}`, text({ label: `Question ${row + 1}`, optional: true, max: 1000 })]),
      ),
      values: Object.fromEntries(questions.map((one, row) => [`question-${row}`, textOf(one.question)])),
      edits: (value) =>
        listEdits(['agreements', at, 'review'], template.review, keptQuestions(template, rows.length, value)),
    })
  },
}

function keptQuestions(template: Template, count: number, value: Values): readonly unknown[] {
  const questions = template.review ?? []
  const used = new Set(questions.map((one) => one.key))
  return Array.from({ length: count }, (_, row) => row).flatMap((row) => {
    const question = said(value, `question-${row}`)
    const before = questions[row]
    if (!question) return []
    if (before) return [textOf(before.question) === question ? before : { ...before, question }]
    const key = freeKey(question, used)
    used.add(key)
    return [{ key, question, source: 'own' }]
  })
}

function listEdits(
  path: Edits[number]['path'],
  before: readonly unknown[] | undefined,
  after: readonly unknown[],
): Edits {
  if (sameValue(before ?? [], after)) return []
  return [{ path, value: after.length === 0 ? undefined : after }]
}
