// Adopting, drafting, approving and withdrawing policy versions. Each deed leaves its line on the trail.
import { AskedOnce } from '../../../platform/database/statements/asked-once.ts'
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import type { LineFault } from '../../../platform/yaml/yaml.ts'
import { thing, writeTrail } from '../../records/index.ts'
import { readPack } from '../check/pack-reading.ts'
import { type Policy, policyOf } from './policy.ts'
import { type InForce, mayApprove, type PolicyVersionId } from './version.ts'
import {
  findInForce,
  findVersion,
  findVersions,
  insertDraft,
  lockPack,
  markApproved,
  markWithdrawn,
  updateDraft,
} from './version.store.ts'

/** All packs in force on a day, as one policy (SPEC 2.1). */
export const policyOn = async (work: Work, day: Day = work.today): Promise<Policy> =>
  policyOf(await policyHistory(work), day)

/** Every approved version with its days, for reckoning with the past. */
export function policyHistory(work: Work): Promise<readonly InForce[]> {
  return histories.ask(work, work.organisation, () => findInForce(work))
}

/** Looked up once in a transaction, until it changes them. */
const histories = new AskedOnce<readonly InForce[]>()

export type Drafted = { ok: true; id: PolicyVersionId } | { ok: false; faults: readonly LineFault[] }

/** Starts a draft from the text of a pack: a shipped one, an imported file, or a copy of the version in force. */
export async function draftVersion(work: Work, text: string, note = ''): Promise<Drafted> {
  const reading = readPack(text)
  if (!reading.ok) return { ok: false, faults: reading.faults }
  const id = work.newId<'policy version'>()
  await insertDraft(work, id, reading.pack, text, note)
  writeTrail(work, { deed: 'policy drafted', about: thing('policy version', id) })
  return { ok: true, id }
}

/** Saves a draft; refuses with 'stale' when somebody saved it since it was opened. */
export async function saveDraft(
  work: Work,
  id: PolicyVersionId,
  what: { revision: number; text: string; note: string },
): Promise<{ ok: true } | { ok: false; faults: readonly LineFault[] } | { ok: false; stale: true }> {
  const reading = readPack(what.text)
  if (!reading.ok) return { ok: false, faults: reading.faults }
  if (!(await updateDraft(work, id, what.revision, reading.pack, what.text, what.note)))
    return { ok: false, stale: true }
  writeTrail(work, { deed: 'policy draft saved', about: thing('policy version', id) })
  return { ok: true }
}

/** Puts a draft in force from a day. `anyApprovers`: somebody in the organisation holds an approving role. */
export async function approveVersion(
  work: Work,
  id: PolicyVersionId,
  what: { revision: number; from: Day; anyApprovers: boolean },
): Promise<Decision> {
  const version = await findVersion(work, id)
  if (!version) return no('There is no such version.')
  await lockPack(work, version.packKey)
  const others = (await findVersions(work, version.packKey)).filter((other) => other.status === 'approved')
  const { person, roles } = work.asker
  const firstOfPack = others.length === 0
  const may = mayApprove(version, {
    person,
    roles,
    anyApprovers: what.anyApprovers,
    today: work.today,
    from: what.from,
    firstOfPack,
  })
  if (!may.ok) return may
  if (others.some((other) => other.inForceFrom === what.from)) {
    return no('Another version of this policy begins on that day. Choose another day.', 'from')
  }
  if (!(await markApproved(work, id, what.revision, what.from)))
    return no('Somebody changed this draft after you opened it. Look at it again, then approve it.')
  writeTrail(work, { deed: 'policy approved', about: thing('policy version', id), detail: { from: what.from } })
  await tellChanged(work)
  return yes()
}

/** Gives up a draft, or takes back an approved version that has not begun. */
export async function withdrawVersion(work: Work, id: PolicyVersionId): Promise<Decision> {
  const version = await findVersion(work, id)
  if (!version) return no('There is no such version.')
  await lockPack(work, version.packKey)
  if (version.status === 'approved' && version.inForceFrom !== null && version.inForceFrom <= work.today) {
    return no('This version is in force. Draft a new one to change it.')
  }
  await markWithdrawn(work, id)
  writeTrail(work, { deed: 'policy withdrawn', about: thing('policy version', id) })
  if (version.status === 'approved') await tellChanged(work)
  return yes()
}

async function tellChanged(work: Work): Promise<void> {
  histories.forget(work, work.organisation)
  await work.tell({ name: 'policy changed' })
}
