// Asks every check what stands against a booking: our own first, then those of later areas (SPEC 5.2).
import type { PersonId } from '../../../platform/ids.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { findPersons, managedAmong, namesOf } from '../../people/index.ts'
import { uncontracted } from '../contracts/contract.changes.ts'
import { standingPairs } from '../pair/pair.store.ts'
import { findClashes, lockDiaries } from '../session/session.store.ts'
import { decideTime, endsAt } from '../session/session.ts'
import { type BookingPlan, type Objection, objectionsToPeople } from './booking.ts'
import { whoMaySupervise } from './eligibility.changes.ts'

/** Everything that stands against a booking, in words; empty when it may go ahead. Locks the diaries of its people. */
export async function objectionsTo(work: Work, plan: BookingPlan): Promise<readonly Objection[]> {
  const found: Objection[] = [...objectionsToPeople(plan)]
  const time = decideTime(plan, work.moment)
  if (!time.ok) found.push({ check: 'time', reason: time.reason, field: time.field, mayBeOverridden: false })
  found.push(...(await strangersIn(work, plan)))
  if (found.some((objection) => !objection.mayBeOverridden)) return found
  found.push(...(await clashesWith(work, plan)))
  found.push(...(await againstSupervisor(work, plan)))
  found.push(...(await uncontracted(work, plan)))
  found.push(...(await work.ask('what stands against a booking', plan)))
  return found
}

/**
 * What stands against recording a session that was held without having been booked: the same as against a booking, but for
 * the time and the diaries: later areas are asked too. So recording afterwards is no way round who may supervise, or round a person's own consent. A
 * contract that was missing is said on the session's page, and keeps nothing from being recorded: it happened.
 */
export async function objectionsToHeld(work: Work, plan: BookingPlan): Promise<readonly Objection[]> {
  const found = [...objectionsToPeople(plan), ...(await strangersIn(work, plan))]
  if (found.some((objection) => !objection.mayBeOverridden)) return found
  found.push(...(await againstSupervisor(work, plan)))
  return [...found, ...(await work.ask('what stands against a booking', plan))]
}

/** Ids that are nobody's here, or of people who have left. */
async function strangersIn(work: Work, plan: BookingPlan): Promise<readonly Objection[]> {
  const wanted = new Set([plan.supervisor, ...plan.supervisees])
  const found = await findPersons(work, wanted)
  if (found.length < wanted.size) return [refusal('Choose people who work here')]
  const gone = found.find((one) => one.leftOn !== null && one.leftOn < londonDay(plan.startsAt))
  return gone ? [refusal(`${gone.name} will have left by then`)] : []
}

const refusal = (reason: string): Objection => ({ check: 'people', reason, field: 'people', mayBeOverridden: false })

async function clashesWith(work: Work, plan: BookingPlan): Promise<readonly Objection[]> {
  const people = [plan.supervisor, ...plan.supervisees]
  await lockDiaries(work, people)
  const clashes = await findClashes(work, people, { from: plan.startsAt, to: endsAt(plan), but: plan.session })
  const names = await namesOf(
    work,
    clashes.map(({ person }) => person),
  )
  return clashes.map((clash) => ({
    check: 'clash' as const,
    reason: `${nameOf(work, names, clash.person)} another session at that time, on ${formatMoment(clash.startsAt)}`,
    field: 'time',
    mayBeOverridden: false,
  }))
}

const nameOf = (work: Work, names: ReadonlyMap<PersonId, string>, person: PersonId) =>
  person === work.asker.person ? 'You have' : `${names.get(person) ?? 'Somebody'} has`

async function againstSupervisor(work: Work, plan: BookingPlan): Promise<readonly Objection[]> {
  const managed = await managedAmong(work, plan.supervisor, plan.supervisees, work.today)
  const consent = managed.size > 0 ? await unconsented(work, plan, managed) : []
  return [...consent, ...(await whoMaySupervise(work, plan, { manages: managed.size > 0 }))]
}

/**
 * A line manager supervises only with the supervisee's own recorded yes (SPEC 5.10). Groups are led for the team, so not
 * asked; a group of one is no group.
 */
async function unconsented(
  work: Work,
  plan: BookingPlan,
  managed: ReadonlySet<PersonId>,
): Promise<readonly Objection[]> {
  if (plan.format === 'group' && new Set(plan.supervisees).size > 1) return []
  const pairs = await standingPairs(work, plan.supervisees)
  for (const supervisee of plan.supervisees.filter((person) => managed.has(person))) {
    const agreed = pairs.some((pair) => pair.supervisee === supervisee && pair.supervisor === plan.supervisor)
    if (agreed) continue
    const reason =
      'A line manager supervises somebody only when that person has agreed to it. Ask for that under “My supervisors” first'
    return [{ check: 'consent', reason, mayBeOverridden: false }]
  }
  return []
}
