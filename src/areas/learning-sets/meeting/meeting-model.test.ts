// The meeting against a model as simple as can be: 2,000 random sequences by the facilitator, the deputy, members and somebody
// who does not belong, on formats of every kind, with doubled and late commands, reloads, drops and pauses (SPEC 7.3 to 7.7).
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { test } from 'vitest'
import { newModel, tellModel, whatIsWrong } from '../../../../test/meeting-model.ts'
import { formatIn, openRoom, packIn, person, promised, type Room, topic } from '../../../../test/meeting-room.ts'
import { day } from '../../../platform/time/day.ts'
import { addSeconds } from '../../../platform/time/moment.ts'
import { minutesForTopics } from '../course/allotted.ts'
import { eligible } from '../course/naming-topics.ts'
import type { Asked, MeetingCommand } from './command.ts'
import { decide } from './decide.ts'
import { meetingOf } from './evolve.ts'
import { viewFor } from './meeting.view.ts'

const packs = ['action-learning', 'examples/ambulance', 'examples/mental-health-trust', 'examples/small']
const formats = packs.flatMap((pack) => (packIn(pack).meetingFormats ?? []).map((one) => formatIn(pack, one.key)))
const names = ['Ben', 'Chidi', 'Amina', 'Grace', 'Hanna', 'Mallory']
const people = names.slice(0, -1)
const kinds = [
  'question',
  'suggestion',
  'experience',
  'feedback',
  'learning',
  'reflection',
  'process observation',
  'client voice',
] as const

type Try = { what: string; by: number; to: number; n: number; wait: number; again: boolean; late: boolean }
const facilitating = [
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
const anyTry = fc.record<Try>({
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
  wait: fc.constantFrom(0, 0, 1, 5, 20, 61, 300),
  again: fc.boolean(),
  late: fc.constantFrom(false, false, false, true),
})

/** What somebody asks for, as their screen would: by what stood there, or stood there before. */
function askedBy(room: Room, { what, by, to, n, late }: Try): Asked | null {
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

function choiceOf(room: Room, n: number): Asked {
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

/** Those who facilitate ask most of what is theirs to ask. */
function senderOf(room: Room, one: Try): number {
  const own = facilitating.includes(one.what) && one.n > 0
  return own ? names.indexOf(room.meeting.facilitator) : one.by
}

function play(format: (typeof formats)[number], tries: readonly Try[], isThere: boolean): void {
  const room = openRoom({ format, minutes: 90, promises: ['Amina', 'Grace'], waiting: ['Hanna'], people: setOf() })
  const model = newModel(format, 'Ben', ['Amina', 'Grace'].map(promised))
  if (isThere) room.come(people)
  for (const event of room.events) tellModel(model, event)
  for (const [at, one] of tries.entries()) {
    room.wait(one.wait)
    const by = senderOf(room, one)
    if (one.what === 'heard') room.hear(names[by] ?? '')
    const asked = askedBy(room, { ...one, by })
    if (asked) attempt(room, model, { ...asked, by: person(names[by] ?? ''), at: room.now, key: `try ${at}` }, one)
  }
  must(isDeepStrictEqual(meetingOf(JSON.parse(JSON.stringify(room.events))), room.meeting), 'told again it is another')
  seesOnlyTheirs(room, model)
}

const setOf = () =>
  people.map((name) => [name, name === 'Ben' ? 'facilitator' : name === 'Chidi' ? 'deputy' : 'member'] as const)

function attempt(room: Room, model: ReturnType<typeof newModel>, command: MeetingCommand, one: Try): void {
  const before = room.meeting
  const heard = room.rules.heard.get(before.facilitator)
  const decided = room.send(command)
  if (!decided.ok) return must(room.meeting === before, 'refused, and changed something')
  if (command.by === 'Mallory') throw new Error('Mallory does not belong here')
  for (const event of decided.value) {
    const wrong = whatIsWrong(model, event)
    if (wrong) throw new Error(wrong)
    tellModel(model, event)
  }
  if (command.type === 'step in' && heard && addSeconds(heard, 60) > command.at)
    throw new Error('the facilitator was here')
  if (command.type === 'take back')
    model.said = model.said.filter((_one, at) => before.contributions[at]?.number !== command.number)
  if (one.again && decided.value.length > 0) mustBeNothing(room, command)
  agrees(room, model)
}

/** Plain comparisons: half a million of them are quick. */
function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what)
}

function mustBeNothing(room: Room, command: MeetingCommand): void {
  const twice = room.send(command)
  must(twice.ok && twice.value.length === 0, 'what came twice was done twice')
}

function agrees(room: Room, model: ReturnType<typeof newModel>): void {
  const { meeting } = room
  must(
    meeting.contributions.map((one) => one.words).join() === model.said.map((one) => one.words).join(),
    'what was said',
  )
  must(meeting.facilitator === model.facilitator, 'who facilitates')
  const here = meeting.seats.flatMap((seat) => (seat.presence === 'here' ? [seat.person] : []))
  must(here.length === model.here.size && here.every((one) => model.here.has(one)), 'who is here')
  must(meeting.past.length + (meeting.step ? 1 : 0) === model.steps, 'which stage')
  must(meeting.events === room.events.length, 'how many events')
  const seconds = meeting.step?.clock.seconds ?? 0
  must(Number.isInteger(seconds) && seconds >= 0, 'how long')
}

/** What a screen offers is accepted, what it does not offer is refused, and it shows nobody else's private words. */
function seesOnlyTheirs(room: Room, model: ReturnType<typeof newModel>): void {
  for (const name of people) {
    const view = viewFor(room.meeting, person(name), room.now, room.rules.heard)
    const shown = JSON.stringify(view)
    for (const { from, to, words } of model.told)
      must(
        name === from || (name === to && name === model.facilitator) || !shown.includes(words),
        'heard what was told quietly',
      )
    must(!model.listening.has(name) || view?.kinds.length === 0, 'may speak while listening')
    for (const kind of kinds) {
      const own = { kind, person: person(name), words: 'What else?', level: null, asItStands: true, step: room.step }
      const command = { type: 'contribute', ...own, by: person(name), at: room.now, key: 'look' } as const
      const offered = !model.finished && (view?.kinds.includes(kind) ?? false)
      must(
        decide(command, room.meeting, room.rules).ok === offered,
        `${name} is${offered ? '' : ' not'} offered a ${kind}`,
      )
    }
  }
  must(viewFor(room.meeting, person('Mallory'), room.now) === null, 'Mallory sees something')
}

test('a meeting does what a simple model does, whoever tries what in whatever order', () => {
  const seed = Math.floor(Math.random() * 2 ** 31)
  console.info(`The meeting's model: 2,000 sequences, seed ${seed}`)
  const anyMeeting = fc.tuple(
    fc.constantFrom(...formats),
    fc.array(anyTry, { minLength: 10, maxLength: 50, size: 'max' }),
    fc.boolean(),
  )
  fc.assert(
    fc.property(anyMeeting, ([format, tries, isThere]) => play(format, tries, isThere)),
    { numRuns: 2_000, seed },
  )
})
