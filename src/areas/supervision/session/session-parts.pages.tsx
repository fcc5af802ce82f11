// The parts of a session's page, from the next step down to the quiet ways out.
import { ButtonGroup, Card, Details, LinkButton, PostButton, Table } from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { type ActionFacts, standingOf, toldApart } from '../../actions/index.ts'
import { mayCancel, noticeInWords, rebookingInWords, rebookingOn, undo } from '../cancelling/cancellation.ts'
import { NextCase } from '../discussion/discussion-parts.pages.tsx'
import { openCases } from '../discussion/discussion.ts'
import { rebookHref } from '../supervision.view.ts'
import type { SessionShown } from './session.pages.tsx'
import { whenWords } from './session.view.ts'

const stepWords = {
  prepare: {
    button: 'Prepare',
    href: 'preparation',
    why: 'It is kept as you type. You can stop and carry on later, on any device.',
  },
  hold: { button: 'Say who came', href: 'attendance', why: 'It counts once you say who came.' },
  write: {
    button: 'Write the record',
    href: 'record',
    why: 'Sign it off when it is done. You can stop and carry on later.',
  },
  read: { button: 'Read the record', href: 'record', why: 'Agree with it, or comment beside it.' },
} as const

/** The one green button, with its reason; says who is waited for when it is not this person's turn. */
export function NextStepPart({ shown, work }: { shown: SessionShown; work: Work }) {
  const { session, step, nameOf } = shown
  if (step === 'answer')
    return (
      <Card heading={`${nameOf(session.proposedBy ?? session.supervisor)} suggests this time`} size="m">
        <p>{whenWords(session)}</p>
        <ButtonGroup>
          <PostButton action={`/sessions/${session.id}/acceptance`} version={session.version}>
            Accept this time
          </PostButton>
          <LinkButton href={`/sessions/${session.id}/other-time`} variant="secondary">
            Suggest another time
          </LinkButton>
        </ButtonGroup>
      </Card>
    )
  if (step === 'rebook' && shown.cancelled)
    return (
      <p>
        <LinkButton href={rebookHref(shown.cancelled)}>Find a new date</LinkButton>
      </p>
    )
  if (step === 'write' && openCases(shown.discussions) > 0) return <WriteCases shown={shown} />
  if (step === 'prepare' || step === 'hold' || step === 'write' || step === 'read')
    return (
      <>
        <p>{stepWords[step].why}</p>
        <LinkButton href={`/sessions/${session.id}/${stepWords[step].href}`}>{stepWords[step].button}</LinkButton>
      </>
    )
  return session.state === 'proposed' && session.proposedBy === work.asker.person ? (
    <p>You suggested this time. The other person answers it.</p>
  ) : null
}

function WriteCases({ shown }: { shown: SessionShown }) {
  const open = openCases(shown.discussions)
  return (
    <>
      <p>{open === 1 ? 'One case is' : `${open} cases are`} still to write. The record of the session comes last.</p>
      <NextCase session={shown.session} discussions={shown.discussions} />
    </>
  )
}

/** The conversation of times, once there was more than one. */
export function Times({ shown, asker }: { shown: SessionShown; asker: PersonId }) {
  if (shown.proposals.length < 2) return null
  const who = (person: PersonId | null) => (person === null ? '' : person === asker ? 'You' : shown.nameOf(person))
  return (
    <Details summary={`${shown.proposals.length} times were suggested`} open={shown.session.state === 'proposed'}>
      <ol class="nhsuk-list nhsuk-list--number">
        {shown.proposals.map((one) => (
          <li>
            {who(one.by)} suggested {whenWords(one)}
            {one.answer === 'accepted' && `. ${who(one.answeredBy)} accepted`}
            {one.answer === 'another time' && `. ${who(one.answeredBy)} suggested another`}
            {one.answer === 'withdrawn' && `. ${who(one.answeredBy)} took it back`}
          </li>
        ))}
      </ol>
    </Details>
  )
}

