// Fields for a day (three boxes) and a time of day (one box). The words say what is wrong and with which box.

import { DateInput, Input } from '../nhs/controls.tsx'
import { type DayFault, dayInWords, readDay, readTime, timeInWords } from './calendar-words.ts'
import { boxOptions, errorPart, fieldsetPart, hintPart, shown, typedText } from './drawing.ts'
import {
  atStart,
  type Drawing,
  type Field,
  fault,
  inSentence,
  type ReadContext,
  type Reading,
  valueOf,
  type Words,
} from './field.ts'
import type { Optional } from './text-fields.tsx'
import { textIn } from './typed.ts'

export type DateWords = Words & {
  /** Where the day must lie; reading then needs `today` in its context. */
  readonly mustBe?: 'past' | 'past or today' | 'today or future' | 'future'
  /** Earliest and latest day allowed, 'YYYY-MM-DD'. 1900 to 2100 unless said. */
  readonly from?: string
  readonly to?: string
}

/** A real day as 'YYYY-MM-DD'. The month may be typed as a number or a name. */
export function date(words: DateWords & Optional): Field<string | null>
export function date(words: DateWords): Field<string>
export function date(words: DateWords & { optional?: boolean }): Field<string | null> {
  return {
    kind: 'date',
    label: words.label,
    hint: words.hint,
    read: (name, body, context) => readDate(name, boxesIn(name, body), words, context),
    typed: (name, body) => {
      const boxes = boxesIn(name, body)
      return { [`${name}-day`]: boxes.day, [`${name}-month`]: boxes.month, [`${name}-year`]: boxes.year }
    },
    fill: (name, value) => {
      const [year = '', month = '', day = ''] = (value ?? '').split('-')
      return { [`${name}-day`]: bare(day), [`${name}-month`]: bare(month), [`${name}-year`]: year }
    },
    draw: (drawing) => drawDate(drawing, words),
  }
}

const bare = (figures: string) => figures.replace(/^0/, '')

/** The three boxes; also one value 'YYYY-MM-DD' under the plain name, as links and calendars send it. */
function boxesIn(name: string, body: Readonly<Record<string, unknown>>) {
  const whole = /^(\d{4})-(\d{2})-(\d{2})$/.exec(textIn(body, name).trim())
  if (whole) return { year: whole[1] ?? '', month: whole[2] ?? '', day: whole[3] ?? '' }
  return { day: textIn(body, `${name}-day`), month: textIn(body, `${name}-month`), year: textIn(body, `${name}-year`) }
}

function readDate(
  name: string,
  boxes: { day: string; month: string; year: string },
  words: DateWords & { optional?: boolean },
  context: ReadContext,
): Reading<string | null> {
  const reading = readDay(boxes)
  if (!reading.ok) {
    if (reading.wrong.kind === 'nothing' && words.optional) return valueOf(null)
    return dayFault(name, reading.wrong, words)
  }
  const outside = outsideWords(reading.day, words, context)
  return outside === null ? valueOf(reading.day) : fault(`${name}-day`, `${atStart(words)} must be ${outside}`)
}

function dayFault(name: string, wrong: DayFault, words: DateWords): Reading<never> {
  if (wrong.kind === 'nothing') return fault(`${name}-day`, words.missing ?? `Enter ${inSentence(words)}`)
  if (wrong.kind === 'year') return fault(`${name}-year`, 'Year must include 4 numbers', 'year')
  if (wrong.kind === 'not real')
    return fault(`${name}-${wrong.part}`, `${atStart(words)} must be a real date`, wrong.part)
  const list = wrong.missing.join(' and ')
  return fault(`${name}-${wrong.missing[0]}`, `${atStart(words)} must include a ${list}`, wrong.missing.join(' '))
}

function outsideWords(day: string, words: DateWords, context: ReadContext): string | null {
  const from = words.from ?? '1900-01-01'
  const to = words.to ?? '2100-12-31'
  if (day < from) return `on or after ${dayInWords(from)}`
  if (day > to) return `on or before ${dayInWords(to)}`
  if (words.mustBe === undefined) return null
  if (context.today === undefined) throw new Error(`The date "${words.label}" needs today to be read`)
  if (words.mustBe === 'past' && day >= context.today) return 'in the past'
  if (words.mustBe === 'future' && day <= context.today) return 'in the future'
  if (words.mustBe === 'past or today' && day > context.today) return 'today or in the past'
  return words.mustBe === 'today or future' && day < context.today ? 'today or in the future' : null
}

function drawDate(drawing: Drawing, words: DateWords & { optional?: boolean }) {
  const faulty = (part: string) => drawing.error !== undefined && (drawing.error.part ?? part).split(' ').includes(part)
  const box = (part: 'day' | 'month' | 'year') => ({
    name: `${drawing.name}-${part}`,
    id: `${drawing.name}-${part}`,
    label: { text: part.charAt(0).toUpperCase() + part.slice(1) },
    value: shown(drawing, `${drawing.name}-${part}`),
    classes: part === 'year' ? 'nhsuk-input--width-4' : 'nhsuk-input--width-2',
    error: faulty(part),
  })
  return (
    <DateInput
      id={drawing.name}
      fieldset={fieldsetPart(drawing, words)}
      hint={hintPart(words)}
      errorMessage={errorPart(drawing)}
      items={[box('day'), box('month'), box('year')]}
    />
  )
}

/** A time of day as 'HH:MM', 24 hours. "2:30pm", "14:30", "2.30pm", "noon" are understood. */
export function timeOfDay(words: Words & Optional): Field<string | null>
export function timeOfDay(words: Words): Field<string>
export function timeOfDay(words: Words & { optional?: boolean }): Field<string | null> {
  return {
    kind: 'time of day',
    label: words.label,
    hint: words.hint,
    read: (name, body) => {
      const reading = readTime(textIn(body, name))
      if (reading.ok) return valueOf(reading.time)
      if (reading.wrong === 'nothing') {
        return words.optional ? valueOf(null) : fault(name, words.missing ?? `Enter ${inSentence(words)}`)
      }
      if (reading.wrong === 'am or pm') return fault(name, `${atStart(words)} must say am or pm, like 2:30pm`)
      return fault(name, `${atStart(words)} must be a time, like 9:30am or 2:30pm`)
    },
    typed: typedText,
    fill: (name, value) => ({ [name]: value ? timeInWords(value) : '' }),
    draw: (drawing) => <Input {...boxOptions(drawing, words)} width={10} autocomplete="off" spellcheck={false} />,
  }
}
