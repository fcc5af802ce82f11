import { expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { supervisionWorld } from '../../../../test/worlds/supervision.ts'
import { sql } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/ids.ts'
import { deleteFeed, findFeed, saveFeed } from './calendar-feed.store.ts'

const database = await testDatabase()
const { trust } = await supervisionWorld(database)

it('a calendar’s address is its owner’s, one at a time', async () => {
  const world = await trust()
  const [first, second] = [newId<'calendar feed'>(), newId<'calendar feed'>()]
  await world.inside(world.ben, (work) => saveFeed(work, first))
  await world.inside(world.ben, (work) => saveFeed(work, second))
  expect(await world.inside(world.ben, findFeed)).toMatchObject({ id: second })
  expect(await world.inside(world.amina, findFeed)).toBeNull()
  await world.inside(world.amina, async (work) => {
    expect((await sql`select * from calendar_feed`.execute(work.db)).rows).toEqual([])
    await sql`delete from calendar_feed`.execute(work.db)
  })
  expect(await world.inside(world.ben, findFeed)).toMatchObject({ id: second })
  await world.inside(world.ben, deleteFeed)
  expect(await world.inside(world.ben, findFeed)).toBeNull()
})

it('the neighbour cannot see or make one', async () => {
  const world = await trust()
  await world.inside(world.ben, (work) => saveFeed(work, newId()))
  const neighbour = await newOrganisation(database, 'Next door')
  const theirs = <T>(body: Parameters<typeof as<T>>[3]) => as(testComposition(database), neighbour, world.ben, body)
  expect(await theirs(findFeed)).toBeNull()
  await expect(theirs((work) => saveFeed(work, newId()))).rejects.toThrow()
})
