// One connection of this program that listens for what is announced on the database. It comes back by itself, and proves by
// hearing its own voice that it still hears: a connection can be dead for minutes without saying so, and a pooler in between
// may take the words and never bring any.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { type Announcement, channel, readAnnouncement } from './announcing.ts'

export type Listening = {
  /** Whether it hears at this moment. */
  readonly isThere: () => boolean
  readonly stop: () => Promise<void>
}

type Told = {
  readonly url: string
  readonly onAnnounced: (announcement: Announcement) => void
  /** It hears, for the first time or again: what was said before was perhaps missed. */
  readonly onBack: () => void
  readonly onFault?: (fault: unknown) => void
  /** How often it proves that it hears, in milliseconds; as long again may the proof take. */
  readonly proofEvery?: number
}

const soonest = 50
const latest = 2_000

/** Begins to listen; never throws, tries again for as long as it takes. */
export function openListening(told: Told): Listening {
  const state = { stopped: false, hears: false, wake: () => undefined as void }
  const loop = async () => {
    let wait = soonest
    while (!state.stopped) {
      const heard = await listenOnce(told, state).catch((fault: unknown) => {
        if (!state.stopped) told.onFault?.(fault)
        return false
      })
      state.hears = false
      wait = heard ? soonest : Math.min(latest, wait * 2)
      if (!state.stopped) await sleep(wait * (0.5 + Math.random()))
    }
  }
  const done = loop()
  return {
    isThere: () => state.hears,
    stop: async () => {
      state.stopped = true
      state.wake()
      await done
    },
  }
}

type State = { stopped: boolean; hears: boolean; wake: () => void }

/** Listens until the connection breaks or is told to stop; answers whether it ever heard. */
async function listenOnce(told: Told, state: State): Promise<boolean> {
  const { promise: broken, resolve: breakOff } = Promise.withResolvers<void>()
  const client = new pg.Client({
    connectionString: told.url,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    application_name: 'manage-clinical-supervision live',
  })
  client.on('error', () => breakOff())
  client.on('end', () => breakOff())
  state.wake = () => breakOff()
  let stopProving = () => undefined as void
  try {
    await client.connect()
    const prove = hearing(client, told.onAnnounced)
    await client.query(`listen ${channel}`)
    state.hears = true
    told.onBack()
    stopProving = provingEvery(told.proofEvery ?? 5_000, prove, breakOff)
    if (state.stopped) breakOff()
    await broken
    return true
  } finally {
    stopProving()
    state.hears = false
    void client.end().catch(() => undefined)
  }
}

/** Hands on what is announced; what it answers says a word of its own and answers whether the one before was heard. */
function hearing(client: pg.Client, onAnnounced: Told['onAnnounced']): () => Promise<boolean> {
  const own = `proof:${randomUUID()}`
  let proven = true
  client.on('notification', ({ payload = '' }) => {
    const announcement = readAnnouncement(payload)
    if (payload === own) proven = true
    else if (announcement) onAnnounced(announcement)
  })
  return async () => {
    const before = proven
    proven = false
    if (before) await client.query('select pg_notify($1, $2)', [channel, own])
    return before
  }
}

function provingEvery(milliseconds: number, prove: () => Promise<boolean>, breakOff: () => void): () => void {
  const timer = setInterval(() => {
    prove().then(
      (proven) => {
        if (!proven) breakOff()
      },
      () => breakOff(),
    )
  }, milliseconds)
  return () => clearInterval(timer)
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
