// Programs that share a meeting are killed in the middle of it, again and again: nothing that was acknowledged is lost, nothing is
// doubled, and the order is one. MEETING_KILLS says how often.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { bundleForNode } from '../bin/steps/build.ts'
import { testDatabase } from './test-database.ts'
import { learningMeetingWorld } from './worlds/learning-meeting.ts'
import type { PersonId } from '../src/platform/ids.ts'
import { keyFile } from '../src/platform/keys/keyring.ts'
import { findEvents } from '../src/areas/learning-sets/room/meeting-log.store.ts'

const database = await testDatabase()
const { service, openedMeeting } = await learningMeetingWorld(database)
const KILLS = Number(process.env.MEETING_KILLS ?? 5)
const project = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(project, 'node_modules/.meeting-'))
const keys = mkdtempSync(join(tmpdir(), 'mcs-keys-'))
afterAll(() => {
  for (const one of [folder, keys]) rmSync(one, { recursive: true, force: true })
})

type Here = Awaited<ReturnType<typeof openedMeeting>>

/** The keys that the test has in memory, as files for the programs. */
function shareKeys(organisation: string): void {
  for (const purpose of ['trail', 'set'])
    for (const id of service.composition.keys.list(organisation, purpose)) {
      const key = service.composition.keys.find(organisation, purpose, id)
      const path = join(keys, keyFile(organisation, purpose, id))
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, key?.bytes.toString('hex') ?? '')
    }
}

/** A program in which somebody talks, until it is killed; answers what it tried and what was confirmed. */
function startTalking({ world, id }: Here, person: PersonId) {
  const child = spawn(process.execPath, [join(folder, 'meeting-program.js')], { stdio: ['pipe', 'pipe', 'inherit'] })
  const told = { url: database.url, organisation: world.organisation, person, meeting: id, keys }
  child.stdin.write(`${JSON.stringify(told)}\n`)
  let said = ''
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const lines = (word: string) => [...said.matchAll(new RegExp(`^${word} (\\S+)\\n`, 'gm'))].map(([, key = '']) => key)
  const waiting: (() => void)[] = []
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    for (const look of waiting) look()
  })
  const confirmed = (count: number) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (lines('done').length >= count) resolve()
      }
      waiting.push(look)
      look()
    })
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
    return { tried: lines('try'), done: lines('done') }
  }
  return { confirmed, kill }
}

describe('a meeting whose programs are killed', () => {
  it('loses nothing that was acknowledged, doubles nothing, and has one order everywhere', async () => {
    await bundleForNode([join(project, 'test/meeting-program.ts')], folder)
    const here = await openedMeeting()
    const { world, id, asks, sees } = here
    shareKeys(world.organisation)
    const before = (await sees(id, 'ben')).events
    const acknowledged = new Set<string>()
    const everTried = new Set<string>()
    for (let kill = 0; kill < KILLS; kill++) {
      const programs = [startTalking(here, world.ben), startTalking(here, world.dora)]
      await Promise.all(programs.map((one) => one.confirmed(2 + (kill % 5))))
      // One node is killed while the other goes on, then that one as well.
      for (const [index, program] of programs.entries()) {
        const { tried, done } = await program.kill()
        for (const key of tried) everTried.add(key)
        for (const key of done) acknowledged.add(key)
        const who = index === 0 ? 'ben' : 'dora'
        // The browser that heard nothing sends the same form again, and one that did sends it twice.
        for (const key of new Set([...tried.slice(-1), ...done.slice(-1)])) {
          const again = await asks(id, who, { type: 'tell discomfort', words: `said ${key}` }, key)
          expect(again.ok).toBe(true)
          acknowledged.add(key)
        }
      }
    }
    const events = await world.inside(world.ben, (work) => findEvents(work, id, before))
    expect(events.map((event) => event.number)).toEqual(events.map((_event, index) => before + index + 1))
    const kept = events.map((event) => event.key)
    expect(new Set(kept).size).toBe(kept.length)
    expect([...acknowledged].filter((key) => !kept.includes(key))).toEqual([])
    expect(kept.filter((key) => !everTried.has(key))).toEqual([])
    const [one, other] = [await sees(id, 'ben'), await sees(id, 'amina')]
    expect(one).toEqual(other)
    expect(one.discomforts.map((each) => each.words)).toEqual(kept.map((key) => `said ${key}`))
    console.log(`${KILLS * 2} kills: ${acknowledged.size} acknowledged, ${kept.length} kept`)
  }, 300_000)
})
