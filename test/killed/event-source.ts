// An EventSource as browsers have it, as far as a live page uses it, for programs that stand for a browser. The reader's secret
// comes behind a # in the address. Like theirs, it gives up at the first answer that is no stream.
import { type ClientRequest, type IncomingMessage, request } from 'node:http'

type Listener = (event: { readonly data: string }) => void

/** Put in place of the browser's: `globalThis.EventSource = NodeEventSource as never`. */
export class NodeEventSource {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSED = 2
  readyState: number = NodeEventSource.CONNECTING
  private readonly listeners = new Map<string, Listener[]>()
  private readonly asked: ClientRequest

  constructor(address: string) {
    const { origin, pathname, search, hash } = new URL(address)
    const headers = { accept: 'text/event-stream', cookie: `visit=${hash.slice(1)}` }
    this.asked = request(`${origin}${pathname}${search}`, { headers, agent: false })
    this.asked.on('error', () => this.fail())
    this.asked.on('response', (answer) => this.read(answer))
    this.asked.end()
  }

  addEventListener(name: string, listener: Listener): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener])
  }

  close(): void {
    this.readyState = NodeEventSource.CLOSED
    this.asked.destroy()
  }

  private read(answer: IncomingMessage): void {
    const isStream = answer.statusCode === 200 && String(answer.headers['content-type']).startsWith('text/event-stream')
    if (!isStream) {
      answer.resume()
      return this.fail()
    }
    this.readyState = NodeEventSource.OPEN
    let unread = ''
    answer.setEncoding('utf8')
    answer.on('error', () => this.fail())
    answer.on('close', () => this.fail())
    answer.on('data', (piece: string) => {
      const blocks = `${unread}${piece}`.split('\n\n')
      unread = blocks.pop() ?? ''
      for (const block of blocks) this.hear(block)
    })
  }

  private hear(block: string): void {
    const [, event, data = ''] = /^event: (\w+)\ndata: ?(.*)$/.exec(block) ?? []
    if (event !== undefined) this.say(event, data)
  }

  private fail(): void {
    if (this.readyState === NodeEventSource.CLOSED) return
    this.readyState = NodeEventSource.CLOSED
    this.say('error', '')
  }

  private say(name: string, data: string): void {
    for (const listener of this.listeners.get(name) ?? []) listener({ data })
  }
}
