// All settings of the service, from the environment and the command line; the command line wins. This is the only file
// that reads the environment. Every fault is told at once, in words an operator can act on.
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().max(65_535))
const host = z.string().regex(/^[A-Za-z0-9.:_-]+$/)
const folder = z.string().regex(/^[^\0]+$/)
const onOrOff = z.stringbool({ truthy: ['on', 'true', 'yes', '1'], falsy: ['off', 'false', 'no', '0'] })
const level = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
const postgres = z.url({ protocol: /^postgres(ql)?$/ })
const smtp = z.url({ protocol: /^smtps?$/ })
const mailbox = z.string().regex(/^([^<>\r\n]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/)
const address = z
  .url({ protocol: /^https?$/ })
  .refine((text) => URL.canParse(text) && new URL(text).href === `${new URL(text).origin}/`)
  .transform((text) => new URL(text).origin)

type Setting<T> = {
  readonly name: string
  readonly flag?: string
  readonly must: string
  readonly form: z.ZodType<T, string>
}

const setting = <T>(name: string, form: z.ZodType<T, string>, must: string, flag?: string): Setting<T> => ({
  name,
  form,
  must,
  ...(flag === undefined ? {} : { flag }),
})

const switchWords = 'must be on or off'

/** Each setting once: its name in the environment, its form, how a wrong one is told, and its word on the command line. */
export const settings = {
  port: setting('PORT', port, 'must be a whole number from 0 to 65535', 'port'),
  host: setting('HOST', host, 'must be a host name or an address to listen on', 'host'),
  data: setting('DATA_DIR', folder, 'must be a folder', 'data'),
  keys: setting('KEY_DIR', folder, 'must be a folder', 'keys'),
  checkpoints: setting('CHECKPOINT_DIR', folder, 'must be a folder', 'checkpoints'),
  databaseUrl: setting('DATABASE_URL', postgres, 'must look like postgresql://user:password@host/database'),
  databaseOwnerUrl: setting('DATABASE_OWNER_URL', postgres, 'must look like postgresql://user:password@host/database'),
  publicAddress: setting('PUBLIC_ADDRESS', address, 'must be http(s)://host without a path', 'public-address'),
  secureCookies: setting('SECURE_COOKIES', onOrOff, switchWords),
  demonstration: setting('DEMONSTRATION', onOrOff, switchWords, 'demo'),
  logLevel: setting('LOG_LEVEL', level, `must be one of ${level.options.join(', ')}`, 'log-level'),
  smtpUrl: setting('SMTP_URL', smtp, 'must look like smtp://user:password@host:port'),
  mailFrom: setting('MAIL_FROM', mailbox, 'must be a mail address, such as Supervision <supervision@trust.example>'),
}

/** Settings that are passwords or hold one; their value is never repeated in a message. */
const SECRET: ReadonlySet<string> = new Set(['DATABASE_URL', 'DATABASE_OWNER_URL', 'SMTP_URL'])

export type Config = {
  readonly port: number
  readonly host: string
  /** Absolute folder of the built-in database and everything kept beside it. */
  readonly data: string
  /** Absolute folder of the keys; keep and back it up apart from `data`. */
  readonly keys: string
  /** Absolute folder of the trail's signed checkpoints; best on another machine or volume, which this one can only add to. */
  readonly checkpoints: string
  /** Without it the built-in database runs in `data`. */
  readonly databaseUrl: string | undefined
  /** The login for migrations, when requests are to use the login of `databaseUrl` itself. */
  readonly databaseOwnerUrl: string | undefined
  /** Origin as people type it, without a slash at the end. */
  readonly publicAddress: string
  readonly secureCookies: boolean
  readonly demonstration: boolean
  readonly logLevel: z.output<typeof level>
  readonly mail: { readonly smtpUrl: string; readonly from: string } | undefined
}

/** Wrong settings: `faults` has one sentence for each, the message has all of them. */
export class ConfigFault extends Error {
  override name = 'ConfigFault'
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(['The settings cannot be used:', ...faults.map((fault) => `  - ${fault}`)].join('\n'))
    this.faults = faults
  }
}

type Values = { readonly [K in keyof typeof settings]: z.output<(typeof settings)[K]['form']> | undefined }

/**
 * Reads the settings. `flags` are the words of the command line (`['--port', '3000', '--demo']`).
 * Throws a ConfigFault that names every fault at once.
 */
