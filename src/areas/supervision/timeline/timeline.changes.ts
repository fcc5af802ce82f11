// Earlier discussions of a case, opened for whoever may read them: the last plan, with which the next discussion begins, and all
// of them as one timeline (SPEC 6.5). A discussion that the asker may not read shows that it took place, and nothing else.
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { type ActionFacts, actionsFrom, reportsOn, textOfAction } from '../../actions/index.ts'
import { policyOn } from '../../policy/index.ts'
import { findReadable, openTexts, thing } from '../../records/index.ts'
import type { StoredSession } from '../session/session.ts'
import { termsIn } from '../terms/terms.view.ts'
import type { RecordPart } from '../terms/terms.ts'
import { earlierPlans } from '../discussion/discussion.changes.ts'
import { type ClinicalEntry, cameOfIt, whyNotReviewed } from '../discussion/discussion.ts'
import { findClinicalEntries, findPast, type PastDiscussion } from '../discussion/discussion.store.ts'
import { type Told, toldIn } from '../discussion/sharing.ts'

/** How a reason for not looking at an earlier plan is labelled. */
export const notLookedAt = 'Not looked at, because'

type Said = { readonly label: string; readonly text: string }
export type PastAction = {
  readonly action: ActionFacts
  readonly text: string
  /** What was said last of how it went. */
  readonly note: string
}

/** An earlier discussion as its reader may know it. */
export type OpenedPast = {
  readonly past: PastDiscussion
  readonly plan: readonly Said[]
  /** What was said there of the plan before it, or why nobody looked at it. */
  readonly review: readonly Said[]
  readonly told: readonly Told[]
  readonly actions: readonly PastAction[]
  readonly entry: ClinicalEntry | null
  /** Some of it would not open. */
  readonly spoiled: boolean
}

/** The last plan of a case before a session: what the asker may read of it, and the last one they may not. */
export async function lastPlan(
  work: Work,
  session: StoredSession,
  caseId: Id<'case'>,
): Promise<{ readonly shown: OpenedPast | null; readonly hidden: PastDiscussion | null }> {
  const all = await earlierPlans(work, session, caseId)
  const readable = await readableOf(work, all)
  const last = all.find((past) => readable.has(past.record))
  const hidden = all[0] && all[0] !== last ? all[0] : null
  return { shown: last ? await openPast(work, last) : null, hidden }
}

/** Every signed discussion of a case, newest first; those that the asker may not read are closed. */
export async function timelineOf(
  work: Work,
  caseId: Id<'case'>,
): Promise<readonly (OpenedPast | { readonly past: PastDiscussion; readonly closed: true })[]> {
  const all = await findPast(work, caseId)
  const readable = await readableOf(work, all)
  const shown: (OpenedPast | { past: PastDiscussion; closed: true })[] = []
  for (const past of all) shown.push(readable.has(past.record) ? await openPast(work, past) : { past, closed: true })
  return shown
}

const readableOf = (work: Work, all: readonly PastDiscussion[]) =>
  findReadable(
    work,
    'session record',
    all.map((past) => past.record),
  )

async function openPast(work: Work, past: PastDiscussion): Promise<OpenedPast> {
  const { texts, spoiled } = await openTexts(work, {
    about: thing('session record', past.record),
    version: past.version,
  })
  const parts = termsIn(await policyOn(work), past.type)?.recordParts ?? []
  const said = (keys: readonly Pick<RecordPart, 'key' | 'label'>[]): readonly Said[] =>
    keys.map(({ key, label }) => ({ label, text: texts[key] ?? '' })).filter((one) => one.text !== '')
  const meaning = (means: RecordPart['means']) => parts.filter((part) => part.means === means)
  const whyNot = { key: whyNotReviewed, label: notLookedAt }
  return {
    past,
    plan: said(meaning('plan')),
    review: said([...meaning('earlier plan'), { key: cameOfIt, label: 'What came of it' }, whyNot]),
    told: toldIn(texts),
    actions: await actionsOf(work, past),
    entry: await entryOf(work, past),
    spoiled: spoiled.length > 0,
  }
}

async function actionsOf(work: Work, past: PastDiscussion): Promise<readonly PastAction[]> {
  const actions: PastAction[] = []
  for (const action of await actionsFrom(work, 'discussion', [past.record])) {
    const reports = await reportsOn(work, action.id)
    actions.push({ action, text: await textOfAction(work, action.id), note: reports.at(-1)?.note ?? '' })
  }
  return actions
}

/** Only what was said of the newest version counts: a changed plan is entered again. */
async function entryOf(work: Work, past: PastDiscussion): Promise<ClinicalEntry | null> {
  const entry = (await findClinicalEntries(work, [past.record])).get(past.record) ?? null
  return entry?.version === past.version ? entry : null
}

/** Everybody named in a timeline, for their names. */
export const peopleIn = (timeline: Awaited<ReturnType<typeof timelineOf>>): readonly PersonId[] =>
  timeline.flatMap((one) => [
    one.past.supervisor,
    ...('closed' in one ? [] : one.actions.map(({ action }) => action.owner)),
  ])
