// What home says at the end of a programme: to those who took part, that they are asked how it was.
import type { Need } from '../../../platform/area.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { feedbackDays } from '../cohort/cohort.ts'
import { findCohortsOf } from '../cohort/cohort.store.ts'
import { askedAtEnd } from './feedback.changes.ts'
import { findOwnFeedback } from './feedback.store.ts'
import { isAsked } from './feedback.ts'

/** One need for each cohort that asks the asker how it was, until they have said so. */
export async function feedbackNeeds(work: Work): Promise<readonly Need[]> {
  const { standing, person } = work.asker
  if (!standing.has('in a set') && !standing.has('in a cohort')) return []
  const needs: Need[] = []
  for (const cohort of (await findCohortsOf(work, person)).filter((one) => isAsked(one, work.today))) {
    const own = await findOwnFeedback(work, cohort.id)
    if (own !== null && own.save > 0) continue
    if ((await askedAtEnd(work, cohort.id)).questions.length === 0) continue
    const { until } = feedbackDays(cohort)
    needs.push({
      urgency: 'later',
      title: 'Say how your action learning programme was for you',
      reason: `It ends on ${formatDay(cohort.lastDay)}. Nothing is quoted unless you say so.`,
      button: { label: 'Give feedback', href: `/action-learning/cohorts/${cohort.id}/feedback` },
      by: until,
    })
  }
  return needs
}
