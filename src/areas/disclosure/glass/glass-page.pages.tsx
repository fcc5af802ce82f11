// How a request looks: for those in safeguarding who deal with it, for those concerned, and the hour in which it is read.
import {
  EmptyState,
  ErrorSummary,
  Lede,
  LinkButton,
  PostButton,
  StateTag,
  SummaryList,
  Table,
  titleWith,
  WhoCanSee,
} from '../../../design/index.ts'
import { secondsBetween } from '../../../platform/time/moment.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import { html, notAllowed, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { findReaders, whoSees } from '../../records/index.ts'
import { findNamedRecord, peopleRead, readNamedRecord, RecordRead } from '../../supervision/index.ts'
import { namer } from '../lead.changes.ts'

import { type GlassSubject, secondsOfGlass } from './glass.access.ts'
import { aboutGlass } from './glass.changes.ts'
import { findReadGlass } from './glass.store.ts'
import { stateOf } from './glass.ts'
import { causeWords, recordWords, tagOf, tellingWords } from './glass.view.ts'
import { FormsPart, type GlassStates, OpenBanner, WordsPart } from './glass-parts.pages.tsx'

/** Requests that the asker made, could decide or review; facts alone. */
export async function listPage(work: Work): Promise<Reply> {
  const shown = await requestsFor(work)
  const nameOf = await namer(
    work,
    shown.flatMap((subject) => peopleOfPage(subject, [])),
  )
  return html({
    title: 'Opened in need',
    body: (
      <>
        <h1>Records opened in need</h1>
        <p>
          When its author is missing and somebody may be at risk, two people together can open one record for an hour.
        </p>
        <LinkButton href="/glass/new">Open a record in need</LinkButton>
        <Requests shown={shown} work={work} nameOf={nameOf} />
      </>
    ),
  })
}

async function requestsFor(work: Work): Promise<readonly GlassSubject[]> {
  const shown: GlassSubject[] = []
  for (const glass of await findReadGlass(work)) {
    const named = await findNamedRecord(work, glass.record)
    const readers = (await findReaders(work, aboutGlass(glass.id))).map((one) => one.person)
    const seconds = readers.filter((one) => one !== glass.askedBy)
    if (named) shown.push({ glass, named, seconds })
  }
  return shown
}

const Requests = ({ shown, work, nameOf }: { shown: readonly GlassSubject[]; work: Work; nameOf: Names }) => (
  <Table
    caption="Requests"
    captionSize="m"
    rows={shown}
    empty={<EmptyState heading="Nothing has been asked for" />}
    columns={[
      { heading: 'Asked', cell: ({ glass }) => <a href={`/glass/${glass.id}`}>{formatMoment(glass.askedAt)}</a> },
      { heading: 'By', cell: ({ glass }) => nameOf(glass.askedBy) },
      { heading: 'Record', cell: ({ named }) => recordWords(named, nameOf) },
      {
        heading: 'State',
        cell: ({ glass }) => {
          const tag = tagOf(glass, stateOf(glass, work.moment), work.today)
          return <StateTag tone={tag.tone}>{tag.words}</StateTag>
        },
      },
    ]}
  />
)

/** The request for those in safeguarding who deal with it. */
export async function glassPage(work: Work, subject: GlassSubject, states: GlassStates): Promise<Reply> {
  const { glass, named } = subject
  const { can, has } = await whoSees(work, aboutGlass(glass.id))
  const nameOf = await namer(
    work,
    peopleOfPage(
      subject,
      [...can, ...has].map((one) => one.person),
    ),
  )
  const failed = Object.values(states).find((state) => (state?.errors.length ?? 0) > 0)
  const tag = tagOf(glass, stateOf(glass, work.moment), work.today)
  return html({
    title: titleWith(failed, 'A record opened in need'),
    status: failed ? 422 : 200,
    back: { href: '/glass', label: 'Opened in need' },
    body: (
      <>
        <ErrorSummary state={failed} />
        <h1>{glass.opening ? 'A record was opened in need' : 'A record is needed'}</h1>
        <Lede>
          {recordWords(named, nameOf)} <StateTag tone={tag.tone}>{tag.words}</StateTag>
        </Lede>
        <AskerPart work={work} subject={subject} />
        <Facts subject={subject} nameOf={nameOf} />
        {await WordsPart(work, glass, nameOf)}
        {secondsOfGlass.may(work.asker, subject) && (await FormsPart(work, subject, states))}
        <WhoCanSee
          what="this request"
          viewers={can.map((one) => ({
            who: nameOf(one.person),
            why: one.person === glass.askedBy ? 'asked' : 'could decide or review',
          }))}
          looks={has.map((one) => ({ who: nameOf(one.person), when: formatMoment(one.last) }))}
        />
      </>
    ),
  })
}

