// Fields where a person chooses: one of several, some of several, yes or no, a person, a file.
// Options known only at the time (the supervisors of this person) come with the drawing; then any short value is read
// and the rules decide whether it may be chosen.

import { Checkboxes, FileUpload, Radios, Select } from '../nhs/controls.tsx'
import { boxOptions, errorPart, fieldsetPart, hintPart, labelText, shown, ticked, typedText } from './drawing.ts'
import {
  atStart,
  type Drawing,
  type Field,
  fault,
  inSentence,
  type Option,
  type Upload,
  valueOf,
  type Words,
} from './field.ts'
import type { Optional } from './text-fields.tsx'
import { textIn, textsIn } from './typed.ts'

type ChoiceLook = { readonly as?: 'radios' | 'select'; readonly small?: boolean; readonly inline?: boolean }
type Options<V extends string> = readonly (Option & { readonly value: V })[]
type Flag = { readonly optional?: boolean }

/** One of the options; without `options` here, one of those given when it is drawn. */
export function choice<const V extends string = string>(
  words: Words & ChoiceLook & { options?: Options<V> } & Optional,
): Field<V | null>
export function choice<const V extends string = string>(words: Words & ChoiceLook & { options?: Options<V> }): Field<V>
export function choice<const V extends string>(
  words: Words & ChoiceLook & Flag & { options?: Options<V> },
): Field<V | null> {
  return {
    kind: 'choice',
    label: words.label,
    hint: words.hint,
    read: (name, body) => {
      const value = textIn(body, name)
      if (value === '')
        return words.optional ? valueOf(null) : fault(name, words.missing ?? `Select ${inSentence(words)}`)
      if (words.options ? words.options.some((option) => option.value === value) : value.length <= 200)
        return valueOf(value as V)
      return fault(name, `${atStart(words)} must be one of the choices shown`)
    },
    typed: typedText,
    fill: (name, value) => ({ [name]: value ?? '' }),
    draw: (drawing) => (words.as === 'select' ? drawSelect(drawing, words) : drawRadios(drawing, words)),
  }
}

function drawRadios(drawing: Drawing, words: Words & ChoiceLook & Flag & { options?: readonly Option[] }) {
  const chosen = shown(drawing)
  return (
    <Radios
      idPrefix={drawing.name}
      name={drawing.name}
      fieldset={fieldsetPart(drawing, words)}
      hint={hintPart(words)}
      errorMessage={errorPart(drawing)}
      small={words.small}
      inline={words.inline}
      items={(drawing.options ?? words.options ?? []).flatMap((option) =>
        itemsOf(option, option.value === chosen, drawing),
      )}
    />
  )
}

function itemsOf(option: Option, checked: boolean, drawing: Drawing) {
  const reveal = drawing.reveals?.get(option.value)
  const item = {
    value: option.value,
    text: option.label,
    hint: option.hint === undefined ? undefined : { text: option.hint },
    checked,
    exclusive: option.exclusive,
    conditional: reveal === undefined ? undefined : { html: reveal },
  }
  return option.divider === undefined ? [item] : [{ value: '', divider: option.divider }, item]
}

function drawSelect(drawing: Drawing, words: Words & Flag & { options?: readonly Option[] }) {
  const chosen = shown(drawing)
  const options = (drawing.options ?? words.options ?? []).map((option) => ({
    value: option.value,
    text: option.label,
    selected: option.value === chosen,
  }))
  return (
    <Select
      {...boxOptions(drawing, words)}
      value={chosen}
      items={[{ value: '', text: words.optional ? 'None chosen' : 'Choose one' }, ...options]}
    />
  )
}

