// Reads the command line of `bin/manage`: which command is meant, its words and options, or what to print instead.
import type { Command } from '../command.ts'
import { type Decision, no, yes } from '../decision.ts'
import { didYouMean } from '../nearest-word.ts'

/** Options that every command has, besides its own; the last three are settings and go to the config. */
const everyones: Readonly<Record<string, string>> = {
  help: 'print this and stop',
  json: 'print the result as JSON and nothing else',
  'organisation NAME': 'only this organisation (by name or id)',
  'data DIR': 'where the embedded database lies (default: data)',
  'keys DIR': 'where the keys lie (default: keys in the data folder)',
  'checkpoints DIR': 'where the checkpoints of the trail lie (default: checkpoints in the data folder)',
}
const settingNames: ReadonlySet<string> = new Set(['data', 'keys', 'checkpoints'])

export type Asked = {
  readonly command: Command
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | true>>
  /** For readConfig: ['--data', 'DIR']. */
  readonly settings: readonly string[]
}

/** What the line asks for: a command to run, or a text of help. No, with the reason, when it cannot be understood. */
export function readCommandLine(
  line: readonly string[],
  commands: readonly Command[],
): Decision<Asked | { readonly help: string }> {
  const [name, ...rest] = line
  if (name === undefined || name === '--help' || name === '-h' || name === 'help')
    return yes({ help: helpOfAll(commands) })
  const command = commands.find((one) => one.name === name)
  if (!command) {
    const names = commands.map((one) => one.name)
    return no(`There is no command "${name}".${didYouMean(name, names)} bin/manage --help lists them.`)
  }
  if (rest.includes('--help') || rest.includes('-h')) return yes({ help: helpOf(command) })
  return readRest(command, rest)
}

function readRest(command: Command, rest: readonly string[]): Decision<Asked> {
  const known = knownOptions(command)
  const words: string[] = []
  const options: Record<string, string | true> = {}
  const settings: string[] = []
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at] ?? ''
    if (!word.startsWith('--')) {
      words.push(word)
      continue
    }
    const [name = '', given] = splitOnce(word.slice(2))
    const takesValue = known.get(name)
    if (takesValue === undefined) {
      return no(
        `${command.name} has no option --${name}.${didYouMean(name, known.keys())} See bin/manage ${command.name} --help.`,
      )
    }
    const value = takesValue ? (given ?? rest[++at]) : true
    if (value === undefined || (!takesValue && given !== undefined)) {
      return no(`--${name} ${takesValue ? 'needs a value' : 'takes no value'}. See bin/manage ${command.name} --help.`)
    }
    if (settingNames.has(name)) settings.push(`--${name}`, String(value))
    else options[name] = value
  }
  return yes({ command, words, options, settings })
}

function splitOnce(word: string): readonly [string, string | undefined] {
  const at = word.indexOf('=')
  return at === -1 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)]
}

/** Each option's name, and whether a value follows it. */
function knownOptions(command: Command): ReadonlyMap<string, boolean> {
  const keys = Object.keys({ ...command.options, ...everyones })
  return new Map(keys.map((key) => [key.split(' ')[0] ?? key, key.includes(' ')]))
}

function helpOfAll(commands: readonly Command[]): string {
  const listed = commands
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map((one) => [one.name, one.summary] as const)
  return [
    'bin/manage COMMAND [options]',
    '',
    ...columns(listed),
    '',
    'bin/manage COMMAND --help tells more. Every command has --json.',
    'Exit codes: 0 done, 1 it found what it looks for (faults, differences), 2 it could not be done as asked.',
  ].join('\n')
}

function helpOf(command: Command): string {
  const options = Object.entries({ ...command.options, ...everyones }).map(([key, text]) => [`--${key}`, text] as const)
  return [
    `bin/manage ${command.name} ${command.usage}`.trim(),
    '',
    `${command.summary}.`,
    '',
    ...columns(options),
  ].join('\n')
}

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}
