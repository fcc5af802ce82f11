// Writing down what was seen, sending it to the supervisor, their comment, and the report to the director. A draft is its author's
// alone. The report is a copy of its own, of exactly what the supervisor has read.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import { writeMail } from '../../../platform/mail/outbox.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { actionsFrom, agreeAction, thingOfAction } from '../../actions/index.ts'
import { policyOn } from '../../policy/index.ts'
import {
  draftVersion,
  dropDraft,
  letRead,
  openTexts,
  sealTexts,
  type Texts,
  thing,
  writeTrail,
} from '../../records/index.ts'
import {
  decideComment,
  decidePassingOn,
  decideWriting,
  type Observation,
  type ObservationId,
} from '../observation/observation.ts'
import {
  addComment,
  addReceipt,
  findCommentId,
  findObservation,
  lockObservation,
  saveDraftCount,
  savePassedOn,
  saveSent,
} from '../observation/observation.store.ts'
import { observingOf, recipientsOf } from '../observing/duty.changes.ts'
import { reportMail, sentMail } from './mails.view.ts'
import type { PlannedAction, ReportForm } from './report.ts'
import { reportFormOf } from './report.view.ts'

const aboutSeen = ({ id }: Pick<Observation, 'id'>) => thing('observation', id)
/** What the director gets, as a thing with readers. */
export const aboutReport = ({ id }: Pick<Observation, 'id'>) => thing('observation report', id)
export { aboutSeen }

/** The form that the policy has for an observation. */
export async function formFor(work: Work, one: Observation): Promise<ReportForm> {
  const observing = await observingOf(work, one.pathway)
  const key = observing?.template ?? null
  return reportFormOf(key === null ? null : (await policyOn(work)).template(key))
}

/** What the asker typed last, by box; empty before. */
export async function openDraft(work: Work, one: Observation): Promise<Texts> {
  if (one.save === 0) return {}
  return (await openTexts(work, { about: aboutSeen(one), version: draftVersion })).texts
}

/** Keeps what was typed; refused when it goes on from an older save. Answers the number of the save. */
export async function keepWriting(
  work: Work,
  id: ObservationId,
  what: { typed: Texts; fromSave: number },
): Promise<Decision<number>> {
  const one = await writable(work, id)
  if (!one.ok) return one
  if (one.value.save !== what.fromSave) return no(staleWords)
  if (!(await saveDraftCount(work, id, what.fromSave + 1))) return no(staleWords)
  await sealTexts(work, { kind: 'observation', about: aboutSeen(one.value), version: draftVersion, texts: what.typed })
  return yes(what.fromSave + 1)
}

/** What a page says whose text was saved elsewhere after it was opened. */
export const staleWords = 'This was saved from another window or phone after you opened this page'

async function writable(work: Work, id: ObservationId): Promise<Decision<Observation>> {
  await lockObservation(work, id)
  const one = await findObservation(work, id)
  if (!one || one.observer !== work.asker.person) return no('There is no such observation')
  const decision = decideWriting(one, work.moment)
  return decision.ok ? yes(one) : decision
}

export type Seen = { readonly texts: Texts; readonly actions: readonly PlannedAction[]; readonly fromSave: number }

/**
 * Sends what was seen to the supervisor, who may read it from now on and is asked to comment; the action plan becomes actions
 * of theirs. From the first time it is sent, the supervisor counts as observed. Sent again, it takes the place of what was sent.
 */
export async function sendSeen(work: Work, id: ObservationId, what: Seen): Promise<Decision> {
  const found = await writable(work, id)
  if (!found.ok) return found
  const one = found.value
  if (one.save !== what.fromSave) return no(staleWords)
  const form = await formFor(work, one)
  const planned = await actionsFrom(work, 'observation', [id])
  if (form.actionsNeeded && planned.length + what.actions.length === 0)
    return no('Enter at least one thing that the supervisor will do', 'action1')
  const version = one.version + 1
  const about = aboutSeen(one)
  const seenOn = londonDay(one.session?.startsAt ?? work.moment)
  await sealTexts(work, { kind: 'observation', about, version, texts: what.texts })
  if (one.save > 0) await dropDraft(work, about)
  await letRead(work, about, [{ person: one.supervisor, because: 'named in it', until: null }])
  for (const action of what.actions) {
    const agreed = await agreeAction(work, {
      ...action,
      owner: one.supervisor,
      from: { kind: 'observation', id },
      readers: [one.observer],
    })
    if (!agreed.ok) return no(agreed.reason, agreed.field === 'due' ? 'due1' : 'action1')
  }
  await saveSent(work, id, { version, seenOn })
  writeTrail(work, { deed: 'observation sent to the supervisor', about, detail: { version } })
  await writeMail(work, one.supervisor, sentMail, { observation: id })
  return yes()
}

