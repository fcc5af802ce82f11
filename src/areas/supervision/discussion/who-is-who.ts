// How a case was called and who was at risk in it when its record was written: sealed with each version, so that a record
// reads the same when the case has changed since, and those who were there need not open the case itself.
import type { Discussed } from './discussion.ts'

export const whoIsWhoKey = 'case--who-is-who'
type WhoIsWho = Pick<Discussed, 'reference' | 'people'>
type Texts = Readonly<Record<string, string>>

/** The text to seal beside the others; none for records of no case, and none while the case has not been opened. */
export function whoIsWho({ discussed }: { readonly discussed?: Discussed }): Texts {
  if (!discussed || discussed.people.length === 0) return {}
  const people = discussed.people.map(({ id, kind, initials }) => ({ id, kind, initials }))
  return { [whoIsWhoKey]: JSON.stringify({ reference: discussed.reference, people }) }
}

/** The same from sealed texts; null when it is not there or would not open. */
export function whoIsWhoIn(texts: Texts): WhoIsWho | null {
  const text = texts[whoIsWhoKey]
  return text === undefined ? null : (JSON.parse(text) as WhoIsWho)
}
