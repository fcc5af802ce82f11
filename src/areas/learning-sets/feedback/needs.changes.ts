// What home says at the end of a programme: to those who took part, that they are asked how it was; and to whoever leads it that there
// is something to read, for two weeks after the newest was given.
import type { Need } from '../../../platform/area.ts'
import { addMinutes } from '../../../platform/time/moment.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { feedbackDays } from '../cohort/cohort.ts'
import { findCohortsOf } from '../cohort/cohort.store.ts'
import { askedAtEnd } from './feedback.changes.ts'
import { findCohortsToRead, findOwnFeedback } from './feedback.store.ts'
import { FEWEST, isAsked } from './feedback.ts'

const SHOWN_DAYS = 14

/** What there is to read for the lead of a programme, and what the asker is asked themselves. */
export const feedbackNeeds = async (work: Work): Promise<readonly Need[]> => [
  ...(await needsOfLead(work)),
  ...(await needsOfAsked(work)),
]

async function needsOfLead(work: Work): Promise<readonly Need[]> {
  if (!work.asker.roles.has('programme lead')) return []
  const since = addMinutes(work.moment, -SHOWN_DAYS * 24 * 60)
  return (await findCohortsToRead(work, { fewest: FEWEST, since })).map(({ cohort, given }) => ({
    urgency: 'later',
    title: 'Read how an action learning programme of yours was',
    reason: `${given} people have said how it was for them.`,
    button: { label: 'Read it', href: `/action-learning/cohorts/${cohort}/answers` },
  }))
}

/** One need for each cohort that asks the asker how it was, until they have said so. */
async function needsOfAsked(work: Work): Promise<readonly Need[]> {
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
