// Whose turn it is (SPEC 7.3, 7.10): one after the other in the order of the seats, beginning after the presenter; in the order
// of the bids; or as the facilitator calls them. Those who have left are passed over, those who come late wait at the end. In
// small groups, and where everybody may speak freely, nobody waits for a turn.
import type { PersonId } from '../../../platform/ids.ts'
import { groupSizeOf, presenterListens, type Stage } from '../format/format.ts'
import { inOrderOfBids } from '../course/rounds.ts'
import { isHere, type Meeting, membersHere, type Place, stageAt, type Turns } from '../meeting/meeting.ts'

/** The people who have a turn in the stage at a place, in order; null where nobody waits for one. */
export function turnOrder(meeting: Meeting, place: Place, presenter: PersonId | null): readonly PersonId[] | null {
  const { part, stage } = stageAt(meeting, place)
  if (groupSizeOf(part) !== null || !goesInTurns(stage)) return null
  const withPresenter = !presenterListens(stage) && stage.speaks.some((one) => one !== 'members')
  const people = membersHere(meeting).filter((person) => withPresenter || person !== presenter)
  if (stage.order === 'by bid') return inOrderOfBids(meeting, people)
  if (stage.order === 'chosen by facilitator') return people
  return beginningAt(people, startSeat(meeting, people, presenter, place))
}

const wide: readonly string[] = ['members', 'everyone', 'one at a time']

function goesInTurns(stage: Stage): boolean {
  if (!stage.speaks.some((one) => wide.includes(one)) || stage.silence) return false
  return stage.order !== 'free' || stage.speaks.includes('one at a time')
}

function startSeat(meeting: Meeting, people: readonly PersonId[], presenter: PersonId | null, place: Place): number {
  if (presenter === null) return place.round
  const seats = meeting.seats.map((seat) => seat.person)
  const from = seats.indexOf(presenter)
  const after = people.findIndex((person) => seats.indexOf(person) > from)
  return after === -1 ? 0 : after
}

const beginningAt = (people: readonly PersonId[], seat: number): readonly PersonId[] => {
  const at = people.length === 0 ? 0 : seat % people.length
  return [...people.slice(at), ...people.slice(0, at)]
}

/** Whose turn it is, and where in the order; null when everybody has had theirs, or nobody has been called yet. */
export function turnHolder(
  meeting: Meeting,
  turns: Turns,
): { readonly person: PersonId; readonly turn: number } | null {
  if (turns.at < 0) return null
  const turn = turns.order.findIndex((person, at) => at >= turns.at && isHere(meeting, person))
  const person = turns.order[turn]
  return person === undefined ? null : { person, turn }
}
