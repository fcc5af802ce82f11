// An operator's command of `bin/manage`: what it is called, what it says about itself, and its run.
import type { Config } from './config.ts'
import type { Work } from './work.ts'

/** What a command is given: words after its name, options by name, and ways to read, to work and to print. */
export type CommandInput = {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | true>>
  /** Read when it is first asked for: a command that needs no settings runs where there are none. */
  readonly config: Config
  /** A line for people; silent with --json. */
  readonly say: (line: string) => void
  /** The text of a file, of standard input for '-'. Throws a CommandFault that a person can read. */
  readonly readFile: (path: string) => Promise<string>
  /** The same, byte by byte. */
  readonly readBytes: (path: string) => Promise<Buffer>
  /**
   * Runs a body as the service in every organisation, or in the one of --organisation: one transaction each. Joins the
   * database of a running service, or starts it for the time of the command.
   */
  readonly inEveryOrganisation: <T>(body: (work: Work) => Promise<T>) => Promise<readonly PerOrganisation<T>[]>
  /** Runs a body for every organisation (or the one of --organisation) with the means of rotating its keys. */
  readonly keepingKeys: <T>(body: (keeper: KeyKeeper) => Promise<T>) => Promise<readonly PerOrganisation<T>[]>
}

/** Two ways to work in one organisation, each call a transaction of its own. */
export type KeyKeeper = {
  readonly organisation: string
  /** As the service, with its trail. */
  readonly asService: <T>(body: (work: Work) => Promise<T>) => Promise<T>
  /** As the role that sees wrapped keys and nothing else. */
  readonly asKeeper: <T>(body: (work: Work) => Promise<T>) => Promise<T>
}

export type PerOrganisation<T> = { readonly organisation: string; readonly result: T }

/** `exit` 0 done, 1 it found what it looks for (faults, differences), 2 it was asked wrongly. `result` is printed with --json. */
export type CommandOutcome = { readonly exit: 0 | 1 | 2; readonly result: unknown }

export type Command = {
  readonly name: string
  readonly summary: string
  /** 'FILE --as-at DATE': shown by --help. */
  readonly usage: string
  /** By name, with a word for the value when there is one: { 'as-at DATE': 'the day to ask about', quiet: 'say less' }. */
  readonly options?: Readonly<Record<string, string>>
  readonly run: (input: CommandInput) => Promise<CommandOutcome>
}

/** Why a command cannot be done, in a sentence for the person who asked. Ends it with exit code 2. */
export class CommandFault extends Error {
  override name = 'CommandFault'
}
