// A safeguarding lead reads a case discussion of the own service (TRUST, "Who sees what": content, own service, logged): for a
// purpose from a fixed list, one record, for an hour, seen by its people under "who has seen this". Never of a session of
// their own staff, and nothing from before they had the role.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { addMinutes, londonDay, type Moment } from '../../../platform/time/moment.ts'

export const purposes = [
  'somebody may be at risk',
  'following up a concern',
  'quality of supervision',
  'learning from a review',
  'support for the supervisor',
] as const
export type Purpose = (typeof purposes)[number]

export type LeadReading = {
  readonly id: Id<'lead reading'>
  readonly record: Id<'session record'>
  readonly lead: PersonId
  readonly purpose: Purpose
  readonly openedAt: Moment
  readonly until: Moment
}

/** What is known of a lead and a discussion, to decide by. */
export type Standing = {
  /** Since when they have held the role, by somebody else's grant; null when not. */
  readonly since: Day | null
  readonly ownService: boolean
  /** Why they stand too near, in a sentence; null when they do not. */
  readonly near: string | null
  readonly reads: boolean
}

/** Whether a lead may open a discussion that took place on a day. */
export function mayRead(standing: Standing, heldOn: Day, today: Day): Decision {
  if (standing.near) return no(standing.near)
  if (standing.reads) return no('You were in this session: read it on its own page')
  if (standing.since === null || standing.since >= today)
    return no('It takes a role that you have held since before today and did not grant to yourself')
  if (!standing.ownService) return no('This discussion is not of your own service')
  return standing.since <= heldOn ? yes() : no('It took place before you had this role')
}

/** An opening for an hour from now. */
export const readingFrom = (now: Moment): { openedAt: Moment; until: Moment } => ({
  openedAt: now,
  until: addMinutes(now, 60),
})

/** The opening that holds at this moment; null when none does. */
export const openReading = (readings: readonly LeadReading[], lead: PersonId, now: Moment): LeadReading | null =>
  readings.find((one) => one.lead === lead && one.openedAt <= now && now < one.until) ?? null

export const heldOn = (startsAt: Moment): Day => londonDay(startsAt)
