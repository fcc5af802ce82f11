import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigFault, readConfig } from './config.ts'

function faultsOf(flags: string[], environment: Record<string, string> = {}): readonly string[] {
  try {
    readConfig(flags, environment)
  } catch (fault) {
    if (fault instanceof ConfigFault) return fault.faults
    throw fault
  }
  return []
}

test('without any setting the service runs on this machine with the built-in database', () => {
  expect(readConfig([], {})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    data: resolve('data'),
    keys: resolve('data/keys'),
    checkpoints: resolve('data/checkpoints'),
    databaseUrl: undefined,
    databaseOwnerUrl: undefined,
    publicAddress: 'http://localhost:3000',
    secureCookies: false,
    demonstration: false,
    logLevel: 'info',
    mail: undefined,
  })
})

test('the demonstration keeps its data apart, unless it is told where', () => {
  expect(readConfig(['--demo'], {})).toMatchObject({ data: resolve('data-demo'), keys: resolve('data-demo/keys') })
  expect(readConfig(['--demo', '--data', 'elsewhere'], {})).toMatchObject({ data: resolve('elsewhere') })
})

test('the command line wins over the environment, and an empty setting is no setting', () => {
  const config = readConfig(['--port', '0', '--demo', '--data=/srv/it'], { PORT: '4000', HOST: '', LOG_LEVEL: 'warn' })
  expect(config).toMatchObject({
    port: 0,
    demonstration: true,
    data: '/srv/it',
    keys: '/srv/it/keys',
    logLevel: 'warn',
  })
})

test('an https address means secure cookies', () => {
  const config = readConfig([], { PUBLIC_ADDRESS: 'https://supervision.trust.example/' })
  expect(config).toMatchObject({ publicAddress: 'https://supervision.trust.example', secureCookies: true })
})

test('every fault is told at once, in words', () => {
  const environment = {
    PORT: '70000',
    DATABASE_URL: 'mysql://root:hunter2@there/db',
    PUBLIC_ADDRESS: 'https://trust.example/path',
    SECURE_COOKIES: 'maybe',
    LOG_LEVEL: 'loud',
    SMTP_URL: 'smtp://there:25',
  }
  expect(faultsOf(['--colour', 'blue', '--host', 'a b'], environment)).toEqual([
    'There is no option --colour.',
    '"blue" is not understood; options start with two dashes.',
    'PORT must be a whole number from 0 to 65535, but is "70000".',
    '--host must be a host name or an address to listen on, but is "a b".',
    'DATABASE_URL must look like postgresql://user:password@host/database.',
    'PUBLIC_ADDRESS must be http(s)://host without a path, but is "https://trust.example/path".',
    'SECURE_COOKIES must be on or off, but is "maybe".',
    'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, but is "loud".',
    'SMTP_URL is set without MAIL_FROM, the address that mail comes from.',
  ])
})

test.each([
  [['--port', '-1'], {}],
  [['--port', '1e3'], {}],
  [['--port'], {}],
  [[], { PORT: '80 80' }],
  [[], { DATABASE_OWNER_URL: 'postgresql://a:b@c/d' }],
  [[], { MAIL_FROM: 'Supervision <supervision@trust.example>' }],
  [[], { PUBLIC_ADDRESS: 'https://trust.example', SECURE_COOKIES: 'off' }],
  [[], { PUBLIC_ADDRESS: 'http://trust.example', SECURE_COOKIES: 'on' }],
  [[], { MAIL_FROM: 'x@y.example\r\nBcc: all@z.example', SMTP_URL: 'smtp://there' }],
])('%j with %j is refused with one sentence', (flags, environment) => {
  expect(faultsOf(flags, environment)).toHaveLength(1)
})
