// An organisation's own contract or ground rules, pasted as text, as clauses: every paragraph and every point of a list is
// one; a short line above is its heading; a line that ends in a colon and names one side ("As supervisee, I agree to:")
// says whose the following ones are. Nobody has to learn a format first; what it became is shown before it is saved (SPEC 4.1).

export type ClauseParty = 'both' | 'supervisee' | 'supervisor' | 'everyone' | 'member' | 'facilitator' | 'organisation'
export type PastedClause = { readonly party: ClauseParty; readonly heading: string | null; readonly text: string }

/** What a pasted text became; `told` are lines that are no clauses: a title, and those that say whose clauses follow. */
export type Pasted = { readonly clauses: readonly PastedClause[]; readonly told: readonly string[] }

/** The clauses of a pasted text, in its order; none when it has no words. `shared` is whose a clause is unless it is said. */
export function readPasted(text: string, shared: 'both' | 'everyone'): Pasted {
  const clauses: PastedClause[] = []
  const told: string[] = []
  let party: ClauseParty = shared
  let heading: string | null = null
  const paragraphs = paragraphsIn(text)
  for (const [at, paragraph] of paragraphs.entries()) {
    if (isIntroduction(paragraph.text) || isTitle(paragraph, paragraphs[at + 1], at)) {
      party = partyNamed(paragraph.text, shared)
      told.push(paragraph.text)
    } else if (isHeading(paragraph, paragraphs[at + 1])) {
      heading = paragraph.text.replace(/:$/, '')
    } else {
      clauses.push({ party, heading, text: paragraph.text })
      heading = null
    }
  }
  return { clauses, told }
}

/** `listed`: it began with a bullet or a number. */
type Paragraph = { readonly text: string; readonly listed: boolean }

const bullet = /^(?:[-–—*•·▪◦‣o]|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.)])\s+/i

/** Lines that were wrapped are joined again: a line goes on where the one before it was long and had no end. */
function paragraphsIn(text: string): readonly Paragraph[] {
  const found: { text: string; listed: boolean }[] = []
  let broken = true
  for (const raw of text.normalize('NFC').split(/\r\n|[\n\r\u2028\u2029\v\f]/)) {
    const line = raw.replaceAll(/[\s\u00A0\u200B\uFEFF]+/g, ' ').trim()
    const before = found.at(-1)
    const listed = bullet.test(line)
    if (line !== '' && !broken && !listed && before && goesOn(before.text, line)) before.text += ` ${line}`
    else if (/[\p{L}\p{N}]/u.test(line.replace(bullet, ''))) found.push({ text: line.replace(bullet, ''), listed })
    broken = line === ''
  }
  return found
}

const goesOn = (before: string, line: string): boolean =>
  !/[.:;!?]["”’)]?$/.test(before) && (before.length > 60 || /^\p{Ll}/u.test(line))

/** "As supervisor, I agree to:" */
const isIntroduction = (text: string): boolean =>
  text.endsWith(':') && text.length <= 160 && /\b(agree|agrees|will|shall|undertakes?|promises?)\b/i.test(text)

/** A name of the whole, right above the first line that says whose clauses follow. */
const isTitle = ({ text }: Paragraph, next: Paragraph | undefined, at: number): boolean =>
  at === 0 && next !== undefined && isIntroduction(next.text) && text.length <= 120 && !/[.;!?]$/.test(text)

function partyNamed(text: string, shared: 'both' | 'everyone'): ClauseParty {
  const sides: readonly ClauseParty[] =
    shared === 'both' ? ['supervisee', 'supervisor', 'organisation'] : ['member', 'facilitator', 'organisation']
  const named = sides.filter((side) => new RegExp(`\\b${side}s?\\b`, 'i').test(text))
  return named.length === 1 ? (named[0] ?? shared) : shared
}

/** A few words without an end above something longer; a point of a list is no heading, unless it ends in a colon. */
const isHeading = ({ text, listed }: Paragraph, next: Paragraph | undefined): boolean =>
  next !== undefined &&
  text.length <= 80 &&
  text.split(' ').length <= 10 &&
  (text.endsWith(':') ||
    (!/[.;!?,]$/.test(text) && !listed && next.text.length > text.length && !isIntroduction(next.text)))

/** A clause as the pack keeps it. */
export type KeyedClause = PastedClause & { readonly key: string }

/**
 * Gives pasted clauses their keys. One that has the heading or the words of a clause that was there before keeps that
 * one's key, so that the difference shows a changed clause and not two.
 */
export function withKeys(
  clauses: readonly PastedClause[],
  before: readonly { readonly key: string; readonly heading: string | null; readonly text: string }[],
  taken: readonly string[] = [],
): readonly KeyedClause[] {
  const used = new Set(taken)
  const kept = clauses.map((clause) => {
    const same = before.find((old) => !used.has(old.key) && (old.text === clause.text || sameHeading(old, clause)))
    if (same) used.add(same.key)
    return same?.key
  })
  return clauses.map((clause, at) => {
    const key = kept[at] ?? freeKey(clause.heading ?? clause.text, used)
    used.add(key)
    return { ...clause, key }
  })
}

const sameHeading = (one: { heading: string | null }, other: { heading: string | null }): boolean =>
  one.heading !== null && one.heading.toLowerCase() === other.heading?.toLowerCase()

/** A key from the first words of a text that none of `used` is: "We come on time" as "we-come-on-time", then "-2". */
export function freeKey(words: string, used: ReadonlySet<string>): string {
  const plain = words
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[’'\p{M}]/gu, '')
    .match(/[a-z0-9]+/g)
  const stem = (plain ?? ['clause']).slice(0, 5).join('-').slice(0, 60).replace(/-$/, '')
  if (!used.has(stem)) return stem
  for (let number = 2; ; number++) if (!used.has(`${stem}-${number}`)) return `${stem}-${number}`
}
