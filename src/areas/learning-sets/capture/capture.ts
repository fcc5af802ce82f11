// Whether a meeting keeps the words that are written in it (SPEC 7.8): the set decides, beforehand. Each person says for themselves
// whether they agree that words are kept; one who would rather not is enough, and then they are destroyed at the end. Nobody has to
// say why, and nobody is named. Who leads the set can always choose to keep nothing.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Capture, PlannedMeeting } from '../room/planned-meeting.ts'

/** What somebody said about keeping the words of a meeting. */
export type CaptureWord = { readonly person: PersonId; readonly agrees: boolean }

/** How many of those who belong to the set agree, would rather not, or have said nothing; and what the asker said. */
export type CaptureCount = {
  readonly agree: number
  readonly against: number
  readonly silent: number
  readonly own: boolean | null
}

/** Counted for those who belong to the set now: what somebody said who has left counts no longer. */
export function countWords(words: readonly CaptureWord[], people: readonly PersonId[], own: PersonId): CaptureCount {
  const said = words.filter((one) => people.includes(one.person))
  const agree = said.filter((one) => one.agrees).length
  return {
    agree,
    against: said.length - agree,
    silent: people.length - said.length,
    own: said.find((one) => one.person === own)?.agrees ?? null,
  }
}

const beforehand = 'This is chosen before the meeting is opened'

/** What who leads the set chooses for it. */
export function decideCapture(
  meeting: PlannedMeeting,
  to: Capture,
  count: Pick<CaptureCount, 'against'>,
): Decision<PlannedMeeting> {
  if (meeting.state !== 'planned') return no(beforehand)
  if (to === 'kept' && count.against > 0) return no('Somebody would rather that nothing is kept. One is enough')
  return yes(meeting.capture === to ? meeting : { ...meeting, capture: to, version: meeting.version + 1 })
}

/** Somebody says that they agree, or would rather not: then nothing is kept. */
export function decideWord(meeting: PlannedMeeting, agrees: boolean): Decision<PlannedMeeting> {
  if (meeting.state !== 'planned') return no(beforehand)
  return agrees ? yes(meeting) : decideCapture(meeting, 'not kept', { against: 1 })
}
