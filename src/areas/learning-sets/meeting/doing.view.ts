// What each person is doing now, in words that a page turns into a sentence (SPEC 7.3, 7.4), and what they may do: exactly what
// the meeting would let them, so that a page offers nothing that is then refused.
import type { PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import { canChooseTopics } from '../course/choosing.ts'
import { mayNameAtAnyTime } from '../course/naming-topics.ts'
import { placeAfter, placeBefore } from '../course/rounds.ts'
import { mayReportNow } from '../course/report-back.ts'
import { isGone, offeredTo } from '../facilitating/passing.ts'
import type { Kind } from '../format/format.ts'
import { isListening, maySpeak, mayContribute, presenterFor, roleOf } from '../listening/speaking.ts'
import { turnHolder } from '../listening/turns.ts'
import type { Asked } from './command.ts'
import { type Meeting, seatOf, stageAt, unanswered } from './meeting.ts'

export type Doing =
  | 'facilitates'
  | 'presents'
  | 'answers'
  | 'listens'
  | 'is turned away'
  | 'has the turn'
  | 'waits for a turn'
  | 'contributes'
  | 'is silent'
  | 'watches'
  | 'keeps time'
  | 'has a break'
  | 'is here'
  | 'is expected'
  | 'sent apologies'
  | 'has left'

/** What somebody is doing now. */
export function doingOf(meeting: Meeting, person: PersonId): Doing {
  const presence = seatOf(meeting, person)?.presence
  if (presence === 'left') return 'has left'
  if (presence === 'apologies') return 'sent apologies'
  if (presence !== 'here') return 'is expected'
  const { step } = meeting
  if (!step) return meeting.facilitator === person ? 'facilitates' : 'is here'
  const { part, stage } = stageAt(meeting, step.place)
  if (part.isBreak) return 'has a break'
  if (presenterFor(meeting, step, person) === person && stage.presenter !== 'taking part') {
    if (stage.presenter === 'turned away') return 'is turned away'
    if (isListening(meeting, step, person)) return 'listens'
    if (stage.presenter === 'answering') return 'answers'
    if (stage.presenter === 'speaking') return 'presents'
  }
  if (stage.silence) return 'is silent'
  if (meeting.facilitator === person) return 'facilitates'
  return doingInStage(meeting, person) ?? 'listens'
}

function doingInStage(meeting: Meeting, person: PersonId): Doing | null {
  const { step } = meeting
  if (!step) return null
  if (step.turns?.order.includes(person)) {
    const holder = turnHolder(meeting, step.turns)
    if (holder?.person === person) return 'has the turn'
    return step.turns.order.indexOf(person) >= step.turns.at && holder ? 'waits for a turn' : 'listens'
  }
  if (maySpeak(meeting, step, person)) return 'contributes'
  const role = roleOf(meeting, step, person)
  return role === 'observer' ? 'watches' : role === 'timekeeper' ? 'keeps time' : null
}

/** The kinds that somebody may contribute now; empty when none. */
export function kindsFor(meeting: Meeting, person: PersonId): readonly Kind[] {
  const { step } = meeting
  const early: readonly Kind[] = mayNameAtAnyTime(meeting, person) ? ['topic'] : []
  if (!step || seatOf(meeting, person)?.presence !== 'here') return early
  const { contributions } = stageAt(meeting, step.place).stage
  return [...new Set([...early, ...contributions.filter((kind) => mayContribute(meeting, step, { person, kind }).ok)])]
}

const ofKind: Partial<Record<Kind, Asked['type']>> = {
  topic: 'name topic',
  bid: 'bid',
  vote: 'vote',
  report: 'report',
  action: 'commit',
}

/** What somebody may do now, in the words of the commands. */
export function deedsFor(
  meeting: Meeting,
  person: PersonId,
  { at, heard }: { at: Moment; heard: ReadonlyMap<PersonId, Moment> },
): readonly Asked['type'][] {
  if (meeting.state === 'finished') return []
  if (seatOf(meeting, person)?.presence !== 'here') return ['arrive']
  const isFacilitator = meeting.facilitator === person
  const asked = offeredTo(meeting, at)
  const deputySteps = meeting.deputy === person && !isFacilitator && isGone(meeting, heard, at)
  const deeds: readonly (Asked['type'] | false)[] = [
    ...contributing(meeting, person),
    recallsRules(meeting, person) && 'recall ground rules',
    hasTurn(meeting, person) && 'finish turn',
    !!meeting.step && !meeting.step.clock.pausedAt && 'pause',
    deputySteps && 'step in',
    asked === person && !isPresenting(meeting, person) && 'take over',
    asked !== null && (asked === person || isFacilitator) && 'end offer',
    ...(isFacilitator ? facilitating(meeting) : (['tell discomfort', 'leave'] as const)),
  ]
  return [...new Set(deeds.filter((deed) => deed !== false))]
}

const isPresenting = ({ step }: Meeting, person: PersonId): boolean => step?.presenter === person

function contributing(meeting: Meeting, person: PersonId): readonly Asked['type'][] {
  const reports = meeting.commitments.some((one) => one.owner === person) && mayReportNow(meeting, person)
  const kinds = kindsFor(meeting, person).filter((kind) => kind !== 'report')
  return [...(reports ? (['report'] as const) : []), ...kinds.map((kind) => ofKind[kind] ?? 'contribute')]
}

const hasTurn = (meeting: Meeting, person: PersonId): boolean =>
  !!meeting.step?.turns && turnHolder(meeting, meeting.step.turns)?.person === person

const recallsRules = (meeting: Meeting, person: PersonId): boolean =>
  !!meeting.step && stageAt(meeting, meeting.step.place).stage.recallsGroundRules && !seatOf(meeting, person)?.recalled

function facilitating(meeting: Meeting): readonly (Asked['type'] | false)[] {
  const { step } = meeting
  if (!step)
    return [
      'begin',
      unanswered(meeting).length > 0 && 'put off report',
      canChooseTopics(meeting).ok && 'choose topics',
      ...(['hand over', 'give role', 'name presenter'] as const),
    ]
  const isPaused = step.clock.pausedAt !== null
  return [
    isPaused ? 'resume' : placeAfter(meeting, step.place) !== null && 'move on',
    !isPaused && placeBefore(step.place) !== null && 'go back',
    ...(step.turns ? (['finish turn', 'give turn', 'another round'] as const) : []),
    unanswered(meeting).length > 0 && 'put off report',
    canChooseTopics(meeting).ok && 'choose topics',
    !step.presenter && 'name presenter',
    (meeting.partPeople?.groups.length ?? 0) > 0 && 'change groups',
    ...(['lengthen stage', 'lengthen meeting', 'share out what is left', 'give role', 'hand over'] as const),
    'agree next date',
    'finish',
  ]
}
