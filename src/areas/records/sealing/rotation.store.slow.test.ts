// Keys are rotated beside people at work, killed in the middle, and begun again; nothing is lost and nobody waits.
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { asKeyKeeper, asService, type Composition } from '../../../platform/composition.ts'
import { openDatabase, sql } from '../../../platform/database/database.ts'
import { newId, type OrganisationId } from '../../../platform/ids.ts'
import { fileKeyring } from '../../../platform/keys/keyring.ts'
import { verifyTrail } from '../trail/verification.changes.ts'
import { rotateKeys } from './rotation.job.ts'
import { openTexts, sealTexts } from './sealed-text.changes.ts'

const database = await testDatabase()
const amina = newId<'person'>()
const kind = 'case discussion' as const

async function begun() {
  const organisation = await newOrganisation(database)
  const folder = mkdtempSync(join(tmpdir(), 'mcs-keys-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const service: Composition = { ...testComposition(database), keys: fileKeyring(folder) }
  const owner = await openDatabase({ url: database.ownerUrl, most: 1 })
  onTestFinished(() => owner.close())
  const keeper = {
    asService: <T>(body: Parameters<typeof asService<T>>[2]) => asService(service, { organisation }, body),
    asKeeper: <T>(body: Parameters<typeof asKeyKeeper<T>>[2]) => asKeyKeeper(service, { organisation, owner }, body),
  }
  const write = async (version = 1, text = 'Weekly contact') => {
    const about = { kind: 'session record', id: newId<string>() }
    await as(service, organisation, amina, (work) => sealTexts(work, { kind, about, version, texts: { plan: text } }))
    return about
  }
  const read = (about: { kind: string; id: ReturnType<typeof newId<string>> }, version = 1) =>
    as(service, organisation, amina, async (work) => (await openTexts(work, { about, version })).texts.plan)
  const filesOf = () => readdirSync(join(folder, organisation, 'case-discussion')).sort()
  return { organisation, folder, service, keeper, write, read, filesOf }
}

const keysInUse = async (organisation: OrganisationId) =>
  (
    await database.owner.query(
      'select key_id, count(*)::int as texts from sealed_text where organisation = $1 group by 1 order by 1',
      [organisation],
    )
  ).rows

describe('rotation', () => {
  it('wraps every text again, retires the old key, says so on the trail, and everything still opens', async () => {
    const { organisation, folder, service, keeper, write, read, filesOf } = await begun()
    const things = [await write(), await write(), await write(0, 'Not yet said')]
    expect(await rotateKeys(keeper, kind, () => undefined)).toEqual({
      purpose: kind,
      key: '2',
      rewrapped: 3,
      retired: ['1'],
      stuck: 0,
    })
    expect(await keysInUse(organisation)).toEqual([{ key_id: '2', texts: 3 }])
    expect(filesOf()).toEqual(['2.key', 'retired'])
    expect(statSync(join(folder, organisation, 'case-discussion', '2.key')).mode & 0o777).toBe(0o600)
    for (const about of things.slice(0, 2)) expect(await read(about)).toBe('Weekly contact')
    const lines = await database.owner.query(
      `select deed, detail from trail_event where organisation = $1 and deed like 'key %' order by number`,
      [organisation],
    )
    expect(lines.rows).toEqual([
      { deed: 'key added', detail: { purpose: kind, key: 2 } },
      { deed: 'key retired', detail: { purpose: kind, key: 1 } },
    ])
    expect(await as(service, organisation, amina, verifyTrail)).toMatchObject({ whole: true })
  }, 60_000)

  it('loses and refuses nothing while people read, write and draft, and goes on after it was killed', async () => {
    const { organisation, folder, service, keeper, write, read } = await begun()
    const first = await Promise.all(Array.from({ length: 20 }, () => write()))
    const many = Object.fromEntries(Array.from({ length: 3_000 }, (_, n) => [`field ${n}`, 'Weekly contact']))
    const large = { kind: 'session record', id: newId<string>() }
    await as(service, organisation, amina, (work) => sealTexts(work, { kind, about: large, version: 1, texts: many }))
    let [working, written] = [true, [] as Awaited<ReturnType<typeof write>>[]]
    const draft = await write(0, 'Draft 0')
    const drafting = async () => {
      for (let n = 1; working; n += 1) {
        const texts = { plan: `Draft ${n}` }
        await as(service, organisation, amina, (work) => sealTexts(work, { kind, about: draft, version: 0, texts }))
        expect(await read(draft, 0)).toBe(`Draft ${n}`)
      }
    }
    const writing = async () => {
      while (working) {
        const about = await write()
        written = [...written, about]
        expect(await read(about)).toBe('Weekly contact')
      }
    }
    const load = Promise.all([drafting(), writing(), writing()])
    load.catch(() => undefined)
    for (let kill = 0; kill < 3; kill += 1) await rotateAndKill(organisation, folder)
    const done = await rotateKeys(keeper, kind, () => undefined)
    working = false
    await load
    expect(done).toMatchObject({ retired: expect.arrayContaining(['1']) })
    for (const about of [...first, ...written]) expect(await read(about)).toBe('Weekly contact')
    const opened = await as(service, organisation, amina, (work) => openTexts(work, { about: large, version: 1 }))
    expect(opened).toMatchObject({ texts: many, spoiled: [] })
    expect(written.length).toBeGreaterThan(20)
    expect(await keysInUse(organisation)).toEqual([expect.objectContaining({ key_id: done?.key })])
    expect(await as(service, organisation, amina, verifyTrail)).toMatchObject({ whole: true })
  }, 120_000)

  it('leaves what no key opens where it is, keeps its key, and rotates the rest', async () => {
    const { organisation, keeper, write, read, filesOf } = await begun()
    const [good, bad] = [await write(), await write()]
    await database.owner.query(
      'update sealed_text set wrapped_key = set_byte(wrapped_key, 40, get_byte(wrapped_key, 40) # 1) where about = $1',
      [bad.id],
    )
    expect(await rotateKeys(keeper, kind, () => undefined)).toMatchObject({ rewrapped: 1, stuck: 1, retired: [] })
    expect(await read(good)).toBe('Weekly contact')
    expect(filesOf()).toEqual(['1.key', '2.key'])
    expect(await rotateKeys(keeper, kind, () => undefined)).toMatchObject({ key: '3', rewrapped: 1, retired: ['2'] })
    expect(await keysInUse(organisation)).toEqual([
      { key_id: '1', texts: 1 },
      { key_id: '3', texts: 1 },
    ])
  }, 60_000)

  it('is refused while the newest key’s file is missing, and makes no new one over it', async () => {
    const { organisation, folder, keeper, write, filesOf } = await begun()
    await write()
    rmSync(join(folder, organisation, 'case-discussion', '1.key'))
    const fresh = { ...testComposition(database), keys: fileKeyring(folder) }
    const blind = {
      ...keeper,
      asKeeper: <T>(body: Parameters<typeof asKeyKeeper<T>>[2]) =>
        keeper.asKeeper((work) => body({ ...work, keys: fresh.keys })),
    }
    await expect(rotateKeys(blind, kind, () => undefined)).rejects.toThrow(/1\.key is missing/)
    expect(filesOf()).toEqual([])
  })

  it('has nothing to do for the neighbour, and cannot see a sealed text', async () => {
    const { keeper, write } = await begun()
    await write()
    const neighbour = await begun()
    expect(await rotateKeys(neighbour.keeper, kind, () => undefined)).toBeNull()
    await expect(keeper.asKeeper((work) => sql`select sealed from sealed_text`.execute(work.db))).rejects.toThrow(
      /permission denied/,
    )
    await expect(
      database.transact({ organisation: null, person: null, role: 'mcs_keys' }, async () => undefined),
    ).rejects.toThrow(/permission denied/)
  })
})

/** Starts the rotation as a process and kills it as soon as it has said how far it is, or after a while. */
async function rotateAndKill(organisation: OrganisationId, folder: string): Promise<void> {
  const program = join(import.meta.dirname, '../../../../test/rotation-program.ts')
  const words = [database.url, database.ownerUrl, folder, organisation, kind]
  const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await new Promise<void>((resolve) => {
    child.once('close', () => resolve())
    child.stdout.on('data', () => child.kill('SIGKILL'))
  })
}
