// How a set agrees its ground rules, clause by clause, together (SPEC 4.3). Each person says of each clause “I agree” or “I have
// a concern”, and may say why, comment, or suggest other words. A clause that is changed asks everybody again. The facilitator
// puts suggestions into the text or not, and writes down how each concern was talked through. The text is closed when all
// have answered everything and nothing is left open. What was said is only added to, never changed.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import { type Agreement, isParty, partOf } from '../agreement/agreement.ts'
import type { AgreementText } from '../agreement/clauses.ts'
import type { AgreementEvent } from '../agreement/history.ts'

/** Under which key the blanks that are filled in are answered like a clause; no key of a policy begins like this. */
export const details = '_filled-in'
/** What a suggestion for a clause that is not there yet is filed under. */
export const newClause = '_new'

export const entryKinds = [
  'agrees',
  'concern',
  'comment',
  'suggestion',
  'talked through',
  'put in',
  'not put in',
  'taken back',
] as const
export type EntryKind = (typeof entryKinds)[number]

/** One thing that somebody said of a clause, or did with what was said. Facts; its words are sealed. */
export type Entry = {
  readonly number: number
  readonly kind: EntryKind
  readonly clause: string
  readonly by: PersonId
  readonly at: Moment
  /** The text that they had before them. */
  readonly version: number
  /** What it answers: the number of a concern or of a suggestion. */
  readonly answers: number | null
  /** For an answer to a clause: how many this person had still to answer after it. */
  readonly left: number | null
}

/** What a suggestion would do to the text. */
export type Suggested = {
  readonly what: 'change' | 'add' | 'leave out'
  readonly heading: string
  readonly text: string
}
/** The words of an entry; `why` are the person's own. */
export type EntryWords = { readonly why: string; readonly suggested: Suggested | null }

export type Talk = {
  readonly agreement: Agreement
  readonly text: AgreementText
  readonly entries: readonly Entry[]
} & {
  readonly changes: readonly Pick<AgreementEvent, 'kind' | 'step' | 'clause' | 'version'>[]
}

/** Everything that is answered: the blanks first, then each clause. */
export const itemsOf = (text: AgreementText): readonly string[] => [
  ...(text.blanks.length > 0 ? [details] : []),
  ...text.clauses.map((clause) => clause.key),
]

/** The version in which a clause got the words that it has now. */
export function changedIn(changes: Talk['changes'], clause: string): number {
  const own = changes.filter((event) => event.kind === 'changed' && (event.clause ?? details) === clause)
  return Math.max(1, ...own.map((event) => event.version))
}

/** Each person's latest answer to a clause as it reads now; an answer to earlier words counts no longer. */
export function stancesOn(
  { entries, changes }: Pick<Talk, 'entries' | 'changes'>,
  clause: string,
): ReadonlyMap<PersonId, Entry> {
  const since = changedIn(changes, clause)
  const answers = entries.filter(
    (one) => one.clause === clause && (one.kind === 'agrees' || one.kind === 'concern') && one.version >= since,
  )
  return new Map(answers.toSorted((a, b) => a.number - b.number).map((one) => [one.by, one]))
}

/** What somebody has still to answer. */
export const unansweredBy = (talk: Talk, person: PersonId): readonly string[] =>
  itemsOf(talk.text).filter((item) => !stancesOn(talk, item).has(person))

/** Those of the parties who have something to answer. */
export const stillToAnswer = (talk: Talk): readonly PersonId[] =>
  talk.agreement.parties.map((party) => party.person).filter((person) => unansweredBy(talk, person).length > 0)

/** What is known of a talk without opening a word of it. */
export type TalkFacts = Pick<Talk, 'agreement' | 'entries' | 'changes'>

/** Whether somebody has something to answer, by the facts alone: never answered, some left, or changed since. */
export function hasLeft({ entries, changes }: TalkFacts, person: PersonId): boolean {
  const last = entries.findLast((one) => one.by === person && one.left !== null)
  if (!last || last.left !== 0) return true
  return changes.some((one) => one.kind === 'changed' && one.step !== 'leave out' && one.version > last.version)
}

/** Concerns that wait to be talked through, by the facts alone: each person's latest answer to a clause that is not changed since. */
export function waitingConcerns(facts: TalkFacts): readonly Entry[] {
  const gone = new Set(facts.changes.filter((one) => one.step === 'leave out').map((one) => one.clause))
  const clauses = new Set(facts.entries.filter((one) => one.kind === 'concern').map((one) => one.clause))
  return [...clauses]
    .filter((clause) => !gone.has(clause))
    .flatMap((clause) => [...stancesOn(facts, clause).values()])
    .filter((one) => one.kind === 'concern' && answerTo(facts, one) === undefined)
}

