// The meeting against a model as simple as can be: 2,000 random sequences by the facilitator, the deputy, members and somebody
// who does not belong, on formats of every kind, with doubled and late commands, reloads, drops and pauses (SPEC 7.3 to 7.7).
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { test } from 'vitest'
import { newModel, tellModel, whatIsWrong } from '../../../../test/meeting-model.ts'
import { formatIn, openRoom, packIn, person, promised, type Room } from '../../../../test/meeting-room.ts'
import {
  anyTry,
  askedBy,
  choiceOf,
  facilitating,
  kinds,
  names,
  people,
  type Try,
} from '../../../../test/meeting-tries.ts'
import { addSeconds } from '../../../platform/time/moment.ts'
import type { MeetingCommand } from './command.ts'
import { decide } from './decide.ts'
import { meetingOf } from './evolve.ts'
import { viewFor } from './meeting.view.ts'

const packs = ['action-learning', 'examples/ambulance', 'examples/mental-health-trust', 'examples/small']
const shipped = packs.flatMap((pack) => (packIn(pack).meetingFormats ?? []).map((one) => formatIn(pack, one.key)))
/** Everybody may speak in every stage, whoever listens: then listening alone keeps the presenter silent. */
const open = shipped.map((format) => ({
  ...format,
  parts: format.parts.map((part) => ({
    ...part,
    stages: part.stages.map((stage) => ({ ...stage, speaks: ['everyone' as const], order: 'free' as const })),
  })),
}))
const formats = [...shipped, ...open]
/** Those who facilitate ask most of what is theirs to ask, presenters try to speak, the deputy to step in. */
function senderOf({ meeting }: Room, one: Try): number {
  if (facilitating.includes(one.what) && one.n > 0) return names.indexOf(meeting.facilitator)
  if (one.what === 'step in') return names.indexOf('Chidi')
  if (one.what === 'take over' && one.n > 0 && meeting.offer) return names.indexOf(meeting.offer.to)
  if (one.what === 'contribute' && one.n < 2 && meeting.step?.presenter) return names.indexOf(meeting.step.presenter)
  return one.by
}

const begins = ['nobody is there', 'all are there', 'in a topic'] as const

/** Brings a meeting to where a sequence begins. */
function bring(room: Room, to: (typeof begins)[number]): void {
  if (to !== 'nobody is there') room.come(people)
  if (to !== 'in a topic') return
  for (const name of ['Amina', 'Grace'])
    room.does('Ben', { type: 'put off report', commitment: promised(name), words: 'Later' })
  room.asks('Ben', { type: 'name presenter', person: person('Hanna') })
  room.does('Ben', { type: 'begin' })
  for (let moves = 0; moves < 8 && !room.meeting.step?.presenter; moves++) {
    room.asks('Ben', choiceOf(room, 0))
    room.asks('Ben', { type: 'move on', step: room.step })
  }
}

function play(format: (typeof formats)[number], tries: readonly Try[], begin: (typeof begins)[number]): void {
  const room = openRoom({
    format,
    minutes: 90,
    promises: ['Amina', 'Grace'],
    waiting: ['Hanna', 'Amina'],
    people: setOf(),
  })
  const model = newModel(format, 'Ben', ['Amina', 'Grace'].map(promised))
  bring(room, begin)
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
  const heard = room.rules.heard.get(before.facilitator) ?? before.facilitatorSince
  const decided = room.send(command)
  if (!decided.ok) return must(room.meeting === before, 'refused, and changed something')
  if (command.by === 'Mallory') throw new Error('Mallory does not belong here')
  for (const event of decided.value) {
    const wrong = whatIsWrong(model, event)
    if (wrong) throw new Error(wrong)
    tellModel(model, event)
  }
  if (command.type === 'step in' && addSeconds(heard, 60) > command.at) throw new Error('the facilitator was here')
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
  must(meeting.offer?.to === model.offer?.to, 'who is asked to facilitate')
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
    const isConcerned = name === model.facilitator || name === model.offer?.to
    must(isConcerned || (view?.offeredTo ?? null) === null, 'heard of an offer to others')
    for (const type of ['take over', 'end offer'] as const) {
      const asks = { type, by: person(name), at: room.now, key: 'look' }
      const offered = view?.deeds.includes(type) ?? false
      must(
        decide(asks, room.meeting, room.rules).ok === offered,
        `${name} is${offered ? '' : ' not'} offered to ${type}`,
      )
    }
    must(!model.listening.has(name) || view?.kinds.length === 0, 'may speak while listening')
    for (const kind of kinds.slice(0, 3)) {
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

test('a meeting does what a simple model does, whoever tries what in whatever order', { timeout: 120_000 }, () => {
  const seed = Math.floor(Math.random() * 2 ** 31)
  console.info(`The meeting's model: 2,000 sequences, seed ${seed}`)
  const anyMeeting = fc.tuple(
    fc.constantFrom(...formats),
    fc.array(anyTry, { minLength: 10, maxLength: 36, size: 'max' }),
    fc.constantFrom(...begins),
  )
  fc.assert(
    fc.property(anyMeeting, ([format, tries, begin]) => play(format, tries, begin)),
    { numRuns: 2_000, seed },
  )
})
