// Asking for advice, and a request's way through the desk. What was asked is sealed for the caller, the desk's administrators
// and whoever has taken it; each deed leaves its line on the trail and its entry.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { writeMail } from '../../../platform/mail/outbox.ts'
import type { MailTemplate } from '../../../platform/mail/template.ts'
import { londonTime } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import {
  findReadable,
  findReaders,
  letRead,
  removeReader,
  sealTexts,
  type Texts,
  thing,
  writeTrail,
} from '../../records/index.ts'
import { tally } from '../figures/tally.store.ts'
import { deskToday as hoursToday } from '../hours/desk.changes.ts'
import { deskToday, hasRoleFromOthers, worksHere } from './desk-people.changes.ts'
import { doerOf } from './request.access.ts'
import { dueForCaller, dueForDesk } from './due.ts'
import { type Closing, close, lookAt } from './ending.ts'
import { elsewhereMail, handedMail } from './mails.view.ts'
import {
  type AdviceRequest,
  askAgain,
  type EntryKind,
  giveBack,
  handOn,
  isOver,
  open,
  type RequestId,
  see,
  sendElsewhere,
  take,
  type Urgency,
  withdraw,
} from './request.ts'
import { addEntry, addRequest, findRequest, saveRequest } from './request.store.ts'

/** What was asked, and what was added or answered before any advice: for the caller, administrators and who has it. */
export const aboutIntake = (id: RequestId) => thing('advice intake', id)

export type Asked = {
  /** Null where they are not in the register. */
  readonly caller: PersonId | null
  readonly urgency: Urgency
  readonly details: string
  readonly phone: string
  /** Why words that were pointed out identify nobody, sealed beside them. */
  readonly because?: Texts
}

/** Asks the desk: for oneself, or by the desk for a caller on the phone. SPEC 8.2. */
export async function askForAdvice(work: Work, asked: Asked): Promise<Decision<RequestId>> {
  const hours = await hoursToday(work)
  if (!hours) return no('Your policy names no advice desk. Ask your line manager whom to turn to')
  const facts = { id: work.newId<'request'>(), caller: asked.caller, openedBy: work.asker.person }
  const opened = open(
    { ...facts, openedAt: work.moment, urgency: asked.urgency },
    doerOf(work.asker),
    dueForDesk(hours, work.moment, asked.urgency),
  )
  if (!opened.ok) return opened
  const { id } = opened.value
  await addRequest(work, opened.value)
  const version = await addEntry(work, id, { kind: 'asked' })
  const texts = { details: asked.details, phone: asked.phone, ...asked.because }
  await sealTexts(work, { kind: 'advice', about: aboutIntake(id), version, texts })
  const administrators = (await deskToday(work)).filter((one) => one.administers).map((one) => one.person)
  await letRead(work, aboutIntake(id), [
    ...[asked.caller]
      .filter((one) => one !== null)
      .filter((one) => one !== work.asker.person)
      .map((person) => reader(person, 'asked for advice')),
    ...administrators
      .filter((one) => one !== work.asker.person && one !== asked.caller)
      .map((person) => reader(person, 'takes details at the desk')),
  ])
  const hour = Number(londonTime(work.moment).slice(0, 2))
  await tally(work, { kind: 'asked', urgency: asked.urgency, hour, inHours: hours.now.open })
  writeTrail(work, { deed: 'asked for advice', about: thing('advice request', id), detail: { urgency: asked.urgency } })
  return yes(id)
}

const reader = (person: PersonId, because: 'asked for advice' | 'takes details at the desk') =>
  ({ person, because, until: null }) as const

/** A professional takes a request, and may read what was asked from now on. */
export async function takeRequest(work: Work, id: RequestId): Promise<Decision> {
  const request = await findRequest(work, id)
  if (!request) return nothing
  if (doerOf(work.asker).advises && !(await hasRoleFromOthers(work, request)))
    return no('You gave yourself this role after the request came. A colleague takes it')
  const had = request.state === 'taken' ? request.has : null
  const hasLeft = had !== null && !(await worksHere(work, [had]))(had)
  const due = dueForDesk(await hoursToday(work), work.moment, request.urgency)
  const done = await keep(work, take(request, doerOf(work.asker), { due, hasLeft }), { kind: 'taken' })
  if (!done.ok) return done
  await letRead(work, aboutIntake(id), [{ person: work.asker.person, because: 'adviser', until: null }])
  for (const before of await findReaders(work, aboutIntake(id)))
    if (before.because === 'adviser' && before.person !== work.asker.person)
      await removeReader(work, aboutIntake(id), before.person)
  await tallyTaken(work, request)
  return yes()
}

async function tallyTaken(work: Work, request: AdviceRequest): Promise<void> {
  if (request.adviser !== null) return
  const { urgency, openedAt } = request
  await tally(work, {
    kind: 'taken',
    urgency,
    since: openedAt,
    inTime: request.dueAt === null || work.moment < request.dueAt,
  })
}

