// Several sessions in a row: first the rhythm, then a look at every day with what stands against it, then booking (SPEC 5.1).
import {
  Button,
  ErrorSummary,
  FormFields,
  type FormState,
  PostForm,
  titleWith,
  WarningCallout,
} from '../../../design/index.ts'
import { parseId } from '../../../platform/ids.ts'
import { type Day, parseDay } from '../../../platform/time/day.ts'
import { formatWeekday } from '../../../platform/time/words.ts'
import { anyStaff, type Page, page, type Typed } from '../../../platform/web/page.ts'
import { html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import { readTime } from '../booking/booking.form.ts'
import { ContractsBegun, ContractWays, startsContract } from '../contracts/contract-ways.pages.tsx'
import { beginContracts, type Begun } from '../contracts/contract.changes.ts'
import { lackWords } from '../contracts/contract.ts'
import { findPairsOf } from '../pair/pair.store.ts'
import type { PlaceKind } from '../session/session.ts'
import { namer } from '../supervision.changes.ts'
import { kindsToChoose } from '../terms/kinds-to-choose.changes.ts'
import { plannedTerms } from '../terms/terms.view.ts'
import { seriesForm } from './group-booking.form.ts'
import { agreedDays, bookSeries, decideSeries, longGaps, previewSeries, type SeriesWanted } from './series.changes.ts'
import type { SeriesDay } from './series.ts'

export const seriesPages: readonly Page[] = [
  page({
    at: 'GET /supervision/series',
    access: anyStaff,
    answer: (work) => seriesPage(work, seriesForm.filled({ every: 4, unit: 'weeks', count: 6, minutes: 60 })),
  }),
  page({
    at: 'POST /supervision/series',
    access: anyStaff,
    answer: async (work, { form }) => {
      const reading = seriesForm.read(form, { today: work.today })
      if (!reading.ok) return seriesPage(work, reading)
      const time = readTime(reading.value)
      if (!time.ok) return seriesPage(work, seriesForm.refused(form, time))
      const wanted = wantedFrom(reading.value)
      const may = await decideSeries(work, wanted)
      if (!may.ok) return seriesPage(work, seriesForm.refused(form, may))
      if (firstOf(form, startsContract.name) === startsContract.value) return startFrom(work, form, wanted)
      const chosen = daysIn(form)
      if (chosen.length === 0) return previewPage(work, { wanted, form })
      const done = await bookSeries(work, wanted, chosen)
      if (!done.ok) return seriesPage(work, seriesForm.refused(form, done))
      return seeOther('/supervision', `${done.value} sessions ${wanted.people.length > 1 ? 'booked' : 'suggested'}`)
    },
  }),
]

type Values = Extract<ReturnType<typeof seriesForm.read>, { ok: true }>['value']

const wantedFrom = (value: Values): SeriesWanted => ({
  type: value.type,
  people: value.people.flatMap((id) => parseId<'person'>(id) ?? []),
  first: value.day as Day,
  time: value.time,
  minutes: value.minutes,
  placeKind: value.placeKind as PlaceKind,
  place: value.place ?? '',
  every: { count: value.every, unit: value.unit as 'weeks' | 'months' },
  count: value.count,
})

const daysIn = (form: Typed): readonly Day[] => [form.days ?? []].flat().flatMap((text) => parseDay(text) ?? [])

async function seriesPage(work: Work, state: FormState) {
  const pairs = (await findPairsOf(work, work.asker.person)).filter(
    (pair) => pair.state === 'agreed' && pair.supervisor === work.asker.person,
  )
  const nameOf = await namer(
    work,
    pairs.map((pair) => pair.supervisee),
  )
  const people = [...new Set(pairs.map((pair) => pair.supervisee))].map((value) => ({ value, label: nameOf(value) }))
  const types = await kindsToChoose(work, plannedTerms(await policyOn(work)))
  return html({
    title: titleWith(state, 'Sessions in a row'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: '/supervision', label: 'Supervision' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Sessions in a row</h1>
        {people.length === 0 ? (
          <p>
            Sessions in a row are for people whom you supervise.{' '}
            <a href="/supervision/supervisors">Say whom you supervise</a> first.
          </p>
        ) : (
          <PostForm action="/supervision/series">
            <FormFields form={seriesForm} state={state} options={{ type: types, people }} />
            <Button>Look at the days</Button>
          </PostForm>
        )}
      </>
    ),
  })
}

/** Starts the contracts that are missing, and shows the days again. */
async function startFrom(work: Work, form: Typed, wanted: SeriesWanted): Promise<Reply> {
  const people = { type: wanted.type, supervisor: work.asker.person, supervisees: wanted.people }
  const done = await beginContracts(work, people)
  if (!done.ok) return seriesPage(work, seriesForm.refused(form, done))
  return previewPage(work, { wanted, form, begun: done.value })
}

async function previewPage(
  work: Work,
  { wanted, form, begun = [] }: { wanted: SeriesWanted; form: Typed; begun?: readonly Begun[] },
) {
  const { days, lack } = await agreedDays(work, wanted, await previewSeries(work, wanted))
  const gaps = await longGaps(
    work,
    wanted,
    days.flatMap((one) => one.day ?? []),
  )
  const kept = Object.entries(form).filter(([name]) => !name.startsWith('_') && name !== startsContract.name)
  return html({
    title: 'Look at the days',
    back: { href: '/supervision/series', label: 'Sessions in a row' },
    body: (
      <>
        <ContractsBegun begun={begun} />
        <h1>Look at the days</h1>
        <p>Weekends, bank holidays, absences and other sessions are stepped round. Take off what you do not want.</p>
        <GapsPart gaps={gaps} />
        <PostForm action="/supervision/series">
          {kept.flatMap(([name, value]) =>
            [value].flat().map((one) => <input type="hidden" name={name} value={one} />),
          )}
          {lack && <p>{lackWords(lack)}. Days without a contract are left out.</p>}
          <ContractWays lack={lack} />
          <div class="nhsuk-checkboxes nhsuk-form-group">
            {days.map((one) => (
              <DayTick one={one} />
            ))}
          </div>
          {days.some((one) => one.day !== null) && (
            <Button>{wanted.people.length > 1 ? 'Book these days' : 'Suggest these days'}</Button>
          )}
        </PostForm>
      </>
    ),
  })
}

function GapsPart({ gaps }: { gaps: readonly string[] }) {
  if (gaps.length === 0) return null
  return (
    <WarningCallout heading="Further apart than the policy allows">
      <ul>
        {gaps.map((gap) => (
          <li>{gap}.</li>
        ))}
      </ul>
      <p>Somebody will be overdue in between. Choose a shorter rhythm, or book one more session for that time.</p>
    </WarningCallout>
  )
}

/** A day of a series to tick, or why there is none. */
export function DayTick({ one }: { one: SeriesDay }) {
  if (one.day === null) return <p>{one.skipped?.words}, and nothing near it works.</p>
  const id = `day-${one.day}`
  return (
    <div class="nhsuk-checkboxes__item">
      <input class="nhsuk-checkboxes__input" id={id} name="days" type="checkbox" value={one.day} checked />
      <label class="nhsuk-label nhsuk-checkboxes__label" for={id}>
        {formatWeekday(one.day)}
      </label>
      {one.skipped && <div class="nhsuk-hint nhsuk-checkboxes__hint">Because {one.skipped.words}</div>}
    </div>
  )
}
