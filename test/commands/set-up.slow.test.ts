// What bin/set-up does on machines as it finds them. It runs on Linux here, whatever the processor.
import { existsSync, readdirSync, rmSync, symlinkSync, writeFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { bareMachine, type Machine } from './bare-machine.ts'

let machine: Machine | undefined
const on = (given: Parameters<typeof bareMachine>[0] = {}) => (machine = bareMachine(given))
afterEach(() => machine?.remove())

describe('on a machine with an older Node', () => {
  test('it fetches Node 24 and the packages, saying so', async () => {
    const { run, npmCalls } = on()
    const said = await run('set-up')
    expect(said).toMatchObject({ code: 0, out: '' })
    expect(said.err).toMatch(/Installing Node 24\.21\.0 into \.runtime \(this machine has Node 20\.20\.2; 24 or newer/)
    expect(said.err).toMatch(/Installing the packages[\s\S]+Ready: Node v24\.21\.0/)
    expect(npmCalls()[0]).toMatch(/^install --no-save .*--ignore-scripts.* node-linux-(x64|arm64)@24\.21\.0$/)
    expect(npmCalls()[1]).toMatch(/^ci --ignore-scripts --include=dev --include=optional/)
  })

  test('a second time it fetches nothing and says only that it is ready', async () => {
    const { run, npmCalls } = on()
    await run('set-up')
    const said = await run('set-up')
    expect(said.err.trim().split('\n')).toHaveLength(1)
    expect(npmCalls()).toHaveLength(2)
  })

  test('two at once install once, and both are ready', async () => {
    const { run, npmCalls } = on({ npm: 'sleep 0.4' })
    const both = await Promise.all([run('set-up'), run('set-up')])
    expect(both.map((said) => said.code)).toEqual([0, 0])
    expect(both.map((said) => said.err).join()).toMatch(/Waiting for another set-up/)
    expect(npmCalls()).toHaveLength(2)
  })

  test('without a network it says so and leaves nothing half-done', async () => {
    const { run, project } = on({ npm: 'echo "npm error ENOTFOUND"; exit 1' })
    const said = await run('set-up')
    expect(said.code).toBe(1)
    expect(said.err).toMatch(/ENOTFOUND\nStopped: Node 24\.21\.0 could not be installed\. Is the network there\?/)
    expect(readdirSync(join(project, '.runtime'))).not.toContain('node_modules')
    expect(readdirSync(join(project, '.runtime'))).not.toContain('lock')
  })
})

describe('with a Node that is new enough', () => {
  const node = 'v25.1.0'

  test('it uses that one', async () => {
    const { run, npmCalls } = on({ node })
    expect((await run('set-up')).err).toMatch(/Ready: Node v25\.1\.0/)
    expect(npmCalls()).toHaveLength(1)
  })

  test('a changed lockfile is installed again', async () => {
    const { run, project, npmCalls } = on({ node })
    await run('set-up')
    writeFileSync(join(project, 'package-lock.json'), '{"packages":{}}')
    await run('set-up')
    expect(npmCalls()).toHaveLength(2)
  })

  test('an interrupted install is done again', async () => {
    const { run, project, npmCalls } = on({ node })
    await run('set-up')
    rmSync(join(project, 'node_modules/.installed'))
    expect((await run('set-up')).code).toBe(0)
    expect(npmCalls()).toHaveLength(2)
  })

  test('where npm ci refuses the lockfile it installs it the other way', async () => {
    const { run, npmCalls } = on({ node, npm: 'case "$1" in ci) exit 1 ;; esac' })
    expect((await run('set-up')).code).toBe(0)
    expect(npmCalls().map((call) => call.split(' ').slice(0, 2).join(' '))).toEqual([
      'ci --ignore-scripts',
      'install --no-save',
    ])
  })

  test('a lock left behind by a killed set-up is taken over', async () => {
    const { run, project } = on({ node })
    mkdirSync(join(project, '.runtime'))
    symlinkSync('4194305', join(project, '.runtime/lock'))
    const said = await run('set-up')
    expect(said.code).toBe(0)
    expect(existsSync(join(project, '.runtime/lock'))).toBe(false)
  })

  test('bin/test says that it failed when it could not set up', async () => {
    const { run } = on({ node, npm: 'exit 1' })
    const said = await run('test')
    expect(said.code).toBe(1)
    expect(said.out.trim().split('\n').at(-1)).toBe('0 passed, 1 failed, 0 skipped')
  })
})

test.each(['start', 'test'])('bin/%s --help tells its options without setting anything up', async (command) => {
  const { run, npmCalls } = on()
  const said = await run(command, '--help')
  expect(said).toMatchObject({ code: 0, err: '' })
  expect(said.out).toMatch(new RegExp(`bin/${command} \\[`))
  expect(npmCalls()).toEqual([])
})
