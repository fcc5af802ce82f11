// An operator's command of `bin/manage`: what it is called, what it says about itself, and its run.
import type { Config } from './config.ts'

/** What a command is given: words after its name, options by name, and ways to print. */
export type CommandInput = {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | true>>
  readonly config: Config
  /** A line for people; silent with --json. */
  readonly say: (line: string) => void
}

/** `exit` 0 done, 1 it found what it looks for (faults, differences), 2 it was asked wrongly. `result` is printed with --json. */
export type CommandOutcome = { readonly exit: 0 | 1 | 2; readonly result: unknown }

export type Command = {
  readonly name: string
  readonly summary: string
  /** 'FILE --as-at DATE': shown by --help. */
  readonly usage: string
  readonly options?: Readonly<Record<string, string>>
  readonly run: (input: CommandInput) => Promise<CommandOutcome>
}
