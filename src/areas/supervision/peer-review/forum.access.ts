// Who may see and do what of a forum of peer review: those whom it invites come and bring, those who facilitate it lead. What was
// said of a case is read by those who were there alone, whatever these sentences open.
import type { PersonId } from '../../../platform/ids.ts'
import { access } from '../../../platform/web/page.ts'
import type { Forum } from './forum.ts'

/** A forum with what was asked of the policy about the asker. */
export type ForumSubject = { readonly forum: Forum; readonly invited: boolean; readonly leads: boolean }

const isChair = (forum: Forum, person: PersonId): boolean => forum.chairs.includes(person)

export const leadersOfPeerReview = access<{ readonly kinds: readonly unknown[] }>(
  'Those whom the policy names to lead peer review',
  (_asker, { kinds }) => kinds.length > 0,
  'not allowed',
)

export const peopleOfForum = access<ForumSubject>(
  'Those whom the forum invites, those who facilitate it, and those whom the policy names to lead this kind',
  (asker, { forum, invited, leads }) => invited || leads || isChair(forum, asker.person),
)

export const invitedToForum = access<ForumSubject>(
  'Those whom the forum invites, and those who facilitate it',
  (asker, { forum, invited }) => invited || isChair(forum, asker.person),
)

export const chairsOfForum = access<ForumSubject>('Those who facilitate the forum', (asker, { forum }) =>
  isChair(forum, asker.person),
)

export const leadersOfForum = access<ForumSubject>(
  'Those whom the policy names to lead this kind of peer review',
  (_asker, { leads }) => leads,
)
