// What a command brings about in a meeting (SPEC 7.3): events, or why not. The same command sent twice brings about nothing the
// second time; a key that was used for something else is refused. Who no longer belongs to the set, or has not arrived, can do
// nothing here; what is the facilitator's is the facilitator's alone. Moments never go back, whichever program asks.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import { lengthenMeeting, lengthenStage, pause, resume, shareOutWhatIsLeft } from '../clock/timing.ts'
import { arrive, leave, recallGroundRules, sayWay } from '../course/arriving.ts'
import { chooseTopics } from '../course/choosing.ts'
import { begin, changeGroups, finish, goBack, moveOn, namePresenter } from '../course/moving.ts'
import { bid, nameTopic, takeTopicBack, vote } from '../course/naming-topics.ts'
import { putOffReport, report } from '../course/report-back.ts'
import { answerDiscomfort, tellDiscomfort } from '../facilitating/discomfort.ts'
import { agreeNextDate, endOffer, giveRole, handOver, stepIn, takeOver } from '../facilitating/passing.ts'
import { commit, contribute, takeBack } from '../listening/contributing.ts'
import { anotherRound, finishTurn, giveTurn } from '../listening/turn-taking.ts'
import type { Asked, Command, MeetingCommand, MeetingRules } from './command.ts'
import type { MeetingEvent, MeetingFact } from './event.ts'
import { isHere, type Meeting } from './meeting.ts'
import { open } from './opening.ts'

/** The events that a command brings about, in their order; none for one that was carried out before. */
export function decide(
  command: MeetingCommand,
  meeting: Meeting | null,
  rules: MeetingRules,
): Decision<readonly MeetingEvent[]> {
  if (!rules.belongs.has(command.by)) return no('You do not belong to this set')
  if (!meeting) return command.type === 'open' ? stamped(open(command), command) : no('There is no such meeting')
  const before = meeting.done[keyOf(command)]
  if (before !== undefined)
    return before === printOf(command) ? yes([]) : no('This form was used already. Load the page again')
  if (command.type === 'open') return no('This meeting is open already')
  const may = mayCommand(command, meeting)
  if (!may.ok) return may
  const now = { ...command, at: command.at < meeting.lastAt ? meeting.lastAt : command.at }
  return stamped(carryOut(now, meeting, rules), now)
}

/** Under what a command's key is remembered: keys are their sender's own. */
export const keyOf = (command: Pick<MeetingCommand, 'by' | 'key'>): string => `${command.by}:${command.key}`

const facilitatorsOwn: ReadonlySet<Asked['type']> = new Set([
  'begin',
  'move on',
  'go back',
  'give turn',
  'another round',
  'put off report',
  'choose topics',
  'name presenter',
  'change groups',
  'give role',
  'lengthen stage',
  'lengthen meeting',
  'share out what is left',
  'resume',
  'hand over',
  'agree next date',
  'finish',
])

function mayCommand(command: MeetingCommand, meeting: Meeting): Decision {
  if (meeting.state === 'finished' && command.type !== 'answer discomfort') return no('This meeting is over')
  if (facilitatorsOwn.has(command.type) && command.by !== meeting.facilitator)
    return no('This is for the facilitator to do')
  if (command.type !== 'arrive' && !isHere(meeting, command.by)) return no('Say first that you are here')
  return yes()
}

type Deed<Type extends Asked['type']> = (
  command: Command<Type>,
  meeting: Meeting,
  rules: MeetingRules,
) => Decision<readonly MeetingFact[]>

const deeds: { readonly [Type in Exclude<Asked['type'], 'open'>]: Deed<Type> } = {
  arrive,
  leave,
  'say way': sayWay,
  'recall ground rules': recallGroundRules,
  begin,
  'move on': moveOn,
  'go back': goBack,
  'finish turn': finishTurn,
  'give turn': giveTurn,
  'another round': anotherRound,
  report,
  'put off report': putOffReport,
  'name topic': nameTopic,
  'take topic back': takeTopicBack,
  bid,
  vote,
  'choose topics': chooseTopics,
  'name presenter': namePresenter,
  'change groups': changeGroups,
  contribute,
  'take back': takeBack,
  commit,
  'give role': giveRole,
  'lengthen stage': lengthenStage,
  'lengthen meeting': lengthenMeeting,
  'share out what is left': shareOutWhatIsLeft,
  pause,
  resume,
  'tell discomfort': tellDiscomfort,
  'answer discomfort': answerDiscomfort,
  'hand over': handOver,
  'take over': takeOver,
  'end offer': endOffer,
  'step in': stepIn,
  'agree next date': agreeNextDate,
  finish,
}

function carryOut(command: MeetingCommand, meeting: Meeting, rules: MeetingRules): Decision<readonly MeetingFact[]> {
  if (command.type === 'open') return no('This meeting is open already')
  const deed = deeds[command.type] as Deed<typeof command.type>
  return deed(command as never, meeting, rules)
}

function stamped(
  decided: Decision<readonly MeetingFact[]>,
  command: MeetingCommand,
): Decision<readonly MeetingEvent[]> {
  if (!decided.ok) return decided
  const stamp = { by: command.by, at: command.at, key: command.key, print: printOf(command) }
  return yes(decided.value.map((fact) => ({ ...fact, ...stamp })))
}

/** A short print of what a command says, its moment apart: the same command sent again has the same. */
export function printOf(command: MeetingCommand): string {
  const { at: _at, ...said } = command.type === 'open' ? { ...command, format: command.format.key } : command
  const text = JSON.stringify(Object.entries(said).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  let print = 0x811c9dc5
  let other = 0x1000193
  for (let at = 0; at < text.length; at++) {
    print = Math.imul(print ^ text.charCodeAt(at), 0x01000193)
    other = Math.imul(other + text.charCodeAt(at), 0x85ebca6b) ^ (other >>> 13)
  }
  return `${(print >>> 0).toString(36)}${(other >>> 0).toString(36)}`
}
