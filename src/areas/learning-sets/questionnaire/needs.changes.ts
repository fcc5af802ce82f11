// What home says of the questionnaire: to a member who has just joined, that there is one; to nobody else anything.
import type { Need } from '../../../platform/area.ts'
import type { Work } from '../../../platform/work.ts'
import { belongs } from '../set/set.ts'
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
    if (!asksFor(set, { person, own, firstMeeting: null, today: work.today })) continue
    if ((await questionnaireOf(work, set)).questions.length === 0) continue
    needs.push({
      urgency: 'later',
      title: 'Answer the short questionnaire before your set first meets',
      reason: 'What you have done before, look forward to and wonder about. Only your facilitator reads it.',
      button: { label: 'Answer it', href: `/action-learning/sets/${set.id}/questionnaire` },
    })
  }
  return needs
}
