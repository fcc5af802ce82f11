// Keeping the list of cases and opening what is sealed of them. Every opening leaves a line on the trail; what the asker may
// not read is null, as if it were not there (SPEC 6.1, 12.1, 12.3).
import { type Decision, no, yes } from '../../../platform/decision.ts'
import { type Id, parseId, type PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import {
  findReadable,
  letRead,
  openTexts,
  type Reader,
  sealTexts,
  type Texts,
  thing,
  writeTrail,
} from '../../records/index.ts'
import { findOpenSessionsOf } from '../session/session.store.ts'
import { endsAt } from '../session/session.ts'
import { termsIn } from '../terms/terms.view.ts'
import {
  type Case,
  type CaseDetails,
  type CaseFacts,
  type CaseId,
  change,
  type ClosedBecause,
  close,
  closingReasons,
  decideDetails,
  reopen,
} from './case.ts'
import { findCase, findCases, findCasesOf, insertCase, lockCase, updateCase } from './case.store.ts'
import { sameReference } from './case.view.ts'

/** Everything that is sealed of a case: for its holder and whoever is let in. */
export const aboutCase = (facts: Pick<CaseFacts, 'details'>) => thing('case', facts.details)
/** The reference alone: for the supervisor of a planned session to whom the case is not brought. */
export const aboutCaseLine = (facts: Pick<CaseFacts, 'details'>) => thing('case line', facts.details)
/** What lines of the trail about the case itself are about, whoever holds it. */
export const theCase = (id: CaseId) => thing('case', id)

/** The case with what is sealed of it; null when there is none or the asker is no reader. Leaves a line on the trail. */
export async function openCase(work: Work, id: CaseId): Promise<Case | null> {
  return (await openCases(work, [id]))[0] ?? null
}

/** Those of these cases that the asker may read, in the order given; each opening leaves its line. */
export async function openCases(work: Work, ids: readonly CaseId[]): Promise<readonly Case[]> {
  const facts = new Map((await findCases(work, ids)).map((one) => [one.id, one]))
  const details = [...facts.values()].map((one) => one.details)
  const readable = await findReadable(work, 'case', details)
  const cases: Case[] = []
  for (const id of ids) {
    const one = facts.get(id)
    if (!one || !readable.has(one.details)) continue
    cases.push(await openDetails(work, one))
  }
  return cases
}

/** A case with what is sealed of it, for somebody who may read it. */
export async function openDetails(work: Work, facts: CaseFacts): Promise<Case> {
  const opened = await openTexts(work, { about: aboutCase(facts), version: facts.version })
  return { ...facts, ...detailsFrom(opened.texts), spoiled: opened.spoiled }
}

/** Puts a case on the asker's list. */
export async function listCase(work: Work, details: CaseDetails): Promise<Decision<CaseId>> {
  const sound = decideDetails(details)
  if (!sound.ok) return sound
  const id = work.newId<'case'>()
  const facts: CaseFacts = {
    id,
    holder: work.asker.person,
    details: parseId<'case details'>(id) ?? work.newId(),
    state: 'open',
    openedOn: work.today,
    closedOn: null,
    meetsCriterion: details.criteria.length > 0,
    version: 1,
    save: 1,
    savedAt: work.moment,
  }
  await insertCase(work, facts)
  await sealDetails(work, facts, { details })
  writeTrail(work, { deed: 'case listed', about: theCase(id) })
  return yes(id)
}

/** Saves new details of a case, as a further sealed version. */
export async function changeCase(
  work: Work,
  id: CaseId,
  what: { fromSave: number; details: CaseDetails },
): Promise<Decision<CaseFacts>> {
  const facts = await lockCase(work, id)
  if (!facts) return no('There is no such case')
  const decision = change(facts, { ...what, by: work.asker.person, now: work.moment })
  if (!decision.ok) return decision
  if (!(await updateCase(work, decision.value))) return no('Another save came first')
  await sealDetails(work, decision.value, what)
  return decision
}

/** Closes a case with a kind of reason; it stays readable for whoever may read it. */
export async function closeCase(
  work: Work,
  id: CaseId,
  what: { fromSave: number; because: ClosedBecause },
): Promise<Decision<CaseFacts>> {
  const facts = await lockCase(work, id)
  if (!facts) return no('There is no such case')
  const decision = close(facts, { ...what, by: work.asker.person, today: work.today, now: work.moment })
  if (!decision.ok) return decision
  const opened = await openDetails(work, facts)
  if (opened.spoiled.length > 0)
    return no('Something of this case would not open, so it stays as it is. Tell your administrator')
  await sealDetails(work, decision.value, { details: opened, closedBecause: what.because })
  return keep(work, decision, 'case closed')
}

/** Puts a closed case back on the list. */
export async function reopenCase(work: Work, id: CaseId, what: { fromSave: number }): Promise<Decision<CaseFacts>> {
  const facts = await lockCase(work, id)
  if (!facts) return no('There is no such case')
  return keep(work, reopen(facts, { ...what, by: work.asker.person, now: work.moment }), 'case reopened')
}

async function keep(work: Work, decision: Decision<CaseFacts>, deed: string): Promise<Decision<CaseFacts>> {
  if (!decision.ok) return decision
  if (!(await updateCase(work, decision.value))) return no('Another save came first')
  writeTrail(work, { deed, about: theCase(decision.value.id) })
  return decision
}

/**
 * Lets people read a case from now on: those present when it was discussed, cover, the supervisor it is brought to. Only
 * somebody who may read it themselves can do that.
 */
export async function letReadCase(work: Work, id: CaseId, readers: readonly Reader[]): Promise<Decision> {
  const facts = await findCase(work, id)
  if (!facts || !(await findReadable(work, 'case', [facts.details])).has(facts.details))
    return no('There is no such case')
  await letRead(
    work,
    aboutCase(facts),
    readers.filter((one) => one.person !== facts.holder),
  )
  return yes()
}

/** Seals details as the version that stands now. */
export async function sealDetails(
  work: Work,
  facts: CaseFacts,
  { details, closedBecause = null }: { details: CaseDetails; closedBecause?: ClosedBecause | null },
): Promise<void> {
  const kind = 'case discussion' as const
  await sealTexts(work, {
    kind,
    about: aboutCase(facts),
    version: facts.version,
    texts: textsOf(details, closedBecause),
  })
  const line = { reference: details.reference }
  await sealTexts(work, { kind, about: aboutCaseLine(facts), version: facts.version, texts: line })
  await letSupervisorsSeeLine(work, facts)
}

/** The supervisors of planned case work see which cases are on the list, until that session is over. */
async function letSupervisorsSeeLine(work: Work, facts: CaseFacts): Promise<void> {
  const policy = await policyOn(work)
  const ahead = (await findOpenSessionsOf(work, facts.holder)).filter(
    (one) => one.state === 'booked' && one.supervisor !== facts.holder && termsIn(policy, one.type)?.caseWork,
  )
  const lasts = new Map<PersonId, Reader>()
  for (const one of ahead.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1)))
    lasts.set(one.supervisor, { person: one.supervisor, because: 'supervisor', until: endsAt(one) })
  await letRead(work, aboutCaseLine(facts), [...lasts.values()])
}

