// Pointing out identifying text before it is saved (SPEC 6.4). On an explicit save or sign-off, never while a draft keeps
// itself, the words that were found show beside their field. The author changes them, or says why they identify nobody; that
// covers exactly the words that were shown, so something new is pointed out again. The reason is sealed with the text, and
// the trail learns kinds and counts alone.
import { type IdentifyingPart, type IdentityOptions, identifyingParts } from './identifying-text.ts'

export type FoundInField = { readonly field: string; readonly parts: readonly IdentifyingPart[] }

/** What was found in which field, and whether the author still has to mend it or say why it may stand. */
export type PointedOut = {
  readonly found: readonly FoundInField[]
  /** Marks of every word found, to know them again when the form comes back. */
  readonly marks: readonly string[]
  /** Why it identifies nobody; '' when nothing was found or nothing was said. */
  readonly because: string
  readonly asks: boolean
}

/** More different words than these cannot be answered for in one sentence. */
const MOST_MARKS = 300
/** The longest reason, in characters. */
export const LONGEST_BECAUSE = 500

/** Looks through what is about to be saved. `marks`: those that were shown to the author before; `because`: what they said. */
export function pointOut(
  texts: Readonly<Record<string, string>>,
  given: { because: string; marks: readonly string[] } & IdentityOptions,
): PointedOut {
  const found = Object.entries(texts)
    .map(([field, text]) => ({ field, parts: identifyingParts(text, given) }))
    .filter((one) => one.parts.length > 0)
  const all = new Set(found.flatMap((one) => one.parts.map((part) => markOf(one.field, part))))
  const marks = [...all].slice(0, MOST_MARKS)
  const shown = new Set(given.marks)
  const because = found.length === 0 ? '' : given.because.trim()
  const isSaid = because !== '' && because.length <= LONGEST_BECAUSE
  const isAnswered = isSaid && all.size <= MOST_MARKS && marks.every((mark) => shown.has(mark))
  return { found, marks, because, asks: found.length > 0 && !isAnswered }
}

const MOST_QUOTED = 5

/** The sentence beside a field: the words found, at most five of them, and what to do; `mend`: how else than by changing them. */
export function pointingWords({ parts }: FoundInField, mend = 'Change it'): string {
  const words = [...new Set(parts.map((part) => `“${shorten(part.text)}” (${part.kind})`))]
  const more = words.length > MOST_QUOTED ? ` and ${words.length - MOST_QUOTED} more` : ''
  const quoted = words.slice(0, MOST_QUOTED).join(', ')
  return `This may identify somebody: ${quoted}${more}. ${mend}, or say below why it identifies nobody`
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text).replace(/\s+/g, ' ')

/** How many of each kind, for the trail: never a word of it. */
export function countsOf(pointed: PointedOut): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const part of pointed.found.flatMap((one) => one.parts)) counts[part.kind] = (counts[part.kind] ?? 0) + 1
  return counts
}

/** A short mark of a word in its field (FNV-1a): enough to know it again, and not the word itself. */
function markOf(field: string, part: IdentifyingPart): string {
  let mark = 0x811c9dc5
  for (const letter of `${field}|${part.kind}|${part.text}`)
    mark = Math.imul(mark ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return (mark >>> 0).toString(16)
}
