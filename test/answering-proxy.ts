// A proxy before the service that can answer 502, as one does while a program restarts, and cut what is open.
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export type AnsweringProxy = {
  readonly origin: string
  /** From now on everything is answered 502, and what was open is cut. */
  readonly fail: () => void
  readonly mend: () => void
  /** The next so many answers to a POST are cut after the service has done what was asked. */
  readonly loseReplies: (count: number) => void
  readonly close: () => Promise<void>
}

export async function answeringProxy(behind: string): Promise<AnsweringProxy> {
  const state: State = { behind, failing: false, losing: 0, open: new Set() }
  const server = createServer((asked, answer) => handOn(state, asked, answer))
  server.on('connection', (socket) => {
    state.open.add(socket)
    socket.on('close', () => state.open.delete(socket))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const cut = () => state.open.forEach((socket) => socket.destroy())
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fail: () => {
      state.failing = true
      cut()
    },
    mend: () => {
      state.failing = false
    },
    loseReplies: (count) => {
      state.losing = count
    },
    close: () => closeOf(server, cut),
  }
}

type State = { readonly behind: string; failing: boolean; losing: number; readonly open: Set<Socket> }

function handOn(state: State, asked: IncomingMessage, answer: ServerResponse): void {
  if (state.failing) {
    answer.writeHead(502).end('Bad gateway')
    return
  }
  const loses = asked.method === 'POST' && !asked.url?.endsWith('/changes') && state.losing > 0
  if (loses) state.losing -= 1
  const on = request(`${state.behind}${asked.url}`, { method: asked.method, headers: asked.headers })
  on.on('error', () => answer.destroy())
  on.on('response', (from) => {
    from.on('error', () => answer.destroy())
    if (loses) {
      from.resume()
      from.on('end', () => answer.destroy())
      return
    }
    answer.writeHead(from.statusCode ?? 502, from.headers)
    from.pipe(answer)
  })
  answer.on('close', () => on.destroy())
  asked.pipe(on)
}

const closeOf = (server: Server, cut: () => void) =>
  new Promise<void>((done) => {
    server.close(() => done())
    cut()
  })
