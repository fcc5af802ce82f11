// `bin/manage migrate`: brings the database up to date without starting the service.
import type { Command } from '../command.ts'
import { readMigrations } from './migrate.ts'
import { SCHEMA_FILE, writeSchema } from './schema.ts'
import { reachDatabase } from './start.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'Brings the database up to date (the service does the same when it starts)',
  usage: '[--write-schema]',
  options: { 'write-schema': 'also writes database/schema.sql from the migrated database' },
  async run({ config, options, say }) {
    const told: string[] = []
    const log = { info: (text: string) => void told.push(text), error: (text: string) => void told.push(text) }
    const database = await reachDatabase(config, log)
    try {
      if (options['write-schema']) {
        await writeSchema(database.ownerUrl)
        say(`Wrote ${SCHEMA_FILE}.`)
      }
    } finally {
      await database.stop()
    }
    const files = (await readMigrations()).map((migration) => migration.name)
    for (const line of told) say(line)
    say(`The database is up to date with ${files.at(-1) ?? 'nothing'}.`)
    return { exit: 0, result: { migrations: files } }
  },
}
