// An import of staff can be undone (SPEC 1.1): only the last one, while nobody has changed the register since and nothing
// else rests on the people and units that it brought. Nothing is removed: the register says what it said before, and what
// was known in between can still be had as of then.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { StaffImport } from '../import/import.ts'

/** How things stand since an import: how the register stands now, and what rests on what it brought, in a few words. */
export type Since = { readonly mark: string; readonly built: string | null }

/** Whether an import may be undone now. */
export function mayUndo(one: Pick<StaffImport, 'state' | 'markAfter' | 'writtenAt'>, since: Since): Decision {
  if (one.state === 'undone') return no('This import was undone already.')
  if (one.state !== 'imported' && one.state !== 'undoing') return no('Nothing was imported that could be undone.')
  if (one.writtenAt === null || one.markAfter === '') return no('This import was made before imports could be undone.')
  if (one.markAfter !== since.mark) return no('The register has changed since. Correct what is wrong by hand.')
  if (since.built !== null) return no(`It cannot be undone any more: ${since.built}. Correct what is wrong by hand.`)
  return yes()
}
