// Planning meetings of all sets of a cohort at once: the same days, time and length for each, all of them or none.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Work } from '../../../platform/work.ts'
import { proposeDays, type Rhythm } from '../dates/proposed-days.changes.ts'
import { keepsProgrammes } from '../programme/programme.access.ts'
import type { MeetingPlan } from '../room/planned-meeting.ts'
import { planMeetings } from '../room/planning.changes.ts'
import { isGoingOn, type LearningSet } from '../set/set.ts'
import { openSetsOf } from '../cohort/cohort.changes.ts'
import type { CohortId } from '../cohort/cohort.ts'

/** The sets of a cohort that still meet. */
export const setsThatMeet = async (work: Work, id: CohortId): Promise<readonly LearningSet[]> =>
  (await openSetsOf(work, id)).filter((set) => isGoingOn(set, work.today))

/** The days of a rhythm on which every set of the cohort can meet, with what was stepped round. */
export async function proposeForAll(work: Work, sets: readonly LearningSet[], rhythm: Rhythm) {
  const [first, ...others] = sets
  if (!first) return []
  const days = await proposeDays(work, first, rhythm)
  const free: (typeof days)[number]['day'][][] = []
  for (const set of others) free.push((await proposeDays(work, set, rhythm)).map((one) => one.day))
  return days.filter((one, at) => one.day !== null && free.every((theirs) => theirs[at] === one.day))
}

/** Plans these days for every set of the cohort that still meets; refused whole when one of them cannot. SPEC 7.1. */
export async function planForAll(work: Work, id: CohortId, plan: MeetingPlan): Promise<Decision<number>> {
  if (!keepsProgrammes(work.asker)) return no('There is no such cohort')
  const sets = await setsThatMeet(work, id)
  if (sets.length === 0) return no('No set of this cohort meets now')
  return work.attempt(
    async (): Promise<Decision<number>> => {
      for (const set of sets) {
        const done = await planMeetings(work, set.id, plan)
        if (!done.ok) return no(`${set.name}: ${done.reason}`, done.field)
      }
      return yes(sets.length * plan.days.length)
    },
    (done) => done.ok,
  )
}
