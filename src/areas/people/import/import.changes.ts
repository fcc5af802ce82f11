// The deeds of an import: send a file, choose its columns, say what words mean, import, cancel.
import { csvPieces, lookAtCsv } from '../../../platform/csv/csv-file.ts'
import { no, yes, type Decision } from '../../../platform/decision.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { writeTrail } from '../../records/index.ts'
import { isAdministrator } from '../register/register.access.ts'
import { keepBefore, keepWhatChanged } from '../undoing/before.store.ts'
import { columns, mayReadWith, plainHeading } from '../staff-file/columns.ts'
import { plainWords } from '../staff-file/staff-row.ts'
import { findUnits, insertUnits } from '../unit/unit.store.ts'
import { treeOf, type UnitId } from '../unit/unit.ts'
import { checkJob, checkOn, compare, comparisonOf, newUnits } from './check.changes.ts'
import { type Comparison, findRegisterMark } from './compare.store.ts'
import {
  correctPersons,
  endMissing,
  findTouched,
  insertNewPersons,
  lockRegister,
  updateLeavers,
  writeLearning,
  writePosts,
} from './commit.store.ts'
import {
  changesOf,
  type ImportChoices,
  type ImportCounts,
  type ImportId,
  mayCancel,
  mayChooseColumns,
  mayImport,
  readAtOnce,
} from './import.ts'
import {
  deletePieces,
  findImport,
  insertImport,
  insertPiece,
  lockImport,
  markWritten,
  saveWords,
  updateChoices,
  updateState,
} from './import.store.ts'
import { allowTime, countRows, deleteRows } from './rows.store.ts'

/** The job that writes a large import. */
export const writeJob = 'write-staff-import'

const refusedWork = 'Only an administrator imports staff.'

/** Takes a file in: looks at it, keeps it in pieces. Nothing is read of its rows yet. */
export async function takeFile(work: Work, file: { name: string; path: string }): Promise<Decision<ImportId>> {
  if (!isAdministrator(work.asker)) return no(refusedWork)
  const look = await lookAtCsv(file.path)
  if (!look.ok) return { ...look, field: 'file' }
  const id = work.newId<'import'>()
  await insertImport(work, { id, fileName: file.name.slice(0, 200), ...look.value })
  let number = 0
  for await (const piece of csvPieces(file.path)) await insertPiece(work, id, number++, piece)
  return yes(id)
}

/** Chooses the columns, remembers them, and begins to read: at once when the file is small, else in the background. */
export async function chooseColumns(work: Work, id: ImportId, choices: ImportChoices): Promise<Decision> {
  if (!isAdministrator(work.asker)) return no(refusedWork)
  const one = await lockImport(work, id)
  if (!one) return no('This import is not there any more.')
  const allowed = mayChooseColumns(one)
  if (!allowed.ok) return allowed
  const readable = mayReadWith(choices.mapping, one.headings)
  if (!readable.ok) return readable
  await rememberColumns(work, one.headings, choices)
  await deleteRows(work, id)
  await updateChoices(work, one, choices)
  if (one.bytes > readAtOnce) await work.later(checkJob, { import: id })
  else await checkOn(work, id)
  return yes()
}

async function rememberColumns(work: Work, headings: readonly string[], { mapping }: ImportChoices): Promise<void> {
  const words = new Map<string, string>()
  headings.forEach((heading, at) => {
    const field = columns.find((column) => mapping[column.field] === at)?.field ?? ''
    if (plainHeading(heading) !== '') words.set(plainHeading(heading), field)
  })
  await saveWords(work, 'column', words)
}

/** Says what the file's words for staff groups mean ('' keeps a word as it stands), and reads the file again. */
export async function explainStaffGroups(
  work: Work,
  id: ImportId,
  meanings: ReadonlyMap<string, string>,
): Promise<Decision> {
  const one = await findImport(work, id)
  if (!one?.choices) return no('This import is not there any more.')
  await saveWords(work, 'staff group', new Map([...meanings].map(([word, meant]) => [plainWords(word), meant])))
  return chooseColumns(work, id, one.choices)
}

/** Imports: at once when the file is small, else in the background. */
export async function confirmImport(work: Work, id: ImportId): Promise<Decision> {
  if (!isAdministrator(work.asker)) return no(refusedWork)
  const one = await lockImport(work, id)
  if (!one) return no('This import is not there any more.')
  const allowed = mayImport(one)
  if (!allowed.ok) return allowed
  await updateState(work, id, 'importing')
  if (one.bytes > readAtOnce) await work.later(writeJob, { import: id })
  else await writeImport(work, id)
  return yes()
}

