// The short questionnaire before somebody's first meeting in a set (SPEC 7.1, S2): experience, hopes and worries, from the policy's
// template. What is written is its author's alone until they send it; then those who facilitate the set that day read it, and
// nobody else. It can be sent again with other words, and taken back. Nobody has to answer, and whoever would rather not says so.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { addDays } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import { belongs, holdsOn, type LearningSet, leads, type SetId } from '../set/set.ts'
import type { Answers } from './question.ts'

export type QuestionnaireId = Id<'questionnaire'>

/** That somebody has begun, sent or declined theirs. Facts; the answers are sealed. */
export type Questionnaire = {
  readonly id: QuestionnaireId
  readonly set: SetId
  readonly person: PersonId
  /** Counts every save, so that a stale one is noticed. */
  readonly save: number
  /** How often it was sent; 0 before the first time. */
  readonly version: number
  /** When it was last sent; null before, and after it was taken back. */
  readonly sentAt: Moment | null
  /** Since when they would rather not answer. */
  readonly declinedAt: Moment | null
}

/** Whether it was sent and not taken back. */
export const isSent = (own: Questionnaire | null): own is Questionnaire & { readonly sentAt: Moment } =>
  own !== null && own.sentAt !== null

/** Whoever is a member of the set answers; whoever only leads it reads. */
export const mayAnswer = (set: LearningSet, person: PersonId, today: Day): Decision =>
  set.memberships.some((one) => one.person === person && one.as === 'member' && holdsOn(one, today)) &&
  belongs(set, person, today)
    ? yes()
    : no('Only members of the set answer the questionnaire')

/** Keeps a draft that goes on from the newest save. */
export function decideSave(before: Questionnaire, fromSave: number): Decision<Questionnaire> {
  if (before.save !== fromSave) return no('You saved this somewhere else meanwhile. Look at it again')
  return yes({ ...before, save: before.save + 1, declinedAt: null })
}

/** Sends what was written; something has to be in it. */
export function decideSend(before: Questionnaire, answers: Answers, at: Moment): Decision<Questionnaire> {
  if (Object.keys(answers).length === 0) return no('Answer at least one question, or say that you would rather not')
  return yes({ ...before, version: before.version + 1, sentAt: at, declinedAt: null })
}

/** Takes back what was sent: nobody but its author reads it any more. */
export const decideTakingBack = (before: Questionnaire): Decision<Questionnaire> =>
  before.sentAt === null ? no('There is nothing to take back') : yes({ ...before, sentAt: null })

/** Says that one would rather not answer; what was sent before is taken back first. */
export const decideDeclining = (before: Questionnaire, at: Moment): Decision<Questionnaire> =>
  before.sentAt === null
    ? yes({ ...before, declinedAt: before.declinedAt ?? at })
    : no('You have sent your answers. Take them back first')

/** Those who read what is sent today: whoever leads the set, but for its author. */
export const readersOf = (set: LearningSet, author: PersonId, today: Day): readonly PersonId[] =>
  [...new Set(set.memberships.map((one) => one.person))].filter(
    (person) => person !== author && leads(set, person, today),
  )

/** Whether somebody's first meeting in a set is still to come; `met`: the days on which the set has met. */
export const isAhead = (
  set: LearningSet,
  { person, met, today }: { person: PersonId; met: readonly Day[]; today: Day },
): boolean =>
  set.memberships.some((one) => one.person === person && holdsOn(one, today) && !met.some((day) => holdsOn(one, day)))

const ASKED_DAYS = 60

/**
 * Whether home asks somebody to answer: a member who joined in the last weeks, has met with the set at most never, and has
 * neither sent nor declined.
 */
export function asksFor(
  set: LearningSet,
  what: { person: PersonId; own: Questionnaire | null; firstMeeting: Day | null; today: Day },
): boolean {
  const joined = set.memberships.find(
    (one) => one.person === what.person && one.as === 'member' && holdsOn(one, what.today),
  )
  if (!joined || isSent(what.own) || (what.own !== null && what.own.declinedAt !== null)) return false
  if (what.firstMeeting !== null && what.firstMeeting < what.today) return false
  return what.today < addDays(joined.from, ASKED_DAYS)
}
