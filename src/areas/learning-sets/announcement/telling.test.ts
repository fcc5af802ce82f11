import { expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningMeetingWorld, sure } from '../../../../test/worlds/learning-meeting.ts'
import { agreeToTelling, propose, tellAnnouncement } from './announcement.changes.ts'
import { findAnnouncement } from './announcement.store.ts'

const database = await testDatabase()
const { withMeetings } = await learningMeetingWorld(database)

it('is refused when somebody was added by hand to those whom everybody agreed to', async () => {
  const { world, set } = await withMeetings()
  const what = { text: 'We meet in the mornings from May', recipients: [world.noor] }
  const id = await world.inside(world.ben, async (work) => sure(await propose(work, set, what)))
  const { textHash = '' } = (await world.inside(world.ben, (work) => findAnnouncement(work, id))) ?? {}
  for (const who of [world.amina, world.dora, world.femi, world.otto])
    await world.inside(who, (work) => agreeToTelling(work, id, { textHash, agrees: true }))
  const add = 'update learning_announcement set recipients = recipients || $2::uuid where id = $1'
  await database.owner.query(add, [id, world.grace])
  const tell = () => world.inside(world.ben, (work) => tellAnnouncement(work, id, { textHash }))
  expect(await tell()).toMatchObject({ ok: false, reason: expect.stringContaining('not as everybody agreed') })
  await database.owner.query('update learning_announcement set recipients = $2::uuid[] where id = $1', [
    id,
    `{${world.noor}}`,
  ])
  expect(await tell()).toMatchObject({ ok: true })
})
