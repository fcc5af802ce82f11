// Who takes part in agreeing ground rules: the people who will sign them, as long as they belong to the set. Whoever left keeps
// what they signed, and finds nothing of what is being agreed after them.
import { access } from '../../../platform/web/page.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { type Agreement, isParty, partOf } from '../agreement/agreement.ts'

/** Rules, and who belongs to the set today; null when nobody knows what they are about. */
export type RulesSubject = { readonly agreement: Agreement; readonly peopleNow: readonly PersonId[] | null }

const takesPart = ({ agreement, peopleNow }: RulesSubject, person: PersonId): boolean =>
  agreement.kind === 'ground rules' && isParty(agreement, person) && (peopleNow === null || peopleNow.includes(person))

export const peopleOfRules = access<RulesSubject>(
  'The people who agree these ground rules, as long as they belong to the set',
  (asker, subject) => takesPart(subject, asker.person),
)

export const facilitatorOfRules = access<RulesSubject>(
  'The facilitator of the set, and the deputy where one takes part',
  (asker, subject) => takesPart(subject, asker.person) && partOf(subject.agreement, asker.person) === 'facilitator',
)
