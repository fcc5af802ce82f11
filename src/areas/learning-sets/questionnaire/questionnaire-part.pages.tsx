// The questionnaire on the page of a set: the way to one's own, and for those who facilitate it to what was sent.
import type { Work } from '../../../platform/work.ts'
import { type LearningSet, leads } from '../set/set.ts'
import { findQuestionnaire, findSent } from './questionnaire.store.ts'
import { questionnaireOf } from './questionnaire.changes.ts'
import { isSent, mayAnswer } from './questionnaire.ts'

/** Nothing for those who neither answer nor lead, or where the policy asks nothing. */
export async function questionnairePart(work: Work, set: LearningSet) {
  const { person } = work.asker
  const answers = mayAnswer(set, person, work.today).ok
  const reads = leads(set, person, work.today)
  if ((!answers && !reads) || (await questionnaireOf(work, set)).questions.length === 0) return null
  const own = answers ? await findQuestionnaire(work, set.id, person) : null
  const sent = reads ? (await findSent(work, set.id)).length : 0
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
