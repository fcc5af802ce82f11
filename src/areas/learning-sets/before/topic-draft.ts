// The topic that somebody drafts for themselves before a meeting (SPEC 7.2): ten lines at most, and what they want from the set.
// It is kept as it is typed, and nobody else learns of it; the set hears what its author says when topics are named. A save from
// a page that is out of date is refused, and loses nothing.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { MeetingId, PlannedMeeting } from '../room/planned-meeting.ts'

export type TopicDraftId = Id<'topic draft'>
export type TopicDraft = {
  readonly id: TopicDraftId
  readonly meeting: MeetingId
  readonly person: PersonId
  /** Counts its saves, so that a stale one is noticed. */
  readonly save: number
}
/** What is written, by the question it answers. */
export type DraftTexts = Readonly<Record<string, string>>

export const MOST_LINES = 10
/** As wide as a line is on a sheet of paper. */
const LINE_LENGTH = 100

/** How many lines a text fills; a long one goes on in the next. */
export const linesOf = (text: string): number =>
  text.trim() === ''
    ? 0
    : text
        .trim()
        .split('\n')
        .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.trimEnd().length / LINE_LENGTH)), 0)

/** Whether a text is short enough to be a topic. */
export function decideLength(text: string, field: string): Decision {
  const lines = linesOf(text)
  return lines <= MOST_LINES
    ? yes()
    : no(`Say it in ${MOST_LINES} lines at most. It is ${lines} now; what is hardest about it?`, field)
}

/** Drafting goes on until the meeting is over. */
export function mayDraft(meeting: Pick<PlannedMeeting, 'state'>): Decision {
  if (meeting.state === 'finished') return no('This meeting is over')
  return meeting.state === 'called off' ? no('This meeting was called off. What you wrote is kept') : yes()
}

/** One more save; refused when it was made from an older one. */
export const saveDraftFrom = (draft: TopicDraft, fromSave: number): Decision<TopicDraft> =>
  fromSave === draft.save
    ? yes({ ...draft, save: draft.save + 1 })
    : no('This was saved from another window or phone meanwhile. Both texts are below: nothing is lost')
