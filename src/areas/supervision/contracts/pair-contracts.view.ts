// The contracts that somebody's pairs need, one line for each other person and template: how each stands today, most pressing
// first. Kinds that need none, and ground rules of whole groups, are left out.
import type { Tone } from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { addDays, type Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Pair, PairId } from '../pair/pair.ts'
import type { ContractTerms } from '../terms/terms.ts'
import { contractOn, type ContractState, endsSoon, type OwnDealing } from './contract.ts'

export type PairContract = {
  readonly pair: PairId
  readonly other: PersonId
  /** Whether the other one is the supervisor. */
  readonly supervised: boolean
  readonly terms: ContractTerms
  readonly state: ContractState
}

/** A line for each contract that is needed; of several kinds under one template the first. */
export function pairContracts(
  asker: PersonId,
  pairs: readonly Pair[],
  { dealings, termsOf, today }: { dealings: readonly OwnDealing[]; termsOf: TermsOf; today: Day },
): readonly PairContract[] {
  const lines = new Map<string, PairContract>()
  for (const pair of pairs) {
    const terms = termsOf(pair.type)
    if (pair.state !== 'agreed' || !terms || terms.groundRules) continue
    const key = `${pair.supervisor} ${pair.supervisee} ${terms.template}`
    if (lines.has(key)) continue
    const own = dealings.filter(
      (one) =>
        one.template === terms.template && one.supervisor === pair.supervisor && one.supervisee === pair.supervisee,
    )
    const supervised = pair.supervisee === asker
    const other = supervised ? pair.supervisor : pair.supervisee
    lines.set(key, { pair: pair.id, other, supervised, terms, state: contractOn(own, terms, today) })
  }
  return [...lines.values()].sort((a, b) => rank(a.state, today) - rank(b.state, today))
}

export type TermsOf = (type: string) => ContractTerms | null

const rank = (state: ContractState, today: Day): number =>
  state.is === 'over' ? 0 : state.is === 'none' ? 1 : state.is === 'on its way' ? 2 : endsSoon(state, today) ? 3 : 4

/** How a contract stands, for a tag: 'In force until 2 March 2027'. */
export function stateTag(state: ContractState, today: Day): { readonly tone: Tone; readonly words: string } {
  if (state.is === 'none') return { tone: 'late', words: 'No contract' }
  if (state.is === 'over') return { tone: 'late', words: `Ended ${formatDay(addDays(state.until, -1))}` }
  if (state.is === 'on its way')
    return { tone: 'new', words: state.state === 'signing' ? 'To be signed' : 'Being written' }
  return {
    tone: endsSoon(state, today) ? 'soon' : 'good',
    words: `In force until ${formatDay(addDays(state.until, -1))}`,
  }
}

/** Where the next step of a contract is done, and its words. */
export function nextStep({ state, pair }: PairContract, today: Day): { readonly href: string; readonly words: string } {
  if (state.is === 'none') return { href: `/supervisors/${pair}/contract`, words: 'Start it' }
  if (state.is === 'over' || endsSoon(state, today))
    return { href: `/agreements/${state.id}/renewal`, words: 'Renew it' }
  return { href: `/agreements/${state.id}`, words: state.is === 'in force' ? 'Open it' : 'Go on with it' }
}
