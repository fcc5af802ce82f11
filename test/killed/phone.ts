// Somebody's phone in a meeting, without a screen: it keeps its stream, asks for its own page when there is something new and sends
// what its owner writes, by the very code of the live script, through the forms that its own page shows.
import { newId } from '../../src/platform/ids.ts'
import { askUntilAnswered, bringToServer, oneAtATime } from '../../src/design/client/live/asking.ts'
import { openStream } from '../../src/design/client/live/stream.ts'
import { NodeEventSource } from './event-source.ts'

globalThis.EventSource = NodeEventSource as never

export type Phone = {
  /** The version of what is on the screen. */
  readonly version: () => number
  /** Whether these words are on the screen. */
  readonly shows: (words: string) => boolean
  /**
   * Writes it and sends it; resolves with whether the server has confirmed it. Sent `twice` at the same moment under one
   * key, as a double tap or a second window may.
   */
  readonly say: (words: string, twice: boolean) => Promise<boolean>
  readonly leave: () => void
}

/** Opens the meeting's page at `origin` for whoever has this visit. */
export async function openPhone(origin: string, path: string, token: string): Promise<Phone> {
  const own = { cookie: `visit=${token}`, accept: 'text/html' }
  const screen = { html: '', version: 0 }
  const ask = oneAtATime(async () => {
    const html = await askUntilAnswered(async () => {
      const answer = await fetch(`${origin}${path}`, { headers: { ...own, 'x-live': 'page' } })
      if (answer.status >= 500) return null
      if (!answer.ok || answer.redirected) throw new Error(`The page of a meeting was answered ${answer.status}`)
      return answer.text()
    })
    const version = Number(/data-live-version="(\d+)"/.exec(html)?.[1] ?? 0)
    if (version >= screen.version) Object.assign(screen, { html, version })
  })
  await ask()
  const stream = openStream(`${origin}${path}/changes#${token}`, {
    onVersion: (version) => void (version > screen.version && ask()),
    onTime: () => undefined,
    onOver: () => void ask(),
    onState: () => undefined,
  })
  stream.open()
  return {
    version: () => screen.version,
    shows: (words) => screen.html.includes(words),
    say: async (words, twice) => {
      const form = contributionForm(screen.html, words)
      const send = () => post(`${origin}${path}/contributions`, form, own, origin)
      const [first, second] = await Promise.all([send(), twice ? send() : null])
      void ask()
      return first || (second ?? false)
    },
    leave: () => stream.close(),
  }
}

/** Whether it was confirmed: answered by the way back to the page. */
async function post(url: string, body: URLSearchParams, own: Record<string, string>, origin: string): Promise<boolean> {
  const headers = { ...own, origin, 'sec-fetch-site': 'same-origin' }
  const send = () => fetch(url, { method: 'POST', body, headers, redirect: 'manual' })
  const answer = await bringToServer(send, () => undefined)
  if (answer && answer.status !== 303) throw new Error(`A contribution was answered ${answer.status}`)
  return answer !== null
}

/** The form of one's own page, filled in, under a key of its own. */
function contributionForm(html: string, words: string): URLSearchParams {
  const form = /<form[^>]*action="[^"]*\/contributions"[^>]*>(.*?)<\/form>/s.exec(html)?.[1]
  if (form === undefined) throw new Error('There is nothing to contribute to on this page')
  const body = new URLSearchParams()
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const value = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? ''
    body.append(value('name'), value('value'))
  }
  body.set('_key', newId())
  body.set('said', words)
  return body
}
