import { expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningMeetingWorld } from '../../../../test/worlds/learning-meeting.ts'
import { sql } from '../../../platform/database/database.ts'
import type { Work } from '../../../platform/work.ts'
import { findCaptureSaid, saveCaptureWord } from './capture.store.ts'

const database = await testDatabase()
const { withMeetings } = await learningMeetingWorld(database)

/** Everything that somebody can read of it by any query. */
async function readable(work: Work) {
  const words = await sql<{ person: string }>`select * from learning_capture_word`.execute(work.db)
  const choices = await sql<Record<string, unknown>>`select * from learning_capture_choice`.execute(work.db)
  return { words: words.rows, choices: choices.rows }
}

it('what people said of keeping words is for the people of the set; the newest counts, each for themselves', async () => {
  const { world, id } = await withMeetings()
  await world.inside(world.ben, (work) => saveCaptureWord(work, id, { agrees: true }))
  await world.inside(world.ben, (work) => saveCaptureWord(work, id, { agrees: false }))
  await world.inside(world.femi, (work) => saveCaptureWord(work, id, { agrees: true }))
  const said = { agree: 1, against: 1 }
  expect(await world.inside(world.ben, (work) => findCaptureSaid(work, id))).toEqual({ ...said, own: false })
  expect(await world.inside(world.dora, (work) => findCaptureSaid(work, id))).toEqual({ ...said, own: null })
  for (const who of [world.noor, world.grace])
    expect(await world.inside(who, (work) => findCaptureSaid(work, id))).toEqual({ agree: 0, against: 0, own: null })
  const outside = world.inside(world.noor, (work) => saveCaptureWord(work, id, { agrees: false }))
  await expect(outside).rejects.toThrow(/row-level/)
})

it('who would rather not is found by nobody, whatever they ask the database, and changed by nobody else', async () => {
  const { world, id } = await withMeetings()
  await world.inside(world.ben, (work) => saveCaptureWord(work, id, { agrees: false }))
  for (const who of [world.amina, world.dora, world.noor]) {
    const { words, choices } = await world.inside(who, readable)
    expect(words).toEqual([])
    expect(JSON.stringify(choices)).not.toContain(world.ben)
  }
  expect((await world.inside(world.ben, readable)).words).toMatchObject([{ person: world.ben }])
  await world.inside(world.dora, async (work) => {
    await sql`update learning_capture_choice set agrees = true`.execute(work.db)
  })
  expect(await world.inside(world.ben, (work) => findCaptureSaid(work, id))).toMatchObject({ against: 1 })
  const forged = world.inside(world.dora, async (work) => {
    await sql`insert into learning_capture_choice select organisation, id, gen_random_uuid(), false
      from learning_meeting where id = ${id}`.execute(work.db)
  })
  await expect(forged).rejects.toThrow(/row-level/)
  const forOther = world.inside(world.dora, async (work) => {
    await sql`insert into learning_capture_word (organisation, meeting, person, token, said_at)
      select organisation, id, ${world.femi}::uuid, gen_random_uuid(), now()
      from learning_meeting where id = ${id}`.execute(work.db)
  })
  await expect(forOther).rejects.toThrow(/row-level/)
})

it('the neighbour cannot see or say anything of it', async () => {
  const { world, id } = await withMeetings()
  await world.inside(world.ben, (work) => saveCaptureWord(work, id, { agrees: true }))
  const neighbour = await newOrganisation(database, 'Next door')
  const theirs = <T>(body: Parameters<typeof as<T>>[3]) => as(testComposition(database), neighbour, world.ben, body)
  expect(await theirs((work) => findCaptureSaid(work, id))).toEqual({ agree: 0, against: 0, own: null })
  await expect(theirs((work) => saveCaptureWord(work, id, { agrees: true }))).rejects.toThrow(/row-level/)
})