/** Concerns about the words as they are now that nobody wrote down yet how they were talked through. */
export const openConcerns = (talk: Talk): readonly Entry[] =>
  itemsOf(talk.text)
    .flatMap((item) => [...stancesOn(talk, item).values()])
    .filter((one) => one.kind === 'concern' && !isAnswered(talk, one))

/** Suggestions that were neither put in, nor not, nor taken back. */
export const openSuggestions = (talk: Pick<Talk, 'entries'>): readonly Entry[] =>
  talk.entries.filter((one) => one.kind === 'suggestion' && !isAnswered(talk, one))

/** What became of a concern or a suggestion; undefined as long as nothing did. */
export const answerTo = ({ entries }: Pick<Talk, 'entries'>, entry: Entry): Entry | undefined =>
  entries.find((one) => one.answers === entry.number)
/** Whether anything became of it. */
export const isAnswered = (talk: Pick<Talk, 'entries'>, entry: Entry): boolean => answerTo(talk, entry) !== undefined

/** Whether somebody may say something of the rules now. */
export function mayTalk({ agreement }: Pick<Talk, 'agreement'>, by: PersonId): Decision {
  if (!isParty(agreement, by)) return no('Only the people who agree these rules can do this')
  if (agreement.state === 'adapting') return yes()
  return no(
    agreement.state === 'signing'
      ? 'The text is closed for signing. It can be opened again to change it'
      : 'These rules were settled. They are agreed again when somebody joins or leaves, or when their time is over',
  )
}

/** Whether this person looks after the talk: puts suggestions in, notes how concerns were talked through, closes. */
export const looksAfter = ({ agreement }: Pick<Talk, 'agreement'>, person: PersonId): boolean =>
  partOf(agreement, person) === 'facilitator'

export const goneWords = 'This clause is no longer in the text'

/** Somebody answers a clause as it was before them. A concern has words, so that the others can understand it. */
export function decideStance(
  talk: Talk,
  what: { by: PersonId; clause: string; stance: 'agrees' | 'concern'; seen: number; why: string },
): Decision {
  const may = mayTalk(talk, what.by)
  if (!may.ok) return may
  if (!itemsOf(talk.text).includes(what.clause)) return no(goneWords)
  if (what.seen < changedIn(talk.changes, what.clause))
    return no('This was changed after you opened it. Read it again, then answer')
  return what.stance === 'concern' && what.why === '' ? no('Say in a few words what concerns you', 'why') : yes()
}

/** Somebody agrees with everything that they have not answered; nothing of it may have changed since they read it. */
export function decideRest(talk: Talk, what: { by: PersonId; seen: number }): Decision<readonly string[]> {
  const may = mayTalk(talk, what.by)
  if (!may.ok) return may
  const rest = unansweredBy(talk, what.by)
  if (rest.length === 0) return no('You have answered everything already')
  return rest.some((item) => changedIn(talk.changes, item) > what.seen)
    ? no('Something was changed after you opened the page. Read it again, then answer')
    : yes(rest)
}

/** Somebody says something of a clause that is in the text, was once, or was suggested. */
export function decideComment(talk: Talk, what: { by: PersonId; clause: string }): Decision {
  const may = mayTalk(talk, what.by)
  if (!may.ok) return may
  const isKnown = itemsOf(talk.text).includes(what.clause) || talk.entries.some((one) => one.clause === what.clause)
  return isKnown ? yes() : no(goneWords)
}

/** Somebody suggests other words, another clause, or to leave one out. */
export function decideSuggestion(talk: Talk, what: { by: PersonId; clause: string; suggested: Suggested }): Decision {
  const may = mayTalk(talk, what.by)
  if (!may.ok) return may
  const { what: deed, heading, text } = what.suggested
  if (deed === 'add') return text === '' ? no('Write what the clause says', 'text') : yes()
  const now = talk.text.clauses.find((one) => one.key === what.clause)
  if (!now) return no(goneWords)
  if (deed === 'leave out') return talk.text.clauses.length === 1 ? no('Ground rules keep one clause at least') : yes()
  if (text === '') return no('Write what the clause should say', 'text')
  return now.text === text && (now.heading ?? '') === heading
    ? no('These are the words as they are now', 'text')
    : yes()
}
