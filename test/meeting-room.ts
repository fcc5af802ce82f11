// A room for tests in which a meeting can be played: people by their names, a clock that moves when it is told to, and every
// command decided and told into the meeting as the service would do it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Format, formatOf } from '../src/areas/learning-sets/format/format.ts'
import type { SetHistory } from '../src/areas/learning-sets/fairness/history.ts'
import type { Asked, MeetingCommand, MeetingRules } from '../src/areas/learning-sets/meeting/command.ts'
import { decide } from '../src/areas/learning-sets/meeting/decide.ts'
import type { MeetingEvent } from '../src/areas/learning-sets/meeting/event.ts'
import { evolve } from '../src/areas/learning-sets/meeting/evolve.ts'
import type { CommitmentId, Meeting, TopicId, Way } from '../src/areas/learning-sets/meeting/meeting.ts'
import { type MeetingView, viewFor } from '../src/areas/learning-sets/meeting/meeting.view.ts'
import type { SetId, SetPart } from '../src/areas/learning-sets/set/set.ts'
import { type PolicyPack, readPack } from '../src/areas/policy/index.ts'
import type { Decision } from '../src/platform/decision.ts'
import type { PersonId } from '../src/platform/ids.ts'
import { addSeconds, type Moment, moment } from '../src/platform/time/moment.ts'

const packs = new Map<string, PolicyPack>()

/** A pack in policy-packs, read once; throws when it has a fault. */
export function packIn(name: string): PolicyPack {
  const known = packs.get(name)
  if (known) return known
  const reading = readPack(readFileSync(join(import.meta.dirname, '../policy-packs', `${name}.yaml`), 'utf8'))
  if (!reading.ok) throw new Error(`policy-packs/${name}.yaml has faults.`)
  packs.set(name, reading.pack)
  return reading.pack
}

/** A format of a pack in policy-packs, by the pack's file and its key. */
export function formatIn(pack: string, key: string): Format {
  const found = packIn(pack).meetingFormats?.find((one) => one.key === key)
  if (!found) throw new Error(`policy-packs/${pack}.yaml has no format ${key}.`)
  return formatOf(found)
}

export const person = (name: string): PersonId => name as PersonId
export const topic = (name: string): TopicId => `topic of ${name}` as TopicId
export const promised = (name: string): CommitmentId => `promise of ${name}` as CommitmentId

export const start: Moment = moment('2027-02-03T14:00:00Z')
export const everybody: readonly (readonly [string, SetPart])[] = [
  ['Ben', 'facilitator'],
  ['Chidi', 'deputy'],
  ['Amina', 'member'],
  ['Grace', 'member'],
  ['Hanna', 'member'],
  ['Ivan', 'member'],
]

export type RoomSetting = {
  format: Format
  minutes?: number
  people?: readonly (readonly [string, SetPart])[]
  history?: SetHistory
  promises?: readonly string[]
  waiting?: readonly string[]
  apologies?: readonly string[]
}

/** A meeting that is open and to which nobody has come yet. */
export class Room {
  now: Moment = start
  readonly heard = new Map<PersonId, Moment>()
  readonly events: MeetingEvent[] = []
  readonly rules: MeetingRules
  private current: Meeting | null = null
  private count = 0

  constructor(setting: RoomSetting) {
    const people = setting.people ?? everybody
    const belongs = new Map(people.map(([name, as]) => [person(name), as]))
    this.rules = { belongs, heard: this.heard, history: setting.history ?? [] }
    const isAway = (name: string) => setting.apologies?.includes(name) ?? false
    this.does(people[0]?.[0] ?? '', {
      type: 'open',
      set: 'set' as SetId,
      format: setting.format,
      startsAt: start,
      minutes: setting.minutes ?? 150,
      people: people.map(([name, as]) => ({ person: person(name), as, apologies: isAway(name) })),
      commitments: (setting.promises ?? []).map((name) => ({
        id: promised(name),
        owner: person(name),
        words: `what ${name} promised`,
      })),
      waiting: (setting.waiting ?? []).map((name) => ({
        topic: topic(name),
        owner: person(name),
        words: `${name}’s topic`,
      })),
    })
  }

  get meeting(): Meeting {
    if (!this.current) throw new Error('The meeting is not open.')
    return this.current
  }

  get step(): number {
    return this.current?.step?.number ?? 0
  }

  /** Decides a command and tells what it brought about into the meeting. */
  send(command: MeetingCommand): Decision<readonly MeetingEvent[]> {
    const decided = decide(command, this.current, this.rules)
    if (decided.ok) {
      this.events.push(...decided.value)
      this.current = decided.value.reduce(evolve, this.current)
    }
    return decided
  }

