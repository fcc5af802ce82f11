// One gathering of a set, from its planning to after its end (SPEC 7.1, 7.2). The dates of a whole year are planned at once, by
// whoever keeps the set; each can be changed or called off until it is opened, and put back. It is opened on its day by the
// facilitator or the deputy. Ground rules are to be in force before the second meeting is opened. When, where and how long are
// facts; what is said in a meeting is never here.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { addMonths, type Day } from '../../../platform/time/day.ts'
import { londonDay, londonMoment, minutesBetween, type Moment } from '../../../platform/time/moment.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { isGoingOn, type LearningSet, leads, type SetId } from '../set/set.ts'

export type MeetingId = Id<'meeting'>
export type MeetingState = 'planned' | 'open' | 'finished' | 'called off'
/** kept: the set keeps what it writes; not kept: the words are destroyed when the meeting ends. */
export type Capture = 'kept' | 'not kept'

export type PlannedMeeting = {
  readonly id: MeetingId
  readonly set: SetId
  readonly startsAt: Moment
  readonly minutes: number
  readonly place: string
  /** The key of its format in the policy. */
  readonly format: string
  readonly state: MeetingState
  readonly capture: Capture
  readonly plannedBy: PersonId
  readonly version: number
  /** The number of its newest event; 0 until it is opened. */
  readonly lastEvent: number
  /** When the service closed it because nobody had finished it. */
  readonly closedAt?: Moment | null
}

export type MeetingPlan = {
  readonly days: readonly Day[]
  /** London time, '14:00'. */
  readonly time: string
  readonly minutes: number
  readonly place: string
  readonly format: string
}

export const SHORTEST_MINUTES = 10
export const LONGEST_MINUTES = 600
const MONTHS_AHEAD = 18
const MINUTES_WAITED = 60
const MOST_DAYS = 60

/** Whether people wait for a meeting to be opened: from an hour before its time to the end of its day. */
export const isAwaited = ({ state, startsAt }: PlannedMeeting, now: Moment): boolean =>
  state === 'planned' && londonDay(now) === londonDay(startsAt) && minutesBetween(now, startsAt) <= MINUTES_WAITED

/** What a plan is judged beside: the set, the formats of its kind in the policy, its other meetings. */
export type PlanRules = {
  readonly set: LearningSet
  readonly formats: readonly string[]
  readonly others: readonly PlannedMeeting[]
  readonly now: Moment
  readonly today: Day
}

/** The moments at which meetings of a plan start; refused when one of them cannot be. */
export function decidePlan(plan: MeetingPlan, rules: PlanRules): Decision<readonly Moment[]> {
  if (plan.days.length === 0) return no('Choose at least one day', 'days')
  if (plan.days.length > MOST_DAYS) return no(`Plan at most ${MOST_DAYS} meetings at once`, 'days')
  if (new Set(plan.days).size < plan.days.length) return no('A day is there twice', 'days')
  const length = decideLength(plan.minutes)
  if (!length.ok) return length
  if (!rules.formats.includes(plan.format)) return no('Choose a format of the policy', 'format')
  const starts: Moment[] = []
  for (const day of plan.days) {
    const one = decideStart(day, plan.time, rules)
    if (!one.ok) return one
    starts.push(one.value)
  }
  return yes(starts)
}

const decideLength = (minutes: number): Decision =>
  Number.isInteger(minutes) && minutes >= SHORTEST_MINUTES && minutes <= LONGEST_MINUTES
    ? yes()
    : no(`A meeting lasts from ${SHORTEST_MINUTES} to ${LONGEST_MINUTES} minutes`, 'minutes')

