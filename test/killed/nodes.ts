// The service as its operators run it, several nodes on one database and one set of keys, and in front of them what shares the
// requests out: to the next node that answers, and 502 when none does.
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Node = {
  /** Resolves when it answers. */
  readonly start: () => Promise<void>
  /** Ends it at once, whatever it is doing; resolves when it is gone. */
  readonly kill: () => Promise<void>
}

type Settings = Readonly<Record<string, string>>

/** One node: `program` is its bundle, `front` is told where it can be reached. */
export function nodeOf(program: string, settings: Settings, front: Front, name: string): Node {
  let child: ChildProcess | null = null
  const start = async () => {
    const born = spawn(process.execPath, [program], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { PATH: process.env.PATH, ...settings, PORT: String(front.portOf(name)) },
    })
    child = born
    await new Promise<void>((resolve, reject) => {
      let said = ''
      born.stdout.on('data', (piece: Buffer) => {
        said += piece.toString()
        if (said.includes('Ready at')) resolve()
      })
      born.once('exit', (code) => reject(new Error(`A node ended with ${code}, saying: ${said}`)))
    })
  }
  const kill = async () => {
    const dying = child
    child = null
    if (!dying || dying.exitCode !== null) return
    const gone = new Promise<void>((resolve) => dying.once('exit', () => resolve()))
    dying.kill('SIGKILL')
    await gone
  }
  return { start, kill }
}

export type Front = {
  readonly origin: string
  /** The port that a node of this name is to listen on. */
  readonly portOf: (name: string) => number
  readonly close: () => void
}

/** Opens the front of nodes of these names. */
export async function openFront(names: readonly string[]): Promise<Front> {
  const ports = new Map<string, number>()
  for (const name of names) ports.set(name, await freePort())
  let turn = 0
  const server = createServer((asked, answer) => {
    turn += 1
    const all = [...ports.values()]
    handOn(asked, answer, [...all.slice(turn % all.length), ...all.slice(0, turn % all.length)])
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    portOf: (name) => ports.get(name) ?? 0,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** To the first of these ports that takes it; nothing that may have been done already is handed to another. */
function handOn(asked: IncomingMessage, answer: ServerResponse, [port, ...others]: readonly number[]): void {
  if (port === undefined) return void answer.writeHead(502).end('Bad gateway')
  const { method, headers, url: path } = asked
  const on = request({ host: '127.0.0.1', port, method, headers, path, agent: false })
  on.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ECONNREFUSED') return handOn(asked, answer, others)
    if (answer.headersSent) answer.destroy()
    else answer.writeHead(502).end('Bad gateway')
  })
  on.on('response', (from) => {
    answer.writeHead(from.statusCode ?? 502, from.headers)
    from.on('error', () => answer.destroy())
    from.on('data', (piece: Buffer) => answer.write(piece))
    from.on('end', () => answer.end())
  })
  answer.on('close', () => on.destroy())
  on.on('connect', () => undefined)
  on.once('socket', (socket) =>
    socket.once('connect', () => {
      asked.pipe(on)
    }),
  )
}

/** A port that was free just now. */
function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
