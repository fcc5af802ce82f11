// All that a run needs: a database of its own that is started again when it is killed, keys that the nodes share, two nodes and
// their front, and meetings on request. Everything is gone when it is closed.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { bundleForNode } from '../../bin/steps/build.ts'
import { startDatabase } from '../../src/platform/database/start.ts'
import { nodeOf, openFront } from './nodes.ts'
import { setsOn } from './set.ts'
import type { Stage } from './runs.ts'

const quiet = { info: () => undefined, error: () => undefined }

/** Opens it; run from the project's folder. */
export async function openStage(): Promise<Stage & { readonly close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'mcs-killed-'))
  chmodSync(folder, 0o755)
  const program = await bundledProgram()
  const database = await startDatabase(
    { data: join(folder, 'data'), databaseUrl: undefined, databaseOwnerUrl: undefined },
    quiet,
  )
  const newMeeting = await setsOn(database, join(folder, 'keys/organisations'))
  const front = await openFront(['one', 'two'])
  const settings = {
    HOST: '127.0.0.1',
    DATABASE_URL: database.url,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATA_DIR: folder,
    KEY_DIR: join(folder, 'keys'),
    PUBLIC_ADDRESS: front.origin,
    LOG_LEVEL: 'silent',
  }
  return {
    origin: front.origin,
    nodes: [nodeOf(program.file, settings, front, 'one'), nodeOf(program.file, settings, front, 'two')],
    killDatabase: () => void process.kill(database.serverPid?.() ?? Number.NaN, 'SIGKILL'),
    newMeeting,
    close: async () => {
      front.close()
      await database.stop()
      for (const one of [folder, program.folder]) rmSync(one, { recursive: true, force: true })
    },
  }
}

/** The program as it is built, in a folder from which it finds its packages; what it looks like is of no matter here. */
async function bundledProgram(): Promise<{ readonly folder: string; readonly file: string }> {
  const folder = mkdtempSync(resolve('node_modules/.killed-'))
  await bundleForNode([resolve('src/main.ts')], folder)
  mkdirSync(join(folder, 'assets'))
  const assets = { css: '/assets/style.css', js: '/assets/script.js', icon: '/assets/icon.svg' }
  writeFileSync(join(folder, 'assets/assets.json'), JSON.stringify(assets))
  return { folder, file: join(folder, 'main.js') }
}
