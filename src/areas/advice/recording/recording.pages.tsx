// Saving the two records of one advice, reading before writing, and making a case of it.
import type { Form } from '../../../design/index.ts'
import { parseDay } from '../../../platform/time/day.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { conflict, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import { becauseTexts, noteJustified, pointedState, pointOutIn, type Thing } from '../../records/index.ts'
import { concerned } from '../request/desk-people.changes.ts'
import { callerOfRequest, deskOfRequest, writersOfAccount } from '../request/request.access.ts'
import type { AdviceRequest } from '../request/request.ts'
import { requestSubject } from '../showing/request.pages.tsx'
import { requestPage } from '../showing/request-page.pages.tsx'
import { bothTexts, isStale } from './drafting.pages.tsx'
import { accountForm, adviceForm, caseForm } from './recording.form.ts'
import { aboutAdvice, aboutHeard, makeCase, readAdviceFirst, writeAdvice, writeHeard } from './recording.changes.ts'

const caller = { subject: requestSubject, access: callerOfRequest }
const here = ({ id }: AdviceRequest): string => `/advice/requests/${id}`

export const recordingPages: readonly Page[] = [
  page({
    at: 'POST /advice/requests/:request/record',
    subject: requestSubject,
    access: deskOfRequest,
    answer: (work, { subject, form }) => saveAdvice(work, subject, form),
  }),
  page({
    at: 'POST /advice/requests/:request/account',
    subject: requestSubject,
    access: writersOfAccount,
    answer: (work, { subject, form }) => saveHeard(work, subject, form),
  }),
  page({
    at: 'POST /advice/requests/:request/reading',
    ...caller,
    answer: async (work, { subject }) => {
      const done = await readAdviceFirst(work, subject.id)
      return done.ok ? seeOther(here(subject)) : conflict(done.reason)
    },
  }),
  page({
    at: 'POST /advice/requests/:request/case',
    ...caller,
    answer: (work, { subject, form }) => saveCase(work, subject, form),
  }),
]

async function saveAdvice(work: Work, request: AdviceRequest, form: Typed): Promise<Reply> {
  const reading = adviceForm.read(form, { today: work.today })
  if (!reading.ok) return requestPage(work, request, { advice: reading })
  if (await isStale(work, request, { part: 'advice', form, shape: adviceForm }))
    return bothTexts(work, request, { part: 'advice', form })
  const { theme, advice, urgency, next, words, minutes, action, due } = reading.value
  const pointed = await lookThrough(work, request, { form, texts: { words, ...(action === null ? {} : { action }) } })
  if (pointed.asks)
    return requestPage(work, request, { advice: pointedState(adviceForm as Form<never>, form, pointed), pointed })
  const day = parseDay(due)
  const done = await writeAdvice(work, request.id, {
    theme,
    minutes,
    words,
    choices: { advice, urgency, next },
    because: becauseTexts(pointed),
    action: action !== null && day !== null ? { text: action, due: day } : null,
  })
  if (!done.ok) return requestPage(work, request, { advice: adviceForm.refused(form, fieldOf(done)) })
  return saved(work, request, { about: aboutAdvice(request.id), pointed })
}

async function saveHeard(work: Work, request: AdviceRequest, form: Typed): Promise<Reply> {
  const shape = accountForm(request.caller === null)
  const reading = shape.read(form)
  if (!reading.ok) return requestPage(work, request, { heard: reading })
  if (await isStale(work, request, { part: 'account', form, shape }))
    return bothTexts(work, request, { part: 'account', form })
  const { advice, urgency, next, words } = reading.value
  const pointed = await lookThrough(work, request, { form, texts: { words } })
  if (pointed.asks)
    return requestPage(work, request, { heard: pointedState(shape as Form<never>, form, pointed), pointed })
  const because = becauseTexts(pointed)
  const done = await writeHeard(work, request.id, { choices: { advice, urgency, next }, words, because })
  if (!done.ok) return requestPage(work, request, { heard: shape.refused(form, done) })
  return saved(work, request, { about: aboutHeard(request.id), pointed })
}

/** What an action says against its words belongs to the field that asked for them. */
const fieldOf = (refusal: { reason: string; field?: string }) =>
  refusal.field === 'text' ? { ...refusal, field: 'action' } : refusal

type Pointed = Awaited<ReturnType<typeof lookThrough>>

/** Words that may identify somebody, never those of the people of the request. */
export async function lookThrough(
  work: Work,
  request: AdviceRequest,
  what: { form: Typed; texts: Readonly<Record<string, string>> },
) {
  const people = [request.openedBy, work.asker.person, ...concerned(request)]
  const names = await namesOf(work, people)
  return pointOutIn(what.form, { texts: what.texts, today: work.today, colleagues: [...names.values()] })
}

function saved(work: Work, request: AdviceRequest, { about, pointed }: { about: Thing; pointed: Pointed }): Reply {
  noteJustified(work, about, pointed)
  return seeOther(here(request), 'Saved')
}

async function saveCase(work: Work, request: AdviceRequest, form: Typed): Promise<Reply> {
  const reading = caseForm.read(form)
  if (!reading.ok) return requestPage(work, request, { case: reading })
  const { reference, kind, initials } = reading.value
  const pointed = pointOutIn(form, { texts: { reference }, today: work.today })
  if (pointed.asks)
    return requestPage(work, request, { case: pointedState(caseForm as Form<never>, form, pointed), pointed })
  if (initials === null && kind !== 'unborn')
    return requestPage(work, request, {
      case: caseForm.refused(form, { reason: 'Enter their initials', field: 'initials' }),
    })
  const done = await makeCase(work, request.id, {
    reference,
    initials: initials ?? '',
    people: [{ id: work.newId<'person at risk'>(), kind, initials: initials ?? '', relation: '' }],
    connections: '',
    criteria: [],
    identifiesNobody: pointed.because,
  })
  if (!done.ok) return requestPage(work, request, { case: caseForm.refused(form, done) })
  return seeOther(`/cases/${done.value}`, 'On your list of cases')
}
