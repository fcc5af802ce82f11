// The turns over the life of a set, as its finished meetings have added to them (SPEC 7.6). Facts for whoever decides or suggests
// in a meeting; with the words in which a set chose otherwise for those who were there.
import { londonDay } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { forgetInSeries, openInSeries, openSeries, sealInSeries } from '../../records/index.ts'
import type { SetHistory } from '../fairness/history.ts'
import { turnsOfMeeting } from '../fairness/turns-of-meeting.ts'
import { type Topic, unreached } from '../meeting/meeting.ts'
import type { SetId } from '../set/set.ts'
import { forgetTold, type OpenedMeeting, theMeeting } from './meeting-log.changes.ts'
import { findTurns, insertTurns, type StoredTurns } from './meeting-log.store.ts'
import type { MeetingId, PlannedMeeting } from './planned-meeting.ts'

/** What the words of a meeting's turns say. */
type TurnWords = { readonly overruled: string | null; readonly waiting: readonly Topic[] }

/** Stands for the words of a choice that only those who were there can read. */
export const wordsOfOthers = 'The set said why; those who were there can read it'

/** The turns of a set, oldest meeting first, without opening anything: why a set chose otherwise is left in the general. */
export async function turnsSoFar(work: Work, set: SetId): Promise<SetHistory> {
  return (await findTurns(work, set)).map((one) => withOverruled(one, wordsOfOthers))
}

const withOverruled = ({ day, facts }: StoredTurns, words: string) => ({
  ...facts,
  day,
  overruled: facts.overruled ? words : null,
})

/** The turns of a set, oldest meeting first, with the words of its choices as far as the asker may read them. */
export async function historyOf(work: Work, set: SetId): Promise<SetHistory> {
  const history: SetHistory[number][] = []
  for (const one of await findTurns(work, set)) {
    const words = one.facts.overruled ? await wordsOf(work, one) : null
    history.push(withOverruled(one, words?.overruled ?? wordsOfOthers))
  }
  return history
}

/** The newest finished meeting of a set; null when it has not met. */
export const newestHeld = async (work: Work, set: SetId): Promise<MeetingId | null> =>
  (await findTurns(work, set)).at(-1)?.meeting ?? null

/** The newest finished meeting, and the topics that it left over: null for whoever had no seat in it. */
export async function leftOver(
  work: Work,
  set: SetId,
): Promise<{ readonly meeting: MeetingId; readonly topics: readonly Topic[] | null } | null> {
  const newest = (await findTurns(work, set)).at(-1)
  return newest ? { meeting: newest.meeting, topics: (await wordsOf(work, newest))?.waiting ?? null } : null
}

async function wordsOf(work: Work, { meeting, sealed }: StoredTurns): Promise<TurnWords | null> {
  const series = await openSeries(work, theMeeting(meeting))
  const text = series && openInSeries(work, series, { field: 'course', number: 0, sealed })
  return text ? (JSON.parse(text) as TurnWords) : null
}

/** Destroys the words of a meeting that its set did not want kept, once its turns are: topics that wait stand with them. */
export async function forgetWords(work: Work, planned: PlannedMeeting): Promise<void> {
  if (planned.capture !== 'not kept') return
  for (const field of ['words', 'topics']) await forgetInSeries(work, theMeeting(planned.id), { field })
  forgetTold(work, planned.id)
}

/** Keeps what a meeting that is finished adds to the turns of its set. */
export async function keepTurns(
  work: Work,
  planned: PlannedMeeting,
  { meeting, series }: OpenedMeeting,
): Promise<void> {
  const { overruled, day: _day, ...facts } = turnsOfMeeting(meeting)
  const words: TurnWords = { overruled, waiting: unreached(meeting) }
  await insertTurns(work, planned.set, {
    meeting: planned.id,
    day: londonDay(planned.startsAt),
    facts: { ...facts, overruled: overruled !== null },
    sealed: sealInSeries(work, series, { field: 'course', number: 0, text: JSON.stringify(words) }),
  })
}
