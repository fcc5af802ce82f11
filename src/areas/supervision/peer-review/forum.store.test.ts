import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { supervisionWorld } from '../../../../test/worlds/supervision.ts'
import type { Forum } from './forum.ts'
import { findForum, findForums, findForumsEver, insertForum, lockForum, saveForum } from './forum.store.ts'

const database = await testDatabase()
const { bareTrust } = await supervisionWorld(database)

async function begun() {
  const world = await bareTrust()
  const forum = await world.inside(world.noor, async (work) => {
    const fresh: Forum = {
      id: work.newId(),
      name: 'Peer review',
      type: 'peer-review',
      chairs: [world.noor],
      asked: true,
      units: [world.team],
      openedBy: world.noor,
      openedAt: work.moment,
      closedAt: null,
      version: 1,
    }
    await insertForum(work, fresh)
    return fresh
  })
  return { world, forum }
}

describe('forums of peer review', () => {
  it('are kept with their facilitators and teams, and leave the list when they end', async () => {
    const { world, forum } = await begun()
    await world.inside(world.noor, async (work) => {
      expect(await findForum(work, forum.id)).toEqual(forum)
      expect(await lockForum(work, forum.id)).toEqual(forum)
      expect(await findForums(work)).toEqual([forum])
      const ended = { ...forum, chairs: [world.noor, world.ben], units: [], closedAt: work.moment, version: 2 }
      await saveForum(work, ended)
      expect(await findForum(work, forum.id)).toEqual(ended)
      expect(await findForums(work)).toEqual([])
      expect(await findForumsEver(work)).toEqual([ended])
    })
  })

  it('the neighbour cannot see or change', async () => {
    const { world, forum } = await begun()
    const neighbour = await newOrganisation(database, 'Next door')
    const theirs = <T>(body: Parameters<typeof as<T>>[3]) => as(testComposition(database), neighbour, world.noor, body)
    expect(await theirs((work) => findForum(work, forum.id))).toBeNull()
    expect(await theirs((work) => findForumsEver(work))).toEqual([])
    expect(await theirs((work) => lockForum(work, forum.id))).toBeNull()
    expect(await theirs(findForums)).toEqual([])
    await theirs((work) => saveForum(work, { ...forum, name: 'Theirs' }))
    expect(await world.inside(world.noor, (work) => findForum(work, forum.id))).toEqual(forum)
  })
})
