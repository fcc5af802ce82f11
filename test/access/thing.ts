// A thing that pages are about, and how people stand to it. How they stand is written down here by hand, where the
// thing is made, and never asked of the service: it is what the service's answers are compared with.
import type { Asking } from './people.ts'

export type Thing = {
  /** In the words of a mismatch's report: 'the signed record of Ben and Amina'. */
  readonly name: string
  /** Of our trust, of the other one, or, like a shipped pack, of neither. */
  readonly ours: boolean | null
  /** What stands in the address: by the names of the route's parameters. */
  readonly params: Readonly<Record<string, string>>
  /** How people stand to it, in the words that the expected table uses. Whoever is not named has nothing to do with it. */
  readonly parts: Readonly<Record<string, readonly Asking[]>>
}

/** Gives the confidential words for a place, and remembers who may read them. */
export type Words = (where: string, readers: readonly Asking[]) => string

export type Secret = { readonly word: string; readonly where: string; readonly readers: readonly Asking[] }

/** Words that stand nowhere else in the world: whoever sees one has seen the text that it was planted in. */
export function plantedWords(mark: string): { words: Words; secrets: readonly Secret[] } {
  const secrets: Secret[] = []
  const words: Words = (where, readers) => {
    const word = `${mark}${secrets.length}q`
    secrets.push({ word, where, readers })
    return `Family ${word} was talked about`
  }
  return { words, secrets }
}

/** The names of the parameters in a route's path, in their order. */
export const paramsIn = (path: string): readonly string[] =>
  [...path.matchAll(/:(\w+)/g)].flatMap(([, name]) => (name === undefined ? [] : [name]))

/** A route's address for a thing; null when the thing is not what the route is about. */
export function addressOf(path: string, thing: Thing): string | null {
  const names = paramsIn(path)
  const fits = names.length === Object.keys(thing.params).length && names.every((name) => name in thing.params)
  return fits ? path.replaceAll(/:(\w+)/g, (_, name: string) => thing.params[name] ?? '') : null
}
