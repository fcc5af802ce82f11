// Whether a meeting keeps the words that are written in it (SPEC 7.8): the set decides, beforehand. Each person says for themselves
// whether they agree that words are kept; one who would rather not is enough, and then they are destroyed at the end. Nobody has to
// say why, and nobody can find out who it was: what was said is kept without a name. Who leads the set can always choose to keep
// nothing.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Capture, PlannedMeeting } from '../room/planned-meeting.ts'

/** How many agree and how many would rather not, without names; and what the asker said. */
export type CaptureSaid = { readonly agree: number; readonly against: number; readonly own: boolean | null }

/** The same, with how many of those who belong to the set on its day have said nothing. */
export type CaptureCount = CaptureSaid & { readonly silent: number }

/** Nobody can tell whose word is whose, so what somebody said who has left since still counts for that meeting. */
export const countSaid = (said: CaptureSaid, people: number): CaptureCount => ({
  ...said,
  silent: Math.max(0, people - said.agree - said.against),
})

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
