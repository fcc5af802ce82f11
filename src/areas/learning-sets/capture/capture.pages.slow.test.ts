import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningMeetingWorld, sure } from '../../../../test/worlds/learning-meeting.ts'
import { openMeeting } from '../room/opening.changes.ts'

const database = await testDatabase()
const { withMeetings } = await learningMeetingWorld(database)

async function made() {
  const here = await withMeetings()
  const at = `/action-learning/meetings/${here.id}`
  const { world } = here
  const says = (who: 'amina' | 'ben' | 'dora' | 'femi', agrees: 'yes' | 'no') =>
    world.visit(world[who]).post(`${at}/capture-agreement`, { agrees })
  return { ...here, at, says }
}

describe('keeping what is written in a meeting', () => {
  it('is agreed by each for themselves', async () => {
    const { world, at, says } = await made()
    const ben = world.visit(world.ben)
    expect((await ben.get(at)).text).toContain('Nobody has said yet')
    expect((await says('ben', 'yes')).status).toBe(303)
    expect((await ben.get(at)).text).toContain('1 of 4 agree that words may be kept')
    expect((await ben.get(at)).buttons).not.toContain('I agree that words are kept')
    for (const who of ['amina', 'dora', 'femi'] as const) await says(who, 'yes')
    expect((await ben.get(at)).text).toContain('Everybody agrees that words may be kept')
  })

  it('ends with one who would rather not, whom nobody sees; the facilitator cannot choose otherwise', async () => {
    const { world, id, at, says } = await made()
    const amina = world.visit(world.amina)
    expect((await says('femi', 'no')).status).toBe(303)
    const page = await amina.get(at)
    expect(page.text).toContain('What the set writes in this meeting is destroyed when it ends')
    expect(page.text).toContain('Somebody would rather that nothing is kept')
    expect(page.buttons).not.toContain('Keep the words')
    const refused = await amina.post(`${at}/capture`, { capture: 'kept' })
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('One is enough')
    const trail = await database.owner.query(
      'select deed, count(*)::int as lines from trail_event where about = $1 and by_person = $2 group by deed',
      [id, world.femi],
    )
    expect(trail.rows).toEqual([{ deed: 'said whether words are kept', lines: 1 }])
    expect((await says('femi', 'yes')).status).toBe(303)
    expect((await amina.post(`${at}/capture`, { capture: 'kept' })).status).toBe(303)
    expect((await amina.get(at)).text).toContain('is kept for those who were there')
  })

  it('is nobody else’s to say, and not once the meeting is open', async () => {
    const { world, id, at, says } = await made()
    for (const who of [world.noor, world.grace, world.otto])
      expect((await world.visit(who).post(`${at}/capture-agreement`, { agrees: 'no' })).status).toBe(404)
    await world.inside(world.amina, async (work) => sure(await openMeeting(work, id)))
    expect((await says('ben', 'no')).status).toBe(409)
  })
})
