// What a presenter gives to somebody outside the set (SPEC 7.8, S0 3): one item of their own topic, a suggestion that was made to
// them or a promise of theirs, in exactly its words and without the name of whoever said it, to one named person. They can take
// it back until it has been read. The set knows that it was given, and to whom.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { MeetingId } from '../room/planned-meeting.ts'

export type ReleaseId = Id<'release'>
export type Release = {
  readonly id: ReleaseId
  readonly meeting: MeetingId
  readonly item: string
  readonly presenter: PersonId
  readonly recipient: PersonId
  readonly releasedAt: Moment
  readonly readAt: Moment | null
  readonly takenBackAt: Moment | null
}

/** Something that its presenter may give away: its key and its exact words. */
export type Releasable = { readonly item: string; readonly words: string; readonly isPromise: boolean }

/** What was offered to those who presented in a meeting. */
type Offered = readonly {
  readonly presenter: PersonId
  readonly offered: readonly { readonly number: number; readonly words: string }[]
}[]

/** What somebody may give away of a meeting: what was offered to them, and what they promised, as far as words were kept. */
export function releasableBy(
  topics: Offered,
  promises: readonly { readonly id: string; readonly owner: PersonId; readonly words: string }[],
  presenter: PersonId,
): readonly Releasable[] {
  const offered = topics
    .filter((one) => one.presenter === presenter)
    .flatMap((one) =>
      one.offered.map(({ number, words }) => ({ item: `contribution ${number}`, words, isPromise: false })),
    )
  const own = promises
    .filter((one) => one.owner === presenter)
    .map((one) => ({ item: `action ${one.id}`, words: one.words, isPromise: true }))
  return [...offered, ...own].filter((one) => one.words !== '')
}

/** Whether an item may be given to somebody, and its words. `inTheRoom`: those who heard it anyway. */
export function decideRelease(
  what: { item: string; recipient: PersonId; by: PersonId },
  about: { items: readonly Releasable[]; inTheRoom: readonly PersonId[]; given: readonly Release[] },
): Decision<Releasable> {
  const item = about.items.find((one) => one.item === what.item)
  if (!item) return no('Choose something of your own topic', 'item')
  if (what.recipient === what.by) return no('Choose somebody else than yourself', 'recipient')
  if (about.inTheRoom.includes(what.recipient))
    return no('They were in the meeting and know it already. Choose somebody outside', 'recipient')
  const before = about.given.find(
    (one) => one.item === what.item && one.recipient === what.recipient && one.takenBackAt === null,
  )
  return before ? no('You gave them this already', 'recipient') : yes(item)
}

/** Taking it back, while nobody has read it. */
export function decideTakingBack(release: Release, by: PersonId): Decision {
  if (release.presenter !== by) return no('Only who gave it takes it back')
  if (release.takenBackAt) return no('You have taken it back already')
  return release.readAt ? no('It has been read, so it cannot be taken back. Speak with them') : yes()
}

/** 'waits', 'read' or 'taken back'. */
export const standingOfRelease = (release: Release): 'waits' | 'read' | 'taken back' =>
  release.takenBackAt ? 'taken back' : release.readAt ? 'read' : 'waits'
