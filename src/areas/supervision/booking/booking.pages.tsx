// Proposing a one-to-one session: which kind, with whom, when and where; refused with the reason, or set aside by somebody who may.
import {
  Button,
  Details,
  ErrorSummary,
  FormFields,
  type FormState,
  type Option,
  PostForm,
  searchIn,
  titleWith,
  WarningCallout,
} from '../../../design/index.ts'
import type { Decision } from '../../../platform/decision.ts'
import { type PersonId, parseId } from '../../../platform/ids.ts'
import { anyStaff, type Page, page, type Typed } from '../../../platform/web/page.ts'
import { html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf, searchPeople } from '../../people/index.ts'
import { policyOn } from '../../policy/index.ts'
import { ContractsBegun, ContractWays, startsContract } from '../contracts/contract-ways.pages.tsx'
import { beginContracts, type Begun, lackOfWanted } from '../contracts/contract.changes.ts'
import type { Lack } from '../contracts/contract.ts'
import { findPairsOf } from '../pair/pair.store.ts'
import { findSession } from '../session/session.store.ts'
import { isInvolved, type SessionId } from '../session/session.ts'
import { kindsToChoose } from '../terms/kinds-to-choose.changes.ts'
import { plannedTerms } from '../terms/terms.view.ts'
import { bookSession, type Wanted } from './booking.changes.ts'
import { bookingForm, overrideForm, readTime } from './booking.form.ts'
import { overridingRoles } from './booking.ts'

export const bookingPages: readonly Page[] = [
  page({
    at: 'GET /supervision/booking',
    access: anyStaff,
    answer: async (work, request) => {
      const start = {
        with: request.query('with'),
        type: request.query('type'),
        side: request.query('side'),
        rebooks: request.query('rebooks'),
      }
      return bookingPage(work, {
        rebooks: start.rebooks,
        state: await firstState(work, start),
        objection: null,
        typed: {},
      })
    },
  }),
  page({
    at: 'POST /supervision/bookings',
    access: anyStaff,
    answer: (work, { form }) => suggestFirst(work, form),
  }),
]

/** Suggests a time; where a contract is missing the page comes back with the way to it and everything that was typed. */
async function suggestFirst(work: Work, form: Typed): Promise<Reply> {
  const again = (state: FormState, more: Partial<Shown> = {}) =>
    bookingPage(work, { rebooks: firstOf(form, 'rebooks'), state, objection: null, typed: form, ...more })
  if (searchIn(form)) return again({ errors: [], typed: bookingForm.typed(form) })
  if (firstOf(form, startsContract.name) === startsContract.value) return startFrom(work, form, again)
  const reading = bookingForm.read(form, { today: work.today })
  if (!reading.ok) return again(reading)
  const time = readTime(reading.value)
  if (!time.ok) return again(bookingForm.refused(form, time))
  const two = theTwo(work, reading.value)
  if (!two) return again(bookingForm.refused(form, nobodyChosen))
  const wanted: Wanted = {
    ...time.value,
    ...two,
    type: reading.value.type,
    format: 'one-to-one',
    place: reading.value.place ?? '',
    rebooks: parseId<'session'>(firstOf(form, 'rebooks')),
    unit: null,
    series: null,
    overrideReason: firstOf(form, 'reason'),
  }
  const done = await bookSession(work, wanted)
  if (done.ok) return seeOther(`/sessions/${done.value}`, 'Time suggested. You will see here when it is answered.')
  // Who cannot supervise this at all is no one to sign with.
  const lack = done.field === 'supervisor' ? null : await lackOfWanted(work, wanted)
  return again(bookingForm.refused(form, onForm(done)), { objection: done.reason, lack })
}

/** Starts the contract from the booking's own form, and shows the form again as it was. */
async function startFrom(
  work: Work,
  form: Typed,
  again: (state: FormState, more?: Partial<Shown>) => Promise<Reply>,
): Promise<Reply> {
  const typed = { type: firstOf(form, 'type'), side: firstOf(form, 'side'), with: firstOf(form, 'with') }
  const two = theTwo(work, typed)
  if (!two) return again(bookingForm.refused(form, nobodyChosen))
  const done = await beginContracts(work, { ...two, type: typed.type })
  if (!done.ok) return again(bookingForm.refused(form, onForm(done)))
  return again({ errors: [], typed: bookingForm.typed(form) }, { begun: done.value })
}

const nobodyChosen = { reason: 'Choose one of the people found', field: 'with' }

/** Who supervises whom, as it was typed; null when nobody was chosen. */
function theTwo(work: Work, typed: { side: string; with: string }) {
  const other = parseId<'person'>(typed.with)
  if (!other) return null
  const asker = work.asker.person
  return typed.side === 'me' ? { supervisor: asker, supervisees: [other] } : { supervisor: other, supervisees: [asker] }
}

