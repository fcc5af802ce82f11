// Evidence that a team had its supervision, for the lead of the team (SPEC 5.7): the date, who was there, themes from a fixed
// list and actions for the team, with what came of earlier ones. No cases, and nobody's words about one.
import { EmptyState, Table } from '../../../design/index.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Id } from '../../../platform/ids.ts'
import { anyStaff, type Page, page } from '../../../platform/web/page.ts'
import { conflict, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { actionsFrom, reportsOn, standingOf, textOfAction } from '../../actions/index.ts'
import { findReaders, thing } from '../../records/index.ts'
import { findAttendance } from '../holding/attendance.store.ts'
import { amendRecord } from '../record/record.changes.ts'
import { type Around, recordPage } from '../record/record-page.pages.tsx'
import { autosaveRecord, type Back, saveRecordPage } from '../record/record-saving.pages.tsx'
import type { RecordOf } from '../record/record-of.ts'
import { findRecord, findRecords } from '../record/record.store.ts'
import { hrefOf } from '../record/record.view.ts'
import { findSession } from '../session/session.store.ts'
import type { SessionId } from '../session/session.ts'
import { namer, typeNamer } from '../supervision.changes.ts'
import { termsOfSession } from '../terms/terms.changes.ts'
import { type EvidenceSubject, readersOfEvidence, writerOfEvidence } from './team-evidence.access.ts'
import { findEvidence } from './team-evidence.store.ts'

/** Only for kinds of supervision whose evidence goes to a team lead. */
async function subject(work: Work, { session: id }: { session: SessionId }): Promise<EvidenceSubject | null> {
  const session = await findSession(work, id)
  if (!session || (await termsOfSession(work, session)).evidenceParts === null) return null
  const record = (await findRecords(work, id)).find((one) => one.kind === 'evidence' && one.version > 0)
  const readers = record ? await findReaders(work, thing('session record', record.id)) : []
  return { session, readers: new Set(readers.map((reader) => reader.person)) }
}

async function subjectOfRecord(work: Work, params: { sessionrecord: Id<'sessionrecord'> }) {
  const record = await findRecord(work, params.sessionrecord as unknown as Id<'session record'>)
  return record?.kind === 'evidence' ? subject(work, { session: record.session }) : null
}

const forReaders = { subject, access: readersOfEvidence }
const forWriter = { subject, access: writerOfEvidence }

export const teamEvidencePages: readonly Page[] = [
  page({ at: 'GET /team-evidence', access: anyStaff, answer: (work) => listPage(work) }),
  page({
    at: 'GET /team-evidence/:sessionrecord',
    subject: subjectOfRecord,
    access: readersOfEvidence,
    answer: (_work, { subject: { session } }) => seeOther(`/sessions/${session.id}/team-evidence`),
  }),
  page({
    at: 'GET /sessions/:session/team-evidence',
    ...forReaders,
    answer: async (work, { subject }) => {
      const of = await evidenceOf(work, subject)
      return recordPage(work, of, null, await around(work, of))
    },
  }),
  page({
    at: 'POST /sessions/:session/team-evidence/draft',
    ...forWriter,
    quiet: true,
    answer: async (work, { subject, form }) => autosaveRecord(work, await evidenceOf(work, subject), form),
  }),
  page({
    at: 'POST /sessions/:session/team-evidence',
    ...forWriter,
    answer: async (work, { subject, form }) =>
      saveRecordPage(work, await evidenceOf(work, subject), { form, sign: false, back }),
  }),
  page({
    at: 'POST /sessions/:session/team-evidence/signature',
    ...forWriter,
    answer: async (work, { subject, form }) =>
      saveRecordPage(work, await evidenceOf(work, subject), { form, sign: true, back }),
  }),
  page({
    at: 'POST /sessions/:session/team-evidence/amendment',
    ...forWriter,
    answer: async (work, { subject }) => {
      const of = await evidenceOf(work, subject)
      const done = await amendRecord(work, of)
      return done.ok ? seeOther(hrefOf(of), 'Change what needs changing, and say why') : conflict(done.reason)
    },
  }),
]

const evidenceOf = async (work: Work, { session }: EvidenceSubject): Promise<RecordOf> => ({
  session,
  kind: 'evidence',
  terms: await termsOfSession(work, session),
})

const back: Back = {
  signed: (of) => seeOther(`/sessions/${of.session.id}`, 'The team lead has the evidence'),
  around: (work, of) => around(work, of),
}

/** The facts that nobody has to write, and what came of the actions that were taken for the team before. */
async function around(work: Work, of: RecordOf): Promise<Around> {
  const { session } = of
  const rows = (await findAttendance(work, session.id)).filter((row) => row.part === 'supervisee')
  const nameOf = await namer(
    work,
    rows.map((row) => row.person),
  )
  const came = rows.filter((row) => row.presence !== 'absent').map((row) => nameOf(row.person))
  const before = { unit: session.unit, type: session.type, before: session.startsAt }
  return {
    ...(session.supervisor === work.asker.person
      ? {}
      : { back: { href: '/team-evidence', label: 'Team supervision' } }),
    first: (
      <>
        <p>
          Held on {formatDay(londonDay(session.held?.beganAt ?? session.startsAt))}.{' '}
          {came.length === 0 ? 'Nobody is down as present yet.' : `There: ${came.join(', ')}.`}
        </p>
        {await earlierActions(work, before)}
      </>
    ),
  }
}

async function earlierActions(work: Work, of: Parameters<typeof findEvidence>[1]) {
  const earlier = await findEvidence(work, of)
  const actions = await actionsFrom(
    work,
    'team evidence',
    earlier.map((one) => one.record),
  )
  if (actions.length === 0) return null
  const nameOf = await namer(
    work,
    actions.map((action) => action.owner),
  )
  const rows: { what: string; who: string; standing: string; note: string }[] = []
  for (const action of actions)
    rows.push({
      what: await textOfAction(work, action.id),
      who: nameOf(action.owner),
      standing: standingOf(action, work.today),
      note: (await reportsOn(work, action.id)).at(-1)?.note ?? '',
    })
  return (
    <Table
      caption="What came of the actions taken for the team"
      captionSize="m"
      columns={[
        { heading: 'Action', cell: (row) => row.what || 'Not for you to read' },
        { heading: 'Who', cell: (row) => row.who },
        { heading: 'How it stands', cell: (row) => `${row.standing}${row.note === '' ? '' : `. ${row.note}`}` },
      ]}
      rows={rows}
    />
  )
}

/** The evidence that came to the asker as lead of a team, or that they wrote. */
async function listPage(work: Work): Promise<Reply> {
  const all = await findEvidence(work)
  const nameOf = await namer(
    work,
    all.map((one) => one.supervisor),
  )
  const typeName = await typeNamer(work)
  return html({
    title: 'Team supervision',
    back: { href: '/supervision', label: 'Supervision' },
    body: (
      <>
        <h1>Team supervision</h1>
        <p class="app-lede">That your teams had their supervision, its themes and the actions taken for the team.</p>
        <Table
          caption="Sessions"
          captionSize="s"
          columns={[
            {
              heading: 'Date',
              cell: (one) => (
                <a href={`/sessions/${one.session}/team-evidence`}>{formatDay(londonDay(one.startsAt))}</a>
              ),
            },
            { heading: 'Kind', cell: (one) => typeName(one.type) },
            { heading: 'Supervisor', cell: (one) => nameOf(one.supervisor) },
          ]}
          rows={all}
          empty={
            <EmptyState heading="No evidence has come to you yet">
              <p>When a team that you lead had its safeguarding supervision, its supervisor sends you a short page.</p>
            </EmptyState>
          }
        />
        <p class="app-quiet">It never holds a case. What was said in a session stays with those who were there.</p>
      </>
    ),
  })
}
