// What pages say of a forum of peer review and of its dates.
import type { Tone } from '../../../design/index.ts'
import type { UnitId } from '../../people/index.ts'
import type { PeerReview } from '../reviewing/review.ts'
import type { Forum } from './forum.ts'

/** The page of a forum. */
export const forumAddress = ({ id }: Pick<Forum, 'id'>): string => `/peer-reviews/forums/${id}`
/** The page of one of its dates. */
export const reviewAddress = ({ id }: Pick<PeerReview, 'id'>): string => `/peer-reviews/${id}`

export const reviewTones: Readonly<Record<PeerReview['state'], { tone: Tone; words: string }>> = {
  planned: { tone: 'new', words: 'Planned' },
  open: { tone: 'waiting', words: 'Open now' },
  held: { tone: 'good', words: 'Held' },
  'called off': { tone: 'quiet', words: 'Called off' },
}

/** Whom a forum invites, in one sentence. */
export function invitedWords(forum: Forum, unitName: (unit: UnitId) => string): string {
  const teams = forum.units.map(unitName)
  const asked = forum.asked ? ['everybody whom the policy asks for it'] : []
  const all = teams.length === 0 ? asked : [...asked, `everybody in ${teams.join(', ')}`]
  return `It invites ${all.join(', and ')}.`
}
