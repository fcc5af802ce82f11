// Agreeing an action and reporting on it. The words are sealed for the owner and those who agreed it; a manager is not
// among them. Each deed leaves its line on the trail.
import { type Decision, no, yes } from '../../platform/decision.ts'
import type { PersonId } from '../../platform/ids.ts'
import type { Day } from '../../platform/time/day.ts'
import type { Work } from '../../platform/work.ts'
import { letRead, openTexts, type Reader, type SealedKind, sealTexts, thing, writeTrail } from '../records/index.ts'
import {
  type ActionFacts,
  type ActionId,
  type ActionSource,
  decideCarrying,
  decideDue,
  decideReport,
  type Report,
} from './action.ts'
import { addAction, addReport, findAction, findReports, saveAction, type StoredReport } from './action.store.ts'

/** What was agreed about a case is sealed with the key of case discussions, what was in a set with that of sets. */
const keys: Partial<Record<ActionSource['kind'], SealedKind>> = {
  discussion: 'case discussion',
  meeting: 'set',
  advice: 'advice',
  observation: 'observation',
}
const sealedAs = (from: ActionSource): SealedKind => keys[from.kind] ?? 'one-to-one record'

export type NewAction = {
  /** An id that was given to it before, where what it came from names it; made when there is none. */
  readonly id?: ActionId
  readonly owner: PersonId
  readonly text: string
  readonly due: Day
  readonly from: ActionSource
  /** Who else was there when it was agreed: supervisor and supervisee, never a manager as such. */
  readonly readers: readonly PersonId[]
  /** Who reads it for a while: cover for a case. */
  readonly forNow?: readonly Reader[]
}

/** Agrees an action: its words sealed, its facts kept apart (SPEC 5.11). Refuses empty words and impossible days. */
export async function agreeAction(work: Work, agreed: NewAction): Promise<Decision<ActionId>> {
  if (agreed.text.trim() === '') return no('Enter what will be done', 'text')
  const due = decideDue(work.today, agreed.due)
  if (!due.ok) return due
  if (agreed.id && (await findAction(work, agreed.id))) return no('This action is there already')
  return yes(await write(work, agreed, null))
}

async function write(work: Work, agreed: NewAction, changedFrom: ActionId | null): Promise<ActionId> {
  const id = agreed.id ?? work.newId<'action'>()
  const about = thing('action', id)
  await addAction(work, newFacts(work, id, agreed), changedFrom)
  const kind = sealedAs(agreed.from)
  await sealTexts(work, { kind, about, version: 1, texts: { text: agreed.text.trim() } })
  const others = new Set([agreed.owner, ...agreed.readers].filter((person) => person !== work.asker.person))
  await letRead(
    work,
    about,
    [...others].map((person) => ({
      person,
      because: person === agreed.owner ? ('owner' as const) : ('was present' as const),
      until: null,
    })),
  )
  await letRead(
    work,
    about,
    (agreed.forNow ?? []).filter((reader) => reader.person !== work.asker.person && !others.has(reader.person)),
  )
  writeTrail(work, { deed: 'action agreed', about, detail: { owner: agreed.owner, due: agreed.due } })
  return id
}

const newFacts = (work: Work, id: ActionId, agreed: NewAction): ActionFacts => ({
  id,
  owner: agreed.owner,
  agreedBy: work.asker.person,
  agreedAt: work.moment,
  from: agreed.from,
  due: agreed.due,
  state: 'open',
  lastReport: null,
  lastReportedAt: null,
  version: 1,
})

/**
 * Reports on an action: done, part done, not done, changed (SPEC 5.11). By the owner, or by whoever agreed it with them.
 * A changed action is closed and its successor opened with the new words.
 */
export async function reportOnAction(work: Work, id: ActionId, report: Report): Promise<Decision> {
  const action = await findAction(work, id)
  if (!action) return no('There is no such action')
  const isParty = work.asker.person === action.owner || work.asker.person === action.agreedBy
  if (!isParty && !report.saidInMeeting)
    return no('Only its owner, or whoever agreed it with them, can report on an action')
  const decision = decideReport(action, report, work.today)
  if (!decision.ok) return decision
  const next: ActionFacts = {
    ...action,
    state: decision.value.state,
    due: decision.value.due,
    lastReport: report.outcome,
    lastReportedAt: work.moment,
    version: action.version + 1,
  }
  if (!(await saveAction(work, next))) return no('Somebody else reported on this action meanwhile. Read it again first')
  await keepReport(work, action, next, report)
  if (decision.value.successor && report.newDue) {
    const readers = [action.agreedBy]
    const agreed = { owner: action.owner, text: report.note, due: report.newDue, from: action.from, readers }
    await write(work, agreed, action.id)
  }
  await work.tell({ name: 'facts changed', people: [action.owner] })
  return yes()
}

/**
 * An action goes on under the same words and day, for its owner and these readers alone: whoever agreed the first one keeps
 * what it said then and reads nothing that comes after (SPEC 4.5). By its owner.
 */
export async function carryAlong(
  work: Work,
  id: ActionId,
  what: { readers: readonly PersonId[]; version: number },
): Promise<Decision<ActionId>> {
  const action = await findAction(work, id)
  if (!action || action.owner !== work.asker.person) return no('Only its owner can take an action along')
  const decision = decideCarrying(action, what.version)
  if (!decision.ok) return decision
  const opened = await openTexts(work, { about: thing('action', id), version: 1 })
  if (opened.texts.text === undefined) return no('The words of this action would not open. Tell your administrator')
  const closed = { state: 'changed', lastReport: 'changed', lastReportedAt: work.moment } as const
  const next: ActionFacts = { ...action, ...closed, version: action.version + 1 }
  if (!(await saveAction(work, next))) return no('Somebody else reported on this action meanwhile. Read it again first')
  await keepReport(work, action, next, { outcome: 'changed', note: '' })
  const { owner, due, from } = action
  return yes(await write(work, { owner, due, from, text: opened.texts.text, readers: what.readers }, id))
}

async function keepReport(
  work: Work,
  before: ActionFacts,
  after: ActionFacts,
  report: Pick<Report, 'outcome' | 'note' | 'because'>,
): Promise<void> {
  const about = thing('action', before.id)
  await addReport(work, before.id, {
    version: after.version,
    outcome: report.outcome,
    by: work.asker.person,
    at: work.moment,
    dueBefore: before.due,
    dueAfter: after.due,
  })
  if (report.note.trim() !== '')
    await sealTexts(work, {
      kind: sealedAs(before.from),
      about,
      version: after.version,
      texts: { note: report.note.trim(), ...report.because },
    })
  writeTrail(work, { deed: 'action reported', about, detail: { outcome: report.outcome } })
}

/** What an action says, for its readers; '' for everybody else, and for texts that would not open. */
export async function textOfAction(work: Work, id: ActionId): Promise<string> {
  const opened = await openTexts(work, { about: thing('action', id), version: 1 })
  return opened.texts.text ?? ''
}

/** What was reported on an action over time, with its notes, for its readers. */
export async function reportsOn(
  work: Work,
  id: ActionId,
): Promise<readonly (StoredReport & { readonly note: string })[]> {
  const told: (StoredReport & { note: string })[] = []
  for (const report of await findReports(work, id)) {
    const opened = await openTexts(work, { about: thing('action', id), version: report.version })
    told.push({ ...report, note: opened.texts.note ?? '' })
  }
  return told
}

/** What the words of an action are sealed about, for whoever lets others read them. */
export const thingOfAction = (id: ActionId) => thing('action', id)
