// Recording that a session was held: attendance and times as facts, the agreed focus sealed for those who were there.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { actionsFrom, thingOfAction } from '../../actions/index.ts'
import {
  findReaders,
  letRead,
  openTexts,
  removeReader,
  sealTexts,
  type Texts,
  type Thing,
  thing,
  writeTrail,
} from '../../records/index.ts'
import { policyOn } from '../../policy/index.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import type { Terms } from '../terms/terms.ts'
import { termsIn } from '../terms/terms.view.ts'
import { findSessionCase } from '../bringing/session-case.store.ts'
import { findAnswers, findRecords, type StoredRecord } from '../record/record.store.ts'
import { addSession, findSession, type NewSession, saveHeld } from '../session/session.store.ts'
import type { SessionFacts, SessionId } from '../session/session.ts'
import { decideHeld } from '../booking/booking.ts'
import { addOverrides } from '../booking/booking.store.ts'
import { objectionsToHeld } from '../booking/checks.changes.ts'
import { saveAttendance } from './attendance.store.ts'
import { type AttendanceFacts, correct, type Holding, hold } from './attendance.ts'

/** A holding with its agreed focus; `because`: why words of it that were pointed out identify nobody, sealed with it. */
export type HeldAs = Holding & { readonly focus: string; readonly because?: Texts }

/** Records that a booked session was held (SPEC 5.5). Figures change with it. */
export async function holdSession(work: Work, id: SessionId, held: HeldAs): Promise<Decision> {
  const session = await findSession(work, id)
  if (!session) return no('There is no such session')
  const decision = hold(session, work.asker.person, held, work.moment)
  if (!decision.ok) return decision
  const terms = termsIn(await policyOn(work), session.type)
  if (!isModelOf(terms, held.model)) return no(modelWords, 'model')
  if (!(await saveHeld(work, decision.value.session, held)))
    return no('This session was changed meanwhile. Look at it again first')
  await keepHeld(work, decision.value.session, { held, rows: decision.value.attendance })
  return yes()
}

/** Corrects who came and when (SPEC 1.2, 5.5): further rows take the place of the first, and readers follow who was there. */
export async function correctAttendance(work: Work, id: SessionId, held: Holding): Promise<Decision> {
  const session = await findSession(work, id)
  if (!session) return no('There is no such session')
  if (session.elsewhere === 'peer review') return no('Put the register of the peer review right instead')
  const decision = correct(session, work.asker.person, held, work.moment)
  if (!decision.ok) return decision
  const kept = { ...held, model: session.held?.model ?? null }
  if (!(await saveHeld(work, decision.value.session, kept)))
    return no('This session was changed meanwhile. Look at it again first')
  await saveAttendance(work, session, { ...held, rows: decision.value.attendance })
  await followAttendance(work, session, decision.value.attendance)
  writeTrail(work, { deed: 'attendance corrected', about: thing('session', id) })
  await work.tell({ name: 'facts changed', people: [session.supervisor, ...session.supervisees] })
  return yes()
}

const modelWords = 'Choose one of the models shown'

/** Facts hold keys of the policy, never words of somebody's own. */
const isModelOf = (terms: Terms | null, model: string | null): boolean =>
  model === null || (terms?.models ?? []).some(({ key }) => key === model)

/** Somebody who was there after all may read what those present read; somebody who was not no longer may. */
async function followAttendance(
  work: Work,
  { id, type }: SessionFacts,
  rows: readonly AttendanceFacts[],
): Promise<void> {
  const terms = termsIn(await policyOn(work), type)
  const shared = { session: terms?.sharedWithGroup, case: terms?.casesForThosePresent }
  const signed = (await findRecords(work, id)).filter(
    ({ kind, version }) => version > 0 && ((kind === 'session' && shared.session) || (kind === 'case' && shared.case)),
  )
  const things = [thing('session', id)]
  for (const record of signed) things.push(...(await thingsWith(work, record)))
  for (const about of things) {
    const readers = await findReaders(work, about)
    const before = new Set(readers.map((reader) => reader.person))
    if (before.size === 0) continue
    const present = new Set(readers.filter((one) => one.because === 'was present').map((one) => one.person))
    await letRead(
      work,
      about,
      readersOf(rows, work.asker.person).filter((reader) => !before.has(reader.person)),
    )
    for (const row of rows)
      if (row.presence === 'absent' && present.has(row.person)) await removeReader(work, about, row.person)
  }
}

