import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningMeetingWorld } from '../../../../test/worlds/learning-meeting.ts'
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import { testMoment } from '../../../../test/composition.ts'

const database = await testDatabase()
const { trust, madeSet, withMeetings, setClock } = await learningMeetingWorld(database)
const rhythm = {
  every: '4',
  unit: 'weeks',
  count: '6',
  time: '2pm',
  minutes: '150',
  format: 'suggestions',
  place: 'Room 2',
}
const sends = { ...rhythm, first: '2026-12-01' }

describe('planning the dates of a year', () => {
  it('shows every day first, steps round bank holidays and says so, and plans what is left ticked', async () => {
    const world = await trust()
    const set = await madeSet(world, ['ben', 'dora'])
    const amina = world.visit(world.amina)
    expect((await amina.get(set)).linkTo('Plan meetings')).toBe(`${set}/meetings/new`)
    const preview = await amina.post(`${set}/meetings`, { ...sends, first: '2026-11-27', every: '4' })
    expect(preview.heading).toBe('Look at the days')
    expect(preview.text).toContain('25 December 2026 is Christmas Day')
    const days = ['2026-11-27', '2027-01-22']
    const planned = await amina.post(`${set}/meetings`, { ...sends, days })
    expect(planned.location).toBe(set)
    const page = await world.visit(world.ben).get(set)
    expect(page.text).toContain('27 November 2026 at 2pm')
    expect(page.text).toContain('22 January 2027 at 2pm')
    expect(page.links.map((link) => link.text)).not.toContain('Plan meetings')
  })

  it('keeps what was typed when a day cannot be, and says why', async () => {
    const world = await trust()
    const set = await madeSet(world, ['ben'])
    const amina = world.visit(world.amina)
    const gone = await amina.post(`${set}/meetings`, { ...sends, days: ['2026-11-19'] })
    expect(gone.status).toBe(422)
    expect(gone.errors.join()).toContain('19 November 2026: choose a time that is still to come')
    for (const fault of [{ count: '99' }, { minutes: '5' }, { format: '' }, { time: 'noonish' }, { first: 'never' }])
      expect((await amina.post(`${set}/meetings`, { ...sends, ...fault })).status).toBe(422)
    expect((await amina.post(`${set}/meetings`, { ...sends, format: 'nonsense', days: ['2026-12-01'] })).status).toBe(
      422,
    )
  })

  it('is not for members nor for anybody else', async () => {
    const world = await trust()
    const set = await madeSet(world, ['ben'])
    for (const who of [world.ben, world.noor, world.otto]) {
      expect((await world.visit(who).get(`${set}/meetings/new`)).status).toBe(404)
      expect((await world.visit(who).post(`${set}/meetings`, sends)).status).toBe(404)
    }
    expect((await world.visit(world.grace).get(`${set}/meetings/new`)).status).toBe(200)
  })
})

