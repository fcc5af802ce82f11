// What whoever leads a set finds of a meeting that nobody finished: at home, and on its page; others only that it was closed.
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningMeetingWorld } from '../../../../test/worlds/learning-meeting.ts'
import { asService } from '../../../platform/composition.ts'
import { closeLeftOpen } from './unfinished.changes.ts'

const { openedMeeting, setClock, service } = await learningMeetingWorld(await testDatabase())

async function closed() {
  const here = await openedMeeting()
  setClock('2026-11-21T09:00:00Z')
  await asService(service.composition, { organisation: here.world.organisation }, closeLeftOpen)
  return { ...here, at: `/action-learning/meetings/${here.id}` }
}

describe('a meeting that was closed', () => {
  it('is a line at home for those who lead the set, until they have looked at it', async () => {
    const { world, at } = await closed()
    const amina = world.visit(world.amina)
    const home = await amina.get('/')
    expect(home.text).toContain('A meeting of your set was closed')
    expect(home.linkTo('See whether it is right')).toBe(at)
    expect((await world.visit(world.ben).get('/')).text).not.toContain('A meeting of your set was closed')
    const page = await amina.get(at)
    expect(page.headings).toContain('The meeting is over')
    expect(page.text).toContain('Nobody finished this meeting, so it was closed on 21 November 2026 at 9am.')
    expect((await amina.get(page.linkTo('Put right when it began and ended'))).status).toBe(200)
    expect((await amina.get(page.linkTo('Put right who was there'))).status).toBe(200)
    expect((await amina.post(`${at}/acceptance`)).location).toBe(at)
    expect((await amina.get('/')).text).not.toContain('A meeting of your set was closed')
    expect((await amina.get(at)).buttons).not.toContain('It is right as it is')
  })

  it('tells members that it was closed, and gives them nothing to do', async () => {
    const { world, at } = await closed()
    const page = await world.visit(world.ben).get(at)
    expect(page.text).toContain('so it was closed on')
    expect(page.buttons).not.toContain('It is right as it is')
    expect((await world.visit(world.ben).post(`${at}/acceptance`)).status).toBe(404)
    expect((await world.visit(world.noor).post(`${at}/acceptance`)).status).toBe(404)
  })

  it('is no deed for a meeting that was finished, or is ahead', async () => {
    const here = await openedMeeting()
    const open = await here.world.visit(here.world.amina).post(`/action-learning/meetings/${here.id}/acceptance`)
    expect(open.status).toBe(409)
    expect(open.text).toContain('There is no such meeting')
  })
})
