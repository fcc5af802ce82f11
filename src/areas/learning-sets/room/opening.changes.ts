// Opening a meeting on its day: who has a seat, the format as the policy has it, what is still open of what people promised in
// earlier meetings, and the topics that the last one left over (SPEC 7.3). Those with a seat read the meeting from then on.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { openActionsOf, textOfAction } from '../../actions/index.ts'
import { policyOn } from '../../policy/index.ts'
import { beginSeries, findReadable, letRead, type Reader, writeTrail } from '../../records/index.ts'
import { rulesOf } from '../agreeing/set-rules.changes.ts'
import { settleClosed } from '../unfinished/unfinished.changes.ts'
import { formatOf } from '../format/format.ts'
import type { Asked } from '../meeting/command.ts'
import { decide } from '../meeting/decide.ts'
import { setTermsOf } from '../set/set-terms.view.ts'
import { type LearningSet, peopleOn, type SetPart } from '../set/set.ts'
import { findSet } from '../set/set.store.ts'
import { topicsToOpenWith } from '../waiting/shared-topic.changes.ts'
import { addToLog, fieldsOfMeeting, theMeeting } from './meeting-log.changes.ts'
import { decideOpening, type MeetingId, type PlannedMeeting } from './planned-meeting.ts'
import { findApologies, findMeetingsOf, lockMeeting, saveProgress } from './planned-meeting.store.ts'

/** Everybody of a set on a day with one part: who is both deputy and member comes as the deputy. */
export function seatsOn(set: LearningSet, day: Work['today']): ReadonlyMap<PersonId, SetPart> {
  const people = peopleOn(set, day)
  return new Map(people.toReversed().map((one) => [one.person, one.as]))
}

/** Opens a meeting: from now on its people can arrive. By the facilitator or the deputy, on its day. */
export async function openMeeting(work: Work, id: MeetingId): Promise<Decision> {
  const planned = await lockMeeting(work, id)
  const set = planned && (await findSet(work, planned.set))
  if (!set) return no('There is no such meeting')
  const why = await whyNotOpen(work, planned, set)
  if (why !== null) return no(why)
  // What a meeting left over that nobody finished is known before the next begins.
  await settleClosed(work, set)
  const asked = await whatToOpen(work, planned, set)
  if (!asked.ok) return asked
  const command = { ...asked.value, by: work.asker.person, at: work.moment, key: 'open' }
  const rules = { belongs: seatsOn(set, work.today), heard: new Map(), history: [] }
  const decided = decide(command, null, rules)
  if (!decided.ok) return decided
  const about = theMeeting(id)
  const series = await beginSeries(work, { kind: 'set', about, fields: fieldsOfMeeting })
  await letRead(work, about, readersOf(rules.belongs, work.asker.person))
  const lastEvent = await addToLog(work, series, { id, last: 0, events: decided.value })
  await saveProgress(work, id, { lastEvent, state: 'open' })
  writeTrail(work, { deed: 'meeting opened', about, detail: { seats: rules.belongs.size } })
  return yes()
}

/** Why the asker cannot open a meeting now; null when they can. */
export async function whyNotOpen(work: Work, planned: PlannedMeeting, set: LearningSet): Promise<string | null> {
  const meetings = await findMeetingsOf(work, set.id)
  const terms = setTermsOf(await policyOn(work), set.type)
  const { inForce } = await rulesOf(work, set.id)
  const decided = decideOpening(planned, {
    set,
    by: work.asker.person,
    today: work.today,
    // One of an earlier day that nobody finished stands in nobody's way.
    open: meetings.filter((one) => one.state === 'open' && londonDay(one.startsAt) === work.today).length,
    held: meetings.filter((one) => one.state === 'finished').length,
    rules: inForce ? 'in force' : terms?.groundRules ? 'not in force' : 'not asked for',
  })
  return decided.ok ? null : decided.reason
}

/** The readers of a meeting beside whoever opens it; those who lead may let others in, who come later. */
const readersOf = (seats: ReadonlyMap<PersonId, SetPart>, opener: PersonId): readonly Reader[] =>
  [...seats].flatMap(([person, as]): readonly Reader[] =>
    person === opener ? [] : [{ person, because: as === 'member' ? 'member' : 'facilitator', until: null }],
  )

async function whatToOpen(
  work: Work,
  planned: PlannedMeeting,
  set: LearningSet,
): Promise<Decision<Extract<Asked, { type: 'open' }>>> {
  const formats = (await policyOn(work)).packs.flatMap((pack) => pack.meetingFormats ?? [])
  const format = formats.find((one) => one.key === planned.format)
  if (!format) return no('The policy has this format no longer. Choose another one for this meeting')
  const seats = seatsOn(set, work.today)
  const sorry = new Set((await findApologies(work, planned.id)).map((one) => one.person))
  const waiting = (await topicsToOpenWith(work, set.id)).filter((topic) => seats.has(topic.owner))
  return yes({
    type: 'open',
    set: set.id,
    format: formatOf(format),
    startsAt: planned.startsAt,
    minutes: planned.minutes,
    people: [...seats]
      .toReversed()
      .map(([person, as]) => ({ person, as, apologies: sorry.has(person) && person !== work.asker.person })),
    commitments: await openCommitments(work, set, [...seats.keys()]),
    waiting: waiting.map(({ id: topic, owner, words }) => ({ topic, owner, words })),
  })
}

/** What people promised in earlier meetings of the set and is still open; its words as far as whoever opens may read them. */
async function openCommitments(work: Work, set: LearningSet, people: readonly PersonId[]) {
  const meetings = new Set<string>((await findMeetingsOf(work, set.id)).map((one) => one.id))
  const open = (await openActionsOf(work, people)).filter(
    ({ from }) => from.kind === 'meeting' && meetings.has(from.id),
  )
  const ids = open.map((one) => one.id)
  const readable = await findReadable(work, 'action', ids)
  const commitments: { id: (typeof ids)[number]; owner: PersonId; words: string }[] = []
  for (const { id, owner } of open)
    commitments.push({ id, owner, words: readable.has(id) ? await textOfAction(work, id) : '' })
  return commitments
}
