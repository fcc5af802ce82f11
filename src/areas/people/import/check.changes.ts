// Reading and checking a file, a stretch of it at a time. Each stretch is a transaction of its own, so that progress
// shows, a crash loses little, and memory holds one stretch however large the file is.
import { CsvFault, csvReader, type CsvRecord } from '../../../platform/csv/csv.ts'
import { pieceLength } from '../../../platform/csv/csv-file.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { findCircles, nameCircle } from '../staff-file/circles.ts'
import { type KnownStaffGroup, readStaffRow, staffGroupWords, type StaffRowReading } from '../staff-file/staff-row.ts'
import { findUnits } from '../unit/unit.store.ts'
import { treeOf, type UnitId, type UnitNode } from '../unit/unit.ts'
import { type Comparison, countOutcomes, findRegisterMark, type KnownPath } from './compare.store.ts'
import { type ImportChoices, type ImportId, mostRows, readAtOnce, type StaffImport } from './import.ts'
import { findPiece, findWords, lockImport, updateChecked, updateProgress, updateState } from './import.store.ts'
import {
  allowTime,
  findManagerEdges,
  findNames,
  findUnitPaths,
  insertRows,
  noteManagersRefused,
  refuseCircle,
  refuseTakenEmails,
  refuseTwins,
  refuseUnknownManagers,
} from './rows.store.ts'

declare module '../../../platform/area.ts' {
  interface Questions {
    /** The staff groups that the policies in force know on a day; nobody answers: any word is taken. */
    'staff groups': { about: Day; answer: KnownStaffGroup }
  }
}

/** The job that goes on with a large file. */
export const checkJob = 'check-staff-import'

const stretchBytes = 6 * 1024 * 1024
const rowsAtOnce = 5_000

/** Reads the next stretch of an import that is being checked; at the end of the file judges it as a whole. */
export async function checkOn(work: Work, id: ImportId): Promise<void> {
  const one = await lockImport(work, id)
  if (!one || one.state !== 'checking' || !one.choices) return
  if (one.bytes > readAtOnce) await allowTime(work)
  try {
    const done = await readStretch(work, one, one.choices)
    if (done) await judge(work, one, one.choices)
    else await work.later(checkJob, { import: id })
  } catch (fault) {
    if (!(fault instanceof CsvFault)) throw fault
    await updateState(work, id, 'failed', `The file cannot be read from line ${fault.line} on. ${fault.message}`)
  }
}

/** True when the file has come to its end. */
async function readStretch(work: Work, one: StaffImport, choices: ImportChoices): Promise<boolean> {
  const reading = await readingOf(work, one, choices)
  const start = { byte: one.readBytes, line: one.readLine }
  const reader = csvReader({ encoding: one.encoding, delimiter: one.delimiter }, start)
  const stretch = { ...start, rows: one.readRows }
  // The next rows are read while the database writes the last ones.
  let writing: Promise<void> = Promise.resolve()
  const take = async (records: readonly CsvRecord[]) => {
    for (let at = 0; at < records.length; at += rowsAtOnce) {
      const rows = records.slice(at, at + rowsAtOnce).map(({ cells, line }) => readStaffRow(cells, line, reading))
      await writing
      writing = insertRows(work, one.id, rows)
      // A failure is met at the next await; until then it must not end the process.
      writing.catch(() => undefined)
    }
    stretch.rows += records.length
    if (stretch.rows > mostRows) throw new CsvFault(stretch.line, `More than ${mostRows} rows are too many.`)
    Object.assign(stretch, reader.place())
  }
  let read = start.byte
  for (; read < one.bytes && read - start.byte < stretchBytes; ) {
    const piece = await findPiece(work, one.id, Math.floor(read / pieceLength))
    if (!piece) throw new CsvFault(stretch.line, 'A part of the file is missing. Send it again.')
    const fresh = piece.subarray(read % pieceLength)
    read += fresh.length
    await take(reader.push(fresh))
  }
  if (read >= one.bytes) await take(reader.finish())
  await writing
  await updateProgress(work, one.id, stretch)
  return read >= one.bytes
}

