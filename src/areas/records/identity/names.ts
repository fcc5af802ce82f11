// Names of people in a text (SPEC 6.4): from a list of names common in Britain, of many origins, and by shape: a title or a
// word of family before a capitalised word, "called" before one, two capitalised words that are no ordinary ones, "J. Smith",
// "O'Brien". Words that are names and something else (Grace, Will, May, Brown) need such a sign beside them.
import type { IdentifyingPart } from './identifying-text.ts'
import { certainNames, possibleNames } from './known-names.ts'
import { ordinaryWords } from './ordinary-words.ts'

type Word = {
  readonly text: string
  readonly from: number
  readonly to: number
  /** In small letters, without accents, for the lists. */
  readonly key: string
  /** Capitalised as a name is: a capital, then at least one small letter. */
  readonly titled: boolean
  /** One space from the word before. */
  readonly glued: boolean
  /** First of a sentence, a line or a bracket, where any word has a capital. */
  readonly starts: boolean
  /** Between this word and the one before, at most four characters of it. */
  readonly before: string
}

/** Names, with the title before them and the names behind them; full names in `colleagues` are left alone. */
export function namesIn(text: string, colleagues: readonly string[]): readonly IdentifyingPart[] {
  const words = wordsIn(text)
  const known = new Set(colleagues.map((name) => name.trim().toLowerCase()))
  const found: IdentifyingPart[] = []
  for (let at = 0; at < words.length; ) {
    if (!isNameAt(words, at)) {
      at += 1
      continue
    }
    const last = endOf(words, at)
    const [start, end] = [words[at]?.from ?? 0, words[last]?.to ?? 0]
    const name = text.slice(start, end)
    const titled = titleBefore(words, at) ? (words[at - 1]?.from ?? start) : start
    if (!known.has(name.toLowerCase()))
      found.push({ kind: 'name', text: text.slice(titled, end), from: titled, to: end })
    at = last + 1
  }
  return found
}

const LONGEST_WORD = 40

