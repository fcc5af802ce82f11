// What signing off a record means beyond its words: when it may be closed, who else reads it, and what follows from a discussion
// of a case: the case was reached, those present may know how it was called, and who is still to be told becomes an action.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { agreeAction, usualDueDay } from '../../actions/index.ts'
import { findLeads, postsOfPeople, type UnitId } from '../../people/index.ts'
import { openTexts, thing } from '../../records/index.ts'
import { letReadSessionCase } from '../bringing/session-case.changes.ts'
import { isStanding, readsUntil } from '../cover/cover.ts'
import { findCovers } from '../cover/cover.store.ts'
import { findHandovers } from '../handover/handover.store.ts'
import { findAttendance } from '../holding/attendance.store.ts'
import type { RecordFacts, RecordId, RecordTexts } from '../record/record.ts'
import { findRecords } from '../record/record.store.ts'
import {
  actionSourceOf,
  ownersOf,
  partsOf,
  readersAmong,
  type RecordOf,
  type RecordReader,
} from '../record/record-of.ts'
import { findNextDays } from '../session/session.store.ts'
import type { RecordPart } from '../terms/terms.ts'
import { decideAllClosed, decideReview } from './discussion.ts'
import { addClinicalEntry, dropNotReached, findClinicalEntries, findDiscussions } from './discussion.store.ts'
import { decideSharing, newToDo, type Told } from './sharing.ts'

type Closing = { readonly texts: RecordTexts; readonly parts: readonly RecordPart[] }

/** Whether a record may be closed as it is: a case not over an earlier plan nobody looked at, a session not over open cases. */
export async function mayClose(work: Work, of: RecordOf, what: Closing): Promise<Decision> {
  if (of.kind === 'session') return decideAllClosed(await findDiscussions(work, of.session.id))
  if (of.kind !== 'case' || !of.discussed) return yes()
  const reviewed = decideReview(of.discussed, what)
  return reviewed.ok ? decideSharing(what.texts) : reviewed
}

/** Who reads a record beside those of its session: whoever covers for the holder, or leads the team. */
export async function othersWhoRead(work: Work, of: RecordOf): Promise<readonly RecordReader[]> {
  if (of.kind === 'evidence') return leadsOf(work, of)
  return of.discussed ? coverOf(work, of) : []
}

/** Those who cover, let in by the holder or by the supervisor who is writing: nobody else's word reaches a new record. */
async function coverOf(work: Work, { discussed, session }: RecordOf): Promise<readonly RecordReader[]> {
  if (!discussed) return []
  const { holder, caseId } = discussed
  const handedOver = (await findHandovers(work, caseId)).find((one) => one.state === 'accepted' && one.to === holder)
  const posts = (await postsOfPeople(work, [holder])).filter((post) => post.to === null || post.to >= work.today)
  const managers = posts.flatMap((post) => post.manager ?? [])
  const covers = await findCovers(work, caseId)
  return (
    covers
      .filter((one) => isStanding(one, work.today) && !managers.includes(one.colleague))
      .filter((one) => one.grantedBy === holder || one.grantedBy === session.supervisor)
      // What covered for whoever held it before does not reach what is said to its holder now.
      .filter((one) => !handedOver?.answeredAt || one.grantedAt > handedOver.answeredAt)
      .map((one) => ({ person: one.colleague, because: 'cover', until: readsUntil(one) }))
  )
}

/** Who reads an action agreed in a record beside its owner: those of the pair; of a case its holder and those present; of a team its lead. */
export async function readersOfActions(
  work: Work,
  of: RecordOf,
  owner: PersonId,
): Promise<{ readers: readonly PersonId[]; forNow: readonly RecordReader[] }> {
  const { session, kind } = of
  if (kind === 'session')
    return {
      readers: session.format === 'group' ? [session.supervisor, owner] : [session.supervisor, ...session.supervisees],
      forNow: [],
    }
  const all = readersAmong(of, await findAttendance(work, session.id), await othersWhoRead(work, of))
  const lasting = all.filter((one) => one.until === null)
  return { readers: lasting.map((one) => one.person), forNow: all.filter((one) => one.until !== null) }
}