  /** Tells an event into the meeting as it stands in a log. */
  tell(event: MeetingEvent): void {
    this.events.push(event)
    this.current = evolve(this.current, event)
  }

  asks(name: string, asked: Asked, key = `key ${++this.count}`): Decision<readonly MeetingEvent[]> {
    return this.send({ ...asked, by: person(name), at: this.now, key })
  }

  /** As `asks`; throws when it is refused. */
  does(name: string, asked: Asked): void {
    const decided = this.asks(name, asked)
    if (!decided.ok) throw new Error(`${name}, ${asked.type}: ${decided.reason}`)
  }

  /** Time goes by. */
  wait(seconds: number): void {
    this.now = addSeconds(this.now, seconds)
  }

  /** A sign of life comes in from somebody's device. */
  hear(name: string): void {
    this.heard.set(person(name), this.now)
  }

  view(name: string): MeetingView {
    const view = viewFor(this.meeting, person(name), this.now, this.heard)
    if (!view) throw new Error(`${name} sees nothing.`)
    return view
  }

  come(names: readonly string[], way: Way = 'own device'): void {
    for (const name of names) this.does(name, { type: 'arrive', person: person(name), way })
  }
}

export const openRoom = (setting: RoomSetting): Room => new Room(setting)

export const names = everybody.map(([name]) => name)

/** Moves on, until the stage with this name is on. */
export function goTo(room: Room, name: string): void {
  for (let moves = 0; moves < 60; moves++) {
    if (room.view('Ben').stage?.name === name) return
    room.does('Ben', room.step === 0 ? { type: 'begin' } : { type: 'move on', step: room.step })
  }
  throw new Error(`There is no stage “${name}” ahead.`)
}

/** Whose turn it is says that they have finished, until it is somebody's turn. */
export function passTo(room: Room, name: string): void {
  for (let turns = 0; turns < 30; turns++) {
    const { turn } = room.view('Ben')
    if (turn?.holder === person(name)) return
    room.does('Ben', { type: 'finish turn', step: room.step, turn: turn?.turn ?? 0, lap: turn?.lap ?? 1 })
  }
  throw new Error(`${name} has no turn.`)
}

/** What somebody contributes in the stage that is on. */
export const says = (
  room: Room,
  name: string,
  kind: 'question' | 'suggestion' | 'experience' | 'learning' | 'reflection',
  words: string,
): Asked => ({
  type: 'contribute',
  kind,
  person: person(name),
  words,
  level: null,
  asItStands: false,
  step: room.step,
})

/** Everybody names a topic in turn, and the facilitator writes the choice down. */
export function chooseTopics(room: Room, owners: readonly string[], words: string | null = null): Decision<unknown> {
  const there = room.view('Ben').facilitating?.minutesForTopics ?? 0
  const each = Math.floor(there / owners.length)
  const topics = owners.map((name, at) => ({
    topic: topic(name),
    minutes: at === 0 ? there - each * (owners.length - 1) : each,
  }))
  return room.asks('Ben', { type: 'choose topics', topics, how: 'agreement', words, shownAt: room.now })
}

/** People name their topics, each in their turn. */
export function nameTopics(room: Room, owners: readonly string[]): void {
  for (const name of owners) {
    passTo(room, name)
    room.does(name, {
      type: 'name topic',
      topic: topic(name),
      person: person(name),
      words: `${name}’s topic`,
      step: room.step,
    })
  }
}

const suggestions = formatIn('action-learning', 'suggestions')

/** Everybody has come to a meeting in the format "suggestions", or another. */
export function readyRoom(setting: Partial<RoomSetting> = {}): Room {
  const room = openRoom({ format: suggestions, ...setting })
  room.come(names)
  return room
}

/** Amina and Grace have topics; the stage with this name is on, for Amina's the first time. */
export function roomInTopic(stage: string, setting: Partial<RoomSetting> = {}): Room {
  const room = readyRoom(setting)
  goTo(room, 'Name your topic')
  nameTopics(room, ['Amina', 'Grace'])
  room.does('Ben', { type: 'move on', step: room.step })
  const chosen = chooseTopics(room, ['Amina', 'Grace'])
  if (!chosen.ok) throw new Error(chosen.reason)
  goTo(room, stage)
  return room
}

/** Why not; 'yes' when it was done. */
export const reason = (decided: Decision<unknown>): string => (decided.ok ? 'yes' : decided.reason)
