// Preparing one case, on a page of its own: what is known of it, the plan from last time, and the questions of the template,
// for the case and for each person at risk. Kept as it is typed. A case that was handed over meanwhile is not prepared any
// more, and what was typed is shown back.
import { Button, ErrorSummary, type FormState, InsetText, PostForm, titleWith } from '../../../design/index.ts'
import { page, type Page, type Typed } from '../../../platform/web/page.ts'
import { data, html, notFound, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import {
  answeredBefore,
  becauseField,
  type PointedOut,
  PointedOutPart,
  pointedState,
  pointOutIn,
} from '../../records/index.ts'
import { openCase } from '../case/case.changes.ts'
import type { Case, CaseId } from '../case/case.ts'
import { supervisedInSession } from '../preparation/preparation.access.ts'
import {
  keepSheet,
  lookAtOwn,
  newestSave,
  type PreparationOf,
  readDraft,
  sheetAbout,
} from '../preparation/preparation.changes.ts'
import { sheetForm, sheetTexts, sheetValues } from '../preparation/preparation.form.ts'
import { Answers, bothTexts, SheetFields } from '../preparation/sheet.pages.tsx'
import { within } from '../preparation/preparation.pages.tsx'
import { mayPrepare, type SheetTexts } from '../preparation/preparation.ts'
import { hrefOf } from '../preparation/preparation.view.ts'
import { findSession } from '../session/session.store.ts'
import type { SessionId } from '../session/session.ts'
import { sheetParts } from './cases-to-prepare.changes.ts'
import { calledCase } from './own-case.ts'
import { CriteriaSince } from './cases.pages.tsx'
import { lastPlanPart } from '../timeline/timeline.pages.tsx'
import { WhoIsWho } from './who-is-who.pages.tsx'

const subject = (work: Work, { session }: { session: SessionId }) => findSession(work, session)
const about = { subject, access: supervisedInSession }
type OfCase = PreparationOf & { readonly one: Case }

export const caseSheetPages: readonly Page[] = [
  page({
    at: 'GET /sessions/:session/preparation/cases/:case',
    ...about,
    answer: (work, { subject: session, params }) =>
      within(work, session, (of) =>
        withCase(work, of, { id: params.case, typed: null }, (one) => sheetPage(work, one, null)),
      ),
  }),
  page({
    at: 'POST /sessions/:session/preparation/cases/:case/draft',
    ...about,
    quiet: true,
    answer: (work, { subject: session, params, form }) =>
      within(work, session, (of) => autosave(work, of, { id: params.case, form })),
  }),
  page({
    at: 'POST /sessions/:session/preparation/cases/:case',
    ...about,
    answer: (work, { subject: session, params, form }) =>
      within(work, session, (of) =>
        withCase(work, of, { id: params.case, typed: form }, (one) => saveSheetOf(work, one, form)),
      ),
  }),
]

/** Answers within a case of one's own; somebody whose case it was until it was handed over gets back what they wrote. */
async function withCase(
  work: Work,
  of: PreparationOf,
  what: { id: CaseId; typed: Typed | null },
  answer: (of: OfCase) => Promise<Reply>,
): Promise<Reply> {
  const one = await openCase(work, what.id)
  const may = mayPrepare(of.session, work.asker.person, of.terms.preparation, work.moment)
  if (may.ok && one?.holder === work.asker.person && one.state === 'open') return answer({ ...of, one })
  const sheet = sheetAbout(await lookAtOwn(work, of), what.id)
  if (!sheet && one?.holder !== work.asker.person) return notFound()
  const reason = !may.ok ? may.reason : one?.state === 'closed' ? 'This case is closed' : movedWords
  return gonePage(of, { reason, kept: await readDraft(work, sheet), typed: what.typed })
}

const movedWords = 'This case was handed over to a colleague, who prepares it from now on'

async function autosave(work: Work, of: PreparationOf, { id, form }: { id: CaseId; form: Typed }): Promise<Reply> {
  const one = await openCase(work, id)
  if (one?.holder !== work.asker.person) return data({ reason: movedWords }, 409)
  const parts = sheetParts(of, one)
  const texts = sheetTexts(parts, sheetForm(parts).typed(form))
  const done = await keepSheet(work, of, { case: id, fromSave: Number(firstOf(form, '_version')), texts })
  return done.ok ? data({ version: done.value.save }) : data({ reason: done.reason }, 409)
}

async function saveSheetOf(work: Work, of: OfCase, form: Typed): Promise<Reply> {
  const parts = sheetParts(of, of.one)
  const shape = sheetForm(parts)
  const reading = shape.read(form)
  if (!reading.ok) return sheetPage(work, of, { state: reading, pointed: null })
  const texts = sheetTexts(parts, reading.value)
  const sheet = sheetAbout(await lookAtOwn(work, of), of.one.id)
  const fromSave = await newestSave(work, sheet, { form, texts })
  if (fromSave === null)
    return bothTexts({
      parts,
      kept: await readDraft(work, sheet),
      typed: texts,
      save: sheet?.save ?? 0,
      to: { save: hrefOfCase(of), back: 'Prepare this case' },
    })
  const pointed = pointOutIn(form, { texts, today: work.today })
  if (pointed.asks) return sheetPage(work, of, { state: pointedState(shape, form, pointed), pointed })
  const kept = { ...texts, [becauseField]: pointed.because }
  const done = await keepSheet(work, of, { case: of.one.id, fromSave, texts: kept, pointed })
  if (!done.ok) return sheetPage(work, of, { state: shape.refused(form, done), pointed })
  return seeOther(hrefOf(of.session), 'Saved')
}

const hrefOfCase = ({ session, one }: OfCase): string => `${hrefOf(session)}/cases/${one.id}`

type Again = { readonly state: FormState; readonly pointed: PointedOut | null }

async function sheetPage(work: Work, of: OfCase, again: Again | null): Promise<Reply> {
  const { one, session } = of
  const parts = sheetParts(of, one)
  const form = sheetForm(parts)
  const sheet = sheetAbout(await lookAtOwn(work, of), one.id)
  const kept = again ? {} : await readDraft(work, sheet)
  const state = again?.state ?? form.filled(sheetValues(parts, kept))
  const pointed = again?.pointed ?? answeredBefore(kept, { today: work.today })
  return html({
    title: titleWith(again?.state, 'Prepare this case'),
    status: again ? 422 : 200,
    back: { href: hrefOf(session), label: 'Prepare for your session' },
    body: (
      <>
        <ErrorSummary state={again?.state} />
        <h1>Prepare {calledCase(one)}</h1>
        <CriteriaSince one={one} policy={await policyOn(work)} />
        <WhoIsWho one={one} />
        {await lastPlanPart(work, session, one.id)}
        <PostForm action={hrefOfCase(of)} version={sheet?.save ?? 0} autosave={`${hrefOfCase(of)}/draft`}>
          <SheetFields parts={parts} form={form} state={state} />
          <PointedOutPart pointed={pointed} state={state} />
          <Button>Save and go back</Button>
        </PostForm>
        <p class="app-quiet">
          Use initials and your own reference, never names or numbers. Only you read this until your preparation is
          ready.
        </p>
      </>
    ),
  })
}

/** What one wrote about a case that is not one's own any more, or for a session that is over. */
function gonePage(of: PreparationOf, what: { reason: string; kept: SheetTexts; typed: Typed | null }): Reply {
  const labels = new Map(of.terms.preparation.parts.map((part) => [part.key, part]))
  const partsIn = (texts: SheetTexts) =>
    Object.keys(texts).flatMap((key) => {
      const part = labels.get(key.split('--').slice(0, 2).join('--'))
      return part ? [{ ...part, key }] : []
    })
  const typed = what.typed ? textsIn(what.typed) : null
  return html({
    title: 'Not prepared any more',
    status: what.typed ? 409 : 200,
    back: { href: hrefOf(of.session), label: 'Prepare for your session' },
    body: (
      <>
        <h1>What you wrote</h1>
        <InsetText>{what.reason}. What you wrote before is below, for you alone.</InsetText>
        {typed && (
          <>
            <h2>What you typed just now</h2>
            <p>It came too late to be saved. Copy from here what is still needed.</p>
            <Answers parts={partsIn(typed)} texts={typed} />
            <h2>What was kept before</h2>
          </>
        )}
        <Answers parts={partsIn(what.kept)} texts={what.kept} />
      </>
    ),
  })
}

const textsIn = (form: Typed): SheetTexts =>
  Object.fromEntries(
    Object.entries(form).flatMap(([key, value]) =>
      key.startsWith('_') ? [] : [[key, typeof value === 'string' ? value : value.join('\n')]],
    ),
  )
