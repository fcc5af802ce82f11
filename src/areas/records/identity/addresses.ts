// E-mail addresses and postcodes in a text (SPEC 6.4). A postcode has the shape of a British one, both halves in the same
// case; "B12 2nd dose" is none. Half a postcode is a district, which is too wide to tell who is meant.
import type { IdentifyingPart } from './identifying-text.ts'

const mailLetter = /[\p{L}\p{N}._%+'-]/u
const hostLetter = /[\p{L}\p{N}.-]/u

/** E-mail addresses: looked for around each "@", a bounded stretch to both sides. */
export function emailsIn(text: string): readonly IdentifyingPart[] {
  const found: IdentifyingPart[] = []
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let from = at
    while (from > 0 && at - from < 64 && mailLetter.test(text[from - 1] ?? '')) from -= 1
    let to = at + 1
    while (to < text.length && to - at < 254 && hostLetter.test(text[to] ?? '')) to += 1
    while (to > at + 1 && /[.-]/.test(text[to - 1] ?? '')) to -= 1
    const dot = text.slice(at + 1, to).lastIndexOf('.')
    if (from < at && dot > 0 && to - (at + 2 + dot) >= 2)
      found.push({ kind: 'e-mail', text: text.slice(from, to), from, to })
  }
  return found
}

const outward = '(?:[A-PR-UWYZ][0-9][0-9A-HJKPSTUW]?|[A-PR-UWYZ][A-HK-Y][0-9][0-9ABEHMNPRVWXY]?)'
const postcode = new RegExp(
  `(?<![A-Za-z0-9])(${outward})[ \\u00a0]{0,2}([0-9][ABD-HJLNP-UW-Z]{2})(?![A-Za-z0-9])`,
  'gi',
)
const ordinal = /^(?:1st|2nd|3rd|[04-9]th)$/

/** Whole postcodes, in capitals or small letters. */
export function postcodesIn(text: string): readonly IdentifyingPart[] {
  return [...text.matchAll(postcode)]
    .filter((match) => {
      const letters = match[0].replace(/[^A-Za-z]/g, '')
      const oneCase = letters === letters.toUpperCase() || letters === letters.toLowerCase()
      return oneCase && !ordinal.test(match[2] ?? '')
    })
    .map((match) => ({ kind: 'postcode', text: match[0], from: match.index, to: match.index + match[0].length }))
}
