// The professionals to whom a request can be handed. Reads only.
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import { deskToday } from './desk-people.changes.ts'

/** The professionals of the desk by name, as options of a field. */
export async function advisersToChoose(work: Work, but: readonly (PersonId | null)[] = []) {
  const advisers = (await deskToday(work)).filter((one) => one.advises && !but.includes(one.person))
  const names = await namesOf(
    work,
    advisers.map((one) => one.person),
  )
  return [...names].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label))
}
