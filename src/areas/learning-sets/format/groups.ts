// Small groups within a set, such as rounds of three (SPEC 7.10): people are put together in the order in which they sit, in
// groups of the size that the format asks for; where it does not come out even a group has one more, and only where that is
// not enough one fewer. In each round the roles pass on by one, so that everybody takes each in turn. Who comes late joins
// the smallest group.
import type { PersonId } from '../../../platform/ids.ts'
import type { MeetingRole } from './format.ts'

/** The people in groups; none is larger than the size asked for and one. */
export function formGroups(people: readonly PersonId[], size: number): readonly (readonly PersonId[])[] {
  if (people.length === 0) return []
  const whole = Math.max(1, Math.floor(people.length / size))
  const count = people.length > whole * (size + 1) ? Math.ceil(people.length / size) : whole
  return Array.from({ length: count }, (_, at) => people.filter((_person, seat) => seat % count === at))
}

/** The groups with one more person in the smallest of them. */
export function joinSmallest(
  groups: readonly (readonly PersonId[])[],
  person: PersonId,
): readonly (readonly PersonId[])[] {
  if (groups.some((group) => group.includes(person))) return groups
  const least = Math.min(...groups.map((group) => group.length))
  const at = groups.findIndex((group) => group.length === least)
  return at === -1 ? [[person]] : groups.map((group, one) => (one === at ? [...group, person] : group))
}

/** The role of somebody in their group in one round; who is left over takes the last role, or coaches. Null: the group has had its rounds. */
export function roleInGroup(
  group: readonly PersonId[],
  person: PersonId,
  at: { readonly round: number; readonly roles: readonly MeetingRole[]; readonly rotates: boolean },
): MeetingRole | null {
  const seat = group.indexOf(person)
  if (seat === -1 || at.round >= group.length) return null
  const place = at.rotates ? (seat - at.round + group.length) % group.length : seat
  const last = at.roles.length > 1 ? at.roles.length - 1 : place
  return at.roles[Math.min(place, last)] ?? 'coach'
}
