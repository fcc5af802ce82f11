// The form of a topic draft, made from the questions that the policy asks. Nothing is required.
import { defineForm, type Form, longText } from '../../../design/index.ts'
import type { RecordPart } from '../../supervision/index.ts'

export type DraftForm = Form<Readonly<Record<string, string | null>>>

/** A field for each question. */
export const draftForm = (parts: readonly RecordPart[]): DraftForm =>
  defineForm(
    Object.fromEntries(
      parts.map((part) => [
        part.key,
        longText({
          label: part.label,
          hint: part.prompt === '' ? undefined : part.prompt,
          optional: true,
          max: 5000,
          rows: part.answer === 'long text' ? 10 : 2,
        }),
      ]),
    ),
  )
