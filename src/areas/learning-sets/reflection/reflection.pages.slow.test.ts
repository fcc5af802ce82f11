import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningHeldWorld } from '../../../../test/worlds/learning-held.ts'

const database = await testDatabase()
const { heldMeeting, withMeetings, clock } = await learningHeldWorld(database)

const answers = {
  'answer--issue': 'That it was never about the clinics',
  'answer--myself': 'I say yes before I think',
  'answer--first': 'Ask before I answer',
}

describe('what I have learned', () => {
  it('since a meeting is mine alone but for what I share, and what I share I take back', async () => {
    const { world, id } = await heldMeeting()
    const at = `/action-learning/meetings/${id}/learning`
    const ben = world.visit(world.ben)
    const empty = await ben.get(at)
    expect(empty.heading).toBe('What I have learned since')
    expect(empty.text).toContain('What did I learn about myself?')
    const saved = await ben.postAndFollow(at, { ...answers, shared: ['issue'], _version: '0' })
    expect(saved.fieldValue('What did I learn about myself?')).toBe('I say yes before I think')
    const dora = await world.visit(world.dora).get(at)
    expect(dora.text).toContain('That it was never about the clinics')
    expect(dora.text).not.toContain('I say yes before I think')
    expect((await world.visit(world.amina).get(at)).text).not.toContain('Ask before I answer')
    await ben.post(at, { ...answers, _version: '1' })
    expect((await world.visit(world.dora).get(at)).text).not.toContain('never about the clinics')
    for (const who of [world.noor, world.grace, world.otto]) expect((await world.visit(who).get(at)).status).toBe(404)
  })

  it('is not lost when it is saved in two tabs', async () => {
    const { world, id } = await heldMeeting()
    const at = `/action-learning/meetings/${id}/learning`
    const ben = world.visit(world.ben)
    expect((await ben.post(at, { ...answers, _version: '0' })).status).toBe(303)
    const second = await ben.post(at, { 'answer--issue': 'Written in the other tab', _version: '0' })
    expect(second.status).toBe(422)
    expect(second.text).toContain('You saved this somewhere else meanwhile')
    expect(second.fieldValue('What did I learn about the issue?')).toBe('Written in the other tab')
  })

  it('in the whole set is written while it goes on, and still for three months after its end', async () => {
    const { world, address } = await withMeetings()
    const at = `${address}/learning`
    const ben = world.visit(world.ben)
    expect((await ben.postAndFollow(at, { ...answers, shared: ['first'], _version: '0' })).heading).toBe(
      'What I learned in this set',
    )
    expect((await world.visit(world.femi).get(at)).text).toContain('Ask before I answer')
    await world.visit(world.amina).post(`${address}/end`)
    clock('2026-12-20T10:00:00Z')
    expect((await ben.post(at, { ...answers, 'answer--second': 'Later', _version: '1' })).status).toBe(303)
    expect((await world.visit(world.femi).get(at)).status).toBe(200)
    expect((await world.visit(world.noor).get(at)).status).toBe(404)
    clock('2027-03-20T10:00:00Z')
    const late = await ben.post(at, { ...answers, _version: '2' })
    expect(late.status).toBe(422)
    expect((await ben.get(at)).text).toContain('This set ended more than 3 months ago')
    clock('2026-11-20T10:00:00Z')
  })
})