/** Writes the changes of a confirmed import, all or none. When the register or the rows changed since the preview, it is shown again. */
export async function writeImport(work: Work, id: ImportId): Promise<void> {
  const one = await lockImport(work, id)
  if (one?.state !== 'importing' || !one.choices || !one.counts) return
  if (one.bytes > readAtOnce) await allowTime(work)
  await lockRegister(work)
  if ((await countRows(work, id)) !== one.counts.rows) {
    await updateChoices(work, one, one.choices)
    await deleteRows(work, id)
    return checkOn(work, id)
  }
  if ((await findRegisterMark(work)) !== one.registerMark) {
    const fault = 'The register has changed since you looked at this preview. Look at it again, then import.'
    return compare(work, id, { choices: one.choices, fault })
  }
  await keepBefore(work, id)
  await write(work, await comparisonOf(work, id, one.choices))
  await keepWhatChanged(work, id)
  await finish(work, id, one.counts)
}

async function write(work: Work, comparison: Comparison): Promise<void> {
  const whole = { ...comparison, paths: await makeUnits(work, comparison) }
  await insertNewPersons(work, whole)
  await correctPersons(work, whole)
  // The file is compared with the register as it is before anything of it is written.
  await writePosts(work, whole)
  if (whole.choices.missingHaveLeft) await endMissing(work, whole)
  await updateLeavers(work, whole)
  await writeLearning(work, whole)
  await work.tell({ name: 'facts changed', people: await findTouched(work, whole) })
}

/** Units that the file names and the register does not have, from the day of the import or, for a first import, long before. */
async function makeUnits(work: Work, { choices, paths }: Comparison): Promise<Comparison['paths']> {
  const tree = treeOf(await findUnits(work, choices.from))
  const known = new Map(tree.map(({ unit, path }) => [path.join(' > ').toLowerCase(), unit]))
  const keyOf = (way: readonly string[]) => way.join(' > ').toLowerCase()
  const rows = newUnits(paths, tree).map((way) => {
    const unit: UnitId = work.newId<'unit'>()
    const parent = known.get(keyOf(way.slice(0, -1))) ?? null
    known.set(keyOf(way), unit)
    return { unit, name: way.at(-1) ?? '', parent, from: beforeEverything }
  })
  await insertUnits(work, rows)
  return paths.map(({ path, unit }) => ({ path, unit: unit ?? known.get(path.toLowerCase()) ?? null }))
}

// Posts of the file may have begun at any time; the units they are in must have been there then.
const beforeEverything = '1948-07-05' as Day

async function finish(work: Work, id: ImportId, counts: ImportCounts): Promise<void> {
  await updateState(work, id, 'imported')
  await markWritten(work, id, await findRegisterMark(work))
  await deleteRows(work, id)
  await deletePieces(work, id)
  const { added, changed, left, missing, units, refused } = counts
  writeTrail(work, {
    deed: 'staff imported',
    about: { kind: 'import', id },
    detail: { changes: changesOf(counts), added, changed, left, missing, units, refused },
  })
}

/** What a job could not do after several attempts: the import stands still, says so, and can be begun again or cancelled. */
export async function stopImport(work: Work, id: ImportId): Promise<void> {
  const one = await lockImport(work, id)
  if (!one || (one.state !== 'checking' && one.state !== 'importing')) return
  const what = one.state === 'checking' ? 'checked' : 'imported'
  const fault =
    `The file could not be ${what}: something went wrong on our side, several times. Nothing was written. ` +
    'Choose the columns again to start anew. If it happens again, tell those who run this service.'
  await updateState(work, id, 'failed', fault)
  writeTrail(work, { deed: 'staff import stopped', about: { kind: 'import', id }, detail: { while: one.state } })
}

/** Cancels an import before it is written; nothing of it stays but that it was there. */
export async function cancelImport(work: Work, id: ImportId): Promise<Decision> {
  if (!isAdministrator(work.asker)) return no(refusedWork)
  const one = await lockImport(work, id)
  if (!one) return no('This import is not there any more.')
  const allowed = mayCancel(one)
  if (!allowed.ok) return allowed
  await updateState(work, id, 'cancelled')
  await deleteRows(work, id)
  await deletePieces(work, id)
  writeTrail(work, { deed: 'staff import cancelled', about: { kind: 'import', id } })
  return yes()
}
