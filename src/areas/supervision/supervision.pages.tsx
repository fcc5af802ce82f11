// My supervision: what is next, the last year as a strip, my supervisors, those I supervise; and the ways to book and record.
import { ButtonGroup, Details, EmptyState, LinkButton, type StripMark, YearStrip } from '../../design/index.ts'
import { addDays } from '../../platform/time/day.ts'
import { addMinutes, londonDay } from '../../platform/time/moment.ts'
import { formatDay } from '../../platform/time/words.ts'
import { anyStaff, type Page, page } from '../../platform/web/page.ts'
import { html } from '../../platform/web/reply.ts'
import type { Work } from '../../platform/work.ts'
import { diaryAddress } from './diary/diary.ts'
import { SessionTable, type SessionWords } from './diary/session-table.pages.tsx'
import { evidenceFor } from './evidence.store.ts'
import { findEvidenceOf } from './outside/outside-evidence.store.ts'
import { findPairsOf } from './pair/pair.store.ts'
import type { OutsideEvidence } from './outside/outside-evidence.ts'
import type { Pair } from './pair/pair.ts'
import { findOpenSessionsOf, findSessionsOf } from './session/session.store.ts'
import type { StoredSession } from './session/session.ts'
import { namer, typeNamer } from './supervision.changes.ts'

export const supervisionPages: readonly Page[] = [
  page({ at: 'GET /supervision', access: anyStaff, answer: (work) => minePage(work) }),
]

const YEAR = 365 * 24 * 60
/** Shown at once of each list; the rest has a page or opens. */
const FEW = 5

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
        <Nearest sessions={open} when="ahead" {...words} />
        {await work.panels('my supervision', work.asker.person)}
        <Strip work={work} marks={await marksOf(work, open)} />
        <MySupervisors pairs={mine} {...words} />
        {supervised.length > 0 && <Supervised pairs={supervised} {...words} />}
        {await work.panels('those I supervise', work.asker.person)}
        <h2>Sessions of the last year</h2>
        <Nearest sessions={past} when="past" {...words} />
        <Outside entries={outside} {...words} />
      </>
    ),
  })
}

const Outside = ({ entries, typeName }: Words & { entries: readonly OutsideEvidence[] }) => (
  <>
    <h2>Held elsewhere</h2>
    <OutsideList entries={entries.slice(0, FEW)} typeName={typeName} />
    {entries.length > FEW && (
      <Details summary={`Show the other ${entries.length - FEW} held elsewhere`}>
        <OutsideList entries={entries.slice(FEW)} typeName={typeName} />
      </Details>
    )}
    <p>
      <a href="/supervision/outside-evidence">Record supervision held elsewhere</a> ·{' '}
      <a href="/supervision/held-session">Record a session that was not booked</a>
    </p>
  </>
)

const OutsideList = ({ entries, typeName }: Pick<Words, 'typeName'> & { entries: readonly OutsideEvidence[] }) => (
  <ul class="nhsuk-list">
    {entries.map((one) => (
      <li>
        <a href={`/outside-evidence/${one.id}`}>
          {formatDay(one.day)}, {typeName(one.type)}
        </a>
      </li>
    ))}
  </ul>
)

type Words = SessionWords

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

/** The first few, the rest behind a line; each with its way to a date. */
const Supervised = ({ pairs, ...words }: Words & { pairs: readonly Pair[] }) => (
  <>
    <h2>Those I supervise one to one</h2>
    <Pairs pairs={pairs.slice(0, FEW)} {...words} />
    {pairs.length > FEW && (
      <Details summary={`Show the other ${pairs.length - FEW}`}>
        <Pairs pairs={pairs.slice(FEW)} {...words} />
      </Details>
    )}
  </>
)

const Pairs = ({ pairs, nameOf, typeName }: Words & { pairs: readonly Pair[] }) => (
  <ul class="nhsuk-list">
    {pairs.map((pair) => (
      <li>
        {nameOf(pair.supervisee)}, {typeName(pair.type)}:{' '}
        <a href={`/supervision/booking?type=${encodeURIComponent(pair.type)}&side=me&with=${pair.supervisee}`}>
          book
          <span class="nhsuk-u-visually-hidden">
            {' '}
            {typeName(pair.type)} with {nameOf(pair.supervisee)}
          </span>
        </a>
      </li>
    ))}
  </ul>
)

/** Sessions of one half of the diary: the nearest few, and the way to all. */
const Nearest = ({
  sessions,
  when,
  ...words
}: Words & { sessions: readonly StoredSession[]; when: 'ahead' | 'past' }) => (
  <>
    <SessionTable
      sessions={sessions.slice(0, FEW)}
      caption={when === 'past' ? 'What has been' : 'What is ahead'}
      empty={<EmptyState heading={when === 'past' ? 'No sessions yet' : 'Nothing is booked'} />}
      {...words}
    />
    {sessions.length > FEW && (
      <p>
        <a href={diaryAddress({ when, kind: '', text: '', page: 1 })}>
          {when === 'past'
            ? `All sessions that have been (${sessions.length} in the last year)`
            : `All ${sessions.length} sessions ahead`}
        </a>
      </p>
    )}
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
