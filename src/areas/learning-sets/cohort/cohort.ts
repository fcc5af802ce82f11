// A cohort of a programme (SPEC 7.1): the people who take it together, from a first day to a last one, often a year. They come from
// several units and meet in sets; a set belongs to one cohort or stands alone. The overview shows days, places and who has no set
// yet, and nothing that was said. Nobody is put into a set by being in a cohort: the set's own rules decide who joins it.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { addDays, addMonths, type Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import { type Programme, type ProgrammeId, programmeGoesOn } from '../programme/programme.ts'
import { isGoingOn, type LearningSet, type SetId, type SetSize } from '../set/set.ts'

export type CohortId = Id<'cohort'>
export type ParticipantId = Id<'participant'>

export type Cohort = {
  readonly id: CohortId
  readonly programme: ProgrammeId
  readonly name: string
  readonly from: Day
  /** The last day on which it meets. */
  readonly lastDay: Day
  readonly madeBy: PersonId
  readonly madeAt: Moment
  readonly version: number
}

/** Somebody who takes part in a cohort. */
export type Participant = { readonly id: ParticipantId; readonly cohort: CohortId; readonly person: PersonId }

/** A new cohort, or other days for one: within three years, of a programme that goes on. */
export function decideCohort(
  what: { programme: Pick<Programme, 'until'>; from: Day; lastDay: Day },
  today: Day,
): Decision {
  if (!programmeGoesOn(what.programme, today)) return no('This programme has ended')
  if (what.from > addMonths(today, 24)) return no('The first day must be within two years from today', 'from')
  if (what.lastDay < what.from) return no('The last day must be on or after the first', 'lastDay')
  if (what.lastDay > addMonths(what.from, 36))
    return no('A cohort lasts three years at most. Begin another one', 'lastDay')
  return yes()
}

/** 'begins later', 'meets' or 'is over', on a day. */
export function standingOfCohort(
  { from, lastDay }: Pick<Cohort, 'from' | 'lastDay'>,
  day: Day,
): 'begins later' | 'meets' | 'is over' {
  if (day < from) return 'begins later'
  return day <= lastDay ? 'meets' : 'is over'
}

/** A set comes to a cohort: one that goes on and stands alone until now. */
export function decideAddSet(set: LearningSet, what: { cohort: Cohort; of: CohortId | null; today: Day }): Decision {
  if (what.of === what.cohort.id) return no('This set belongs to the cohort already', 'set')
  if (what.of !== null) return no('This set belongs to another cohort. Take it out there first', 'set')
  if (!isGoingOn(set, what.today)) return no('This set has ended', 'set')
  return standingOfCohort(what.cohort, what.today) === 'is over' ? no('This cohort is over', 'set') : yes()
}

/** Everybody who is a member of a set now or is about to be, each once. */
export const membersAhead = (set: LearningSet, day: Day): readonly PersonId[] =>
  isGoingOn(set, day)
    ? [
        ...new Set(
          set.memberships.flatMap((one) =>
            one.as === 'member' && (one.until === null || one.until > day) ? [one.person] : [],
          ),
        ),
      ]
    : []

/** How a set stands against the size that the policy names. */
export type Room = { readonly members: number; readonly words: 'has room' | 'is full' | 'is small' | 'has ended' }

/** Whether a set is full, has room, or has fewer than it usually needs. */
export function roomIn(set: LearningSet, size: SetSize, day: Day): Room {
  const members = membersAhead(set, day).length
  if (!isGoingOn(set, day)) return { members, words: 'has ended' }
  if (size.largest !== null && members >= size.largest) return { members, words: 'is full' }
  return { members, words: size.smallest !== null && members < size.smallest ? 'is small' : 'has room' }
}

/** Everybody of a cohort: who takes part, and who is a member of one of its sets. */
export const peopleOfCohort = (
  participants: readonly Pick<Participant, 'person'>[],
  sets: readonly LearningSet[],
  day: Day,
): ReadonlySet<PersonId> =>
  new Set([...participants.map((one) => one.person), ...sets.flatMap((set) => membersAhead(set, day))])

/** Who takes part and is a member of none of the cohort's sets. */
export function withoutSet(
  participants: readonly Participant[],
  sets: readonly LearningSet[],
  day: Day,
): readonly Participant[] {
  const placed = new Set(sets.flatMap((set) => membersAhead(set, day)))
  return participants.filter((one) => !placed.has(one.person))
}

/** The sets of a cohort that somebody can be placed in now. */
export const setsWithRoom = (sets: readonly LearningSet[], sizes: ReadonlyMap<SetId, SetSize>, day: Day) =>
  sets.filter((set) => {
    const { words } = roomIn(set, sizes.get(set.id) ?? { smallest: null, largest: null }, day)
    return words === 'has room' || words === 'is small'
  })

/** Days before the last one from which feedback is asked for, and after it until which it is taken. */
const FEEDBACK_BEFORE = 21
const FEEDBACK_AFTER = 56

/** From when to when a cohort is asked how it was: three weeks before its last day to eight weeks after it. */
export const feedbackDays = ({ lastDay }: Pick<Cohort, 'lastDay'>): { readonly from: Day; readonly until: Day } => ({
  from: addDays(lastDay, -FEEDBACK_BEFORE),
  until: addDays(lastDay, FEEDBACK_AFTER),
})
