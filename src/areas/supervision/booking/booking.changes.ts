// Proposing a session, agreeing a time, and booking a group at once. Each runs the checks, keeps what was set aside, leaves a
// line on the trail and tells the later areas that facts have changed.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import { thing, writeTrail } from '../../records/index.ts'
import { showCasesOf } from '../bringing/session-case.changes.ts'
import { findCancellation } from '../cancelling/cancellation.store.ts'
import { takePlaceOfNext } from '../cancelling/taken-place.changes.ts'
import {
  addProposal,
  addSession,
  answerProposal,
  findSession,
  type NewSession,
  saveSession,
} from '../session/session.store.ts'
import {
  accept,
  isInvolved,
  type SessionFacts,
  type SessionFormat,
  type SessionId,
  suggest,
  type Time,
  withdraw,
} from '../session/session.ts'
import { termsIn } from '../terms/terms.view.ts'
import { type BookingPlan, decideBooking, type Objection } from './booking.ts'
import { addOverrides, findSetAside } from './booking.store.ts'
import { objectionsTo } from './checks.changes.ts'

export type Wanted = Time & {
  readonly type: string
  readonly format: SessionFormat
  readonly supervisor: PersonId
  readonly supervisees: readonly PersonId[]
  readonly place: string
  /** The cancelled session that this one makes good. */
  readonly rebooks: SessionId | null
  readonly unit: string | null
  readonly series: string | null
  /** Why what stands against it is set aside, from somebody who may. */
  readonly overrideReason: string
}

/**
 * Proposes a one-to-one session to the other side, or books a group at once (SPEC 5.1, 5.2). Refuses with the reason in
 * words; `field` names the input it belongs beside.
 */
export async function bookSession(work: Work, wanted: Wanted): Promise<Decision<SessionId>> {
  const by = work.asker.person
  const checked = await checkPlan(work, wanted)
  if (!checked.ok) return checked
  const involved = by === wanted.supervisor || wanted.supervisees.includes(by)
  if (wanted.format === 'one-to-one' && !involved)
    return no('A one-to-one session is proposed by one of its two people')
  const rebooks = await decideRebooks(work, wanted)
  if (!rebooks.ok) return rebooks
  const booked = wanted.format === 'group'
  const session = newSession(work, wanted, booked)
  await addSession(work, session, wanted.place)
  await addOverrides(work, session.id, { objections: checked.value, reason: wanted.overrideReason.trim() })
  await takePlaceOfNext(work, session)
  await noteChange(work, session, booked ? 'session booked' : 'session proposed')
  return yes(session.id)
}

function newSession(work: Work, wanted: Wanted, booked: boolean): NewSession {
  return {
    id: work.newId<'session'>(),
    type: wanted.type,
    format: wanted.format,
    state: booked ? 'booked' : 'proposed',
    supervisor: wanted.supervisor,
    supervisees: [...new Set(wanted.supervisees)],
    startsAt: wanted.startsAt,
    minutes: wanted.minutes,
    placeKind: wanted.placeKind,
    proposedBy: booked ? null : work.asker.person,
    proposals: 1,
    rebooks: wanted.rebooks,
    version: 1,
    unit: wanted.unit,
    series: wanted.series,
  }
}

async function checkPlan(work: Work, wanted: Wanted): Promise<Decision<readonly Objection[]>> {
  const terms = termsIn(await policyOn(work), wanted.type)
  if (!terms) return no('Choose a kind of supervision', 'type')
  const plan: BookingPlan = { ...wanted, session: null, terms }
  const override = { reason: wanted.overrideReason, by: work.asker.person, roles: work.asker.roles }
  return decideBooking(await objectionsTo(work, plan), plan, override)
}

/** A new session makes good a cancelled one only when it is for the same people and of the same kind. */
async function decideRebooks(work: Work, wanted: Wanted): Promise<Decision> {
  const { rebooks } = wanted
  if (!rebooks) return yes()
  const old = await findSession(work, rebooks)
  if (!old || !isInvolved(old, work.asker.person)) return no('The session to be rebooked was not found')
  if (old.type !== wanted.type) return no('The new session must be of the same kind as the cancelled one', 'type')
  if (!old.supervisees.some((person) => wanted.supervisees.includes(person)))
    return no('The new session must be for the people of the cancelled one', 'people')
  if (old.state !== 'cancelled') return no('That session is not cancelled')
  const known = await findCancellation(work, rebooks)
  const live = known?.rebooked && known.rebooked.state !== 'cancelled'
  return live ? no('That session has been rebooked already') : yes()
}

/** Says yes to the time on the table; checked again, because things may have changed since it was suggested. */
export async function acceptTime(work: Work, id: SessionId, version: number): Promise<Decision> {
  const session = await findSession(work, id)
  if (!session) return no('There is no such session')
  if (session.version !== version) return no(changedWords)
  const decision = accept(session, work.asker.person, work.moment)
  if (!decision.ok) return decision
  const checked = await checkTime(work, session)
  if (!checked.ok) return checked
  return keep(work, decision.value, { before: session, answer: 'accepted', deed: 'session booked' })
}

/** Puts another time on the table (SPEC 5.1). */
export async function suggestTime(
  work: Work,
  id: SessionId,
  what: { time: Time; place: string; version: number },
): Promise<Decision> {
  const session = await findSession(work, id)
  if (!session) return no('There is no such session')
  if (session.version !== what.version) return no(changedWords)
  const decision = suggest(session, work.asker.person, what.time, work.moment)
  if (!decision.ok) return decision
  const checked = await checkTime(work, decision.value)
  if (!checked.ok) return checked
  const kept = await keep(work, decision.value, {
    before: session,
    answer: 'another time',
    deed: 'another time suggested',
  })
  if (kept.ok) await addProposal(work, decision.value, what.place)
  return kept
}

/** Takes a proposal off the table. */
export async function withdrawProposal(work: Work, id: SessionId, version: number): Promise<Decision> {
  const session = await findSession(work, id)
  if (!session) return no('There is no such session')
  if (session.version !== version) return no(changedWords)
  const decision = withdraw(session, work.asker.person)
  if (!decision.ok) return decision
  return keep(work, decision.value, { before: session, answer: 'withdrawn', deed: 'proposal withdrawn' })
}

const changedWords = 'This session was changed meanwhile. Look at it again first'

/** Checks a time for a session that exists; what was set aside when it was proposed stays set aside. */
async function checkTime(work: Work, session: SessionFacts): Promise<Decision> {
  const terms = termsIn(await policyOn(work), session.type)
  if (!terms) return no('The policy no longer has this kind of supervision')
  const objections = await objectionsTo(work, { ...session, session: session.id, terms })
  const aside = await findSetAside(work, session.id)
  const firm = objections.find((objection) => !objection.mayBeOverridden || !aside.has(objection.check))
  return firm ? no(firm.reason, firm.field) : yes()
}

async function keep(
  work: Work,
  session: SessionFacts,
  what: { before: SessionFacts; answer: 'accepted' | 'another time' | 'withdrawn'; deed: string },
): Promise<Decision> {
  if (!(await saveSession(work, session))) return no(changedWords)
  await answerProposal(work, session.id, { number: what.before.proposals, answer: what.answer })
  await takePlaceOfNext(work, session)
  await noteChange(work, session, what.deed)
  return yes()
}

async function noteChange(work: Work, session: SessionFacts, deed: string): Promise<void> {
  writeTrail(work, { deed, about: thing('session', session.id), detail: { version: session.version } })
  await showCasesOf(work, session)
  await work.tell({ name: 'facts changed', people: [session.supervisor, ...session.supervisees] })
}
