// What the facilitator of a set does with what was said of its ground rules (SPEC 4.3): a suggestion is put into the text or
// not, and whoever made it may take it back; how a concern was talked through is written down. The text is closed when
// everything is filled in, all have answered everything, and nothing is left open.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { emptyBlanks, type TextStep } from '../agreement/clauses.ts'
import {
  changedIn,
  type Entry,
  goneWords,
  isAnswered,
  looksAfter,
  mayTalk,
  newClause,
  openConcerns,
  openSuggestions,
  stillToAnswer,
  type Suggested,
  type Talk,
} from './talk.ts'

const facilitatorOnly = 'The facilitator does this, when the set has talked about it'

/** The suggestion of that number, as long as it waits for an answer. */
export function openSuggestion(talk: Talk, number: number): Decision<Entry> {
  const found = talk.entries.find((one) => one.kind === 'suggestion' && one.number === number)
  if (!found) return no('There is no such suggestion')
  return isAnswered(talk, found) ? no('This suggestion was dealt with already') : yes(found)
}

/** A suggestion is put into the text or not by the facilitator, or taken back by whoever made it. */
export function decideAnswer(
  talk: Talk,
  suggestion: Entry,
  what: { by: PersonId; answer: 'put in' | 'not put in' | 'taken back' },
): Decision {
  const may = mayTalk(talk, what.by)
  if (!may.ok) return may
  if (what.answer === 'taken back')
    return suggestion.by === what.by ? yes() : no('Only whoever suggested it can take it back')
  if (!looksAfter(talk, what.by)) return no(facilitatorOnly)
  if (what.answer === 'not put in' || suggestion.clause === newClause) return yes()
  if (!talk.text.clauses.some((one) => one.key === suggestion.clause)) return no(goneWords)
  return suggestion.version < changedIn(talk.changes, suggestion.clause)
    ? no('The clause was changed after this was suggested. Ask for it to be suggested again')
    : yes()
}

/** The step that a suggestion makes when it is put in. */
export function stepOf(suggestion: Entry, { what, heading, text }: Suggested, freeKey: string): TextStep {
  if (what === 'add') return { what, clause: freeKey, party: 'everyone', heading, text }
  return what === 'leave out' ? { what, clause: suggestion.clause } : { what, clause: suggestion.clause, heading, text }
}

/** The facilitator writes down how a concern was talked through; whoever has it may still raise it again. */
export function decideTalkedThrough(talk: Talk, what: { by: PersonId; concern: number; how: string }): Decision<Entry> {
  const may = mayTalk(talk, what.by)
  if (!may.ok) return may
  if (!looksAfter(talk, what.by)) return no(facilitatorOnly)
  const found = openConcerns(talk).find((one) => one.number === what.concern)
  if (!found) return no('This concern was talked through, or the clause has changed since')
  return what.how === '' ? no('Write in a few words how it was talked through', 'how') : yes(found)
}

/** Whether the text can be closed: all have answered everything, and nothing is left open. */
export function settled(talk: Talk): Decision {
  const [empty] = emptyBlanks(talk.text)
  if (empty) return no(`Fill in “${empty.label}” first`)
  const missing = stillToAnswer(talk).length
  if (missing > 0)
    return no(
      missing === 1
        ? 'One person has not answered everything yet'
        : `${missing} people have not answered everything yet`,
    )
  const suggestions = openSuggestions(talk).length
  if (suggestions > 0)
    return no(
      suggestions === 1
        ? 'One suggestion waits: put it in or not'
        : `${suggestions} suggestions wait: put them in or not`,
    )
  const concerns = openConcerns(talk).length
  if (concerns === 0) return yes()
  return no(
    concerns === 1
      ? 'One concern is open: talk it through, and note how'
      : `${concerns} concerns are open: talk them through, and note how`,
  )
}
