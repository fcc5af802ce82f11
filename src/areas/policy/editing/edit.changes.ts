// Saving a part of a draft: the typed values become edits of its text, which is read and checked whole before it is kept.
import type { Work } from '../../../platform/work.ts'
import { editYaml, type YamlEdit } from '../../../platform/yaml/yaml-edit.ts'
import { readYaml } from '../../../platform/yaml/yaml.ts'
import { type PackFault, readPack } from '../check/pack-reading.ts'
import { comparePacks, type Difference } from '../reading/compare.ts'
import { draftVersion, saveDraft } from '../version/version.changes.ts'
import { packOf } from '../version/version.store.ts'
import type { PolicyVersion, PolicyVersionId } from '../version/version.ts'

type WithText = PolicyVersion & { readonly text: string }

export type Saved =
  | { readonly ok: true }
  | { readonly ok: false; readonly faults: readonly PackFault[] }
  /** Somebody saved meanwhile: what saving now would change in theirs. */
  | { readonly ok: false; readonly stale: true; readonly theirs: readonly Difference[] }

/** Makes edits in a draft that was opened at `revision` (SPEC 2.1, 14.5). Nothing to change is saved already. */
export async function saveEdits(
  work: Work,
  version: WithText,
  what: { revision: number; edits: readonly YamlEdit[] },
): Promise<Saved> {
  if (what.revision !== version.revision) return staleSave(version, what.edits)
  if (what.edits.length === 0) return { ok: true }
  const text = editYaml(version.text, what.edits)
  const saved = await saveDraft(work, version.id, { revision: what.revision, text, note: version.note })
  return 'stale' in saved ? staleSave(version, what.edits) : saved
}

function staleSave(version: WithText, edits: readonly YamlEdit[]): Saved {
  const mine = readPack(editYaml(version.text, edits))
  return { ok: false, stale: true, theirs: mine.ok ? comparePacks(packOf(version.text), mine.pack) : [] }
}

/** A new draft that says the same as this version, under the next number. Gives back the open draft when there is one. */
export async function draftFrom(
  work: Work,
  version: WithText,
  openDraft: PolicyVersion | undefined,
): Promise<PolicyVersionId> {
  if (openDraft) return openDraft.id
  const text = editYaml(version.text, [{ path: ['version'], value: nextLabel(version.label) }])
  const draft = await draftVersion(work, text, `Changes to version ${version.label}`.slice(0, 200))
  if (!draft.ok) throw new Error('A stored policy version no longer reads as a pack')
  return draft.id
}

/** '1' is followed by '2', '2.9' by '2.10', 'January' by 'January, changed'. */
export function nextLabel(label: string): string {
  const number = /^(.*?)(\d+)$/.exec(label)
  return number ? `${number[1]}${Number(number[2]) + 1}` : `${label}, changed`.slice(0, 40)
}

/** The faults of a whole text, and whether it could be read so far as to be compared. */
export const faultsOfText = (text: string): readonly PackFault[] => {
  const yaml = readYaml(text)
  if (!yaml.ok) return yaml.faults
  const reading = readPack(text)
  return reading.ok ? [] : reading.faults
}
