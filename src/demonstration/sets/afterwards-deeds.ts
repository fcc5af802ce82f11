// What came after the meetings of the demonstration's set: something given to a colleague outside, a change that everybody agreed to
// tell, another that two people still have to look at, and what some have learned since.
import {
  agreeToTelling,
  type AnnouncementId,
  findAnnouncement,
  findSet,
  giveAway,
  type MeetingId,
  meetingNow,
  propose,
  releasableIn,
  saveLearning,
  type SetId,
  tellAnnouncement,
} from '../../areas/learning-sets/index.ts'
import { addDays, type Day } from '../../platform/time/day.ts'
import type { Work } from '../../platform/work.ts'
import type { Deed } from '../making/deeds.ts'
import { at, idOf, type Making, sure } from '../making/making.ts'
import { learnedSince, openText, toldText } from './afterwards-words.ts'

type Held = {
  readonly making: Making
  readonly days: readonly Day[]
  readonly idAt: (index: number) => MeetingId | undefined
  readonly setOf: () => SetId | null
  readonly facilitator: string
  readonly members: readonly string[]
}

/** Deeds of the days after the first and the second meeting. */
export function afterwardsDeeds(held: Held): readonly Deed[] {
  const first = held.days[0]
  const second = held.days[1]
  if (!first || !second) return []
  return [
    { at: at(addDays(first, 2), '17:40'), by: 'chloe', run: (work) => give(work, held) },
    ...learnedSince.map(({ by, after, answers, shared }, index) => ({
      at: at(addDays(first, after), `18:${10 + index}`),
      by,
      run: (work: Work) => learn(work, held, { answers, shared }),
    })),
    ...proposal(held, { by: 'tom', on: addDays(first, 8), text: toldText, to: 'femi', silent: [] }),
    ...proposal(held, {
      by: 'dora',
      on: addDays(second, 4),
      text: openText,
      to: 'marcus',
      silent: ['chloe', 'advisor3'],
    }),
  ]
}

async function give(work: Work, { making, idAt }: Held): Promise<void> {
  const id = idAt(0)
  const now = id && (await meetingNow(work, id))
  if (!id || !now) return
  const [item] = await releasableIn(work, id, now.meeting)
  const recipient = idOf(making.people, 'femi')
  if (item) sure(await giveAway(work, { id, meeting: now.meeting }, { item: item.item, recipient }))
}

async function learn(
  work: Work,
  { idAt, setOf }: Held,
  { answers, shared }: Pick<(typeof learnedSince)[number], 'answers' | 'shared'>,
): Promise<void> {
  const [meeting, id] = [idAt(0), setOf()]
  const set = id && (await findSet(work, id))
  if (meeting && set) sure(await saveLearning(work, { set, meeting }, { save: 0, answers, ticked: shared }))
}

type Proposal = {
  readonly by: string
  readonly on: Day
  readonly text: string
  readonly to: string
  readonly silent: readonly string[]
}

/** Somebody proposes a text, the others agree one after the other; it is told when nobody is silent. */
function proposal(held: Held, { by, on, text, to, silent }: Proposal): readonly Deed[] {
  let id: AnnouncementId | null = null
  const agreeing = [held.facilitator, ...held.members].filter((key) => key !== by && !silent.includes(key))
  const withIt = (
    key: string,
    time: string,
    run: (work: Work, id: AnnouncementId, textHash: string) => Promise<void>,
  ) => ({
    at: at(addDays(on, 1), time),
    by: key,
    run: async (work: Work) => {
      const found = id && (await findAnnouncement(work, id))
      if (found) await run(work, found.id, found.textHash)
    },
  })
  return [
    {
      at: at(on, '12:50'),
      by,
      run: async (work) => {
        const set = held.setOf()
        if (set) id = sure(await propose(work, set, { text, recipients: [idOf(held.making.people, to)] }))
      },
    },
    ...agreeing.map((key, index) =>
      withIt(key, `08:${10 + index}`, async (work, found, textHash) =>
        sure(await agreeToTelling(work, found, { textHash, agrees: true })),
      ),
    ),
    ...(silent.length > 0
      ? []
      : [
          withIt(by, '16:05', async (work, found, textHash) => sure(await tellAnnouncement(work, found, { textHash }))),
        ]),
  ]
}
