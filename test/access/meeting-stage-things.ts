// Meetings of sets that are open, at different stages, each of a set of its own, with words that only those who have a seat may
// read; what was told quietly is its sender's and the facilitator's alone.
import {
  act,
  type MeetingId,
  meetingNow,
  openMeeting,
  planMeetings,
  type SetId,
} from '../../src/areas/learning-sets/index.ts'
import type { Asked } from '../../src/areas/learning-sets/meeting/command.ts'
import { viewFor } from '../../src/areas/learning-sets/meeting/meeting.view.ts'
import { newId, type PersonId } from '../../src/platform/ids.ts'
import { day } from '../../src/platform/time/day.ts'
import { deedsIn } from './deeds.ts'
import type { Who } from './people.ts'
import type { Thing, Words } from './thing.ts'
import { done, type Trust } from './trust.ts'

const members = ['ben', 'dora', 'otto'] as const
const people: readonly Who[] = ['farah', ...members]

/** A meeting of a set of its own, with who comes to it beside Farah. */
export type Plan = {
  readonly name: string
  readonly format?: string
  readonly on?: string
  readonly members?: readonly Who[]
}

// What a topic's words, and quiet ones, may be at most.
const LONGEST = 280

/** Meetings on the last day, each of a set of its own, after the things that were made before. */
export async function makeMeetingStages(
  trust: Trust,
  words: Words,
  before: readonly Thing[],
): Promise<readonly Thing[]> {
  const { clock } = deedsIn(trust)
  clock('2026-11-27T09:00:00Z')
  const ids: MeetingId[] = []
  for (let count = 0; count < 3; count++) ids.push(await planned(trust, { name: `Set ${count}` }))
  const [naming, choosing, listening] = ids as [MeetingId, MeetingId, MeetingId]
  clock('2026-11-27T14:20:00Z')
  for (const id of [naming, choosing, listening]) await open(trust, id, people)
  await goTo(trust, naming, 'Name your topic')
  await nameTopics(trust, choosing, words)
  await nameTopics(trust, listening, words)
  await listen(trust, listening, words)
  clock('2026-11-27T14:30:00Z')
  return [
    ...before,
    meeting('a meeting in which topics are named', naming),
    meeting('a meeting in which topics are chosen', choosing),
    meeting('a meeting that listens', listening),
  ]
}

/** A meeting as a thing that pages are about. */
export const meeting = (name: string, id: MeetingId, its: readonly Who[] = people): Thing => ({
  name,
  ours: true,
  params: { meeting: id },
  parts: { 'its people': its, 'its leaders': ['farah'], 'who looks after sets': [] },
})

/** Plans it for half past two; makes the set when there is none of that address. */
export async function planned(
  trust: Trust,
  { name, format = 'suggestions', on = '2026-11-27', ...who }: Plan,
): Promise<MeetingId> {
  const { send } = deedsIn(trust)
  const form = { name, type: 'action-learning-set', from: on }
  const at = (await send('farah', '/action-learning/sets', form)).replace(/\/members$/, '')
  const joining = { people: (who.members ?? members).map((one) => trust.ids[one]), as: 'member', from: on }
  await send('farah', `${at}/members`, joining)
  return plannedFor(trust, at, { format, on })
}

/** One more meeting of a set. */
export async function plannedFor(
  trust: Trust,
  at: string,
  { format, on }: { format: string; on: string },
): Promise<MeetingId> {
  const plan = { days: [day(on)], time: '14:30', minutes: 150, place: 'Room 2', format }
  const [id] = done(await trust.inside('farah', (work) => planMeetings(work, at.split('/').at(-1) as SetId, plan)))
  if (!id) throw new Error('No meeting was planned.')
  return id
}

export const does = async (trust: Trust, id: MeetingId, who: Who, asked: Asked) =>
  done(await trust.inside(who, (work) => act(work, id, { ...asked, key: newId() })))

export async function open(trust: Trust, id: MeetingId, people: readonly Who[]): Promise<void> {
  done(await trust.inside('farah', (work) => openMeeting(work, id)))
  for (const who of people) await does(trust, id, who, { type: 'arrive', person: trust.ids[who], way: 'own device' })
}

/** The meeting as Farah sees it. */
export async function seen(trust: Trust, id: MeetingId) {
  const now = await trust.inside('farah', (work) => meetingNow(work, id))
  const view = now && viewFor(now.meeting, trust.ids.farah, now.meeting.lastAt)
  if (!view) throw new Error('Farah sees nothing.')
  return view
}

export async function goTo(trust: Trust, id: MeetingId, name: string): Promise<void> {
  for (let moves = 0; moves < 20; moves++) {
    const { stage } = await seen(trust, id)
    if (stage?.name === name) return
    await does(trust, id, 'farah', stage ? { type: 'move on', step: stage.number } : { type: 'begin' })
  }
}

async function nameTopics(trust: Trust, id: MeetingId, words: Words): Promise<void> {
  await goTo(trust, id, 'Name your topic')
  for (const _member of members) {
    const { turn, stage } = await seen(trust, id)
    const step = stage?.number ?? 0
    const who = nameOf(trust, turn?.holder ?? null)
    const topic = {
      topic: newId<'topic'>(),
      person: trust.ids[who],
      words: words(`topic of ${who}`, people).slice(0, LONGEST),
      step,
    }
    await does(trust, id, who, { type: 'name topic', ...topic })
    await does(trust, id, who, { type: 'finish turn', step, turn: turn?.turn ?? 0, lap: turn?.lap ?? 1 })
  }
  await does(trust, id, 'farah', { type: 'move on', step: (await seen(trust, id)).stage?.number ?? 0 })
}

async function listen(trust: Trust, id: MeetingId, words: Words): Promise<void> {
  const { topics, facilitating } = await seen(trust, id)
  const there = facilitating?.minutesForTopics ?? 0
  const chosen = topics.slice(0, 1).map((one) => ({ topic: one.id, minutes: there }))
  const how = { how: 'agreement', words: 'The others can wait', shownAt: await nowIn(trust) } as const
  await does(trust, id, 'farah', { type: 'choose topics', topics: chosen, ...how })
  await goTo(trust, id, 'Listen')
  const { stage } = await seen(trust, id)
  const presenter = nameOf(trust, stage?.presenter ?? null)
  const other = members.find((one) => one !== presenter) ?? 'ben'
  const said = words('what was suggested in a meeting', people)
  const contribution = {
    kind: 'suggestion',
    person: trust.ids[other],
    words: said,
    level: null,
    asItStands: false,
  } as const
  await does(trust, id, other, { type: 'contribute', ...contribution, step: stage?.number ?? 0 })
  const quiet = words('what was told quietly', ['farah'])
  await does(trust, id, presenter, { type: 'tell discomfort', words: quiet })
}

const nowIn = (trust: Trust) => trust.inside('farah', async (work) => work.moment)

function nameOf(trust: Trust, person: PersonId | null): Who {
  const found = members.find((who) => trust.ids[who] === person)
  if (!found) throw new Error('Nobody of this set.')
  return found
}
