// Meetings that stand where a deed can be done that no other stage has: a promise of an earlier meeting is reported on, threes work
// side by side and promise something, and the set hears who needs it today.
import { meetingNow, type MeetingId } from '../../src/areas/learning-sets/index.ts'
import { findMeeting } from '../../src/areas/learning-sets/room/planned-meeting.store.ts'
import { newId } from '../../src/platform/ids.ts'
import { day } from '../../src/platform/time/day.ts'
import { deedsIn } from './deeds.ts'
import { does, goTo, meeting, open, planned, plannedFor, seen } from './meeting-stage-things.ts'
import type { Who } from './people.ts'
import type { Thing, Words } from './thing.ts'
import type { Trust } from './trust.ts'

const three = ['ben', 'dora', 'otto'] as const
const four = [...three, 'amina'] as const
const withFarah = (members: readonly Who[]): readonly Who[] => ['farah', ...members]

/** Three meetings, each of a set of its own. */
export async function makeMeetingDeeds(trust: Trust, words: Words): Promise<readonly Thing[]> {
  const { clock } = deedsIn(trust)
  const reporting = await reported(trust, words)
  clock('2026-11-27T09:10:00Z')
  const threes = await planned(trust, { name: 'Set of threes', format: 'rounds-of-three', members: four })
  const bidding = await planned(trust, { name: 'Set that bids', format: 'bidding-round' })
  clock('2026-11-27T14:20:00Z')
  await open(trust, threes, withFarah(four))
  await goTo(trust, threes, 'Come back')
  await open(trust, bidding, withFarah(three))
  await goTo(trust, bidding, 'Who needs the set today?')
  await open(trust, reporting, withFarah(three))
  await goTo(trust, reporting, 'What came of it?')
  await passTo(trust, reporting, 'ben')
  clock('2026-11-27T14:30:00Z')
  return [
    meeting('a meeting in threes', threes, withFarah(four)),
    meeting('a meeting in which people bid', bidding),
    meeting('a meeting that hears what came of it', reporting),
  ]
}

/** Ben promised something the day before, in a meeting that is still open; the next one is planned. */
async function reported(trust: Trust, words: Words): Promise<MeetingId> {
  const { clock } = deedsIn(trust)
  clock('2026-11-26T09:00:00Z')
  const id = await planned(trust, { name: 'Set that promised', format: 'rounds-of-three', on: '2026-11-26' })
  const set = (await trust.inside('farah', (work) => findMeeting(work, id)))?.set
  const next = await plannedFor(trust, `/action-learning/sets/${set}`, { format: 'suggestions', on: '2026-11-27' })
  clock('2026-11-26T14:30:00Z')
  await open(trust, id, withFarah(three))
  for (let round = 0; round < 3; round++) {
    await goTo(trust, id, 'Come back')
    const step = (await seen(trust, id)).stage?.number ?? 0
    if (await isClient(trust, id, 'ben')) {
      const promise = words('what was promised in a meeting', withFarah(three)).slice(0, 280)
      const made = { commitment: newId<'action'>(), person: trust.ids.ben, words: promise, due: day('2026-12-10') }
      await does(trust, id, 'ben', { type: 'commit', ...made, step })
      return next
    }
    await does(trust, id, 'farah', { type: 'move on', step })
  }
  throw new Error('Ben never was the client.')
}

async function isClient(trust: Trust, id: MeetingId, who: Who): Promise<boolean> {
  const now = await trust.inside('farah', (work) => meetingNow(work, id))
  return (now?.meeting.partPeople?.groups ?? []).some(
    (group) => group[now?.meeting.step?.place.round ?? 0] === trust.ids[who],
  )
}

async function passTo(trust: Trust, id: MeetingId, who: Who): Promise<void> {
  for (let turns = 0; turns < 4; turns++) {
    const { turn, stage } = await seen(trust, id)
    if (!turn || turn.holder === trust.ids[who]) return
    const now = { step: stage?.number ?? 0, turn: turn.turn, lap: turn.lap }
    await does(trust, id, 'farah', { type: 'finish turn', ...now })
  }
}
