import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { runProgram, scratchFolder } from '../../../../test/database-run.ts'
import { startEmbedded } from './embedded.ts'
import { findServerProgram, nativeFolder } from './server-program.ts'
import { findServerUser, isReachable } from './server-user.ts'

const asRoot = process.getuid?.() === 0
const NOBODY = 65_534
const quiet = () => undefined

/** A copy of the package as it is unpacked when install scripts are blocked: without the links to its libraries. */
function unpackedPackage(): string {
  const copy = join(scratchFolder(tmpdir()), 'package')
  const native = nativeFolder(process.platform, process.arch)
  mkdirSync(copy)
  execFileSync('cp', ['-a', native, dirname(native).concat('/package.json'), copy])
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { target: string }[]
  for (const link of links) rmSync(join(copy, link.target), { force: true })
  return join(copy, 'native')
}

test('the server runs where install scripts were blocked', { timeout: 60_000 }, async () => {
  const native = unpackedPackage()
  const server = await startEmbedded({ dataFolder: scratchFolder(), say: quiet, native })
  await server.stop()
  expect(readdirSync(join(native, 'lib')).filter((name) => name === 'libicuuc.so.60')).toHaveLength(1)
})

test('the server runs where the packages are read-only', { timeout: 60_000 }, async () => {
  const native = unpackedPackage()
  const folder = scratchFolder()
  chmodSync(join(native, 'lib'), 0o555)
  // Permissions mean nothing to root, so root tries it as somebody else.
  if (asRoot) execFileSync('chown', [String(NOBODY), folder])
  const run = runProgram([folder, 'idle', native], asRoot ? NOBODY : undefined)
  await run.ready
  run.child.kill('SIGINT')
  expect(await run.ended).toBe(0)
  expect(existsSync(join(native, 'lib', 'libicuuc.so.60'))).toBe(false)
  expect(lstatSync(join(folder, 'postgres', 'libraries', 'libicuuc.so.60')).isSymbolicLink()).toBe(true)
  chmodSync(join(native, 'lib'), 0o755)
})

test.each([
  ['linux', 'ppc64'],
  ['win32', 'arm64'],
  ['freebsd', 'x64'],
])('on %s %s, for which there are no programs, the message says what to set', (platform, architecture) => {
  expect(() => nativeFolder(platform, architecture)).toThrow(
    `no built-in database for this machine (${platform} ${architecture}). Set DATABASE_URL`,
  )
})

test.runIf(asRoot)('as root the server runs as a user without rights', async () => {
  const folder = scratchFolder()
  const server = await startEmbedded({ dataFolder: folder, say: quiet })
  const status = readFileSync(`/proc/${server.pid()}/status`, 'utf8')
  expect(/^Uid:\s+(\d+)/m.exec(status)?.[1]).not.toBe('0')
  await server.stop()
})

test.runIf(asRoot)(
  'as root the server runs with data and programs in folders closed to its user',
  { timeout: 60_000 },
  async () => {
    const closed = scratchFolder()
    const native = unpackedPackage()
    const copies = join(scratchFolder(tmpdir()), 'copies')
    const user = await findServerUser()
    chmodSync(closed, 0o700)
    expect(isReachable(closed, user)).toBe(false)
    chmodSync(dirname(native), 0o700)
    const program = await findServerProgram({ user, native, spare: closed, copies })
    expect(program.postgres.startsWith(copies)).toBe(true)
    expect(isReachable(dirname(program.postgres), user)).toBe(true)
    const server = await startEmbedded({ dataFolder: join(closed, 'data'), say: quiet })
    await server.stop()
    await (await startEmbedded({ dataFolder: join(closed, 'data'), say: quiet })).stop()
  },
)

test('who the server runs as: ourselves, or for root a user without rights, or a message', async () => {
  const passwd = join(scratchFolder(), 'passwd')
  writeFileSync(passwd, 'root:x:0:0::/root:/bin/sh\nnobody:x:65534:65534::/:/bin/false\nann:x:1000:1000::/:/bin/sh\n')
  expect(await findServerUser({ ourselves: 1000, passwd })).toBeNull()
  expect(await findServerUser({ ourselves: 0, passwd })).toEqual({ name: 'nobody', uid: 65_534, gid: 65_534 })
  await expect(findServerUser({ ourselves: 4321, passwd })).rejects.toThrow('The user number 4321 has no entry')
  writeFileSync(passwd, 'root:x:0:0::/root:/bin/sh\n')
  await expect(findServerUser({ ourselves: 0, passwd })).rejects.toThrow('cannot run as root')
})
