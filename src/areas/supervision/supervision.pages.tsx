// My supervision: what is next, the last year as a strip, my supervisors, those I supervise; and the ways to book and record.
import { ButtonGroup, EmptyState, LinkButton, StateTag, type StripMark, Table, YearStrip } from '../../design/index.ts'
import { addDays } from '../../platform/time/day.ts'
import { addMinutes, londonDay } from '../../platform/time/moment.ts'
import { formatDay } from '../../platform/time/words.ts'
import { anyStaff, type Page, page } from '../../platform/web/page.ts'
import { html } from '../../platform/web/reply.ts'
import type { Work } from '../../platform/work.ts'
import { findOverrides } from './booking/booking.store.ts'
import { seeOverrides } from './supervision.access.ts'
import { evidenceFor } from './evidence.store.ts'
import { findEvidenceOf } from './outside/outside-evidence.store.ts'
import { findPairsOf } from './pair/pair.store.ts'
import type { OutsideEvidence } from './outside/outside-evidence.ts'
import type { Pair } from './pair/pair.ts'
import { findOpenSessionsOf, findSessionsOf } from './session/session.store.ts'
import type { StoredSession } from './session/session.ts'
import { listNames, others, shortWhen, stateTag } from './session/session.view.ts'
import { namer, typeNamer } from './supervision.changes.ts'

export const supervisionPages: readonly Page[] = [
  page({ at: 'GET /supervision', access: anyStaff, answer: (work) => minePage(work) }),
  page({ at: 'GET /supervision/overrides', access: seeOverrides, answer: (work) => overridesPage(work) }),
]

const YEAR = 365 * 24 * 60

async function gather(work: Work) {
  const asker = work.asker.person
  const open = await findOpenSessionsOf(work, asker)
  const past = await findSessionsOf(work, asker, { from: addMinutes(work.moment, -YEAR), to: work.moment })
  const pairs = (await findPairsOf(work, asker)).filter((pair) => pair.state === 'agreed')
  const people = [...open, ...past].flatMap((one) => [one.supervisor, ...one.supervisees])
  const nameOf = await namer(work, [...people, ...pairs.flatMap((pair) => [pair.supervisee, pair.supervisor])])
  return {
    open,
    past: past.filter((one) => one.state !== 'withdrawn' && !open.some((other) => other.id === one.id)).toReversed(),
    mine: pairs.filter((pair) => pair.supervisee === asker),
    supervised: pairs.filter((pair) => pair.supervisor === asker),
    outside: await findEvidenceOf(work, asker),
    words: { work, nameOf, typeName: await typeNamer(work) },
  }
}

async function minePage(work: Work) {
  const { open, past, mine, supervised, outside, words } = await gather(work)
  return html({
    title: 'Supervision',
    body: (
      <>
        <h1>Supervision</h1>
        <ButtonGroup>
          <LinkButton href="/supervision/booking">Book a session</LinkButton>
          {work.asker.standing.has('supervisor') && (
            <LinkButton href="/supervision/group-booking" variant="secondary">
              Book a group
            </LinkButton>
          )}
        </ButtonGroup>
        <h2>Next</h2>
        <Sessions sessions={open} {...words} empty="Nothing is booked" />
        {await work.panels('my supervision', work.asker.person)}
        <Strip work={work} marks={await marksOf(work, open)} />
        <MySupervisors pairs={mine} {...words} />
        {supervised.length > 0 && <Supervised pairs={supervised} {...words} />}
        {await work.panels('those I supervise', work.asker.person)}
        <h2>Sessions of the last year</h2>
        <Sessions sessions={past} {...words} empty="No sessions yet" />
        <Outside entries={outside} {...words} />
      </>
    ),
  })
}

const Outside = ({ entries, typeName }: Words & { entries: readonly OutsideEvidence[] }) => (
  <>
    <h2>Held elsewhere</h2>
    {entries.map((one) => (
      <p>
        <a href={`/outside-evidence/${one.id}`}>{formatDay(one.day)}</a>, {typeName(one.type)}
      </p>
    ))}
    <p>
      <a href="/supervision/outside-evidence">Record supervision held elsewhere</a> ·{' '}
      <a href="/supervision/held-session">Record a session that was not booked</a>
    </p>
  </>
)

type Words = { work: Work; nameOf: (person: StoredSession['supervisor']) => string; typeName: (key: string) => string }

