import { describe, expect, it } from 'vitest'
import { signContract } from '../../../../test/worlds/contracts.ts'
import { supervisionWorld } from '../../../../test/worlds/supervision.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { findLookBacks, openLookBack, saveLookBack } from './look-back.store.ts'

const database = await testDatabase()
const { bareTrust: trust } = await supervisionWorld(database)
const world = await trust()
const agreement = await signContract(world.inside, {
  template: 'safeguarding-contract',
  supervisee: world.ben,
  supervisor: world.amina,
})

describe('a look back in the database', () => {
  it('is one for each party, made when it is begun, and stays as it was sent', async () => {
    const own = await world.inside(world.ben, (work) => openLookBack(work, agreement))
    expect(own).toMatchObject({ agreement, person: world.ben, save: 0, sentAt: null })
    const sent = await world.inside(world.ben, async (work) => {
      const again = await openLookBack(work, agreement)
      if (again) await saveLookBack(work, { ...again, save: 1, sentAt: work.moment })
      return work.moment
    })
    expect(await world.inside(world.ben, (work) => openLookBack(work, agreement))).toBe(null)
    await world.inside(world.ben, (work) => saveLookBack(work, { ...own, save: 9, sentAt: null } as never))
    const found = await world.inside(world.amina, (work) => findLookBacks(work, [agreement]))
    expect(found).toMatchObject([{ person: world.ben, save: 1, sentAt: sent }])
  })

  it('is neither written nor saved in another’s name', async () => {
    await world.inside(world.amina, (work) => openLookBack(work, agreement))
    const hers = (await world.inside(world.ben, (work) => findLookBacks(work, [agreement]))).find(
      (one) => one.person === world.amina,
    )
    expect(hers?.save).toBe(0)
    if (hers) await world.inside(world.ben, (work) => saveLookBack(work, { ...hers, save: 7 }))
    const after = await world.inside(world.amina, (work) => findLookBacks(work, [agreement]))
    expect(after.find((one) => one.person === world.amina)?.save).toBe(0)
  })

  it('the neighbour cannot see it, nor can colleagues of the same organisation', async () => {
    expect(await world.inside(world.grace, (work) => findLookBacks(work, [agreement]))).toEqual([])
    const neighbour = await trust()
    expect(await neighbour.inside(neighbour.ben, (work) => findLookBacks(work, [agreement]))).toEqual([])
    await expect(neighbour.inside(neighbour.ben, (work) => openLookBack(work, agreement))).rejects.toThrow()
  })
})
