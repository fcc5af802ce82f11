// The terms that a session is held under: those of today's policy, or of the policy of its own day for a kind that has left it.
import { londonDay } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import type { SessionFacts } from '../session/session.ts'
import type { Terms } from './terms.ts'
import { termsIn } from './terms.view.ts'

/** The terms of a session. Throws when no policy ever had its kind, which booking does not let happen. */
export async function termsOfSession(
  work: Work,
  { type, startsAt }: Pick<SessionFacts, 'type' | 'startsAt'>,
): Promise<Terms> {
  const terms = termsIn(await policyOn(work), type) ?? termsIn(await policyOn(work, londonDay(startsAt)), type)
  if (!terms) throw new Error(`The policy has no type ${type}`)
  return terms
}
