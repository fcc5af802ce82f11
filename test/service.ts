// The real service in one process, without a port: pages are asked for as a signed-in visitor and read as a person
// reads them, by heading, label and link. Only visits are made up; everything behind them is real.
import type { FastifyInstance } from 'fastify'
import { randomUUID } from 'node:crypto'
import { parseHTML } from 'linkedom'
import { afterAll } from 'vitest'
import { serviceLook } from '../src/frame/look.ts'
import type { Area } from '../src/platform/area.ts'
import type { Identify } from '../src/platform/composition.ts'
import { type OrganisationId, type PersonId, newToken } from '../src/platform/ids.ts'
import { KeyMissing } from '../src/platform/keys/keyring.ts'
import { addMinutes, type Clock } from '../src/platform/time/moment.ts'
import type { Visit } from '../src/platform/web/door-page.ts'
import { buildHttp } from '../src/platform/web/serving/http.ts'
import { csrfOf } from '../src/platform/web/serving/tokens.ts'
import { testComposition } from './composition.ts'
import type { TestDatabase } from './test-database.ts'

const assets = { css: '/assets/style.css', js: '/assets/script.js', icon: '/assets/icon.svg' }

/** The service over a test database. `areas` are the cards under test and those they need. */
export async function testService(database: TestDatabase, parts: { areas: readonly Area[]; identify?: Identify }) {
  const composition = testComposition(database, parts)
  const visits = new Map<string, Visit>()
  const faults: unknown[] = []
  const http = await buildHttp({
    service: composition,
    look: serviceLook(assets),
    findVisit: async (token) => visits.get(token) ?? null,
    doorPages: [],
    secure: false,
    demonstration: false,
    assets: null,
    onFault: (fault) => faults.push(fault),
  })
  afterAll(() => http.close())
  const openVisit = visitOpener(visits, composition.clock)
  return {
    composition,
    /** The server itself, for requests that no browser would send. */
    http,
    /** A visit's token, for the cookie of such a request. */
    openVisit,
    /** Faults of our own that a page answered 500 for; a test that expects none may look here for why. */
    faults,
    visitor: (organisation: OrganisationId, person: PersonId): Visitor =>
      visitorWith(http, openVisit(organisation, person), faults),
    /** Somebody without a visit. */
    stranger: (): Visitor => visitorWith(http, '', faults),
  }
}

/** Opens a visit as signing in would, and answers its token. */
const visitOpener =
  (visits: Map<string, Visit>, clock: Clock) =>
  (organisation: OrganisationId, person: PersonId): string => {
    const token = newToken()
    const moment = clock()
    visits.set(token, {
      id: randomUUID(),
      account: randomUUID(),
      organisation,
      person,
      expiresAt: addMinutes(moment, 15),
      signedInAt: moment,
    })
    return token
  }

export type Sent = Readonly<Record<string, string | readonly string[]>>

export type Visitor = {
  readonly get: (path: string) => Promise<ReadPage>
  /** Sends a form with its token and a fresh key; give `_key` or `_csrf` to override them. */
  readonly post: (path: string, form?: Sent) => Promise<ReadPage>
  /** Sends a form with files, as multipart. */
  readonly upload: (
    path: string,
    form: Sent,
    files: Readonly<Record<string, { name: string; body: string | Buffer }>>,
  ) => Promise<ReadPage>
  /** A post, then the page it leads to. */
  readonly postAndFollow: (path: string, form?: Sent) => Promise<ReadPage>
}

function visitorWith(http: FastifyInstance, token: string, faults: unknown[]): Visitor {
  const headers = {
    cookie: `visit=${token}`,
    host: 'localhost',
    origin: 'http://localhost',
    'sec-fetch-site': 'same-origin',
  }
  const own = () => ({ _csrf: csrfOf(token), _key: randomUUID() })
  const read = (answer: Awaited<ReturnType<FastifyInstance['inject']>>) => readPage(answer, faults)
  const get = async (path: string) => read(await http.inject({ method: 'GET', url: path, headers }))
  const post = async (path: string, form: Sent = {}) =>
    read(
      await http.inject({
        method: 'POST',
        url: path,
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        payload: encode({ ...own(), ...form }),
      }),
    )
  return {
    get,
    post,
    upload: async (path, form, files) => {
      const { body, type } = multipart({ ...own(), ...form }, files)
      return read(
        await http.inject({ method: 'POST', url: path, headers: { ...headers, 'content-type': type }, payload: body }),
      )
    },
    postAndFollow: async (path, form) => {
      const answer = await post(path, form)
      return answer.location === null ? answer : get(answer.location)
    },
  }
}

