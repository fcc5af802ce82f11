// Values that no form expects, and what becomes of them in an address, a field or a whole body. The order is fixed by a
// seed, so that a sample is the same every time and a failure can be tried again.
import type { Sent } from '../service.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** How many inputs a sweep of bad input sends to each endpoint. */
    inputsPerEndpoint: number
  }
}

export const values: readonly string[] = [
  '',
  ' ',
  '\t',
  '\n',
  '0',
  '-1',
  '1e309',
  '1e3',
  '0x10',
  'NaN',
  'null',
  'undefined',
  'true',
  '1,000',
  '٣',
  '１２',
  '2147483648',
  '-2147483649',
  '9007199254740993',
  '99999999999999999999',
  '0.1',
  '-0',
  '1;2',
  '[]',
  '{}',
  '{"a":',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '[object Object]',
  "' or 1=1 --",
  "'; drop table person",
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{7*7}}',
  '$' + '{7*7}',
  'javascript:alert(1)',
  '\u202eabc',
  'a\u0000b',
  '\u0000',
  '\ud800',
  '\u2028',
  '\ufeff',
  'İ',
  'e\u0301'.repeat(200),
  '😀'.repeat(2_000),
  '0000-00-00',
  '0000-01-01',
  '9999-12-31',
  '10000-01-01',
  '-0001-01-01',
  '+275760-09-13',
  '2027-02-29',
  '2026-13-01',
  '25:61',
  '24:00',
  '2:30am',
  '1:30am',
  '13pm',
  '99',
  '../../etc/passwd',
  'a\r\nset-cookie: b=c',
  '%00',
  '%c0%af',
  '..%2f',
  '00000000-0000-0000-0000-000000000000',
  'AAAAAAAA-0000-4000-8000-000000000000',
  'session',
  '=cmd|calc',
  '@SUM(1)',
  'x'.repeat(10_000),
  'x'.repeat(100_000),
  'ﷺ'.repeat(500),
  '\\',
  '%',
  '&',
  '?a=b',
  '#',
  ';',
  'a'.repeat(41),
]

const names = [
  '__proto__',
  'constructor',
  'a[]',
  'a[b][c]',
  'a.b',
  '',
  'page',
  'text',
  'unit',
  'day',
  'from',
  'to',
  'format',
]

/** One request with something wrong in it. */
export type Input = {
  readonly name: string
  readonly url: string
  readonly type?: string
  readonly body?: string | Buffer
}

export type Aim = { readonly method: string; readonly path: string; readonly url: string; readonly form: Sent }

const formType = 'application/x-www-form-urlencoded'
const short = (text: string): string => JSON.stringify(text.slice(0, 30))

/** Every input for an endpoint, in an order of its own; `own` are the fields without which it is not let in. */
export function inputsFor(aim: Aim, own: Readonly<Record<string, string>>, query: readonly string[]): readonly Input[] {
  const inputs = aim.method === 'GET' ? [] : [...inFields(aim, own), ...inBodies(aim, own)]
  return [...inputs, ...inPaths(aim, own), ...inQueries(aim, own, query)]
}

function* inFields(aim: Aim, own: Readonly<Record<string, string>>): Generator<Input> {
  const whole: Sent = { _version: '1', ...aim.form, ...own }
  const post = (name: string, form: Sent): Input => ({ name, url: aim.url, type: formType, body: encode(form) })
  for (const field of [...Object.keys(whole), ...names]) {
    const { [field]: _left, ...without } = whole
    yield post(`without ${field}`, without)
    for (const value of values) {
      yield post(`${field} = ${short(value)}`, { ...whole, [field]: value })
      yield post(`${field} twice, ${short(value)}`, { ...whole, [field]: [value, 'and again'] })
    }
  }
  for (const value of values)
    yield post(`all = ${short(value)}`, {
      ...Object.fromEntries(Object.keys(aim.form).map((field) => [field, value])),
      ...own,
    })
}

