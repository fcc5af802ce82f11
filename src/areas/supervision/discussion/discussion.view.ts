// How the cases of a session stand, in words, and how a plan stands towards the clinical record.
import { formatDay } from '../../../platform/time/words.ts'
import type { Policy } from '../../policy/index.ts'
import { termsIn } from '../terms/terms.view.ts'
import type { Tone } from '../session/session.view.ts'
import type { ClinicalEntry, DiscussionState } from './discussion.ts'

const tones: Readonly<Record<DiscussionState, Tone>> = {
  'to write': 'soon',
  'being written': 'soon',
  'signed off': 'waiting',
  validated: 'good',
  'commented on': 'good',
  'not reached': 'quiet',
}

/** The state of a case in a session as a tag. */
export const tagOf = (state: DiscussionState): { readonly tone: Tone; readonly words: string } => ({
  tone: tones[state],
  words: state.charAt(0).toUpperCase() + state.slice(1),
})

/** 'In the clinical record since 3 February 2027', 'Not in the clinical record yet'. */
export function entryWords(entry: ClinicalEntry | null): string {
  if (!entry) return 'Not in the clinical record yet'
  return entry.day === null
    ? 'Need not be in the clinical record'
    : `In the clinical record since ${formatDay(entry.day)}`
}

/** Whether discussions of a kind of supervision end with a plan, which then belongs in the clinical record. */
export const makesPlans = (policy: Policy, type: string): boolean =>
  termsIn(policy, type)?.recordParts.some((part) => part.means === 'plan') ?? false
