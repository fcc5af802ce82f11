// Preparing for a session, in pieces: what came of earlier actions, and one's own sheet, which is kept as it is typed and
// said to be ready with one button. A save from an old page shows both texts and loses nothing.
import { page, type Page, type Typed } from '../../../platform/web/page.ts'
import { data, notFound, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import { becauseField, pointedState, pointOutIn } from '../../records/index.ts'
import { findSession } from '../session/session.store.ts'
import type { SessionId, StoredSession } from '../session/session.ts'
import { termsIn } from '../terms/terms.view.ts'
import { supervisedInSession } from './preparation.access.ts'
import {
  keepSheet,
  lookAtOwn,
  newestSave,
  preparationOf,
  type PreparationOf,
  sayReady,
  sheetAbout,
} from './preparation.changes.ts'
import { fieldOfPart, sheetForm, sheetTexts } from './preparation.form.ts'
import { casesToPrepare } from '../bringing/cases-to-prepare.changes.ts'
import { ownParts, preparationPage, stalePage } from './preparation-page.pages.tsx'
import { hrefOf } from './preparation.view.ts'

const subject = (work: Work, { session }: { session: SessionId }) => findSession(work, session)
const about = { subject, access: supervisedInSession }

export const preparationPages: readonly Page[] = [
  page({
    at: 'GET /sessions/:session/preparation',
    ...about,
    answer: (work, { subject: session }) => within(work, session, (of) => preparationPage(work, of, null)),
  }),
  page({
    at: 'POST /sessions/:session/preparation/draft',
    ...about,
    quiet: true,
    answer: (work, { subject: session, form }) => within(work, session, (of) => autosave(work, of, form)),
  }),
  page({
    at: 'POST /sessions/:session/preparation',
    ...about,
    answer: (work, { subject: session, form }) => within(work, session, (of) => save(work, of, { form, ready: false })),
  }),
  page({
    at: 'POST /sessions/:session/preparation/readiness',
    ...about,
    answer: (work, { subject: session, form }) => within(work, session, (of) => save(work, of, { form, ready: true })),
  }),
]

/** Answers within what the policy asks before this session; not found where it asks nothing. */
export async function within(
  work: Work,
  session: StoredSession,
  answer: (of: PreparationOf) => Promise<Reply>,
): Promise<Reply> {
  const of = preparationOf(session, termsIn(await policyOn(work), session.type))
  return of ? answer(of) : notFound()
}

async function autosave(work: Work, of: PreparationOf, form: Typed): Promise<Reply> {
  const parts = ownParts(of)
  const texts = sheetTexts(parts, sheetForm(parts).typed(form))
  const done = await keepSheet(work, of, { case: null, fromSave: Number(firstOf(form, '_version')), texts })
  return done.ok ? data({ version: done.value.save }) : data({ reason: done.reason }, 409)
}

/** Keeps what was typed, or says that it is ready; answers the page again when something is missing. */
async function save(work: Work, of: PreparationOf, { form, ready }: { form: Typed; ready: boolean }): Promise<Reply> {
  const parts = ownParts(of)
  const shape = sheetForm(parts)
  const reading = shape.read(form)
  if (!reading.ok) return preparationPage(work, of, { state: reading, pointed: null })
  const texts = sheetTexts(parts, reading.value)
  const sheet = sheetAbout(await lookAtOwn(work, of), null)
  const fromSave = await newestSave(work, sheet, { form, texts })
  if (fromSave === null) return stalePage(work, of, texts)
  const pointed = ready && !of.terms.preparation.private ? pointOutIn(form, { texts, today: work.today }) : null
  if (pointed?.asks) return preparationPage(work, of, { state: pointedState(shape, form, pointed), pointed })
  const what = { fromSave, texts: pointed ? { ...texts, [becauseField]: pointed.because } : texts, pointed }
  const done = ready
    ? await sayReady(work, of, { ...what, cases: await casesToPrepare(work, of) })
    : await keepSheet(work, of, { ...what, case: null })
  if (!done.ok) {
    const refused = shape.refused(form, { ...done, field: fieldOfPart(parts, done.field) })
    return preparationPage(work, of, { state: refused, pointed })
  }
  return ready ? seeOther(hrefOf(of.session), readyWords(of)) : seeOther(hrefOf(of.session), 'Saved')
}

const readyWords = ({ terms }: PreparationOf): string =>
  terms.preparation.private ? 'Done. Only you can read it.' : 'Ready. Your supervisor can read it now.'
