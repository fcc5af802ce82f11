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
  'pass turn',
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
export function askedBy(room: Room, { what, by, to, n, late }: Try): Asked | null {
  const step = room.step - (late ? 1 : 0)
  const [me, other] = [person(names[by] ?? ''), person(names[to] ?? '')]
  const { meeting } = room
  const turn = meeting.step?.turns
  const words = `words ${room.events.length} ${n}`
  const said = { kind: kinds[n] ?? 'question', words, level: null, asItStands: n % 2 === 0, step } as const
  const ask: Record<string, () => Asked> = {
    arrive: () => ({ type: 'arrive', person: me, way: n > 5 ? 'in the room' : 'own device' }),
    'arrive for': () => ({ type: 'arrive', person: other, way: 'in the room' }),
    leave: () => ({ type: 'leave', person: me }),
    'move on': () => (meeting.state === 'gathering' ? { type: 'begin' } : { type: 'move on', step }),
    'go back': () => ({ type: 'go back', step }),
    'put off': () => ({ type: 'put off report', commitment: promised(names[to] ?? ''), words }),
    report: () => ({ type: 'report', commitment: promised(names[by] ?? ''), outcome: 'done', words: null, step }),
    'name topic': () => ({ type: 'name topic', topic: topic(names[by] ?? ''), person: me, words, step }),
    bid: () => ({ type: 'bid', topic: topic(names[by] ?? ''), person: me, strength: n, words, step }),
    vote: () => ({
      type: 'vote',
      person: me,
      topics: eligible(meeting)
        .slice(0, n % 3)
        .map((one) => one.id),
      step,
    }),
    choose: () => choiceOf(room, n),
    'name presenter': () => ({ type: 'name presenter', person: other }),
    contribute: () => ({ type: 'contribute', person: me, ...said }),
    'write for': () => ({ type: 'contribute', person: other, ...said }),
    'take back': () => ({ type: 'take back', number: meeting.contributions.at(-1)?.number ?? 0 }),
    commit: () => ({ type: 'commit', commitment: promised(words), person: me, words, due: day('2027-02-20'), step }),
    'next turn': () => ({ type: 'finish turn', step, turn: Math.max(0, turn?.at ?? 0), lap: turn?.lap ?? 1 }),
    'pass turn': () => ({ type: 'another round', lap: turn?.lap ?? 1 }),
    'give turn': () => ({ type: 'give turn', to: other }),
    lengthen: () =>
      n > 3 ? { type: 'lengthen stage', minutes: n, step } : { type: 'lengthen meeting', minutes: 1 + n },
    share: () => ({ type: 'share out what is left', step }),
    pause: () => ({ type: 'pause' }),
    resume: () => ({ type: 'resume' }),
    tell: () => ({ type: 'tell discomfort', words: `quiet ${words}` }),
    'hand over': () => ({ type: 'hand over', to: other }),
    'step in': () => ({ type: 'step in' }),
    finish: () => ({ type: 'finish', words: n > 5 ? words : null }),
  }
  return ask[what]?.() ?? null
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
