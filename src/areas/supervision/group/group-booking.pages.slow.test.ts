import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { at, clinical, secret, supervisionWorld, type Trust } from '../../../../test/worlds/supervision.ts'
import { day } from '../../../platform/time/day.ts'
import { approveVersion, draftVersion } from '../../policy/index.ts'

const database = await testDatabase()
const { trust, setClock } = await supervisionWorld(database)

describe('a group', () => {
  const type = 'child-protection-case-work'
  async function group(world: Trust) {
    setClock()
    const amina = world.visit(world.amina)
    const page = await amina.get(`/supervision/group-booking?unit=${world.team}&type=${type}`)
    expect(page.text).toContain('Never had it here')
    const form = {
      unit: world.team,
      type,
      rebooks: '',
      people: [world.ben, world.dora, world.femi],
      ...at,
      minutes: '120',
    }
    const answer = await amina.post('/supervision/group-bookings', form)
    if (!answer.location) throw new Error(answer.errors.join(' | '))
    return answer.location
  }

  it('is booked at once by its supervisor, for people of the team', async () => {
    const world = await trust()
    const href = await group(world)
    const shown = await world.visit(world.femi).get(href)
    expect(shown.text).toContain('Booked')
    expect(shown.title).toContain('Group session')
    const none = await world.visit(world.amina).post('/supervision/group-bookings', { unit: world.team, type, ...at })
    expect(none.errors).toEqual(['Select who comes'])
    const wrong = { unit: world.team, type, ...at, day: '2026-12-01', people: [world.ben] }
    expect((await world.visit(world.otto).post('/supervision/group-bookings', wrong)).errors[0]).toContain(
      'Otto Berg cannot supervise',
    )
  })

  it('is booked once when five people book the same supervisor or team at one moment', async () => {
    const world = await trust()
    setClock()
    const form = { unit: world.team, type, rebooks: '', ...at, minutes: '120' }
    const people = [[world.ben], [world.ben, world.dora], [world.dora], [world.femi], [world.ben, world.femi]]
    const answers = await Promise.all(
      people.map((some) => world.visit(world.amina).post('/supervision/group-bookings', { ...form, people: some })),
    )
    expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1)
    expect(answers.filter((answer) => answer.errors[0]?.includes('another session at that time'))).toHaveLength(4)
  })

  it('is recorded in seconds; those absent do not read its record; own parts are for the supervisor', async () => {
    const world = await trust()
    const href = await group(world)
    setClock('2026-11-24T16:05:00Z')
    const amina = world.visit(world.amina)
    const came = { [`came-${world.ben}`]: 'present', [`came-${world.dora}`]: 'late', [`came-${world.femi}`]: 'absent' }
    await amina.post(`${href}/attendance`, {
      ...came,
      [`cause-${world.femi}`]: 'sickness',
      began: '2pm',
      finished: '4pm',
      _version: '1',
    })
    await amina.post(`${href}/record/signature`, { 'reflection--impact': secret, _version: '0' })
    expect((await world.visit(world.dora).get(`${href}/record`)).text).toContain(secret)
    expect((await world.visit(world.femi).get(`${href}/record`)).source).not.toContain(secret)
    await world.visit(world.dora).post(`${href}/own-part/signature`, { mine: 'What I take away', _version: '0' })
    expect((await amina.get(`${href}/own-part`)).text).toContain('What I take away')
    expect((await world.visit(world.ben).get(`${href}/own-part`)).source).not.toContain('What I take away')
  })
})

describe('sessions in a row', () => {
  it('step round weekends and bank holidays, and are looked at before they are suggested', async () => {
    const world = await trust()
    setClock()
    await world.visit(world.ben).post('/supervision/supervisors', { type: clinical, side: 'they', with: world.amina })
    const amina = world.visit(world.amina)
    const form = { type: clinical, people: world.ben, every: '1', unit: 'weeks', count: '4', ...at, day: '2026-12-04' }
    const page = await amina.post('/supervision/series', form)
    expect(page.heading).toBe('Look at the days')
    const christmas = await amina.post('/supervision/series', form)
    expect(christmas.text).toContain('25 December 2026 is Christmas Day')
    expect(page.text).not.toContain('Further apart')
    const rare = await amina.post('/supervision/series', { ...form, every: '3', unit: 'months', count: '2' })
    expect(rare.text).toContain('From 4 December 2026 to 4 March 2027 is longer than 6 weeks (90 days)')
    const done = await amina.postAndFollow('/supervision/series', { ...form, days: ['2026-12-04', '2026-12-11'] })
    expect(done.text).toContain('4 December 2026 at 2pm')
    expect((await amina.post('/supervision/series', { ...form, count: '1' })).status).toBe(422)
  })

  it('step round a day that the policy adds to the bank holidays, from the day on which it does', async () => {
    const world = await trust()
    setClock()
    const text = readFileSync('policy-packs/clinical-supervision.yaml', 'utf8')
    const own = '  add: [{ day: 2026-12-11, name: Founders Day }, { day: 2026-11-27, name: Too soon }]'
    await world.inside(world.noor, async (work) => {
      const draft = await draftVersion(work, text.replace('  region: England\n', `  region: England\n${own}\n`))
      if (!draft.ok) throw new Error(JSON.stringify(draft.faults))
      const done = await approveVersion(work, draft.id, { revision: 1, from: day('2026-12-01'), anyApprovers: true })
      if (!done.ok) throw new Error(done.reason)
    })
    await world.visit(world.ben).post('/supervision/supervisors', { type: clinical, side: 'they', with: world.amina })
    const form = { type: clinical, people: world.ben, every: '1', unit: 'weeks', count: '3', ...at, day: '2026-11-27' }
    const page = await world.visit(world.amina).post('/supervision/series', form)
    expect(page.text).toContain('11 December 2026 is Founders Day')
    expect(page.text).not.toContain('Too soon')
  })
})
