// Cases of the demonstration: put on a list, brought to group sessions, discussed one by one, validated, and their plans entered
// in the clinical record. Everything through the changes that the pages use.
import { actionsFrom, reportOnAction } from '../../areas/actions/index.ts'
import { policyOn } from '../../areas/policy/index.ts'
import {
  agreeInDiscussion,
  amendRecord,
  answerRecord,
  bringCase,
  type CaseId,
  discussedIn,
  enterInClinicalRecord,
  findRecords,
  findSession,
  grantCover,
  listCase,
  partsOfRecord,
  sayNotReached,
  signOffRecord,
  type StoredSession,
  type Terms,
  termsIn,
} from '../../areas/supervision/index.ts'
import { addDays, type Day } from '../../platform/time/day.ts'
import type { Work } from '../../platform/work.ts'
import type { PlannedSession } from '../history/planned-session.ts'
import type { Span } from '../trust/staff.ts'
import { criteriaOf, families, type Family, type Told } from '../words/discussion-words.ts'
import { noteWords } from '../words/record-words.ts'
import type { Deed } from './deeds.ts'
import { at, idOf, type Making, sure } from './making.ts'
import type { Session } from './session-deeds.ts'

/** A family at one session: what was said of it there, or that there was no time. */
export type CaseAt = { readonly family: HeldFamily; readonly told: Told | 'not reached' | 'to write' | 'ahead' }
type HeldFamily = Family & { readonly holder: string }

/** Which families come to which session, by the session's key: the latest held ones, and the next that is booked. */
export function casesBySession(sessions: readonly PlannedSession[]): ReadonlyMap<string, readonly CaseAt[]> {
  const found = new Map<string, CaseAt[]>()
  const add = (session: PlannedSession | undefined, one: CaseAt) => {
    if (session?.people.includes(one.family.holder)) found.set(session.key, [...(found.get(session.key) ?? []), one])
  }
  for (const one of families) {
    const own = sessions
      .filter((session) => session.key.startsWith(`${one.group} `))
      .toSorted((a, b) => (a.day < b.day ? 1 : -1))
    const held = own.filter((session) => session.outcome.kind === 'held')
    const holder = one.holder ?? held[0]?.people.find((key) => held.slice(0, one.told.length).every(came(key)))
    if (holder === undefined) continue
    const family = { ...one, holder }
    for (const [back, told] of family.told.entries()) add(held[back], { family, told })
    add(
      own.findLast((one) => one.outcome.kind === 'booked'),
      { family, told: 'ahead' },
    )
  }
  return found
}

const came = (key: string) => (session: PlannedSession) =>
  session.outcome.kind === 'held' && session.outcome.came.some((one) => one.person === key && one.presence !== 'absent')

type Listing = { readonly making: Making; readonly span: Span; readonly cases: Map<string, CaseId> }

/** The deeds that stand by themselves: listing, and cover. */
export function listingDeeds(
  { making, span, cases }: Listing,
  sessions: readonly PlannedSession[],
  brought: ReadonlyMap<string, readonly CaseAt[]>,
): readonly Deed[] {
  const held = new Map([...brought.values()].flat().map(({ family }) => [family.reference, family]))
  return [...held.values()].flatMap((family): readonly Deed[] => {
    const days = sessions
      .filter((one) => brought.get(one.key)?.some((each) => each.family.reference === family.reference))
      .map((one) => one.day)
    const first = days.toSorted()[0]
    if (first === undefined) return []
    const listed = addDays(first, -14)
    const listing: Deed = {
      at: at(listed, '09:10'),
      by: family.holder,
      run: async (work) => {
        cases.set(family.reference, sure(await list(work, family, addDays(listed, -30))))
      },
    }
    return [listing, ...coverDeeds({ making, span, cases }, family)]
  })
}

const list = (work: Work, family: Family, since: Day) =>
  listCase(work, {
    reference: family.reference,
    initials: family.initials,
    people: family.people.map((person) => ({ ...person, id: work.newId<'person at risk'>() })),
    connections: family.connections,
    criteria: criteriaOf(family, since),
    identifiesNobody: '',
  })

function coverDeeds({ making, span, cases }: Listing, family: HeldFamily): readonly Deed[] {
  const { cover } = family
  if (cover === undefined) return []
  const run = async (work: Work) => {
    const what = { colleague: idOf(making.people, cover), until: addDays(span.today, 11) }
    sure(await grantCover(work, idOf(cases, family.reference), what))
  }
  return [{ at: at(addDays(span.today, -3), '16:10'), by: family.holder, run }]
}

/** Bringing the cases of a session, and what their holders do after it. */
export function broughtDeeds(session: Session): readonly Deed[] {
  return session.brought.flatMap((one) => [
    bringing(session, one),
    ...afterwards(session, one),
    ...mending(session, one),
  ])
}

const bringing = ({ plan, ids, cases }: Session, { family }: CaseAt): Deed => ({
  at: at(addDays(plan.day, -2), '12:20'),
  by: family.holder,
  run: async (work) => {
    sure(await bringCase(work, idOf(ids, plan.key), { case: idOf(cases, family.reference) }))
  },
})

