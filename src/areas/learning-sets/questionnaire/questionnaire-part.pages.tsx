// The questionnaire on the page of a set: the way to one's own, and for those who facilitate it to what was sent.
import { londonDay } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { findMeetingsOf } from '../room/planned-meeting.store.ts'
import { type LearningSet, leads } from '../set/set.ts'
import { findQuestionnaire, findSent } from './questionnaire.store.ts'
import { questionnaireOf } from './questionnaire.changes.ts'
import { isAhead, isSent, mayAnswer } from './questionnaire.ts'

/**
 * Nothing for those who neither answer nor lead, where the policy asks nothing, and, once they have met, where nothing was
 * written.
 */
export async function questionnairePart(work: Work, set: LearningSet) {
  const { person } = work.asker
  const isMember = mayAnswer(set, person, work.today).ok
  const isLeading = leads(set, person, work.today)
  if ((!isMember && !isLeading) || (await questionnaireOf(work, set)).questions.length === 0) return null
  const own = isMember ? await findQuestionnaire(work, set.id, person) : null
  const sent = isLeading ? (await findSent(work, set.id)).length : 0
  const met = (await findMeetingsOf(work, set.id))
    .filter((one) => one.state === 'finished')
    .map((one) => londonDay(one.startsAt))
  const answers = isMember && (own !== null || isAhead(set, { person, met, today: work.today }))
  const reads = isLeading && (sent > 0 || met.length === 0)
  if (!answers && !reads) return null
  return (
    <>
      <h2>Before the first meeting</h2>
      {answers && (
        <p>
          <a href={`/action-learning/sets/${set.id}/questionnaire`}>A short questionnaire</a>
          {!isSent(own) ? ', for your facilitator alone.' : ', which you have sent to your facilitator.'}
        </p>
      )}
      {reads && (
        <p>
          <a href={`/action-learning/sets/${set.id}/questionnaires`}>What members wrote to you ({sent})</a>
        </p>
      )}
    </>
  )
}
