// Breaking the glass (SPEC 12.4): somebody without access, who has held a safeguarding role since before today, asks for one
// named record. A second person with such a role agrees or refuses; two refusals end it, and so does time. Then it opens once,
// for one hour, read-only. Everybody concerned is told, or on a later day where telling now would put somebody at risk.
// Somebody else again reviews whether it was justified, within a week.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { addDays, type Day } from '../../../platform/time/day.ts'
import { addMinutes, londonDay, type Moment } from '../../../platform/time/moment.ts'

export type GlassId = Id<'glass'>
export const glassCauses = ['author ill or away', 'author cannot be reached', 'somebody at risk now'] as const
export type GlassCause = (typeof glassCauses)[number]

export type GlassAnswer = {
  readonly by: PersonId
  readonly at: Moment
  readonly answer: 'agreed' | 'refused'
  /** Those concerned are told from this day on; null when at once, or refused. */
  readonly tellOn: Day | null
}
export type GlassTelling = {
  readonly by: PersonId
  readonly at: Moment
  readonly decision: 'told' | 'later'
  readonly tellOn: Day | null
}
export type Glass = {
  readonly id: GlassId
  readonly record: Id<'session record'>
  readonly askedBy: PersonId
  readonly askedAt: Moment
  readonly expiresAt: Moment
  readonly cause: GlassCause
  readonly riskInTelling: boolean
  readonly answers: readonly GlassAnswer[]
  readonly opening: { readonly at: Moment; readonly until: Moment } | null
  readonly tellings: readonly GlassTelling[]
  readonly review: { readonly by: PersonId; readonly at: Moment; readonly outcome: ReviewOutcome } | null
}
export type ReviewOutcome = 'justified' | 'not justified'

/** Waiting for a second person; agreed but not opened; ended without opening; open; over and to be reviewed; reviewed. */
export type GlassState = 'waiting' | 'agreed' | 'refused' | 'expired' | 'open' | 'to review' | 'reviewed'

export const HOURS_TO_ANSWER = 24
export const HOURS_TO_OPEN = 4
export const MINUTES_OPEN = 60
export const REFUSALS_TO_END = 2
export const DAYS_TO_REVIEW = 7

/** How it stands at a moment: time alone ends requests and openings. */
export function stateOf(glass: Glass, now: Moment): GlassState {
  if (glass.review) return 'reviewed'
  if (glass.opening) return now < glass.opening.until ? 'open' : 'to review'
  const agreed = agreementOf(glass)
  if (agreed) return now < addMinutes(agreed.at, HOURS_TO_OPEN * 60) ? 'agreed' : 'expired'
  if (glass.answers.length >= REFUSALS_TO_END) return 'refused'
  return now < glass.expiresAt ? 'waiting' : 'expired'
}

export const agreementOf = (glass: Glass): GlassAnswer | null =>
  glass.answers.find((answer) => answer.answer === 'agreed') ?? null

/** The second person's answer: once each, never the asker's own, while it waits. */
export function decide(
  glass: Glass,
  given: { by: PersonId; answer: GlassAnswer['answer']; tellOn: Day | null },
  now: Moment,
): Decision<GlassAnswer> {
  if (given.by === glass.askedBy) return no('You asked for this yourself. It takes a second person')
  if (glass.answers.some((answer) => answer.by === given.by)) return no('You have answered this already')
  const state = stateOf(glass, now)
  if (state !== 'waiting') return no(notWaiting[state])
  if (given.answer === 'agreed' && given.tellOn !== null && given.tellOn <= londonDay(now))
    return no('The later day must be after today', 'tellOn')
  return yes({ ...given, tellOn: given.answer === 'agreed' ? given.tellOn : null, at: now })
}

const notWaiting: Record<Exclude<GlassState, 'waiting'>, string> = {
  agreed: 'A second person has agreed already',
  refused: 'Two people have refused this',
  expired: 'This request has expired. It can be asked again',
  open: 'It has been opened already',
  'to review': 'It has been opened already',
  reviewed: 'It has been opened already',
}

/** Opens it, once, for the asker, for an hour. */
export function open(glass: Glass, by: PersonId, now: Moment): Decision<{ at: Moment; until: Moment }> {
  if (glass.askedBy !== by) return no('Only the person who asked for it opens it')
  if (glass.opening) return no('It opens once, for one hour. Ask again if it is needed again')
  const state = stateOf(glass, now)
  if (state !== 'agreed') return no(notAgreed[state] ?? 'No second person has agreed')
  return yes({ at: now, until: addMinutes(now, MINUTES_OPEN) })
}

const notAgreed: Partial<Record<GlassState, string>> = {
  refused: 'Two people have refused this',
  expired: 'This request has expired. Ask again if it is still needed',
}

/** The day from which those concerned are to be told; null when they have been, or when it was never opened. */
export function tellingDue(glass: Glass): Day | null {
  if (!glass.opening || isTold(glass)) return null
  return glass.tellings.at(-1)?.tellOn ?? agreementOf(glass)?.tellOn ?? londonDay(glass.opening.at)
}
export const isTold = (glass: Glass): boolean => glass.tellings.some((telling) => telling.decision === 'told')

/** Tells those concerned, or puts it off to a later day: the second person or a reviewer decides. */
export function tellConcerned(
  glass: Glass,
  given: { by: PersonId; decision: GlassTelling['decision']; tellOn: Day | null; mayReview: boolean },
  now: Moment,
): Decision<GlassTelling> {
  if (!glass.opening) return no('It was never opened: there is nothing to tell')
  if (isTold(glass)) return no('They have been told already')
  if (given.by === glass.askedBy || (agreementOf(glass)?.by !== given.by && !given.mayReview))
    return no('The second person or a reviewer decides about telling')
  if (given.decision === 'later' && (given.tellOn === null || given.tellOn <= londonDay(now)))
    return no('Say on which day they are to be told, after today', 'tellOn')
  const { by, decision } = given
  return yes({ by, decision, tellOn: decision === 'later' ? given.tellOn : null, at: now })
}

/** The review by somebody who neither asked nor agreed, once the hour is over. */
export function review(
  glass: Glass,
  given: { by: PersonId; outcome: ReviewOutcome },
  now: Moment,
): Decision<NonNullable<Glass['review']>> {
  if (given.by === glass.askedBy || agreementOf(glass)?.by === given.by)
    return no('Somebody who neither asked nor agreed reviews it')
  const state = stateOf(glass, now)
  if (state === 'reviewed') return no('It has been reviewed already')
  if (state !== 'to review') return no(state === 'open' ? 'The hour is not over yet' : 'It was never opened')
  return yes({ ...given, at: now })
}

/** The day by which the review is due; null when there is nothing to review. */
export const reviewDue = (glass: Glass): Day | null =>
  glass.opening && !glass.review ? addDays(londonDay(glass.opening.at), DAYS_TO_REVIEW) : null