/** Who cancelled, why, and what is owed. */
export function CancellationPart({ shown, work }: { shown: SessionShown; work: Work }) {
  const { cancelled, session, nameOf } = shown
  if (!cancelled) return null
  const { cancellation, rebooked } = cancelled
  const state = rebookingOn(cancellation, rebooked, work.today)
  const rebooker = cancellation.rebooker === null ? '' : nameOf(cancellation.rebooker)
  const mayUndo = undo(session, cancellation, rebooked, work.asker.person, work.moment).ok
  return (
    <>
      <h2>Cancelled</h2>
      <p>
        By {nameOf(cancellation.by)} on {formatMoment(cancellation.at)}, {noticeInWords(cancellation.noticeMinutes)},
        because of {cancellation.cause}. {rebookingInWords(state, rebooker, cancellation.highPriority)}.
      </p>
      {cancellation.rebooker !== null && (
        <p>
          {cancellation.way === 'instead'
            ? 'The new session comes instead of the next planned one, which is cancelled once the new one is booked.'
            : 'The new session comes in addition to the next planned one.'}
        </p>
      )}
      {cancellation.takenBy !== null && (
        <p>
          <a href={`/sessions/${cancellation.takenBy}`}>A rebooked session</a> took its place.
        </p>
      )}
      {rebooked && (
        <p>
          <a href={`/sessions/${rebooked.id}`}>The new session</a>
        </p>
      )}
      {mayUndo && (
        <PostButton action={`/sessions/${session.id}/cancellation/undoing`} variant="secondary">
          Put it back
        </PostButton>
      )}
    </>
  )
}

const presenceWords = { present: 'Came', late: 'Came late', absent: 'Did not come' } as const

/** Who came, once it was held. */
export function AttendanceTable({ shown }: { shown: SessionShown }) {
  const rows = shown.attendance.filter((row) => row.part === 'supervisee')
  if (rows.length === 0) return null
  return (
    <Table
      caption="Who came"
      captionSize="m"
      columns={[
        { heading: 'Name', cell: (row) => shown.nameOf(row.person) },
        { heading: 'Attendance', cell: (row) => presenceWords[row.presence] + (row.cause ? `: ${row.cause}` : '') },
      ]}
      rows={rows}
    />
  )
}

/** What was agreed in earlier sessions and is still open: it comes first at the next one (SPEC 5.11). */
export function ActionsFromBefore({ shown, today }: { shown: Pick<SessionShown, 'before' | 'nameOf'>; today: Day }) {
  if (shown.before.length === 0) return null
  return (
    <>
      <h2>First: what came of the actions from before</h2>
      <ActionLinks actions={shown.before} nameOf={shown.nameOf} today={today} of="from before" />
    </>
  )
}

type Linked = { actions: readonly ActionFacts[]; nameOf: SessionShown['nameOf']; today: Day; of: string }

/** `of` tells two lists of one page apart for those who hear the links. */
function ActionLinks({ actions, nameOf, today, of }: Linked) {
  const words = toldApart(actions.map((action) => `${nameOf(action.owner)}: ${standingOf(action, today)}`))
  return (
    <ul class="nhsuk-list">
      {actions.map((action, at) => (
        <li>
          <a href={`/actions/${action.id}`}>
            {words[at]}
            <span class="nhsuk-u-visually-hidden">, {of}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** How the actions agreed here stand: facts, with the way to what they say for those who may read them. */
export function ActionsOfSession({ shown, today }: { shown: SessionShown; today: Day }) {
  if (shown.actions.length === 0) return null
  return (
    <>
      <h2>Actions agreed</h2>
      <ActionLinks actions={shown.actions} nameOf={shown.nameOf} today={today} of="agreed here" />
    </>
  )
}

/** What else can be done: quieter than the next step. */
export function QuietWays({ shown, asker, now }: { shown: SessionShown; asker: PersonId; now: Moment }) {
  const { session } = shown
  return (
    <>
      <h2>Other things you can do</h2>
      <ul class="nhsuk-list">
        {waysOn(shown, asker, now).map((way) => (
          <li>
            <a href={way.href}>{way.words}</a>
          </li>
        ))}
      </ul>
      {session.state === 'proposed' && (
        <PostButton action={`/sessions/${session.id}/withdrawal`} version={session.version} variant="secondary" small>
          {session.proposedBy === asker ? 'Take this proposal back' : 'Turn this proposal down'}
        </PostButton>
      )}
    </>
  )
}

function waysOn({ session }: SessionShown, asker: PersonId, now: Moment): readonly { href: string; words: string }[] {
  const here = `/sessions/${session.id}`
  const ways = [
    { when: session.state === 'booked', href: `${here}/calendar`, words: 'Add it to your calendar' },
    {
      when: session.state === 'proposed' && session.proposedBy === asker,
      href: `${here}/other-time`,
      words: 'Suggest another time',
    },
    { when: mayCancel(session, asker, now).ok, href: `${here}/cancellation`, words: 'Cancel this session' },
    {
      when: session.state === 'held' && session.supervisor === asker && session.elsewhere !== 'peer review',
      href: `${here}/attendance`,
      words: 'Correct who came',
    },
    {
      when: session.rebooks !== null,
      href: `/sessions/${session.rebooks}`,
      words: 'The cancelled session that this one makes good',
    },
    {
      when: true,
      href: `/supervision/booking?type=${encodeURIComponent(session.type)}`,
      words: 'Book another session',
    },
  ]
  return ways.filter((way) => way.when)
}
