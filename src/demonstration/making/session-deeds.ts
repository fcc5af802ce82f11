// The life of each planned session as deeds: booked or proposed, accepted, cancelled or held, recorded, agreed with.
import { policyOn } from '../../areas/policy/index.ts'
import {
  acceptTime,
  agreeInDiscussion,
  answerRecord,
  bookSession,
  type CaseId,
  cancelSession,
  findSession,
  type HeldAs,
  holdSession,
  partsOfRecord,
  recordHeldSession,
  type SessionId,
  signOffRecord,
  type StoredRecord,
  type StoredSession,
  type Terms,
  termsIn,
  type Wanted,
} from '../../areas/supervision/index.ts'
import { addDays, type Day, daysBetween } from '../../platform/time/day.ts'
import { addMinutes, londonDay, type Moment } from '../../platform/time/moment.ts'
import type { Work } from '../../platform/work.ts'
import type { Chance } from '../chance.ts'
import type { Outcome, PlannedSession } from '../history/planned-session.ts'
import type { Span } from '../trust/staff.ts'
import { focusWords, prefixOf, teamActionWords, wordsFor } from '../words/record-words.ts'
import { actionDeeds } from './action-deeds.ts'
import { contractDeeds } from '../agreeing/contract-deeds.ts'
import { broughtDeeds, type CaseAt, signCases } from './discussion-deeds.ts'
import type { Deed } from './deeds.ts'
import { at, idOf, type Making, sure } from './making.ts'
import { preparationDeeds } from './preparation-deeds.ts'

export type Session = {
  readonly plan: PlannedSession
  readonly making: Making
  readonly chance: Chance
  readonly span: Span
  /** The ids of all sessions by their plan's key, as they are made. */
  readonly ids: Map<string, SessionId>
  /** The cases that are brought to it, and the ids of all cases by their reference, as they are listed. */
  readonly brought: readonly CaseAt[]
  readonly cases: Map<string, CaseId>
}

/** Everything that is done about a session, by whom and when. */
export function sessionDeeds(given: Session): readonly Deed[] {
  const plan = asBooked(given)
  const session = { ...given, plan }
  const { outcome } = plan
  return [
    ...contractDeeds(session.making, plan),
    ...(plan.bookedOn === null ? [] : bookingDeeds(session, plan.bookedOn)),
    ...(outcome.kind === 'cancelled' ? [cancellation(session, outcome)] : []),
    ...(outcome.kind === 'held' ? heldDeeds(session, outcome) : []),
    ...broughtDeeds(session),
    ...preparationDeeds(session),
  ]
}

/** For so long case work has been booked here, with a contract; what was held before was only recorded, but for what was told of cases. */
const DAYS_OF_BOOKING = 130

function asBooked({ plan, brought, span }: Session): PlannedSession {
  const { type, outcome, rebooks, day } = plan
  const isOld = type === 'child-protection-case-work' && day < addDays(span.today, -DAYS_OF_BOOKING)
  return isOld && outcome.kind === 'held' && rebooks === null && brought.length === 0
    ? { ...plan, bookedOn: null }
    : plan
}

const person = ({ making }: Session, key: string) => idOf(making.people, key)

const startOf = ({ plan }: Session): Moment => at(plan.day, plan.time)

function bookingDeeds(session: Session, bookedOn: Day): readonly Deed[] {
  const { plan, ids } = session
  const asked = plan.outcome.kind === 'proposed' ? plan.outcome.by : plan.supervisor
  const booking: Deed = {
    at: at(bookedOn, '12:10'),
    by: asked,
    isSession: true,
    run: async (work) => {
      ids.set(plan.key, sure(await bookSession(work, wantedOf(session))))
    },
  }
  const supervisee = plan.people[0]
  if (plan.group || plan.outcome.kind === 'proposed' || supervisee === undefined) return [booking]
  const acceptance: Deed = {
    at: addMinutes(booking.at, 95),
    by: supervisee,
    run: async (work) => {
      sure(await acceptTime(work, idOf(ids, plan.key), 1))
    },
  }
  return [booking, acceptance]
}

function wantedOf(session: Session): Wanted {
  const { plan, making, ids } = session
  return {
    type: plan.type,
    format: plan.group ? 'group' : 'one-to-one',
    supervisor: person(session, plan.supervisor),
    supervisees: plan.people.map((key) => person(session, key)),
    startsAt: startOf(session),
    minutes: plan.minutes,
    placeKind: 'in person',
    place: plan.place,
    rebooks: plan.rebooks === null ? null : idOf(ids, plan.rebooks),
    unit: plan.unit === null ? null : idOf(making.units, plan.unit),
    series: null,
    overrideReason: '',
  }
}

const versionOnceBooked = ({ plan }: Session): number => (plan.group ? 1 : 2)