/** Refusals about people stand beside the person field. */
function onForm(refusal: Extract<Decision, { ok: false }>): { reason: string; field?: string } {
  const people = refusal.field === 'supervisor' || refusal.field === 'supervisees' || refusal.field === 'people'
  return { reason: refusal.reason, field: people ? 'with' : refusal.field }
}

type Start = { with: string; type: string; side: string; rebooks: string }

/** The form as it first stands: the cancelled session's details when one is rebooked, else what the link said. */
async function firstState(work: Work, start: Start): Promise<FormState> {
  const id = parseId<'session'>(start.rebooks)
  const old = id ? await findSession(work, id) : null
  if (old && isInvolved(old, work.asker.person)) {
    const mine = old.supervisor === work.asker.person
    return bookingForm.filled({
      type: old.type,
      side: mine ? 'me' : 'they',
      with: mine ? old.supervisees[0] : old.supervisor,
      minutes: old.minutes,
      placeKind: old.placeKind,
    })
  }
  const terms = plannedTerms(await policyOn(work)).find((one) => one.key === start.type)
  return bookingForm.filled({
    ...(terms ? { type: terms.key, minutes: terms.minutes } : {}),
    ...(start.side === 'me' || start.side === 'they' ? { side: start.side } : {}),
    ...(parseId(start.with) ? { with: start.with } : {}),
  })
}

type Shown = {
  rebooks: SessionId | string
  state: FormState
  objection: string | null
  typed: Typed
  /** Who has no contract for the day. */
  lack?: Lack | null
  /** Contracts that were begun just now. */
  begun?: readonly Begun[]
}

async function bookingPage(work: Work, { rebooks, state, objection, typed, lack = null, begun = [] }: Shown) {
  const types = plannedTerms(await policyOn(work)).filter((terms) => terms.format !== 'group')
  const options = {
    type: await kindsToChoose(work, types, parseId<'person'>(state.typed.with)),
    ...(await peopleToChoose(work, state)),
  }
  const failed = state.errors.length > 0
  return html({
    title: titleWith(state, 'Book a session'),
    status: failed ? 422 : 200,
    back: { href: '/supervision', label: 'Supervision' },
    body: (
      <>
        <ErrorSummary state={state} />
        <ContractsBegun begun={begun} />
        <h1>{rebooks === '' ? 'Book a session' : 'Find a new date'}</h1>
        <p>You suggest a time. The other person accepts it or suggests another.</p>
        {types.length === 0 && <NoPolicy />}
        <PostForm action="/supervision/bookings">
          <input type="hidden" name="rebooks" value={rebooks} />
          <FormFields form={bookingForm} state={state} options={options} />
          <ContractWays lack={lack} />
          {objection !== null && overridingRoles.some((role) => work.asker.roles.has(role)) && (
            <SetAside typed={typed} />
          )}
          <Button>Suggest this time</Button>
        </PostForm>
        <Details summary="Other ways to book">
          <p>
            <a href="/supervision/group-booking">Book a group at once</a>, or{' '}
            <a href="/supervision/series">several sessions in a row</a>. If it has been held already,{' '}
            <a href="/supervision/held-session">record it</a>.
          </p>
        </Details>
      </>
    ),
  })
}

const NoPolicy = () => (
  <WarningCallout heading="No policy is in force yet">
    <p>Kinds of supervision come from your organisation’s policy. Ask an administrator to put one in force.</p>
  </WarningCallout>
)

/** Only for those who may: why it goes ahead all the same. */
export const SetAside = ({ typed }: { typed: Typed }) => (
  <FormFields form={overrideForm} state={{ errors: [], typed: overrideForm.typed(typed) }} />
)

/** People found by the search, or those the asker already works with, and the one chosen. */
async function peopleToChoose(work: Work, state: FormState): Promise<{ with?: readonly Option[] }> {
  const text = String(state.typed['with-search'] ?? '').trim()
  if (text !== '') {
    const { people } = await searchPeople(work, { text, day: work.today, most: 20, skip: 0 })
    const found = people
      .filter((one) => one.id !== work.asker.person)
      .map((one) => ({
        value: one.id,
        label: one.name,
        hint: [one.staffGroup, one.unit].filter(Boolean).join(', ') || undefined,
      }))
    return { with: found }
  }
  const pairs = (await findPairsOf(work, work.asker.person)).filter((pair) => pair.state === 'agreed')
  const ids = pairs.map((pair) => (pair.supervisor === work.asker.person ? pair.supervisee : pair.supervisor))
  const chosen = parseId<'person'>(state.typed.with)
  const names = await namesOf(work, [...ids, ...(chosen ? [chosen] : [])] as readonly PersonId[])
  const found = [...names].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label))
  return found.length === 0 ? {} : { with: found }
}