function wordsIn(text: string): readonly Word[] {
  let end = 0
  return [...text.matchAll(/\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu)].map((match): Word => {
    const written = match[0].slice(0, LONGEST_WORD).replace(/['’]s$/i, '')
    const gap = text.slice(Math.max(end, match.index - 4), match.index)
    const glued = end > 0 && match.index - end === 1 && /[ \u00a0]/.test(gap)
    const digits = /\d/.test(gap)
    const starts = end === 0 || (!glued && !digits && /[.!?:;\n•(["“‘*/-]/.test(gap))
    const word = {
      text: written,
      from: match.index,
      to: match.index + written.length,
      key: keyOf(written),
      titled: /^\p{Lu}[\p{L}\p{M}'’-]*\p{Ll}/u.test(written),
      glued,
      starts,
      before: gap,
    }
    end = match.index + match[0].length
    return word
  })
}

const keyOf = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'").toLowerCase()

const titles = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'master',
  'dr',
  'prof',
  'professor',
  'sir',
  'lady',
  'lord',
  'rev',
])
const family = new Set(
  `mum mummy mother mam mom dad daddy father daughter son sister brother sibling baby child aunt auntie aunty uncle nan nana
  gran granny grandma grandad granddad grandmother grandfather grandparent cousin niece nephew partner husband wife boyfriend
  girlfriend fiance stepdad stepmum stepfather stepmother stepson stepdaughter stepbrother stepsister half-sister half-brother
  twin twins friend neighbour carer boy girl toddler infant newborn patient client ex ex-partner landlord`.split(/\s+/),
)
const months = new Set(['april', 'may', 'june', 'august'])
const calling = new Set([
  'called',
  'named',
  'nicknamed',
  'renamed',
  'christened',
  'aka',
  'surname',
  'forename',
  'nickname',
])

function isNameAt(words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]]
  if (!word || isOrdinary(word) || isOfAPlaceOrRule(words, at)) return false
  if (isCertain(word) && isWritten(word)) return true
  if (!word.titled) return isInitialOf(word, next)
  if (isIntroduced(words, at) || /^(?:Mc|O['’])\p{Lu}/u.test(word.text)) return true
  if (!next?.titled || !next.glued || isOrdinary(next)) return false
  if (isPossible(word)) return !isInOrdinaryUse(next) || (!word.starts && !months.has(word.key))
  if (isInOrdinaryUse(next)) return false
  // Two capitalised words; the first of a sentence has its capital anyway, unless it looks like no word that begins one.
  return !word.starts || !looksLikeAStart(word)
}

/** "St Mary's" is a place, "Clare's Law" and "Turner syndrome" are known by somebody's name. */
const isOfAPlaceOrRule = (words: readonly Word[], at: number): boolean =>
  ['st', 'saint'].includes(words[at - 1]?.key ?? '') || eponyms.has(words[at + 1]?.key ?? '')

const eponyms = new Set(
  'law rule syndrome disease scale score criteria index palsy guidelines competence competent inquiry ward hospital surgery'.split(
    ' ',
  ),
)

/** A certain name counts in any letters but a short one all in capitals, which is as likely an abbreviation. */
const isWritten = (word: Word): boolean => word.titled || word.text.length >= 4 || word.text === word.key

/** "J. Smith", "J Okafor": one capital letter before a name. */
function isInitialOf(word: Word, next: Word | undefined): boolean {
  if (!/^\p{Lu}$/u.test(word.text) || !next?.titled || isOrdinary(next)) return false
  return next.before === '. ' ? !isCommonAfterLetter(next) : next.glued && isCertain(next)
}

const isCommonAfterLetter = (next: Word): boolean => !isCertain(next) && looksLikeAStart(next)

function isIntroduced(words: readonly Word[], at: number): boolean {
  const [word, before, further] = [words[at], words[at - 1], words[at - 2]]
  if (!word || !before) return false
  if (titleBefore(words, at)) return true
  if (word.glued && family.has(before.key)) return !months.has(word.key)
  if (!/^[ \u00a0:"'“‘]{1,3}$/.test(word.before)) return false
  if (calling.has(before.key)) return true
  const naming = further !== undefined && ['name', 'surname', 'forename'].includes(further.key)
  return (naming && ['is', 'was'].includes(before.key)) || (further?.key === 'known' && before.key === 'as')
}

function titleBefore(words: readonly Word[], at: number): boolean {
  const [word, before] = [words[at], words[at - 1]]
  if (!word || !before || !titles.has(before.key)) return false
  const written = before.titled || before.text === before.text.toUpperCase()
  return word.titled && written && (word.glued || word.before === '. ')
}

/** The last word of a name: further capitalised words, an initial, and small words such as "de" between them. */
function endOf(words: readonly Word[], at: number): number {
  let last = at
  for (let next = at + 1; next < words.length && next - at < 6; next += 1) {
    const word = words[next]
    const afterInitial = last === at && word?.before === '. ' && words[at]?.text.length === 1
    if (!word || (!word.glued && !afterInitial)) break
    if (particles.has(word.key) && words[next + 1]?.glued && words[next + 1]?.titled) continue
    const capitals = word.text === word.text.toUpperCase() && words[at]?.text === words[at]?.text.toUpperCase()
    const small = isCertain(word) && word.text === word.key && words[at]?.text === words[at]?.key
    const initial = /^\p{Lu}$/u.test(word.text) && word.text !== 'I' && last === at
    const carriesOn = word.titled || initial || small || (capitals && (isCertain(word) || isPossible(word)))
    if (!carriesOn || isOrdinary(word)) break
    last = next
  }
  return last
}

const particles = new Set('de da dos del van der von bin bint ibn al el ap ab la le'.split(' '))

const isCertain = (word: Word): boolean => has(certainNames, word.key)
const isPossible = (word: Word): boolean => has(possibleNames, word.key)
/** A double name is on a list when one of its halves is. */
const has = (list: ReadonlySet<string>, key: string): boolean =>
  list.has(key) || (key.includes('-') && key.split('-').some((half) => list.has(half)))

/** A word that is also a name is looked at as a name: "Will" and "May" need a sign beside them anyway. */
const isOrdinary = (word: Word): boolean => !isPossible(word) && isInOrdinaryUse(word)

const isInOrdinaryUse = (word: Word): boolean =>
  ordinaryWords.has(word.key) ||
  (word.key.includes('-') && word.key.split('-').every((half) => ordinaryWords.has(half) || half.length < 3)) ||
  (word.key.endsWith('s') && word.key.length > 4 && ordinaryWords.has(word.key.replace(/'?s$/, '')))

/** Endings of words that begin sentences ("Discussed", "Following", "Sadly") rather than names. */
const looksLikeAStart = (word: Word): boolean =>
  /(?:ed|ing|ly|tion|sion|ment|ness|ity|ship|ance|ence|ious|ful|less|able|ible|ical|ive|ism|ist)s?$/.test(word.key) ||
  word.key.length <= 3
