// Who works with whom while groups are at work, in words for the one whose page it is (SPEC 7.10).
import type { PersonId } from '../../../platform/ids.ts'
import type { MeetingShown } from './shown.view.ts'
import { namesInWords } from './words.view.ts'

/** One's own group; all of them for whoever is in none, and on the screen of the room. Empty where the whole set works together. */
export function groupsNow(shown: MeetingShown): readonly string[] {
  const { view, groups, shared } = shown
  if (!view.stage || groups.length === 0) return []
  const words = (people: readonly PersonId[]) => namesInWords(people, withRole(shown))
  if (view.group && !shared) return [`You work with ${words(view.group.filter((one) => one !== view.me.person))}.`]
  return groups.map((group, at) => `Group ${at + 1}: ${words(group)}.`)
}

/** "Chidi (client)" */
const withRole =
  ({ view, nameOf }: MeetingShown) =>
  (person: PersonId): string => {
    const role = [view.me, ...view.others].find((one) => one.person === person)?.role
    return role ? `${nameOf(person)} (${role})` : nameOf(person)
  }
