// Somebody who is not in the register rings the desk, and is found in it later (SPEC 8.2, 8.3).
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { thing, writeTrail } from '../../records/index.ts'
import { countAsSupervision } from '../recording/counting.changes.ts'
import { doerOf } from '../request/request.access.ts'
import { askForAdvice, type Asked } from '../request/request.changes.ts'
import type { RequestId } from '../request/request.ts'
import { addEntry, findRequest } from '../request/request.store.ts'
import { link, type Outsider } from './outsider.ts'
import { addOutsider, findOutsiders, saveLink } from './outsider.store.ts'

export type AskedOutside = Omit<Asked, 'caller'> & { readonly who: Pick<Outsider, 'name' | 'role' | 'place'> }

/** The desk takes the details of somebody who is not in the register. SPEC 8.2. */
export async function askFromOutside(work: Work, { who, ...asked }: AskedOutside): Promise<Decision<RequestId>> {
  const done = await askForAdvice(work, { ...asked, caller: null })
  if (done.ok) await addOutsider(work, done.value, who)
  return done
}

/** They are in the register now: what was advised counts as theirs, by who and when alone, and opens nothing to them. SPEC 8.3. */
export async function linkCaller(work: Work, id: RequestId, { to }: { to: PersonId }): Promise<Decision> {
  const request = await findRequest(work, id)
  const outsider = (await findOutsiders(work, [id])).get(id)
  if (!request || !outsider) return no('There is no such request')
  const decision = link(request, doerOf(work.asker), { outsider, to })
  if (!decision.ok) return decision
  if (!(await saveLink(work, id, to))) return no('Somebody has found them in the register already')
  await addEntry(work, id, { kind: 'found in the register', person: to })
  writeTrail(work, { deed: 'caller found in the register', about: thing('advice request', id), detail: { person: to } })
  const { adviser, advisedAt } = request
  if (adviser !== null && advisedAt !== null)
    await countAsSupervision(work, { caller: to, adviser, minutes: outsider.minutes ?? 0, at: advisedAt })
  return yes()
}
