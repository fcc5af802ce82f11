// The meetings of the set that has signed its ground rules: dates for the year, two that were held with what was promised in them,
// one that can be opened today. Every deed is its person's own, as it would come from their phone.
import {
  act,
  type MeetingId,
  meetingNow,
  openMeeting,
  planMeetings,
  type SetId,
  viewFor,
} from '../../areas/learning-sets/index.ts'
import type { ActionId } from '../../areas/actions/index.ts'
import { newId, type PersonId } from '../../platform/ids.ts'
import { addDays, type Day, weekdayOf } from '../../platform/time/day.ts'
import { addSeconds } from '../../platform/time/moment.ts'
import type { Work } from '../../platform/work.ts'
import type { Span } from '../trust/staff.ts'
import type { Deed } from '../making/deeds.ts'
import { at, idOf, type Making, sure } from '../making/making.ts'
import { afterwardsDeeds } from './afterwards-deeds.ts'
import { todaysDeeds, waitingDeeds } from './ahead-deeds.ts'
import { firstMeeting, type MeetingTold, secondMeeting } from './meeting-words.ts'

type Tale = { readonly facilitator: string; readonly members: readonly string[] }
type Room = NonNullable<Awaited<ReturnType<typeof meetingNow>>>['meeting']
type Asking = Parameters<typeof act>[2] extends infer Asked
  ? Asked extends { key: string }
    ? Omit<Asked, 'key'>
    : never
  : never

const EVERY = 42
const HELD = 2
const PLANNED = 9

/** Meetings from some weeks after the rules were signed to most of a year from today. */
export function meetingDeeds(
  making: Making,
  span: Span,
  tale: Tale & { readonly setOf: () => SetId | null },
): readonly Deed[] {
  const days = Array.from({ length: PLANNED }, (_one, index) =>
    tuesdayBy(addDays(span.today, (index - HELD) * EVERY), span),
  )
  const ids: MeetingId[] = []
  const planning: Deed = {
    at: at(addDays(span.today, -94), '12:30'),
    by: tale.facilitator,
    run: async (work) => {
      const set = tale.setOf()
      const plan = { days, time: '14:00', minutes: 150, place: 'Library, Fairwater House', format: 'questions-only' }
      if (set) ids.push(...sure(await planMeetings(work, set, plan)))
    },
  }
  const told = [firstMeeting, secondMeeting].flatMap((one, index) =>
    heldMeeting({ making, tale, day: days[index] ?? span.today, idNow: () => ids[index] }, one),
  )
  const after = afterwardsDeeds({ making, days, idAt: (index) => ids[index], ...tale })
  return [
    planning,
    ...told,
    ...after,
    ...todaysDeeds(making, span, () => ids[HELD]),
    ...waitingDeeds(making, span, tale),
  ]
}

/** The Tuesday of a day's week, but for today, which is when somebody looks. */
const tuesdayBy = (day: Day, { today }: Span): Day => (day === today ? day : addDays(day, 2 - weekdayOf(day)))

type Held = {
  readonly making: Making
  readonly tale: Tale
  readonly day: Day
  readonly idNow: () => MeetingId | undefined
}

/** Everything that happened in one meeting, some seconds apart. */
function heldMeeting(held: Held, told: MeetingTold): readonly Deed[] {
  const { making, tale, day } = held
  let seconds = 0
  const deeds: Deed[] = []
  const next = (by: string, wait: number, run: (work: Work, id: MeetingId) => Promise<unknown>): void => {
    seconds += wait
    deeds.push({
      at: addSeconds(at(day, '13:50'), seconds),
      by,
      run: async (work) => {
        const id = held.idNow()
        if (id) await run(work, id)
      },
    })
  }
  const person = (key: string) => idOf(making.people, key)
  const says = (by: string, wait: number, ask: (room: Room) => Asking) =>
    next(by, wait, async (work, id) => asks(work, id, ask(await roomOf(work, id))))
  const goes = (wait: number, kind: string, presenter?: string) =>
    next(tale.facilitator, wait, (work, id) => goTo(work, id, { kind, presenter: presenter && person(presenter) }))
  const turn = (key: string, wait: number, ask: (room: Room) => Asking) => {
    next(tale.facilitator, wait, async (work, id) => {
      const { step } = await roomOf(work, id)
      if (step?.turns) await asks(work, id, { type: 'give turn', to: person(key) })
    })
    says(key, 20, ask)
  }
  play({ tale, told, day, person, next, says, goes, turn })
  return deeds
}

type Stage = {
  readonly tale: Tale
  readonly told: MeetingTold
  readonly day: Day
  readonly person: (key: string) => PersonId
  readonly next: (by: string, wait: number, run: (work: Work, id: MeetingId) => Promise<unknown>) => void
  readonly says: (by: string, wait: number, ask: (room: Room) => Asking) => void
  readonly goes: (wait: number, kind: string, presenter?: string) => void
  readonly turn: (key: string, wait: number, ask: (room: Room) => Asking) => void
}