/**
 * Whoever led the unit on the day of the session; without a unit, the teams of those supervised. A version that comes after
 * the first goes to those alone who lead it still.
 */
async function leadsOf(work: Work, { session }: RecordOf): Promise<readonly RecordReader[]> {
  const day = londonDay(session.held?.beganAt ?? session.startsAt)
  const units = new Set<string | null>([session.unit])
  if (session.unit === null)
    for (const post of await postsOfPeople(work, session.supervisees))
      if (post.from <= day && (post.to === null || post.to >= day)) units.add(post.unit)
  const leadsOn = async (when: Day) =>
    (await findLeads(work, when)).filter((lead) => units.has(lead.unit satisfies UnitId)).map((lead) => lead.person)
  const then = await leadsOn(day)
  const isAmended = (await findRecords(work, session.id)).some((one) => one.kind === 'evidence' && one.version > 1)
  const now = isAmended ? new Set(await leadsOn(work.today)) : null
  const leads = [...new Set(then)].filter((person) => now === null || now.has(person))
  return leads.map((person) => ({ person, because: 'leads the team', until: null }))
}

/** What follows once a version is kept. */
export async function afterClosing(
  work: Work,
  of: RecordOf,
  { signed, texts }: { signed: RecordFacts; texts: RecordTexts },
): Promise<void> {
  if (!of.discussed) return
  await dropNotReached(work, of.session.id, of.discussed.caseId)
  await letKnowHowItWasCalled(work, of)
  const before = signed.version > 1 ? await textsOfVersion(work, signed, signed.version - 1) : {}
  if (isSamePlan(of, texts, before)) await carryClinicalEntry(work, signed)
  for (const told of newToDo(texts, before)) await agreeToTell(work, of, { signed, told })
}

const textsOfVersion = async (work: Work, record: RecordFacts, version: number): Promise<RecordTexts> =>
  (await openTexts(work, { about: thing('session record', record.id), version })).texts

async function letKnowHowItWasCalled(work: Work, of: RecordOf): Promise<void> {
  if (!of.discussed) return
  const readers = readersAmong(of, await findAttendance(work, of.session.id), await othersWhoRead(work, of))
  const others = readers.filter((one) => one.because === 'was present' || one.because === 'cover')
  if (others.length > 0) await letReadSessionCase(work, of.session.id, { case: of.discussed.caseId, readers: others })
}

const isSamePlan = (of: RecordOf, texts: RecordTexts, before: RecordTexts): boolean =>
  partsOf(of)
    .filter((part) => part.means === 'plan')
    .every((part) => (texts[part.key] ?? '') === (before[part.key] ?? ''))

/** An amendment that leaves the plan as it was leaves it in the clinical record as well. */
async function carryClinicalEntry(work: Work, signed: RecordFacts): Promise<void> {
  const entry = (await findClinicalEntries(work, [signed.id])).get(signed.id)
  if (entry) await addClinicalEntry(work, signed.id, { ...entry, version: signed.version })
}

async function agreeToTell(
  work: Work,
  of: RecordOf,
  { signed, told }: { signed: RecordFacts; told: Told },
): Promise<void> {
  const text = `Tell: ${told.who}${told.how === '' ? '' : ` (${told.how})`}`
  await agreeInDiscussion(work, of, { record: signed.id, text })
}

/**
 * Agrees an action of a record with whoever it concerns most: the holder of a case, for a team the supervisor; due before the
 * next planned session. Refuses empty words.
 */
export async function agreeInDiscussion(
  work: Work,
  of: RecordOf,
  { record, text }: { record: RecordId; text: string },
): Promise<Decision<unknown>> {
  const [owner = of.session.supervisor] = ownersOf(of)
  const from = actionSourceOf(of, record)
  if (!from) return no('No actions are agreed in this kind of record')
  const next = (await findNextDays(work, [owner], of.session.type)).get(owner) ?? null
  const due = usualDueDay(work.today, next)
  return agreeAction(work, { owner, text, due, from, ...(await readersOfActions(work, of, owner)) })
}
