// The options that every control takes from its field: name, label, hint, what was typed, the fault.

import { htmlOf } from '../nhs/macro.ts'
import type { Drawing, FormBody, Typed, Words } from './field.ts'
import { textIn } from './typed.ts'

export const typedText = (name: string, body: FormBody): Typed => ({ [name]: textIn(body, name) })

/** What was typed into one box; '' when nothing was. */
export function shown(drawing: Drawing, name = drawing.name): string {
  const value = drawing.typed[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** Everything that was ticked. */
export function ticked(drawing: Drawing): readonly string[] {
  const value = drawing.typed[drawing.name]
  return typeof value === 'string' ? (value === '' ? [] : [value]) : (value ?? [])
}

type OptionalWords = Words & { readonly optional?: boolean }

/** Optional fields say so in their label, so that nobody has to guess. */
export const labelText = (words: OptionalWords): string => (words.optional ? `${words.label} (optional)` : words.label)

export const hintPart = (words: Words) => (words.hint === undefined ? undefined : { text: words.hint })

export const errorPart = (drawing: Drawing) => (drawing.error ? { text: drawing.error.message } : undefined)

/** Options of a control with one box. Text of either direction is shown as its own first letters ask. */
export function boxOptions(drawing: Drawing, words: OptionalWords) {
  return {
    id: drawing.name,
    name: drawing.name,
    label: drawing.asHeading
      ? { html: heading(labelText(words)), size: 'l', level: 1 }
      : { text: labelText(words), size: 's' },
    hint: hintPart(words),
    errorMessage: errorPart(drawing),
    value: shown(drawing),
    attributes: { dir: 'auto' },
  }
}

const heading = (text: string) => htmlOf(text)

/** The legend of a group of boxes. */
export const fieldsetPart = (drawing: Drawing, words: OptionalWords) => ({
  legend: {
    text: labelText(words),
    size: drawing.asHeading ? 'l' : 's',
    ...(drawing.asHeading ? { isPageHeading: true } : {}),
  },
})
