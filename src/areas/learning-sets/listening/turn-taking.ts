// Passing the turn on (SPEC 7.3): whoever has it says that they have finished, or the facilitator passes it on, calls somebody,
// or begins another round. No clock takes a turn away. A turn that was passed on from another tab is not passed on twice.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Command } from '../meeting/command.ts'
import type { MeetingFact } from '../meeting/event.ts'
import { isHere, type Meeting, stageAt } from '../meeting/meeting.ts'
import { mayWriteFor } from './contributing.ts'
import { turnHolder } from './turns.ts'

const noTurns = 'Nobody waits for a turn in this stage'

/** The turn passes to the next. */
export function finishTurn(command: Command<'finish turn'>, meeting: Meeting): Decision<readonly MeetingFact[]> {
  const turns = meeting.step?.turns
  if (!turns || meeting.step?.number !== command.step) return no(noTurns)
  const holder = turnHolder(meeting, turns)
  if (!holder || holder.turn !== command.turn || turns.lap !== command.lap) return no('The turn has passed on already')
  if (command.by !== meeting.facilitator && !mayWriteFor(meeting, command.by, holder.person).ok)
    return no('It is not your turn now')
  const called = stageAt(meeting, meeting.step.place).stage.order === 'chosen by facilitator'
  return yes([{ type: 'turn given', order: turns.order, turn: called ? -1 : holder.turn + 1, lap: turns.lap }])
}

/** The facilitator calls somebody: they are next, and the others keep their order. */
export function giveTurn(command: Command<'give turn'>, meeting: Meeting): Decision<readonly MeetingFact[]> {
  const turns = meeting.step?.turns
  if (!turns) return no(noTurns)
  if (!isHere(meeting, command.to) || !turns.order.includes(command.to))
    return no('Choose somebody whose turn it can be', 'to')
  const had = turns.order.slice(0, Math.max(0, turns.at)).filter((person) => person !== command.to)
  const waiting = turns.order.slice(Math.max(0, turns.at)).filter((person) => person !== command.to)
  return yes([{ type: 'turn given', order: [...had, command.to, ...waiting], turn: had.length, lap: turns.lap }])
}

/** Everybody has a turn once more. */
export function anotherRound(command: Command<'another round'>, meeting: Meeting): Decision<readonly MeetingFact[]> {
  const turns = meeting.step?.turns
  if (!turns) return no(noTurns)
  if (turns.lap !== command.lap) return no('Another round has begun already')
  return yes([{ type: 'turn given', order: turns.order, turn: 0, lap: turns.lap + 1 }])
}
