// What came in, made safe to look at: only own, plain names; texts without NUL and without lone surrogates.
import type { Typed } from './page.ts'

/** At most this many fields and characters are read of one form; more is refused before any page sees it. */
export const mostFields = 2_000

/** A parsed body or query as `Typed`: repeated names become lists, everything else is text. Never throws. */
export function typedFrom(body: unknown): Typed {
  const typed: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>
  if (typeof body !== 'object' || body === null) return typed
  for (const [name, value] of Object.entries(body).slice(0, mostFields)) {
    if (name === '__proto__' || name.length > 200) continue
    const cleaned = Array.isArray(value) ? value.map(textOf) : textOf(value)
    typed[name] = cleaned
  }
  return typed
}

/** The first text of a name, '' when it was not sent. */
export function firstOf(typed: Typed, name: string): string {
  const value = typed[name]
  return (typeof value === 'string' ? value : value?.[0]) ?? ''
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
  return value.replaceAll('\u0000', '').toWellFormed().replaceAll('\r\n', '\n')
}
