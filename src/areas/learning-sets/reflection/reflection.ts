// What somebody learned (SPEC 7.9): about the issue, about themselves, about learning together, and three key things; some time
// after a meeting, and once over the whole life of the set. It is theirs alone but for the answers that they share with the set,
// and what they share they can take back. The questions are the policy's; a policy without any asks our own.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { addMonths, type Day } from '../../../platform/time/day.ts'
import type { MeetingId } from '../room/planned-meeting.ts'
import type { LearningSet, SetId } from '../set/set.ts'
import { isGoingOn } from '../set/set.ts'

/** That somebody wrote, and how much of it they share. Facts; the answers are sealed. */
export type Reflection = {
  readonly id: Id<'reflection'>
  readonly set: SetId
  /** Null: over the whole life of the set. */
  readonly meeting: MeetingId | null
  readonly person: PersonId
  readonly shared: number
  /** What the shared ones are sealed about; another thing at every saving. */
  readonly sharedAbout: Id<'shared reflection'>
  readonly save: number
}

export type LearningQuestion = { readonly key: string; readonly label: string; readonly isShort: boolean }
/** Answers by the question's key; those that are empty are left out. */
export type LearningAnswers = Readonly<Record<string, string>>

export const ownLearningQuestions: readonly LearningQuestion[] = [
  { key: 'issue', label: 'What did I learn about the issue?', isShort: false },
  { key: 'myself', label: 'What did I learn about myself?', isShort: false },
  { key: 'process', label: 'What did I learn about learning together?', isShort: false },
  { key: 'first', label: 'The first key thing', isShort: true },
  { key: 'second', label: 'The second', isShort: true },
  { key: 'third', label: 'The third', isShort: true },
]

/** The answers that are there, and of those the ones to share. */
export const answersToShare = (answers: LearningAnswers, ticked: readonly string[]): LearningAnswers =>
  Object.fromEntries(Object.entries(answers).filter(([key, words]) => words !== '' && ticked.includes(key)))

const MONTHS_AFTER = 3

/** Whether what was learned can be written now: while the set goes on, and for three months after its end. */
export function mayReflect(set: LearningSet, today: Day): Decision {
  if (isGoingOn(set, today) || (set.until !== null && today < addMonths(set.until, MONTHS_AFTER))) return yes()
  return no(`This set ended more than ${MONTHS_AFTER} months ago. What you wrote stays, and can no longer be changed`)
}
