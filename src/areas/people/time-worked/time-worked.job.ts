// The operator's command for bringing in shifts and hours worked.
import { type Command, CommandFault } from '../../../platform/command.ts'
import { cancelTimeFile, importTimeFile, judgeTimeFile, takeTimeFile } from './time-worked.changes.ts'
import { findTimeFile } from './time-worked.store.ts'

export const importTimeCommand: Command = {
  name: 'import-time-worked',
  summary: 'Import shifts and hours worked from a CSV file: says what would change, then imports it',
  usage: 'FILE [--dry-run]',
  options: { 'dry-run': 'only say what would change' },
  run: async ({ words, options, say, inEveryOrganisation }) => {
    const path = words[0]
    if (path === undefined) throw new CommandFault('Say which file to import: bin/manage import-time-worked FILE')
    const count = await inEveryOrganisation(async () => null)
    if (count.length !== 1)
      throw new CommandFault(
        count.length === 0
          ? 'There is no organisation yet.'
          : 'There are several organisations. Say which: --organisation ID',
      )
    const [done] = await inEveryOrganisation(async (work) => {
      const taken = await takeTimeFile(work, { name: path.split(/[\\/]/).at(-1) ?? 'time.csv', path })
      if (!taken.ok) throw new CommandFault(taken.reason)
      const file = await findTimeFile(work, taken.value)
      if (!file) throw new CommandFault('The file went away meanwhile.')
      const judged = await judgeTimeFile(work, file)
      const nothing = judged.added.length + judged.changed.length === 0
      const drop = options['dry-run'] !== undefined || nothing
      const ended = drop ? await cancelTimeFile(work, taken.value) : await importTimeFile(work, taken.value)
      if (!ended.ok) throw new CommandFault(ended.reason)
      return { state: drop ? 'nothing written' : 'imported', judged }
    })
    const { state, judged } = done!.result
    say(
      `${judged.added.length} added, ${judged.changed.length} changed, ${judged.unchanged} recorded already, ${judged.refused.length} refused`,
    )
    for (const { line, reason } of judged.refused.slice(0, 50)) say(`  line ${line}: ${reason}`)
    say(state === 'imported' ? 'Imported.' : 'Nothing was written.')
    const counts = { added: judged.added.length, changed: judged.changed.length, unchanged: judged.unchanged }
    return { exit: judged.refused.length > 0 ? 1 : 0, result: { state, counts, refused: judged.refused } }
  },
}
