// Large imports go on in the background, a stretch at a time; the operator's command does the same steps in a row.
import { type Command, CommandFault, type CommandInput, type CommandOutcome } from '../../../platform/command.ts'
import type { Job } from '../../../platform/area.ts'
import { type Id, parseId } from '../../../platform/ids.ts'
import { parseDay } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { guessMapping } from '../staff-file/columns.ts'
import { checkJob, checkOn } from './check.changes.ts'
import {
  cancelImport,
  chooseColumns,
  confirmImport,
  stopImport,
  takeFile,
  writeImport,
  writeJob,
} from './import.changes.ts'
import { findImport, findWords } from './import.store.ts'
import { changesOf, type ImportId, type StaffImport } from './import.ts'
import { findRefused } from './refused.store.ts'
import { stopUndoing, undoJob, undoOn } from '../undoing/undo.changes.ts'

const importOf = (ids: Readonly<Record<string, string>>): ImportId => parseId<'import'>(ids.import) as Id<'import'>

export const importJobs: readonly Job[] = [
  {
    name: checkJob,
    run: (work, ids) => checkOn(work, importOf(ids)),
    givenUp: (work, ids) => stopImport(work, importOf(ids)),
  },
  {
    name: writeJob,
    run: (work, ids) => writeImport(work, importOf(ids)),
    givenUp: (work, ids) => stopImport(work, importOf(ids)),
  },
  {
    name: undoJob,
    run: (work, ids) => undoOn(work, importOf(ids)),
    givenUp: (work, ids) => stopUndoing(work, importOf(ids)),
  },
]

export const importPeopleCommand: Command = {
  name: 'import-people',
  summary: 'Import staff from a CSV file: shows what would change, then imports all of it or nothing',
  usage: 'FILE [--dry-run] [--from DATE] [--missing-have-left]',
  options: {
    'dry-run': 'only say what would change',
    'from DATE': 'the day from which changes hold; today unless given',
    'missing-have-left': 'people who are not in the file have left',
  },
  run: importPeople,
}

async function importPeople(input: CommandInput): Promise<CommandOutcome> {
  const path = input.words[0]
  if (path === undefined) throw new CommandFault('Say which file to import: bin/manage import-people FILE')
  // Asked before anything is done: which organisation it is about must be clear.
  await inOne(input, async () => null)
  const one = await begin(input, path)
  const checked = await checkAll(input, one)
  if (checked.state === 'failed') throw new CommandFault(checked.fault ?? 'The file cannot be read.')
  const refused = await inOne(input, (work) => findRefused(work, one, { most: 1_000, skip: 0 }))
  sayWhat(input, checked, refused)
  const dry = input.options['dry-run'] !== undefined || !checked.counts || changesOf(checked.counts) === 0
  const state = await inOne(input, (work) => (dry ? drop(work, one) : write(work, one)))
  input.say(state === 'imported' ? 'Imported.' : 'Nothing was written.')
  const result = { state, counts: checked.counts, refused }
  return { exit: (checked.counts?.refused ?? 0) > 0 ? 1 : 0, result }
}

async function begin(input: CommandInput, path: string): Promise<ImportId> {
  return inOne(input, async (work) => {
    const taken = await takeFile(work, { name: path.split(/[\\/]/).at(-1) ?? 'staff.csv', path })
    if (!taken.ok) throw new CommandFault(taken.reason)
    const one = await findImport(work, taken.value)
    const mapping = guessMapping(one?.headings ?? [], await findWords(work, 'column'))
    const from = input.options.from === undefined ? work.today : parseDay(input.options.from)
    if (from === null) throw new CommandFault('--from takes a day as 2026-12-31.')
    const missingHaveLeft = input.options['missing-have-left'] !== undefined
    const chosen = await chooseColumns(work, taken.value, { mapping, from, missingHaveLeft })
    if (!chosen.ok) throw new CommandFault(`${chosen.reason} The headings are: ${one?.headings.join(', ') ?? ''}`)
    return taken.value
  })
}

async function checkAll(input: CommandInput, id: ImportId): Promise<StaffImport> {
  for (;;) {
    const one = await inOne(input, async (work) => {
      await checkOn(work, id)
      return findImport(work, id)
    })
    if (!one) throw new CommandFault('The import was cancelled meanwhile.')
    if (one.state !== 'checking') return one
    input.say(`${one.readRows} rows read`)
  }
}

async function write(work: Work, id: ImportId): Promise<string> {
  const done = await confirmImport(work, id)
  if (!done.ok) throw new CommandFault(done.reason)
  await writeImport(work, id)
  const one = await findImport(work, id)
  if (one?.state !== 'imported') throw new CommandFault(one?.fault ?? 'The import was not written. Run it again.')
  return one.state
}

async function drop(work: Work, id: ImportId): Promise<string> {
  await cancelImport(work, id)
  return 'cancelled'
}

function sayWhat(
  input: CommandInput,
  { counts }: StaffImport,
  refused: readonly { line: number; faults: string }[],
): void {
  if (!counts) return
  input.say(
    `${counts.rows} rows: ${counts.added} added, ${counts.changed} changed, ${counts.left} left, ` +
      `${counts.missing} not in the file any more, ${counts.unchanged} unchanged, ${counts.refused} refused`,
  )
  for (const { line, faults } of refused.slice(0, 50)) {
    for (const fault of faults.split('\n')) input.say(`  line ${line}: ${fault.split('|')[1] ?? fault}`)
  }
  if (counts.refused > 50) input.say(`  and ${counts.refused - 50} more refused lines`)
}

/** The work of the one organisation that the command is about. */
async function inOne<T>(input: CommandInput, body: (work: Work) => Promise<T>): Promise<T> {
  const results = await input.inEveryOrganisation(body)
  const [first] = results
  if (!first) throw new CommandFault('There is no organisation yet. Start the service and use its one-time link first.')
  if (results.length > 1) throw new CommandFault('There are several organisations. Say which: --organisation ID')
  return first.result
}
