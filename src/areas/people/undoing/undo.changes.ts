// Undoing an import: judged anew when it is done, at once when the file was small, else in the background. All or nothing.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { writeTrail } from '../../records/index.ts'
import { lockRegister } from '../import/commit.store.ts'
import { findRegisterMark } from '../import/compare.store.ts'
import { findImport, lockImport, updateState } from '../import/import.store.ts'
import { type ImportId, readAtOnce, type StaffImport } from '../import/import.ts'
import { allowTime } from '../import/rows.store.ts'
import { isAdministrator } from '../register/register.access.ts'
import type { UnitId } from '../unit/unit.ts'
import {
  findAdded,
  findMade,
  hasRegisterOf,
  restorePersons,
  restorePosts,
  supersedeRest,
  type Written,
} from './undo.store.ts'
import { mayUndo, type Since } from './undo.ts'

declare module '../../../platform/area.ts' {
  interface Questions {
    /** What later areas have of people or units that an import brought, in words: 'somebody whom it added has a session'. */
    'what rests on an import': {
      about: { readonly people: readonly PersonId[]; readonly units: readonly UnitId[] }
      answer: string
    }
  }
}

/** The job that undoes a large import. */
export const undoJob = 'undo-staff-import'

/** Whether an import may be undone as things stand. */
export async function canUndo(work: Work, one: StaffImport): Promise<Decision> {
  const written = writtenOf(one)
  if (!written) return mayUndo(one, { mark: '', built: null })
  return mayUndo(one, await since(work, written))
}

async function since(work: Work, written: Written): Promise<Since> {
  const mark = await findRegisterMark(work)
  const brought = { people: await findAdded(work, written.id), units: await findMade(work, written) }
  if (await hasRegisterOf(work, written, brought))
    return { mark, built: 'somebody or a team that it brought has a role, an absence or a lead' }
  return { mark, built: (await work.ask('what rests on an import', brought))[0] ?? null }
}

const writtenOf = ({ id, writtenAt, choices }: StaffImport): Written | null =>
  writtenAt && choices ? { id, writtenAt, from: choices.from } : null

/** Undoes an import: the register says again what it said before. SPEC 1.1. */
export async function undoImport(work: Work, id: ImportId): Promise<Decision> {
  if (!isAdministrator(work.asker)) return no('Only an administrator undoes an import.')
  const one = await lockImport(work, id)
  if (!one) return no('This import is not there any more.')
  const allowed = await canUndo(work, one)
  if (!allowed.ok) return allowed
  if (one.bytes <= readAtOnce) return takeBack(work, one)
  await updateState(work, id, 'undoing')
  await work.later(undoJob, { import: id })
  return yes()
}

/** The job's part: judged once more, for others may have written while it waited. */
export async function undoOn(work: Work, id: ImportId): Promise<void> {
  await allowTime(work)
  const one = await lockImport(work, id)
  if (one?.state !== 'undoing') return
  const done = await takeBack(work, one)
  if (!done.ok) await updateState(work, id, 'imported', done.reason)
}

/** What a job could not do after several attempts: the import stands as it was written, and says so. */
export async function stopUndoing(work: Work, id: ImportId): Promise<void> {
  const one = await findImport(work, id)
  if (one?.state === 'undoing') await updateState(work, id, 'imported', 'It could not be undone. Nothing was changed.')
}

async function takeBack(work: Work, one: StaffImport): Promise<Decision> {
  await lockRegister(work)
  const allowed = await canUndo(work, one)
  const written = writtenOf(one)
  if (!allowed.ok || !written) return allowed
  const people = new Set(await restorePosts(work, written))
  await restorePersons(work, written)
  for (const person of await supersedeRest(work, written)) people.add(person)
  await updateState(work, one.id, 'undone')
  writeTrail(work, {
    deed: 'staff import undone',
    about: { kind: 'import', id: one.id },
    detail: { people: people.size },
  })
  await work.tell({ name: 'facts changed', people: [...people] })
  return yes()
}