/** What those present read with a signed record: what was said of it, how its case was called, its actions. */
async function thingsWith(work: Work, { id, session, caseId }: StoredRecord): Promise<readonly Thing[]> {
  const said = (await findAnswers(work, id)).filter((one) => one.outcome === 'commented')
  const entry = caseId === null ? null : await findSessionCase(work, session, caseId)
  const called = entry ? [thing('session case', entry.id)] : []
  const actions = caseId === null ? [] : await actionsFrom(work, 'discussion', [id])
  return [
    thing('session record', id),
    ...called,
    ...said.map((one) => thing('record answer', one.id)),
    ...actions.map((one) => thingOfAction(one.id)),
  ]
}

/**
 * Records a session that was held without having been booked here; by its supervisor, for a time that has passed. Whatever
 * the policy has against it stands: recording afterwards is no way round who may supervise, or round a person's consent.
 * Where the supervisor was not in date, `why` it went ahead is asked for and reported.
 */
export async function recordHeldSession(
  work: Work,
  session: NewSession,
  held: HeldAs & { readonly why?: string },
): Promise<Decision<SessionId>> {
  const decision = hold({ ...session, state: 'booked' }, work.asker.person, held, work.moment)
  if (!decision.ok) return decision
  if (held.finishedAt > work.moment) return no('The session must be over. Book it instead', 'day')
  const terms = termsIn(await policyOn(work, londonDay(held.beganAt)), session.type)
  if (!terms) return no('Choose a kind of supervision', 'type')
  if (!isModelOf(terms, held.model)) return no(modelWords, 'model')
  const against = await objectionsToHeld(work, { ...session, session: session.id, terms })
  const aside = decideHeld(against, held.why ?? '')
  if (!aside.ok) return aside
  await addSession(work, { ...session, state: 'booked', proposedBy: null }, '')
  await addOverrides(work, session.id, { objections: aside.value, reason: (held.why ?? '').trim() })
  if (!(await saveHeld(work, decision.value.session, held))) return no('This session could not be saved. Try again')
  await keepHeld(work, decision.value.session, { held, rows: decision.value.attendance })
  return yes(session.id)
}

/** Keeps who came and when, for figures, and the agreed focus for those who were there. */
export async function keepHeld(
  work: Work,
  session: SessionFacts,
  { held, rows }: { held: HeldAs; rows: readonly AttendanceFacts[] },
): Promise<void> {
  await saveAttendance(work, session, { ...held, rows, first: true })
  const about = thing('session', session.id)
  if (held.focus.trim() !== '') {
    const kind = 'one-to-one record' as const
    await sealTexts(work, { kind, about, version: 1, texts: { focus: held.focus.trim(), ...held.because } })
    await letRead(work, about, readersOf(rows, work.asker.person))
  }
  writeTrail(work, {
    deed: 'session held',
    about,
    detail: { came: rows.filter((row) => row.presence !== 'absent').length },
  })
  await work.tell({ name: 'facts changed', people: [session.supervisor, ...session.supervisees] })
}

const readersOf = (rows: readonly AttendanceFacts[], but: PersonId) =>
  rows
    .filter((row) => row.presence !== 'absent' && row.person !== but)
    .map((row) => ({ person: row.person, because: 'was present' as const, until: null }))

/** The agreed focus of a held session, for those who were there; '' for everybody else. */
export async function focusOf(work: Work, id: SessionId): Promise<string> {
  const opened = await openTexts(work, { about: thing('session', id), version: 1 })
  return opened.texts.focus ?? ''
}
