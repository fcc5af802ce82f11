// What every kind of field answers: how to read what was typed, how to draw itself, how to show a value again.
// A field is said once (label, hint, parse, words of its errors); the form kit does the rest.

import type { VNode } from 'preact'

/** A file as the web layer hands it over: kept in a scratch place for the length of the request. */
export type Upload = { readonly field: string; readonly fileName: string; readonly path: string; readonly size: number }

/** A form's body as it arrived: everything may be missing, doubled or of the wrong kind. */
export type FormBody = Readonly<Record<string, unknown>>

/** What the person typed, kept to be shown again: by the name of the input. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

/** A fault beside a field. `input` is the id of the box to put the cursor in. */
export type FieldError = {
  readonly field: string
  readonly input: string
  readonly message: string
  readonly part?: string
}

export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Omit<FieldError, 'field'> }

/** What reading may need beside the body: today as 'YYYY-MM-DD', for dates that must lie in the past or the future; files. */
export type ReadContext = { readonly today?: string; readonly uploads?: readonly Upload[] }

export type Option = {
  readonly value: string
  readonly label: string
  readonly hint?: string
  /** Chosen alone: "None of these". Checkboxes only. */
  readonly exclusive?: boolean
  /** A line before this option, such as "or". */
  readonly divider?: string
}

/** What drawing a field needs beside its definition. */
export type Drawing = {
  readonly name: string
  readonly typed: Typed
  readonly error: FieldError | undefined
  /** Options known only now, such as the supervisors of this person. */
  readonly options?: readonly Option[]
  /** Fields that appear under an option when it is chosen, by the option's value. */
  readonly reveals?: ReadonlyMap<string, string>
  /** Draws the label as the page's heading. */
  readonly asHeading?: boolean
}

export type Field<T> = {
  readonly kind: string
  readonly label: string
  readonly hint?: string
  /** Only read and shown when another choice field has this value; otherwise null. */
  readonly when?: { readonly field: string; readonly is: string }
  /** True when the browser must send the form as multipart. */
  readonly multipart?: boolean
  readonly read: (name: string, body: FormBody, context: ReadContext) => Reading<T>
  readonly typed: (name: string, body: FormBody) => Typed
  /** A method, so that a field of text is also a field of text-or-null. */
  fill(name: string, value: T): Typed
  readonly draw: (drawing: Drawing) => VNode
}

export type Words = {
  readonly label: string
  readonly hint?: string
  /** The name in the middle of an error: "date of session". The label, in lower case, unless given. */
  readonly called?: string
  /** The whole sentence when nothing was given: "Enter the date of session". */
  readonly missing?: string
}

export const valueOf = <T>(value: T): Reading<T> => ({ ok: true, value })

export const fault = (input: string, message: string, part?: string): Reading<never> => ({
  ok: false,
  error: part === undefined ? { input, message } : { input, message, part },
})

/** "Date of session" → "date of session"; leaves "NHS number" and "E-mail" alone. */
export const inSentence = (words: Words): string =>
  words.called ??
  (/^[A-Z][a-z’']*(?:[\s?]|$)/.test(words.label)
    ? words.label.charAt(0).toLowerCase() + words.label.slice(1)
    : words.label)

/** The same with a capital, to start a sentence. */
export const atStart = (words: Words): string => {
  const called = inSentence(words)
  return called.charAt(0).toUpperCase() + called.slice(1)
}
