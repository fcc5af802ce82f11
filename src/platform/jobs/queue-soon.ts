// The queue, made and opened when it is first needed: operators' commands that enqueue nothing never open it.
import type { Composition } from '../composition.ts'
import { openQueue, prepareQueue, type Queue } from './queue.ts'

export type QueueSoon = {
  readonly enqueue: Composition['enqueue']
  /** The queue, ready to work; call it before anything is enqueued. */
  readonly open: (options: { readonly works: boolean }) => Promise<Queue>
  readonly stop: (milliseconds: number) => Promise<void>
}

export function queueSoon(
  database: { readonly url: string; readonly ownerUrl: string },
  onFault: (fault: Error) => void,
): QueueSoon {
  let opened: Promise<Queue> | null = null
  const open = ({ works }: { works: boolean }) => {
    opened ??= prepareQueue(database.ownerUrl).then(() => openQueue({ url: database.url, works, onFault }))
    return opened
  }
  let stopped: Promise<void> | null = null
  const stop = async (milliseconds: number) => {
    const queue = await opened?.catch(() => null)
    if (queue) stopped ??= queue.stop(milliseconds)
    await stopped
  }
  return {
    open,
    stop,
    enqueue: async (db, job, ids) => (await open({ works: false })).enqueue(db, job, ids),
  }
}
