// A meeting's streams on two programs that share one database: what is done by way of one is heard by way of the other, and
// whoever leaves the set hears no more within two seconds, on either.
import { describe, expect, it, vi } from 'vitest'
import { askerFor } from '../../src/areas/people/index.ts'
import { findSet, leaveSet } from '../../src/areas/learning-sets/index.ts'
import { as } from '../composition.ts'
import { isVersion } from '../live-things.ts'
import { areas } from '../../src/service.ts'
import { streamingService } from '../streaming.ts'
import { testDatabase } from '../test-database.ts'
import { learningMeetingWorld, sure } from '../worlds/learning-meeting.ts'

const database = await testDatabase()
const { openedMeeting } = await learningMeetingWorld(database)
const programs = [
  await streamingService(database, { areas, identify: askerFor }),
  await streamingService(database, { areas, identify: askerFor }),
] as const

async function listeningMeeting() {
  await vi.waitFor(() => expect(programs.every(({ streams }) => streams.hears())).toBe(true), 5_000)
  const here = await openedMeeting()
  const { organisation } = here.world
  const path = `/action-learning/meetings/${here.id}/changes`
  const listen = async (at: 0 | 1, who: 'amina' | 'ben' | 'noor') =>
    programs[at].listen(path, await programs[at].visit(organisation, here.world[who]))
  return { ...here, path, listen }
}

describe('the streams of a meeting', () => {
  it('hear on every program what is done on one of them', async () => {
    const { id, listen, does, sees } = await listeningMeeting()
    const streams = [await listen(0, 'amina'), await listen(1, 'ben')]
    const { events } = await sees(id, 'amina')
    for (const stream of streams) await stream.next('version', isVersion(events))
    const version = await does(id, 'amina', { type: 'begin' })
    for (const stream of streams) await stream.next('version', isVersion(version))
    expect((await listen(0, 'noor')).status).toBe(404)
    for (const stream of streams) stream.leave()
  })

  it('are lost within two seconds by whoever leaves the set, on every program, and by nobody else', async () => {
    const { world, set, listen } = await listeningMeeting()
    const [theirs, other, hers] = [await listen(0, 'ben'), await listen(1, 'ben'), await listen(1, 'amina')]
    for (const stream of [theirs, other, hers]) await stream.next('version')
    const began = performance.now()
    await as(programs[0].composition, world.organisation, world.amina, async (work) => {
      const memberships = (await findSet(work, set))?.memberships ?? []
      const membership = memberships.find((one) => one.person === world.ben)
      if (!membership) throw new Error('Ben is no member')
      sure(await leaveSet(work, set, { membership: membership.id, until: work.today }))
    })
    for (const stream of [theirs, other]) await stream.next('over')
    expect(performance.now() - began).toBeLessThan(2_000)
    expect((await listen(1, 'ben')).status).toBe(404)
    expect(hers.heard().some(({ event }) => event === 'over')).toBe(false)
    hers.leave()
  })
})
