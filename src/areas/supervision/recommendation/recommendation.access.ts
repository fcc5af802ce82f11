// Who may see and report on a recommendation: the people of its forum see that it is there and how it stands; its words are read by
// those who were there when it was made or came up again.
import { access } from '../../../platform/web/page.ts'
import type { ForumSubject } from '../peer-review/forum.access.ts'
import type { Recommendation } from './recommendation.ts'

type Subject = ForumSubject & { readonly recommendation: Recommendation }

export const ownerOrChair = access<Subject>(
  'Whoever sees to it, and those who facilitate its forum',
  (asker, { recommendation, forum }) => recommendation.owner === asker.person || forum.chairs.includes(asker.person),
)

/** What somebody sees of all recommendations: those of forums that they lead, or those for their teams. */
export type Overseeing = { readonly leads: boolean; readonly leadsTeams: boolean }

export const overseersOfRecommendations = access<Overseeing>(
  'Those who facilitate or may lead peer review, learning leads, and those who lead a team',
  (_asker, { leads, leadsTeams }) => leads || leadsTeams,
  'not allowed',
)

export const readersOfRecommendation = access<Subject>(
  'Whoever sees to it, those whom its forum invites, and those who facilitate it',
  (asker, subject) => subject.invited || ownerOrChair.may(asker, subject),
)
