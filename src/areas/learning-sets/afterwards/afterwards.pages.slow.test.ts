import { describe, expect, it } from 'vitest'
import { renderToString } from 'preact-render-to-string'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningHeldWorld, saidInTheMeeting } from '../../../../test/worlds/learning-held.ts'
import { findMeeting } from '../room/planned-meeting.store.ts'
import { meetingNow } from '../room/meeting-log.changes.ts'
import { afterwardsPart } from './afterwards.pages.tsx'

const database = await testDatabase()
const { heldMeeting } = await learningHeldWorld(database)
const { topic, waits, suggestion, experience, action } = saidInTheMeeting

describe('a meeting that is over', () => {
  it('shows what it left behind by topic, without who said it, and what waits for next time', async () => {
    const { world, id } = await heldMeeting()
    const page = await world.visit(world.femi).get(`/action-learning/meetings/${id}/capture`)
    expect(page.headings).toEqual(expect.arrayContaining(['What our set keeps', 'Topics', topic]))
    for (const words of [suggestion, experience, action, waits]) expect(page.text).toContain(words)
    expect(page.text).toContain('Still on the list for next time')
    const offered = page.document.querySelector('section ul')?.textContent ?? ''
    expect(offered).toContain(suggestion)
    expect(offered).not.toContain('Dora')
  })

  it('offers each the ways on that are theirs', async () => {
    const { world, id } = await heldMeeting()
    const part = (who: typeof world.ben) =>
      world.inside(who, async (work) => {
        const planned = await findMeeting(work, id)
        const now = await meetingNow(work, id)
        if (!planned || !now) throw new Error('no meeting')
        return renderToString(await afterwardsPart(work, planned, now.meeting))
      })
    expect(await part(world.ben)).toContain('Give something of my topic to somebody outside')
    expect(await part(world.dora)).not.toContain('Give something of my topic')
    expect(await part(world.dora)).toContain('What I have learned since')
  })

  it('keeps no words where the set chose so, but who was there, whose turn it was and what was promised', async () => {
    const { world, id } = await heldMeeting('not kept')
    const page = await world.visit(world.dora).get(`/action-learning/meetings/${id}/capture`)
    for (const words of [topic, suggestion, experience, waits]) expect(page.text).not.toContain(words)
    expect(page.text).toContain('Your set chose not to keep what was written in this meeting')
    expect(page.text).toContain('presented, 50 minutes')
    expect(page.text).toContain(action)
  })

  it('is for those who had a seat, and for nobody before it is over', async () => {
    const { world, id, ids } = await heldMeeting()
    for (const who of [world.noor, world.grace, world.otto])
      expect((await world.visit(who).get(`/action-learning/meetings/${id}/capture`)).status).toBe(404)
    expect((await world.visit(world.ben).get(`/action-learning/meetings/${ids[1]}/capture`)).status).toBe(404)
  })
})
