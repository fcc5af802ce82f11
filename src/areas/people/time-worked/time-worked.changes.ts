// Taking a file of time worked, and writing it: all its good rows in one transaction. Figures follow.
import { CsvFault, csvReader } from '../../../platform/csv/csv.ts'
import { csvPieces, lookAtCsv } from '../../../platform/csv/csv-file.ts'
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Work } from '../../../platform/work.ts'
import { thing, writeTrail } from '../../records/index.ts'
import { isAdministrator } from '../register/register.access.ts'
import {
  columnsFault,
  findColumns,
  type Judged,
  judge,
  type ReadRow,
  type RefusedTime,
  readRow,
  type TimeFileId,
} from './time-worked.ts'
import {
  endTimeFile,
  findByStaffNumber,
  findTimeFile,
  insertTimeFile,
  saveTimeWorked,
  type TimeFile,
  timeWorkedOf,
} from './time-worked.store.ts'

const mostTimeRows = 50_000
const refusedWork = 'Only an administrator imports time worked.'

/** Reads a CSV file of time worked and keeps its rows for a look; nothing is recorded yet (SPEC 1.1, 2.3). */
export async function takeTimeFile(work: Work, file: { name: string; path: string }): Promise<Decision<TimeFileId>> {
  if (!isAdministrator(work.asker)) return no(refusedWork)
  const look = await lookAtCsv(file.path)
  if (!look.ok) return { ...look, field: 'file' }
  const columns = findColumns(look.value.headings)
  const fault = columnsFault(columns)
  if (fault) return no(fault, 'file')
  const reader = csvReader(look.value, look.value.rowsFrom)
  const [rows, refused]: [ReadRow[], RefusedTime[]] = [[], []]
  const keep = ({ line, cells }: { line: number; cells: readonly string[] }) => {
    if (cells.every((cell) => cell.trim() === '')) return
    const read = readRow(cells, columns, { line, today: work.today })
    if ('reason' in read) refused.push(read)
    else rows.push(read)
  }
  try {
    let skip = look.value.rowsFrom.byte
    for await (const piece of csvPieces(file.path)) {
      reader.push(piece.subarray(Math.min(skip, piece.length))).forEach(keep)
      skip = Math.max(0, skip - piece.length)
      if (rows.length + refused.length > mostTimeRows)
        return no('The file has more than 50,000 rows. Split it.', 'file')
    }
    reader.finish().forEach(keep)
  } catch (fault) {
    if (fault instanceof CsvFault) return no(`Line ${fault.line}: ${fault.message}`, 'file')
    throw fault
  }
  const id = work.newId<'file'>()
  await insertTimeFile(work, { id, fileName: file.name.slice(0, 200), rows, refused })
  return yes(id)
}

/** What a file would do to what is recorded now. */
export async function judgeTimeFile(work: Work, file: TimeFile): Promise<Judged> {
  const people = await findByStaffNumber(
    work,
    file.rows.map((row) => row.staffNumber),
  )
  const judged = judge(file.rows, people, await timeWorkedOf(work, [...people.values()]))
  return { ...judged, refused: [...file.refused, ...judged.refused].sort((a, b) => a.line - b.line) }
}

/** Records the good rows of a file, all at once. Refused when it is over or says nothing new. */
export async function importTimeFile(work: Work, id: TimeFileId): Promise<Decision<Judged>> {
  if (!isAdministrator(work.asker)) return no(refusedWork)
  const file = await findTimeFile(work, id)
  if (!file) return no('This file is not there any more.')
  if (file.state !== 'checked') return no('This file is over. Send it again.')
  const judged = await judgeTimeFile(work, file)
  const rows = [...judged.added, ...judged.changed]
  if (rows.length === 0) return no('There is nothing to import: all of it is recorded already, or refused.')
  await saveTimeWorked(work, rows)
  await endTimeFile(work, id, 'imported')
  writeTrail(work, {
    deed: 'time worked imported',
    about: thing('time worked file', id),
    detail: { added: judged.added.length, changed: judged.changed.length, refused: judged.refused.length },
  })
  await work.tell({ name: 'facts changed', people: [...new Set(rows.map((row) => row.person))] })
  return yes(judged)
}

/** Gives a file up; nothing of it is recorded. */
export async function cancelTimeFile(work: Work, id: TimeFileId): Promise<Decision> {
  if (!isAdministrator(work.asker)) return no(refusedWork)
  const file = await findTimeFile(work, id)
  if (file?.state !== 'checked') return no('This file is over; there is nothing to cancel.')
  await endTimeFile(work, id, 'cancelled')
  return yes()
}
