import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { peerReviewWorld } from '../../../../test/worlds/peer-review.ts'
import type { ReviewId } from '../reviewing/review.ts'
import { deletePeerRecordDraft, findPeerRecordDraft, savePeerRecordDraft } from './peer-record.store.ts'

const database = await testDatabase()
const { withReview } = await peerReviewWorld(database)

async function planned() {
  const { world, at } = await withReview()
  return { world, review: at.split('/').at(-1) as ReviewId }
}

describe('a draft of the record of a peer review', () => {
  it('is kept once from each save, by its author', async () => {
    const { world, review } = await planned()
    await world.inside(world.noor, async (work) => {
      expect(await findPeerRecordDraft(work, review)).toBeNull()
      const first = await savePeerRecordDraft(work, review, 0)
      expect(first).toMatchObject({ save: 1, keptAt: work.moment })
      expect(await savePeerRecordDraft(work, review, 0)).toBeNull()
      expect(await savePeerRecordDraft(work, review, 1)).toEqual({ ...first, save: 2 })
      expect(await findPeerRecordDraft(work, review)).toEqual({ ...first, save: 2 })
    })
    await world.inside(world.ben, async (work) => {
      expect(await findPeerRecordDraft(work, review)).toBeNull()
      expect(await savePeerRecordDraft(work, review, 2)).toBeNull()
      expect((await savePeerRecordDraft(work, review, 0))?.save).toBe(1)
      await deletePeerRecordDraft(work, review)
      expect(await findPeerRecordDraft(work, review)).toBeNull()
    })
    await world.inside(world.noor, async (work) => expect((await findPeerRecordDraft(work, review))?.save).toBe(2))
  })

  it('the neighbour cannot see or change', async () => {
    const { world, review } = await planned()
    await world.inside(world.noor, (work) => savePeerRecordDraft(work, review, 0))
    const neighbour = await newOrganisation(database, 'Next door')
    const theirs = <T>(body: Parameters<typeof as<T>>[3]) => as(testComposition(database), neighbour, world.noor, body)
    expect(await theirs((work) => findPeerRecordDraft(work, review))).toBeNull()
    expect(await theirs((work) => savePeerRecordDraft(work, review, 1))).toBeNull()
    await theirs((work) => deletePeerRecordDraft(work, review))
    await expect(theirs((work) => savePeerRecordDraft(work, review, 0))).rejects.toThrow()
    await world.inside(world.noor, async (work) => expect((await findPeerRecordDraft(work, review))?.save).toBe(1))
  })
})
