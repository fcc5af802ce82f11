// What people try in a meeting that nobody has planned: any command, by anybody, as their screen would send it or as it stood
// there a stage ago. For the test of the meeting against its model.
import fc from 'fast-check'
import { minutesForTopics } from '../src/areas/learning-sets/course/allotted.ts'
import { eligible } from '../src/areas/learning-sets/course/naming-topics.ts'
import type { Asked } from '../src/areas/learning-sets/meeting/command.ts'
import { day } from '../src/platform/time/day.ts'
import { person, promised, type Room, topic } from './meeting-room.ts'

export const names = ['Ben', 'Chidi', 'Amina', 'Grace', 'Hanna', 'Mallory']
export const people = names.slice(0, -1)
export const kinds = [
  'question',
  'suggestion',
  'experience',
  'feedback',
  'learning',
  'reflection',
  'process observation',
  'client voice',
] as const

export type Try = { what: string; by: number; to: number; n: number; wait: number; again: boolean; late: boolean }
export const facilitating = [
  'move on',
  'put off',
  'choose',
  'name presenter',
  'share',
  'lengthen',
  'go back',
  'give turn',
  'next turn',
  'another round',
  'finish',
  'resume',
  'hand over',
]
const anybody = [
  'arrive',
  'arrive for',
  'leave',
  'contribute',
  'write for',
  'report',
  'name topic',
  'bid',
  'vote',
  'commit',
  'pause',
  'tell',
  'step in',
  'take over',
  'end offer',
  'heard',
  'take back',
]
export const anyTry = fc.record<Try>({
  what: fc.oneof(
    { weight: 4, arbitrary: fc.constant('move on') },
    {
      weight: 5,
      arbitrary: fc.constantFrom('contribute', 'name topic', 'report', 'put off', 'choose', 'next turn', 'arrive'),
    },
    { weight: 6, arbitrary: fc.constantFrom(...facilitating, ...anybody) },
  ),
  by: fc.integer({ min: 0, max: names.length - 1 }),
  to: fc.integer({ min: 0, max: names.length - 1 }),
  n: fc.nat({ max: 7 }),
  wait: fc.constantFrom(0, 0, 1, 5, 55, 61, 300),
  again: fc.boolean(),
  late: fc.constantFrom(false, false, false, true),
})

/** What somebody asks for, as their screen would: by what stood there, or stood there before. */
export function askedBy(room: Room, one: Try): Asked | null {
  const step = room.step - (one.late ? 1 : 0)
  const words = `words ${room.events.length} ${one.n}`
  const asks = { ...ofAnybody(room, one, { step, words }), ...ofTheFacilitator(room, one, { step, words }) }
  return asks[one.what]?.() ?? null
}

type Asks = Readonly<Record<string, () => Asked>>
type Written = { readonly step: number; readonly words: string }

function ofAnybody({ meeting }: Room, { by, to, n }: Try, { step, words }: Written): Asks {
  const [me, other] = [person(names[by] ?? ''), person(names[to] ?? '')]
  const own = { person: me, topic: topic(names[by] ?? ''), words, step } as const
  const said = { kind: kinds[n] ?? 'question', words, level: null, asItStands: n % 2 === 0, step } as const
  const votes = eligible(meeting).map((each) => each.id)
  return {
    arrive: () => ({ type: 'arrive', person: me, way: n > 5 ? 'in the room' : 'own device' }),
    'arrive for': () => ({ type: 'arrive', person: other, way: 'in the room' }),
    leave: () => ({ type: 'leave', person: me }),
    report: () => ({ type: 'report', commitment: promised(names[by] ?? ''), outcome: 'done', words: null, step }),
    'name topic': () => ({ type: 'name topic', ...own }),
    bid: () => ({ type: 'bid', strength: n, ...own }),
    vote: () => ({ type: 'vote', person: me, topics: votes.slice(0, n % 3), step }),
    contribute: () => ({ type: 'contribute', person: me, ...said }),
    'write for': () => ({ type: 'contribute', person: other, ...said }),
    'take back': () => ({ type: 'take back', number: meeting.contributions.at(-1)?.number ?? 0 }),
    commit: () => ({ type: 'commit', commitment: promised(words), person: me, words, due: day('2027-02-20'), step }),
    pause: () => ({ type: 'pause' }),
    tell: () => ({ type: 'tell discomfort', words: `quiet ${words}` }),
    'step in': () => ({ type: 'step in' }),
    'take over': () => ({ type: 'take over' }),
    'end offer': () => ({ type: 'end offer' }),
  }
}

function ofTheFacilitator(room: Room, { to, n }: Try, { step, words }: Written): Asks {
  const { state, step: now } = room.meeting
  const other = person(names[to] ?? '')
  const lap = now?.turns?.lap ?? 1
  return {
    'move on': () => (state === 'gathering' ? { type: 'begin' } : { type: 'move on', step }),
    'go back': () => ({ type: 'go back', step }),
    'put off': () => ({ type: 'put off report', commitment: promised(names[to] ?? ''), words }),
    choose: () => choiceOf(room, n),
    'name presenter': () => ({ type: 'name presenter', person: other }),
    'next turn': () => ({ type: 'finish turn', step, turn: Math.max(0, now?.turns?.at ?? 0), lap }),
    'another round': () => ({ type: 'another round', lap }),
    'give turn': () => ({ type: 'give turn', to: other }),
    lengthen: () =>
      n > 3 ? { type: 'lengthen stage', minutes: n, step } : { type: 'lengthen meeting', minutes: n + 1 },
    share: () => ({ type: 'share out what is left', step }),
    resume: () => ({ type: 'resume' }),
    'hand over': () => ({ type: 'hand over', to: other }),
    finish: () => ({ type: 'finish', words: n > 5 ? words : null }),
  }
}

/** The first topics that can be chosen, with minutes that add up, or nearly. */
export function choiceOf(room: Room, n: number): Asked {
  const begun = (room.meeting.choice?.topics ?? []).filter((one) =>
    [...room.meeting.past, ...(room.meeting.step ? [room.meeting.step] : [])].some((step) => step.topic === one.topic),
  )
  const open = eligible(room.meeting).slice(0, Math.max(0, Math.min(2, room.meeting.format.topics.to) - begun.length))
  const there = minutesThere(room) - (n === 7 ? 1 : 0)
  const each = Math.floor(there / Math.max(1, open.length))
  const own = open.map((one, at) => ({ topic: one.id, minutes: at === 0 ? there - each * (open.length - 1) : each }))
  return {
    type: 'choose topics',
    topics: [...begun, ...own],
    how: 'agreement',
    words: 'So we chose',
    shownAt: room.now,
  }
}

const minutesThere = (room: Room): number => minutesForTopics(room.meeting, room.now)
