// A form that came back with faults, and where on the page it belongs (SPEC 14.5): nothing that was typed is lost, also when
// the set has moved on meanwhile and the form is offered no more.
import type { Form, FormState } from '../../../design/index.ts'
import type { MeetingShown } from './shown.view.ts'
import type { DeedName } from './deeds-of-meeting.form.ts'

/** What was sent, by the noun it was posted to, and how it comes back. */
export type CameBack = { readonly deed: DeedName; readonly state: FormState }

/** What every part of the page is drawn from. */
export type ScreenParts = { readonly shown: MeetingShown; readonly back: CameBack | null }

/** The state of one of the page's forms: as it came back, or fresh. */
export const stateOf = <V>(back: CameBack | null, deed: DeedName, form: Form<V>, fresh: Partial<V> = {}): FormState =>
  back?.deed === deed && fits(form, back.state) ? back.state : form.filled(fresh)

/** Several forms post to one noun: it came back from the one whose fields it has. */
const fits = (form: Form<unknown>, state: FormState): boolean => {
  const names = Object.keys(form.fields)
  const typed = Object.keys(state.typed)
  return (
    typed.length > 0 && typed.every((name) => names.some((field) => name === field || name.startsWith(`${field}-`)))
  )
}

/** Words that were typed and sent and did not go through: every text of the form but choices of a word or two. */
export const wordsTyped = (back: CameBack | null): readonly string[] =>
  Object.entries(back?.state.typed ?? {}).flatMap(([name, value]) =>
    /(said|words|promise|came-of-it)$/.test(name) && typeof value === 'string' && value.trim() !== '' ? [value] : [],
  )
