import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { answered, groupBooked, observationWorld, planned } from '../../../../test/worlds/observation.ts'

const database = await testDatabase()
const { world, setClock } = await observationWorld(database)

describe('whoever observes', () => {
  it('sees who supervises what is observed, plans for a booked session, and learns nothing of who comes', async () => {
    const one = await world()
    const session = await groupBooked(one)
    const noor = one.visit(one.noor)
    const list = await noor.get('/observations')
    expect(list.heading).toBe('Observations')
    expect(list.text).toContain('Amina Yusuf')
    expect(list.text).toContain('20 November 2027')
    const page = await noor.get(`/supervisors/${one.amina}/observations/new`)
    expect(page.text).toContain('24 November 2026 at 2pm')
    const empty = await noor.post(`/supervisors/${one.amina}/observations`, {})
    expect(empty.errors).toEqual(['Select a session'])
    const observation = await planned(one, session)
    const own = await noor.get(observation)
    expect(own.text).toContain('People are being asked')
    for (const name of ['Ben Carter', 'Dora Evans', 'Femi Ade']) expect(own.source + page.source).not.toContain(name)
    expect((await noor.get(session)).status).toBe(404)
    const again = await noor.post(`/supervisors/${one.amina}/observations`, {
      session: session.split('/').at(-1) ?? '',
    })
    expect(again.errors.join(' ')).toContain('planned or being written up already')
  })

  it('is refused a session that is not one of those shown, and where none is booked is told what to do', async () => {
    const one = await world()
    const noor = one.visit(one.noor)
    const strange = await noor.post(`/supervisors/${one.amina}/observations`, { session: one.amina })
    expect(strange.text).toContain('No session of Amina Yusuf can be observed now')
    await groupBooked(one)
    const wrong = await noor.post(`/supervisors/${one.amina}/observations`, { session: one.amina })
    expect(wrong.errors).toEqual(['Choose one of the sessions shown'])
    expect((await noor.get(`/supervisors/${one.organisation}/observations/new`)).status).toBe(404)
  })

  it('calls it off, once', async () => {
    const one = await world()
    const session = await groupBooked(one)
    const observation = await planned(one, session)
    const noor = one.visit(one.noor)
    await noor.post(`${observation}/cancellation`)
    expect((await noor.post(`${observation}/cancellation`)).status).toBe(409)
    expect((await one.visit(one.ben).get(session)).text).not.toContain('would like to sit in')
  })

  it('records one from paper, and is told what is wrong with it', async () => {
    const one = await world()
    await groupBooked(one)
    const noor = one.visit(one.noor)
    expect((await noor.get('/observations/from-paper')).heading).toBe('Record an observation from paper')
    expect((await noor.post('/observations/from-paper', {})).errors).toHaveLength(3)
    const form = { supervisor: one.amina, observer: one.noor, seenOn: '2026-03-02' }
    const self = await noor.post('/observations/from-paper', { ...form, observer: one.amina })
    expect(self.errors).toEqual(['Nobody observes themselves'])
    expect((await noor.post('/observations/from-paper', form)).location).toBe('/observations')
    expect((await noor.get('/observations')).text).toContain('2 March 2027')
    expect((await noor.post('/observations/from-paper', form)).errors).toEqual(['This is on record already'])
    expect((await noor.post('/observations/from-paper', { ...form, supervisor: 'x' })).errors).toEqual([
      'Choose people who work here',
    ])
  })
})

describe('the people of a session', () => {
  it('are asked on its page, each for themselves, and see before and on the day who will come', async () => {
    const one = await world()
    const session = await groupBooked(one)
    const observation = await planned(one, session)
    expect((await one.visit(one.ben).get('/')).text).toContain('Say whether your session may be observed')
    expect((await one.visit(one.ben).get(session)).text).toContain('Noor Haddad would like to sit in')
    expect((await one.visit(one.ben).post(`${observation}/consent`, {})).status).toBe(409)
    await answered(one, observation)
    setClock('2026-11-24T14:30:00Z')
    for (const person of [one.amina, one.ben, one.dora, one.femi]) {
      expect((await one.visit(person).get(session)).text).toContain('Noor Haddad will observe this session')
      expect((await one.visit(person).get('/')).text).toContain('Noor Haddad will observe')
    }
    expect((await one.visit(one.noor).get(observation)).text).toContain('Everybody agreed')
  })

  it('say no without anybody learning who: not the observer, not the others, not from when it shows', async () => {
    const pages: string[] = []
    for (const who of ['ben', 'femi'] as const) {
      const one = await world()
      const session = await groupBooked(one)
      const observation = await planned(one, session)
      const noor = one.visit(one.noor)
      const asking = (await noor.get(observation)).text
      for (const person of [one.amina, one.ben, one.dora]) {
        await one.visit(person).post(`${observation}/consent`, { answer: person === one[who] ? 'no' : 'yes' })
        expect((await noor.get(observation)).text).toBe(asking)
      }
      await one.visit(one.femi).post(`${observation}/consent`, { answer: who === 'femi' ? 'no' : 'yes' })
      const settled = await noor.get(observation)
      expect(settled.text).toContain('Not everybody agreed')
      const shown = (await one.visit(one.dora).get(session)).document.querySelector('#observation')?.textContent
      pages.push(settled.text, shown ?? 'nothing')
      expect((await one.visit(one[who]).post(`${observation}/consent`, { answer: 'yes' })).status).toBe(409)
    }
    expect(new Set(pages).size).toBe(2)
  })

  it('take a yes back until it begins; then nobody comes', async () => {
    const one = await world()
    const session = await groupBooked(one)
    const observation = await planned(one, session)
    await answered(one, observation)
    setClock('2026-11-24T13:55:00Z')
    await one.visit(one.dora).post(`${observation}/consent`, { answer: 'no' })
    expect((await one.visit(one.ben).get(session)).text).toContain('Nobody observes this session')
    expect((await one.visit(one.noor).get(observation)).text).toContain('Not everybody agreed')
  })

  it('alone may answer; everybody else finds nothing', async () => {
    const one = await world()
    const observation = await planned(one, await groupBooked(one))
    for (const person of [one.noor, one.grace, one.otto]) {
      expect((await one.visit(person).post(`${observation}/consent`, { answer: 'yes' })).status).toBe(404)
    }
    for (const person of [one.grace, one.otto, one.ben])
      expect((await one.visit(person).get(observation)).status).toBe(404)
    expect((await one.visit(one.ben).get('/observations')).status).toBe(403)
    expect((await one.visit(one.grace).get('/observations/from-paper')).status).toBe(403)
  })
})
