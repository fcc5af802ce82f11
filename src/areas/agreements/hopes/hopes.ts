// Before a set agrees its ground rules, each person thinks about what they look forward to and what makes them anxious (S2,
// small group work; SPEC 4.3). The answers are their author's alone; what they tick is shared with the set, and can be taken
// back as long as the rules are being agreed. The questions are the policy's; a policy without any asks three of our own.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { type Agreement, type AgreementId, isParty } from '../agreement/agreement.ts'

export type HopesId = Id<'hopes'>

/** That somebody answered, and how much of it they share. Facts; the answers are sealed. */
export type Hopes = {
  readonly id: HopesId
  readonly agreement: AgreementId
  readonly person: PersonId
  readonly shared: number
  /** What the shared ones are sealed about; another thing at every saving. */
  readonly sharedAbout: Id<'shared hopes'>
  readonly save: number
}

export type HopesQuestion = {
  readonly key: string
  readonly label: string
  readonly hint: string
  readonly answer: 'yes or no' | 'words'
  /** Ticked to be shared from the start. */
  readonly forAll: boolean
}

/** Answers by the question's key; those that are empty are left out. */
export type HopesAnswers = Readonly<Record<string, string>>

export const ownQuestions: readonly HopesQuestion[] = [
  { key: 'hopes', label: 'What do you look forward to in this set?', hint: '', answer: 'words', forAll: false },
  { key: 'worries', label: 'What makes you hesitate?', hint: '', answer: 'words', forAll: false },
  {
    key: 'must-have',
    label: 'What do the ground rules have to say for you?',
    hint: '',
    answer: 'words',
    forAll: false,
  },
]

/** Whether somebody may answer now: a party, as long as the rules are being agreed. */
export function mayAnswer(agreement: Agreement, by: PersonId): Decision {
  if (agreement.kind !== 'ground rules' || !isParty(agreement, by)) return no('Only the people of the set answer these')
  return agreement.state === 'adapting' ? yes() : no('The ground rules are closed, so these are no longer asked')
}

/** The answers that are there, and of those the ones to share. */
export function sharedOf(answers: HopesAnswers, ticked: readonly string[]): HopesAnswers {
  return Object.fromEntries(Object.entries(answers).filter(([key, words]) => words !== '' && ticked.includes(key)))
}
