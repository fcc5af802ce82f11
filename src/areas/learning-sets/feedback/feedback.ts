// Feedback at the end of a programme (SPEC 7.1, S2). Everybody of a cohort is asked how it was; whoever leads the programme reads the
// answers without names, once three have written. An answer is quoted only when its author says so, with or without their name, and
// for as long as they say so; the lead then chooses what to show. Another lead reads what is given from then on.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import { type Cohort, feedbackDays, type Participant } from '../cohort/cohort.ts'
import type { Answers, Question } from '../questionnaire/question.ts'
import type { LearningSet } from '../set/set.ts'

export type FeedbackId = Id<'feedback'>
export type QuotingId = Id<'quoting'>
export type QuoteId = Id<'quote'>

export const consents = ['no', 'without name', 'with name'] as const
export type Consent = (typeof consents)[number]

/** That somebody gave feedback. Facts; the answers are sealed. */
export type Feedback = {
  readonly id: FeedbackId
  readonly cohort: Cohort['id']
  readonly person: PersonId
  /** How often it was given; 0 before the first time. */
  readonly save: number
  /** Counts every save, those of drafts among them. */
  readonly draft: number
  readonly givenAt: Moment
}

/** Whether one answer may be quoted. */
export type Quoting = {
  readonly id: QuotingId
  readonly feedback: FeedbackId
  readonly question: string
  readonly consent: Consent
}

/** Everybody who is asked: who takes part, and who was a member of one of its sets in the last weeks. */
export function askedOf(
  cohort: Pick<Cohort, 'lastDay'>,
  participants: readonly Pick<Participant, 'person'>[],
  sets: readonly LearningSet[],
): ReadonlySet<PersonId> {
  const { from } = feedbackDays(cohort)
  const members = sets.flatMap((set) =>
    set.memberships.filter((one) => one.as === 'member' && (one.until === null || one.until > from)),
  )
  return new Set([...participants, ...members].map((one) => one.person))
}

/** Whether feedback is taken on a day. */
export function isAsked(cohort: Pick<Cohort, 'lastDay'>, day: Day): boolean {
  const { from, until } = feedbackDays(cohort)
  return from <= day && day <= until
}

/** Gives feedback, or gives it again with other words, from the newest save. */
export function decideGiving(
  before: Feedback,
  what: { cohort: Cohort; answers: Answers; fromSave: number },
  today: Day,
): Decision<Feedback> {
  const kept = decideKeeping(before, what, today)
  if (!kept.ok) return kept
  if (Object.keys(what.answers).length === 0) return no('Answer at least one question')
  return yes({ ...kept.value, save: before.save + 1 })
}

/** Keeps a draft that goes on from the newest save, as long as feedback is taken. */
export function decideKeeping(
  before: Feedback,
  what: { cohort: Pick<Cohort, 'lastDay'>; fromSave: number },
  today: Day,
): Decision<Feedback> {
  const { from, until } = feedbackDays(what.cohort)
  if (today < from) return no('Feedback is asked for towards the end of the programme')
  if (today > until) return no('Feedback is no longer taken. You can still say what may be quoted')
  if (before.draft !== what.fromSave) return no('You saved this somewhere else meanwhile. Look at it again')
  return yes({ ...before, draft: before.draft + 1 })
}

/** Answers in words can be quoted; how much it was worth to somebody is counted. */
export const quotable = (questions: readonly Question[]): readonly Question[] =>
  questions.filter((question) => question.answer === 'words')

/** So many have to have written before answers are read: fewer, and everybody knew who wrote what. */
export const FEWEST = 3
export const heldBack = (count: number): boolean => count < FEWEST

/** Which quotes fall when somebody saves: consent that changed or was taken back, and words that are other words now. */
export const fallen = (
  before: { answers: Answers; quoting: readonly Quoting[] },
  now: { answers: Answers; consent: ReadonlyMap<string, Consent> },
): readonly QuotingId[] =>
  before.quoting
    .filter(
      (one) =>
        now.consent.get(one.question) !== one.consent ||
        (now.answers[one.question] ?? '') !== (before.answers[one.question] ?? ''),
    )
    .map((one) => one.id)

/** Whether the lead may show an answer: with its author's consent, and something in it. */
export function decideShowing(quoting: Quoting | null, words: string): Decision<{ named: boolean }> {
  if (!quoting || quoting.consent === 'no') return no('Its author has not agreed to be quoted')
  return words === '' ? no('There is nothing to quote') : yes({ named: quoting.consent === 'with name' })
}
