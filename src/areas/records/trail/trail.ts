// The trail: one line for every change, and for every reading of confidential text, chained so that an edited, removed
// or slipped-in line shows (SPEC 12.3). It holds who, when, what deed and about which thing; never what was said.
import type { Id, OrganisationId, PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'

/** A thing that lines are about: its kind in the glossary's word, and its id. */
export type Thing = { readonly kind: string; readonly id: Id<string> }

export type TrailLine = {
  /** What was done, in fixed lower-case words: 'opened', 'signed off', 'role granted'. */
  readonly deed: string
  readonly about: Thing
  /** Fixed words, numbers and ids only. */
  readonly detail?: Readonly<Record<string, string | number | boolean>>
}

export type TrailEvent = {
  readonly organisation: OrganisationId
  readonly number: number
  readonly at: Moment
  readonly by: PersonId
  readonly deed: string
  readonly about: Thing
  readonly detail: Readonly<Record<string, unknown>>
}

/** The exact text that a link of the chain is made from: the hash before it, then every part in a fixed order. */
export function textOfLink(event: TrailEvent, hashBefore: string): string {
  const detail = Object.entries(event.detail).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([
    hashBefore,
    event.organisation,
    event.number,
    event.at,
    event.by,
    event.deed,
    event.about.kind,
    event.about.id,
    detail,
  ])
}

/** The hash before the first line of a chain. */
export const noHash = ''

/** The line that says the clock was set back: it stands before the first line of an earlier moment. */
export const clockWentBack = 'clock went back'

/** Seconds by which a line may be earlier than the one before it without a word: two works overlap, the shorter ends first. */
export const overlap = 60
