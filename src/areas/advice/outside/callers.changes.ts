// What to call whoever asked, in the register or not. Reads only.
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import type { AdviceRequest } from '../request/request.ts'
import { findOutsiders } from './outsider.store.ts'

/** The name of whoever asked each of these requests, for those who may know of it. */
export async function callerNames(
  work: Work,
  requests: readonly AdviceRequest[],
  nameOf: (person: PersonId) => string,
): Promise<(request: AdviceRequest) => string> {
  const outside = requests.filter(({ caller }) => caller === null).map(({ id }) => id)
  const outsiders = await findOutsiders(work, outside)
  return ({ caller, id }) =>
    caller === null ? `${outsiders.get(id)?.name ?? 'Somebody'} (not in the register)` : nameOf(caller)
}
