// The discussion of one case in one session on one page: the last plan first, then what the policy asks, on a phone during the
// session. Written by the supervisor, validated by the holder, who also says when the plan was entered in the clinical record.
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { parseDay } from '../../../platform/time/day.ts'
import type { Id } from '../../../platform/ids.ts'
import { findReaders, thing } from '../../records/index.ts'
import { findSessionCase } from '../bringing/session-case.store.ts'
import { amendRecord } from '../record/record.changes.ts'
import { recordPage } from '../record/record-page.pages.tsx'
import { autosaveRecord, type Back, saveRecordPage, sendAnswer } from '../record/record-saving.pages.tsx'
import type { RecordOf } from '../record/record-of.ts'
import { findRecord } from '../record/record.store.ts'
import { hrefOf } from '../record/record.view.ts'
import { findSession } from '../session/session.store.ts'
import type { SessionId } from '../session/session.ts'
import { termsOfSession } from '../terms/terms.changes.ts'
import {
  type DiscussionSubject,
  holderOfDiscussion,
  readersOfDiscussion,
  supervisorOfDiscussion,
} from './discussion.access.ts'
import { aroundCase } from './discussion-parts.pages.tsx'
import { discussedIn, enterInClinicalRecord, recordOfCase, sayNotReached, sayReached } from './discussion.changes.ts'
import { clinicalEntryForm } from './discussion.form.ts'

type Params = { session: SessionId; case: Id<'case'> }

async function subject(work: Work, { session: id, case: caseId }: Params): Promise<DiscussionSubject | null> {
  const session = await findSession(work, id)
  const entry = await findSessionCase(work, id, caseId)
  if (!session || entry?.state !== 'brought') return null
  const record = await recordOfCase(work, session, caseId)
  const readers = record && record.version > 0 ? await findReaders(work, thing('session record', record.id)) : []
  // Whoever opened it for an hour reads it there, under its banner, and not here.
  const ofIts = readers.filter(
    ({ because }) => because !== 'broke the glass' && because !== 'read as safeguarding lead',
  )
  return { session, caseId, holder: entry.by, readers: new Set(ofIts.map((reader) => reader.person)) }
}

async function subjectOfRecord(work: Work, params: { sessionrecord: Id<'sessionrecord'> }) {
  const record = await findRecord(work, params.sessionrecord as unknown as Id<'session record'>)
  return record?.caseId ? subject(work, { session: record.session, case: record.caseId }) : null
}

const forReaders = { subject, access: readersOfDiscussion }
const forSupervisor = { subject, access: supervisorOfDiscussion }
const forHolder = { subject, access: holderOfDiscussion }

export const discussionPages: readonly Page[] = [
  page({
    at: 'GET /sessions/:session/cases/:case/record',
    ...forReaders,
    answer: async (work, { subject }) => {
      const of = await opened(work, subject)
      return recordPage(work, of, null, await aroundCase(work, of, null))
    },
  }),
  page({
    at: 'POST /sessions/:session/cases/:case/record/draft',
    ...forSupervisor,
    quiet: true,
    answer: async (work, { subject, form }) => autosaveRecord(work, await closed(work, subject), form),
  }),
  page({
    at: 'POST /sessions/:session/cases/:case/record',
    ...forSupervisor,
    answer: async (work, { subject, form }) =>
      saveRecordPage(work, await opened(work, subject), { form, sign: false, back }),
  }),
  page({
    at: 'POST /sessions/:session/cases/:case/record/signature',
    ...forSupervisor,
    answer: async (work, { subject, form }) =>
      saveRecordPage(work, await opened(work, subject), { form, sign: true, back }),
  }),
  page({
    at: 'POST /sessions/:session/cases/:case/record/amendment',
    ...forSupervisor,
    answer: async (work, { subject }) => {
      const of = await closed(work, subject)
      const done = await amendRecord(work, of)
      return done.ok ? seeOther(hrefOf(of), 'Change what needs changing, and say why') : conflict(done.reason)
    },
  }),
  page({
    at: 'POST /sessions/:session/cases/:case/record/answer',
    ...forHolder,
    answer: async (work, { subject, form }) => sendAnswer(work, await closed(work, subject), form),
  }),
  page({
    at: 'POST /sessions/:session/cases/:case/clinical-entry',
    ...forHolder,
    answer: async (work, { subject, form }) => {
      const reading = clinicalEntryForm.read(form, { today: work.today })
      if (!reading.ok) return again(work, subject, reading)
      const { outcome, day } = reading.value
      const entry = outcome === 'entered' ? ('entered' as const) : ('not needed' as const)
      const version = Number(firstOf(form, '_version'))
      const what = { case: subject.caseId, version, outcome: entry, day: parseDay(day) }
      const done = await enterInClinicalRecord(work, subject.session, what)
      if (!done.ok) return again(work, subject, clinicalEntryForm.refused(form, done))
      return seeOther(hereOf(subject), 'Thank you. It is kept.')
    },
  }),
  page({
    at: 'POST /sessions/:session/cases/:case/not-reached',
    ...forSupervisor,
    answer: async (work, { subject }) => {
      const done = await sayNotReached(work, subject.session, subject.caseId)
      return done.ok
        ? seeOther(`/sessions/${subject.session.id}`, 'It goes back on the list for next time')
        : conflict(done.reason)
    },
  }),
  page({
    at: 'POST /sessions/:session/cases/:case/not-reached/undoing',
    ...forSupervisor,
    answer: async (work, { subject }) => {
      const done = await sayReached(work, subject.session, subject.caseId)
      return done.ok ? seeOther(hereOf(subject)) : conflict(done.reason)
    },
  }),
  page({
    at: 'GET /discussions/:sessionrecord',
    subject: subjectOfRecord,
    access: readersOfDiscussion,
    answer: (_work, { subject }) => seeOther(hereOf(subject)),
  }),
]

const hereOf = ({ session, caseId }: DiscussionSubject) => `/sessions/${session.id}/cases/${caseId}/record`

const opened = (work: Work, subject: DiscussionSubject) => recordFor(work, subject, true)
/** Without opening what is sealed of the case: for what only adds words, such as autosave. */
const closed = (work: Work, subject: DiscussionSubject) => recordFor(work, subject, false)

async function recordFor(work: Work, { session, caseId }: DiscussionSubject, open: boolean): Promise<RecordOf> {
  const discussed = await discussedIn(work, session, { case: caseId, open })
  const terms = await termsOfSession(work, session)
  return { session, terms, kind: 'case', ...(discussed ? { discussed } : {}) }
}

async function again(work: Work, subject: DiscussionSubject, state: Parameters<typeof aroundCase>[2]): Promise<Reply> {
  const of = await opened(work, subject)
  return recordPage(work, of, state && { state, typed: {} }, await aroundCase(work, of, state))
}

const back: Back = {
  signed: (of) => seeOther(`/sessions/${of.session.id}`, 'Record of the case signed off'),
  around: (work, of) => aroundCase(work, of, null),
}