function afterwards(session: Session, { family, told }: CaseAt): readonly Deed[] {
  const { plan, span } = session
  if (typeof told === 'string' || plan.outcome.kind !== 'held') return []
  const signed = addDays(plan.day, plan.outcome.record ?? 0)
  const deeds: Deed[] = []
  const add = (days: number | null, time: string, run: Deed['run']) => {
    if (days !== null && addDays(signed, days) < span.today)
      deeds.push({ at: at(addDays(signed, days), time), by: family.holder, run })
  }
  add(told.agreed, '12:50', (work) => validate(work, session, family))
  add(told.entered, '13:20', (work) => enter(work, session, family))
  add(told.entered === null ? null : 30, '16:40', (work) => reportActions(work, session, family))
  return deeds
}

async function validate(work: Work, session: Session, family: Family): Promise<void> {
  const { of, record } = await recordOf(work, session, family)
  sure(await answerRecord(work, of, { record, version: record.version, outcome: 'agreed', comment: '' }))
}

async function enter(work: Work, session: Session, family: Family): Promise<void> {
  const { of, record } = await recordOf(work, session, family)
  const what = { case: idOf(session.cases, family.reference), version: record.version }
  sure(await enterInClinicalRecord(work, of.session, { ...what, outcome: 'entered', day: work.today }))
}

async function reportActions(work: Work, session: Session, family: Family): Promise<void> {
  const { record } = await recordOf(work, session, family)
  const done = { outcome: 'done', note: noteWords(session.chance), newDue: null, letGo: false } as const
  for (const action of await actionsFrom(work, 'discussion', [record.id]))
    if (action.state === 'open') sure(await reportOnAction(work, action.id, { ...done, version: action.version }))
}

/** The supervisor puts a word right some days ago: the holder has not read it yet. */
function mending(session: Session, { family, told }: CaseAt): readonly Deed[] {
  const { mended } = family
  if (!mended || typeof told === 'string') return []
  const run = async (work: Work) => {
    const { of } = await recordOf(work, session, family)
    const open = sure(await amendRecord(work, of))
    const texts = { ...textsOf(of, told), 'plan--plan-of-care': mended.plan, why: mended.why }
    sure(await signOffRecord(work, of, { fromSave: open.save, texts, parts: partsOfRecord(of, Object.keys(texts)) }))
  }
  return [{ at: at(addDays(session.span.today, -6), '17:30'), by: session.plan.supervisor, run }]
}

/** Writes up each case of a session, before the session's own record: called in the work that signs that off. */
export async function signCases(work: Work, session: Session): Promise<void> {
  for (const { family, told } of session.brought) {
    const { of } = await recordFor(work, session, family)
    const id = idOf(session.cases, family.reference)
    if (told === 'not reached') sure(await sayNotReached(work, of.session, id))
    if (typeof told === 'string') continue
    const texts = textsOf(of, told)
    const parts = partsOfRecord(of, Object.keys(texts))
    const signed = sure(await signOffRecord(work, of, { fromSave: 0, texts, parts }))
    sure(await agreeInDiscussion(work, of, { record: signed.id, text: told.action }))
  }
}

type Of = {
  session: StoredSession
  terms: Terms
  kind: 'case'
  discussed: NonNullable<Awaited<ReturnType<typeof discussedIn>>>
}

async function recordFor(work: Work, { plan, ids, cases }: Session, family: Family): Promise<{ of: Of }> {
  const stored = await findSession(work, idOf(ids, plan.key))
  const terms = termsIn(await policyOn(work), plan.type)
  const discussed = stored && (await discussedIn(work, stored, { case: idOf(cases, family.reference), open: true }))
  if (!stored || !terms || !discussed) throw new Error(`${family.reference} was not brought`)
  return { of: { session: stored, terms, kind: 'case', discussed } }
}

async function recordOf(work: Work, session: Session, family: Family) {
  const { of } = await recordFor(work, session, family)
  const record = (await findRecords(work, of.session.id)).find((one) => one.caseId === of.discussed.caseId)
  if (!record) throw new Error(`${family.reference} has no record`)
  return { of, record }
}

/** What was said, by the keys of the record's parts. */
function textsOf(of: Of, told: Told): Record<string, string> {
  const texts: Record<string, string> = {
    'told--gp--state': told.gp,
    'told--gp--how': told.gp === 'Told' ? 'Letter' : '',
  }
  for (const [row, one] of told.others.entries())
    for (const what of ['who', 'how', 'state'] as const) texts[`told--${row + 1}--${what}`] = one[what]
  for (const { key } of partsOfRecord(of)) {
    const [, question = '', person] = key.split('--')
    const at = of.discussed.people.findIndex((one) => one.id === person)
    const said = at < 0 ? told.said[question] : told.people[at]?.[question as 'voice']
    if (said !== undefined) texts[key] = said
  }
  return texts
}
