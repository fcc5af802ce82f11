// Keeping what is typed of a record, by itself or with the button that says so; and the page that shows both texts when it was
// saved elsewhere meanwhile. For both records, first written and corrected.
import type { Form } from '../../../design/index.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { data, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { typedBecause } from '../../records/index.ts'
import { doerOf, writersOfAccount, writersOfAdvice } from '../request/request.access.ts'
import type { AdviceRequest } from '../request/request.ts'
import { correctionPage } from './correction-page.pages.tsx'
import { keepDraft, type Kept, openDraft, staleWords } from './drafting.changes.ts'
import { accountForm, adviceForm, correctionForm } from './recording.form.ts'
import { requestPage } from '../showing/request-page.pages.tsx'
import { requestSubject } from '../showing/request.pages.tsx'
import { type Part, writingOf } from './writing.ts'

/** The button beside Save: keeps what was typed, and comes back to the page of the request. */
export const laterButton = { name: 'later', value: 'yes' } as const

export const draftingPages: readonly Page[] = [
  page({
    at: 'POST /advice/requests/:request/record/draft',
    subject: requestSubject,
    access: writersOfAdvice,
    quiet: true,
    answer: (work, { subject, form }) => keep(work, subject, { part: 'advice', form }),
  }),
  page({
    at: 'POST /advice/requests/:request/account/draft',
    subject: requestSubject,
    access: writersOfAccount,
    quiet: true,
    answer: (work, { subject, form }) => keep(work, subject, { part: 'account', form }),
  }),
]

/** The form of a record, as it is written first or corrected. */
function shapeOf({ caller }: AdviceRequest, part: Part, isFirst: boolean): Form<never> {
  const isReadBack = caller === null
  const first = part === 'advice' ? adviceForm : accountForm(isReadBack)
  return (isFirst ? first : correctionForm(part, isReadBack)) as Form<never>
}

async function keep(work: Work, request: AdviceRequest, { part, form }: { part: Part; form: Typed }): Promise<Reply> {
  const writing = writingOf(request, doerOf(work.asker), part)
  const shape = shapeOf(request, part, writing.ok && writing.value === 'first')
  const typed = { ...shape.typed(form), ...typedBecause(form) }
  const done = await keepDraft(work, request, { part, typed, fromSave: Number(firstOf(form, '_version')) })
  if (firstOf(form, laterButton.name) === '')
    return done.ok ? data({ version: done.value }) : data({ reason: done.reason }, 409)
  if (done.ok) return seeOther(`/advice/requests/${request.id}`, 'Saved. Only you can read it so far')
  return writing.ok ? bothTexts(work, request, { part, form }) : data({ reason: done.reason }, 409)
}

/** Whether what was sent goes on from an older text than the one that is kept, and says something else. */
export async function isStale(
  work: Work,
  request: AdviceRequest,
  { part, form, shape }: { part: Part; form: Typed; shape: Pick<Form<never>, 'typed'> },
): Promise<boolean> {
  const kept = await openDraft(work, request.id, part)
  if (kept.typed === null || kept.save === Number(firstOf(form, '_version'))) return false
  return JSON.stringify(shape.typed(form)) !== JSON.stringify(shape.typed(kept.typed))
}

/** The page again with what was typed here, and what was saved elsewhere above it. */
export async function bothTexts(
  work: Work,
  request: AdviceRequest,
  { part, form }: { part: Part; form: Typed },
): Promise<Reply> {
  const kept: Kept = await openDraft(work, request.id, part)
  const writing = writingOf(request, doerOf(work.asker), part)
  const isFirst = writing.ok && writing.value === 'first'
  const state = shapeOf(request, part, isFirst).refused(form, { reason: staleWords, field: 'words' })
  const elsewhere = kept.typed === null ? '' : firstOf(kept.typed, 'words')
  if (!isFirst) return correctionPage(work, request, { part, state, elsewhere })
  return requestPage(work, request, { [part === 'advice' ? 'advice' : 'heard']: state, savedElsewhere: elsewhere })
}
