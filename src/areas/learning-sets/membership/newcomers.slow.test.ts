// Whoever joins a set in the middle of its life: planned meetings have a place for them, and one that is open lets them in.
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningMeetingWorld, sure } from '../../../../test/worlds/learning-meeting.ts'
import { joinSet } from './membership.changes.ts'
import { openMeeting } from '../room/opening.changes.ts'

const database = await testDatabase()
const { withMeetings } = await learningMeetingWorld(database)
type Here = Awaited<ReturnType<typeof withMeetings>>

const joins = ({ world, set }: Here, by: 'amina' | 'grace') =>
  world.inside(world[by], async (work) =>
    sure(await joinSet(work, set, { people: [world.otto], as: 'member', from: work.today })),
  )
const opens = ({ world, id }: Here) => world.inside(world.amina, async (work) => sure(await openMeeting(work, id)))

describe('somebody who joins a set', () => {
  it('has a seat in every meeting that is opened from then on', async () => {
    const here = await withMeetings()
    await joins(here, 'amina')
    await opens(here)
    const seats = (await here.sees(here.id, 'otto')).seats.map((seat) => seat.person)
    expect(seats).toContain(here.world.otto)
  })

  it('comes into one that is open by saying that they are here, brought in by its facilitator', async () => {
    const here = await withMeetings()
    await opens(here)
    const at = `/action-learning/meetings/${here.id}`
    const otto = here.world.visit(here.world.otto)
    expect((await otto.get(at)).status).toBe(404)
    await joins(here, 'amina')
    expect((await otto.get(at)).buttons).toContain('I am here')
    expect((await otto.post(`${at}/moves`)).status).toBe(409)
    const page = await otto.postAndFollow(`${at}/arrival`)
    expect(page.status).toBe(200)
    const seat = (await here.sees(here.id, 'otto')).seats.find((one) => one.person === here.world.otto)
    expect(seat).toMatchObject({ as: 'member', presence: 'here' })
  })

  it('asks the facilitator when somebody else brought them in, who cannot let them read', async () => {
    const here = await withMeetings()
    await opens(here)
    await joins(here, 'grace')
    const at = `/action-learning/meetings/${here.id}`
    const page = await here.world.visit(here.world.otto).get(at)
    expect(page.text).toContain('Ask the facilitator to say that you are here')
    expect(page.buttons).not.toContain('I am here')
    expect((await here.world.visit(here.world.otto).post(`${at}/arrival`)).status).toBe(409)
  })
})
