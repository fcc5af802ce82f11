// Planning the meetings of a set: many dates at once, one of them changed, one called off or put back. Each deed leaves its line
// on the trail. Facts only; by whoever keeps the set (SPEC 7.1).
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { type Policy, policyOn } from '../../policy/index.ts'
import { writeTrail } from '../../records/index.ts'
import { keepersOfSet, leadersOfSet } from '../set/set.access.ts'
import { theSet } from '../set/set.changes.ts'
import { belongs, type LearningSet, type SetId } from '../set/set.ts'
import { findSet, lockSet } from '../set/set.store.ts'
import { changedDateMail, newDatesMail } from '../dates/mails.view.ts'
import { tellSet } from '../dates/telling-dates.changes.ts'
import { theMeeting } from './meeting-log.changes.ts'
import {
  type Capture,
  decideCallingOff,
  decideChange,
  decidePlan,
  decidePuttingBack,
  type MeetingId,
  type MeetingPlan,
  type PlannedMeeting,
  type PlanRules,
  staleMeeting,
} from './planned-meeting.ts'
import {
  deleteApology,
  findMeeting,
  findMeetingsOf,
  insertApology,
  insertMeetings,
  lockMeeting,
  saveMeeting,
} from './planned-meeting.store.ts'

/** The formats that the policy lets a kind of set choose from, by key, the usual one first. */
export function formatsFor(policy: Policy, type: string): readonly { readonly key: string; readonly name: string }[] {
  const named: readonly string[] | undefined = policy.type(type)?.meetingFormats
  const all = policy.packs.flatMap((pack) => pack.meetingFormats ?? []).map(({ key, name }) => ({ key, name }))
  return named ? named.flatMap((key) => all.find((one) => one.key === key) ?? []) : all
}

/** What the dates of a set are judged beside. */
export async function planRules(work: Work, set: LearningSet): Promise<PlanRules> {
  const formats = formatsFor(await policyOn(work), set.type).map((one) => one.key)
  return { set, formats, others: await findMeetingsOf(work, set.id), now: work.moment, today: work.today }
}

/** Plans the meetings of a set on these days, all of them or none. Answers their ids in the order of the days. */
export async function planMeetings(
  work: Work,
  set: SetId,
  plan: MeetingPlan & { readonly capture?: Capture },
): Promise<Decision<readonly MeetingId[]>> {
  const found = await lockSet(work, set)
  if (!found || !keepersOfSet.may(work.asker, { set: found, today: work.today })) return no('There is no such set')
  const planned = await planDays(work, found, plan)
  if (planned.ok) await tellSet(work, found, { mail: newDatesMail, ids: { set } })
  return planned
}

/** As `planMeetings`, for what a set has agreed in a meeting, whoever writes it down. */
export async function planDays(
  work: Work,
  set: LearningSet,
  plan: MeetingPlan & { readonly capture?: Capture },
): Promise<Decision<readonly MeetingId[]>> {
  const decision = decidePlan(plan, await planRules(work, set))
  if (!decision.ok) return decision
  const { minutes, place, format, capture = 'kept' } = plan
  const meetings = decision.value.map(
    (startsAt): PlannedMeeting => ({
      id: work.newId<'meeting'>(),
      set: set.id,
      startsAt,
      minutes,
      place,
      format,
      state: 'planned',
      capture,
      plannedBy: work.asker.person,
      version: 1,
      lastEvent: 0,
    }),
  )
  await insertMeetings(work, meetings)
  writeTrail(work, { deed: 'meetings planned', about: theSet(set.id), detail: { meetings: meetings.length } })
  return yes(meetings.map((one) => one.id))
}

type Kept = { readonly meeting: PlannedMeeting; readonly set: LearningSet }

/** The meeting and its set, held, for whoever keeps the set; null for everybody else. */
async function holdToChange(work: Work, id: MeetingId): Promise<Kept | null> {
  // A meeting is always held before its set, so that no two works wait for each other.
  const meeting = await lockMeeting(work, id)
  const set = meeting && (await lockSet(work, meeting.set))
  return set && keepersOfSet.may(work.asker, { set, today: work.today }) ? { meeting, set } : null
}

/** Gives a meeting that was not opened another day, time, place, length or format. */
export async function changeMeeting(
  work: Work,
  id: MeetingId,
  to: Omit<MeetingPlan, 'days'> & { readonly day: Day; readonly version: number },
): Promise<Decision> {
  const held = await holdToChange(work, id)
  if (!held) return no('There is no such meeting')
  const decision = decideChange(held.meeting, to, await planRules(work, held.set))
  if (!decision.ok) return decision
  const isMoved = decision.value.startsAt !== held.meeting.startsAt || decision.value.minutes !== held.meeting.minutes
  return isMoved
    ? saveDate(work, held.set, decision.value, 'meeting changed')
    : save(work, decision.value, 'meeting changed')
}

/** Calls a meeting off; nothing that people prepared for it is lost. */
export async function callOffMeeting(work: Work, id: MeetingId): Promise<Decision> {
  const held = await holdToChange(work, id)
  if (!held) return no('There is no such meeting')
  const decision = decideCallingOff(held.meeting)
  return decision.ok ? saveDate(work, held.set, decision.value, 'meeting called off') : decision
}

/** The meeting is to be after all. */
export async function putMeetingBack(work: Work, id: MeetingId): Promise<Decision> {
  const held = await holdToChange(work, id)
  if (!held) return no('There is no such meeting')
  const decision = decidePuttingBack(held.meeting, await planRules(work, held.set))
  return decision.ok ? saveDate(work, held.set, decision.value, 'meeting put back') : decision
}

/** As `save`, for what changes when the set meets: its people are told by mail. */
async function saveDate(work: Work, set: LearningSet, meeting: PlannedMeeting, deed: string): Promise<Decision> {
  const saved = await save(work, meeting, deed)
  if (saved.ok) await tellSet(work, set, { mail: changedDateMail, ids: { meeting: meeting.id } })
  return saved
}

async function save(work: Work, meeting: PlannedMeeting, deed: string): Promise<Decision> {
  if (!(await saveMeeting(work, meeting))) return no(staleMeeting)
  writeTrail(work, { deed, about: theMeeting(meeting.id) })
  return yes()
}

/** Says that somebody cannot come, or can after all: they themselves, or who leads the set and was told. */
export async function sendApologies(
  work: Work,
  id: MeetingId,
  what: { person: PersonId; coming: boolean },
): Promise<Decision> {
  const meeting = await findMeeting(work, id)
  const set = meeting && (await findSet(work, meeting.set))
  if (!set || !belongs(set, what.person, work.today)) return no('There is no such meeting')
  const isLeader = leadersOfSet.may(work.asker, { set, today: work.today })
  if (what.person !== work.asker.person && !isLeader) return no('There is no such meeting')
  if (meeting.state !== 'planned') return no('This meeting is not ahead any more')
  if (what.coming) await deleteApology(work, id, what.person)
  else await insertApology(work, id, what.person)
  return yes()
}
