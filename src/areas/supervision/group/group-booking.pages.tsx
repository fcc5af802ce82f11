// Booking a whole team at once: choose the unit and the kind, see who is due, those who need it most come ticked (SPEC 5.1).
import { Button, ErrorSummary, FormFields, type FormState, PostForm, titleWith } from '../../../design/index.ts'
import { type PersonId, parseId } from '../../../platform/ids.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { anyStaff, type Page, page, type Typed } from '../../../platform/web/page.ts'
import { html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { type UnitId, unitTree } from '../../people/index.ts'
import { policyOn } from '../../policy/index.ts'
import { bookSession, type Wanted } from '../booking/booking.changes.ts'
import { readTime } from '../booking/booking.form.ts'
import { overridingRoles } from '../booking/booking.ts'
import { SetAside } from '../booking/booking.pages.tsx'
import { ContractsBegun, ContractWays, startsContract } from '../contracts/contract-ways.pages.tsx'
import { beginContracts, type Begun, lackOfWanted } from '../contracts/contract.changes.ts'
import type { Lack } from '../contracts/contract.ts'
import { findSession } from '../session/session.store.ts'
import { isInvolved } from '../session/session.ts'
import type { Terms } from '../terms/terms.ts'
import { plannedTerms } from '../terms/terms.view.ts'
import { candidatesFrom, candidatesIn } from './candidates.changes.ts'
import { type Candidate, inOrderOfNeed, tickedFirst } from './group.ts'
import { groupForm } from './group-booking.form.ts'

export const groupPages: readonly Page[] = [
  page({
    at: 'GET /supervision/group-booking',
    access: anyStaff,
    answer: async (work, request) => {
      const wish = { unit: request.query('unit'), type: request.query('type'), rebooks: request.query('rebooks') }
      const start = await startOf(work, wish)
      if (!start.terms || start.candidates.length === 0) return choosePage(work, start)
      const state = groupForm.filled({
        type: start.terms.key,
        minutes: start.terms.minutes,
        people: tickedFirst(start.candidates, start.terms.largestGroup),
      })
      return groupPage(work, { ...start, terms: start.terms, state, objection: null, typed: {} })
    },
  }),
  page({
    at: 'POST /supervision/group-bookings',
    access: anyStaff,
    answer: (work, { form }) => bookGroup(work, form),
  }),
]

/** Books a group; where contracts are missing the page comes back with the way to them and everything that was typed. */
async function bookGroup(work: Work, form: Typed): Promise<Reply> {
  const start = await startOf(work, {
    unit: firstOf(form, 'unit'),
    type: firstOf(form, 'type'),
    rebooks: firstOf(form, 'rebooks'),
  })
  const { terms } = start
  if (!terms) return choosePage(work, start)
  const again = (state: FormState, more: Partial<Shown> = {}) =>
    groupPage(work, { ...start, terms, state, objection: null, typed: form, ...more })
  if (firstOf(form, startsContract.name) === startsContract.value) return startFrom(work, form, start, again)
  const reading = groupForm.read(form, { today: work.today })
  if (!reading.ok) return again(reading)
  const time = readTime(reading.value)
  if (!time.ok) return again(groupForm.refused(form, time))
  const people = chosenFrom(start, reading.value.people)
  const wanted: Wanted = {
    ...time.value,
    type: terms.key,
    format: 'group',
    supervisor: work.asker.person,
    supervisees: people,
    place: reading.value.place ?? '',
    rebooks: parseId<'session'>(start.rebooks),
    unit: parseId(start.unit),
    series: null,
    overrideReason: firstOf(form, 'reason'),
  }
  const done = await bookSession(work, wanted)
  if (done.ok) return seeOther(`/sessions/${done.value}`, `Booked for ${people.length} people`)
  const lack = done.field === 'supervisor' ? null : await lackOfWanted(work, wanted)
  return again(groupForm.refused(form, done), { objection: done.reason, lack })
}

/** Starts the contracts of those who were ticked, from the booking's own form, and shows it again as it was. */
async function startFrom(
  work: Work,
  form: Typed,
  start: Start,
  again: (state: FormState, more?: Partial<Shown>) => Promise<Reply>,
): Promise<Reply> {
  const supervisees = chosenFrom(start, [form.people ?? []].flat())
  const done = await beginContracts(work, { type: start.type, supervisor: work.asker.person, supervisees })
  if (!done.ok) return again(groupForm.refused(form, done))
  return again({ errors: [], typed: groupForm.typed(form) }, { begun: done.value })
}

/** Those who were ticked and are offered. */
function chosenFrom({ candidates }: Start, ticked: readonly string[]): readonly PersonId[] {
  const known = new Set<string>(candidates.map((one) => one.person))
  return ticked.flatMap((id) => (known.has(id) ? (parseId<'person'>(id) ?? []) : []))
}

type Wish = { unit: string; type: string; rebooks: string }
type Start = Wish & { terms: Terms | null; candidates: readonly Candidate[] }

/** Whom the page is about: the people of a cancelled group that is rebooked, else those of the unit. */
async function startOf(work: Work, wish: Wish): Promise<Start> {
  const types = plannedTerms(await policyOn(work)).filter((terms) => terms.format !== 'one-to-one')
  const rebooked = parseId<'session'>(wish.rebooks)
  const old = rebooked ? await findSession(work, rebooked) : null
  if (old && isInvolved(old, work.asker.person)) {
    const terms = types.find((one) => one.key === old.type) ?? null
    return { ...wish, type: old.type, terms, candidates: await candidatesFrom(work, old.supervisees, old.type) }
  }
  const terms = types.find((one) => one.key === wish.type) ?? null
  const unit = parseId<'unit'>(wish.unit)
  const candidates = terms && unit ? await candidatesIn(work, unit as UnitId, terms.key) : []
  return { ...wish, rebooks: '', terms, candidates }
}

/** First: which team and which kind. A plain GET form, so that its address can be kept. */
async function choosePage(work: Work, { unit, terms }: Start) {
  const types = plannedTerms(await policyOn(work)).filter((one) => one.format !== 'one-to-one')
  const units = await unitTree(work, work.today)
  return html({
    title: 'Book a group',
    back: { href: '/supervision', label: 'Supervision' },
    body: (
      <>
        <h1>Book a group</h1>
        {terms && unit !== '' && <p>Nobody works in that team today. Choose another.</p>}
        <form method="get" action="/supervision/group-booking" novalidate>
          <Select
            name="type"
            label="Kind of supervision"
            options={types.map((one) => ({ value: one.key, label: one.name }))}
            chosen={terms?.key ?? ''}
          />
          <Select
            name="unit"
            label="Team"
            options={units.map((one) => ({ value: one.unit, label: `${'– '.repeat(one.depth)}${one.name}` }))}
            chosen={unit}
          />
          <Button>Go on</Button>
        </form>
      </>
    ),
  })
}

type SelectProps = { name: string; label: string; options: readonly { value: string; label: string }[]; chosen: string }

const Select = ({ name, label, options, chosen }: SelectProps) => (
  <div class="nhsuk-form-group">
    <label class="nhsuk-label" for={name}>
      {label}
    </label>
    <select class="nhsuk-select" id={name} name={name}>
      {options.map((option) => (
        <option value={option.value} selected={option.value === chosen}>
          {option.label}
        </option>
      ))}
    </select>
  </div>
)

type Shown = Start & {
  terms: Terms
  state: FormState
  objection: string | null
  typed: Typed
  /** Who has no contract for the day. */
  lack?: Lack | null
  /** Contracts that were begun just now. */
  begun?: readonly Begun[]
}

async function groupPage(work: Work, shown: Shown) {
  const { terms, candidates, unit, rebooks, state, objection, typed } = shown
  const ordered = inOrderOfNeed(candidates)
  const failed = state.errors.length > 0
  const options = {
    type: [{ value: terms.key, label: terms.name }],
    people: ordered.map((one) => ({ value: one.person, label: one.name, hint: needWords(one) })),
  }
  const limit = terms.largestGroup === null ? '' : ` At most ${terms.largestGroup} can come to one session.`
  return html({
    title: titleWith(state, 'Book a group'),
    status: failed ? 422 : 200,
    back: { href: '/supervision/group-booking', label: 'Another team or kind' },
    body: (
      <>
        <ErrorSummary state={state} />
        <ContractsBegun begun={shown.begun ?? []} />
        <h1>Book a group</h1>
        <p class="app-lede">{terms.name}</p>
        <p>Those who need it most come ticked.{limit} You are the supervisor.</p>
        <PostForm action="/supervision/group-bookings">
          <input type="hidden" name="unit" value={unit} />
          <input type="hidden" name="rebooks" value={rebooks} />
          <input type="hidden" name="type" value={terms.key} />
          <FormFields
            form={groupForm}
            state={state}
            options={options}
            only={['people', 'day', 'time', 'minutes', 'placeKind', 'place']}
          />
          <ContractWays lack={shown.lack ?? null} />
          {objection !== null && overridingRoles.some((role) => work.asker.roles.has(role)) && (
            <SetAside typed={typed} />
          )}
          <Button>Book the group</Button>
        </PostForm>
      </>
    ),
  })
}

function dueWords(due: Candidate['due']): readonly string[] {
  if (!due) return []
  if (due.state === 'excused') return ['Excused at present']
  if (!due.on) return []
  const late = due.state === 'overdue' || due.state === 'never had'
  return [late ? `Was due by ${formatDay(due.on)}` : `Due by ${formatDay(due.on)}`]
}

const noContract = ({ contracted }: Candidate) => (contracted ? [] : ['No contract with you in force'])

/** Why somebody stands where they stand in the list. */
function needWords(one: Candidate): string | undefined {
  const other = one.mayLead
    ? noContract(one)
    : ['You cannot supervise them in this kind: the policy names others for them']
  if (!one.isKnown) return other[0]
  const last = one.last ? `Last had it ${formatDay(one.last)}` : 'Never had it here'
  const said = [last, ...dueWords(one.due), ...(one.away ? ['Away today'] : [])]
  return [...said, ...(one.next ? [`Booked for ${formatDay(one.next)}`] : []), ...other].join('. ')
}
