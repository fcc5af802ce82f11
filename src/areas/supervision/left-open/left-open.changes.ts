// What is still open between two people whose supervision ends, gone through one by one: sessions ahead and open actions
// (SPEC 4.5). Each decision is kept with its day; nothing is decided by not deciding, so a session stays as it was booked.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { addMinutes } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import {
  type ActionFacts,
  type ActionId,
  carryAlong,
  findAction,
  reportOnAction,
  textOfAction,
  thingOfAction,
} from '../../actions/index.ts'
import { letRead } from '../../records/index.ts'
import { bookSession, withdrawProposal } from '../booking/booking.changes.ts'
import { cancelSession } from '../cancelling/cancellation.changes.ts'
import { findPairsOf } from '../pair/pair.store.ts'
import type { Pair } from '../pair/pair.ts'
import { findProposals, findSession } from '../session/session.store.ts'
import type { SessionId, StoredSession } from '../session/session.ts'
import {
  type ActionChoice,
  choicesForAction,
  choicesForSession,
  type Ending,
  type EndingId,
  type SessionChoice,
} from '../ending/ending.ts'
import {
  addChoice,
  type Chosen,
  findActionsLeft,
  findChoices,
  findEnding,
  findEndingsSince,
  findSessionsAhead,
  saveSuccessor,
} from '../ending/ending.store.ts'

export type SessionLeft = { readonly session: StoredSession; readonly chosen: Chosen | null }
export type ActionLeft = { readonly action: ActionFacts; readonly text: string }
export type LeftOpen = {
  readonly sessions: readonly SessionLeft[]
  readonly actions: readonly ActionLeft[]
  readonly chosen: readonly Chosen[]
}

/** Sessions ahead, with what was decided of them, and the open actions of the asker; opens the actions' words. */
export async function leftOpen(work: Work, ending: Ending): Promise<LeftOpen> {
  const chosen = await findChoices(work, ending.id)
  const sessions: SessionLeft[] = []
  for (const id of await findSessionsAhead(work, ending)) {
    const session = await findSession(work, id)
    if (session) sessions.push({ session, chosen: chosen.find((one) => one.about === id) ?? null })
  }
  const actions: ActionLeft[] = []
  for (const id of await findActionsLeft(work, ending)) {
    const action = await findAction(work, id)
    if (action?.owner === work.asker.person) actions.push({ action, text: await textOfAction(work, id) })
  }
  return { sessions, actions, chosen }
}

/** How much of an ending waits for the asker: sessions not decided by anybody, own actions. */
export async function countLeft(work: Work, ending: Ending): Promise<{ sessions: number; actions: number }> {
  const chosen = new Set((await findChoices(work, ending.id)).map((one) => one.about))
  const ahead = (await findSessionsAhead(work, ending)).filter((id) => !chosen.has(id))
  const left = await findActionsLeft(work, ending)
  let own = 0
  for (const id of left) if ((await findAction(work, id))?.owner === work.asker.person) own += 1
  return { sessions: ahead.length, actions: own }
}

/** Decides what becomes of a session ahead: it stays, it is called off, or the new supervisor is asked for the same time. */
export async function decideSession(
  work: Work,
  id: EndingId,
  what: { session: SessionId; choice: SessionChoice },
): Promise<Decision> {
  const ending = await standing(work, id)
  if (!ending.ok) return ending
  const session = await findSession(work, what.session)
  const ahead = await findSessionsAhead(work, ending.value)
  if (!session || !ahead.includes(what.session)) return no('This session is not ahead any more')
  if (!choicesForSession(ending.value, work.asker.person).includes(what.choice))
    return no('Choose one of the choices shown')
  const became =
    what.choice === 'keep' ? yes(null) : await callOff(work, ending.value, { session, choice: what.choice })
  if (!became.ok) return became
  return kept(work, id, { about: what.session, kind: 'session', choice: what.choice, became: became.value })
}

