// Puts the service's parts together, for the web server and for operators' commands alike.
import { join } from 'node:path'
import { askerFor } from './areas/people/index.ts'
import { accountsCard } from './frame/accounts-card.tsx'
import { keptFormsCard } from './frame/kept-forms.tsx'
import { areas } from './service.ts'
import type { Composition } from './platform/composition.ts'
import type { Config } from './platform/config.ts'
import { type RunningDatabase, startDatabase } from './platform/database/start.ts'
import { type QueueSoon, queueSoon } from './platform/jobs/queue-soon.ts'
import { fileShelf } from './platform/keys/checkpoint-shelf.ts'
import { fileKeyring } from './platform/keys/keyring.ts'
import { realClock } from './platform/time/moment.ts'

export type Composed = {
  readonly composition: Composition
  /** Stopping it also closes the job queue. */
  readonly database: RunningDatabase
  readonly queue: QueueSoon
}

type Say = { readonly info: (text: string) => void; readonly error: (text: string) => void }

/** Starts the database (migrating it when needed) and hands out the parts. The caller stops the database; commands open it by joining. */
export async function compose(config: Config, say: Say, open = startDatabase): Promise<Composed> {
  const running = await open(config, say)
  const queue = queueSoon(running, (fault) => say.error(`The job queue: ${fault.message}`))
  const stop = async () => {
    await queue.stop(0)
    await running.stop()
  }
  const database = { ...running, stop }
  const composition: Composition = {
    database,
    clock: realClock,
    keys: fileKeyring(join(config.keys, 'organisations')),
    checkpoints: fileShelf(config.checkpoints),
    areas: [...areas, accountsCard({ hasMailServer: config.mail !== undefined }), keptFormsCard],
    identify: askerFor,
    enqueue: queue.enqueue,
  }
  return { composition, database, queue }
}
