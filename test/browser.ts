// A browser for tests of the front door: it keeps cookies, takes the form's own tokens from the page it is on, and
// follows where it is led. Everything behind it is the real service.
import type { FastifyInstance } from 'fastify'
import { parseHTML } from 'linkedom'

export type Shown = {
  readonly status: number
  readonly path: string
  readonly heading: string
  readonly text: string
  readonly title: string
  readonly errors: readonly string[]
  readonly source: string
  readonly location: string | null
  readonly headers: Readonly<Record<string, unknown>>
}

export type Browser = ReturnType<typeof openBrowser>

/** `address` is where it asks from; `agent` what it calls itself. */
export function openBrowser(http: FastifyInstance, more: { address?: string; agent?: string } = {}) {
  const jar = new Map<string, string>()
  let shown: Shown | null = null
  const ask = async (method: 'GET' | 'POST', path: string, form?: Fields): Promise<Shown> => {
    const answer = await http.inject(requestOf(jar, more, method, path, form))
    for (const cookie of answer.cookies) {
      if (cookie.value === '' || cookie.maxAge === 0) jar.delete(cookie.name)
      else jar.set(cookie.name, cookie.value)
    }
    shown = read(path, answer)
    return shown
  }
  const follow = async (first: Shown): Promise<Shown> => {
    let at = first
    for (let i = 0; at.location !== null && i < 10; i += 1) at = await ask('GET', at.location)
    return at
  }
  return {
    jar,
    /** Opens an address and follows where it leads. */
    open: async (path: string) => follow(await ask('GET', path)),
    /** Without following. */
    get: (path: string) => ask('GET', path),
    /** Sends the form that posts to `action` on the page shown, with these fields filled in, and follows. */
    send: async (action: string, fields: Fields = {}) =>
      follow(await ask('POST', action, { ...hiddenFields(shown, action), ...fields })),
    /** Sends exactly these fields, from no page. */
    post: (path: string, form: Fields) => ask('POST', path, form),
    hidden: (action: string) => hiddenFields(shown, action),
  }
}

type Fields = Readonly<Record<string, string>>

function requestOf(
  jar: ReadonlyMap<string, string>,
  more: { address?: string; agent?: string },
  method: 'GET' | 'POST',
  url: string,
  form: Fields | undefined,
) {
  const headers = {
    host: 'localhost',
    origin: 'http://localhost',
    'sec-fetch-site': 'same-origin',
    'user-agent': more.agent ?? 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0',
    cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
    ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
  }
  const payload = form && new URLSearchParams(form).toString()
  return {
    method,
    url,
    remoteAddress: more.address ?? '192.0.2.50',
    headers,
    ...(payload === undefined ? {} : { payload }),
  }
}

function hiddenFields(shown: Shown | null, action: string): Record<string, string> {
  const { document } = parseHTML(shown?.source ?? '<html></html>')
  const form = [...document.querySelectorAll('form')].find((one) => one.getAttribute('action') === action)
  if (!form) throw new Error(`No form posts to ${action} on ${shown?.path} (${shown?.heading})`)
  const fields: Record<string, string> = {}
  for (const input of form.querySelectorAll('input[type=hidden]')) {
    fields[input.getAttribute('name') ?? ''] = input.getAttribute('value') ?? ''
  }
  return fields
}

function read(path: string, answer: Awaited<ReturnType<FastifyInstance['inject']>>): Shown {
  const isPage = String(answer.headers['content-type'] ?? '').includes('html')
  const { document } = parseHTML(isPage ? answer.body : '<html></html>')
  const words = (selector: string) =>
    (document.querySelector(selector)?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
  return {
    status: answer.statusCode,
    path,
    heading: words('h1'),
    text: words('main'),
    title: words('title'),
    errors: [...document.querySelectorAll('.nhsuk-error-summary li')].map((li) => (li.textContent ?? '').trim()),
    source: answer.body,
    location: typeof answer.headers.location === 'string' ? answer.headers.location : null,
    headers: answer.headers,
  }
}
