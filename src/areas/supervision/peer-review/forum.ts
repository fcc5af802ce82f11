// Peer review is a forum that meets every month or so (SPEC 5.8): colleagues look at recent cases and at serious case reviews
// together, for what went well and what can be learned. It invites everybody whom the policy asks for it, and whole teams beside;
// whoever is invited may come without being booked. Whom the policy names to lead it facilitates it, one or several.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { UnitId } from '../../people/index.ts'

export type ForumId = Id<'forum'>

export type Forum = {
  readonly id: ForumId
  readonly name: string
  /** The key of its kind of supervision in the policy. */
  readonly type: string
  /** Who facilitates it. */
  readonly chairs: readonly PersonId[]
  /** Everybody is invited whom the policy asks for this kind. */
  readonly asked: boolean
  /** The teams whose people are all invited, with what is beneath them. */
  readonly units: readonly UnitId[]
  readonly openedBy: PersonId
  readonly openedAt: Moment
  readonly closedAt: Moment | null
  readonly version: number
}

export const MOST_CHAIRS = 12
export const MOST_UNITS = 20

/** What is decided when a forum is begun or changed. */
export type ForumWish = Pick<Forum, 'name' | 'type' | 'asked' | 'units'>

/** Whether a forum may be as it is wished; `types`: the kinds that the asker may lead. */
export function decideForum(wish: ForumWish, { types }: { types: readonly string[] }): Decision {
  if (!types.includes(wish.type)) return no('Choose a kind that you may lead', 'type')
  if (wish.units.length > MOST_UNITS) return no(`Choose ${MOST_UNITS} teams at most`, 'units')
  if (!wish.asked && wish.units.length === 0) return no('Say whom it invites', 'asked')
  return yes()
}

/** Somebody whom the policy names begins to facilitate a forum beside, or after, those who do. */
export function decideJoining(forum: Forum, by: PersonId): Decision {
  if (forum.closedAt !== null) return no('This forum has ended')
  if (forum.chairs.includes(by)) return no('You facilitate it already')
  return forum.chairs.length < MOST_CHAIRS ? yes() : no(`${MOST_CHAIRS} people facilitate it already`)
}

/** Somebody no longer facilitates; a forum is never left without anybody. */
export function decideLeaving(forum: Forum, by: PersonId): Decision {
  if (!forum.chairs.includes(by)) return no('You do not facilitate it')
  return forum.chairs.length > 1
    ? yes()
    : no('Nobody else facilitates it. End the forum, or ask a colleague to join first')
}

/** What is known of somebody who may be invited: the teams of their posts, and whether the policy asks them for this kind. */
export type Invitable = { readonly units: readonly UnitId[]; readonly asked: boolean }

/** Whether a forum invites somebody; `under` gives the forum's teams with all that is beneath them. */
export const invites = (forum: Forum, person: Invitable, under: ReadonlySet<UnitId>): boolean =>
  (forum.asked && person.asked) || person.units.some((unit) => under.has(unit))
