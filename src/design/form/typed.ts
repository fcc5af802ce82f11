// Makes what arrived safe to keep without changing what a person meant: NUL and other invisible control characters go,
// line ends become one kind, half emoji are mended. Right-to-left text, emoji and accents stay as they are.

import type { FormBody } from './field.ts'

const invisible = /(?![\n\t])\p{Cc}|[\ufffe\uffff]/gu

/** Text as it may be stored and shown: no control characters, '\n' line ends, well formed, composed (NFC). */
export const cleanText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(invisible, '').toWellFormed().normalize('NFC')

/** The text sent under `name`; of doubled parameters the first; '' when missing or not text. */
export function textIn(body: FormBody, name: string): string {
  const value = Object.hasOwn(body, name) ? body[name] : undefined
  const first = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? cleanText(first) : ''
}

/** Every text sent under `name`, in order, without doubles. */
export function textsIn(body: FormBody, name: string): readonly string[] {
  const value = Object.hasOwn(body, name) ? body[name] : undefined
  const all = Array.isArray(value) ? value : [value]
  return [...new Set(all.filter((one) => typeof one === 'string').map(cleanText))]
}