function Sessions({
  sessions,
  empty,
  work,
  nameOf,
  typeName,
}: Words & { sessions: readonly StoredSession[]; empty: string }) {
  const asker = work.asker.person
  return (
    <Table
      caption={empty === 'Nothing is booked' ? 'What is ahead' : 'What has been'}
      captionHidden
      columns={[
        { heading: 'When', cell: (one) => <a href={`/sessions/${one.id}`}>{shortWhen(one)}</a> },
        { heading: 'Kind', cell: (one) => typeName(one.type) },
        { heading: 'With', cell: (one) => listNames(others(one, asker).map(nameOf)) },
        {
          heading: 'State',
          cell: (one) => {
            const tag = stateTag(one, asker, work.moment)
            return <StateTag tone={tag.tone}>{tag.words}</StateTag>
          },
        },
      ]}
      rows={sessions}
      empty={<EmptyState heading={empty} />}
    />
  )
}

const MySupervisors = ({ pairs, nameOf, typeName }: Words & { pairs: readonly Pair[] }) => (
  <>
    <h2>My supervisors</h2>
    {pairs.length === 0 ? (
      <p>You have not chosen a supervisor here.</p>
    ) : (
      <ul class="nhsuk-list">
        {pairs.map((pair) => (
          <li>
            {nameOf(pair.supervisor)}, {typeName(pair.type)}
          </li>
        ))}
      </ul>
    )}
    <p>
      <a href="/supervision/supervisors">Choose or change supervisors</a>
    </p>
  </>
)

const Supervised = ({ pairs, nameOf, typeName }: Words & { pairs: readonly Pair[] }) => (
  <>
    <h2>Those I supervise</h2>
    <ul class="nhsuk-list">
      {pairs.map((pair) => (
        <li>
          {nameOf(pair.supervisee)}, {typeName(pair.type)}:{' '}
          <a href={`/supervision/booking?type=${encodeURIComponent(pair.type)}&side=me&with=${pair.supervisee}`}>
            book<span class="nhsuk-u-visually-hidden"> a session with {nameOf(pair.supervisee)}</span>
          </a>
        </li>
      ))}
    </ul>
  </>
)

async function marksOf(work: Work, open: readonly StoredSession[]): Promise<readonly StripMark[]> {
  const typeName = await typeNamer(work)
  const held = await evidenceFor(work, { people: [work.asker.person], from: addDays(work.today, -365) })
  const ahead = open.filter((one) => one.state === 'booked' && one.startsAt > work.moment)
  return [
    ...held.map((one) => ({ day: one.day, label: `${typeName(one.type)}, held`, held: true })),
    ...ahead.map((one) => ({ day: londonDay(one.startsAt), label: `${typeName(one.type)}, planned`, held: false })),
  ]
}

const Strip = ({ work, marks }: { work: Work; marks: readonly StripMark[] }) => (
  <YearStrip
    title="My year of supervision"
    says={`${marks.filter((mark) => mark.held).length} held in the last year, ${marks.filter((mark) => !mark.held).length} planned.`}
    from={addDays(work.today, -365)}
    to={addDays(work.today, 120)}
    spans={[]}
    marks={marks}
    today={work.today}
  />
)

async function overridesPage(work: Work) {
  const rows = await findOverrides(work)
  const nameOf = await namer(
    work,
    rows.flatMap((row) => [row.by, row.supervisor]),
  )
  const typeName = await typeNamer(work)
  return html({
    title: 'Bookings let through',
    wide: true,
    body: (
      <>
        <h1>Bookings let through</h1>
        <p>Sessions that were booked although a check of the policy stood against them, by whom and why.</p>
        <Table
          caption="Bookings let through against a check"
          captionHidden
          columns={[
            { heading: 'When it was let through', cell: (row) => formatDay(londonDay(row.at)) },
            { heading: 'Session', cell: (row) => `${typeName(row.type)}, ${formatDay(londonDay(row.startsAt))}` },
            { heading: 'Supervisor', cell: (row) => nameOf(row.supervisor) },
            { heading: 'What stood against it', cell: (row) => row.objection },
            { heading: 'Let through by', cell: (row) => nameOf(row.by) },
            { heading: 'Why', cell: (row) => <bdi>{row.reason}</bdi> },
          ]}
          rows={rows}
          empty={<EmptyState heading="None so far" />}
        />
      </>
    ),
  })
}
