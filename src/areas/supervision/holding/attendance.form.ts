// The fields of recording a held session: one line per person, everybody present until said otherwise; seconds for a group of eight.
import { choice, defineForm, type Form, longText, onlyWhen, timeOfDay } from '../../../design/index.ts'
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { londonDay, londonMoment, londonTime } from '../../../platform/time/moment.ts'
import type { Typed } from '../../../platform/web/page.ts'
import { endsAt, type SessionFacts, type StoredSession } from '../session/session.ts'
import {
  type AbsenceCause,
  type AttendanceFacts,
  type Came,
  type Holding,
  type Presence,
  presences,
} from './attendance.ts'

const causes = [
  { value: 'sickness', label: 'Sickness' },
  { value: 'leave', label: 'Leave' },
  { value: 'urgent clinical work', label: 'Urgent clinical work' },
  { value: 'staffing', label: 'Not enough staff' },
  { value: 'training', label: 'Training' },
  { value: 'did not know', label: 'Did not know of it' },
  { value: 'not said', label: 'Has not said' },
] as const

const presenceLabels: Record<Presence, string> = { present: 'Came', late: 'Came late', absent: 'Did not come' }

/** A line for each person, then times, model and focus. */
export function attendanceForm(people: readonly { id: PersonId; name: string }[]): AttendanceForm {
  const lines = people.flatMap(({ id, name }) => [
    [
      `came-${id}`,
      choice({
        label: name,
        missing: `Select whether ${name} came`,
        small: true,
        options: presences.map((value) => ({ value, label: presenceLabels[value] })),
      }),
    ],
    [`cause-${id}`, onlyWhen(`came-${id}`, 'absent', causeOf(name))],
  ])
  return defineForm({ ...Object.fromEntries(lines), ...held }) as AttendanceForm
}

const causeOf = (name: string) =>
  choice({ label: 'Why', missing: `Select why ${name} did not come`, as: 'select', options: causes })

const held = {
  began: timeOfDay({ label: 'Started' }),
  finished: timeOfDay({ label: 'Finished' }),
  model: choice({ label: 'Model used', as: 'select', optional: true }),
  focus: longText({
    label: 'Agreed focus',
    hint: 'For those who were there. Local references and initials, never names',
    optional: true,
    rows: 2,
    max: 2000,
  }),
}
export type AttendanceForm = Form<Readonly<Record<string, string | null>>>

/** The form as it first stands: everybody came, the planned times. */
export function firstAttendance(form: AttendanceForm, session: SessionFacts) {
  const came = Object.fromEntries(session.supervisees.map((person) => [`came-${person}`, 'present']))
  return form.filled({ ...came, began: londonTime(session.startsAt), finished: londonTime(endsAt(session)) })
}

/** The form for correcting: as it was recorded. */
export function recordedAttendance(form: AttendanceForm, session: StoredSession, rows: readonly AttendanceFacts[]) {
  const said = rows.flatMap((row) => [
    [`came-${row.person}`, row.presence],
    [`cause-${row.person}`, row.cause],
  ])
  const began = londonTime(session.held?.beganAt ?? session.startsAt)
  const finished = londonTime(session.held?.finishedAt ?? endsAt(session))
  return form.filled({ ...Object.fromEntries(said), began, finished })
}

/** What was typed as a holding of this session, on its own day. */
export function readHolding(
  session: SessionFacts,
  value: Readonly<Record<string, string | null>>,
  form: Typed,
): Decision<Holding & { focus: string }> {
  const day = londonDay(session.startsAt)
  const beganAt = londonMoment(day, value.began ?? '')
  const finishedAt = londonMoment(day, value.finished ?? '')
  if (!beganAt) return no('This time does not exist on that day', 'began')
  if (!finishedAt) return no('This time does not exist on that day', 'finished')
  const came = session.supervisees.map(
    (person): Came => ({
      person,
      presence: value[`came-${person}`] as Presence,
      cause: value[`came-${person}`] === 'absent' ? (value[`cause-${person}`] as AbsenceCause | null) : null,
    }),
  )
  return yes({
    beganAt,
    finishedAt,
    came,
    model: value.model ?? null,
    focus: value.focus ?? '',
    version: Number(form._version),
  })
}