/** The desk hands a request to a professional, who hears of it. */
export async function handRequestOn(work: Work, id: RequestId, { to }: { to: PersonId }): Promise<Decision> {
  const request = await findRequest(work, id)
  if (!request) return nothing
  const colleague = (await deskToday(work)).find((one) => one.person === to) ?? { person: to, advises: false }
  const due = dueForDesk(await hoursToday(work), work.moment, request.urgency)
  const decision = handOn(request, doerOf(work.asker), { to: colleague, due })
  const done = await keep(work, decision, { kind: 'handed on', person: to, mail: { to, template: handedMail } })
  return done.ok ? yes() : done
}

/** Whoever has it gives it back to the whole desk. */
export async function giveRequestBack(work: Work, id: RequestId): Promise<Decision> {
  const request = await findRequest(work, id)
  if (!request) return nothing
  const due = dueForDesk(await hoursToday(work), work.moment, request.urgency)
  const done = await keep(work, giveBack(request, doerOf(work.asker), due), { kind: 'given back' })
  if (!done.ok) return done
  await removeReader(work, aboutIntake(id), work.asker.person)
  return yes()
}

/** The desk says where to turn instead; the caller hears of it, and has it until they have seen that. */
export async function sayElsewhere(work: Work, id: RequestId, { words }: { words: string }): Promise<Decision> {
  const request = await findRequest(work, id)
  if (!request) return nothing
  const decision = sendElsewhere(request, doerOf(work.asker), dueForCaller(await hoursToday(work), work.moment))
  if (!decision.ok) return decision
  if (!(await readsIntake(work, id))) return no('You cannot see what was asked. Hand it to a colleague instead')
  const mail = request.caller === null ? undefined : { to: request.caller, template: elsewhereMail }
  const done = await keep(work, decision, { kind: 'sent elsewhere', mail })
  if (!done.ok) return done
  await sealTexts(work, { kind: 'advice', about: aboutIntake(id), version: done.value, texts: { words } })
  return yes()
}

const readsIntake = async (work: Work, id: RequestId): Promise<boolean> =>
  (await findReadable(work, 'advice intake', [id])).has(id)

/** The caller has seen where to turn. */
export async function seeElsewhere(work: Work, id: RequestId): Promise<Decision> {
  const request = await findRequest(work, id)
  if (!request) return nothing
  const done = await keep(work, see(request, doerOf(work.asker)), { kind: 'seen' })
  return done.ok ? yes() : done
}

/** The caller still needs the desk. */
export async function askDeskAgain(work: Work, id: RequestId): Promise<Decision> {
  const request = await findRequest(work, id)
  if (!request) return nothing
  const due = dueForDesk(await hoursToday(work), work.moment, request.urgency)
  const done = await keep(work, askAgain(request, doerOf(work.asker), due), { kind: 'asked again' })
  return done.ok ? yes() : done
}

/** The caller takes a request back that nobody has taken. */
export async function withdrawRequest(work: Work, id: RequestId): Promise<Decision> {
  const request = await findRequest(work, id)
  if (!request) return nothing
  const done = await keep(work, withdraw(request, doerOf(work.asker)), { kind: 'withdrawn' })
  return done.ok ? yes() : done
}

/** Ends a request that will have no second record. */
export async function closeRequest(work: Work, id: RequestId, { because }: { because: Closing }): Promise<Decision> {
  const request = await findRequest(work, id)
  if (!request) return nothing
  const done = await keep(work, close(request, doerOf(work.asker), because), { kind: 'closed' })
  if (!done.ok) return done
  writeTrail(work, { deed: 'closed an advice request', about: thing('advice request', id), detail: { because } })
  return yes()
}

/** Says something more to the desk, while it is with the desk; by anybody who reads the intake. */
export async function addToRequest(work: Work, id: RequestId, { words }: { words: string }): Promise<Decision> {
  const request = await findRequest(work, id)
  if (!request || !(await readsIntake(work, id))) return nothing
  if (isOver(request)) return no('This request is over. Ask again')
  const version = await addEntry(work, id, { kind: 'added' })
  await sealTexts(work, { kind: 'advice', about: aboutIntake(id), version, texts: { words } })
  return yes()
}

/** A lead has looked at how the two records differ. */
export async function lookAtDifference(work: Work, id: RequestId): Promise<Decision> {
  const request = await findRequest(work, id)
  if (!request) return nothing
  const done = await keep(work, lookAt(request, doerOf(work.asker), work.moment), { kind: 'looked at' })
  return done.ok ? yes() : done
}

const nothing = no('There is no such request')

type Kept = {
  readonly kind: EntryKind
  readonly person?: PersonId
  readonly mail?: { readonly to: PersonId; readonly template: MailTemplate }
}

/** Saves what was decided, with its entry and its line; answers the entry's number. */
export async function keep(work: Work, decision: Decision<AdviceRequest>, what: Kept): Promise<Decision<number>> {
  if (!decision.ok) return decision
  const { id } = decision.value
  if (!(await saveRequest(work, decision.value))) return no('This request has moved on meanwhile. Look at it again')
  const number = await addEntry(work, id, { kind: what.kind, person: what.person })
  if (what.mail && what.mail.to !== work.asker.person)
    await writeMail(work, what.mail.to, what.mail.template, { request: id })
  writeTrail(work, { deed: `advice ${what.kind}`, about: thing('advice request', id), detail: { number } })
  return yes(number)
}
