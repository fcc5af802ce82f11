// What the facilitator does with what the set said: putting suggestions into the text or not, noting how concerns were talked
// through, closing the text when all have answered (SPEC 4.3).
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Work } from '../../../platform/work.ts'
import { changeText } from '../adapting/text.changes.ts'
import type { AgreementId } from '../agreement/agreement.ts'
import { holdAgreement } from '../agreement/agreement.store.ts'
import { freeKey } from '../agreement/clauses.ts'
import { closeText } from '../signing/closing.changes.ts'
import { heldTalk, openWholeTalk, say } from './talk.changes.ts'
import { decideAnswer, decideTalkedThrough, openSuggestion, settled, stepOf } from './settling.ts'

/** Puts a suggestion into the text: a change, which everybody answers anew. By the facilitator. */
export async function applySuggestion(work: Work, id: AgreementId, what: { suggestion: number }): Promise<Decision> {
  return answerSuggestion(work, id, { ...what, answer: 'put in', words: '' })
}

/** Puts a suggestion in, says why not, or takes back one's own. */
export async function answerSuggestion(
  work: Work,
  id: AgreementId,
  what: { suggestion: number; answer: 'put in' | 'not put in' | 'taken back'; words: string },
): Promise<Decision> {
  const talk = (await holdAgreement(work, id)) && (await openWholeTalk(work, id))
  if (!talk) return no('There are no such rules')
  const found = openSuggestion(talk, what.suggestion)
  if (!found.ok) return found
  const suggestion = found.value
  const decision = decideAnswer(talk, suggestion, { by: work.asker.person, answer: what.answer })
  if (!decision.ok) return decision
  const suggested = talk.wordsOf(suggestion)?.suggested
  if (what.answer === 'put in') {
    if (!suggested) return no('The words of this suggestion would not open')
    const changed = await changeText(work, id, { step: stepOf(suggestion, suggested, freeKey(talk.text)) })
    if (!changed.ok) return changed
  }
  const { kind, clause } = { kind: what.answer, clause: suggestion.clause }
  await say(work, talk, { kind, clause, answers: suggestion.number, why: what.words.trim() })
  return yes()
}

/** Notes how a concern was talked through. By the facilitator; everybody reads it. */
export async function noteTalkedThrough(
  work: Work,
  id: AgreementId,
  what: { concern: number; how: string },
): Promise<Decision> {
  const talk = await heldTalk(work, id)
  if (!talk) return no('There are no such rules')
  const how = what.how.trim()
  const found = decideTalkedThrough(talk, { concern: what.concern, how, by: work.asker.person })
  if (!found.ok) return found
  await say(work, talk, { kind: 'talked through', clause: found.value.clause, answers: found.value.number, why: how })
  return yes()
}

/** Closes the rules for signing, when all have answered everything and nothing is left open. By the facilitator. */
export async function closeRules(work: Work, id: AgreementId, what: { version: number }): Promise<Decision> {
  const talk = (await holdAgreement(work, id)) && (await openWholeTalk(work, id))
  if (!talk) return no('There are no such rules')
  if (talk.unread.length > 0)
    return no('Something that was said would not open as it was written. Tell whoever runs the service')
  const closed = await closeText(work, id, { version: what.version, settled: settled(talk) })
  return closed.ok ? yes() : closed
}
