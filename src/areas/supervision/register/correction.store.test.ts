import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { peerReviewWorld } from '../../../../test/worlds/peer-review.ts'
import type { ReviewId } from '../reviewing/review.ts'
import { findCorrections, insertCorrection } from './correction.store.ts'
import type { Correction } from './correction.ts'

const database = await testDatabase()
const { withReview } = await peerReviewWorld(database)

describe('corrections of a register', () => {
  it('are kept in their order, and the neighbour cannot see or add any', async () => {
    const { world, at } = await withReview()
    const review = at.split('/').at(-1) as ReviewId
    const one = await world.inside(world.noor, async (work) => {
      const fresh: Correction = {
        person: world.femi,
        nowOn: true,
        reason: 'not entered',
        by: world.noor,
        at: work.moment,
      }
      await insertCorrection(work, review, fresh)
      expect(await findCorrections(work, review)).toEqual([fresh])
      return fresh
    })
    const neighbour = await newOrganisation(database, 'Next door')
    const theirs = <T>(body: Parameters<typeof as<T>>[3]) => as(testComposition(database), neighbour, world.noor, body)
    expect(await theirs((work) => findCorrections(work, review))).toEqual([])
    await expect(theirs((work) => insertCorrection(work, review, one))).rejects.toThrow()
  })

  it('have a reason that fits their way', async () => {
    const { world, at } = await withReview()
    const review = at.split('/').at(-1) as ReviewId
    const wrong = { person: world.femi, nowOn: true, reason: 'was not there', by: world.noor } as const
    await expect(
      world.inside(world.noor, (work) => insertCorrection(work, review, { ...wrong, at: work.moment })),
    ).rejects.toThrow()
  })
})
