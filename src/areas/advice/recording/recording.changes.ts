// Both records of one advice: the adviser's and the caller's, each sealed apart. Whoever writes second has the two compared; the
// safeguarding leads of the caller's service may read both, and every opening leaves its line.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { agreeAction } from '../../actions/index.ts'
import { letRead, openTexts, sealTexts, type Texts, thing } from '../../records/index.ts'
import { type CaseDetails, type CaseId, listCase } from '../../supervision/index.ts'
import { tally } from '../figures/tally.store.ts'
import { deskToday } from '../hours/desk.changes.ts'
import { findOutsiders, saveMinutes } from '../outside/outsider.store.ts'
import { leadsOf } from '../request/desk-people.changes.ts'
import { doerOf } from '../request/request.access.ts'
import { dueForCaller } from '../request/due.ts'
import { advisedMail } from '../request/mails.view.ts'
import { type AdviceRequest, advise, hear, readFirst, type RequestId } from '../request/request.ts'
import { keep } from '../request/request.changes.ts'
import { addEntry, findEntries, findRequest } from '../request/request.store.ts'
import { type Choices, choicesIn, choiceTexts, differencesOf, type Theme } from './comparison.ts'
import { countAsSupervision } from './counting.changes.ts'
import { endDraft } from './drafting.changes.ts'
import { type Part, versionOf } from './writing.ts'

/** The adviser's record of a request. */
export const aboutAdvice = (id: RequestId) => thing('advice given', id)
/** The caller's record of the same. */
export const aboutHeard = (id: RequestId) => thing('advice heard', id)
/** Either of the two. */
export const aboutPart = (id: RequestId, part: Part) => (part === 'advice' ? aboutAdvice(id) : aboutHeard(id))

export type Written = {
  readonly choices: Choices
  readonly words: string
  /** Why words that were pointed out identify nobody, sealed beside them. */
  readonly because?: Texts
}
export type AdviceWritten = Written & {
  readonly theme: Theme
  /** How long they talked. */
  readonly minutes: number
  /** Something that the caller will do, by a day. */
  readonly action: { readonly text: string; readonly due: Day } | null
}

/** The adviser writes down what they advised; it counts as ad hoc supervision of the caller. SPEC 8.2. */
export async function writeAdvice(work: Work, id: RequestId, what: AdviceWritten): Promise<Decision> {
  const request = await findRequest(work, id)
  if (!request) return no('There is no such request')
  const theirs = request.heardAt === null ? null : await choicesOf(work, id, 'account')
  const differs = theirs === null ? null : differencesOf(what.choices, theirs)
  const due = dueForCaller(await deskToday(work), work.moment)
  const mail = request.caller === null ? undefined : { to: request.caller, template: advisedMail }
  const decision = advise(request, doerOf(work.asker), { at: work.moment, due, differs })
  const done = await keep(work, decision, { kind: 'advised', mail: request.heardAt === null ? mail : undefined })
  if (!done.ok) return done
  await sealRecord(work, id, { part: 'advice', what })
  await letOthersRead(work, request, { about: aboutAdvice(id), other: request.caller, because: 'asked for advice' })
  const agreed = await followUp(work, request, what)
  if (!agreed.ok) return agreed
  const { caller } = request
  const at = work.moment
  if (caller === null) await countOutside(work, request, what.minutes)
  else await countAsSupervision(work, { caller, adviser: work.asker.person, minutes: what.minutes, at })
  await tally(work, { kind: 'advised', urgency: request.urgency, theme: what.theme })
  if (differs) await tally(work, { kind: 'compared', urgency: request.urgency, differs: differs.length > 0 })
  return yes()
}

/** The caller writes down what they heard. SPEC 8.2. */
export async function writeHeard(work: Work, id: RequestId, what: Written): Promise<Decision> {
  const request = await findRequest(work, id)
  if (!request) return no('There is no such request')
  const theirs = request.advisedAt === null ? null : await choicesOf(work, id, 'advice')
  const differs = theirs === null ? null : differencesOf(theirs, what.choices)
  const done = await keep(work, hear(request, doerOf(work.asker), { at: work.moment, differs }), { kind: 'heard' })
  if (!done.ok) return done
  await sealRecord(work, id, { part: 'account', what })
  const other = request.adviser ?? request.has
  if (other) await letOthersRead(work, request, { about: aboutHeard(id), other, because: 'adviser' })
  if (differs) await tally(work, { kind: 'compared', urgency: request.urgency, differs: differs.length > 0 })
  return yes()
}

/** The caller reads the adviser's record before writing their own; the comparison says so. */
export async function readAdviceFirst(work: Work, id: RequestId): Promise<Decision> {
  const request = await findRequest(work, id)
  if (!request) return no('There is no such request')
  const done = await keep(work, readFirst(request, doerOf(work.asker)), { kind: 'read first' })
  return done.ok ? yes() : done
}

/** What the caller asked about becomes a case on their list, for planned supervision. SPEC 8.3. */
export async function makeCase(work: Work, id: RequestId, details: CaseDetails): Promise<Decision<CaseId>> {
  const request = await findRequest(work, id)
  if (!request || request.caller !== work.asker.person) return no('There is no such request')
  const listed = await listCase(work, details)
  if (listed.ok) await addEntry(work, id, { kind: 'case made' })
  return listed
}

/** The first version; whoever corrects it later writes another. */
async function sealRecord(work: Work, id: RequestId, { part, what }: { part: Part; what: Written }): Promise<void> {
  const texts = { ...choiceTexts(what.choices), words: what.words, ...what.because }
  await sealTexts(work, { kind: 'advice', about: aboutPart(id, part), version: 1, texts })
  await endDraft(work, id, part)
}

async function choicesOf(work: Work, id: RequestId, part: Part): Promise<Choices | null> {
  const version = versionOf(await findEntries(work, id), part)
  return choicesIn((await openTexts(work, { about: aboutPart(id, part), version })).texts)
}

async function letOthersRead(
  work: Work,
  request: AdviceRequest,
  to: { about: ReturnType<typeof thing>; other: PersonId | null; because: 'asked for advice' | 'adviser' },
): Promise<void> {
  const adviser = request.adviser ?? work.asker.person
  const leads = (await leadsOf(work, { ...request, adviser })).filter(
    (one) => one !== request.caller && one !== adviser,
  )
  const others = [to.other].filter((one) => one !== null).filter((one) => one !== work.asker.person)
  await letRead(work, to.about, [
    ...others.map((person) => ({ person, because: to.because, until: null })),
    ...leads
      .filter((person) => person !== to.other && person !== work.asker.person)
      .map((person) => ({ person, because: 'safeguarding lead' as const, until: null })),
  ])
}

async function followUp(
  work: Work,
  { id, caller }: AdviceRequest,
  { action }: AdviceWritten,
): Promise<Decision<unknown>> {
  if (action === null || caller === null) return yes()
  return agreeAction(work, {
    owner: caller,
    text: action.text,
    due: action.due,
    from: { kind: 'advice', id },
    readers: [],
  })
}

/** Kept until they are found in the register; counted at once when they have been already. */
async function countOutside(work: Work, { id }: AdviceRequest, minutes: number): Promise<void> {
  await saveMinutes(work, id, minutes)
  const caller = (await findOutsiders(work, [id])).get(id)?.person ?? null
  if (caller !== null) await countAsSupervision(work, { caller, adviser: work.asker.person, minutes, at: work.moment })
}
