// Supervisors of case work who were observed at work: each about once a year, from paper for the years before; and one group
// ahead whose people are being asked, where it is far enough ahead.
import {
  answerObservation,
  type ObservationId,
  planObservation,
  recordFromPaper,
} from '../../areas/competence/index.ts'
import type { SessionId } from '../../areas/supervision/index.ts'
import { addDays, addMonths, type Day, latest } from '../../platform/time/day.ts'
import type { PlannedSession } from '../history/planned-session.ts'
import type { Deed } from '../making/deeds.ts'
import { at, idOf, type Making, sure } from '../making/making.ts'
import type { PlannedPerson, Span } from '../trust/staff.ts'
import { leftFree, wholeObservations } from './whole-observation.ts'

const observer = 'designatedNurse'
const caseWork = 'child-protection-case-work'
/** Days from one observation back to the one before: some months less than a year, as sessions are booked months ahead. */
const apart = 240

type Told = {
  readonly making: Making
  readonly span: Span
  readonly sessions: readonly PlannedSession[]
  readonly ids: ReadonlyMap<string, SessionId>
}

/** Everything of the above; nothing where nobody observes. */
export function observationDeeds(told: Told, staff: readonly PlannedPerson[]): readonly Deed[] {
  if (!staff.some((one) => one.key === observer)) return []
  const ofCases = told.sessions.filter((one) => one.type === caseWork && one.supervisor !== observer)
  const bySupervisor = Map.groupBy(ofCases, (one) => one.supervisor)
  const { span, ids } = told
  return [
    ...[...bySupervisor].flatMap((one, at) => fromPaper(told, one, at)),
    ...wholeObservations({ today: span.today, observer, ids }, ofCases),
    ...asked(told, ofCases),
  ]
}

/** One about every year, so that nobody is overdue on the day of a session of theirs; the last at another time for each. */
function fromPaper(
  { making, span }: Told,
  [supervisor, sessions]: readonly [string, readonly PlannedSession[]],
  index: number,
): readonly Deed[] {
  const days = sessions.map((one) => one.day).toSorted()
  const [first = span.today, last = span.today] = [days[0], days.at(-1)]
  const soonest = addMonths(latest(last, addDays(span.today, 25)), -12)
  const newest = latest(addDays(span.today, -30 - ((index * 61) % 300)), addDays(soonest, 1))
  const seen: Day[] = []
  for (let day = newest; day > first && day < span.today; day = addDays(day, -apart)) seen.push(day)
  return seen.map((seenOn) => ({
    at: at(seenOn, '19:30'),
    by: observer,
    run: async (work) => {
      const people = { supervisor: idOf(making.people, supervisor), observer: idOf(making.people, observer) }
      return sure(await recordFromPaper(work, { ...people, seenOn }))
    },
  }))
}

/** The first group that is far enough ahead: its supervisor and one more have said yes, the others have not answered. */
function asked({ span, ids }: Told, sessions: readonly PlannedSession[]): readonly Deed[] {
  const group = sessions
    .filter(
      (one) =>
        one.group && one.outcome.kind === 'booked' && one.supervisor !== leftFree && one.day > addDays(span.today, 3),
    )
    .toSorted((a, b) => a.day.localeCompare(b.day))[0]
  if (!group) return []
  const known: { id: ObservationId | null } = { id: null }
  const yesterday = addDays(span.today, -1)
  const answers = [group.supervisor, ...group.people.slice(0, 1)].map(
    (by): Deed => ({
      at: at(yesterday, '16:40'),
      by,
      run: async (work) => (known.id ? sure(await answerObservation(work, known.id, true)) : undefined),
    }),
  )
  return [
    {
      at: at(yesterday, '15:30'),
      by: observer,
      run: async (work) => {
        const session = ids.get(group.key)
        const done = session ? await planObservation(work, session) : null
        known.id = done?.ok ? done.value : null
      },
    },
    ...answers,
  ]
}
