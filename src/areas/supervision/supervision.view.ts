// What home and the supervision page say waits for somebody: proposals to answer, sessions to record, records to sign off or
// read, sessions to rebook, colleagues to vouch for, supervisors to agree to. Names and days only, never what was said.
import type { Need } from '../../platform/area.ts'
import { addDays, type Day } from '../../platform/time/day.ts'
import { londonDay, type Moment } from '../../platform/time/moment.ts'
import { formatDay } from '../../platform/time/words.ts'
import type { PersonId } from '../../platform/ids.ts'
import type { CancelledSession } from './cancelling/cancellation.ts'
import { rebookingOn } from './cancelling/cancellation.ts'
import type { OpenPlan } from './discussion/discussion.ts'
import type { OutsideEvidence } from './outside/outside-evidence.ts'
import type { Pair } from './pair/pair.ts'
import { mayBeHeld, type SessionFacts, type SessionId } from './session/session.ts'
import { listNames, others, shortWhen } from './session/session.view.ts'

export type Waiting = {
  readonly asker: PersonId
  readonly now: Moment
  readonly today: Day
  readonly open: readonly SessionFacts[]
  readonly paperwork: readonly { session: SessionId; type: string; startsAt: Moment; what: 'sign off' | 'answer' }[]
  /** Brought cases still to be written in held sessions of the asker's, by session. */
  readonly openCases: ReadonlyMap<SessionId, number>
  /** Records of the asker's cases to read and validate; plans of them not yet in the clinical record. */
  readonly toValidate: readonly OpenPlan[]
  readonly openPlans: readonly OpenPlan[]
  readonly toRebook: readonly CancelledSession[]
  readonly cancelledByOthers: readonly CancelledSession[]
  readonly toVouch: readonly OutsideEvidence[]
  readonly toConsent: readonly Pair[]
  readonly nameOf: (person: PersonId) => string
  readonly typeName: (key: string) => string
}

/** Every need of one person from supervision, in no particular order: home sorts them. */
export const needsFrom = (waiting: Waiting): readonly Need[] => [
  ...waiting.open.flatMap((session) => needOfSession(waiting, session)),
  ...waiting.paperwork.map((paper) => needOfPaper(waiting, paper)),
  ...waiting.toValidate.map((one) => needToValidate(waiting, one)),
  ...waiting.openPlans.map((one) => needToEnter(waiting, one)),
  ...waiting.toRebook.map((one) => needToRebook(waiting, one)),
  ...waiting.cancelledByOthers.map((one) => newsOfCancelling(waiting, one)),
  ...waiting.toVouch.map((one) => needToVouch(waiting, one)),
  ...waiting.toConsent.map((pair) => needToConsent(waiting, pair)),
]

function needOfSession(waiting: Waiting, session: SessionFacts): readonly Need[] {
  const { asker, now, today, nameOf, typeName } = waiting
  const day = londonDay(session.startsAt)
  const href = `/sessions/${session.id}`
  const people = listNames(others(session, asker).map(nameOf))
  if (session.state === 'proposed') {
    if (session.proposedBy === asker) return []
    const past = session.startsAt <= now
    return [
      {
        urgency: day <= addDays(today, 7) ? 'now' : 'soon',
        title: `${session.proposedBy ? nameOf(session.proposedBy) : people} suggests a time to meet`,
        reason: past
          ? `${shortWhen(session)} has passed. Suggest another time.`
          : `${typeName(session.type)}, ${shortWhen(session)}.`,
        button: { label: 'Answer', href },
        by: day,
      },
    ]
  }
  if (session.supervisor !== asker || !mayBeHeld(session, now).ok) return []
  const late = day < today
  return [
    {
      urgency: late ? 'now' : 'soon',
      title: late ? `Say whether your session with ${people} was held` : `Record today’s session with ${people}`,
      reason: `${typeName(session.type)}, ${shortWhen(session)}. It counts once you say who came.`,
      button: { label: 'Record', href: `${href}/attendance` },
      by: day,
    },
  ]
}