/** Any number of the options, at least one unless optional; the value is a list in the order of the options. */
export function choices<const V extends string = string>(
  words: Words & { small?: boolean; options?: Options<V>; optional?: boolean },
): Field<readonly V[]> {
  return {
    kind: 'choices',
    label: words.label,
    hint: words.hint,
    read: (name, body) => {
      const values = textsIn(body, name).filter((value) => value !== '')
      const known = words.options?.map((option) => option.value as string)
      if (values.length === 0)
        return words.optional ? valueOf([]) : fault(name, words.missing ?? `Select ${inSentence(words)}`)
      if (known && values.some((value) => !known.includes(value)))
        return fault(name, `${atStart(words)} must be from the choices shown`)
      if (values.length > 500 || values.some((value) => value.length > 200))
        return fault(name, `${atStart(words)} must be from the choices shown`)
      const alone = words.options?.find((option) => option.exclusive && values.includes(option.value))
      if (alone && values.length > 1) return fault(name, `Select “${alone.label}” alone, or take it off`)
      return valueOf((known ? known.filter((value) => values.includes(value)) : values) as V[])
    },
    typed: (name, body) => ({ [name]: textsIn(body, name) }),
    fill: (name, value) => ({ [name]: value }),
    draw: (drawing) => {
      const chosen = ticked(drawing)
      return (
        <Checkboxes
          idPrefix={drawing.name}
          name={drawing.name}
          fieldset={fieldsetPart(drawing, words)}
          hint={hintPart(words)}
          errorMessage={errorPart(drawing)}
          small={words.small}
          items={(drawing.options ?? words.options ?? []).flatMap((option) =>
            itemsOf(option, chosen.includes(option.value), drawing),
          )}
        />
      )
    },
  }
}

/** Yes or no as true or false; neither is chosen beforehand. */
export function yesNo(words: Words & { yes?: string; no?: string } & Optional): Field<boolean | null>
export function yesNo(words: Words & { yes?: string; no?: string }): Field<boolean>
export function yesNo(words: Words & { yes?: string; no?: string } & Flag): Field<boolean | null> {
  const options = [
    { value: 'yes', label: words.yes ?? 'Yes' },
    { value: 'no', label: words.no ?? 'No' },
  ]
  return {
    kind: 'yes or no',
    label: words.label,
    hint: words.hint,
    read: (name, body) => {
      const value = textIn(body, name)
      if (value === 'yes' || value === 'no') return valueOf(value === 'yes')
      return value === '' && words.optional
        ? valueOf(null)
        : fault(name, words.missing ?? `Select yes or no: ${inSentence(words)}`)
    },
    typed: typedText,
    fill: (name, value) => ({ [name]: value === null ? '' : value ? 'yes' : 'no' }),
    draw: (drawing) => drawRadios(drawing, { ...words, options, inline: true }),
  }
}

/** One box to tick: "I have read it". True when ticked; `mustTick` says the sentence when it must be. */
export function tick(words: Words & { option: string; mustTick?: string }): Field<boolean> {
  return {
    kind: 'tick',
    label: words.label,
    hint: words.hint,
    read: (name, body) => {
      const ticked = textIn(body, name) === 'yes'
      return ticked || words.mustTick === undefined ? valueOf(ticked) : fault(name, words.mustTick)
    },
    typed: typedText,
    fill: (name, value) => ({ [name]: value ? 'yes' : '' }),
    draw: (drawing) => (
      <Checkboxes
        idPrefix={drawing.name}
        name={drawing.name}
        fieldset={fieldsetPart(drawing, words)}
        hint={hintPart(words)}
        errorMessage={errorPart(drawing)}
        items={[{ value: 'yes', text: words.option, checked: shown(drawing) === 'yes' }]}
      />
    ),
  }
}

export type FileWords = Words & {
  /** What the file chooser offers: ".csv,text/csv". */
  readonly accept?: string
  /** In bytes; 10 MB unless said. */
  readonly maxBytes?: number
}

/** A file; makes the form multipart. A chosen file cannot be kept when the form comes back: browsers do not allow it. */
export function file(words: FileWords & Optional): Field<Upload | null>
export function file(words: FileWords): Field<Upload>
export function file(words: FileWords & Flag): Field<Upload | null> {
  const max = words.maxBytes ?? 10_000_000
  return {
    kind: 'file',
    label: words.label,
    hint: words.hint,
    multipart: true,
    read: (name, _body, { uploads = [] }) => {
      const upload = uploads.find((one) => one.field === name)
      if (upload === undefined) {
        return words.optional ? valueOf(null) : fault(name, words.missing ?? `Choose ${inSentence(words)}`)
      }
      if (upload.size === 0) return fault(name, 'The file you chose is empty')
      if (upload.size > max) return fault(name, `The file must be smaller than ${Math.round(max / 1_000_000)} MB`)
      return valueOf(upload)
    },
    typed: () => ({}),
    fill: () => ({}),
    draw: (drawing) => (
      <FileUpload
        id={drawing.name}
        name={drawing.name}
        label={{ text: labelText(words), size: 's' }}
        hint={hintPart(words)}
        errorMessage={errorPart(drawing)}
        attributes={words.accept === undefined ? {} : { accept: words.accept }}
      />
    ),
  }
}
