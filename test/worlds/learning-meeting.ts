// The small world of sets with meetings: Amina facilitates a set of Ben, Dora and Femi that meets this afternoon. Noor is nobody's.
import {
  act,
  type MeetingId,
  meetingNow,
  openMeeting,
  planMeetings,
  type SetId,
} from '../../src/areas/learning-sets/index.ts'
import type { AgreementId } from '../../src/areas/agreements/index.ts'
import type { Kind } from '../../src/areas/learning-sets/format/format.ts'
import type { Asked } from '../../src/areas/learning-sets/meeting/command.ts'
import type { Meeting } from '../../src/areas/learning-sets/meeting/meeting.ts'
import { type MeetingView, viewFor } from '../../src/areas/learning-sets/meeting/meeting.view.ts'
import type { Decision } from '../../src/platform/decision.ts'
import { newId, type PersonId } from '../../src/platform/ids.ts'
import { type Day, day } from '../../src/platform/time/day.ts'
import type { TestDatabase } from '../test-database.ts'
import { learningSetWorld } from './learning-set.ts'
import type { Trust } from './supervision.ts'

export const members = ['ben', 'dora', 'femi'] as const
const today = day('2026-11-20')

export async function learningMeetingWorld(database: TestDatabase) {
  const sets = await learningSetWorld(database)
  /** A trust whose set of Amina's has a meeting planned for 2pm on these days, the format "suggestions" unless told. */
  const withMeetings = async (days: readonly Day[] = [today], format = 'suggestions', pack?: string) => {
    const world = await sets.trust(pack)
    const address = await sets.madeSet(world, members)
    const set = address.split('/').at(-1) as SetId
    const plan = async (on: readonly Day[], by: string) => {
      const what = { days: on, time: '14:00', minutes: 150, place: 'Room 2', format: by }
      return sure(await world.inside(world.amina, (work) => planMeetings(work, set, what)))
    }
    const planned = days.length === 0 ? [] : await plan(days, format)
    /** Everybody agrees and signs the ground rules, without which there is no second meeting. */
    const signRules = async () => {
      const begun = await world.visit(world.amina).post(`${address}/ground-rules`)
      await sets.signedRules(world, begun.location?.split('/').at(-1) as AgreementId, members)
    }
    return { world, address, set, plan, ids: planned, id: planned[0] as MeetingId, signRules, ...deedsIn(world) }
  }
  /** The same with its first meeting opened, and everybody there. */
  const openedMeeting = async (days: readonly Day[] = [today], format = 'suggestions') => {
    const here = await withMeetings(days, format)
    sure(await here.world.inside(here.world.amina, (work) => openMeeting(work, here.id)))
    for (const who of ['amina', ...members] as const)
      await here.does(here.id, who, { type: 'arrive', person: here.world[who], way: 'own device' })
    return here
  }
  return { ...sets, withMeetings, openedMeeting }
}

type Named = 'amina' | 'ben' | 'dora' | 'femi' | 'otto' | 'noor' | 'grace'

/** What people do in meetings of this world. */
function deedsIn(world: Trust) {
  const asks = (id: MeetingId, who: Named, asked: Asked, key: string = newId()) =>
    world.inside(world[who], (work) => act(work, id, { ...asked, key }))
  const does = async (id: MeetingId, who: Named, asked: Asked): Promise<number> =>
    sure(await asks(id, who, asked)).version
  const sees = async (id: MeetingId, who: Named): Promise<Meeting> => {
    const now = await world.inside(world[who], (work) => meetingNow(work, id))
    if (!now) throw new Error(`${who} sees nothing.`)
    return now.meeting
  }
  /** Amina moves on until a stage of this name is on. */
  const goTo = async (id: MeetingId, name: string): Promise<Meeting> => {
    for (let moves = 0; moves < 40; moves++) {
      const meeting = await sees(id, 'amina')
      const { step } = meeting
      const stage = step && meeting.format.parts[step.place.part]?.stages[step.place.stage]
      if (stage?.name === name) return meeting
      await does(id, 'amina', step ? { type: 'move on', step: step.number } : { type: 'begin' })
    }
    throw new Error(`There is no stage ${name} ahead.`)
  }
  const view = async (id: MeetingId, who: Named): Promise<MeetingView> => {
    const meeting = await sees(id, 'amina')
    const seen = viewFor(meeting, world[who], meeting.lastAt)
    if (!seen) throw new Error(`${who} has no seat.`)
    return seen
  }
  /** Whose turn it is. */
  const holder = async (id: MeetingId): Promise<Named> => nameIn(world, (await view(id, 'amina')).turn?.holder ?? null)
  /** Amina moves on until somebody may contribute a kind; answers the stage's number. */
  const goToKind = async (id: MeetingId, kind: Kind, who: Named): Promise<number> => {
    for (let moves = 0; moves < 40; moves++) {
      const { kinds, stage } = await view(id, who)
      if (kinds.includes(kind)) return stage?.number ?? 0
      await does(id, 'amina', { type: 'move on', step: stage?.number ?? 0 })
    }
    throw new Error(`${who} has no stage for ${kind} ahead.`)
  }
  return { asks, does, sees, goTo, view, holder, goToKind }
}

export function sure<T>(decision: Decision<T>): T {
  if (!decision.ok) throw new Error(decision.reason)
  return decision.value
}

/** The name of a person of the set; throws when it is nobody of it. */
export function nameIn(world: Trust, person: PersonId | null): Named {
  const name = (['amina', ...members] as const).find((one) => world[one] === person)
  if (!name) throw new Error('Nobody of this set.')
  return name
}
