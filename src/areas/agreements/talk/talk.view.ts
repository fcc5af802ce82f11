// From what was said of ground rules to what the pages say.
import type { Tone } from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Clause } from '../agreement/clauses.ts'
import {
  answerTo,
  details,
  type Entry,
  openConcerns,
  openSuggestions,
  stancesOn,
  type Talk,
  unansweredBy,
} from './talk.ts'

/** How the asker stands to a clause, in a word or two. */
export function ownTag(talk: Talk, item: string, asker: PersonId): { tone: Tone; words: string } {
  const own = stancesOn(talk, item).get(asker)
  if (own?.kind === 'agrees') return { tone: 'good', words: 'You agree' }
  if (own?.kind === 'concern') return { tone: 'soon', words: 'You have a concern' }
  const before = talk.entries.some((one) => one.clause === item && one.by === asker && isStance(one))
  return before ? { tone: 'new', words: 'Changed: answer again' } : { tone: 'waiting', words: 'Not answered yet' }
}

const isStance = ({ kind }: Entry): boolean => kind === 'agrees' || kind === 'concern'

/** '5 of 8 agree, 1 has a concern' */
export function countWords(talk: Talk, item: string): string {
  const stances = [...stancesOn(talk, item).values()]
  const agree = stances.filter((one) => one.kind === 'agrees').length
  const concerns = stances.length - agree
  const all = talk.agreement.parties.length
  const first = agree === all ? 'Everybody agrees' : `${agree} of ${all} ${agree === 1 ? 'agrees' : 'agree'}`
  if (concerns === 0) return first
  return `${first}, ${concerns === 1 ? '1 has a concern' : `${concerns} have a concern`}`
}

/** '2 comments, 1 suggestion'; '' when nothing was said. */
export function saidWords(talk: Talk, item: string): string {
  const count = (kind: Entry['kind']) => talk.entries.filter((one) => one.clause === item && one.kind === kind).length
  const parts = [
    [count('comment'), 'comment'],
    [count('concern'), 'concern'],
    [count('suggestion'), 'suggestion'],
  ] as const
  return parts
    .flatMap(([number, word]) => (number === 0 ? [] : [`${number} ${word}${number === 1 ? '' : 's'}`]))
    .join(', ')
}

/** What waits in a clause: an open concern or suggestion; null when nothing does. */
export function waitingWords(talk: Talk, item: string): string | null {
  const concerns = openConcerns(talk).filter((one) => one.clause === item).length
  const suggestions = openSuggestions(talk).filter((one) => one.clause === item).length
  const words = [
    concerns === 0 ? '' : concerns === 1 ? '1 concern to talk through' : `${concerns} concerns to talk through`,
    suggestions === 0 ? '' : suggestions === 1 ? '1 suggestion waits' : `${suggestions} suggestions wait`,
  ].filter(Boolean)
  return words.length === 0 ? null : words.join(', ')
}

/** 'We are on time'; for the blanks and for clauses without a heading what stands for them. */
export function nameOfItem(talk: Pick<Talk, 'text'>, item: string): string {
  if (item === details) return 'How we meet'
  const at = talk.text.clauses.findIndex((clause) => clause.key === item)
  return talk.text.clauses[at]?.heading ?? `Clause ${at + 1}`
}

/** The clause of a key; null for the blanks and for one that is gone. */
export const clauseIn = (talk: Pick<Talk, 'text'>, item: string): Clause | null =>
  talk.text.clauses.find((clause) => clause.key === item) ?? null

/** 'has answered everything', 'has 3 left' */
export function leftWords(talk: Talk, person: PersonId): string {
  const left = unansweredBy(talk, person).length
  return left === 0 ? 'Has answered everything' : `Has ${left} left to answer`
}

/** What became of a concern or suggestion, in words without a name. */
export function becameWords(talk: Pick<Talk, 'entries'>, entry: Entry): string | null {
  const answer = answerTo(talk, entry)
  if (!answer) return null
  return {
    'talked through': 'Talked through',
    'put in': 'Put into the text',
    'not put in': 'Not put into the text',
    'taken back': 'Taken back',
  }[answer.kind as 'put in']
}
