import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningMeetingWorld } from '../../../../test/worlds/learning-meeting.ts'
import { mailsTo } from '../../../platform/mail/outbox.ts'
import { day } from '../../../platform/time/day.ts'

const database = await testDatabase()
const { withMeetings, trust, madeSet } = await learningMeetingWorld(database)
type World = Awaited<ReturnType<typeof withMeetings>>['world']

describe('the meetings of a set for a calendar', () => {
  it('come one by one or all together, and say nothing but when', async () => {
    const { world, id, address } = await withMeetings([day('2026-12-01'), day('2027-06-01')])
    const ben = world.visit(world.ben)
    expect((await ben.get(address)).linkTo('Add them all to your calendar')).toBe(`${address}/calendar`)
    const at = `/action-learning/meetings/${id}`
    expect((await ben.get(at)).linkTo('Add it to your calendar')).toBe(`${at}/calendar`)
    const one = await ben.get(`${at}/calendar`)
    expect(one.headers['content-type']).toContain('text/calendar')
    expect(one.source).toContain('SUMMARY:Action learning set')
    expect(one.source).toContain('DTSTART:20261201T140000Z')
    const all = await ben.get(`${address}/calendar`)
    // 2pm in summer is 1pm UTC.
    expect(all.source.match(/DTSTART:\S+/g)).toEqual(['DTSTART:20261201T140000Z', 'DTSTART:20270601T130000Z'])
    for (const word of ['Room 2', 'Amina', 'Ben', 'suggestions']) expect(all.source + one.source).not.toContain(word)
  })

  it('are changed and taken out again by the next file, which counts on', async () => {
    const { world, id } = await withMeetings([day('2026-12-01')])
    const at = `/action-learning/meetings/${id}`
    const [amina, ben] = [world.visit(world.amina), world.visit(world.ben)]
    await amina.post(`${at}/cancellation`)
    expect((await ben.get(at)).linkTo('Take it out of your calendar')).toBe(`${at}/calendar`)
    const off = (await ben.get(`${at}/calendar`)).source
    expect(off).toContain('METHOD:CANCEL')
    expect(off).toContain('SEQUENCE:2')
    await amina.post(`${at}/reinstatement`)
    const back = (await ben.get(`${at}/calendar`)).source
    expect(back).toContain('STATUS:CONFIRMED')
    expect(back).toContain('SEQUENCE:3')
    expect(back.match(/UID:\S+/)?.[0]).toBe(off.match(/UID:\S+/)?.[0])
  })

  it('are nobody else’s, and a set without any says so', async () => {
    const { world, id, address } = await withMeetings([day('2026-12-01')])
    for (const who of [world.noor, world.grace, world.otto])
      for (const at of [address, `/action-learning/meetings/${id}`])
        expect((await world.visit(who).get(`${at}/calendar`)).status).toBe(404)
    const empty = await trust()
    const set = await madeSet(empty, ['ben'])
    expect((await empty.visit(empty.ben).get(`${set}/calendar`)).text).toContain('No meetings are planned')
  })
})

describe('a set whose dates change', () => {
  const told = async (world: World, who: 'ben' | 'amina'): Promise<readonly string[]> =>
    (await world.inside(world[who], (work) => mailsTo(work, world[who]))).map((one) => one.template).toSorted()

  it('tells its people by mail and at home, but for whoever did it', async () => {
    const { world, id } = await withMeetings([day('2026-12-01')])
    await world.visit(world.amina).post(`/action-learning/meetings/${id}/cancellation`)
    expect(await told(world, 'ben')).toEqual(['set-changed-date', 'set-new-dates'])
    expect(await told(world, 'amina')).toEqual([])
    const needs = await world.inside(world.ben, async (work) => (await work.needs()).map((need) => need.title))
    expect(needs).toContain('Your set does not meet on 1 December 2026 at 2pm')
  })

  it('writes no mail to whoever chose none', async () => {
    const world = await trust()
    const address = await madeSet(world, ['ben'])
    await database.owner.query(
      `insert into mail_choice (organisation, person, digest, changed_at)
        select organisation, person, 'none', added_at from learning_set_membership where person = $1`,
      [world.ben],
    )
    const dates = {
      every: '4',
      unit: 'weeks',
      count: '2',
      time: '2pm',
      minutes: '150',
      format: 'suggestions',
      place: '',
    }
    await world.visit(world.amina).post(`${address}/meetings`, { ...dates, first: '2026-12-01', days: ['2026-12-01'] })
    expect(await told(world, 'ben')).toEqual([])
  })
})
