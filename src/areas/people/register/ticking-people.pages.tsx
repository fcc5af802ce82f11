// Finding several people by a search and ticking them, as forms with the fields `people-search` and `people` do.
import type { FormState, Option } from '../../../design/index.ts'
import { parseId, type PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf, searchPeople } from './person.store.ts'

const MOST_TICKED = 50
const MOST_FOUND = 20

/**
 * The boxes of such a form: those found now without `leftOut`, after those ticked before, who stay. As long as nobody was
 * found there is no box to tick, so the fault stands beside the search.
 */
export async function peopleToTick(
  work: Work,
  given: FormState,
  leftOut: ReadonlySet<PersonId>,
): Promise<{ readonly options: readonly Option[]; readonly state: FormState }> {
  const { typed } = given
  const ticked = [typed.people ?? []].flat().flatMap((one) => parseId<'person'>(one) ?? [])
  const names = await namesOf(work, ticked.slice(0, MOST_TICKED))
  const text = String(typed['people-search'] ?? '')
    .trim()
    .slice(0, 100)
  const found =
    text === '' ? [] : (await searchPeople(work, { text, day: work.today, most: MOST_FOUND, skip: 0 })).people
  const others = found.filter((one) => !leftOut.has(one.id) && !names.has(one.id))
  const options = [
    ...[...names].map(([value, label]: [PersonId, string]) => ({ value, label })),
    ...others.map((one) => ({ value: one.id, label: one.name, hint: one.unit ?? undefined })),
  ]
  return { options, state: options.length === 0 ? { ...given, errors: given.errors.map(toTheSearch) } : given }
}

const toTheSearch = (error: FormState['errors'][number]): FormState['errors'][number] =>
  error.field === 'people' ? { ...error, field: 'people-search', input: 'people-search' } : error
