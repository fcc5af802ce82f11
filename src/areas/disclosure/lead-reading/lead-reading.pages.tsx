// Case discussions of the own service for its safeguarding lead: a list of facts, one opened at a time, for a purpose and an hour.
import {
  Button,
  EmptyState,
  ErrorSummary,
  FormFields,
  type FormState,
  PostForm,
  Table,
  titleWith,
  WhoCanSee,
} from '../../../design/index.ts'
import type { Id } from '../../../platform/ids.ts'
import { addDays, type Day, parseDay } from '../../../platform/time/day.ts'
import { londonMoment, secondsBetween } from '../../../platform/time/moment.ts'
import { formatDay, formatMoment } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { html, notAllowed, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { thing, whoSees } from '../../records/index.ts'
import { type NamedRecord, peopleRead, readNamedRecord, RecordRead } from '../../supervision/index.ts'
import { recordWords } from '../glass/glass.view.ts'
import { namer } from '../lead.changes.ts'
import { OpenBanner } from '../glass/glass-parts.pages.tsx'
import { safeguardingLeads } from './lead-reading.access.ts'
import { discussionsFor, findDiscussion, mayOpen, openDiscussion } from './lead-reading.changes.ts'
import { purposeForm } from './lead-reading.form.ts'
import { findReadingsOf } from './lead-reading.store.ts'
import { openReading } from './lead-reading.ts'

const DAYS_LISTED = 14
const subject = (work: Work, { record }: { record: Id<'record'> }) => findDiscussion(work, record as never)
const one = { subject, access: safeguardingLeads }

export const leadReadingPages: readonly Page[] = [
  page({
    at: 'GET /case-discussions',
    access: safeguardingLeads,
    answer: (work, request) => listPage(work, lastDay(work.today, request.query('until'))),
  }),
  page({
    at: 'GET /case-discussions/:record',
    ...one,
    answer: (work, { subject: named }) => discussionPage(work, named, purposeForm.filled({})),
  }),
  page({
    at: 'POST /case-discussions/:record/opening',
    ...one,
    answer: async (work, { subject: named, form }) => {
      const reading = purposeForm.read(form)
      if (!reading.ok) return discussionPage(work, named, reading)
      const done = await openDiscussion(work, named, reading.value)
      return done.ok ? seeOther(`/case-discussions/${named.record}`) : notAllowed(done.reason)
    },
  }),
]

/** Several cases of one session begin at one time: the number tells their links apart when they are heard alone. */
const DiscussionLink = ({ named, number }: { named: NamedRecord; number: number }) => (
  <a href={`/case-discussions/${named.record}`}>
    {formatMoment(named.startsAt)}
    <span class="nhsuk-u-visually-hidden">, number {number} of this list</span>
  </a>
)

/** The day that the list ends with: today, or an earlier one that was asked for. */
function lastDay(today: Day, asked: string): Day {
  const day = parseDay(asked)
  return day !== null && day < today && day > addDays(today, -3_650) ? day : today
}

/** Two weeks at a time, up to and with a day. */
async function listPage(work: Work, until: Day): Promise<Reply> {
  const first = addDays(until, 1 - DAYS_LISTED)
  const [from, to] = [londonMoment(first, '00:00'), londonMoment(addDays(until, 1), '00:00')]
  const discussions = from && to ? await discussionsFor(work, { from, to }) : []
  const nameOf = await namer(work, discussions.flatMap(peopleIn))
  return html({
    title: 'Case discussions of your service',
    body: (
      <>
        <h1>Case discussions of your service</h1>
        <p>
          Facts from {formatDay(first)} to {formatDay(until)}. Opening one asks for a purpose, opens that one for an
          hour, and its people see that you read it.
        </p>
        <p>
          <a href={`/case-discussions?until=${addDays(first, -1)}`}>The two weeks before</a>
        </p>
        <Table
          caption="Signed discussions"
          captionHidden
          rows={discussions}
          empty={<EmptyState heading="No signed case discussion in these two weeks" />}
          columns={[
            {
              heading: 'Held',
              cell: (named) => <DiscussionLink named={named} number={discussions.indexOf(named) + 1} />,
            },
            { heading: 'Supervisor', cell: (named) => nameOf(named.supervisor) },
            { heading: 'People', cell: (named) => named.supervisees.map(nameOf).join(', ') },
            {
              heading: 'What',
              cell: (named) =>
                named.kind === 'case' ? `Case brought by ${nameOf(named.broughtBy ?? named.writer)}` : 'The session',
            },
          ]}
        />
      </>
    ),
  })
}

const peopleIn = (named: NamedRecord) => [
  named.supervisor,
  named.writer,
  ...named.supervisees,
  ...(named.broughtBy ? [named.broughtBy] : []),
]

/** One discussion: open within its hour, else the question what it is read for, or why it cannot be read. */
async function discussionPage(work: Work, named: NamedRecord, state: FormState): Promise<Reply> {
  const reading = openReading(await findReadingsOf(work, named.record), work.asker.person, work.moment)
  const may = await mayOpen(work, named)
  if (!may.ok) return notAllowed(may.reason)
  if (reading) return readingPage(work, named, reading.until)
  const nameOf = await namer(work, peopleIn(named))
  return html({
    title: titleWith(state, 'Case discussion'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: '/case-discussions', label: 'Case discussions' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Read this discussion</h1>
        <p class="app-lede">{recordWords(named, nameOf)}</p>
        <PostForm action={`/case-discussions/${named.record}/opening`}>
          <FormFields form={purposeForm} state={state} />
          <Button>Open it for one hour</Button>
        </PostForm>
      </>
    ),
  })
}

type Until = Parameters<typeof OpenBanner>[0]['until']

async function readingPage(work: Work, named: NamedRecord, until: Until): Promise<Reply> {
  const read = await readNamedRecord(work, named)
  if (!read) return notAllowed('It does not open. Tell your administrator.')
  const { can, has } = await whoSees(work, thing('session record', named.record))
  const nameOf = await namer(work, [
    ...peopleRead(read),
    ...peopleIn(named),
    ...[...can, ...has].map((seer) => seer.person),
  ])
  return html({
    title: 'Case discussion',
    againAfter: Math.max(1, secondsBetween(work.moment, until) + 1),
    back: { href: '/case-discussions', label: 'Case discussions' },
    body: (
      <>
        <OpenBanner why="You read this as the safeguarding lead" until={until} />
        <h1>{recordWords(named, nameOf)}</h1>
        <RecordRead read={read} nameOf={nameOf} />
        <p>
          <a href={`/concerns/new?from=${named.record}`}>Pass on a concern</a> from what you read
        </p>
        <WhoCanSee
          what="this record"
          viewers={can.map((seer) => ({ who: nameOf(seer.person), why: seer.because }))}
          looks={has.map((seer) => ({ who: nameOf(seer.person), when: formatMoment(seer.last) }))}
        />
      </>
    ),
  })
}