function encode(form: Sent): string {
  const words = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) {
    for (const one of typeof value === 'string' ? [value] : value) words.append(name, one)
  }
  return words.toString()
}

function multipart(form: Sent, files: Readonly<Record<string, { name: string; body: string | Buffer }>>) {
  const edge = `edge-${randomUUID()}`
  const parts: Buffer[] = []
  for (const [name, value] of Object.entries(form)) {
    for (const one of typeof value === 'string' ? [value] : value) {
      parts.push(Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${one}\r\n`))
    }
  }
  for (const [name, given] of Object.entries(files)) {
    parts.push(
      Buffer.from(
        `--${edge}\r\ncontent-disposition: form-data; name="${name}"; filename="${given.name}"\r\ncontent-type: text/csv\r\n\r\n`,
      ),
      Buffer.from(given.body),
      Buffer.from('\r\n'),
    )
  }
  return {
    body: Buffer.concat([...parts, Buffer.from(`--${edge}--\r\n`)]),
    type: `multipart/form-data; boundary=${edge}`,
  }
}

export type ReadPage = ReturnType<typeof readPage>

function readPage(answer: Awaited<ReturnType<FastifyInstance['inject']>>, faults: unknown[]) {
  const source = answer.body
  const fault = faults.at(-1)
  // A missing key is the operator's affair, and has a page of its own.
  if (answer.statusCode >= 500 && fault !== undefined && !(fault instanceof KeyMissing)) throw fault
  const isHtml = String(answer.headers['content-type'] ?? '').includes('html')
  const { document } = parseHTML(isHtml ? source : '<html></html>')
  const textsOf = (selector: string) => [...document.querySelectorAll(selector)].map(textOf)
  return {
    status: answer.statusCode,
    headers: answer.headers,
    location: typeof answer.headers.location === 'string' ? answer.headers.location : null,
    /** The whole answer, for "it is not in the page's source either". */
    source,
    document,
    title: textOf(document.querySelector('title')),
    heading: textOf(document.querySelector('h1')),
    headings: textsOf('h1, h2, h3'),
    /** The words of the main part. */
    text: textOf(document.querySelector('main')),
    errors: textsOf('.nhsuk-error-summary li'),
    links: linksOf(document),
    buttons: textsOf('main button, main a[role=button]'),
    linkTo: (words: string) => linkIn(document, words),
    fieldValue: (label: string) => valueIn(document, label),
    formTo: (action: string) => formIn(document, action),
  }
}

const textOf = (node: { textContent: string | null } | null): string =>
  (node?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()

const linksOf = (document: Document) =>
  [...document.querySelectorAll('main a')].map((link) => ({
    text: textOf(link),
    href: link.getAttribute('href') ?? '',
  }))

/** Where the link with these words leads; fails when there is none. */
function linkIn(document: Document, words: string): string {
  const found = [...document.querySelectorAll('a')].find((link) => textOf(link).includes(words))
  if (found) return found.getAttribute('href') ?? ''
  throw new Error(`No link says “${words}”. The page says: ${textOf(document.querySelector('main')).slice(0, 500)}`)
}

/** What a field holds, by its label. */
function valueIn(document: Document, label: string): string {
  const found = [...document.querySelectorAll('label')].find((one) => textOf(one).startsWith(label))
  const control = found && document.getElementById(found.getAttribute('for') ?? '')
  if (!control) throw new Error(`No field is labelled “${label}”`)
  return heldBy(control)
}

/** What a box, a text area or a list holds untouched. */
function heldBy(control: Element): string {
  if (control.tagName === 'TEXTAREA') return control.textContent ?? ''
  if (control.tagName !== 'SELECT') return control.getAttribute('value') ?? ''
  const options = [...control.querySelectorAll('option')]
  return (options.find((one) => one.hasAttribute('selected')) ?? options[0])?.getAttribute('value') ?? ''
}

/** Every field of the form that posts to an address, as the browser would send it untouched. */
function formIn(document: Document, action: string): Record<string, string> {
  const form = [...document.querySelectorAll('form')].find((one) => one.getAttribute('action') === action)
  if (!form) throw new Error(`No form posts to ${action}`)
  const values: Record<string, string> = {}
  for (const input of form.querySelectorAll('input, textarea, select')) {
    const name = input.getAttribute('name')
    const kind = input.getAttribute('type')
    if (!name || ((kind === 'radio' || kind === 'checkbox') && !input.hasAttribute('checked'))) continue
    values[name] = heldBy(input)
  }
  return values
}
