// Puts the service's parts together, for the web server and for operators' commands alike.
import { join } from 'node:path'
import { areas } from './service.ts'
import type { Composition } from './platform/composition.ts'
import type { Config } from './platform/config.ts'
import { type RunningDatabase, startDatabase } from './platform/database/start.ts'
import { fileKeyring } from './platform/keys/keyring.ts'
import { realClock } from './platform/time/moment.ts'

export type Composed = { readonly composition: Composition; readonly database: RunningDatabase }

type Say = { readonly info: (text: string) => void; readonly error: (text: string) => void }

/** Starts the database (migrating it when needed) and hands out the parts. The caller stops the database; commands open it by joining. */
export async function compose(config: Config, say: Say, open = startDatabase): Promise<Composed> {
  const database = await open(config, say)
  const composition: Composition = {
    database,
    clock: realClock,
    keys: fileKeyring(join(config.keys, 'organisations')),
    areas,
    identify: async () => ({ name: 'Nobody yet', roles: new Set() }),
    enqueue: async () => undefined,
  }
  return { composition, database }
}
