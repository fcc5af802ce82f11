// `bin/manage backup` and `bin/manage restore`.
import type { Command } from '../../command.ts'
import { DatabaseFault } from '../migrate.ts'
import { reachDatabase } from '../start.ts'
import { backUp } from './backup.ts'
import { checkBackup, restore } from './restore.ts'

const quiet = { info: () => undefined, error: () => undefined }

const OWN_SERVER =
  'This is for the built-in database. The server that DATABASE_URL names has backups of its own (pg_basebackup, pg_dump).'

export const backupCommand: Command = {
  name: 'backup',
  summary: 'Copies the built-in database into a new folder while the service runs, and tries the copy out',
  usage: 'FOLDER',
  async run({ words, config, say }) {
    const target = words[0]
    if (config.databaseUrl) throw new DatabaseFault(OWN_SERVER)
    if (!target) throw new DatabaseFault('Say where to: bin/manage backup FOLDER')
    const database = await reachDatabase(config, quiet)
    try {
      say(`Copying the database of ${config.data} …`)
      await backUp(config.data, database.ownerUrl, target)
    } finally {
      await database.stop()
    }
    say('Trying the copy out …')
    const { manifest, rows } = await checkBackup(target)
    const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0)
    say(
      `${target} holds ${manifest.files.length} files, ${Math.round(bytes / 1_000_000)} MB. Every table and index in it was read.`,
    )
    say(`The keys are not in it. Back up ${config.keys} apart from it, and keep the two in different places.`)
    return { exit: 0, result: { folder: target, made: manifest.made, files: manifest.files.length, bytes, rows } }
  },
}

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'Puts a backup into the data folder, which must not hold a database; stop the service first',
  usage: 'FOLDER',
  async run({ words, config, say }) {
    const backup = words[0]
    if (config.databaseUrl) throw new DatabaseFault(OWN_SERVER)
    if (!backup) throw new DatabaseFault('Say which: bin/manage restore FOLDER')
    const manifest = await restore(backup, config.data)
    say(
      `${config.data} now holds the database as it was at ${manifest.made}. Put its keys into ${config.keys}, then start the service.`,
    )
    return { exit: 0, result: { data: config.data, made: manifest.made, files: manifest.files.length } }
  },
}
