// Contributing and committing (SPEC 7.3, 7.4): what is sent counts for the stage it was written in, also when it comes a few
// seconds after that stage was over: nobody's words are cut off. It never counts for somebody who is listening. For people in
// the room the facilitator or the scribe writes. A question that looks closed is pointed out to its author before it is sent.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { addMonths, type Day } from '../../../platform/time/day.ts'
import { addSeconds, londonDay, type Moment } from '../../../platform/time/moment.ts'
import type { Command, Contribute } from '../meeting/command.ts'
import type { MeetingFact } from '../meeting/event.ts'
import { isHere, type Meeting, seatOf, stageAt, type Step } from '../meeting/meeting.ts'
import { lookAtQuestion } from './question.ts'
import { groupOf, isListening, mayContribute, presenterFor } from './speaking.ts'

const GRACE_SECONDS = 15
const LONGEST = 2000
const DUE_MONTHS = 12

/** Whether somebody may write for another: for themselves always; else as facilitator or scribe, for people in the room. */
export function mayWriteFor(meeting: Meeting, by: PersonId, person: PersonId): Decision {
  if (!isHere(meeting, person)) return no('They are not here')
  if (by === person) return yes()
  if (by !== meeting.facilitator && by !== meeting.roles.scribe)
    return no('Only the facilitator or the scribe writes for others')
  return seatOf(meeting, person)?.way === 'in the room' ? yes() : no('They write on their own device')
}

/** The step that something was written in: the one that is on, or the last one for a few seconds after it was over. */
export function stepWrittenIn(meeting: Meeting, number: number, at: Moment): Decision<Step> {
  const { step } = meeting
  if (!step) return no('The meeting has not begun')
  if (step.number === number) return yes(step)
  const last = meeting.past.at(-1)
  if (last?.number === number && last.endedAt && at <= addSeconds(last.endedAt, GRACE_SECONDS)) return yes(last)
  return no('The set has moved on to another stage. Your words are still here')
}

/** The words of a text that somebody must give, without blanks around them. */
export function wordsOf(text: string, most = LONGEST): Decision<string> {
  const words = text.trim()
  if (words === '') return no('Write something first', 'words')
  return words.length > most ? no(`Say it in ${most} letters or fewer`, 'words') : yes(words)
}

/** Somebody contributes a question, a suggestion, what they learned, and so on. */
export function contribute(command: Command<'contribute'>, meeting: Meeting): Decision<readonly MeetingFact[]> {
  if (!isContributed(command)) return no('This is done in another way')
  const written = whereWritten(command, meeting)
  if (!written.ok) return written
  const step = written.value
  const words = wordsOf(command.words)
  if (!words.ok) return words
  const hint = hintFor(command, meeting, step)
  if (hint) return hint
  return yes([
    {
      type: 'contributed',
      kind: command.kind,
      person: command.person,
      scribe: command.by === command.person ? null : command.by,
      words: words.value,
      step: step.number,
      topic: step.topic,
      level: command.kind === 'learning' ? (command.level ?? 'key thing') : null,
      group: groupOf(meeting, step, command.person),
      presenter: presenterFor(meeting, step, command.person),
    },
  ])
}

/** Topics, bids, votes, reports and commitments are more than words, and have commands of their own. */
const isContributed = ({ kind }: Contribute): boolean => !['topic', 'bid', 'vote', 'report', 'action'].includes(kind)

function whereWritten(command: Command<'contribute'>, meeting: Meeting): Decision<Step> {
  const writes = mayWriteFor(meeting, command.by, command.person)
  if (!writes.ok) return writes
  return stepFor(meeting, command.step, { person: command.person, kind: command.kind, at: command.at })
}

/** The step in which somebody may contribute a kind that was written in step `number`. */
export function stepFor(
  meeting: Meeting,
  number: number,
  what: { person: PersonId; kind: Contribute['kind']; at: Moment },
): Decision<Step> {
  if (meeting.step && isListening(meeting, meeting.step, what.person))
    return no('You are listening now. You can answer when this time ends')
  if (meeting.step?.clock.pausedAt)
    return no('The meeting is paused. Keep your words; you can send them when it goes on')
  const step = stepWrittenIn(meeting, number, what.at)
  if (!step.ok) return step
  const may = mayContribute(meeting, step.value, what)
  return may.ok ? step : may
}

function hintFor(command: Contribute, meeting: Meeting, step: Step): Decision<readonly MeetingFact[]> | null {
  const { stage } = stageAt(meeting, step.place)
  if (command.kind !== 'question' || !stage.pointsOut || command.asItStands) return null
  const hint = lookAtQuestion(command.words)
  return hint ? no(`${hint.reason} ${hint.instead}`, 'words') : null
}

/** An author takes back what they said, as long as the stage is on. */
export function takeBack(command: Command<'take back'>, meeting: Meeting): Decision<readonly MeetingFact[]> {
  const one = meeting.contributions.find((each) => each.number === command.number)
  if (!one || (one.person !== command.by && one.scribe !== command.by)) return no('You have said no such thing')
  if (one.step !== meeting.step?.number) return no('That stage is over. What was said in it stays')
  return yes([{ type: 'contribution taken back', number: command.number }])
}

/** Somebody says what they will do, and by when; it comes back as report-back at the next meeting (SPEC 7.3). */
export function commit(command: Command<'commit'>, meeting: Meeting): Decision<readonly MeetingFact[]> {
  const writes = mayWriteFor(meeting, command.by, command.person)
  if (!writes.ok) return writes
  const step = stepFor(meeting, command.step, { person: command.person, kind: 'action', at: command.at })
  if (!step.ok) return step
  const words = wordsOf(command.words)
  if (!words.ok) return words
  const today = londonDay(command.at)
  const day = decideDueDay(command.due, today)
  if (!day.ok) return day
  const { commitment, due, person } = command
  return yes([{ type: 'committed', commitment, owner: person, topic: step.value.topic, words: words.value, due }])
}

/** The day by which something is to be done lies ahead, within a year. */
export function decideDueDay(due: Day, today: Day): Decision {
  if (due < today) return no('Choose today or a later day', 'due')
  return due > addMonths(today, DUE_MONTHS) ? no('Choose a day within a year', 'due') : yes()
}
