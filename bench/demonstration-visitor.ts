// A visitor without a browser: signs in through the demonstration's page and asks for pages over HTTP, as one would.
import { get as ask } from 'node:http'

export type Answer = {
  readonly status: number
  readonly isPage: boolean
  readonly body: string
  /** Addresses on this service that the page links to, in order, without those that end the visit. */
  readonly links: readonly string[]
}

export function visitorOf(address: string) {
  let cookie = ''
  const fetchPage = async (path: string, form?: URLSearchParams): Promise<Response> => {
    const headers = { cookie, origin: address, 'sec-fetch-site': 'same-origin' }
    const answer = await fetch(address + path, {
      redirect: 'manual',
      headers,
      ...(form ? { method: 'POST', body: form } : {}),
    })
    const set = answer.headers.getSetCookie().map((one) => one.split(';')[0] ?? '')
    if (set.length > 0) cookie = joined(cookie, set)
    return answer
  }
  const get = async (path: string): Promise<Answer> => {
    const answer = await fetchPage(path)
    const body = await answer.text()
    const isPage = (answer.headers.get('content-type') ?? '').includes('html')
    return { status: answer.status, isPage, body, links: isPage ? linksOf(body) : [] }
  }
  return {
    get,
    /** Names of the people to be, as their buttons say. */
    people: async () =>
      [...(await get('/demonstration')).body.matchAll(/>\s*Be ([^<]+?)\s*</g)].map(({ 1: name = '' }) => name),
    be: async (name: string): Promise<void> => {
      const { body } = await get('/demonstration')
      const form = [...body.matchAll(/<form[\s\S]*?<\/form>/g)].find(([text]) => text.includes(`Be ${name}`))?.[0] ?? ''
      const fields = [...form.matchAll(/<input[^>]*\bname="([^"]+)"[^>]*\bvalue="([^"]*)"/g)]
      const values = fields.map(({ 1: field = '', 2: value = '' }): [string, string] => [field, value])
      const answer = await fetchPage('/demonstration/visit', new URLSearchParams(values))
      if (answer.status !== 303) throw new Error(`${name} could not be signed in: ${answer.status}`)
    },
    /** What a browser that takes compressed answers would receive, headers not counted. */
    wireBytes: (path: string) => bytesOf(address + path, cookie),
    assetsOf: (body: string) => [
      ...new Set([...body.matchAll(/"(\/assets\/[^"]+)"/g)].map(({ 1: path = '' }) => path)),
    ],
  }
}

function bytesOf(url: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    ask(url, { headers: { cookie, 'accept-encoding': 'br, gzip' } }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      answer.on('end', () => resolve(bytes))
    }).on('error', reject)
  })
}

function joined(cookie: string, set: readonly string[]): string {
  const jar = new Map([...cookie.split('; '), ...set].filter(Boolean).map((one) => [one.split('=')[0] ?? '', one]))
  return [...jar.values()].join('; ')
}

const linksOf = (body: string): readonly string[] =>
  [...body.matchAll(/<a\b[^>]*\bhref="(\/[^"#]*)/g)]
    .map(({ 1: path = '' }) => path.replaceAll('&amp;', '&'))
    .filter((path) => !/sign-out|\.csv|\.ics/.test(path))
