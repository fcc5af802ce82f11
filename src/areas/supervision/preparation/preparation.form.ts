// The form of a sheet, made from the policy's template for preparation. Nothing is required while it is being filled in;
// saying that it is ready asks for what is missing. The declarations of a template are boxes of one list.
import { choices, defineForm, type Field, type Form } from '../../../design/index.ts'
import { recordForm, textsFrom, valuesFrom } from '../record/record.form.ts'
import type { PreparationPart } from '../terms/preparation-terms.ts'
import type { RecordPart } from '../terms/terms.ts'
import type { SheetTexts } from './preparation.ts'

type Values = Readonly<Record<string, string | readonly string[] | null>>
export type SheetForm = Form<Values>

/** The name of the list of declarations in a form. */
export const DECLARATIONS = 'declarations'

/** A field for each part, and one list for all declarations. */
export function sheetForm(parts: readonly PreparationPart[]): SheetForm {
  const typed = recordForm(typedParts(parts), false).fields
  const declared = declarationsIn(parts)
  if (declared.length === 0) return defineForm(typed) as SheetForm
  const list = choices({
    label: declared[0]?.section ?? '',
    options: declared.map((part) => ({ value: part.key, label: part.label })),
  })
  return defineForm({ ...typed, [DECLARATIONS]: undeclaredYet(list) }) as SheetForm
}

/** May stay empty while preparing, though it is needed in the end: then it is asked for. */
const undeclaredYet = (list: Field<readonly string[]>): Field<readonly string[]> => ({
  ...list,
  read: (name, body, context) =>
    [list.typed(name, body)[name] ?? []].flat().join('') === ''
      ? { ok: true, value: [] }
      : list.read(name, body, context),
})

const declarationsIn = (parts: readonly PreparationPart[]) => parts.filter((part) => part.declared)

/** The parts that are answered in words or by choosing, as the form of a record knows them. */
export const typedParts = (parts: readonly PreparationPart[]): readonly RecordPart[] =>
  parts.filter((part) => !part.declared)

/** What was typed as texts to seal: 'yes' for each declaration that is made. */
export function sheetTexts(parts: readonly PreparationPart[], value: Values): SheetTexts {
  const { [DECLARATIONS]: declared, ...typed } = value
  const made = typeof declared === 'string' ? [declared] : (declared ?? [])
  const declarations = declarationsIn(parts).map(({ key }) => [key, made.includes(key) ? 'yes' : ''])
  return { ...textsFrom(typed), ...Object.fromEntries(declarations) }
}

/** Sealed texts as the form shows them again. */
export function sheetValues(
  parts: readonly PreparationPart[],
  texts: SheetTexts,
): Record<string, string | readonly string[]> {
  const declared = declarationsIn(parts).filter(({ key }) => (texts[key] ?? '') !== '')
  const known = Object.fromEntries(typedParts(parts).map(({ key }) => [key, texts[key] ?? '']))
  return { ...valuesFrom(typedParts(parts), known), [DECLARATIONS]: declared.map(({ key }) => key) }
}

/** The field beside which a fault of a part is shown. */
export const fieldOfPart = (parts: readonly PreparationPart[], key: string | undefined): string | undefined =>
  parts.some((part) => part.key === key && part.declared) ? DECLARATIONS : key
