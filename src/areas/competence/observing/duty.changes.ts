// Who observes whom, who is overdue, and what stands against booking somebody who is (SPEC 9.3, 5.2). Reads only.
import type { PersonId } from '../../../platform/ids.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { findPersons, namesOf, rolesOfPeople } from '../../people/index.ts'
import { type Policy, policyOn, readDuration } from '../../policy/index.ts'
import type { BookingPlan, Objection } from '../../supervision/index.ts'
import {
  dueOn,
  type Every,
  isForObservation,
  type Observing,
  type PartInObserving,
  standsAgainst,
  type Supervises,
} from './duty.ts'
import { findPastDue, findRoleHolders, findSupervising } from './duty.store.ts'
import { countAs, keysOfGranted, observingIn } from './observing.view.ts'

/** Everybody who may observe under a pathway today: who holds its role; where nobody does, whoever was granted what it counts as. */
export async function observersOf(work: Work, observing: Observing): Promise<readonly PersonId[]> {
  const exact = await holdersOf(work, observing.by)
  return exact.length > 0 ? exact : grantedAny(work, countAs(await policyOn(work), observing.by))
}

/** Everybody to whom its reports go. */
export const recipientsOf = (work: Work, observing: Observing): Promise<readonly PersonId[]> =>
  holdersOf(work, observing.reportTo)

async function holdersOf(work: Work, keys: readonly string[]): Promise<readonly PersonId[]> {
  if (keys.length === 0) return []
  const held = await findRoleHolders(work, keys, work.today)
  return here(work, [...new Set([...held, ...(await grantedAny(work, keys))])])
}

async function grantedAny(work: Work, keys: readonly string[]): Promise<readonly PersonId[]> {
  const granted = await rolesOfPeople(work, null, work.today)
  const found = [...granted].filter(([, roles]) =>
    [...roles].some((role) => keysOfGranted(role).some((key) => keys.includes(key))),
  )
  return here(
    work,
    found.map(([person]) => person),
  )
}

/** Those who have not left. */
async function here(work: Work, people: readonly PersonId[]): Promise<readonly PersonId[]> {
  const gone = (await findPersons(work, people)).filter((one) => one.leftOn !== null && one.leftOn < work.today)
  return people.filter((person) => !gone.some((one) => one.id === person))
}

const leadRoles = ['named professional', 'designated professional'] as const

/** The asker's part; nothing of it is kept. */
export async function partOfAsker(work: Work): Promise<PartInObserving> {
  const { person, roles } = work.asker
  const observes: Observing[] = []
  const receives: Observing[] = []
  for (const observing of observingIn(await policyOn(work))) {
    if ((await observersOf(work, observing)).includes(person)) observes.push(observing)
    if ((await recipientsOf(work, observing)).includes(person)) receives.push(observing)
  }
  return { observes, receives, leads: leadRoles.some((role) => roles.has(role)) }
}

/** The pathway of a key as today's policy has it; null when it asks for no observation any more. */
export const observingOf = async (work: Work, key: string): Promise<Observing | null> =>
  observingIn(await policyOn(work)).find((one) => one.key === key) ?? null

export type Watched = Supervises & { readonly observing: Observing; readonly due: ReturnType<typeof dueOn> }

/** Those who supervise now and are to be observed under these pathways, with the day by which; of everybody without `people`. */
export async function watchedUnder(
  work: Work,
  all: readonly Observing[],
  people: readonly PersonId[] | null = null,
): Promise<readonly Watched[]> {
  const found: Watched[] = []
  for (const observing of all)
    for (const one of await findSupervising(work, observing, { people, on: work.today, now: true }))
      found.push({ ...one, observing, due: dueOn(one, observing.every) })
  return found
}

/**
 * An objection when the supervisor was not observed within the time that the kind of supervision gives. One session may be
 * booked all the same: the one in which they are observed.
 */
export async function unobserved(work: Work, plan: BookingPlan): Promise<readonly Objection[]> {
  const on = londonDay(plan.startsAt)
  const policy = await policyOn(work, on)
  const asked = askedBy(policy, plan.terms.key)
  if (asked === null) return []
  const [known] = await findSupervising(work, asked.observing, { people: [plan.supervisor], on })
  if (known === undefined || dueOn(known, asked.within) >= on) return []
  const others = await findPastDue(work, plan, { types: asked.observing.types, due: dueOn(known, asked.within) })
  if (isForObservation(others, on, work.today)) return []
  const observers = (await observersOf(work, asked.observing)).filter((person) => person !== plan.supervisor)
  const names = await namesOf(work, [plan.supervisor, ...observers])
  const reason = standsAgainst(known, {
    name: names.get(plan.supervisor) ?? 'The supervisor',
    type: plan.terms.name,
    within: asked.within,
    on,
    observers: observers.flatMap((person) => names.get(person) ?? []),
    ahead: others.find((one) => one.ahead && !one.asked)?.day ?? null,
  })
  return reason === null ? [] : [{ check: 'observation', reason, field: 'supervisor', mayBeOverridden: true }]
}

/** What a kind of supervision asks of its supervisors; null when it asks for no observation. */
function askedBy(policy: Policy, type: string): { readonly within: Every; readonly observing: Observing } | null {
  const inDate = policy.type(type)?.supervisorInDate
  if (inDate?.observation === undefined) return null
  const known = observingIn(policy).find(({ types }) => types.includes(type))
  const within = readDuration(inDate.observation)
  const alone: Observing = {
    key: inDate.competence ?? type,
    every: within,
    by: [],
    reportTo: [],
    template: null,
    types: [type],
    gives: null,
  }
  return { within, observing: known ?? alone }
}
