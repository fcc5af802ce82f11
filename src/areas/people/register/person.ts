// A person is somebody on the staff of one organisation: permanent, bank, agency, locum, contracted or temporary alike
// (SPEC 1.3). Name, work e-mail and staff number belong to the person; everything that may change with time
// (unit, staff group, hours, line manager) belongs to their posts. A person who has left stays, with the last day.
import { no, yes, type Decision } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'

export type Person = {
  readonly id: PersonId
  readonly name: string
  readonly staffNumber: string | null
  readonly email: string | null
  /** The last day at the organisation; null while the person works here. */
  readonly leftOn: Day | null
  readonly version: number
}

/** One line of a search: what any member of staff may see of any other. */
export type PersonFound = {
  readonly id: PersonId
  readonly name: string
  readonly unit: string | null
  readonly staffGroup: string | null
  /** Shown to administrators only. */
  readonly staffNumber: string | null
  readonly leftOn: Day | null
}

export type PersonDetails = {
  readonly name: string
  readonly staffNumber: string | null
  readonly email: string | null
}

/** Whether somebody works here on a day. */
export const worksHereOn = (person: Pick<Person, 'leftOn'>, day: Day): boolean =>
  person.leftOn === null || person.leftOn >= day

const emailShape = /^[^\s@,;<>()]+@[^\s@,;<>()]+\.[^\s@.,;<>()]{2,}$/

/** Whether a text can be an e-mail address: one @, something on both sides, a dot in the last part, at most 254 letters. */
export const isEmail = (text: string): boolean => text.length <= 254 && emailShape.test(text)

// Control and formatting characters that no name has; right-to-left letters, marks, joiners and emoji are names' business.
const unwelcome = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\u202a-\u202e\u2066-\u2069]/

/** Whether a text holds characters that cannot be seen and do not belong in a name or a word of a file. */
export const hasControlCharacters = (text: string): boolean => unwelcome.test(text)

/** A name as it is kept: no doubled or outer spaces, 1 to 200 letters. */
export function readName(text: string): Decision<string> {
  const name = text.replace(/\s+/g, ' ').trim()
  if (name === '') return no('The name is missing.', 'name')
  if (name.length > 200) return no('The name is longer than 200 letters.', 'name')
  if (hasControlCharacters(name)) return no('The name has characters in it that cannot be seen.', 'name')
  return yes(name)
}
