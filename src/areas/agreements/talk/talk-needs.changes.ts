// What waits for somebody about ground rules that are being agreed: answers to give, and for the facilitator what is left before
// the text can be closed. By facts alone: no text is opened for it, and no clause is named (SPEC 12.6).
import type { Need } from '../../../platform/area.ts'
import type { Work } from '../../../platform/work.ts'
import { findOpenAgreementsOf } from '../agreement/agreement.store.ts'
import { findEvents } from '../agreement/saving.store.ts'
import { peopleNowOf, setNameOf } from '../ground-rules/rules.changes.ts'
import { findEntries } from './talk.store.ts'
import { hasLeft, looksAfter, openSuggestions, type TalkFacts, waitingConcerns } from './talk.ts'

/** One need at most for each set of rules that the asker takes part in agreeing now. */
export async function rulesNeeds(work: Work): Promise<readonly Need[]> {
  const open = (await findOpenAgreementsOf(work, work.asker.person)).filter(
    (one) => one.kind === 'ground rules' && one.state === 'adapting',
  )
  const needs: Need[] = []
  for (const agreement of open) {
    const people = await peopleNowOf(work, agreement)
    if (people !== null && !people.includes(work.asker.person)) continue
    const [entries, changes] = [await findEntries(work, agreement.id), await findEvents(work, agreement.id)]
    needs.push(...needOf(work, { agreement, entries, changes }, await setNameOf(work, agreement)))
  }
  return needs
}

function needOf(work: Work, facts: TalkFacts, set: string): readonly Need[] {
  const href = `/ground-rules/${facts.agreement.id}`
  if (hasLeft(facts, work.asker.person)) {
    const reason =
      'Your set agrees its ground rules clause by clause. Say to each that you agree, or that you have a concern.'
    return [{ urgency: 'soon', title: `Answer the ground rules of ${set}`, reason, button: { label: 'Answer', href } }]
  }
  if (!looksAfter(facts, work.asker.person)) return []
  const missing = facts.agreement.parties.filter((party) => hasLeft(facts, party.person)).length
  const waiting = waitingConcerns(facts).length + openSuggestions(facts).length
  if (waiting > 0) {
    const reason = waiting === 1 ? 'One concern or suggestion waits.' : `${waiting} concerns or suggestions wait.`
    return [
      {
        urgency: 'soon',
        title: `Settle the ground rules of ${set}`,
        reason,
        button: { label: 'Look at them', href },
      },
    ]
  }
  if (missing > 0) return []
  const reason = 'All have answered, and nothing is left open. Close the text, then everybody signs it.'
  return [{ urgency: 'soon', title: `Close the ground rules of ${set}`, reason, button: { label: 'Close them', href } }]
}