async function callOff(
  work: Work,
  ending: Ending,
  { session, choice }: { session: StoredSession; choice: SessionChoice },
): Promise<Decision<SessionId | null>> {
  const place = (await findProposals(work, session.id)).at(-1)?.place ?? ''
  const cancels = {
    cause: choice === 'cancel' ? 'no longer needed' : 'moved by agreement',
    way: 'in addition',
  } as const
  const off =
    session.state === 'booked'
      ? await cancelSession(work, session.id, { ...cancels, version: session.version })
      : await withdrawProposal(work, session.id, session.version)
  if (!off.ok) return off
  if (choice === 'cancel' || ending.successor === null) return yes(null)
  const { startsAt, minutes, placeKind, type, unit } = session
  const wanted = { startsAt, minutes, placeKind, type, unit, place, format: 'one-to-one', series: null } as const
  return bookSession(work, {
    ...wanted,
    supervisor: ending.successor,
    supervisees: [ending.supervisee],
    rebooks: session.state === 'booked' ? session.id : null,
    overrideReason: '',
  })
}

/** Decides what becomes of an open action of one's own (SPEC 5.11). */
export async function decideAction(
  work: Work,
  id: EndingId,
  what: { action: ActionId; choice: ActionChoice; note: string; version: number },
): Promise<Decision> {
  const ending = await standing(work, id)
  if (!ending.ok) return ending
  const action = await findAction(work, what.action)
  const left = await findActionsLeft(work, ending.value)
  if (!action || !left.includes(what.action)) return no('This action is not open any more')
  if (!choicesForAction(ending.value, action.owner, work.asker.person).includes(what.choice))
    return no('Choose one of the choices shown')
  const became = await settle(work, ending.value, what)
  if (!became.ok) return became
  return kept(work, id, { about: what.action, kind: 'action', choice: what.choice, became: became.value })
}

async function settle(
  work: Work,
  ending: Ending,
  { action, choice, note, version }: { action: ActionId; choice: ActionChoice; note: string; version: number },
): Promise<Decision<Id<string> | null>> {
  if (choice === 'close') {
    const report = { outcome: 'not done', note, newDue: null, letGo: true, version } as const
    const done = await reportOnAction(work, action, report)
    return done.ok ? yes(null) : done
  }
  const next = choice === 'take along' && ending.successor !== null ? [ending.successor] : []
  return carryAlong(work, action, { readers: next, version })
}

async function standing(work: Work, id: EndingId): Promise<Decision<Ending>> {
  const ending = await findEnding(work, id)
  if (!ending) return no('There is nothing to decide')
  return ending.undoneAt === null ? yes(ending) : no('This was taken back: you go on as before')
}

async function kept(work: Work, id: EndingId, chosen: Omit<Chosen, 'by' | 'at'>): Promise<Decision> {
  return (await addChoice(work, id, chosen)) ? yes() : no('This was decided meanwhile. Look at it again')
}

const MONTHS_TO_TAKE_ALONG = 6

/**
 * Somebody who was without a supervisor has one again: what they wanted to take along is theirs to read, and sessions that
 * are still ahead can be handed on. By the supervisee, when they chose or agreed.
 */
export async function takeAlongTo(work: Work, pair: Pick<Pair, 'supervisor' | 'supervisee' | 'type'>): Promise<void> {
  if (work.asker.person !== pair.supervisee) return
  const since = addMinutes(work.moment, -MONTHS_TO_TAKE_ALONG * 31 * 24 * 60)
  const waiting = (await findEndingsSince(work, since)).filter(
    (one) =>
      one.supervisee === pair.supervisee &&
      one.successor === null &&
      one.supervisor !== pair.supervisor &&
      one.types.includes(pair.type),
  )
  for (const ending of waiting) {
    if (await areAllTaken(work, ending, pair.supervisor)) await saveSuccessor(work, ending.id, pair.supervisor)
    await letReadAlong(work, ending, pair.supervisor)
  }
}

/** The successor of an ending takes on all of its kinds. */
async function areAllTaken(work: Work, ending: Ending, supervisor: PersonId): Promise<boolean> {
  const pairs = (await findPairsOf(work, ending.supervisee)).filter(
    (pair) => pair.state === 'agreed' && pair.supervisor === supervisor,
  )
  return ending.types.every((type) => pairs.some((pair) => pair.type === type))
}

async function letReadAlong(work: Work, ending: Ending, supervisor: PersonId): Promise<void> {
  for (const one of await findChoices(work, ending.id))
    if (one.choice === 'take along' && one.became)
      await letRead(work, thingOfAction(one.became as ActionId), [
        { person: supervisor, because: 'supervisor', until: null },
      ])
}
