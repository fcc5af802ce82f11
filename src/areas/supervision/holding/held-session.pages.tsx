// Recording a session that was held here without having been booked: by its supervisor, for a time that has passed.
import {
  Button,
  ErrorSummary,
  FormFields,
  type FormState,
  type Option,
  PostForm,
  searchIn,
  titleWith,
} from '../../../design/index.ts'
import { type PersonId, parseId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { addMinutes, londonMoment, type Moment } from '../../../platform/time/moment.ts'
import { anyStaff, type Page, page, type Typed } from '../../../platform/web/page.ts'
import { html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { findPerson, searchPeople } from '../../people/index.ts'
import { policyOn } from '../../policy/index.ts'
import type { NewSession } from '../session/session.store.ts'
import type { PlaceKind } from '../session/session.ts'
import { kindsToChoose } from '../terms/kinds-to-choose.changes.ts'
import { plannedTerms } from '../terms/terms.view.ts'
import { recordHeldSession } from './attendance.changes.ts'
import { heldSessionForm, whyAskedForm, whyForm } from './held-session.form.ts'

export const heldSessionPages: readonly Page[] = [
  page({
    at: 'GET /supervision/held-session',
    access: anyStaff,
    answer: (work) => heldPage(work, heldSessionForm.filled({})),
  }),
  page({
    at: 'POST /supervision/held-session',
    access: anyStaff,
    answer: (work, { form }) => saveHeldSession(work, form),
  }),
]

async function saveHeldSession(work: Work, form: Typed): Promise<Reply> {
  if (searchIn(form)) return heldPage(work, withWhy(form, { errors: [], typed: {} }))
  const reading = heldSessionForm.read(form, { today: work.today })
  if (!reading.ok) return heldPage(work, reading)
  const why = whyForm.read(form)
  if (!why.ok) return heldPage(work, withWhy(form, why))
  const { value } = reading
  const again = (refusal: { reason: string; field?: string }) => heldPage(work, refused(form, refusal))
  const beganAt = londonMoment(value.day as Day, value.time)
  if (!beganAt) return again({ reason: 'This time does not exist on that day', field: 'time' })
  const other = parseId<'person'>(value.with)
  if (!other || !(await findPerson(work, other)) || other === work.asker.person)
    return again({ reason: 'Choose somebody else who works here', field: 'with' })
  const came = [{ person: other, presence: 'present' as const, cause: null }]
  const finishedAt = addMinutes(beganAt, value.minutes)
  const held = { beganAt, finishedAt, came, model: null, focus: '', version: 1, why: why.value.reason ?? '' }
  const session = heldSession(work, { ...value, beganAt, other })
  const done = await recordHeldSession(work, session, held)
  if (!done.ok) return again(besideField(done))
  return seeOther(`/sessions/${done.value}/record`, 'Held. It counts from now on.')
}

/** Both forms again as they were typed, with what was wrong beside its field. */
const refused = (form: Typed, refusal: { reason: string; field?: string }): FormState =>
  withWhy(form, (refusal.field === 'reason' ? whyForm : heldSessionForm).refused(form, refusal))

const withWhy = (form: Typed, { errors }: FormState): FormState => ({
  errors,
  typed: { ...heldSessionForm.typed(form), ...whyForm.typed(form) },
})

/** A refusal beside the field that it is about, by this form's names. */
function besideField(refusal: { reason: string; field?: string }): { reason: string; field?: string } {
  if (refusal.field === 'finished') return { reason: 'The session must be over by now', field: 'time' }
  return refusal.field === 'supervisor' || refusal.field === 'people' ? { ...refusal, field: 'with' } : refusal
}

type Typing = { type: string; minutes: number; placeKind: string; beganAt: Moment; other: PersonId }

const heldSession = (work: Work, { type, minutes, placeKind, beganAt, other }: Typing): NewSession => ({
  id: work.newId<'session'>(),
  type,
  format: 'one-to-one',
  state: 'booked',
  supervisor: work.asker.person,
  supervisees: [other],
  startsAt: beganAt,
  minutes,
  placeKind: placeKind as PlaceKind,
  proposedBy: null,
  proposals: 1,
  rebooks: null,
  version: 1,
  unit: null,
  series: null,
})

async function heldPage(work: Work, state: FormState) {
  const types = plannedTerms(await policyOn(work)).filter((terms) => terms.format !== 'group')
  const options = { type: await kindsToChoose(work, types), ...(await found(work, state)) }
  return html({
    title: titleWith(state, 'Record a session that was not booked'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: '/supervision', label: 'Supervision' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Record a session that was not booked</h1>
        <p>
          You supervised it. If somebody supervised you elsewhere,{' '}
          <a href="/supervision/outside-evidence">record that instead</a>.
        </p>
        <PostForm action="/supervision/held-session">
          <FormFields form={heldSessionForm} state={state} options={options} />
          {asksWhy(state) && <FormFields form={whyAskedForm} state={state} />}
          <Button>Record it</Button>
        </PostForm>
      </>
    ),
  })
}

/** Once it was asked for, or written. */
const asksWhy = ({ errors, typed }: FormState): boolean =>
  errors.some(({ field }) => field === 'reason') || String(typed.reason ?? '').trim() !== ''

async function found(work: Work, state: FormState): Promise<{ with?: readonly Option[] }> {
  const text = String(state.typed['with-search'] ?? '').trim()
  if (text === '') return {}
  const { people } = await searchPeople(work, { text, day: work.today, most: 20, skip: 0 })
  const others = people.filter((one) => one.id !== work.asker.person)
  return { with: others.map((one) => ({ value: one.id, label: one.name, hint: one.unit ?? undefined })) }
}
