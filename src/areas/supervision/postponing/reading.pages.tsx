// What a session's people have prepared, for its supervisor: who has, as facts, and what is ready, to read before they meet.
import { Card, LinkButton, StateTag, SummaryList, WhoCanSee } from '../../../design/index.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import { page, type Page } from '../../../platform/web/page.ts'
import { html, notFound, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { whoSees } from '../../records/index.ts'
import { peopleOfSession, supervisorOfSession } from '../session/session.access.ts'
import { findSession } from '../session/session.store.ts'
import type { SessionId } from '../session/session.ts'
import { shortWhen } from '../session/session.view.ts'
import { namer } from '../supervision.changes.ts'
import { aboutSheet, type PreparationOf, readReady } from '../preparation/preparation.changes.ts'
import { unpreparedOf } from './postponement.changes.ts'
import { mayPostpone, type Unprepared } from './postponement.ts'
import { CaseRead, NotBroughtList, readCases } from './case-reading.pages.tsx'
import { casesNotBrought, type NotBrought } from '../bringing/session-case.changes.ts'
import { ownParts } from '../preparation/preparation-page.pages.tsx'
import { Answers } from '../preparation/sheet.pages.tsx'
import { within } from '../preparation/preparation.pages.tsx'
import { findPreparations } from '../preparation/preparation.store.ts'
import { isPrepared, type PreparationFacts, type Sheet, type SheetTexts } from '../preparation/preparation.ts'
import { countWords, factOf, preparationsHref } from '../preparation/preparation.view.ts'

const subject = (work: Work, { session }: { session: SessionId }) => findSession(work, session)

export const readingPages: readonly Page[] = [
  page({
    at: 'GET /sessions/:session/preparations',
    subject,
    access: supervisorOfSession,
    answer: (work, { subject: session }) => within(work, session, (of) => overviewPage(work, of)),
  }),
  page({
    at: 'GET /sessions/:session/preparations/:person',
    subject,
    access: peopleOfSession,
    answer: (work, { subject: session, params }) => within(work, session, (of) => readingPage(work, of, params.person)),
  }),
]

async function overviewPage(work: Work, of: PreparationOf): Promise<Reply> {
  const { session, terms } = of
  if (terms.preparation.private) return notFound()
  const preparations = await findPreparations(work, [session.id])
  const unprepared = await unpreparedOf(work, of)
  const may = mayPostpone(session, { by: work.asker.person, unprepared }, work.moment).ok
  return html({
    title: 'Who has prepared',
    back: { href: `/sessions/${session.id}`, label: 'Session' },
    body: (
      <>
        <h1>Who has prepared</h1>
        <p class="app-lede">
          {terms.name}, {shortWhen(session)}. {countWords(session.supervisees.length, preparations)}.
        </p>
        {await peopleOf(work, of, { preparations, unprepared })}
        {may && (
          <p>
            <a href={`/sessions/${session.id}/postponement`}>Put it off because it was not prepared</a>
          </p>
        )}
        <p class="app-quiet">
          You read what is ready, never what is still being written. Managers see whether a session was prepared,
          nothing else.
        </p>
      </>
    ),
  })
}

type Known = { preparations: readonly PreparationFacts[]; unprepared: Unprepared }

async function peopleOf(work: Work, of: PreparationOf, { preparations, unprepared }: Known) {
  const nameOf = await namer(work, of.session.supervisees)
  const cards = []
  for (const person of of.session.supervisees) {
    const preparation = preparations.find((one) => one.person === person) ?? null
    const missing = await casesNotBroughtBy(work, of, person)
    const shown = { person, preparation, missing, putOff: unprepared.already.includes(person) }
    cards.push(<PersonCard of={of} name={nameOf(person)} shown={shown} />)
  }
  return cards
}

/** Cases on somebody's list that meet a criterion and do not come; the two of the session alone may know which. */
const casesNotBroughtBy = (work: Work, { session, terms }: PreparationOf, supervisee: PersonId) =>
  terms.preparation.cases === 'needed' && session.supervisor === work.asker.person
    ? casesNotBrought(work, session.id, { supervisee })
    : []

type PersonProps = {
  of: PreparationOf
  name: string
  shown: { person: PersonId; preparation: PreparationFacts | null; missing: readonly NotBrought[]; putOff: boolean }
}

function PersonCard({ of, name, shown: { person, preparation, missing, putOff } }: PersonProps) {
  const fact = factOf(preparation)
  return (
    <Card heading={name} size="s" level={2}>
      <p>
        <StateTag tone={fact.tone}>{fact.words}</StateTag> {putOff && <StateTag tone="quiet">Cases put off</StateTag>}
        {preparation?.readyAt && <> {formatMoment(preparation.readyAt)}</>}
      </p>
      {isPrepared(preparation) && (
        <p>
          <a href={`${preparationsHref(of.session)}/${person}`}>Read what {name} prepared</a>
        </p>
      )}
      <NotBroughtList cases={missing} />
    </Card>
  )
}

async function readingPage(work: Work, of: PreparationOf, person: Id<'person'>): Promise<Reply> {
  const { session, terms } = of
  const preparation = (await findPreparations(work, [session.id])).find((one) => one.person === person) ?? null
  const read = preparation ? await readReady(work, preparation) : []
  if (!preparation?.readyAt || read.length === 0) return notFound()
  const nameOf = await namer(work, [person])
  const own = read.find((one) => one.sheet.case === null)
  const cases = await readCases(work, of, read)
  return html({
    title: 'What was prepared',
    back: { href: `/sessions/${session.id}`, label: 'Session' },
    body: (
      <>
        <h1>What {nameOf(person)} prepared</h1>
        <p class="app-lede">
          {terms.name}, {shortWhen(session)}
        </p>
        <ReadyFacts preparation={preparation} />
        {cases.map((one) => (
          <CaseRead one={one} />
        ))}
        <Answers parts={ownParts(of)} texts={own?.texts ?? {}} />
        <NotBroughtList cases={await casesNotBroughtBy(work, of, person)} />
        {session.supervisor === work.asker.person && (
          <LinkButton href={preparationsHref(session)} variant="secondary">
            Everybody of this session
          </LinkButton>
        )}
        {own && (await footOf(work, own))}
      </>
    ),
  })
}

function ReadyFacts({ preparation }: { preparation: PreparationFacts }) {
  const { version, firstReadyAt, readyAt } = preparation
  const rows = [
    { name: 'Ready', value: readyAt ? formatMoment(readyAt) : '' },
    ...(version > 1 && firstReadyAt
      ? [{ name: 'First ready', value: `${formatMoment(firstReadyAt)}. It was changed since.` }]
      : []),
    ...(preparation.changed ? [{ name: 'Now', value: 'It is being changed. You see what was ready last.' }] : []),
  ]
  return <SummaryList rows={rows} />
}

async function footOf(work: Work, { sheet }: { sheet: Sheet; texts: SheetTexts }) {
  const { can, has } = await whoSees(work, aboutSheet(sheet))
  const nameOf = await namer(
    work,
    [...can, ...has].map((one) => one.person),
  )
  return (
    <>
      <WhoCanSee
        what="this preparation"
        viewers={can.map((one) => ({ who: nameOf(one.person), why: one.because }))}
        looks={has.map((one) => ({ who: nameOf(one.person), when: formatMoment(one.last) }))}
        notThese="Managers see whether a session was prepared, never this page."
      />
      {await work.panels('record', sheet.id)}
    </>
  )
}
