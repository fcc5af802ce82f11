// Cover: a colleague reads one case and its discussions for a while, because the holder is away (SPEC 6.6). The holder of the
// case grants it, or a supervisor to whom it was brought; to a day, twelve weeks ahead at most. It ends by itself after that
// day, or earlier when the holder or whoever granted it ends it. Whoever covers reads; they cannot let anybody else read, and
// cannot make it longer. Line managers see that supervision happened, never what was said, so they do not cover.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { addDays, type Day } from '../../../platform/time/day.ts'
import { londonMoment, type Moment } from '../../../platform/time/moment.ts'

export type CoverId = Id<'cover'>

export type Cover = {
  readonly id: CoverId
  readonly caseId: Id<'case'>
  readonly colleague: PersonId
  readonly grantedBy: PersonId
  readonly grantedAt: Moment
  /** The last day on which the colleague may read. */
  readonly until: Day
  readonly endedAt: Moment | null
}

const USUAL_WEEKS = 4
const MOST_WEEKS = 12

/** The day offered first: four weeks from today. */
export const usualEnd = (today: Day): Day => addDays(today, USUAL_WEEKS * 7)

/** What is known of a case when cover is granted: facts only. */
export type Covered = {
  readonly holder: PersonId
  readonly open: boolean
  /** Who supervises the case as things stand. */
  readonly supervisors: readonly PersonId[]
  readonly covers: readonly Cover[]
  readonly lineManagers: readonly PersonId[]
}

/** Whether a person may let a colleague read a case. */
export function mayGrant({ holder, supervisors }: Covered, by: PersonId): Decision {
  if (holder === by || supervisors.includes(by)) return yes()
  return no('The holder of a case, or its supervisor, can let a colleague read it')
}

/** Grants cover up to a day. */
export function grant(covered: Covered, what: { by: PersonId; colleague: PersonId; until: Day; today: Day }): Decision {
  const may = mayGrant(covered, what.by)
  if (!may.ok) return may
  if (!covered.open) return no('This case is closed')
  if (what.colleague === what.by || what.colleague === covered.holder)
    return no('Choose a colleague who does not hold this case', 'colleague')
  if (covered.lineManagers.includes(what.colleague))
    return no('A line manager does not see what was said in supervision. Choose another colleague', 'colleague')
  if (covered.covers.some((one) => one.colleague === what.colleague && isStanding(one, what.today)))
    return no('This colleague covers already. End that first to choose another day', 'colleague')
  if (what.until < what.today) return no('The last day must be today or later', 'until')
  if (what.until > addDays(what.today, MOST_WEEKS * 7))
    return no(`The last day must be within ${MOST_WEEKS} weeks. It can be granted again then`, 'until')
  return yes()
}

/** Ends it before its day. */
export function end(cover: Cover, holder: PersonId, by: PersonId, today: Day): Decision {
  if (by !== holder && by !== cover.grantedBy) return no('The holder, or whoever granted it, can end this')
  return isStanding(cover, today) ? yes() : no('This has ended already')
}

/** The moment from which a cover's colleague reads nothing more: midnight after its last day, whatever the clocks do. */
export const readsUntil = ({ until }: Pick<Cover, 'until'>): Moment | null => londonMoment(addDays(until, 1), '00:00')

/** Whether somebody covers on a day. */
export const isStanding = (cover: Cover, day: Day): boolean => cover.endedAt === null && day <= cover.until
