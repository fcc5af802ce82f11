// The sentences of the expected table. Each says who may what, from the first that fits:
// 'its supervisor and those supervised may do it; everybody else finds nothing'.
import { type Asking, isOurs, isStranger, people, type Who } from './people.ts'
import type { Outcome } from './asking.ts'
import type { Thing } from './thing.ts'

const verbs: readonly (readonly [RegExp, readonly Outcome[]])[] = [
  [/ cannot open it$/, ['refused', 'told why not', 'nothing found']],
  // A page that says why it has nothing to offer now has been opened all the same.
  [/ opens? it$/, ['opened', 'told why not']],
  [/ may do it where there is one$/, ['done', 'told why not', 'nothing found']],
  [/ opens? it where there is one$/, ['opened', 'told why not', 'nothing found']],
  [/ may do it$/, ['done', 'told why not']],
  [/ (is|are) told why not$/, ['told why not']],
  [/ cannot do it$/, ['told why not', 'nothing found']],
  [/ finds? nothing$/, ['nothing found']],
  [/ (is|are) refused$/, ['refused']],
]

const byRole = (role: string): readonly Asking[] =>
  (Object.keys(people) as Who[]).filter((who) => people[who].role === role)

/** Whoever is something by office, whatever the thing. Olga has her offices in an organisation of her own. */
const offices: Readonly<Record<string, readonly Asking[]>> = {
  administrators: [...byRole('administrator'), 'olga'],
  'SPOA administrators': byRole('SPOA administrator'),
  'safeguarding advisors': byRole('safeguarding advisor'),
  'senior advisors': byRole('senior advisor'),
  'named professionals': [...byRole('named professional'), 'olga'],
  'designated professionals': byRole('designated professional'),
  directors: [...byRole('director'), 'olga'],
  auditors: byRole('auditor'),
  'learning leads': byRole('learning lead'),
  'programme leads': byRole('programme lead'),
  'line managers': ['grace', 'theo'],
  'team leads': ['leah', 'theo'],
  // By a supervisor role that the policy names for it.
  facilitators: ['farah', 'amina'],
  'advisors for children': ['farah'],
  'designated nurses': ['uma'],
  'facilitators of peer review': ['hamza'],
  'leaders of peer review': ['senga', 'uma', 'desmond'],
}

type Clause = { readonly people: readonly string[]; readonly outcomes: readonly Outcome[] }

/** A sentence of the table, read; throws with what is wrong in it. */
export function readSentence(sentence: string): readonly Clause[] {
  return sentence.split(';').map((part) => {
    const clause = ` ${part.trim()}`
    const found = verbs.find(([pattern]) => pattern.test(clause))
    if (!found) throw new Error(`“${clause.trim()}” does not say what they may: end it with “may do it”, “opens it”, …`)
    const words = clause.replace(found[0], '').trim()
    return { people: words.split(/, | and /).map((one) => one.trim()), outcomes: found[1] }
  })
}

/**
 * What this person is to be answered. Three laws stand above every sentence: whoever has not signed in signs in first;
 * whoever has left finds nothing; and what is another organisation's was never there.
 */
export function expected(sentence: string, who: Asking, thing: Thing | null): readonly Outcome[] {
  if (who === 'nobody') return ['signs in']
  if (who === 'lena') return ['nothing found']
  if (thing?.ours === isStranger(who)) return ['nothing found']
  const clause = readSentence(sentence).find(({ people: words }) => words.some((word) => fits(word, who, thing)))
  if (!clause) throw new Error(`“${sentence}” says nothing of ${isOurs(who) ? people[who].kind : who}`)
  return clause.outcomes
}

/** Whether the sentence speaks of this person by office or by part, and not only as one of everybody else. */
export const isNamed = (sentence: string, who: Asking, thing: Thing | null): boolean =>
  readSentence(sentence).some(({ people: words }) =>
    words.some((word) => !word.startsWith('everybody') && fits(word, who, thing)),
  )

function fits(word: string, who: Asking, thing: Thing | null): boolean {
  if (word === 'everybody' || word === 'everybody else') return true
  return (offices[word] ?? thing?.parts[word] ?? []).includes(who)
}

/** Words of a sentence that mean nothing: no office, and no part in any of these things. */
export function unknownWords(sentence: string, things: readonly Thing[]): readonly string[] {
  const known = new Set([
    'everybody',
    'everybody else',
    ...Object.keys(offices),
    ...things.flatMap((thing) => Object.keys(thing.parts)),
  ])
  return readSentence(sentence).flatMap(({ people: words }) => words.filter((word) => !known.has(word)))
}