export function readConfig(
  flags: readonly string[] = process.argv.slice(2),
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const faults: string[] = []
  const given = readFlags(flags, faults)
  const values = Object.fromEntries(
    Object.entries(settings).map(([key, one]) => [
      key,
      readSetting(one as Setting<unknown>, given, environment, faults),
    ]),
  ) as Values
  refuseContradictions(values, faults)
  if (faults.length > 0) throw new ConfigFault(faults)
  return complete(values)
}

function readFlags(words: readonly string[], faults: string[]): Map<string, string> {
  const names = Object.values(settings).flatMap((one) => (one.flag === undefined ? [] : [one.flag]))
  const options = Object.fromEntries(
    names.map((name) => [name, { type: name === 'demo' ? ('boolean' as const) : ('string' as const) }]),
  )
  const { tokens } = parseArgs({ args: [...words], options, strict: false, tokens: true, allowPositionals: true })
  const given = new Map<string, string>()
  for (const token of tokens) {
    if (token.kind === 'positional') faults.push(`"${token.value}" is not understood; options start with two dashes.`)
    if (token.kind !== 'option') continue
    if (!names.includes(token.name)) faults.push(`There is no option ${token.rawName}.`)
    else if (token.name === 'demo') given.set('demo', token.value ?? 'on')
    else if (token.value === undefined || token.value === '') faults.push(`The option ${token.rawName} needs a value.`)
    else given.set(token.name, token.value)
  }
  return given
}

function readSetting(
  one: Setting<unknown>,
  given: ReadonlyMap<string, string>,
  environment: Readonly<Record<string, string | undefined>>,
  faults: string[],
): unknown {
  const flagged = one.flag === undefined ? undefined : given.get(one.flag)
  const text = (flagged ?? environment[one.name] ?? '').trim()
  if (text === '') return undefined
  const parsed = one.form.safeParse(text)
  if (parsed.success) return parsed.data
  const source = flagged === undefined ? one.name : `--${one.flag}`
  const but = SECRET.has(one.name) ? '' : `, but is "${text.slice(0, 60)}"`
  faults.push(`${source} ${one.must}${but}.`)
  return undefined
}

function refuseContradictions(values: Values, faults: string[]): void {
  const isMissing = (key: keyof Values) =>
    values[key] === undefined && !faults.some((fault) => fault.startsWith(`${settings[key].name} must`))
  if (values.databaseOwnerUrl && isMissing('databaseUrl')) {
    faults.push('DATABASE_OWNER_URL is set without DATABASE_URL; set both, or neither for the built-in database.')
  }
  if (values.smtpUrl && isMissing('mailFrom'))
    faults.push('SMTP_URL is set without MAIL_FROM, the address that mail comes from.')
  if (values.mailFrom && isMissing('smtpUrl'))
    faults.push('MAIL_FROM is set without SMTP_URL, the server that sends mail.')
  if (values.publicAddress?.startsWith('https:') && values.secureCookies === false) {
    faults.push('SECURE_COOKIES is off, but PUBLIC_ADDRESS is https; leave SECURE_COOKIES out.')
  }
  if (values.publicAddress?.startsWith('http:') && values.secureCookies === true && !isLocal(values.publicAddress)) {
    faults.push('SECURE_COOKIES is on, but PUBLIC_ADDRESS is http: nobody could stay signed in.')
  }
}

function isLocal(origin: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(origin).hostname)
}

function complete(values: Values): Config {
  const data = resolve(values.data ?? (values.demonstration ? 'data-demo' : 'data'))
  const usedPort = values.port ?? 3000
  const usedHost = values.host ?? '127.0.0.1'
  const nameOfHost = ['0.0.0.0', '::', '127.0.0.1'].includes(usedHost) ? 'localhost' : usedHost
  const publicAddress =
    values.publicAddress ?? `http://${nameOfHost.includes(':') ? `[${nameOfHost}]` : nameOfHost}:${usedPort}`
  return {
    port: usedPort,
    host: usedHost,
    data,
    keys: resolve(values.keys ?? join(data, 'keys')),
    checkpoints: resolve(values.checkpoints ?? join(data, 'checkpoints')),
    databaseUrl: values.databaseUrl,
    databaseOwnerUrl: values.databaseOwnerUrl,
    publicAddress,
    secureCookies: values.secureCookies ?? publicAddress.startsWith('https:'),
    demonstration: values.demonstration ?? false,
    logLevel: values.logLevel ?? 'info',
    mail: values.smtpUrl && values.mailFrom ? { smtpUrl: values.smtpUrl, from: values.mailFrom } : undefined,
  }
}
