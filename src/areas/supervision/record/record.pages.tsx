// The record of a session on one page: written and signed off by the supervisor, answered by those supervised, amended only by
// a further version. A draft is kept as it is typed; a save from an old page shows both texts and loses nothing.
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { peopleOfSession } from '../session/session.access.ts'
import { findSession } from '../session/session.store.ts'
import type { SessionId, StoredSession } from '../session/session.ts'
import { termsOfSession } from '../terms/terms.changes.ts'
import { amendRecord } from './record.changes.ts'
import { recordPage } from './record-page.pages.tsx'
import { autosaveRecord, type Back, saveRecordPage, sendAnswer } from './record-saving.pages.tsx'
import type { RecordOf } from './record-of.ts'
import { hrefOf } from './record.view.ts'

const subject = (work: Work, { session }: { session: SessionId }) => findSession(work, session)
const about = { subject, access: peopleOfSession }
const kinds = [
  { kind: 'session', path: 'record' },
  { kind: 'own part', path: 'own-part' },
  { kind: 'feedback', path: 'feedback' },
] as const
type Kind = (typeof kinds)[number]['kind']
type Path = (typeof kinds)[number]['path']

export const recordPages: readonly Page[] = [
  ...kinds.flatMap(({ kind, path }) => pagesOf(kind, path)),
  page({
    at: 'POST /sessions/:session/record/answer',
    ...about,
    answer: async (work, { subject: session, form }) => sendAnswer(work, await of(work, session, 'session'), form),
  }),
]

/** The pages of one kind of writing: look, save, autosave, sign off, amend. */
function pagesOf(kind: Kind, path: Path): readonly Page[] {
  return [
    page({
      at: `GET /sessions/:session/${path}`,
      ...about,
      answer: async (work, request) => recordPage(work, await of(work, request.subject, kind), null),
    }),
    page({
      at: `POST /sessions/:session/${path}/draft`,
      ...about,
      quiet: true,
      answer: async (work, { subject: session, form }) => autosaveRecord(work, await of(work, session, kind), form),
    }),
    page({
      at: `POST /sessions/:session/${path}`,
      ...about,
      answer: async (work, { subject: session, form }) =>
        saveRecordPage(work, await of(work, session, kind), { form, sign: false, back }),
    }),
    page({
      at: `POST /sessions/:session/${path}/signature`,
      ...about,
      answer: async (work, { subject: session, form }) =>
        saveRecordPage(work, await of(work, session, kind), { form, sign: true, back }),
    }),
    page({
      at: `POST /sessions/:session/${path}/amendment`,
      ...about,
      answer: async (work, { subject: session }) => {
        const record = await of(work, session, kind)
        const done = await amendRecord(work, record)
        return done.ok ? seeOther(hrefOf(record), 'Change what needs changing, and say why') : conflict(done.reason)
      },
    }),
  ]
}

const back: Back = {
  signed: (of) =>
    of.kind === 'session'
      ? seeOther(`/sessions/${of.session.id}`, 'Record signed off')
      : seeOther(hrefOf(of), 'Shared'),
  around: async () => ({}),
}

const of = async (work: Work, session: StoredSession, kind: Kind): Promise<RecordOf> => ({
  session,
  kind,
  terms: await termsOfSession(work, session),
})