function* inBodies(aim: Aim, own: Readonly<Record<string, string>>): Generator<Input> {
  const good = encode({ ...aim.form, ...own })
  const raw = (name: string, body: string | Buffer, type = formType): Input => ({ name, url: aim.url, type, body })
  const [first = 'text'] = Object.keys(aim.form).filter((field) => !field.startsWith('_'))
  yield raw('nothing', '')
  yield raw('a megabyte', `${good}&${first}=${'x'.repeat(1_048_576)}`)
  yield raw('a thousand fields', `${good}&${Array.from({ length: 1_200 }, (_, at) => `f${at}=1`).join('&')}`)
  yield raw('one field a thousand times', `${good}&${Array.from({ length: 1_200 }, () => `${first}=1`).join('&')}`)
  yield raw('deep names', `${good}&${first}${'[a]'.repeat(2_000)}=1`)
  for (const bad of ['%', '%zz', '%u0000', '%ff%fe', '%c3%28', '%ed%a0%80', '&&&', '=', '==', '&=&='])
    yield raw(`body ${bad}`, `${good}&${first}=${bad}`)
  yield raw(
    'bytes that are no text',
    Buffer.concat([Buffer.from(`${good}&${first}=`), Buffer.from([0xff, 0xfe, 0xc3, 0x28])]),
  )
  for (let cut = 1; cut < 8; cut += 1) yield raw(`cut ${cut}`, good.slice(0, Math.floor((good.length * cut) / 8)))
  for (const type of [
    'application/json',
    'text/plain',
    'application/xml',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'nonsense',
    `${formType}; charset=utf-16`,
  ])
    for (const body of [
      '{"a":1}',
      '{"__proto__":{"a":1}}',
      '['.repeat(5_000),
      '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n',
      good,
    ])
      yield raw(`${type} ${short(body)}`, body, type)
}

function* inPaths(aim: Aim, own: Readonly<Record<string, string>>): Generator<Input> {
  const parts = aim.path.split('/')
  const given = aim.url.split('/')
  for (const [at, part] of parts.entries()) {
    if (!part.startsWith(':')) continue
    for (const value of values) {
      const url = given
        .map((one, index) => (index === at ? encodeURIComponent(value.toWellFormed().slice(0, 3_000)) : one))
        .join('/')
      yield asSent(aim, own, { name: `${part} = ${short(value)}`, url })
    }
    for (const bad of ['%', '%zz', '%ff', '..', '.', '%2e%2e', '%00'])
      yield asSent(aim, own, {
        name: `${part} ${bad}`,
        url: given.map((one, index) => (index === at ? bad : one)).join('/'),
      })
  }
}

function* inQueries(aim: Aim, own: Readonly<Record<string, string>>, known: readonly string[]): Generator<Input> {
  for (const name of [...known, ...names])
    for (const value of values) {
      const pair = `${encodeURIComponent(name)}=${encodeURIComponent(value.toWellFormed().slice(0, 3_000))}`
      yield asSent(aim, own, { name: `?${name}=${short(value)}`, url: `${aim.url}?${pair}` })
      yield asSent(aim, own, { name: `?${name} twice ${short(value)}`, url: `${aim.url}?${pair}&${pair}` })
    }
  for (const bad of ['?', '??', '?%', '?%zz=1', '?a=%ff', '?[', '?a[__proto__][b]=1', '?&&&', '?=&='])
    yield asSent(aim, own, { name: bad, url: `${aim.url}${bad}` })
}

const asSent = (aim: Aim, own: Readonly<Record<string, string>>, input: Input): Input =>
  aim.method === 'GET' ? input : { ...input, type: formType, body: encode({ ...aim.form, ...own }) }

export function encode(form: Sent): string {
  const words = new URLSearchParams()
  for (const [name, value] of Object.entries(form))
    for (const one of typeof value === 'string' ? [value] : value) words.append(name, one)
  return words.toString()
}

/** So many of a list, the same ones for the same seed; the whole list when it is shorter. */
export function sampleOf<T>(all: readonly T[], most: number, seed: number): readonly T[] {
  const mixed = [...all]
  let state = seed
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const other = state % (at + 1)
    const kept = mixed[at] as T
    mixed[at] = mixed[other] as T
    mixed[other] = kept
  }
  return mixed.slice(0, most)
}