type Names = Awaited<ReturnType<typeof namer>>

const peopleOfPage = ({ glass, named }: GlassSubject, others: readonly GlassSubject['seconds'][number][]) => [
  ...others,
  glass.askedBy,
  ...glass.answers.map((answer) => answer.by),
  ...glass.tellings.map((telling) => telling.by),
  ...(glass.review ? [glass.review.by] : []),
  named.supervisor,
  named.writer,
  ...(named.broughtBy ? [named.broughtBy] : []),
]

/** The next step of whoever asked. */
function AskerPart({ work, subject: { glass } }: { work: Work; subject: GlassSubject }) {
  if (glass.askedBy !== work.asker.person) return null
  const state = stateOf(glass, work.moment)
  if (state === 'agreed')
    return (
      <>
        <p>A second person agreed. It opens once, for one hour from when you press this.</p>
        <PostButton action={`/glass/${glass.id}/opening`}>Open it for one hour</PostButton>
      </>
    )
  if (state === 'open') return <LinkButton href={`/glass/${glass.id}/record`}>Read it</LinkButton>
  return null
}

function Facts({ subject: { glass }, nameOf }: { subject: GlassSubject; nameOf: Names }) {
  const rows = [
    { name: 'Asked by', value: `${nameOf(glass.askedBy)}, ${formatMoment(glass.askedAt)}` },
    { name: 'Because', value: causeWords[glass.cause] },
    ...glass.answers.map((one) => ({
      name: one.answer === 'agreed' ? 'Agreed' : 'Refused',
      value: `${nameOf(one.by)}, ${formatMoment(one.at)}`,
    })),
  ]
  if (glass.opening)
    rows.push({
      name: 'Opened',
      value: `${formatMoment(glass.opening.at)}, until ${formatMoment(glass.opening.until)}`,
    })
  rows.push({ name: 'Those concerned', value: tellingWords(glass) })
  if (glass.review) {
    const outcome = glass.review.outcome === 'justified' ? 'Justified' : 'Not justified'
    rows.push({ name: 'Review', value: `${outcome}: ${nameOf(glass.review.by)}, ${formatMoment(glass.review.at)}` })
  }
  return <SummaryList rows={rows} />
}

/** For those concerned: who opened what, with whose agreement and when; the reasons stay with safeguarding. */
export async function concernedPage(work: Work, subject: GlassSubject): Promise<Reply> {
  const { named } = subject
  const nameOf = await namer(work, peopleOfPage(subject, []))
  return html({
    title: 'Opened in need',
    back: { href: '/', label: 'Home' },
    body: (
      <>
        <h1>Something of yours was opened in need</h1>
        <p class="app-lede">{recordWords(named, nameOf)}</p>
        <p>
          A safeguarding colleague read it, with the agreement of a second person, because its author could not be asked
          and somebody might have been at risk. It was open once, for an hour, and another colleague reviews whether
          that was right.
        </p>
        <Facts subject={subject} nameOf={nameOf} />
        <p>If you want to talk about it, speak with your supervisor or with the safeguarding lead.</p>
      </>
    ),
  })
}

/** The hour in which it is read. The page asks for itself again when the hour is over, so that nothing stays on a screen. */
export async function readingPage(work: Work, { glass, named }: GlassSubject): Promise<Reply> {
  const state = stateOf(glass, work.moment)
  if (state !== 'open' || !glass.opening)
    return notAllowed(
      glass.opening ? 'The hour is over. It opens once; ask again if it is needed again.' : 'It is not open.',
    )
  const read = await readNamedRecord(work, named)
  if (!read) return notAllowed('It does not open. Tell your administrator.')
  const nameOf = await namer(work, [
    ...peopleRead(read),
    named.supervisor,
    named.writer,
    ...(named.broughtBy ? [named.broughtBy] : []),
  ])
  return html({
    title: 'Opened for one hour',
    againAfter: Math.max(1, secondsBetween(work.moment, glass.opening.until) + 1),
    back: { href: `/glass/${glass.id}`, label: 'The request' },
    body: (
      <>
        <OpenBanner why="You opened this in need" until={glass.opening.until} />
        <h1>{recordWords(named, nameOf)}</h1>
        <RecordRead read={read} nameOf={nameOf} />
        <p>
          <a href={`/concerns/new?from=${named.record}`}>Pass on a concern</a> from what you read
        </p>
      </>
    ),
  })
}
