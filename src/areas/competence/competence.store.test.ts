import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/test-database.ts'
import { supervisionWorld, type Trust } from '../../../test/worlds/supervision.ts'
import { withoutSignOffs } from '../../../test/worlds/supervisors.ts'
import { newId } from '../../platform/ids.ts'
import { day } from '../../platform/time/day.ts'
import { findAskedOf, findEntries, findEntry, insertEntry, saveAnswer } from './logbook/entry.store.ts'
import { findSignOff, findSignOffs, insertSignOff, lockSignOffs, saveEnding } from './sign-off/sign-off.store.ts'

const database = await testDatabase()
const { trust, setClock } = await supervisionWorld(database)

async function entry(world: Trust) {
  setClock()
  await withoutSignOffs(database, world.organisation)
  const id = newId<'entry'>()
  const given = { id, person: world.amina, pathway: 'way', step: 'observe', on: day('2026-11-02'), other: world.noor }
  await world.inside(world.amina, (work) => insertEntry(work, { ...given, state: 'asked' }))
  return id
}

async function signedOff(world: Trust) {
  const id = newId<'signOff'>()
  const days = { from: day('2026-11-02'), to: null }
  const given = { id, person: world.amina, pathway: 'way', registration: newId<'registration'>(), ...days }
  await world.inside(world.noor, async (work) => {
    await lockSignOffs(work, world.amina)
    await insertSignOff(work, { ...given, way: 'starting list', reason: 'Known for years' })
  })
  return id
}

describe('an entry of a logbook', () => {
  it('waits for the one who did not write it, and is answered once', async () => {
    const world = await trust()
    const id = await entry(world)
    expect(await world.inside(world.noor, (work) => findAskedOf(work, world.noor))).toHaveLength(1)
    expect(await world.inside(world.amina, (work) => findAskedOf(work, world.amina))).toEqual([])
    expect(await world.inside(world.noor, (work) => saveAnswer(work, id, 'confirmed'))).toBe(true)
    expect(await world.inside(world.noor, (work) => saveAnswer(work, id, 'declined'))).toBe(false)
    const found = await world.inside(world.noor, (work) => findEntries(work, [world.amina]))
    expect(found).toEqual([expect.objectContaining({ id, state: 'confirmed', enteredBy: world.amina })])
  })
  it('is answered by its two people alone, and written by whoever asks, in the database too', async () => {
    const world = await trust()
    const id = await entry(world)
    expect(await world.inside(world.ben, (work) => saveAnswer(work, id, 'confirmed'))).toBe(false)
    const own = world.inside(world.amina, (work) => saveAnswer(work, id, 'confirmed'))
    await expect(own).rejects.toThrow(/check constraint/)
    expect(await world.inside(world.amina, (work) => saveAnswer(work, id, 'withdrawn'))).toBe(true)
  })
  it('cannot be seen by the neighbour', async () => {
    const [world, neighbour] = [await trust(), await trust()]
    const id = await entry(world)
    await neighbour.inside(neighbour.noor, async (work) => {
      expect(await findEntry(work, id)).toBe(null)
      expect(await findEntries(work, null)).toEqual([])
    })
  })
})

describe('a sign-off', () => {
  it('is ended once, by somebody else', async () => {
    const world = await trust()
    const id = await signedOff(world)
    const end = { lastDay: day('2026-11-19'), reason: 'Moved' }
    await expect(world.inside(world.amina, (work) => saveEnding(work, id, end))).rejects.toThrow(/row-level security/)
    expect(await world.inside(world.noor, (work) => saveEnding(work, id, end))).toBe(true)
    expect(await world.inside(world.noor, (work) => saveEnding(work, id, end))).toBe(false)
    const found = await world.inside(world.noor, (work) => findSignOff(work, id))
    expect(found).toMatchObject({ to: '2026-11-19', endedBy: world.noor, endReason: 'Moved' })
  })
  it('is never one’s own', async () => {
    const world = await trust()
    const given = { id: newId<'signOff'>(), person: world.noor, pathway: 'way', registration: newId<'registration'>() }
    const own = world.inside(world.noor, (work) =>
      insertSignOff(work, { ...given, from: day('2026-11-02'), to: null, way: 'pathway', reason: null }),
    )
    await expect(own).rejects.toThrow(/check constraint/)
  })
  it('cannot be seen by the neighbour', async () => {
    const [world, neighbour] = [await trust(), await trust()]
    const id = await signedOff(world)
    await neighbour.inside(neighbour.noor, async (work) => {
      expect(await findSignOff(work, id)).toBe(null)
      expect(await findSignOffs(work, null)).toEqual([])
    })
  })
})