function decideStart(day: Day, time: string, { set, others, now, today }: PlanRules): Decision<Moment> {
  if (!isGoingOn(set, day)) return no('The set has ended by then', 'days')
  if (day < set.from) return no(`The set begins on ${formatDay(set.from)}`, 'days')
  if (day > addMonths(today, MONTHS_AHEAD)) return no(`Choose days within ${MONTHS_AHEAD} months from today`, 'days')
  const at = londonMoment(day, time)
  if (at === null) return no('Enter a time, such as 2:30pm', 'time')
  if (at <= now) return no(`${formatDay(day)}: choose a time that is still to come`, 'days')
  const same = others.find((one) => one.state !== 'called off' && londonDay(one.startsAt) === day)
  return same ? no(`The set meets on ${formatDay(day)} already`, 'days') : yes(at)
}

/** Another day, time, place, length or format for one meeting that has not been opened. */
export function decideChange(
  meeting: PlannedMeeting,
  to: Omit<MeetingPlan, 'days'> & { day: Day; version: number },
  rules: PlanRules,
): Decision<PlannedMeeting> {
  const may = stillPlanned(meeting)
  if (!may.ok) return may
  if (to.version !== meeting.version) return no(staleMeeting)
  const others = rules.others.filter((one) => one.id !== meeting.id)
  const starts = decidePlan({ ...to, days: [to.day] }, { ...rules, others })
  if (!starts.ok) return starts.field === 'days' ? no(starts.reason, 'day') : starts
  const [startsAt = meeting.startsAt] = starts.value
  const { minutes, place, format } = to
  return yes({ ...meeting, startsAt, minutes, place, format, version: meeting.version + 1 })
}

export const staleMeeting = 'Somebody changed this meeting meanwhile. Look at it again'

function stillPlanned(meeting: PlannedMeeting): Decision {
  if (meeting.state === 'open') return no('This meeting has been opened')
  if (meeting.state === 'finished') return no('This meeting has been held')
  return meeting.state === 'called off' ? no('This meeting was called off. Put it back first') : yes()
}

/** A meeting that is not to be; it can be put back. */
export function decideCallingOff(meeting: PlannedMeeting): Decision<PlannedMeeting> {
  const may = stillPlanned(meeting)
  return may.ok ? yes({ ...meeting, state: 'called off', version: meeting.version + 1 }) : may
}

/** A meeting that was called off is to be after all, as long as it lies ahead and its day is free. */
export function decidePuttingBack(meeting: PlannedMeeting, rules: PlanRules): Decision<PlannedMeeting> {
  if (meeting.state !== 'called off') return no('This meeting was not called off')
  if (meeting.startsAt <= rules.now) return no('Its time has passed. Plan another meeting')
  if (!isGoingOn(rules.set, londonDay(meeting.startsAt))) return no('The set has ended by then')
  const day = londonDay(meeting.startsAt)
  const same = rules.others.find(
    (one) => one.id !== meeting.id && one.state !== 'called off' && londonDay(one.startsAt) === day,
  )
  if (same) return no(`The set meets on ${formatDay(day)} already`)
  return yes({ ...meeting, state: 'planned', version: meeting.version + 1 })
}

/** What opening a meeting is judged beside. */
export type OpeningRules = {
  readonly set: LearningSet
  readonly by: PersonId
  readonly today: Day
  /** Meetings of the set that are open today, and how many were held. */
  readonly open: number
  readonly held: number
  readonly rules: 'in force' | 'not in force' | 'not asked for'
}

/** Whether a meeting can be opened: on its day, by who leads the set, with ground rules from the second on (SPEC 7.2). */
export function decideOpening(meeting: PlannedMeeting, about: OpeningRules): Decision {
  if (!leads(about.set, about.by, about.today)) return no('The facilitator or the deputy of the set opens a meeting')
  if (meeting.state === 'open') return no('This meeting is open already')
  const may = stillPlanned(meeting)
  if (!may.ok) return may
  const day = londonDay(meeting.startsAt)
  if (day !== about.today) return no(`This meeting is planned for ${formatDay(day)}. Change its day first`)
  if (about.open > 0) return no('Another meeting of this set is open. Finish that first')
  if (about.rules === 'not in force' && about.held > 0)
    return no('Your ground rules are not in force. Sign them before the second meeting begins')
  return yes()
}
