// Opening a meeting (SPEC 7.3): the set, the format as the policy has it that day, who belongs to it, what is still open of
// what people promised, and topics that earlier meetings did not reach. From then on people can arrive.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Command } from './command.ts'
import type { MeetingFact } from './event.ts'

const SHORTEST = 10
const LONGEST = 600

/** The meeting is opened, with exactly one facilitator. */
export function open(command: Command<'open'>): Decision<readonly MeetingFact[]> {
  const { set, format, startsAt, minutes, people, commitments, waiting } = command
  const persons = people.map((one) => one.person)
  if (new Set(persons).size !== persons.length) return no('Somebody is named twice')
  if (people.filter((one) => one.as === 'facilitator').length !== 1) return no('A meeting has one facilitator')
  if (people.filter((one) => one.as === 'deputy').length > 1) return no('A meeting has one deputy at most')
  if (!persons.includes(command.by)) return no('Only somebody of the set opens its meeting')
  if (!Number.isInteger(minutes) || minutes < SHORTEST || minutes > LONGEST)
    return no(`A meeting lasts from ${SHORTEST} to ${LONGEST} minutes`, 'minutes')
  if (format.parts.length === 0) return no('This format has no stages')
  return yes([{ type: 'meeting opened', set, format, startsAt, minutes, people, commitments, waiting }])
}