async function readingOf(work: Work, one: StaffImport, choices: ImportChoices): Promise<StaffRowReading> {
  const known = await work.ask('staff groups', choices.from)
  const own = await findWords(work, 'staff group')
  return {
    mapping: choices.mapping,
    width: one.headings.length,
    staffGroups: staffGroupWords(known, own),
    staffGroupNames: known.map(({ name }) => name),
  }
}

async function judge(work: Work, one: StaffImport, choices: ImportChoices): Promise<void> {
  await refuseTwins(work, one.id)
  await refuseTakenEmails(work, one.id)
  await refuseUnknownManagers(work, one.id)
  await refuseCircles(work, one.id)
  await noteManagersRefused(work, one.id)
  await compare(work, one.id, { choices })
}

async function refuseCircles(work: Work, id: ImportId): Promise<void> {
  const circles = findCircles(await findManagerEdges(work, id)).slice(0, 200)
  if (circles.length === 0) return
  const names = await findNames(work, id, [...new Set(circles.flat())])
  for (const circle of circles) {
    const way = nameCircle(circle, (number) => names.get(number))
    await refuseCircle(work, id, circle, `Line managers go round in a circle: ${way}.`)
  }
}

/** Counts what would change, as the register is now. `fault` says why it was counted again. */
export async function compare(
  work: Work,
  id: ImportId,
  { choices, fault }: { choices: ImportChoices; fault?: string },
): Promise<void> {
  const comparison = await comparisonOf(work, id, choices)
  const units = newUnits(comparison.paths, treeOf(await findUnits(work, choices.from))).length
  const counts = { ...(await countOutcomes(work, comparison)), units }
  await updateChecked(work, id, { counts, registerMark: await findRegisterMark(work), fault })
}

/** What a comparison of this import with the register needs: the choices, and the units that its teams are. */
export async function comparisonOf(work: Work, id: ImportId, choices: ImportChoices): Promise<Comparison> {
  const tree = treeOf(await findUnits(work, choices.from))
  return { id, choices, paths: knownPaths(await findUnitPaths(work, id), tree) }
}

/**
 * Each way down beside the unit it leads to. A way that leaves levels out also finds the one unit of its last name that
 * lies below its other names, so that a file that says "Children, Riverside team" meets the tree that people keep.
 */
function knownPaths(paths: readonly string[], tree: readonly UnitNode[]): readonly KnownPath[] {
  const byName = new Map<string, { unit: UnitId; path: readonly string[] }[]>()
  for (const { unit, name, path } of tree) {
    const small = { unit, path: path.map((one) => one.toLowerCase()) }
    byName.set(name.toLowerCase(), [...(byName.get(name.toLowerCase()) ?? []), small])
  }
  return paths.map((path) => {
    const names = path.toLowerCase().split(' > ')
    const named = byName.get(names.at(-1) ?? '') ?? []
    const exact = named.find((node) => node.path.join(' > ') === names.join(' > '))
    const below = named.filter((node) => liesOn(names, node.path))
    return { path, unit: exact?.unit ?? (below.length === 1 ? (below[0]?.unit ?? null) : null) }
  })
}

/** Whether all names stand on a path in their order. */
function liesOn(names: readonly string[], path: readonly string[]): boolean {
  let next = 0
  for (const step of path) if (step === names[next]) next += 1
  return next === names.length
}

/** The units that must be made for the ways down that lead nowhere yet: each as its names from the top, parents first. */
export function newUnits(paths: readonly KnownPath[], tree: readonly UnitNode[]): readonly (readonly string[])[] {
  const known = new Set(tree.map(({ path }) => path.join(' > ').toLowerCase()))
  const fresh: string[][] = []
  for (const { path, unit } of paths) {
    const names = unit === null ? path.split(' > ') : []
    names.forEach((_, at) => {
      const way = names.slice(0, at + 1)
      const key = way.join(' > ').toLowerCase()
      if (known.has(key)) return
      known.add(key)
      fresh.push(way)
    })
  }
  return fresh
}