function cancellation(session: Session, outcome: Extract<Outcome, { kind: 'cancelled' }>): Deed {
  const { plan, ids } = session
  const by = plan.group || session.chance.is(0.5) ? plan.supervisor : (plan.people[0] ?? plan.supervisor)
  return {
    at: addMinutes(startOf(session), -60 * outcome.hoursBefore),
    by,
    run: async (work) => {
      const what = { cause: outcome.cause, way: 'in addition', version: versionOnceBooked(session) } as const
      sure(await cancelSession(work, idOf(ids, plan.key), what))
    },
  }
}

function heldDeeds(session: Session, outcome: Extract<Outcome, { kind: 'held' }>): readonly Deed[] {
  const { plan, span, chance } = session
  const over = addMinutes(startOf(session), plan.minutes)
  let done: Signed | null = null
  const holding: Deed = {
    at: addMinutes(over, 10),
    by: plan.supervisor,
    isSession: plan.bookedOn === null,
    run: async (work) => {
      await keepHeld(work, session, outcome)
      if (outcome.record === 0) done = await sign(work, session)
    },
  }
  if (outcome.record === null) return [holding]
  const signed = outcome.record === 0 ? holding.at : at(addDays(plan.day, outcome.record), '17:20')
  const signing: Deed = {
    at: signed,
    by: plan.supervisor,
    run: async (work) => {
      done = await sign(work, session)
    },
  }
  const came = outcome.came.filter((one) => one.presence !== 'absent').map((one) => one.person)
  const answers = (unvalidated.has(plan.type) ? [] : came)
    .filter((key) => !outcome.unanswered.includes(key))
    .flatMap((key): readonly Deed[] => {
      const day = addDays(londonDay(signed), chance.between(1, 9))
      return day >= span.today ? [] : [{ at: at(day, '12:40'), by: key, run: (work) => agree(work, done) }]
    })
  const actions = actionDeeds(session, { came, over: holding.at })
  return [holding, ...(outcome.record === 0 ? [] : [signing]), ...answers, ...actions]
}

/** Kinds whose record nobody is asked to agree with. */
const unvalidated = new Set(['safeguarding-adults-team', 'peer-review'])

async function keepHeld(work: Work, session: Session, outcome: Extract<Outcome, { kind: 'held' }>): Promise<void> {
  const { plan, ids, chance } = session
  const beganAt = startOf(session)
  const held: HeldAs = {
    beganAt,
    finishedAt: addMinutes(beganAt, plan.minutes),
    came: outcome.came.map((one) => ({ ...one, person: person(session, one.person) })),
    model: null,
    focus: plan.group ? '' : focusWords(chance),
    version: versionOnceBooked(session),
  }
  const known = ids.get(plan.key)
  if (known) {
    sure(await holdSession(work, known, held))
    return
  }
  const id = work.newId<'session'>()
  const { overrideReason: _none, place: _place, ...wanted } = wantedOf(session)
  const fresh = { ...wanted, id, state: 'booked' as const, proposedBy: null, proposals: 1, version: 1 }
  ids.set(plan.key, sure(await recordHeldSession(work, fresh, { ...held, version: 1 })))
}

type Signed = { readonly session: StoredSession; readonly terms: Terms; readonly record: StoredRecord }

/** Signs the record, and answers what those who were there then read and agree with. */
async function sign(work: Work, session: Session): Promise<Signed> {
  const stored = await findSession(work, idOf(session.ids, session.plan.key))
  const terms = termsIn(await policyOn(work), session.plan.type)
  if (!stored || !terms) throw new Error('A planned session is not there')
  await signCases(work, session)
  const of = { session: stored, terms, kind: 'session' as const }
  const parts = partsOfRecord(of)
  const texts = wordsFor(session.chance, parts, prefixOf(session.plan.unit ?? 'One to one'))
  const signed = sure(await signOffRecord(work, of, { fromSave: 0, texts, parts }))
  if (terms.evidenceParts && daysBetween(session.plan.day, session.span.today) < DAYS_OF_EVIDENCE)
    await signEvidence(work, session, { stored, terms })
  return { session: stored, terms, record: { ...signed, session: stored.id, signedAt: work.moment } }
}

/** For so long back the leads of adult teams have evidence of their supervision. */
const DAYS_OF_EVIDENCE = 190

async function signEvidence(
  work: Work,
  { chance }: Session,
  { stored, terms }: { stored: StoredSession; terms: Terms },
): Promise<void> {
  const of = { session: stored, terms, kind: 'evidence' as const }
  const parts = partsOfRecord(of)
  const themes = parts.map((part) => [part.key, [...new Set([1, 2].map(() => chance.oneOf(part.choices)))].join('\n')])
  const texts: Record<string, string> = Object.fromEntries(themes)
  const signed = sure(await signOffRecord(work, of, { fromSave: 0, texts, parts }))
  sure(await agreeInDiscussion(work, of, { record: signed.id, text: teamActionWords(chance) }))
}

async function agree(work: Work, signed: Signed | null): Promise<void> {
  if (!signed) throw new Error('A record is agreed with before it was signed')
  const { record } = signed
  const what = { record, version: record.version, outcome: 'agreed' as const, comment: '' }
  sure(await answerRecord(work, { ...signed, kind: 'session' }, what))
}
