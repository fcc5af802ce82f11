// The dates of all sets of a cohort at once: the rhythm, then a look at every day, then planning those that are wanted.
import { Button, ErrorSummary, FormFields, type FormState, PostForm, titleWith } from '../../../design/index.ts'
import { type Day, parseDay } from '../../../platform/time/day.ts'
import { formatTime, formatWeekday } from '../../../platform/time/words.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import { rhythmForm } from '../dates/dates.form.ts'
import type { Rhythm } from '../dates/proposed-days.changes.ts'
import { formatsFor } from '../room/planning.changes.ts'
import { type CohortSubject, keepersOfCohort } from '../cohort/cohort.access.ts'
import { subjectCohort } from '../cohort/cohort.changes.ts'
import { cohortHref } from '../cohort/cohort.view.ts'
import { planForAll, proposeForAll, setsThatMeet } from './cohort-dates.changes.ts'

const kept = { subject: subjectCohort, access: keepersOfCohort } as const

export const cohortDatesPages: readonly Page[] = [
  page({
    at: 'GET /action-learning/cohorts/:cohort/meetings',
    ...kept,
    answer: (work, { subject }) =>
      rhythmPage(work, subject, rhythmForm.filled({ every: 6, unit: 'weeks', count: 8, minutes: 150 })),
  }),
  page({
    at: 'POST /action-learning/cohorts/:cohort/meetings',
    ...kept,
    answer: (work, { subject, form }) => plan(work, subject, form),
  }),
]

async function plan(work: Work, subject: CohortSubject, form: Typed): Promise<Reply> {
  const reading = rhythmForm.read(form, { today: work.today })
  if (!reading.ok) return rhythmPage(work, subject, reading)
  const { first, every, unit, count, time, minutes, format, place } = reading.value
  const days = [form.days ?? []].flat().flatMap((text) => parseDay(text) ?? [])
  const rhythm: Rhythm = {
    first: parseDay(first) ?? work.today,
    every: { count: every, unit: unit === 'months' ? 'months' : 'weeks' },
    count,
    time,
  }
  if (days.length === 0) return previewPage(work, subject, { form, rhythm })
  const done = await planForAll(work, subject.cohort.id, { days, time, minutes, format, place: place ?? '' })
  if (!done.ok) {
    const field = done.field === 'days' ? 'first' : done.field
    return rhythmPage(work, subject, rhythmForm.refused(form, { ...done, field }))
  }
  return seeOther(cohortHref(subject), done.value === 1 ? '1 meeting planned' : `${done.value} meetings planned`)
}

async function rhythmPage(work: Work, subject: CohortSubject, state: FormState): Promise<Reply> {
  const sets = await setsThatMeet(work, subject.cohort.id)
  const formats = sets[0] ? formatsFor(await policyOn(work), sets[0].type) : []
  return html({
    title: titleWith(state, 'Plan meetings for all sets'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: cohortHref(subject), label: 'Cohort' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Plan meetings for all sets</h1>
        <p>
          The same days, time and length for {sets.length === 1 ? 'its one set' : `its ${sets.length} sets`}. You see
          every day before anything is planned, and each set can change single days afterwards.
        </p>
        <PostForm action={`${cohortHref(subject)}/meetings`}>
          <FormFields
            form={rhythmForm}
            state={state}
            options={{ format: formats.map(({ key, name }) => ({ value: key, label: name })) }}
          />
          <Button>Look at the days</Button>
        </PostForm>
      </>
    ),
  })
}

async function previewPage(
  work: Work,
  subject: CohortSubject,
  { form, rhythm }: { form: Typed; rhythm: Rhythm },
): Promise<Reply> {
  const sets = await setsThatMeet(work, subject.cohort.id)
  const days = await proposeForAll(work, sets, rhythm)
  const hidden = Object.entries(form).filter(([name]) => !name.startsWith('_') && name !== 'days')
  return html({
    title: 'Look at the days',
    back: { href: `${cohortHref(subject)}/meetings`, label: 'Plan meetings for all sets' },
    body: (
      <>
        <h1>Look at the days</h1>
        <p>
          Each at {formatTime(rhythm.time)}, for {sets.map((set) => set.name).join(' and ')}. Weekends, bank holidays
          and days on which one of them meets already are stepped round or left out. Take off what you do not want.
        </p>
        <PostForm action={`${cohortHref(subject)}/meetings`}>
          {hidden.flatMap(([name, value]) =>
            [value].flat().map((one) => <input type="hidden" name={name} value={one} />),
          )}
          <div class="nhsuk-checkboxes nhsuk-form-group">
            {days.flatMap(({ day, skipped }) =>
              day === null ? [] : [<DayTick day={day} because={skipped?.words ?? null} />],
            )}
          </div>
          {days.length === 0 && <p>On none of these days can all sets meet. Choose another first day.</p>}
          {days.length > 0 && <Button>Plan these meetings</Button>}
        </PostForm>
      </>
    ),
  })
}

const DayTick = ({ day, because }: { day: Day; because: string | null }) => (
  <div class="nhsuk-checkboxes__item">
    <input class="nhsuk-checkboxes__input" id={`day-${day}`} name="days" type="checkbox" value={day} checked />
    <label class="nhsuk-label nhsuk-checkboxes__label" for={`day-${day}`}>
      {formatWeekday(day)}
    </label>
    {because !== null && <div class="nhsuk-hint nhsuk-checkboxes__hint">Because {because}</div>}
  </div>
)
