// Operators' commands on policy, for files on their own machine: check a pack, try a rule. Both only read, and neither
// needs a database. With --json the shapes are those of docs/how-to/write-a-rule.md.
import type { Command, CommandInput, CommandOutcome } from '../../../platform/command.ts'
import { CommandFault } from '../../../platform/command.ts'
import type { LineFault } from '../../../platform/yaml/yaml.ts'
import { readPack } from '../check/pack-reading.ts'
import { type Trial, tryRule } from './trial.ts'

export const policyCommands: readonly Command[] = [
  {
    name: 'check-policy',
    summary: 'Names every fault of a policy pack, each with its line',
    usage: 'FILE',
    run: async (input) => {
      const reading = readPack(await fileOf(input))
      if (!reading.ok) return faulty(input, reading.faults)
      const { key, name, version, types, matrix = [] } = reading.pack
      input.say(`No faults: ${name}, version ${version}, ${types.length} types of supervision, ${matrix.length} rows.`)
      return { exit: 0, result: { faults: [], key, name, version } }
    },
  },
  {
    name: 'try-rule',
    summary: 'Answers a rule for one person on the days asked, with every reason',
    usage: 'FILE',
    run: async (input) => {
      const reading = tryRule(await fileOf(input))
      if (!reading.ok) return faulty(input, reading.faults)
      sayTrial(input, reading.trial)
      return { exit: reading.trial.surprises.length > 0 ? 1 : 0, result: { faults: [], ...reading.trial } }
    },
  },
]

async function fileOf({ words, readFile }: CommandInput): Promise<string> {
  const [file] = words
  if (file === undefined) throw new CommandFault('Say which file: a YAML file, or - for standard input.')
  return readFile(file)
}

function faulty({ words, say }: CommandInput, faults: readonly LineFault[]): CommandOutcome {
  for (const fault of faults) say(`${words[0]}:${fault.line}: ${fault.message}`)
  say(faults.length === 1 ? '1 fault.' : `${faults.length} faults.`)
  return { exit: 1, result: { faults } }
}

function sayTrial({ say }: CommandInput, { answers, surprises, timelines }: Trial): void {
  for (const one of answers) {
    say(`${one.day}  ${one.name}: ${one.state}${one.dueOn === null ? '' : `, due ${one.dueOn}`}`)
    for (const reason of one.reasons) say(`            ${reason}`)
  }
  for (const { requirement, spans } of timelines)
    for (const span of spans)
      say(
        `${span.from} to ${span.to}  ${requirement}: ${span.state}${span.dueOn === null ? '' : `, due ${span.dueOn}`}`,
      )
  for (const one of surprises)
    say(`Not as expected on ${one.day}: ${one.field} is ${one.answered ?? 'none'}, expected ${one.expected ?? 'none'}.`)
}
