// What home says of the questionnaire: to a member who has just joined, that there is one; to nobody else anything.
import type { Need } from '../../../platform/area.ts'
import type { Day } from '../../../platform/time/day.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { findMeetingsOf } from '../room/planned-meeting.store.ts'
import { belongs, holdsOn, type LearningSet } from '../set/set.ts'
import { findSetsOf } from '../set/set.store.ts'
import { questionnaireOf } from './questionnaire.changes.ts'
import { asksFor } from './questionnaire.ts'
import { findQuestionnaire } from './questionnaire.store.ts'

/** One need for each set that somebody has joined in the last weeks and written nothing for. */
export async function questionnaireNeeds(work: Work): Promise<readonly Need[]> {
  if (!work.asker.standing.has('in a set')) return []
  const { person } = work.asker
  const needs: Need[] = []
  for (const set of await findSetsOf(work, person)) {
    if (!belongs(set, person, work.today)) continue
    const own = await findQuestionnaire(work, set.id, person)
    const firstMeeting = await firstMeetingOf(work, set)
    if (!asksFor(set, { person, own, firstMeeting, today: work.today })) continue
    if ((await questionnaireOf(work, set)).questions.length === 0) continue
    needs.push({
      urgency: 'later',
      title: `Answer the short questionnaire before ${set.name} first meets`,
      reason: 'What you have done before, look forward to and wonder about. Only your facilitator reads it.',
      button: { label: 'Answer it', href: `/action-learning/sets/${set.id}/questionnaire` },
    })
  }
  return needs
}

/** The day of the first meeting since the asker joined; null when none is planned yet. */
async function firstMeetingOf(work: Work, set: LearningSet): Promise<Day | null> {
  const joined = set.memberships.find((one) => one.person === work.asker.person && holdsOn(one, work.today))
  const days = (await findMeetingsOf(work, set.id))
    .filter((one) => one.state !== 'called off')
    .map((one) => londonDay(one.startsAt))
  return days.find((day) => joined !== undefined && day >= joined.from) ?? null
}
