// What is said before today's meeting of the demonstration's set: a topic drafted, apologies, whether words are kept; and a topic
// that waits, which a new deputy may read.
import {
  findMeeting,
  findSet,
  joinSet,
  keepDraft,
  type MeetingId,
  ownWaitingTopics,
  sayOfCapture,
  sendApologies,
  type SetId,
  shareTopic,
} from '../../areas/learning-sets/index.ts'
import { addDays } from '../../platform/time/day.ts'
import type { Work } from '../../platform/work.ts'
import type { Deed } from '../making/deeds.ts'
import { at, idOf, type Making, sure } from '../making/making.ts'
import type { Span } from '../trust/staff.ts'
import { draftedTopic } from './meeting-words.ts'

/** Facilitates another set, and stands in in this one. */
const deputy = 'lowri'

/** Of today's: somebody has drafted a topic, somebody cannot come. */
export function todaysDeeds(making: Making, span: Span, idNow: () => MeetingId | undefined): readonly Deed[] {
  const deed = (ago: number, by: string, run: (work: Work, id: MeetingId) => Promise<unknown>): Deed => ({
    at: at(addDays(span.today, -ago), '18:20'),
    by,
    run: async (work) => {
      const id = idNow()
      if (id) await run(work, id)
    },
  })
  return [
    deed(3, 'adults1', async (work, id) => {
      const meeting = await findMeeting(work, id)
      const set = meeting && (await findSet(work, meeting.set))
      if (meeting && set) sure(await keepDraft(work, { meeting, set }, { fromSave: 0, texts: draftedTopic }))
    }),
    ...['dora', 'tom'].map((key) =>
      deed(2, key, async (work, id) => sure(await sayOfCapture(work, id, { agrees: true }))),
    ),
    deed(1, 'advisor3', async (work, id) =>
      sure(await sendApologies(work, id, { person: idOf(making.people, 'advisor3'), coming: false })),
    ),
  ]
}

/** A deputy has come who was not in the last meeting: whoever's topic it did not reach lets them read it. */
export function waitingDeeds(
  making: Making,
  span: Span,
  tale: { readonly facilitator: string; readonly setOf: () => SetId | null },
): readonly Deed[] {
  const deed = (ago: number, by: string, run: (work: Work, set: SetId) => Promise<unknown>): Deed => ({
    at: at(addDays(span.today, -ago), '13:05'),
    by,
    run: async (work) => {
      const set = tale.setOf()
      if (set) await run(work, set)
    },
  })
  return [
    deed(12, tale.facilitator, async (work, set) =>
      sure(
        await joinSet(work, set, {
          people: [idOf(making.people, deputy)],
          as: 'deputy',
          from: addDays(span.today, -12),
        }),
      ),
    ),
    deed(10, 'advisor3', async (work, id) => {
      const set = await findSet(work, id)
      for (const { topic } of set ? await ownWaitingTopics(work, set) : [])
        sure(await shareTopic(work, id, { topic: topic.id }))
    }),
  ]
}
