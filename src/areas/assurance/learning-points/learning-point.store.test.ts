import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { supervisionWorld } from '../../../../test/worlds/supervision.ts'
import type { LearningPoint } from './learning-point.ts'
import {
  deletePointAgreed,
  findPoint,
  findPointAgreed,
  findPointsOnTheirWay,
  insertPoint,
  insertPointAgreed,
  lockPoint,
  savePoint,
} from './learning-point.store.ts'

const database = await testDatabase()
const { bareTrust } = await supervisionWorld(database)
const hash = 'a'.repeat(64)

async function drafted() {
  const world = await bareTrust()
  const one = await world.inside(world.amina, async (work) => {
    const fresh: LearningPoint = {
      id: work.newId(),
      sourceKind: 'session',
      source: work.newId(),
      draftedBy: world.amina,
      draftedAt: work.moment,
      concerned: [world.amina, world.ben],
      secondReader: world.noor,
      version: 1,
      textHash: hash,
      subjects: ['neglect'],
      units: [],
      state: 'asked',
      backBecause: null,
    }
    await insertPoint(work, fresh)
    await insertPointAgreed(work, fresh.id, hash)
    return fresh
  })
  return { world, one }
}

describe('learning points on their way', () => {
  it('are known to those whose they are, then to the second reader, then to those who approve', async () => {
    const { world, one } = await drafted()
    const knows = async () => {
      const who = [world.ben, world.noor, world.otto]
      const found = []
      for (const person of who) found.push((await world.inside(person, (work) => findPoint(work, one.id))) !== null)
      return found
    }
    expect(await knows()).toEqual([true, false, false])
    await world.inside(world.ben, (work) => savePoint(work, { ...one, state: 'to be read' }))
    expect(await knows()).toEqual([true, true, false])
    expect(await world.inside(world.noor, findPointsOnTheirWay)).toHaveLength(1)
    await world.inside(world.noor, (work) => savePoint(work, { ...one, state: 'to be approved' }))
    expect(await knows()).toEqual([true, true, true])
    await world.inside(world.otto, (work) => savePoint(work, { ...one, state: 'sent' }))
    expect(await knows()).toEqual([true, false, true])
    expect(await world.inside(world.ben, findPointsOnTheirWay)).toEqual([])
  })

  it('are agreed to in one’s own name', async () => {
    const { world, one } = await drafted()
    await world.inside(world.ben, (work) => insertPointAgreed(work, one.id, hash))
    await world.inside(world.ben, (work) => insertPointAgreed(work, one.id, hash))
    expect(await world.inside(world.amina, (work) => findPointAgreed(work, one.id))).toHaveLength(2)
    await expect(world.inside(world.otto, (work) => insertPointAgreed(work, one.id, hash))).rejects.toThrow(/row-level/)
    await world.inside(world.ben, (work) => deletePointAgreed(work, one.id))
    expect(await world.inside(world.amina, (work) => findPointAgreed(work, one.id))).toHaveLength(1)
  })

  it('the neighbour cannot see or change', async () => {
    const { world, one } = await drafted()
    const neighbour = await newOrganisation(database, 'Next door')
    const theirs = <T>(body: Parameters<typeof as<T>>[3]) => as(testComposition(database), neighbour, world.amina, body)
    expect(await theirs((work) => findPoint(work, one.id))).toBeNull()
    expect(await theirs((work) => lockPoint(work, one.id))).toBeNull()
    expect(await theirs(findPointsOnTheirWay)).toEqual([])
    expect(await theirs((work) => findPointAgreed(work, one.id))).toEqual([])
    await theirs((work) => savePoint(work, { ...one, state: 'sent' }))
    await theirs((work) => deletePointAgreed(work, one.id))
    await expect(theirs((work) => insertPointAgreed(work, one.id, hash))).rejects.toThrow()
    expect(await world.inside(world.ben, (work) => findPoint(work, one.id))).toEqual(one)
    expect(await world.inside(world.ben, (work) => findPointAgreed(work, one.id))).toHaveLength(1)
  })
})
