// Booking, cancelling, putting back, rebooking and holding, in any order anybody could think of: a model test.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PersonId } from '../../../platform/ids.ts'
import { addDays } from '../../../platform/time/day.ts'
import { addMinutes, londonDay, type Moment } from '../../../platform/time/moment.ts'
import { hold } from '../holding/attendance.ts'
import { amina, ben, now as startOfTime, proposed, stranger } from '../session/session.examples.ts'
import { accept, endsAt, overlaps, type SessionFacts, type SessionId, suggest, withdraw } from '../session/session.ts'
import type { RebookingRule } from '../terms/terms.ts'
import { type Cancellation, cancel, type Rebooked, rebookingOn, undo } from './cancellation.ts'

const runs = 2000
const rules: readonly RebookingRule[] = [
  { who: 'whoever cancels', within: null, highPriority: false },
  { who: 'supervisor', within: { count: 1, unit: 'month' }, highPriority: true },
  { who: 'supervisee', within: { count: 2, unit: 'week' }, highPriority: false },
]

type World = { now: Moment; sessions: SessionFacts[]; cancellations: Map<SessionId, Cancellation>; made: number }
type Step = { deed: string; who: number; which: number; hours: number; rule: number }

const step: fc.Arbitrary<Step> = fc.record({
  deed: fc.constantFrom('propose', 'accept', 'suggest', 'withdraw', 'cancel', 'undo', 'rebook', 'hold', 'wait', 'wait'),
  who: fc.nat(2),
  which: fc.nat(5),
  hours: fc.integer({ min: -48, max: 24 * 50 }),
  rule: fc.nat(2),
})
const people: readonly PersonId[] = [amina, ben, stranger]

const replacementOf = (world: World, id: SessionId): Rebooked | null => {
  const found = world.sessions.filter((one) => one.rebooks === id && one.state !== 'withdrawn').at(-1)
  return found ? { id: found.id, day: londonDay(found.startsAt), state: found.state } : null
}

/** Diaries as the changes keep them: nothing is booked over what is booked. */
const isFree = (world: World, session: SessionFacts) =>
  world.sessions.every((other) => other.id === session.id || other.state !== 'booked' || !overlaps(other, session))

function put(world: World, session: SessionFacts) {
  const at = world.sessions.findIndex((one) => one.id === session.id)
  const before = world.sessions[at]
  if (before) {
    expect(session.version).toBe(before.version + 1)
    world.sessions[at] = session
  } else world.sessions.push(session)
}

function propose(world: World, by: PersonId, hours: number, rebooks: SessionId | null) {
  const startsAt = addMinutes(world.now, hours * 60)
  if (startsAt <= world.now || by === stranger) return
  world.made += 1
  put(world, { ...proposed, id: `s${world.made}` as SessionId, startsAt, proposedBy: by, rebooks, version: 1 })
}

function take(world: World, { deed, who, which, hours, rule }: Step) {
  const by = people[who] ?? amina
  if (deed === 'wait') {
    world.now = addMinutes(world.now, Math.abs(hours) * 60)
    return
  }
  if (deed === 'propose') return propose(world, by, hours, null)
  const session = world.sessions[which]
  if (!session) return
  if (deed === 'rebook')
    return session.state === 'cancelled' && !replacementOf(world, session.id)
      ? propose(world, by, hours, session.id)
      : undefined
  change(world, session, by, { deed, hours, rule: rules[rule] as RebookingRule })
}

function change(
  world: World,
  session: SessionFacts,
  by: PersonId,
  { deed, hours, rule }: { deed: string; hours: number; rule: RebookingRule },
) {
  const cancellation = world.cancellations.get(session.id)
  if (deed === 'accept') {
    const decision = accept(session, by, world.now)
    if (decision.ok && isFree(world, decision.value)) put(world, decision.value)
  } else if (deed === 'suggest') {
    const decision = suggest(session, by, { ...session, startsAt: addMinutes(world.now, hours * 60) }, world.now)
    if (decision.ok) put(world, decision.value)
  } else if (deed === 'withdraw') {
    const decision = withdraw(session, by)
    if (decision.ok) put(world, decision.value)
  } else if (deed === 'cancel') {
    const decision = cancel(
      session,
      by,
      { cause: 'sickness', way: 'instead', version: session.version },
      rule,
      world.now,
    )
    if (!decision.ok) return
    put(world, decision.value.session)
    world.cancellations.set(session.id, decision.value.cancellation)
  } else if (deed === 'undo' && cancellation) {
    const decision = undo(session, cancellation, replacementOf(world, session.id), by, world.now)
    if (!decision.ok || !isFree(world, decision.value)) return
    put(world, decision.value)
    world.cancellations.delete(session.id)
  } else if (deed === 'hold') {
    const held = { beganAt: session.startsAt, finishedAt: endsAt(session), model: null, version: session.version }
    const came = session.supervisees.map((person) => ({ person, presence: 'present' as const, cause: null }))
    const decision = hold(session, by, { ...held, came }, world.now)
    if (decision.ok) put(world, decision.value.session)
  }
}

function check(world: World) {
  const booked = world.sessions.filter((one) => one.state === 'booked')
  for (const one of booked) for (const other of booked) if (one !== other) expect(overlaps(one, other)).toBe(false)
  for (const session of world.sessions) {
    expect(session.state === 'proposed').toBe(session.proposedBy !== null)
    expect(session.proposedBy).not.toBe(stranger)
    expect(session.state === 'cancelled').toBe(world.cancellations.has(session.id))
    if (session.state === 'held') expect(session.startsAt <= addMinutes(world.now, 30)).toBe(true)
  }
  for (const cancellation of world.cancellations.values()) checkDuty(world, cancellation)
}

function checkDuty(world: World, cancellation: Cancellation) {
  const rebooked = replacementOf(world, cancellation.session)
  const today = londonDay(world.now)
  const duty = rebookingOn(cancellation, rebooked, today)
  if (rebooked?.state === 'booked' || rebooked?.state === 'held') expect(duty.state).toBe('rebooked')
  if (duty.state === 'breach') expect(cancellation.deadline !== null && today > cancellation.deadline).toBe(true)
  // Once a breach, waiting alone never mends it.
  if (duty.state === 'breach') expect(rebookingOn(cancellation, rebooked, addDays(today, 30)).state).toBe('breach')
}

describe('the life of sessions', () => {
  it('never overlaps, loses a cancellation, or forgets a duty, whatever people do', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const world: World = { now: startOfTime, sessions: [], cancellations: new Map(), made: 0 }
        for (const one of steps) {
          take(world, one)
          check(world)
        }
      }),
      { numRuns: runs },
    )
  })
})
