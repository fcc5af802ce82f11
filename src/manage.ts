// `bin/manage`: runs one operator's command. Areas declare theirs on their cards, the platform's own are listed here.
import { compose } from './compose.ts'
import { CommandFault, type Command, type CommandInput, type PerOrganisation } from './platform/command.ts'
import { type Asked, readCommandLine } from './platform/command-line/read-line.ts'
import { readGivenBytes, readGivenFile } from './platform/command-line/given-files.ts'
import { asKeyKeeper, asService, type Composition } from './platform/composition.ts'
import { type Config, ConfigFault, readConfig } from './platform/config.ts'
import { openDatabase } from './platform/database/database.ts'
import { backupCommand, restoreCommand } from './platform/database/backup/backup-commands.ts'
import { DatabaseFault } from './platform/database/migrate.ts'
import { migrateCommand } from './platform/database/migrate-command.ts'
import type { OrganisationId } from './platform/ids.ts'
import { listOrganisations } from './platform/database/organisations.ts'
import { invitationLinksCommand } from './platform/sign-in/link/invitation-links-command.ts'
import { reachDatabase } from './platform/database/start.ts'
import { areas } from './service.ts'

const commands: readonly Command[] = [
  migrateCommand,
  invitationLinksCommand,
  backupCommand,
  restoreCommand,
  ...areas.flatMap((area) => area.commands ?? []),
]

const asked = readCommandLine(process.argv.slice(2), commands)
if (!asked.ok) fail(asked.reason)
else if ('help' in asked.value) console.log(asked.value.help)
else await run(asked.value)

async function run(given: Asked): Promise<void> {
  const json = given.options.json === true
  try {
    const { exit, result } = await given.command.run(inputOf(given, configOf(given), json))
    if (json) console.log(JSON.stringify(result, null, 2))
    process.exitCode = exit
  } catch (fault) {
    if (!isForPeople(fault)) throw fault
    if (json) console.log(JSON.stringify({ error: fault.message }))
    fail(fault.message)
  }
}

function configOf({ settings }: Asked): () => Config {
  let config: Config | undefined
  return () => (config ??= readConfig(settings))
}

function inputOf({ words, options }: Asked, config: () => Config, json: boolean): CommandInput {
  return {
    words,
    options,
    get config() {
      return config()
    },
    say: (line) => {
      if (!json) console.log(line)
    },
    readFile: readGivenFile,
    readBytes: readGivenBytes,
    inEveryOrganisation: (body) =>
      everywhere(config(), options.organisation, ({ composition, organisation }) =>
        asService(composition, { organisation }, body),
      ),
    keepingKeys: (body) =>
      everywhere(config(), options.organisation, async ({ composition, organisation, name, ownerUrl }) => {
        const owner = await openDatabase({ url: ownerUrl, most: 1 })
        try {
          return await body({
            organisation: name,
            asService: (deed) => asService(composition, { organisation }, deed),
            asKeeper: (deed) => asKeyKeeper(composition, { organisation, owner }, deed),
          })
        } finally {
          await owner.close()
        }
      }),
  }
}

type Where = {
  readonly composition: Composition
  readonly organisation: OrganisationId
  readonly name: string
  readonly ownerUrl: string
}

/** The body in every organisation, or in the named one, one after the other; then the database is left. */
async function everywhere<T>(
  config: Config,
  only: string | true | undefined,
  body: (where: Where) => Promise<T>,
): Promise<PerOrganisation<T>[]> {
  const quiet = { info: () => undefined, error: (text: string) => console.error(text) }
  const { composition, database } = await compose(config, quiet, reachDatabase)
  try {
    const results: PerOrganisation<T>[] = []
    for (const { id, name } of await listOrganisations(database, only)) {
      const result = await body({ composition, organisation: id, name, ownerUrl: database.ownerUrl })
      results.push({ organisation: name, result })
    }
    return results
  } finally {
    await database.stop()
  }
}

function isForPeople(fault: unknown): fault is Error {
  return fault instanceof CommandFault || fault instanceof ConfigFault || fault instanceof DatabaseFault
}

function fail(reason: string): void {
  console.error(reason)
  process.exitCode = 2
}
