import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningMeetingWorld } from '../../../../test/worlds/learning-meeting.ts'
import { findDraft, findDrafted, openDraft, saveDraftFacts } from './topic-draft.store.ts'

const database = await testDatabase()
const { withMeetings } = await learningMeetingWorld(database)

describe('topic drafts', () => {
  it('are each their author’s own: nobody else learns that there is one, nor does the neighbour', async () => {
    const { world, id } = await withMeetings()
    await world.inside(world.ben, async (work) => saveDraftFacts(work, { ...(await openDraft(work, id)), save: 1 }))
    expect(await world.inside(world.ben, (work) => findDraft(work, id))).toMatchObject({ save: 1, person: world.ben })
    expect(await world.inside(world.ben, (work) => findDrafted(work, [id]))).toEqual(new Set([id]))
    for (const who of [world.amina, world.dora, world.noor]) {
      expect(await world.inside(who, (work) => findDraft(work, id))).toBeNull()
      expect(await world.inside(who, (work) => findDrafted(work, [id]))).toEqual(new Set())
    }
    const neighbour = await newOrganisation(database, 'Next door')
    const theirs = testComposition(database)
    expect(await as(theirs, neighbour, world.ben, (work) => findDraft(work, id))).toBeNull()
    await expect(as(theirs, neighbour, world.ben, (work) => openDraft(work, id))).rejects.toThrow(/foreign key/)
    const found = await database.owner.query('select person from learning_topic_draft where meeting = $1', [id])
    expect(found.rows).toEqual([{ person: world.ben }])
  })
})
