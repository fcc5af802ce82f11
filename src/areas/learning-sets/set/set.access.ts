// Who may see and do what of a set. Its people see it while they belong to it; administrators and programme leads, who make
// sets, see names and dates and nothing that was said. For everybody else, and for whoever has left, it is not there.
import type { Day } from '../../../platform/time/day.ts'
import { access } from '../../../platform/web/page.ts'
import type { Asker } from '../../../platform/work.ts'
import { belongs, type LearningSet, leads } from './set.ts'

/** A set as it stands today. */
export type SetSubject = { readonly set: LearningSet; readonly today: Day }

/** Administrators and programme leads look after all sets: who is in them, never what they say. */
export const looksAfterSets = (asker: Asker): boolean =>
  asker.roles.has('administrator') || asker.roles.has('programme lead')

export const lookersAfterSets = access('Administrators and programme leads', looksAfterSets, 'not allowed')

export const makersOfSets = access(
  'Those whom the policy names as facilitators of sets, administrators and programme leads',
  (asker) => asker.standing.has('facilitator') || looksAfterSets(asker),
  'not allowed',
)

export const peopleOfSet = access<SetSubject>(
  'Members, facilitator and deputy of the set; administrators and programme leads see who is in it',
  (asker, { set, today }) => belongs(set, asker.person, today) || looksAfterSets(asker),
)

/** What a set agrees and says is for its own people. */
export const peopleOfSetItself = access<SetSubject>(
  'Members, facilitator and deputy of the set',
  (asker, { set, today }) => belongs(set, asker.person, today),
)

export const keepersOfSet = access<SetSubject>(
  'The facilitator and the deputy of the set, administrators and programme leads',
  (asker, { set, today }) => leads(set, asker.person, today) || looksAfterSets(asker),
)

export const leadersOfSet = access<SetSubject>('The facilitator and the deputy of the set', (asker, { set, today }) =>
  leads(set, asker.person, today),
)

/** Whoever may say that somebody leaves: those who keep the set, and each member for themselves. */
export const mayEndMembership = (asker: Asker, { set, today }: SetSubject, person: string): boolean =>
  asker.person === person ? belongs(set, asker.person, today) : keepersOfSet.may(asker, { set, today })
