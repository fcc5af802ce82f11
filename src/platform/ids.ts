// Opaque random ids: nothing can be guessed from one, and nothing of a person stands in a URL (TRUST 8).
import { randomBytes, randomUUID } from 'node:crypto'

declare const brand: unique symbol
/** A text that only its own kind of thing may be known by: `Id<'person'>` never passes for `Id<'unit'>`. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind }

export type OrganisationId = Id<'organisation'>
export type PersonId = Id<'person'>

export const newId = <Kind extends string>(): Id<Kind> => randomUUID() as Id<Kind>

/** 256 random bits as 43 URL-safe letters: visit tokens, one-time links, form keys. */
export const newToken = (): string => randomBytes(32).toString('base64url')

const idShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The id when the text is one (lower case uuid), else null. */
export function parseId<Kind extends string>(text: unknown): Id<Kind> | null {
  return typeof text === 'string' && idShape.test(text) ? (text as Id<Kind>) : null
}
