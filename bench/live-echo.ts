// The floor for live pages: a bare server of Node's own that hands each post on to every open event stream, and a page that
// puts what it hears on the screen. No database, no sign-in, nothing drawn.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const pageText = `<!doctype html><title>Echo</title><ul id="lines"></ul><script>
new EventSource(location.pathname + '/changes').addEventListener('line', ({ data }) => {
  const line = document.createElement('li'); line.textContent = data; document.getElementById('lines').append(line)
})</script>`

/** Each path is a board of its own: GET it, GET its /changes as a stream, POST a line to it. */
export function runEcho(): void {
  const boards = new Map<string, Set<ServerResponse>>()
  const openOn = (path: string) => {
    const open = boards.get(path) ?? new Set()
    boards.set(path, open)
    return open
  }
  const server = createServer((request, answer) => {
    const path = request.url ?? '/'
    if (request.method === 'POST') void echo(request, answer, openOn(path))
    else if (path.endsWith('/changes')) listen(answer, openOn(path.slice(0, -'/changes'.length)))
    else answer.setHeader('content-type', 'text/html').end(pageText)
  })
  server.listen(0, '127.0.0.1', () =>
    console.log(`Ready at http://127.0.0.1:${(server.address() as AddressInfo).port}`),
  )
  process.on('SIGTERM', () => process.exit(0))
}

function listen(answer: ServerResponse, open: Set<ServerResponse>): void {
  answer.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  answer.write(': hello\n\n')
  open.add(answer)
  answer.on('close', () => open.delete(answer))
}

async function echo(request: IncomingMessage, answer: ServerResponse, open: Set<ServerResponse>): Promise<void> {
  let body = ''
  for await (const piece of request) body += piece
  const line = new URLSearchParams(body).get('line') ?? ''
  for (const one of open) one.write(`event: line\ndata: ${line}\n\n`)
  answer.writeHead(204).end()
}
