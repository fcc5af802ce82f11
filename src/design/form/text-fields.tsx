// Fields that a person types into: text, long text, e-mail, number.

import { CharacterCount, Input, Textarea } from '../nhs/controls.tsx'
import { type Drawing, type Field, type Reading, type Words, atStart, fault, inSentence, valueOf } from './field.ts'
import { boxOptions, typedText } from './drawing.ts'
import { textIn } from './typed.ts'

export type TextWords = Words & {
  /** The longest allowed, in characters as people count them. 200 for text, 20,000 for long text. */
  readonly max?: number
  readonly autocomplete?: string
  /** Width of the box in characters. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
  /** A pattern (or anything that can test a text) that it must have, and the sentence when it has not. */
  readonly pattern?: { readonly is: { test(typed: string): boolean }; readonly otherwise: string }
  readonly spellcheck?: boolean
}

export type Optional = { readonly optional: true }

/** One line of text. With `optional: true` the value is null when nothing was typed. */
export function text(words: TextWords & Optional): Field<string | null>
export function text(words: TextWords): Field<string>
export function text(words: TextWords & { optional?: boolean }): Field<string | null> {
  return {
    kind: 'text',
    label: words.label,
    hint: words.hint,
    read: (name, body) => readText(name, textIn(body, name).replace(/\s+/g, ' ').trim(), words, words.max ?? 200),
    typed: typedText,
    fill: (name, value) => ({ [name]: value ?? '' }),
    draw: (drawing) => <Input {...boxOptions(drawing, words)} {...lineOptions(words)} />,
  }
}

const lineOptions = (words: TextWords) => ({
  width: words.width,
  autocomplete: words.autocomplete,
  spellcheck: words.spellcheck,
})

function readText(
  name: string,
  value: string,
  words: TextWords & { optional?: boolean },
  max: number,
): Reading<string | null> {
  if (value === '') return words.optional ? valueOf(null) : fault(name, words.missing ?? `Enter ${inSentence(words)}`)
  // Counted as the browser's counter counts, so that both say the same.
  const length = value.length
  if (length > max) {
    const over = `You have ${figure(length - max)} too many.`
    return fault(name, `${atStart(words)} must be ${figure(max)} characters or fewer. ${over}`)
  }
  if (words.pattern && !words.pattern.is.test(value)) return fault(name, words.pattern.otherwise)
  return valueOf(value)
}

export type LongTextWords = TextWords & {
  readonly rows?: number
  /** Shows how many characters are left, when `max` is said. */
  readonly counted?: boolean
  /** Shows again only this many characters of a text that was far too long; everything unless said. */
  readonly showAtMost?: number
}

/** Several lines. Line breaks are kept, spaces at both ends are not. */
export function longText(words: LongTextWords & Optional): Field<string | null>
export function longText(words: LongTextWords): Field<string>
export function longText(words: LongTextWords & { optional?: boolean }): Field<string | null> {
  return {
    kind: 'long text',
    label: words.label,
    hint: words.hint,
    read: (name, body) => readText(name, textIn(body, name).trim(), words, words.max ?? 20_000),
    typed: (name, body) => ({ [name]: textIn(body, name).slice(0, words.showAtMost) }),
    fill: (name, value) => ({ [name]: value ?? '' }),
    draw: (drawing) => drawLongText(drawing, words),
  }
}

function drawLongText(drawing: Drawing, words: LongTextWords) {
  const box = boxOptions(drawing, words)
  // A browser drops the first line break of a text area, so one more is sent.
  const value = box.value.startsWith('\n') ? `\n${box.value}` : box.value
  const options = { ...box, value, rows: String(words.rows ?? 5), autocomplete: words.autocomplete }
  if (!words.counted || words.max === undefined) return <Textarea {...options} />
  return <CharacterCount {...options} maxlength={String(words.max)} threshold="75" />
}

/** An e-mail address, in lower case. */
export function email(words: Words & Optional): Field<string | null>
export function email(words: Words): Field<string>
export function email(words: Words & { optional?: boolean }): Field<string | null> {
  const pattern = {
    is: /^[^\s@<>()",;:\\[\]]{1,64}@[^\s@<>()",;:\\[\]]+\.[^\s@<>()",;:\\[\].]{2,}$/,
    otherwise: `${atStart(words)} must look like name@example.nhs.uk`,
  }
  return {
    kind: 'email',
    label: words.label,
    hint: words.hint,
    read: (name, body) => readText(name, textIn(body, name).trim().toLowerCase(), { ...words, pattern }, 254),
    typed: typedText,
    fill: (name, value) => ({ [name]: value ?? '' }),
    draw: (drawing) => (
      <Input {...boxOptions(drawing, words)} type="email" autocomplete="email" spellcheck={false} width={30} />
    ),
  }
}

export type NumberWords = Words & {
  readonly min?: number
  readonly max?: number
  /** Decimals are refused unless this says how many are allowed. */
  readonly decimals?: number
  /** After the box: "minutes", "%". */
  readonly suffix?: string
}

/** A number, whole unless `decimals` says otherwise; "1,200" is understood. */
export function number(words: NumberWords & Optional): Field<number | null>
export function number(words: NumberWords): Field<number>
export function number(words: NumberWords & { optional?: boolean }): Field<number | null> {
  return {
    kind: 'number',
    label: words.label,
    hint: words.hint,
    read: (name, body) => readNumber(name, textIn(body, name).trim(), words),
    typed: typedText,
    fill: (name, value) => ({ [name]: value === null ? '' : String(value) }),
    draw: (drawing) => (
      <Input
        {...boxOptions(drawing, words)}
        inputmode={words.decimals ? 'decimal' : 'numeric'}
        width={5}
        suffix={words.suffix === undefined ? undefined : { text: words.suffix }}
      />
    ),
  }
}

function readNumber(name: string, typed: string, words: NumberWords & { optional?: boolean }): Reading<number | null> {
  if (typed === '') return words.optional ? valueOf(null) : fault(name, words.missing ?? `Enter ${inSentence(words)}`)
  const plain = typed.replace(/(?<=\d),(?=\d{3}(?:\D|$))/g, '').replace(/\s*%$/, '')
  if (!/^[-−]?\d{1,15}(?:\.\d{1,9})?$/.test(plain)) return fault(name, `${atStart(words)} must be a number`)
  const value = Number(plain.replace('−', '-'))
  const decimals = plain.split('.')[1]?.replace(/0+$/, '').length ?? 0
  if (decimals > (words.decimals ?? 0)) {
    return fault(
      name,
      words.decimals
        ? `${atStart(words)} must have no more than ${words.decimals} decimals`
        : `${atStart(words)} must be a whole number`,
    )
  }
  if (words.min !== undefined && value < words.min)
    return fault(name, `${atStart(words)} must be ${figure(words.min)} or more`)
  if (words.max !== undefined && value > words.max)
    return fault(name, `${atStart(words)} must be ${figure(words.max)} or fewer`)
  return valueOf(Object.is(value, -0) ? 0 : value)
}

const figure = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
