// A form is an object of fields. From it come the typed value, the faults, what was typed to show again, and the page's controls.

import type { Field, FieldError, FormBody, ReadContext, Typed } from './field.ts'
import { textsIn } from './typed.ts'

export type Fields = Readonly<Record<string, Field<unknown>>>

export type ValueOf<F> = F extends Field<infer T> ? T : never
export type ValuesOf<F> = { readonly [Name in keyof F]: ValueOf<F[Name]> }

/** A form's faults and what was typed, enough to show it again. */
export type FormState = { readonly errors: readonly FieldError[]; readonly typed: Typed }

export type FormReading<V> = { readonly ok: true; readonly value: V } | ({ readonly ok: false } & FormState)

export type Form<V> = {
  readonly fields: Fields
  /** Reads a body: every fault at once, in the order of the fields. Never throws on bad input. */
  read(body: FormBody, context?: ReadContext): FormReading<V>
  /** What was typed, without reading it: for a search inside the form, or a refusal by a rule. */
  readonly typed: (body: FormBody) => Typed
  /** An empty form, or one filled with known values. */
  filled(values?: Partial<V>): FormState
  /** The form again, with a rule's refusal beside its field, or above the form when it names none. */
  refused(
    body: FormBody,
    refusal: { readonly reason: string; readonly field?: string },
  ): { readonly ok: false } & FormState
}

type Check<V> = (value: V) => readonly { readonly field: string; readonly message: string }[]

/**
 * Defines a form. `check` compares fields with each other once each is right by itself.
 *
 *     export const absenceForm = defineForm({ from: date({ label: 'First day' }), to: date({ label: 'Last day' }) },
 *       { check: ({ from, to }) => (to < from ? [{ field: 'to', message: 'Last day must be on or after the first' }] : []) })
 */
export function defineForm<const F extends Fields>(
  fields: F,
  options: { readonly check?: Check<ValuesOf<F>> } = {},
): Form<ValuesOf<F>> {
  const all = Object.entries(fields)
  const typed = (body: FormBody): Typed => Object.assign({}, ...all.map(([name, field]) => field.typed(name, body)))
  return {
    fields,
    typed,
    read: (body, context = {}) => {
      const { value, errors } = readAll(all, body, context)
      const faults =
        errors.length > 0
          ? errors
          : (options.check?.(value as ValuesOf<F>) ?? []).map((one) => at(all, one.field, one.message))
      return faults.length > 0
        ? { ok: false, errors: faults, typed: typed(body) }
        : { ok: true, value: value as ValuesOf<F> }
    },
    filled: (values = {}) => ({ errors: [], typed: fillAll(all, values as Record<string, unknown>) }),
    refused: (body, { reason, field }) => ({ ok: false, errors: [at(all, field ?? '', reason)], typed: typed(body) }),
  }
}

type Named = readonly (readonly [string, Field<unknown>])[]

function readAll(all: Named, body: FormBody, context: ReadContext) {
  const value: Record<string, unknown> = {}
  const errors: FieldError[] = []
  for (const [name, field] of all) {
    if (!applies(field, body)) {
      value[name] = null
      continue
    }
    const reading = field.read(name, body, context)
    if (reading.ok) value[name] = reading.value
    else errors.push({ field: name, ...reading.error })
  }
  return { value, errors }
}

const applies = (field: Field<unknown>, body: FormBody): boolean =>
  field.when === undefined || textsIn(body, field.when.field).includes(field.when.is)

const fillAll = (all: Named, values: Record<string, unknown>): Typed =>
  Object.assign(
    {},
    ...all.filter(([name]) => values[name] !== undefined).map(([name, field]) => field.fill(name, values[name])),
  )

function at(all: Named, name: string, message: string): FieldError {
  const field = all.find(([known]) => known === name)?.[1]
  return { field: field ? name : '', input: field?.kind === 'date' ? `${name}-day` : name, message }
}

/** The same field, asked only when `is` is chosen in the field `field` (one or several); otherwise null. Drawn under that option. */
export const onlyWhen = <T>(field: string, is: string, asked: Field<T>): Field<T | null> => ({
  ...asked,
  fill: (name, value) => (value === null ? {} : asked.fill(name, value)),
  when: { field, is },
})
