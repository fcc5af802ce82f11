// How a form points out identifying text: one more field for why it identifies nobody, and the marks of what was shown.
import { type Form, type FormState, longText } from '../../../design/index.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Typed } from '../../../platform/web/page.ts'
import { LONGEST_BECAUSE, type PointedOut, pointingWords, pointOut } from './pointing-out.ts'

/** The name of the field in every form, and of the sealed text. */
export const becauseField = 'identifiesNobody'
/** The name of the hidden box with the marks of what was shown. */
export const marksBox = 'pointedOut'

const becauseWords = {
  label: 'It identifies nobody because',
  hint: 'For example “these are the names of the two schools”. It is kept, sealed, with what you wrote.',
  called: 'why it identifies nobody',
  rows: 2,
  max: LONGEST_BECAUSE,
}
/** For a form that has it among its own fields, under `becauseField`. */
export const identifiesNobody = longText({ ...becauseWords, optional: true })
/** As it is drawn once something was pointed out. */
export const askedBecause = longText(becauseWords)

/** Looks through the texts of a form that was sent on purpose; `texts` by field as they are about to be sealed. */
export function pointOutIn(
  form: Typed,
  what: { texts: Readonly<Record<string, string>>; today: Day; colleagues?: readonly string[] },
): PointedOut {
  const { [becauseField]: because = '', ...texts } = what.texts
  const marks = textOf(form[marksBox]).split(' ')
  const said = because === '' ? textOf(form[becauseField]) : because
  return pointOut(texts, { because: said, marks, today: what.today, colleagues: what.colleagues })
}

/** What is sealed beside the texts: the reason, and the marks of the words that it is for. Nothing when nothing was found. */
export const becauseTexts = ({ because, marks }: PointedOut): Readonly<Record<string, string>> =>
  because === '' ? {} : { [becauseField]: because, [marksBox]: marks.join(' ') }

/** Whether a sealed text is one of these two. */
export const isBecause = (key: string): boolean => key === becauseField || key === marksBox

/** The same as it was typed, for a draft that keeps itself. */
export function typedBecause(form: Typed): Readonly<Record<string, string>> {
  const because = textOf(form[becauseField])
  return because === '' ? {} : { [becauseField]: because, [marksBox]: textOf(form[marksBox]) }
}

/** For a form that shows again what was sealed: what its author has answered for already; without marks, all of it. */
export function answeredBefore(
  texts: Readonly<Record<string, string>>,
  what: { today: Day; colleagues?: readonly string[] },
): PointedOut | null {
  const because = texts[becauseField] ?? ''
  if (because === '') return null
  const { [marksBox]: marks, ...words } = texts
  const looked = pointOutIn({ [becauseField]: because }, { texts: words, ...what })
  return { ...looked, because, marks: marks === undefined ? looked.marks : marks.split(' '), asks: false }
}

/** The form again, with what was found beside each field and everything typed; `mend` as for `pointingWords`. */
export function pointedState(
  shape: Form<never> | Pick<Form<unknown>, 'typed'>,
  form: Typed,
  pointed: PointedOut,
  mend?: string,
): { ok: false } & FormState {
  const errors = pointed.found.map((one) => ({ field: one.field, input: one.field, message: pointingWords(one, mend) }))
  const long = pointed.because.length > LONGEST_BECAUSE
  const tooLong = {
    field: becauseField,
    input: becauseField,
    message: `Say it in ${LONGEST_BECAUSE} characters or fewer`,
  }
  return {
    ok: false,
    errors: long ? [...errors, tooLong] : errors,
    typed: { ...shape.typed(form), [becauseField]: textOf(form[becauseField]) },
  }
}

const textOf = (value: string | readonly string[] | undefined): string =>
  (typeof value === 'string' ? value : (value?.[0] ?? '')).slice(0, 5000)
