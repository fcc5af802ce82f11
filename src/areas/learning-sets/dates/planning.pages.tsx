// The dates of a set's meetings for a whole year: first the rhythm, then a look at every day with what stands against it, then
// planning those that are wanted (SPEC 7.1).
import { Button, ErrorSummary, FormFields, type FormState, PostForm, titleWith } from '../../../design/index.ts'
import { type Day, parseDay } from '../../../platform/time/day.ts'
import { formatTime } from '../../../platform/time/words.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import { DayTick } from '../../supervision/index.ts'
import { formatsFor, planMeetings } from '../room/planning.changes.ts'
import { keepersOfSet } from '../set/set.access.ts'
import { subjectSet } from '../set/set.changes.ts'
import type { LearningSet } from '../set/set.ts'
import { rhythmForm } from './dates.form.ts'
import { proposeDays, type Rhythm } from './proposed-days.changes.ts'

export const planningPages: readonly Page[] = [
  page({
    at: 'GET /action-learning/sets/:set/meetings/new',
    subject: subjectSet,
    access: keepersOfSet,
    answer: async (work, { subject: { set } }) => {
      const policy = await policyOn(work)
      const format = formatsFor(policy, set.type)[0]?.key
      const minutes = policy.type(set.type)?.usualLength ?? 150
      const usual = { every: 6, unit: 'weeks' as const, count: 8, minutes }
      return rhythmPage(work, set, rhythmForm.filled(format === undefined ? usual : { ...usual, format }))
    },
  }),
  page({
    at: 'POST /action-learning/sets/:set/meetings',
    subject: subjectSet,
    access: keepersOfSet,
    answer: async (work, { subject: { set }, form }) => {
      const reading = rhythmForm.read(form, { today: work.today })
      if (!reading.ok) return rhythmPage(work, set, reading)
      const days = daysIn(form)
      if (days.length === 0) return previewPage(work, set, { form, rhythm: rhythmOf(reading.value) })
      const { time, minutes, format, place } = reading.value
      const done = await planMeetings(work, set.id, { days, time, minutes, format, place: place ?? '' })
      if (!done.ok) return rhythmPage(work, set, rhythmForm.refused(form, { ...done, field: fieldOf(done.field) }))
      const words = done.value.length === 1 ? '1 meeting planned' : `${done.value.length} meetings planned`
      return seeOther(`/action-learning/sets/${set.id}`, words)
    },
  }),
]

type Values = Extract<ReturnType<typeof rhythmForm.read>, { ok: true }>['value']

const rhythmOf = ({ first, every, unit, count, time }: Values): Rhythm => ({
  first: first as Day,
  every: { count: every, unit: unit as 'weeks' | 'months' },
  count,
  time,
})

const fieldOf = (field: string | undefined) => (field === 'days' ? 'first' : field)

const daysIn = (form: Typed): readonly Day[] => [form.days ?? []].flat().flatMap((text) => parseDay(text) ?? [])

async function rhythmPage(work: Work, set: LearningSet, state: FormState): Promise<Reply> {
  const formats = formatsFor(await policyOn(work), set.type)
  return html({
    title: titleWith(state, 'Plan meetings'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: `/action-learning/sets/${set.id}`, label: 'Action learning set' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Plan meetings</h1>
        <p>
          Say how often the set meets. You then see every day, with bank holidays pointed out, before it is planned.
        </p>
        <PostForm action={`/action-learning/sets/${set.id}/meetings`}>
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
  set: LearningSet,
  { form, rhythm }: { form: Typed; rhythm: Rhythm },
): Promise<Reply> {
  const days = await proposeDays(work, set, rhythm)
  const kept = Object.entries(form).filter(([name]) => !name.startsWith('_'))
  return html({
    title: 'Look at the days',
    back: { href: `/action-learning/sets/${set.id}/meetings/new`, label: 'Plan meetings' },
    body: (
      <>
        <h1>Look at the days</h1>
        <p>
          Each at {formatTime(rhythm.time)}. Weekends, bank holidays and days on which the set meets already are stepped
          round. Take off what you do not want; you can change single days later.
        </p>
        <PostForm action={`/action-learning/sets/${set.id}/meetings`}>
          {kept.flatMap(([name, value]) =>
            [value].flat().map((one) => <input type="hidden" name={name} value={one} />),
          )}
          <div class="nhsuk-form-group">
            <div class="nhsuk-checkboxes">
              {days.map((one) => (
                <DayTick one={one} />
              ))}
            </div>
          </div>
          {days.some((one) => one.day !== null) && <Button>Plan these meetings</Button>}
        </PostForm>
      </>
    ),
  })
}
