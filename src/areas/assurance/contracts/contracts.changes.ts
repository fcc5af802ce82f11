// Gathers how contracts stand on a day: for a supervisor's own people, for some staff, or for everybody. Reads only.
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import { contractOn, type Dealing, plannedTerms } from '../../supervision/index.ts'
import { type ContractKind, contractKinds, type ContractLine } from './contracts-in-date.ts'
import { findContracts, findNeeding, findPlaces, findSupervisedIn, type SupervisedContract } from './contracts.store.ts'

/** The kinds of supervision that need a contract on a day. */
export async function kindsOn(work: Work, day: Day): Promise<readonly ContractKind[]> {
  const policy = await policyOn(work, day)
  return contractKinds(policy, plannedTerms(policy))
}

/** A line for everybody who needs a contract on a day, of everybody or of some people; of several supervisors the best one. */
export async function contractLines(
  work: Work,
  { day, people, kinds }: { day: Day; people: readonly PersonId[] | null; kinds: readonly ContractKind[] },
): Promise<readonly ContractLine[]> {
  if (kinds.length === 0 || people?.length === 0) return []
  const types = kinds.map((one) => one.type)
  const needing = await findNeeding(work, { types, day, people })
  const contracts = await contractsOf(work, kinds, { people: needing.map((one) => one.person), supervisor: null })
  return needing.flatMap((one) => lineOf(one, { kinds, contracts, day, today: work.today }))
}

/** A line for everybody whom the asker supervises in a kind that needs a contract with them. */
export async function ownLines(
  work: Work,
  { kinds }: { kinds: readonly ContractKind[] },
): Promise<readonly ContractLine[]> {
  if (kinds.length === 0) return []
  const supervisor = work.asker.person
  const found = await findSupervisedIn(work, { supervisor, types: kinds.map((one) => one.type) })
  const people = [...new Set(found.map((one) => one.person))]
  const places = new Map((await findPlaces(work, people)).map((one) => [one.person, one]))
  const contracts = await contractsOf(work, kinds, { people, supervisor })
  return found.flatMap(({ person, type }) => {
    const place = places.get(person)
    const one = { person, type, name: place?.name ?? '', unit: place?.unit ?? null }
    return lineOf(one, { kinds, contracts, day: work.today, today: work.today })
  })
}

type ByPerson = ReadonlyMap<string, readonly SupervisedContract[]>

async function contractsOf(
  work: Work,
  kinds: readonly ContractKind[],
  what: { people: readonly PersonId[]; supervisor: PersonId | null },
): Promise<ByPerson> {
  const templates = [...new Set(kinds.map((one) => one.contract.template))]
  const found = await findContracts(work, { ...what, people: [...new Set(what.people)], templates })
  return Map.groupBy(found, (one) => `${one.person} ${one.template}`)
}

function lineOf(
  one: Omit<ContractLine, 'state'>,
  about: { kinds: readonly ContractKind[]; contracts: ByPerson; day: Day; today: Day },
): readonly ContractLine[] {
  const kind = about.kinds.find(({ type }) => type === one.type)
  if (!kind) return []
  const own = about.contracts.get(`${one.person} ${kind.contract.template}`) ?? []
  return [{ ...one, state: contractOn(known(own, about), kind.contract, about.day) }]
}

/** On a day of the past nobody knows any more what was on its way then. */
const known = (dealings: readonly Dealing[], { day, today }: { day: Day; today: Day }): readonly Dealing[] =>
  day === today ? dealings : dealings.filter((one) => one.from !== null)
