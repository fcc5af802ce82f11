// What makes a password good enough: it is long, and it is not one that people who guess try first. There are no
// rules about capitals, figures or signs, and no forced changes; they make passwords worse (docs/decisions).
import { type Decision, no, yes } from '../../decision.ts'
import { longestPassword, normalisePassword } from './hash.ts'
import { commonPasswords, guessableWords } from './known-passwords.ts'

export const shortestPassword = 15

/** What the person and the place are called: such words do not count towards a password's strength. */
export type PasswordContext = { readonly organisation: string; readonly name: string; readonly email: string }

/** Yes, or no with what to do instead. */
export function judgePassword(password: string, context: PasswordContext): Decision {
  const text = normalisePassword(password)
  if (/\p{Cc}/u.test(text)) return no('Password must not contain tabs, line breaks or control characters')
  if ([...text].length < shortestPassword) return no(`Password must be ${shortestPassword} characters or more`)
  if (text.length > longestPassword) return no(`Password must be ${longestPassword} characters or fewer`)
  if (isCommon(text))
    return no('This password is on the list that is tried first. Choose three or four words of your own')
  if (ownLetters(text, context) < 6) {
    return no(
      'This password is easy to guess: it is made of names, well-known words, runs of keys or repeats. Choose three or four words that do not belong together',
    )
  }
  return yes()
}

const isCommon = (text: string): boolean => commonPasswords.has(lettersOf(text)) || commonPasswords.has(plain(text))

/** Small letters with the usual stand-ins undone ('p4ssw0rd' reads 'password'), everything else taken out. */
const plain = (text: string): string => lettersOf(unmask(text))

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const masks: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  '€': 'e',
}

const unmask = (text: string): string => text.replace(/[013457 8@$!€]/g, (sign) => masks[sign] ?? sign)

/** How many characters are left that a guesser does not get for nothing. Both readings are judged, the weaker one counts. */
function ownLetters(text: string, context: PasswordContext): number {
  const words = [...guessableWords, ...namesIn(context)].sort((a, b) => b.length - a.length)
  return Math.min(remainder(lettersOf(text), words), remainder(plain(text), words))
}

function remainder(text: string, words: readonly string[]): number {
  let rest = oneOfEachRepeat(text)
  for (const word of words) rest = rest.replaceAll(word, ' ')
  return [...collapseRuns(rest).replaceAll(' ', '')].length
}

/** 'abcabcabcabcabc' is worth 'abc'. */
function oneOfEachRepeat(text: string): string {
  const found = /^(.{1,12}?)\1+(.{0,11})$/su.exec(text)
  if (!found) return text
  const [, block = '', rest = ''] = found
  return block.startsWith(rest) ? block : text
}

const keyboardRows = [
  '1234567890',
  '0987654321',
  'qwertyuiop',
  'poiuytrewq',
  'asdfghjkl',
  'lkjhgfdsa',
  'zxcvbnm',
  'mnbvcxz',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
]

/** Runs up or down (6789, fedcba), along a keyboard row, or of one sign, count as one. */
function collapseRuns(text: string): string {
  const signs = [...text]
  let kept = ''
  for (let start = 0; start < signs.length; ) {
    const length = runAt(signs, start)
    kept += signs[start]
    start += length >= 3 ? length : 1
  }
  return kept
}

function runAt(signs: readonly string[], start: number): number {
  const stepRun = (step: number) => {
    let length = 1
    while (start + length < signs.length && codeAt(signs, start + length) - codeAt(signs, start + length - 1) === step)
      length += 1
    return length
  }
  const rest = signs.slice(start).join('')
  const rowRun = Math.max(
    ...keyboardRows.map((row) => sharedLength(row.slice(Math.max(0, row.indexOf(rest[0] ?? ' '))), rest)),
  )
  return Math.max(stepRun(0), stepRun(1), stepRun(-1), rowRun)
}

const codeAt = (signs: readonly string[], at: number): number => signs[at]?.codePointAt(0) ?? 0

function sharedLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1
  return length
}

/** The words of the person's and the organisation's names and of the address, three letters or more. */
function namesIn(context: PasswordContext): string[] {
  const text = `${context.organisation} ${context.name} ${context.email}`.toLowerCase()
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 3)
}
