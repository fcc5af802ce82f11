// One request and what is done with it on its way through the desk.
import { parseId } from '../../../platform/ids.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import type { Decision } from '../../../platform/decision.ts'
import { addForm, closingForm, elsewhereForm, handForm } from '../asking/asking.form.ts'
import { callerOfRequest, deskOfRequest, peopleOfRequest, withdrawersOfRequest } from '../request/request.access.ts'
import {
  addToRequest,
  askDeskAgain,
  closeRequest,
  giveRequestBack,
  handRequestOn,
  lookAtDifference,
  sayElsewhere,
  seeElsewhere,
  takeRequest,
  withdrawRequest,
} from '../request/request.changes.ts'
import type { AdviceRequest, RequestId } from '../request/request.ts'
import { findRequest } from '../request/request.store.ts'
import { requestPage } from './request-page.pages.tsx'

/** The request of a page's address, for those who may know of it. */
export const requestSubject = (work: Work, { request }: { request: RequestId }): Promise<AdviceRequest | null> =>
  findRequest(work, request)

const caller = { subject: requestSubject, access: callerOfRequest }
const desk = { subject: requestSubject, access: deskOfRequest }
const everybody = { subject: requestSubject, access: peopleOfRequest }
const here = ({ id }: AdviceRequest): string => `/advice/requests/${id}`

const after = (request: AdviceRequest, done: Decision<unknown>, said: string): Reply =>
  done.ok ? seeOther(here(request), said) : conflict(done.reason)

const withoutForm: readonly Page[] = [
  page({
    at: 'POST /advice/requests/:request/taking',
    ...desk,
    answer: async (work, { subject }) => after(subject, await takeRequest(work, subject.id), 'You have it now'),
  }),
  page({
    at: 'POST /advice/requests/:request/return',
    ...desk,
    answer: async (work, { subject }) =>
      after(subject, await giveRequestBack(work, subject.id), 'The whole desk has it again'),
  }),
  page({
    at: 'POST /advice/requests/:request/receipt',
    ...caller,
    answer: async (work, { subject }) => after(subject, await seeElsewhere(work, subject.id), 'Thank you'),
  }),
  page({
    at: 'POST /advice/requests/:request/renewal',
    ...caller,
    answer: async (work, { subject }) => after(subject, await askDeskAgain(work, subject.id), 'The desk has it again'),
  }),
  page({
    at: 'POST /advice/requests/:request/withdrawal',
    subject: requestSubject,
    access: withdrawersOfRequest,
    answer: async (work, { subject }) => after(subject, await withdrawRequest(work, subject.id), 'Withdrawn'),
  }),
  page({
    at: 'POST /advice/requests/:request/review',
    ...desk,
    answer: async (work, { subject }) => after(subject, await lookAtDifference(work, subject.id), 'Looked at'),
  }),
]

const withForm: readonly Page[] = [
  page({
    at: 'POST /advice/requests/:request/hand-over',
    ...desk,
    answer: async (work, { subject, form }) => {
      const reading = handForm.read(form)
      if (!reading.ok) return requestPage(work, subject, { hand: reading })
      const to = parseId<'person'>(reading.value.to)
      const done = to ? await handRequestOn(work, subject.id, { to }) : chooseOne
      return done.ok
        ? seeOther(here(subject), 'Handed on')
        : requestPage(work, subject, { hand: handForm.refused(form, done) })
    },
  }),
  page({
    at: 'POST /advice/requests/:request/elsewhere',
    ...desk,
    answer: async (work, { subject, form }) => {
      const reading = elsewhereForm.read(form)
      if (!reading.ok) return requestPage(work, subject, { elsewhere: reading })
      const done = await sayElsewhere(work, subject.id, { words: reading.value.turnTo })
      return done.ok
        ? seeOther(here(subject), 'They are told where to turn')
        : requestPage(work, subject, { elsewhere: elsewhereForm.refused(form, done) })
    },
  }),
  page({
    at: 'POST /advice/requests/:request/closing',
    ...desk,
    answer: async (work, { subject, form }) => {
      const reading = closingForm.read(form)
      if (!reading.ok) return requestPage(work, subject, { closing: reading })
      const done = await closeRequest(work, subject.id, reading.value)
      return done.ok
        ? seeOther(here(subject), 'Closed')
        : requestPage(work, subject, { closing: closingForm.refused(form, done) })
    },
  }),
  page({
    at: 'POST /advice/requests/:request/words',
    ...everybody,
    answer: async (work, { subject, form }) => {
      const reading = addForm.read(form)
      if (!reading.ok) return requestPage(work, subject, { added: reading })
      const done = await addToRequest(work, subject.id, { words: reading.value.more })
      return done.ok
        ? seeOther(here(subject), 'Added')
        : requestPage(work, subject, { added: addForm.refused(form, done) })
    },
  }),
]

const chooseOne = { ok: false, reason: 'Choose a colleague', field: 'to' } as const

export const requestPages: readonly Page[] = [
  page({
    at: 'GET /advice/requests/:request',
    ...everybody,
    answer: (work, { subject }) => requestPage(work, subject),
  }),
  ...withoutForm,
  ...withForm,
]
