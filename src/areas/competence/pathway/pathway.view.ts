// From the policy's data to the ways to supervising, and how senior its roles are; nothing else here knows a pack's keys.
import type { Day } from '../../../platform/time/day.ts'
import { type InForce, type Policy, type PolicyPack, readDuration, textOf } from '../../policy/index.ts'
import type { Named, Pathway, SeniorityOf, Step } from './pathway.ts'

/** The ways of a policy, in its order. `history`: every version, for since when there was such a way. */
export const pathwaysIn = (policy: Policy, history: readonly InForce[]): readonly Pathway[] =>
  policy.packs.flatMap((pack) => (pack.pathways ?? []).map((one) => pathwayOf(pack, one, history)))

type Written = NonNullable<PolicyPack['pathways']>[number]

function pathwayOf(pack: PolicyPack, written: Written, history: readonly InForce[]): Pathway {
  const asking = pack.types.filter((type) => type.supervisorInDate?.competence === written.key)
  const named = (keys: readonly string[] | undefined) => (keys ?? []).map((key) => namedIn(pack, key))
  const { ownSupervision: own } = written
  return {
    key: written.key,
    name: written.name,
    summary: written.summary === undefined ? '' : textOf(written.summary),
    roles: named(written.for),
    steps: written.steps.map(stepOf),
    signers: named([...new Set(written.steps.flatMap((step) => step.signedOffBy ?? []))]),
    competence: written.gives ?? written.key,
    lasts: written.lasts === undefined ? null : readDuration(written.lasts),
    ownSupervision: own === undefined ? null : { every: readDuration(own.every), by: named(own.by) },
    neededFor: asking.map(({ key, name }) => ({ key, name })),
    planned: pack.types.filter(isPlanned).map((type) => type.key),
    since: sinceOf(pack, written, history),
  }
}

/** The sign-off itself takes no entry; every other step takes one, or as many as the policy says. */
function stepOf(step: Written['steps'][number]): Step {
  const signOff = step.signedOffBy !== undefined && step.with === undefined && step.times === undefined
  return {
    key: step.key,
    name: step.name,
    text: textOf(step.text),
    times: signOff ? 0 : (step.times ?? 1),
    with: step.with ?? null,
  }
}

const isPlanned = (type: PolicyPack['types'][number]): boolean =>
  (type.format === 'one-to-one' || type.format === 'group' || type.format === 'one-to-one or group') &&
  type.ledBy === 'supervisor'

const namedIn = (pack: PolicyPack, key: string): Named => ({
  key,
  name: pack.roles?.find((role) => role.key === key)?.name ?? key,
})

function sinceOf(pack: PolicyPack, { key }: Written, history: readonly InForce[]): Day {
  const days = history
    .filter((one) => one.pack.key === pack.key && one.pack.pathways?.some((other) => other.key === key))
    .map((one) => one.from)
  return days.sort()[0] ?? ('1900-01-01' as Day)
}

/** How senior the roles of all packs in force are. */
export function seniorityIn(policy: Policy): SeniorityOf {
  const known = new Map(policy.packs.flatMap((pack) => pack.roles ?? []).map((role) => [role.key, role.seniority]))
  return (role) => known.get(role)
}

/** What a kind of supervision asks of its supervisors, by keys and lengths as the policy wrote them. */
export function askedOfSupervisors(policy: Policy, type: string) {
  const asked = policy.type(type)?.supervisorInDate
  return {
    pathway: asked?.competence ?? null,
    ownSupervision: asked?.ownSupervision === undefined ? null : readDuration(asked.ownSupervision),
  }
}

/** The way that a kind's own supervision is reckoned by: its own, else the first of the same pack that says who supervises. */
export function pathwayOfType(policy: Policy, pathways: readonly Pathway[], type: string): Pathway | null {
  const key = askedOfSupervisors(policy, type).pathway
  return (
    pathways.find((one) => one.key === key && one.planned.includes(type)) ??
    pathways.find((one) => one.ownSupervision !== null && one.planned.includes(type)) ??
    null
  )
}
