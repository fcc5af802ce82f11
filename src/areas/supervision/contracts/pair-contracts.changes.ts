// Gathers the contracts that the asker's pairs need, and what waits for the asker about them. Reads only.
import type { Need } from '../../../platform/area.ts'
import type { Work } from '../../../platform/work.ts'
import { type Agreement, type AgreementId } from '../../agreements/index.ts'
import { policyOn } from '../../policy/index.ts'
import { findPairsOf, standingPairs } from '../pair/pair.store.ts'
import { namer } from '../supervision.changes.ts'
import { termsIn } from '../terms/terms.view.ts'
import { findDealingsOf } from './contract.store.ts'
import { type PairContract, pairContracts, type TermsOf } from './pair-contracts.view.ts'

/** The contracts of the asker's pairs as they stand today, most pressing first. */
export async function contractsOfPairs(work: Work): Promise<readonly PairContract[]> {
  const asker = work.asker.person
  const pairs = (await findPairsOf(work, asker)).filter((pair) => pair.state === 'agreed')
  if (pairs.length === 0) return []
  const dealings = await findDealingsOf(work, asker)
  return pairContracts(asker, pairs, { dealings, termsOf: await contractTerms(work), today: work.today })
}

async function contractTerms(work: Work): Promise<TermsOf> {
  const policy = await policyOn(work)
  return (type) => termsIn(policy, type)?.contract ?? null
}

/** A need for each pair without any contract: both are told, and either may start it (SPEC 4.4). */
export async function contractNeeds(work: Work): Promise<readonly Need[]> {
  const missing = (await contractsOfPairs(work)).filter((one) => one.state.is === 'none')
  const nameOf = await namer(
    work,
    missing.map((one) => one.other),
  )
  return missing.map((one) => ({
    urgency: 'soon',
    title: `You have no contract with ${nameOf(one.other)} yet`,
    reason: `${one.terms.name}. Sessions can be booked once you have both signed it.`,
    button: { label: 'Start it', href: `/supervisors/${one.pair}/contract` },
  }))
}

/** Of these agreements those whose two people still are supervisor and supervisee in a kind that needs it. */
export async function agreementsGoingOn(
  work: Work,
  { agreements }: { agreements: readonly Pick<Agreement, 'id' | 'template' | 'parties'>[] },
): Promise<readonly AgreementId[]> {
  if (agreements.length === 0) return []
  const people = agreements.flatMap((one) => one.parties.map((party) => party.person))
  const pairs = await standingPairs(work, [...new Set(people)])
  const termsOf = await contractTerms(work)
  return agreements
    .filter(({ parties, template }) => {
      const isIn = (person: string, as: string) => parties.some((one) => one.person === person && one.as === as)
      return pairs.some(
        (pair) =>
          termsOf(pair.type)?.template === template &&
          isIn(pair.supervisor, 'supervisor') &&
          isIn(pair.supervisee, 'supervisee'),
      )
    })
    .map(({ id }) => id)
}
