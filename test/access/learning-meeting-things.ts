// Meetings of learning sets as things that pages are about: of Farah's set one this afternoon and one called off; of Amina's one
// that was held before Hamza joined; and one of a third set that is open now.
import { act, openMeeting, planMeetings, type MeetingId, type SetId } from '../../src/areas/learning-sets/index.ts'
import { closeLeftOpen } from '../../src/areas/learning-sets/unfinished/unfinished.changes.ts'
import type { Asked } from '../../src/areas/learning-sets/meeting/command.ts'
import { asService } from '../../src/platform/composition.ts'
import { newId } from '../../src/platform/ids.ts'
import { day } from '../../src/platform/time/day.ts'
import { deedsIn } from './deeds.ts'
import type { Asking, Who } from './people.ts'
import type { Thing, Words } from './thing.ts'
import { done, type Trust } from './trust.ts'

type SetOf = { readonly at: string; readonly people: readonly Asking[]; readonly leaders: readonly Asking[] }
const idOf = (at: string) => at.split('/').at(-1) as SetId

async function plan(
  trust: Trust,
  by: Who,
  { at, on, time }: { at: string; on: string; time: string },
): Promise<MeetingId> {
  const what = { days: [day(on)], time, minutes: 150, place: 'Room 4', format: 'suggestions' }
  const planned = await trust.inside(by, async (work) => done(await planMeetings(work, idOf(at), what)))
  return planned[0] as MeetingId
}

async function does(trust: Trust, id: MeetingId, who: Who, asked: Asked): Promise<void> {
  await trust.inside(who, async (work) => done(await act(work, id, { ...asked, key: newId() })))
}

const arrives = (trust: Trust, id: MeetingId, who: Who) =>
  does(trust, id, who, { type: 'arrive', person: trust.ids[who], way: 'own device' })

/** A meeting of Amina's and Cora's on the day before, which nobody finished: it was closed. Before Hamza comes into their set. */
export async function makeHeldMeeting(trust: Trust, set: SetOf): Promise<Thing> {
  const { clock } = deedsIn(trust)
  clock('2026-11-26T00:01:00Z')
  const id = await plan(trust, 'amina', { at: set.at, on: '2026-11-26', time: '00:05' })
  await trust.inside('amina', async (work) => done(await openMeeting(work, id)))
  for (const who of ['amina', 'cora'] as const) await arrives(trust, id, who)
  await does(trust, id, 'amina', { type: 'begin' })
  clock('2026-11-26T15:00:00Z')
  const closed = await asService(
    trust.service.composition,
    { organisation: trust.organisationOf('farah') },
    closeLeftOpen,
  )
  if (closed !== 1) throw new Error('The meeting was not closed.')
  const held = meeting('a meeting that was held', id, set)
  return { ...held, parts: { ...held.parts, 'who was in it': ['amina', 'cora'] } }
}

/** Meetings that are ahead, and one that is open. */
export async function makeMeetings(
  trust: Trust,
  words: Words,
  { farahs, meeting: third }: { farahs: SetOf; meeting: SetOf },
): Promise<readonly Thing[]> {
  const { clock, send } = deedsIn(trust)
  clock('2026-11-27T14:00:00Z')
  const today = await plan(trust, 'farah', { at: farahs.at, on: '2026-11-27', time: '16:00' })
  const off = await plan(trust, 'farah', { at: farahs.at, on: '2026-12-11', time: '14:00' })
  await send('farah', `/action-learning/meetings/${off}/cancellation`, {})
  const draft = { _version: '0', 'topic--situation': words('topic draft', ['ben']) }
  await send('ben', `/action-learning/meetings/${today}/topic-draft/draft`, draft)
  const open = await plan(trust, 'amina', { at: third.at, on: '2026-11-27', time: '14:10' })
  await trust.inside('amina', async (work) => done(await openMeeting(work, open)))
  for (const who of ['amina', 'ben', 'dora'] as const) await arrives(trust, open, who)
  return [
    meeting('a meeting that is ahead', today, farahs, true),
    meeting('a meeting that was called off', off, farahs, true),
    meeting('a meeting that is open', open, third),
  ]
}

const lookersAfter: readonly Asking[] = ['ada', 'pru']

const meeting = (name: string, id: MeetingId, { people, leaders }: SetOf, ahead = false): Thing => ({
  name,
  ours: true,
  params: { meeting: id },
  parts: {
    'its people': people,
    'its leaders': leaders,
    'who was in it': [],
    'who looks after sets': ahead ? lookersAfter : [],
  },
})