function play(stage: Stage): void {
  const { tale, told, person, next, says, goes, turn } = stage
  next(tale.facilitator, 0, async (work, id) => sure(await openMeeting(work, id)))
  for (const key of [tale.facilitator, ...tale.members])
    says(key, 60, () => ({ type: 'arrive', person: person(key), way: 'own device' }))
  says(tale.facilitator, 240, () => ({ type: 'begin' }))
  if (told.reports.length > 0) goes(300, 'report')
  for (const [key, outcome, words] of told.reports)
    turn(key, 120, (room) => reportOf(room, person(key), { outcome, words }))
  goes(300, 'topic')
  for (const [key, words] of [...told.topics.map((one) => [one.by, one.words] as const), ...told.left])
    turn(key, 90, (room) => ({
      type: 'name topic',
      topic: newId<'topic'>(),
      person: person(key),
      words,
      step: numberOf(room),
    }))
  const owners = told.topics.map((one) => person(one.by))
  next(tale.facilitator, 60, (work, id) => choose(work, id, { owners }))
  for (const topic of told.topics) tellTopic(stage, topic)
  goes(240, 'learning')
  for (const [key, words] of told.learned)
    turn(key, 60, (room) => contributed(room, 'learning', { person: person(key), words }))
  next(tale.facilitator, 300, (work, id) => finish(work, id))
}

function tellTopic(
  { person, goes, turn, says, day }: Stage,
  { by, asked, promise }: MeetingTold['topics'][number],
): void {
  goes(300, 'question', by)
  for (const [key, words] of asked)
    turn(key, 80, (room) => contributed(room, 'question', { person: person(key), words }))
  goes(420, 'action', by)
  const commitment: ActionId = newId<'action'>()
  const due = addDays(day, 35)
  says(by, 90, (room) => ({
    type: 'commit',
    commitment,
    person: person(by),
    words: promise,
    due,
    step: numberOf(room),
  }))
}

async function roomOf(work: Work, id: MeetingId): Promise<Room> {
  const now = await meetingNow(work, id)
  if (!now) throw new Error('The meeting does not open.')
  return now.meeting
}

const asks = async (work: Work, id: MeetingId, asked: Asking): Promise<void> => {
  sure(await act(work, id, { ...asked, key: newId() } as Parameters<typeof act>[2]))
}

const numberOf = (room: Room): number => room.step?.number ?? 0

const contributed = (
  room: Room,
  kind: 'question' | 'learning',
  { person, words }: { person: PersonId; words: string },
): Asking => ({
  type: 'contribute',
  kind,
  person,
  words,
  level: kind === 'learning' ? 'self' : null,
  asItStands: true,
  step: numberOf(room),
})

function reportOf(room: Room, owner: PersonId, said: { outcome: 'done' | 'part done'; words: string }): Asking {
  const commitment = room.commitments.find((one) => one.owner === owner)?.id ?? newId<'action'>()
  return { type: 'report', commitment, ...said, step: numberOf(room) }
}

/** Moves on until something of a kind is contributed, for whoever presents. */
async function goTo(work: Work, id: MeetingId, to: { kind: string; presenter?: string | undefined }): Promise<void> {
  for (let moves = 0; moves < 40; moves++) {
    const room = await roomOf(work, id)
    const { step } = room
    const stage = step && room.format.parts[step.place.part]?.stages[step.place.stage]
    const isThere = stage?.contributions.some((kind) => kind === to.kind)
    if (isThere && (to.presenter === undefined || step?.presenter === to.presenter)) return
    await asks(work, id, { type: 'move on', step: numberOf(room) })
  }
}

/** The set agrees on the topics of these people, in this order, with the same minutes each. */
async function choose(work: Work, id: MeetingId, { owners }: { owners: readonly PersonId[] }): Promise<void> {
  const room = await roomOf(work, id)
  await asks(work, id, { type: 'move on', step: numberOf(room) })
  const view = viewFor(await roomOf(work, id), work.asker.person, work.moment)
  const there = view?.facilitating?.minutesForTopics ?? 0
  const topics = owners.flatMap((owner) => room.topics.find((one) => one.owner === owner)?.id ?? [])
  const each = Math.floor(there / topics.length)
  const chosen = topics.map((topic, index) => ({
    topic,
    minutes: index === 0 ? there - each * (topics.length - 1) : each,
  }))
  const words = 'The set agreed on these two.'
  await asks(work, id, { type: 'choose topics', topics: chosen, how: 'agreement', words, shownAt: work.moment })
}

async function finish(work: Work, id: MeetingId): Promise<void> {
  sure(await act(work, id, { type: 'finish', words: 'We ended on time.', key: newId() }))
}
