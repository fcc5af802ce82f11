// Who may contribute what now (SPEC 7.4): the stage says which kinds and who speaks, turns say when. Above all stands that
// whoever presents says nothing while listening, whoever asks and whoever would write it for them. In a small group the part
// that somebody plays in it counts. In silence, in a break and while the meeting is paused nobody contributes.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import {
  groupRolesOf,
  groupSizeOf,
  type Kind,
  type MeetingRole,
  presenterListens,
  type Speaker,
} from '../format/format.ts'
import { roleInGroup } from '../format/groups.ts'
import { isHere, type Meeting, membersHere, seatOf, stageAt, type Step } from '../meeting/meeting.ts'
import { turnHolder } from './turns.ts'

/** The group that somebody works in during a step; null where the whole set works together, or they are in none. */
export function groupOf(meeting: Meeting, step: Step, person: PersonId): readonly PersonId[] | null {
  const { part } = stageAt(meeting, step.place)
  if (groupSizeOf(part) === null || meeting.partPeople?.part !== step.place.part) return null
  const { groups } = meeting.partPeople
  // Groups that come one after the other work in front of all the others.
  if (part.repeats === 'for each group') return null
  return groups.find((group) => group.includes(person)) ?? null
}

/** The group whose turn it is where groups come one after the other; null elsewhere. */
export function groupInFront(meeting: Meeting, step: Step): readonly PersonId[] | null {
  const { part } = stageAt(meeting, step.place)
  if (part.repeats !== 'for each group' || meeting.partPeople?.part !== step.place.part) return null
  return meeting.partPeople.groups[step.place.round] ?? null
}

/** Who presents to somebody: of the whole set, or of the group they work in; null when nobody does. */
export function presenterFor(meeting: Meeting, step: Step, person: PersonId): PersonId | null {
  const group = groupOf(meeting, step, person) ?? groupInFront(meeting, step)
  if (!group) return step.presenter
  return group.find((one) => isPresenting(roleOfMember(meeting, step, group, one))) ?? null
}

const isPresenting = (role: MeetingRole | null): boolean => role === 'presenter' || role === 'client'

function roleOfMember(meeting: Meeting, step: Step, group: readonly PersonId[], person: PersonId): MeetingRole | null {
  const { part } = stageAt(meeting, step.place)
  const roles = groupRolesOf(part)
  const rotates = part.repeats === 'for each member' || part.stages.some((stage) => stage.rotates)
  const round = part.repeats === 'for each group' ? 0 : step.place.round
  return roleInGroup(group, person, {
    round,
    roles: roles.some(isPresenting) ? roles : ['presenter', ...roles],
    rotates,
  })
}

/** The role that somebody has in a step: in their group, as the presenter, given to them, or theirs in turn. */
export function roleOf(meeting: Meeting, step: Step, person: PersonId): MeetingRole | null {
  const group = groupOf(meeting, step, person)
  if (group) return roleOfMember(meeting, step, group, person)
  if (presenterFor(meeting, step, person) === person) return 'presenter'
  if (meeting.facilitator === person) return 'facilitator'
  const { part } = stageAt(meeting, step.place)
  const roles = [...new Set(part.stages.flatMap((stage) => stage.roles))]
  const given = (Object.keys(meeting.roles) as MeetingRole[]).find((role) => meeting.roles[role] === person)
  return given ?? roles.find((role) => roleHolder(meeting, step, role) === person) ?? null
}

/** Who has a role in the whole set: whom it was given to, or, where roles pass on, whose turn it is; null when nobody has. */
export function roleHolder(meeting: Meeting, step: Step, role: MeetingRole): PersonId | null {
  if (isPresenting(role)) return step.presenter
  if (role === 'facilitator') return meeting.facilitator
  const given = meeting.roles[role]
  if (given && isHere(meeting, given)) return given
  const { part } = stageAt(meeting, step.place)
  if (!part.stages.some((stage) => stage.rotates)) return null
  const roles = [...new Set(part.stages.flatMap((stage) => stage.roles))].filter((one) => !isPresenting(one))
  const people = membersHere(meeting).filter((person) => person !== step.presenter)
  const at = roles.indexOf(role)
  return at === -1 || people.length === 0 ? null : (people[(at + step.place.round) % people.length] ?? null)
}

/** Whether somebody is in listening mode: they present, and this stage has them listen or look away (SPEC 7.4). */
export const isListening = (meeting: Meeting, step: Step, person: PersonId): boolean =>
  presenterListens(stageAt(meeting, step.place).stage) && presenterFor(meeting, step, person) === person

/** Whether the stage lets somebody speak, turns apart. */
export function maySpeak(meeting: Meeting, step: Step, person: PersonId): boolean {
  const { stage } = stageAt(meeting, step.place)
  if (stage.silence || isListening(meeting, step, person)) return false
  return stage.speaks.some((speaker) => isSpeaker(meeting, step, { person, speaker }))
}

function isSpeaker(meeting: Meeting, step: Step, { person, speaker }: { person: PersonId; speaker: Speaker }): boolean {
  const { part } = stageAt(meeting, step.place)
  const sideBySide = groupSizeOf(part) !== null && part.repeats !== 'for each group'
  if (sideBySide && !groupOf(meeting, step, person)) return speaker === 'facilitator' && meeting.facilitator === person
  const presents = presenterFor(meeting, step, person) === person
  switch (speaker) {
    case 'nobody':
      return false
    case 'everyone':
    case 'one at a time':
      return true
    case 'members':
      return !presents
    case 'presenter':
    case 'client':
      return presents
    case 'facilitator':
      return meeting.facilitator === person
    case 'each group':
      return sideBySide || (groupInFront(meeting, step)?.includes(person) ?? false)
    default:
      return roleOf(meeting, step, person) === speaker
  }
}

/** Whether somebody may contribute a kind in a step; why not, in words for them. */
export function mayContribute(
  meeting: Meeting,
  step: Step,
  { person, kind }: { person: PersonId; kind: Kind },
): Decision {
  const { stage } = stageAt(meeting, step.place)
  if (isListening(meeting, step, person)) return no('You are listening now. You can answer when this time ends')
  if (step.clock.pausedAt) return no('The meeting is paused. Keep your words; you can send them when it goes on')
  if (stage.silence) return no('This is a time of silence. Nothing is contributed now')
  if (!stage.contributions.includes(kind)) return no(notNow(stage.contributions))
  if ((kind === 'topic' || kind === 'bid') && seatOf(meeting, person)?.as === 'facilitator')
    return no('The facilitator looks after the process and brings no topic')
  if (kind === 'topic' && meeting.choice) return no('The topics are chosen already')
  if (!maySpeak(meeting, step, person)) return no('It is for others to contribute in this stage')
  const anyTime = kind === 'vote' || kind === 'bid'
  const holder = step.turns && !anyTime ? turnHolder(meeting, step.turns) : null
  if (step.turns && !anyTime && holder?.person !== person) return no('It is not your turn now')
  const limit = stage.perPerson
  const sent = meeting.contributions.filter((one) => one.step === step.number && one.person === person).length
  return limit !== null && sent >= limit ? no(`Each person contributes ${times(limit)} in this stage`) : yes()
}

const times = (limit: number): string => (limit === 1 ? 'once' : limit === 2 ? 'twice' : `at most ${limit} times`)

const notNow = (kinds: readonly Kind[]): string =>
  kinds.length === 0 ? 'Nothing is written down in this stage' : `This stage is for something else: ${kinds.join(', ')}`