describe('a meeting that is ahead', () => {
  it('is changed, called off and put back by who keeps the set', async () => {
    const { world, id } = await withMeetings([day('2026-12-01')])
    const at = `/action-learning/meetings/${id}`
    const [amina, ben] = [world.visit(world.amina), world.visit(world.ben)]
    const to = {
      _version: '1',
      day: '2026-12-08',
      time: '3pm',
      minutes: '120',
      format: 'suggestions',
      place: 'Library',
    }
    expect((await amina.get(`${at}/date`)).status).toBe(200)
    expect((await amina.post(`${at}/date`, to)).location).toBe(at)
    expect((await amina.post(`${at}/date`, to)).errors.join()).toContain('Somebody changed this meeting meanwhile')
    expect((await ben.get(at)).text).toContain('8 December 2026 at 3pm')
    expect((await ben.post(`${at}/cancellation`)).status).toBe(404)
    expect((await amina.post(`${at}/cancellation`)).location).toBe(at)
    expect((await amina.post(`${at}/cancellation`)).status).toBe(409)
    expect((await ben.get(at)).text).toContain('Called off')
    expect((await amina.post(`${at}/reinstatement`)).location).toBe(at)
    expect((await ben.get(at)).text).not.toContain('Called off')
  })

  it('says who cannot come, and is opened by its facilitator on its day alone', async () => {
    const { world, id } = await withMeetings([day('2026-12-01')])
    const at = `/action-learning/meetings/${id}`
    const [amina, ben] = [world.visit(world.amina), world.visit(world.ben)]
    await ben.post(`${at}/apologies`, { coming: 'no' })
    expect((await amina.get(at)).text).toContain('Apologies: Ben Carter.')
    expect((await ben.post(`${at}/apologies`, { person: world.dora, coming: 'no' })).status).toBe(409)
    await amina.post(`${at}/apologies`, { person: world.dora, coming: 'no' })
    expect((await ben.get(at)).text).toContain('Dora Evans')
    await ben.post(`${at}/apologies`, { coming: 'yes' })
    expect((await ben.get(at)).text).not.toContain('Apologies: Ben')
    expect((await amina.post(`${at}/opening`)).text).toContain('This meeting is planned for 1 December 2026')
    expect((await ben.post(`${at}/opening`)).status).toBe(404)
    setClock(moment('2026-12-01T13:30:00Z'))
    expect((await amina.get(at)).buttons).toContain('Open the meeting')
    expect((await amina.post(`${at}/opening`)).location).toBe(at)
    expect((await amina.post(`${at}/opening`)).status).toBe(409)
    expect((await ben.post(`${at}/apologies`, { coming: 'no' })).status).toBe(409)
    setClock(testMoment)
  })

  it('is not there for anybody else; who looks after sets sees when it is, and nothing to do in it', async () => {
    const { world, id } = await withMeetings()
    const at = `/action-learning/meetings/${id}`
    for (const who of [world.noor, world.otto]) expect((await world.visit(who).get(at)).status).toBe(404)
    const seen = await world.visit(world.grace).get(at)
    expect(seen.status).toBe(200)
    expect(seen.text).not.toContain('Your topic')
    expect((await world.visit(world.grace).get(`${at}/topic-draft`)).status).toBe(404)
  })

  it('asks at home what people would like to bring', async () => {
    const { world } = await withMeetings([day('2026-12-01')])
    const needs = await world.inside(world.ben, async (work) => (await work.needs()).map((need) => need.title))
    expect(needs).toContain('Your set meets on 1 December 2026 at 2pm')
  })
})

describe('a topic draft', () => {
  it('is kept as it is typed, and read by its author alone', async () => {
    const { world, id } = await withMeetings()
    const at = `/action-learning/meetings/${id}`
    const ben = world.visit(world.ben)
    const form = await ben.get(`${at}/topic-draft`)
    const typed = Object.keys(form.formTo(`${at}/topic-draft`)).filter((name) => !name.startsWith('_'))
    const [situation = '', question = ''] = typed
    const first = await ben.post(`${at}/topic-draft/draft`, { _version: '0', [situation]: 'My rota' })
    expect(first.status).toBe(200)
    const saved = await ben.post(`${at}/topic-draft`, { _version: '1', [situation]: 'My rota', [question]: 'How?' })
    expect(saved.location).toBe(at)
    expect((await ben.get(`${at}/topic-draft`)).text).toContain('My rota')
    expect((await ben.get(at)).text).toContain('You have drafted a topic')
    for (const who of [world.amina, world.dora]) {
      const page = await world.visit(who).get(`${at}/topic-draft`)
      expect(page.text).not.toContain('My rota')
      expect((await world.visit(who).get(at)).text).not.toContain('You have drafted')
    }
    const stale = await ben.post(`${at}/topic-draft`, { _version: '1', [situation]: 'Something else' })
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('My rota')
    expect(stale.text).toContain('Something else')
    const long = Array.from({ length: 12 }, (_one, line) => `line ${line}`).join('\n')
    const kept = await ben.post(`${at}/topic-draft`, { _version: '2', [situation]: long })
    expect(kept.status).toBe(422)
    expect(kept.errors.join()).toContain('Say it in 10 lines at most')
  })
})
