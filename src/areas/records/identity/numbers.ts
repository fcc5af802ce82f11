// NHS numbers and phone numbers in a text (SPEC 6.4). An NHS number has ten digits of which the last checks the others
// (modulus 11, weights 10 to 2), written with or without spaces, dots and dashes; ten digits that fail the check are none.
// A phone number begins with 01, 02, 07 or a country, or stands beside a word such as "mobile". Numbers that belong to
// services rather than people (0300, 0800, 111, 999) are left alone.
import type { IdentifyingPart } from './identifying-text.ts'

type Group = { readonly digits: string; readonly from: number; readonly to: number }

const MOST_GROUPS = 10
const MOST_DIGITS = 15

/** Every NHS number and phone number, in the order of the text. */
export function numbersIn(text: string): readonly IdentifyingPart[] {
  const groups = [...text.matchAll(/\d+/g)].map(
    (match): Group => ({ digits: match[0], from: match.index, to: match.index + match[0].length }),
  )
  const found: IdentifyingPart[] = []
  for (let at = 0; at < groups.length; ) {
    const hit = numberFrom(text, groups, at)
    if (hit) found.push(hit.part)
    at = hit ? hit.next : at + 1
  }
  return found
}

/** The longest number that begins with this group of digits. */
function numberFrom(text: string, groups: readonly Group[], at: number) {
  const first = groups[at]
  if (!first || isLetter(text[first.from - 1])) return null
  let [digits, best] = ['', null as { part: IdentifyingPart; next: number } | null]
  for (let end = at; end < groups.length && end - at < MOST_GROUPS; end += 1) {
    const group = groups[end]
    if (!group || (end > at && !joined(text, groups[end - 1], group))) break
    if (digits.length + group.digits.length > MOST_DIGITS) break
    digits += group.digits
    const from = startOf(text, first.from)
    const kind = isLetter(text[group.to]) ? null : kindOf(text, from, digits)
    if (kind) best = { part: { kind, text: text.slice(from, group.to), from, to: group.to }, next: end + 1 }
    if (kind === 'NHS number') break
  }
  return best
}

function kindOf(text: string, from: number, digits: string): 'NHS number' | 'phone number' | null {
  if (isNhsNumber(digits)) return 'NHS number'
  if (isPhone(digits, text[from] === '+' || text[from + 1] === '+')) return 'phone number'
  const isCalled = phoneWord.test(text.slice(Math.max(0, from - 24), from))
  return isCalled && digits.length >= 6 && digits.length <= 11 && !isService(digits) ? 'phone number' : null
}

const phoneWord =
  /(?:\bphone|\btel|\bmobile|\bmob|\bring|\bcall|\btext|\bwhatsapp)(?:ephone)?(?: number| no)?(?: is| on)?[\s.:]{0,3}$/i

const weights = [10, 9, 8, 7, 6, 5, 4, 3, 2]

/** Whether ten digits are an NHS number by their check digit. */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  const check = (11 - (sum % 11)) % 11
  return check === Number(digits[9])
}

/** Whether digits are a phone number of a person or a house, here or abroad. */
function isPhone(digits: string, plus: boolean): boolean {
  const national = digits.replace(/^(?:0044|44(?=0?[127]\d{8,9}$))0?/, '0')
  if (/^07\d{9}$/.test(national) || /^0[12]\d{8,9}$/.test(national)) return true
  return plus && digits.length >= 9 && !isService(national)
}

const isService = (digits: string): boolean => /^0?(?:3|5|8|9)\d{2,9}$/.test(digits) && /^0/.test(digits)

/** A plus or a bracket before the first digit belongs to the number. */
function startOf(text: string, from: number): number {
  let start = from
  while (start > 0 && from - start < 2 && /[+(]/.test(text[start - 1] ?? '')) start -= 1
  return start
}

/** Whether two groups of digits are written as one number: a space, a dot, a dash or a bracket between them. */
function joined(text: string, before: Group | undefined, after: Group): boolean {
  if (!before || after.from - before.to > 3) return false
  return /^[ \u00a0\u2009\u2010-\u2015().-]{1,3}$/.test(text.slice(before.to, after.from))
}

const isLetter = (letter: string | undefined): boolean => letter !== undefined && /\p{L}/u.test(letter)
