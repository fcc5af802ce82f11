// How one's own preparation looks: the pieces with how each stands, the sheet about oneself with the one green button, and at
// the foot who can see it and who has. Once the session has begun it is only read.
import {
  Button,
  ButtonGroup,
  ErrorSummary,
  type FormState,
  InsetText,
  PostForm,
  StateTag,
  TaskList,
  titleWith,
  WhoCanSee,
} from '../../../design/index.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import { html, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { answeredBefore, type PointedOut, PointedOutPart, whoSees } from '../../records/index.ts'
import { shortWhen } from '../session/session.view.ts'
import { namer } from '../supervision.changes.ts'
import type { PreparationPart } from '../terms/preparation-terms.ts'
import { sheetForm, sheetTexts, sheetValues } from './preparation.form.ts'
import { mayPrepare, type SheetTexts } from './preparation.ts'
import { aboutSheet, lookAtOwn, type Own, type PreparationOf, readDraft, sheetAbout } from './preparation.changes.ts'
import { carryingOverPart } from '../carrying-over/carrying-over.pages.tsx'
import { piecesOf } from '../bringing/pieces.changes.ts'
import { Answers, bothTexts, SheetFields } from './sheet.pages.tsx'
import { dueWords, hrefOf, readersWords, stateTagOf } from './preparation.view.ts'

/** The parts of the sheet about oneself. */
export const ownParts = ({ terms }: PreparationOf): readonly PreparationPart[] =>
  terms.preparation.parts.filter((part) => part.forEach === null)

/** A form that came back: what was typed with its faults, and what was pointed out in it. */
export type Again = { readonly state: FormState; readonly pointed: PointedOut | null }

/** One's own preparation for a session; with what was typed and its faults when it comes back. */
export async function preparationPage(work: Work, of: PreparationOf, again: Again | null): Promise<Reply> {
  const { session, terms } = of
  const own = await lookAtOwn(work, of)
  const nameOf = await namer(work, [session.supervisor])
  const may = mayPrepare(session, work.asker.person, terms.preparation, work.moment)
  const tag = stateTagOf(own.preparation)
  const texts = again && may.ok ? {} : await readDraft(work, sheetAbout(own, null))
  return html({
    title: titleWith(again?.state, 'Prepare for your session'),
    status: again && again.state.errors.length > 0 ? 422 : 200,
    back: { href: `/sessions/${session.id}`, label: 'Session' },
    body: (
      <>
        <ErrorSummary state={again?.state} />
        <h1>{may.ok ? 'Prepare for your session' : 'What you prepared'}</h1>
        <p class="app-lede">
          {terms.name} with {nameOf(session.supervisor)}, {shortWhen(session)}
        </p>
        <p>
          <StateTag tone={tag.tone}>{tag.words}</StateTag>{' '}
          {may.ok ? dueWords(own.preparation, session, terms.preparation, work.today) : `${may.reason}.`}
        </p>
        <p>{readersWords(terms.preparation, session, nameOf(session.supervisor))}</p>
        {may.ok && again === null && (await carryingOverPart(work, of))}
        {may.ok ? await sheetPart(work, of, { own, texts, again }) : <OnlyRead of={of} texts={texts} again={again} />}
        {await footOf(work, of, own)}
      </>
    ),
  })
}

/** What was kept, and apart from it what was typed too late to be kept. */
function OnlyRead({ of, texts, again }: { of: PreparationOf; texts: SheetTexts; again: Again | null }) {
  const parts = ownParts(of)
  return (
    <>
      <Answers parts={parts} texts={texts} />
      {again && (
        <>
          <h2>What you typed just now</h2>
          <p>It came too late to be saved. Copy from here what you still need.</p>
          <Answers parts={parts} texts={sheetTexts(parts, again.state.typed)} />
        </>
      )}
    </>
  )
}

async function sheetPart(
  work: Work,
  of: PreparationOf,
  { own, texts, again }: { own: Own; texts: SheetTexts; again: Again | null },
) {
  const parts = ownParts(of)
  const form = sheetForm(parts)
  const state = again?.state ?? form.filled(sheetValues(parts, texts))
  const pointed = again ? again.pointed : answeredBefore(texts, { today: work.today })
  const here = hrefOf(of.session)
  const pieces = await piecesOf(work, of)
  const { preparation } = of.terms
  return (
    <>
      {preparation.summary !== '' && <InsetText>{preparation.summary}</InsetText>}
      {pieces.length > 0 && (
        <>
          <h2>In pieces, in any order</h2>
          <TaskList tasks={pieces.map((piece) => ({ ...piece, status: <Status {...piece} /> }))} idPrefix="piece" />
        </>
      )}
      <PostForm
        action={`${here}/readiness`}
        version={sheetAbout(own, null)?.save ?? 0}
        autosave={`${here}/draft`}
        id="own-sheet"
      >
        <SheetFields parts={parts} form={form} state={state} />
        <PointedOutPart pointed={pointed} state={state} />
        <ButtonGroup>
          <Button>{readyButton(preparation.private, own)}</Button>
          <Button variant="secondary" formAction={here} formNoValidate>
            Save and carry on later
          </Button>
        </ButtonGroup>
      </PostForm>
    </>
  )
}

const readyButton = (isPrivate: boolean, { preparation }: Own): string =>
  isPrivate ? 'I am done' : (preparation?.version ?? 0) > 0 ? 'It is ready again' : 'It is ready'

const Status = ({ done, words }: { done: boolean; words: string }) =>
  done ? <>{words}</> : <StateTag tone="new">{words}</StateTag>

/** Who can read what is ready, and who has; before that, when it is its author's alone, only the way to pass a concern on. */
async function footOf(work: Work, { terms, session }: PreparationOf, own: Own) {
  const sheet = sheetAbout(own, null)
  if (!sheet || terms.preparation.private || (own.preparation?.version ?? 0) === 0)
    return <>{await work.panels('record', sheet?.id ?? session.id)}</>
  const { can, has } = await whoSees(work, aboutSheet(sheet))
  const nameOf = await namer(
    work,
    [...can, ...has].map((one) => one.person),
  )
  return (
    <>
      <WhoCanSee
        what="this preparation"
        viewers={can.map((one) => ({ who: nameOf(one.person), why: one.because }))}
        looks={has.map((one) => ({ who: nameOf(one.person), when: formatMoment(one.last) }))}
        notThese="Managers see whether a session was prepared, never this page."
      />
      {await work.panels('record', sheet.id)}
    </>
  )
}

/** A save from an old page: what was typed here and what was saved elsewhere, both whole. */
export async function stalePage(work: Work, of: PreparationOf, typed: SheetTexts): Promise<Reply> {
  const sheet = sheetAbout(await lookAtOwn(work, of), null)
  const here = hrefOf(of.session)
  return bothTexts({
    parts: ownParts(of),
    kept: await readDraft(work, sheet),
    typed,
    save: sheet?.save ?? 0,
    to: { save: here, back: 'Prepare for your session' },
  })
}
