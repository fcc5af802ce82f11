// How the page of a record looks: what comes first, its form while it is drafted, its versions side by side with what was
// said of them, the actions agreed, and at the foot who can see it and who has. Records of a session, of a case and of a
// team's supervision all look like this.
import { ErrorSummary, type FormState, titleWith, type VNode } from '../../../design/index.ts'
import type { Typed } from '../../../platform/web/page.ts'
import { html, notFound, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { actionsFrom, standingOf, textOfAction, toldApart } from '../../actions/index.ts'
import type { PointedOut } from '../../records/index.ts'
import { listNames, others, shortWhen } from '../session/session.view.ts'
import { whoSeesFoot } from '../../people/index.ts'
import { thing } from '../../records/index.ts'
import { namer } from '../supervision.changes.ts'
import { actionsFromBefore } from '../session/session.pages.tsx'
import { ActionsFromBefore } from '../session/session-parts.pages.tsx'
import { lookAtOwn } from './record.changes.ts'
import { type ReadVersion, readVersions } from './reading.changes.ts'
import { findRecords, type StoredRecord } from './record.store.ts'
import { actionSourceOf, isRecordOf, type RecordOf } from './record-of.ts'
import { ActionsPart, OtherWriting, Versions } from './record-parts.pages.tsx'
import { draftPart } from './record-writing.pages.tsx'
import { headings, readersWords } from './record.view.ts'

export type Again = {
  readonly state: FormState
  readonly typed: Typed
  /** Words that were pointed out in what was typed. */
  readonly pointed?: PointedOut | null
}

/** What a page of a record shows of its own: before the form, and after everything. Empty for plain ones. */
export type Around = {
  readonly heading?: string
  readonly back?: { readonly href: string; readonly label: string }
  readonly first?: VNode | null
  readonly last?: VNode | null
}

/** The page of one kind of writing, for whoever may write or read it; not found for everybody else. */
export async function recordPage(work: Work, of: RecordOf, again: Again | null, around: Around = {}): Promise<Reply> {
  const shown = await gather(work, of)
  if (!shown) return notFound()
  const { own, readable, nameOf } = shown
  const names = listNames(others(of.session, work.asker.person).map(nameOf))
  const failed = again !== null && again.state.errors.length > 0
  const panels = await work.panels('record', shown.about)
  return html({
    title: titleWith(again?.state, headings[of.kind]),
    status: failed ? 422 : 200,
    back: around.back ?? { href: `/sessions/${of.session.id}`, label: 'Session' },
    body: (
      <>
        <ErrorSummary state={again?.state} />
        <h1>{around.heading ?? headings[of.kind]}</h1>
        <p class="app-lede">
          {of.terms.name} with {names}, {shortWhen(of.session)}
        </p>
        <p>{readersWords(of)}</p>
        {around.first}
        {await firstPart(work, of, nameOf)}
        {own?.drafting && (await draftPart(work, of, { record: own, again }))}
        {of.kind === 'case' && !own?.drafting && readable.length === 0 && <p>Nothing has been signed off yet.</p>}
        {readable.map(({ record, versions }) => (
          <Versions of={of} record={record} versions={versions} nameOf={nameOf} asker={work.asker.person} />
        ))}
        <ActionsPart actions={shown.actions} />
        {of.kind === 'session' && <OtherWriting of={of} asker={work.asker.person} />}
        {around.last}
        {shown.seers}
        {panels}
      </>
    ),
  })
}

const firstPart = async (work: Work, of: RecordOf, nameOf: Awaited<ReturnType<typeof namer>>) =>
  of.kind === 'session' && (
    <ActionsFromBefore shown={{ before: await actionsFromBefore(work, of.session), nameOf }} today={work.today} />
  )

async function gather(work: Work, of: RecordOf) {
  const mine = await lookAtOwn(work, of)
  const all = (await findRecords(work, of.session.id)).filter((record) => isRecordOf(record, of))
  const readable: { record: StoredRecord; versions: readonly ReadVersion[] }[] = []
  for (const record of all) {
    const versions = await readVersions(work, record)
    if (versions.length > 0) readable.push({ record, versions })
  }
  if (!mine.ok && readable.length === 0 && of.kind !== 'session' && of.kind !== 'case') return null
  const nameOf = await namer(work, [of.session.supervisor, ...of.session.supervisees])
  const first = readable[0]?.record ?? (mine.ok ? mine.value : null)
  const actions = await actionsOf(work, of, { record: first, nameOf })
  const seers = await feetOf(work, of, {
    own: mine.ok ? mine.value : null,
    signed: readable.map((one) => one.record),
    nameOf,
  })
  // Nothing kept yet: what is passed on from here comes from the session.
  const about = first && first.save > 0 ? first.id : of.session.id
  return { own: mine.ok ? mine.value : null, readable, nameOf, actions, seers, about }
}

async function actionsOf(
  work: Work,
  of: RecordOf,
  { record, nameOf }: { record: StoredRecord | null; nameOf: Awaited<ReturnType<typeof namer>> },
) {
  const from = actionSourceOf(of, record?.id ?? '')
  if (!from || from.id === '') return []
  const found = await actionsFrom(work, from.kind, [from.id])
  const words = toldApart(found.map((action) => `${nameOf(action.owner)}: ${standingOf(action, work.today)}`))
  const actions: { id: string; words: string; text: string }[] = []
  for (const [at, action] of found.entries())
    actions.push({ id: action.id, words: words[at] ?? '', text: await textOfAction(work, action.id) })
  return actions
}

/** One foot for each record on the page: in a group everybody's own part has readers of its own. A draft is its writer's. */
async function feetOf(
  work: Work,
  of: RecordOf,
  shown: {
    own: StoredRecord | null
    signed: readonly StoredRecord[]
    nameOf: Awaited<ReturnType<typeof namer>>
  },
) {
  const notThese =
    of.kind === 'evidence'
      ? 'Whoever leads the team later does not see it, and nobody sees a case in it.'
      : 'Managers see that the session was held, never this page.'
  const whatOf = (one: StoredRecord) =>
    shown.signed.length > 1 ? `what ${shown.nameOf(one.writer)} wrote` : 'this record'
  const feet: (VNode | null)[] = []
  for (const one of shown.signed)
    feet.push(await whoSeesFoot(work, thing('session record', one.id), { what: whatOf(one), notThese }))
  if (shown.own?.drafting && shown.own.save > 0)
    feet.push(await whoSeesFoot(work, thing('record draft', shown.own.id), { what: 'your draft', notThese }))
  return feet
}