function needOfPaper({ today, typeName, openCases }: Waiting, paper: Waiting['paperwork'][number]): Need {
  const day = londonDay(paper.startsAt)
  const href = `/sessions/${paper.session}/record`
  const old = addDays(day, 7) < today
  const cases = paper.what === 'sign off' ? (openCases.get(paper.session) ?? 0) : 0
  if (cases > 0)
    return {
      urgency: old ? 'now' : 'soon',
      title: `Write up ${cases === 1 ? 'the case' : `the ${cases} cases`} of ${formatDay(day)}`,
      reason: `${typeName(paper.type)}. Each is kept as you type; the record of the session comes last.`,
      button: { label: 'Write', href: `/sessions/${paper.session}` },
      by: day,
    }
  if (paper.what === 'sign off')
    return {
      urgency: old ? 'now' : 'soon',
      title: `Write and sign off the record of ${formatDay(day)}`,
      reason: `${typeName(paper.type)}. It is kept as you type; carry on when you have time.`,
      button: { label: 'Write', href },
      by: day,
    }
  return {
    urgency: old ? 'soon' : 'later',
    title: `Read the record of ${formatDay(day)}`,
    reason: `${typeName(paper.type)}. Agree with it, or comment beside it.`,
    button: { label: 'Read', href },
    by: day,
  }
}

const hrefOfCase = (one: OpenPlan) => `/sessions/${one.session}/cases/${one.caseId}/record`

function needToValidate({ today, typeName }: Waiting, one: OpenPlan): Need {
  const day = londonDay(one.startsAt)
  return {
    urgency: addDays(day, 7) < today ? 'soon' : 'later',
    title: `Read what was written of your case on ${formatDay(day)}`,
    reason: `${typeName(one.type)}. Say that it is right, or comment beside it.`,
    button: { label: 'Read', href: hrefOfCase(one) },
    by: day,
  }
}

/** A plan belongs in the clinical record on the day it is made; after a week it presses (SPEC 12.8). */
function needToEnter({ today, typeName }: Waiting, one: OpenPlan): Need {
  const day = londonDay(one.startsAt)
  return {
    urgency: addDays(day, 7) < today ? 'now' : 'soon',
    title: `Say when the plan of ${formatDay(day)} went into the clinical record`,
    reason: `${typeName(one.type)}. Supervision is not the clinical record.`,
    button: { label: 'Say when', href: hrefOfCase(one) },
    by: day,
  }
}

function needToRebook({ today, asker, nameOf, typeName }: Waiting, one: CancelledSession): Need {
  const { cancellation } = one
  const state = rebookingOn(cancellation, one.rebooked, today)
  const people = listNames([one.supervisor, ...one.supervisees].filter((person) => person !== asker).map(nameOf))
  const by = cancellation.deadline
  const reason =
    state.state === 'breach'
      ? `It should have been rebooked by ${formatDay(state.since)}.`
      : by
        ? `To be rebooked by ${formatDay(by)}.`
        : 'Cancelled, not rebooked yet.'
  return {
    urgency: state.state === 'breach' || cancellation.highPriority ? 'now' : 'soon',
    title: `Find a new date with ${people} in place of ${formatDay(cancellation.cancelledDay)}`,
    reason: `${typeName(one.type)}. ${reason}`,
    button: { label: 'Rebook', href: rebookHref(one) },
    by: by ?? cancellation.cancelledDay,
  }
}

/** Where a cancelled session is rebooked: a group as a group, with the same people. */
export const rebookHref = (one: Pick<CancelledSession, 'cancellation' | 'supervisees'>): string =>
  `/supervision/${one.supervisees.length > 1 ? 'group-booking' : 'booking'}?rebooks=${one.cancellation.session}`

function newsOfCancelling({ nameOf, typeName }: Waiting, { cancellation, type }: CancelledSession): Need {
  return {
    urgency: 'soon',
    title: `${nameOf(cancellation.by)} cancelled a session with you`,
    reason: `${typeName(type)} of ${formatDay(cancellation.cancelledDay)}, because of ${cancellation.cause}.`,
    button: { label: 'Look', href: `/sessions/${cancellation.session}` },
    by: cancellation.cancelledDay,
  }
}

const needToVouch = ({ nameOf, typeName }: Waiting, one: OutsideEvidence): Need => ({
  urgency: 'later',
  title: `Vouch for ${nameOf(one.person)}`,
  reason: `${typeName(one.type)} held elsewhere on ${formatDay(one.day)}.`,
  button: { label: 'Answer', href: `/outside-evidence/${one.id}` },
  by: one.day,
})

const needToConsent = ({ nameOf, typeName }: Waiting, pair: Pair): Need => ({
  urgency: 'soon',
  title: `Do you agree to be supervised by ${nameOf(pair.supervisor)}?`,
  reason: `${typeName(pair.type)}. ${pair.lineManager ? 'They are your line manager, so it is for you to say.' : 'It is for you to say.'}`,
  button: { label: 'Answer', href: '/supervision/supervisors' },
})
