// The foot of a confidential form, once something was pointed out: what to do, and the box for why it identifies nobody.
import { type Form, FormField, type FormState, InsetText } from '../../../design/index.ts'
import { becauseField, askedBecause, marksBox } from './pointing-out.form.ts'
import type { PointedOut } from './pointing-out.ts'

const form: Pick<Form<unknown>, 'fields'> = { fields: { [becauseField]: askedBecause } }

/** Stands before the buttons of the form; nothing when nothing was pointed out. */
export function PointedOutPart({ pointed, state }: { pointed: PointedOut | null; state: FormState }) {
  if (!pointed || pointed.found.length === 0) return null
  const typed = { ...state.typed }
  if ((typed[becauseField] ?? '') === '') typed[becauseField] = pointed.because
  return (
    <>
      <InsetText>
        <p>
          {pointed.asks
            ? 'Some words may tell who this is about. Change them where they stand, or say here why they identify nobody.'
            : 'You said why words that were pointed out identify nobody. Something new is pointed out again.'}
        </p>
      </InsetText>
      <FormField form={form} state={{ ...state, typed }} name={becauseField} />
      <input type="hidden" name={marksBox} value={pointed.marks.join(' ')} />
    </>
  )
}