export type Said = {
  readonly outcome: 'agreed' | 'commented'
  readonly words: string
  readonly because?: Texts
  readonly version: number
}

/** The supervisor answers what was sent to them. */
export async function commentOnSeen(work: Work, id: ObservationId, said: Said): Promise<Decision> {
  await lockObservation(work, id)
  const one = await findObservation(work, id)
  if (!one || one.supervisor !== work.asker.person) return no('There is no such observation')
  const decision = decideComment(one, said.version)
  if (!decision.ok) return decision
  const words = said.words.trim()
  if (said.outcome === 'commented' && words === '') return no('Write your comment', 'comment')
  const comment = work.newId<'observation comment'>()
  await addComment(work, id, { id: comment, version: said.version, outcome: said.outcome })
  const about = thing('observation comment', comment)
  if (words !== '') {
    await sealTexts(work, { kind: 'observation', about, version: 1, texts: { words, ...said.because } })
    await letRead(work, about, [{ person: one.observer, because: 'observed it', until: null }])
  }
  writeTrail(work, { deed: 'answered an observation', about: aboutSeen(one), detail: { outcome: said.outcome } })
  return yes()
}

/** The words of the comment on what was last sent; '' when there are none, or none for the asker. */
export async function openComment(work: Work, one: Observation): Promise<string> {
  const id = one.comment?.outcome === undefined ? null : await findCommentId(work, one.id, one.version)
  if (id === null) return ''
  return (await openTexts(work, { about: thing('observation comment', id), version: 1 })).texts.words ?? ''
}

/**
 * Sends the report to those whom the policy names: a copy of what the supervisor has read and said, and the action plan. It
 * never changes afterwards. The supervisor reads it too.
 */
export async function passReportOn(work: Work, id: ObservationId): Promise<Decision> {
  await lockObservation(work, id)
  const one = await findObservation(work, id)
  if (!one || one.observer !== work.asker.person) return no('There is no such observation')
  const decision = decidePassingOn(one, work.moment)
  if (!decision.ok) return decision
  const observing = await observingOf(work, one.pathway)
  const recipients = observing === null ? [] : await recipientsOf(work, observing)
  if (recipients.length === 0)
    return no('Nobody is known to whom the policy sends this report. Tell your administrator')
  const seen = await openTexts(work, { about: aboutSeen(one), version: one.version })
  if (seen.spoiled.length > 0)
    return no('What was written would not open, so it cannot be sent. Tell your administrator')
  const comment = await openComment(work, one)
  const about = aboutReport(one)
  await sealTexts(work, {
    kind: 'observation',
    about,
    version: 1,
    texts: { ...seen.texts, ...(comment && { comment }) },
  })
  const others = recipients.filter((person) => person !== work.asker.person)
  const readers = others.map((person) => ({ person, because: 'gets the report' as const, until: null }))
  await letRead(work, about, [{ person: one.supervisor, because: 'named in it', until: null }])
  await letRead(
    work,
    about,
    readers.filter(({ person }) => person !== one.supervisor),
  )
  for (const action of await actionsFrom(work, 'observation', [id]))
    await letRead(
      work,
      thingOfAction(action.id),
      readers.filter(({ person }) => person !== action.owner),
    )
  await savePassedOn(work, id)
  writeTrail(work, { deed: 'observation passed on to the director', about })
  for (const { person } of readers) await writeMail(work, person, reportMail, {})
  return yes()
}

/** Somebody to whom the report goes has it. */
export async function receiveReport(work: Work, one: Observation): Promise<void> {
  await addReceipt(work, one.id)
  writeTrail(work, { deed: 'received the report of an observation', about: aboutReport(one) })
}
