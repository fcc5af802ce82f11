// A meeting of the small world of sets that has been held: Ben and Dora named topics, the set took Ben's though, Dora and Femi
// offered him suggestions, he said what he will do, and the set finished early. Dora's topic waits.
import { openMeeting } from '../../src/areas/learning-sets/index.ts'
import { newId } from '../../src/platform/ids.ts'
import { day } from '../../src/platform/time/day.ts'
import { moment } from '../../src/platform/time/moment.ts'
import { minutesForTopics } from '../../src/areas/learning-sets/course/allotted.ts'
import type { TestDatabase } from '../test-database.ts'
import { learningMeetingWorld } from './learning-meeting.ts'

export const saidInTheMeeting = {
  topic: 'Saying no to extra clinics',
  waits: 'A colleague who is always late',
  suggestion: 'Ask your manager for an hour to plan the rota together',
  experience: 'I wrote down a week of my days, and that opened the talk',
  action: 'Bring a week of my diary to my manager',
} as const

export async function learningHeldWorld(database: TestDatabase) {
  const worlds = await learningMeetingWorld(database)
  const clock = (to: string) => worlds.setClock(to)
  /** The afternoon's meeting held from 2pm to about 3pm; the clock stands at 3:30pm. */
  const heldMeeting = async (
    capture: 'kept' | 'not kept' = 'kept',
    suggestion: string = saidInTheMeeting.suggestion,
  ) => {
    clock('2026-11-20T10:00:00Z')
    const here = await worlds.withMeetings([day('2026-11-20'), day('2026-12-18')])
    const { world, id, does, goTo, holder } = here
    if (capture === 'not kept')
      await database.owner.query(`update learning_meeting set capture = 'not kept' where id = $1`, [id])
    clock('2026-11-20T14:00:00Z')
    await world.inside(world.amina, (work) => openMeeting(work, id))
    for (const who of ['amina', 'ben', 'dora', 'femi'] as const)
      await does(id, who, { type: 'arrive', person: world[who], way: 'own device' })
    await play(here, { clock, goTo, holder, suggestion })
    clock('2026-11-20T15:30:00Z')
    return here
  }
  return { ...worlds, clock, heldMeeting }
}

type Here = Awaited<ReturnType<Awaited<ReturnType<typeof learningMeetingWorld>>['withMeetings']>>

type Along = { clock: (to: string) => void; goTo: Here['goTo']; suggestion: string }

async function play(
  { id, world, does, sees }: Here,
  { holder, ...along }: Along & { holder: Here['holder'] },
): Promise<void> {
  const { goTo } = along
  await goTo(id, 'Name your topic')
  const topics = { ben: newId<'topic'>(), dora: newId<'topic'>() }
  for (let turns = 0; turns < 3; turns++) {
    const who = await holder(id)
    const meeting = await sees(id, 'amina')
    const step = meeting.step?.number ?? 0
    const words = who === 'ben' ? saidInTheMeeting.topic : saidInTheMeeting.waits
    if (who === 'ben' || who === 'dora')
      await does(id, who, { type: 'name topic', topic: topics[who], person: world[who], words, step })
    const { at = 0, lap = 1 } = meeting.step?.turns ?? {}
    await does(id, 'amina', { type: 'finish turn', step, turn: at, lap })
  }
  const choosing = await goTo(id, 'Choose, put in order, share out the time')
  const now = moment('2026-11-20T14:00:00Z')
  const minutes = minutesForTopics(choosing, now)
  const chosen = [{ topic: topics.ben, minutes }]
  await does(id, 'amina', {
    type: 'choose topics',
    topics: chosen,
    how: 'agreement',
    words: 'Ben’s cannot wait',
    shownAt: now,
  })
  await inTopic({ id, world, does }, along)
}

async function inTopic(
  { id, world, does }: Pick<Here, 'id' | 'world' | 'does'>,
  { clock, goTo, suggestion }: Along,
): Promise<void> {
  await goTo(id, 'Present')
  clock('2026-11-20T14:20:00Z')
  const step = (await goTo(id, 'Listen')).step?.number ?? 0
  const said = { level: null, asItStands: false, step } as const
  const { experience, action } = saidInTheMeeting
  await does(id, 'dora', { type: 'contribute', kind: 'suggestion', person: world.dora, words: suggestion, ...said })
  await does(id, 'femi', { type: 'contribute', kind: 'experience', person: world.femi, words: experience, ...said })
  clock('2026-11-20T14:50:00Z')
  const at = (await goTo(id, 'Commit')).step?.number ?? 0
  const due = day('2026-12-11')
  await does(id, 'ben', { type: 'commit', commitment: newId(), person: world.ben, words: action, due, step: at })
  await does(id, 'amina', { type: 'finish', words: 'The fire alarm' })
}
