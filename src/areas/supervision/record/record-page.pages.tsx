// How the page of a record looks: its form while it is drafted, its versions side by side with what was said of them, the
// actions agreed, and at the foot who can see it and who has.
import {
  Button,
  ButtonGroup,
  ErrorSummary,
  FormFields,
  type FormState,
  PostForm,
  titleWith,
  WhoCanSee,
  Written,
} from '../../../design/index.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import type { Typed } from '../../../platform/web/page.ts'
import { html, notFound, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { actionsFrom, standingOf, textOfAction } from '../../actions/index.ts'
import { policyOn } from '../../policy/index.ts'
import type { StoredSession } from '../session/session.ts'
import { actionsFromBefore } from '../session/session.pages.tsx'
import { ActionsFromBefore } from '../session/session-parts.pages.tsx'
import { listNames, others, shortWhen } from '../session/session.view.ts'
import { namer } from '../supervision.changes.ts'
import { termsIn } from '../terms/terms.view.ts'
import { lookAtOwn, type RecordOf } from './record.changes.ts'
import { newActionForm, recordForm, valuesFrom } from './record.form.ts'
import { readDraft, type ReadVersion, readVersions, seersOf } from './reading.changes.ts'
import type { RecordTexts } from './record.ts'
import { findRecords, type StoredRecord } from './record.store.ts'
import { ActionsPart, AnswerPart, OtherWriting, Versions } from './record-parts.pages.tsx'
import { headings, hrefOf, partsOf, readersWords } from './record.view.ts'

export type Again = { readonly state: FormState; readonly typed: Typed }

/** The page of one kind of writing, for whoever may write or read it; not found for everybody else. */
export async function recordPage(work: Work, of: RecordOf, again: Again | null): Promise<Reply> {
  const shown = await gather(work, of)
  if (!shown) return notFound()
  const { own, readable, nameOf } = shown
  const names = listNames(others(of.session, work.asker.person).map(nameOf))
  const failed = again !== null && again.state.errors.length > 0
  const panels = await work.panels('record', shown.about)
  return html({
    title: titleWith(again?.state, headings[of.kind]),
    status: failed ? 422 : 200,
    back: { href: `/sessions/${of.session.id}`, label: 'Session' },
    body: (
      <>
        <ErrorSummary state={again?.state} />
        <h1>{headings[of.kind]}</h1>
        <p class="app-lede">
          {of.terms.name} with {names}, {shortWhen(of.session)}
        </p>
        <p>{readersWords(of)}</p>
        {of.kind === 'session' && (
          <ActionsFromBefore shown={{ before: await actionsFromBefore(work, of.session), nameOf }} today={work.today} />
        )}
        {own?.drafting && (await draftPart(work, of, { record: own, again }))}
        {readable.map(({ record, versions }) => (
          <Versions of={of} record={record} versions={versions} nameOf={nameOf} asker={work.asker.person} />
        ))}
        {of.kind === 'session' && <ActionsPart actions={shown.actions} />}
        {of.kind === 'session' && <OtherWriting of={of} asker={work.asker.person} />}
        {shown.seers}
        {panels}
      </>
    ),
  })
}

async function gather(work: Work, of: RecordOf) {
  const mine = await lookAtOwn(work, of)
  const all = (await findRecords(work, of.session.id)).filter((record) => record.kind === of.kind)
  const readable: { record: StoredRecord; versions: readonly ReadVersion[] }[] = []
  for (const record of all) {
    const versions = await readVersions(work, record)
    if (versions.length > 0) readable.push({ record, versions })
  }
  if (!mine.ok && readable.length === 0 && of.kind !== 'session') return null
  const nameOf = await namer(work, [of.session.supervisor, ...of.session.supervisees])
  const actions: { id: string; words: string; text: string }[] = []
  if (of.kind === 'session')
    for (const action of await actionsFrom(work, 'session', [of.session.id])) {
      const text = await textOfAction(work, action.id)
      actions.push({
        id: action.id,
        words: `${nameOf(action.owner)}: ${standingOf(action, work.today)}`,
        text,
      })
    }
  const first = readable[0]?.record ?? (mine.ok ? mine.value : null)
  const seers = first && first.version > 0 ? await footOf(work, first) : null
  // Nothing kept yet: what is passed on from here comes from the session.
  const about = first && first.save > 0 ? first.id : of.session.id
  return { own: mine.ok ? mine.value : null, readable, nameOf, actions, seers, about }
}

async function footOf(work: Work, record: StoredRecord) {
  const { can, has } = await seersOf(work, record.id)
  const nameOf = await namer(
    work,
    [...can, ...has].map((one) => one.person),
  )
  return (
    <WhoCanSee
      what="this record"
      viewers={can.map((one) => ({ who: nameOf(one.person), why: one.because }))}
      looks={has.map((one) => ({ who: nameOf(one.person), when: formatMoment(one.last) }))}
      notThese="Managers see that the session was held, never this page."
    />
  )
}

async function draftPart(work: Work, of: RecordOf, { record, again }: { record: StoredRecord; again: Again | null }) {
  const parts = partsOf(of)
  const form = recordForm(parts, record.version > 0)
  const kept = again ? null : await readDraft(work, record)
  const state = again?.state ?? form.filled(valuesFrom(parts, kept ?? {}))
  const sections = [...new Set(parts.map((part) => part.section))]
  const sign = of.kind === 'session' ? 'Sign off' : 'Share'
  return (
    <PostForm action={`${hrefOf(of)}/signature`} version={record.save} autosave={`${hrefOf(of)}/draft`}>
      {sections.map((section) => (
        <>
          {section !== '' && <h2>{section}</h2>}
          <FormFields
            form={form}
            state={state}
            only={parts.filter((part) => part.section === section).map((part) => part.key)}
          />
        </>
      ))}
      {record.version > 0 && <FormFields form={form} state={state} only={['why']} />}
      {of.kind === 'session' && (await actionFields(work, of, again))}
      <ButtonGroup>
        <Button>{sign}</Button>
        <Button variant="secondary" formAction={hrefOf(of)} formNoValidate>
          Save draft
        </Button>
      </ButtonGroup>
    </PostForm>
  )
}

async function actionFields(work: Work, of: RecordOf, again: Again | null) {
  const { session } = of
  const nameOf = await namer(work, [session.supervisor, ...session.supervisees])
  const owners = [...session.supervisees, session.supervisor].map((value) => ({ value, label: nameOf(value) }))
  const state = again
    ? { errors: again.state.errors, typed: newActionForm.typed(again.typed) }
    : newActionForm.filled({ owner: session.supervisees[0] })
  return (
    <>
      <h2>An action, if you agreed one</h2>
      <p>Without a day it is due before the next planned session. Save the draft to add another.</p>
      <FormFields form={newActionForm} state={state} options={{ owner: owners }} />
    </>
  )
}

/** A save from an old page: what was typed here and what was saved elsewhere, both whole, side by side. */
export async function stalePage(work: Work, of: RecordOf, typed: RecordTexts): Promise<Reply> {
  const mine = await lookAtOwn(work, of)
  if (!mine.ok) return notFound()
  const kept = await readDraft(work, mine.value)
  const parts = partsOf(of)
  const form = recordForm(parts, mine.value.version > 0)
  return html({
    title: 'Saved elsewhere meanwhile',
    status: 409,
    back: { href: hrefOf(of), label: headings[of.kind] },
    body: (
      <>
        <h1>Saved elsewhere meanwhile</h1>
        <p>
          This record was saved from another window or phone after you opened this page. Both texts are here. Put
          together what should stay, then save.
        </p>
        {parts
          .filter((part) => (kept[part.key] ?? '') !== (typed[part.key] ?? ''))
          .map((part) => (
            <>
              <h2>{part.label}: saved elsewhere</h2>
              <Written>{kept[part.key] || 'Nothing'}</Written>
            </>
          ))}
        <h2>What you typed here</h2>
        <PostForm action={`${hrefOf(of)}/signature`} version={mine.value.save}>
          <FormFields form={form} state={form.filled(valuesFrom(parts, typed))} />
          <Button variant="secondary" formAction={hrefOf(of)} formNoValidate>
            Save this draft
          </Button>
        </PostForm>
      </>
    ),
  })
}

/** The answer's form again, with its fault. */
export async function answerPage(work: Work, session: StoredSession, state: FormState): Promise<Reply> {
  const record = (await findRecords(work, session.id)).find((one) => one.kind === 'session')
  if (!record || !termsIn(await policyOn(work), session.type)) return notFound()
  return html({
    title: titleWith(state, 'Your answer'),
    status: 422,
    back: { href: `/sessions/${session.id}/record`, label: 'Record of the session' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Your answer</h1>
        <AnswerPart session={session} version={record.version} state={state} />
      </>
    ),
  })
}
