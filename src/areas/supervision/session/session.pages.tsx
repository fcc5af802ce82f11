// One session on one page: its whole life can be followed here, and the one green button is the next step (DESIGN 3).
import { StateTag, SummaryList, Written } from '../../../design/index.ts'
import { calendarFile } from '../../../platform/calendar/calendar-file.ts'
import { minutesBetween } from '../../../platform/time/moment.ts'
import { formatMinutes, formatMoment } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { file, html } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { actionsFrom, openActionsOf } from '../../actions/index.ts'
import { findCancellation } from '../cancelling/cancellation.store.ts'
import { whoSeesFoot } from '../../people/index.ts'
import { thing } from '../../records/index.ts'
import { focusOf } from '../holding/attendance.changes.ts'
import { findAttendance } from '../holding/attendance.store.ts'
import { postponedPart } from '../postponing/session-part.pages.tsx'
import { PreparationPart, preparationFor } from '../preparation/session-part.pages.tsx'
import { bringNowPart } from '../bringing/bring-now.pages.tsx'
import { casesPart } from '../discussion/discussion-parts.pages.tsx'
import { findDiscussions } from '../discussion/discussion.store.ts'
import { findAnswers, findRecords } from '../record/record.store.ts'
import { namer, typeNamer } from '../supervision.changes.ts'
import { peopleOfSession } from './session.access.ts'
import {
  ActionsFromBefore,
  ActionsOfSession,
  AttendanceTable,
  CancellationPart,
  NextStepPart,
  QuietWays,
  Times,
} from './session-parts.pages.tsx'
import { findProposals, findSession } from './session.store.ts'
import type { StoredSession } from './session.ts'
import { endsAt, type SessionId } from './session.ts'
import { listNames, nextStep, others, placeWords, stateTag, whenWords } from './session.view.ts'

const subject = (work: Work, { session }: { session: SessionId }) => findSession(work, session)

export const sessionPages: readonly Page[] = [
  page({
    at: 'GET /sessions/:session',
    subject,
    access: peopleOfSession,
    answer: (work, request) => sessionPage(work, request.subject),
  }),
  page({
    at: 'GET /sessions/:session/calendar',
    subject,
    access: peopleOfSession,
    answer: (work, { subject: session }) =>
      file(
        'supervision.ics',
        'text/calendar',
        calendarFile({
          id: session.id,
          startsAt: session.startsAt,
          endsAt: endsAt(session),
          sequence: session.version,
          cancelled: session.state === 'cancelled' || session.state === 'withdrawn',
          madeAt: work.moment,
        }),
      ),
  }),
]

/** Everything that the page shows, gathered once. */
export type SessionShown = Awaited<ReturnType<typeof gather>>

async function gather(work: Work, session: StoredSession) {
  const asker = work.asker.person
  const proposals = await findProposals(work, session.id)
  const cancelled = await findCancellation(work, session.id)
  const attendance = await findAttendance(work, session.id)
  const records = await findRecords(work, session.id)
  const record = records.find((one) => one.kind === 'session')
  const answers = record ? await findAnswers(work, record.id) : []
  const actions = await actionsFrom(work, 'session', [session.id])
  const discussions = await findDiscussions(work, session.id)
  const before = await actionsFromBefore(work, session)
  const preparing = await preparationFor(work, session)
  const came = attendance.some((row) => row.person === asker && row.presence !== 'absent')
  const answered = answers.some((one) => one.person === asker && one.version === record?.version)
  const nameOf = await namer(work, [session.supervisor, ...session.supervisees, ...actions.map((one) => one.owner)])
  const step = nextStep({
    session,
    asker,
    now: work.moment,
    record: session.elsewhere
      ? 'signed'
      : !record || record.version === 0
        ? 'none'
        : record.drafting
          ? 'draft'
          : 'signed',
    toAnswer: came && !answered && !session.elsewhere,
    toPrepare: preparing?.toPrepare ?? false,
    toRebook: cancelled?.cancellation.rebooker === asker && cancelled.rebooked === null,
  })
  const written = { attendance, records, record, discussions, actions, before }
  return { session, proposals, cancelled, ...written, preparing, came, nameOf, step }
}

