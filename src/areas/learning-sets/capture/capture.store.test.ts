import { expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningMeetingWorld } from '../../../../test/worlds/learning-meeting.ts'
import { sql } from '../../../platform/database/database.ts'
import { findCaptureWords, saveCaptureWord } from './capture.store.ts'

const database = await testDatabase()
const { withMeetings } = await learningMeetingWorld(database)

it('what people said of keeping words is for the people of the set; the newest counts, each for themselves', async () => {
  const { world, id } = await withMeetings()
  await world.inside(world.ben, (work) => saveCaptureWord(work, id, { agrees: true }))
  await world.inside(world.ben, (work) => saveCaptureWord(work, id, { agrees: false }))
  const said = [{ person: world.ben, agrees: false }]
  expect(await world.inside(world.dora, (work) => findCaptureWords(work, id))).toEqual(said)
  for (const who of [world.noor, world.grace])
    expect(await world.inside(who, (work) => findCaptureWords(work, id))).toEqual([])
  const forOther = world.inside(world.dora, async (work) => {
    await sql`insert into learning_capture_word select organisation, id, ${world.femi}::uuid, false, now()
      from learning_meeting where id = ${id}`.execute(work.db)
  })
  await expect(forOther).rejects.toThrow(/row-level/)
  const outside = world.inside(world.noor, (work) => saveCaptureWord(work, id, { agrees: false }))
  await expect(outside).rejects.toThrow(/row-level/)
})

it('the neighbour cannot see or say anything of it', async () => {
  const { world, id } = await withMeetings()
  await world.inside(world.ben, (work) => saveCaptureWord(work, id, { agrees: true }))
  const neighbour = await newOrganisation(database, 'Next door')
  const theirs = <T>(body: Parameters<typeof as<T>>[3]) => as(testComposition(database), neighbour, world.ben, body)
  expect(await theirs((work) => findCaptureWords(work, id))).toEqual([])
  await expect(theirs((work) => saveCaptureWord(work, id, { agrees: true }))).rejects.toThrow(/row-level/)
})