const textsOf = (details: CaseDetails, closedBecause: ClosedBecause | null): Texts => ({
  reference: details.reference,
  initials: details.initials,
  people: JSON.stringify(details.people),
  connections: details.connections,
  criteria: JSON.stringify(details.criteria),
  identifiesNobody: details.identifiesNobody,
  ...(closedBecause && { closedBecause }),
})

/** Sealed texts as details; a field that would not open is empty. */
export function detailsFrom(texts: Texts): CaseDetails & Pick<Case, 'closedBecause'> {
  return {
    reference: texts.reference ?? '',
    initials: texts.initials ?? '',
    people: listIn<{
      id: Id<'person at risk'>
      kind: 'child' | 'unborn' | 'adult'
      initials: string
      relation: string
    }>(texts.people),
    connections: texts.connections ?? '',
    criteria: listIn<{ key: string; since: Day }>(texts.criteria),
    identifiesNobody: texts.identifiesNobody ?? '',
    closedBecause: closingReasons.find((one) => one === texts.closedBecause) ?? null,
  }
}

/** What was sealed by this program as a list comes back as one. */
const listIn = <T>(text: string | undefined): readonly T[] => (text === undefined ? [] : (JSON.parse(text) as T[]))

/** Whether the asker has another case with this reference, in other letters and spaces too; a colleague's is not looked at. */
export async function hasReference(work: Work, reference: string, but: CaseId | null): Promise<boolean> {
  for (const one of await findCasesOf(work, work.asker.person)) {
    if (one.id === but) continue
    const opened = await openTexts(work, { about: aboutCaseLine(one), version: one.version })
    if (sameReference(opened.texts.reference ?? '', reference)) return true
  }
  return false
}
