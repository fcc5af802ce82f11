// From a form that was sent to what is asked of the meeting (SPEC 7.3, 14.5): one entry for each address under the meeting's.
// What the meeting refuses comes back beside the field that it is about, with everything that was typed.
import type { Form, FormState } from '../../../design/index.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Typed } from '../../../platform/web/page.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Asked } from '../meeting/command.ts'
import { buttonForm } from './deeds.form.ts'
import type { MeetingShown } from './shown.view.ts'

/** What was sent, and the page it was sent from as it is now. */
export type Sent = {
  readonly form: Typed
  readonly shown: MeetingShown
  readonly newId: <Kind extends string>() => Id<Kind>
  /** The id when a text is one, else null. */
  readonly readId: <Kind extends string>(text: unknown) => Id<Kind> | null
}

export type AskedReading =
  | {
      readonly ok: true
      readonly asked: Asked
      readonly refused: (no: { reason: string; field?: string }) => FormState
    }
  | { readonly ok: false; readonly state: FormState }

/** Reads a form and makes a command of it; `fields` says which field of the form a refusal's field is. */
export function askedBy<V>(
  form: Form<V>,
  { form: typed, shown }: Sent,
  make: (value: V) => Asked,
  fields: Readonly<Record<string, string>> = {},
): AskedReading {
  const reading = form.read(typed, { today: shown.today })
  if (!reading.ok) return { ok: false, state: reading }
  return {
    ok: true,
    asked: make(reading.value),
    refused: ({ reason, field }) => form.refused(typed, { reason, field: fields[field ?? ''] }),
  }
}

/** The stage that stood on the sender’s screen. */
export const stepOf = ({ form }: Sent): number => numberIn(form, 'step')
/** A whole number that a form carries; -1 when it is none. */
export const numberIn = (form: Typed, name: string): number => {
  const text = firstOf(form, name)
  return /^\d{1,9}$/.test(text) ? Number(text) : -1
}
/** Whoever is named, or the sender themselves; an id that nobody has is nobody's. */
export const personIn = (typed: string | null, { shown, readId }: Sent): PersonId =>
  typed ? (readId<'person'>(typed) ?? ('nobody' as PersonId)) : shown.view.me.person
/** An id that a form carries; one that nothing has when it is none. */
export const idIn = <Kind extends string>(sent: Sent, name: string): Id<Kind> =>
  sent.readId<Kind>(firstOf(sent.form, name)) ?? ('nothing' as Id<Kind>)

/** A deed with nothing to fill in. */
export const button = (sent: Sent, asked: Asked): AskedReading => askedBy(buttonForm, sent, () => asked)