/** Open actions of the people of this session, agreed earlier, that the asker is a party to. */
export async function actionsFromBefore(work: Work, session: StoredSession) {
  if (session.state !== 'booked' && session.state !== 'held') return []
  const asker = work.asker.person
  const open = await openActionsOf(work, [session.supervisor, ...session.supervisees])
  return open.filter((one) => one.from.id !== session.id && (one.owner === asker || one.agreedBy === asker))
}

async function sessionPage(work: Work, session: StoredSession) {
  const shown = await gather(work, session)
  const typeName = (await typeNamer(work))(session.type)
  const tag = stateTag(session, work.asker.person, work.moment)
  const focus = session.held && shown.came ? await focusOf(work, session.id) : ''
  const panels = await work.panels('session', session.id)
  const names = listNames(others(session, work.asker.person).map(shown.nameOf))
  return html({
    title: session.format === 'group' ? 'Group session' : 'Session',
    back: { href: '/supervision', label: 'Supervision' },
    body: (
      <>
        <h1>{typeName}</h1>
        <p class="app-lede">
          With {names}. {whenWords(session)} <StateTag tone={tag.tone}>{tag.words}</StateTag>
        </p>
        <NextStepPart shown={shown} work={work} />
        <ActionsFromBefore shown={shown} today={work.today} />
        <Facts shown={shown} focus={focus} />
        <PreparationPart shown={shown.preparing} asker={work.asker.person} />
        <Times shown={shown} asker={work.asker.person} />
        <CancellationPart shown={shown} work={work} />
        {await postponedPart(work, session)}
        <AttendanceTable shown={shown} />
        {await casesPart(work, session)}
        {await bringNowPart(work, session)}
        <RecordLinks shown={shown} />
        <ActionsOfSession shown={shown} today={work.today} />
        {panels}
        <QuietWays shown={shown} asker={work.asker.person} now={work.moment} />
        <p class="app-quiet">
          Only the people of this session see this page. Managers see that it was held, when and who came, never what
          was said.
        </p>
        {focus !== '' && (await whoSeesFoot(work, thing('session', session.id), { what: 'the agreed focus' }))}
      </>
    ),
  })
}

function Facts({ shown, focus }: { shown: SessionShown; focus: string }) {
  const { session, proposals, nameOf } = shown
  const place = proposals.at(-1)?.place ?? ''
  const rows = [
    { name: 'Supervisor', value: nameOf(session.supervisor) },
    { name: session.format === 'group' ? 'Group' : 'Supervised', value: session.supervisees.map(nameOf).join(', ') },
    {
      name: 'Where',
      value:
        place === '' ? (
          placeWords[session.placeKind]
        ) : (
          <>
            {placeWords[session.placeKind]}: <bdi>{place}</bdi>
          </>
        ),
    },
  ]
  const { held } = session
  if (held) {
    const minutes = formatMinutes(minutesBetween(held.beganAt, held.finishedAt))
    rows.push({ name: 'Held', value: `${formatMoment(held.beganAt)}, ${minutes}` })
  }
  return (
    <>
      <SummaryList rows={rows} />
      {focus !== '' && (
        <>
          <h2>Agreed focus</h2>
          <Written>{focus}</Written>
        </>
      )}
    </>
  )
}

function RecordLinks({ shown }: { shown: SessionShown }) {
  const { session, record, step } = shown
  if (session.state !== 'held' || session.elsewhere) return null
  const words = !record || record.version === 0 ? 'Not signed off yet' : `Signed off, version ${record.version}`
  return (
    <>
      <h2>Record</h2>
      <p>
        {words}.{' '}
        {step !== 'write' && step !== 'read' && shown.came && (
          <a href={`/sessions/${session.id}/record`}>Open the record</a>
        )}
      </p>
    </>
  )
}
