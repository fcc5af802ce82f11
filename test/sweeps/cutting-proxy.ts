// A proxy before the database that can cut the line just when the reply to a commit comes: the change is kept, and whoever
// asked for it does not know.
import { createServer, connect, type Socket } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type CuttingProxy = {
  /** The database's address by way of the proxy. */
  readonly url: string
  /** From now on, so many replies to a commit never arrive. */
  readonly cutNext: (replies: number) => void
  readonly cuts: () => number
  readonly close: () => Promise<void>
}

/** Listens beside the database's own socket and hands everything on. */
export async function cuttingProxy(url: string): Promise<CuttingProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'mcs-cut-'))
  const state: State = { open: new Set(), waiting: 0, cuts: 0 }
  const behind = join(new URL(url).searchParams.get('host') ?? '', '.s.PGSQL.5432')
  const server = createServer((client) => handOn(state, client, connect(behind)))
  await new Promise<void>((resolve) => server.listen(join(folder, '.s.PGSQL.5432'), resolve))
  const through = new URL(url)
  through.searchParams.set('host', folder)
  return {
    url: through.href,
    cutNext: (replies) => {
      state.waiting = replies
    },
    cuts: () => state.cuts,
    close: async () => {
      for (const socket of state.open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type State = { readonly open: Set<Socket>; waiting: number; cuts: number }

/** One connection, until the reply to a commit that is to be cut. */
function handOn(state: State, client: Socket, database: Socket): void {
  let cutting = false
  for (const socket of [client, database]) {
    state.open.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      client.destroy()
      database.destroy()
    })
  }
  client.on('data', (bytes: Buffer) => {
    if (state.waiting > 0 && /^Q[^]{4}commit\0/i.test(bytes.toString('latin1'))) {
      state.waiting -= 1
      cutting = true
    }
    database.write(bytes)
  })
  database.on('data', (bytes: Buffer) => {
    if (!cutting) {
      client.write(bytes)
      return
    }
    state.cuts += 1
    client.destroy()
  })
}
