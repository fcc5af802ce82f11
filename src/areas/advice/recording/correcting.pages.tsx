// Correcting a record that was saved: by its author alone, with the reason.
import type { Form } from '../../../design/index.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { conflict, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { becauseTexts, noteJustified, pointedState } from '../../records/index.ts'
import { doerOf, writersOfAccount, writersOfAdvice } from '../request/request.access.ts'
import type { AdviceRequest } from '../request/request.ts'
import { requestSubject } from '../showing/request.pages.tsx'
import { correctRecord } from './correcting.changes.ts'
import { correctionPage } from './correction-page.pages.tsx'
import { bothTexts, isStale } from './drafting.pages.tsx'
import { aboutPart } from './recording.changes.ts'
import { correctionForm } from './recording.form.ts'
import { lookThrough } from './recording.pages.tsx'
import { type Part, writingOf } from './writing.ts'

const ofAdvice = { subject: requestSubject, access: writersOfAdvice }
const ofAccount = { subject: requestSubject, access: writersOfAccount }

export const correctingPages: readonly Page[] = [
  page({
    at: 'GET /advice/requests/:request/record/correction',
    ...ofAdvice,
    answer: (work, { subject }) => show(work, subject, 'advice'),
  }),
  page({
    at: 'GET /advice/requests/:request/account/correction',
    ...ofAccount,
    answer: (work, { subject }) => show(work, subject, 'account'),
  }),
  page({
    at: 'POST /advice/requests/:request/record/correction',
    ...ofAdvice,
    answer: (work, { subject, form }) => save(work, subject, { part: 'advice', form }),
  }),
  page({
    at: 'POST /advice/requests/:request/account/correction',
    ...ofAccount,
    answer: (work, { subject, form }) => save(work, subject, { part: 'account', form }),
  }),
]

/** Why the record cannot be corrected now; null when it can. */
function refusal(work: Work, request: AdviceRequest, part: Part): Reply | null {
  const writing = writingOf(request, doerOf(work.asker), part)
  if (!writing.ok) return conflict(writing.reason)
  return writing.value === 'first' ? conflict('There is nothing to correct yet') : null
}

const show = (work: Work, request: AdviceRequest, part: Part): Reply | Promise<Reply> =>
  refusal(work, request, part) ?? correctionPage(work, request, { part })

async function save(work: Work, request: AdviceRequest, { part, form }: { part: Part; form: Typed }): Promise<Reply> {
  const refused = refusal(work, request, part)
  if (refused) return refused
  const shape = correctionForm(part, request.caller === null)
  const reading = shape.read(form)
  if (!reading.ok) return correctionPage(work, request, { part, state: reading })
  if (await isStale(work, request, { part, form, shape })) return bothTexts(work, request, { part, form })
  const { advice, urgency, next, words, why } = reading.value
  const pointed = await lookThrough(work, request, { form, texts: { words, why } })
  if (pointed.asks)
    return correctionPage(work, request, { part, state: pointedState(shape as Form<never>, form, pointed), pointed })
  const choices = { advice, urgency, next }
  const done = await correctRecord(work, request.id, { part, choices, words, why, because: becauseTexts(pointed) })
  if (!done.ok) return correctionPage(work, request, { part, state: shape.refused(form, done) })
  noteJustified(work, aboutPart(request.id, part), pointed)
  return seeOther(
    `/advice/requests/${request.id}`,
    request.caller === null ? 'Corrected' : 'Corrected. The other person is told',
  )
}
