// What the people of a set say of their ground rules: answering clauses, commenting, suggesting (SPEC 4.3). Each deed holds the
// agreement, so that those at one moment come one after the other, seals its words for all parties, and leaves its line.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Work } from '../../../platform/work.ts'
import { findReaders, letRead, openTexts, sealTexts, thing } from '../../records/index.ts'
import type { AgreementId } from '../agreement/agreement.ts'
import { holdAgreement } from '../agreement/agreement.store.ts'
import { openAgreementText } from '../agreement/keeping.changes.ts'
import { findEvents } from '../agreement/saving.store.ts'
import {
  decideComment,
  decideRest,
  decideStance,
  decideSuggestion,
  type Entry,
  type EntryWords,
  newClause,
  type Suggested,
  type Talk,
  unansweredBy,
} from './talk.ts'
import { addEntry, findEntries } from './talk.store.ts'

/** What the words of a set about its rules are sealed about: one thing for each agreement. */
export const aboutTalk = (id: AgreementId) => thing('ground rules talk', id)

/** Everything that was said of rules, with its words; `unread` names entries that would not open. */
export type OpenedTalk = Talk & {
  readonly wordsOf: (entry: Entry) => EntryWords | null
  readonly unread: readonly number[]
}

const SEALED = 1
const fieldOf = (number: number): string => `entry-${number}`

/** The facts of a talk with the text it is about, opened as one of the parties. Null for everybody else, and for contracts. */
export async function openTalk(work: Work, id: AgreementId): Promise<Talk | null> {
  const opened = await openAgreementText(work, id)
  if (!opened || opened.agreement.kind !== 'ground rules') return null
  const [entries, changes] = [await findEntries(work, id), await findEvents(work, id)]
  return { agreement: opened.agreement, text: opened.text, entries, changes }
}

/** The same with all words, which leaves another line on the trail. */
export async function openWholeTalk(work: Work, id: AgreementId): Promise<OpenedTalk | null> {
  const talk = await openTalk(work, id)
  if (!talk) return null
  const { texts } = await openTexts(work, { about: aboutTalk(id), version: SEALED })
  const words = new Map(Object.entries(texts).map(([field, text]) => [field, JSON.parse(text) as SealedEntry]))
  const wordsOf = (entry: Entry): EntryWords | null => {
    const sealed = words.get(fieldOf(entry.number))
    return sealed && isAsWritten(entry, sealed) ? { why: sealed.why, suggested: sealed.suggested } : null
  }
  const unread = talk.entries.filter((one) => wordsOf(one) === null).map((one) => one.number)
  return { ...talk, wordsOf, unread }
}

/** The words with what the rows say of them, so that a row that was changed by hand is noticed. */
type SealedEntry = EntryWords & Pick<Entry, 'kind' | 'clause' | 'by' | 'version' | 'answers'>

const isAsWritten = (entry: Entry, sealed: SealedEntry): boolean =>
  entry.kind === sealed.kind &&
  entry.clause === sealed.clause &&
  entry.by === sealed.by &&
  entry.version === sealed.version &&
  entry.answers === sealed.answers

/** One entry to add: what is not said of it is nothing. */
export type Said = Pick<Entry, 'kind' | 'clause'> & {
  readonly answers?: number
  readonly left?: number
  readonly why?: string
  readonly suggested?: Suggested
}

/** Adds one entry with its words, for everybody who is named in the agreement. */
export async function say(work: Work, talk: Talk, entry: Said): Promise<number> {
  const { agreement } = talk
  const facts = { kind: entry.kind, clause: entry.clause, version: agreement.version, answers: entry.answers ?? null }
  const number = await addEntry(work, agreement.id, { ...facts, left: entry.left ?? null })
  const sealed: SealedEntry = {
    ...facts,
    by: work.asker.person,
    why: entry.why ?? '',
    suggested: entry.suggested ?? null,
  }
  const about = aboutTalk(agreement.id)
  const isFirst = (await findReaders(work, about)).length === 0
  const texts = { [fieldOf(number)]: JSON.stringify(sealed) }
  await sealTexts(work, { kind: 'agreement', about, version: SEALED, texts })
  if (isFirst) {
    const others = agreement.parties.filter((party) => party.person !== work.asker.person)
    await letRead(
      work,
      about,
      others.map(({ person, as }) => ({ person, because: as, until: null })),
    )
  }
  return number
}

/** Holds an agreement and gathers what was said of it, for a deed. */
export async function heldTalk(work: Work, id: AgreementId): Promise<Talk | null> {
  return (await holdAgreement(work, id)) && openTalk(work, id)
}

const nothing = no('There are no such rules')

/** “I agree” or “I have a concern”, of one clause as the asker had it before them. */
export async function takeStance(
  work: Work,
  id: AgreementId,
  what: { clause: string; stance: 'agrees' | 'concern'; seen: number; why: string },
): Promise<Decision> {
  const talk = await heldTalk(work, id)
  if (!talk) return nothing
  const why = what.why.trim()
  const decision = decideStance(talk, { ...what, why, by: work.asker.person })
  if (!decision.ok) return decision
  const left = unansweredBy(talk, work.asker.person).filter((item) => item !== what.clause).length
  await say(work, talk, { kind: what.stance, clause: what.clause, why, left })
  return yes()
}

/** “I agree” with everything that the asker has not answered yet. */
export async function agreeWithRest(work: Work, id: AgreementId, what: { seen: number }): Promise<Decision> {
  const talk = await heldTalk(work, id)
  if (!talk) return nothing
  const rest = decideRest(talk, { ...what, by: work.asker.person })
  if (!rest.ok) return rest
  for (const [at, clause] of rest.value.entries())
    await say(work, talk, { kind: 'agrees', clause, left: rest.value.length - at - 1 })
  return yes()
}

/** Says something of a clause to the set. */
export async function commentOnClause(
  work: Work,
  id: AgreementId,
  what: { clause: string; words: string },
): Promise<Decision> {
  const talk = await heldTalk(work, id)
  if (!talk) return nothing
  const may = decideComment(talk, { by: work.asker.person, clause: what.clause })
  if (!may.ok) return may
  await say(work, talk, { kind: 'comment', clause: what.clause, why: what.words })
  return yes()
}

/** Suggests other words for a clause, another clause, or to leave one out. Answers the suggestion's number. */
export async function suggestClause(
  work: Work,
  id: AgreementId,
  what: { clause: string | null; suggested: Suggested; why: string },
): Promise<Decision<number>> {
  const talk = await heldTalk(work, id)
  if (!talk) return nothing
  const { suggested } = what
  const clause = suggested.what === 'add' ? newClause : (what.clause ?? '')
  const decision = decideSuggestion(talk, { by: work.asker.person, clause, suggested })
  if (!decision.ok) return decision
  return yes(await say(work, talk, { kind: 'suggestion', clause, suggested, why: what.why }))
}
