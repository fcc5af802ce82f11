import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { caseWork, groupBooked, observationWorld } from '../../../../test/worlds/observation.ts'
import { at } from '../../../../test/worlds/supervision.ts'

const database = await testDatabase()
const { world } = await observationWorld(database)

describe('booking somebody who was not observed in time', () => {
  it('is refused with the reason, until somebody with the role sets it aside', async () => {
    const one = await world()
    await groupBooked(one)
    const paper = { supervisor: one.amina, observer: one.noor, seenOn: '2025-12-01' }
    await one.visit(one.noor).post('/observations/from-paper', paper)
    expect((await one.visit(one.noor).get('/observations')).text).toContain('Due soon')
    const group = { type: caseWork, unit: one.team, rebooks: '', people: [one.ben, one.dora], ...at }
    const amina = one.visit(one.amina)
    const last = { ...group, day: '2026-12-01' }
    expect((await amina.post('/supervision/group-bookings', last)).location).toMatch('/sessions/')
    const late = await amina.post('/supervision/group-bookings', { ...group, day: '2026-12-02' })
    expect(late.errors.join(' ')).toContain('Amina Yusuf was last observed on 1 December 2025')
    expect(late.errors.join(' ')).toContain('Ask Noor Haddad')
    await one.visit(one.noor).post('/observations/from-paper', { ...paper, seenOn: '2026-11-02' })
    expect((await amina.post('/supervision/group-bookings', { ...group, day: '2026-12-02' })).location).toMatch(
      '/sessions/',
    )
  })

  it('lets one session be booked for the observation itself, and names it when another is wanted', async () => {
    const one = await world()
    const first = await groupBooked(one)
    const paper = { supervisor: one.amina, observer: one.noor, seenOn: '2025-11-01' }
    await one.visit(one.noor).post('/observations/from-paper', paper)
    const again = { type: caseWork, unit: one.team, rebooks: '', people: [one.ben, one.dora], ...at, day: '2026-12-02' }
    const refused = await one.visit(one.amina).post('/supervision/group-bookings', again)
    expect(refused.errors.join(' ')).toContain('Ask Noor Haddad to observe the session of 24 November 2026')
    const gone = "update supervision_session set state = 'withdrawn' where id = $1"
    await database.owner.query(gone, [first.split('/').at(-1)])
    expect((await one.visit(one.amina).post('/supervision/group-bookings', again)).location).toMatch('/sessions/')
    const third = await one.visit(one.amina).post('/supervision/group-bookings', { ...again, day: '2026-12-09' })
    expect(third.errors.join(' ')).toContain('to observe the session of 2 December 2026')
  })

  it('shows to the observer, to safeguarding leads and to the supervisor', async () => {
    const one = await world()
    await groupBooked(one)
    const paper = { supervisor: one.amina, observer: one.noor, seenOn: '2025-11-01' }
    await one.visit(one.noor).post('/observations/from-paper', paper)
    expect((await one.visit(one.noor).get('/')).text).toContain('1 supervisor was not observed in time')
    expect((await one.visit(one.amina).get('/')).text).toContain('Your supervision was due to be observed')
    expect((await one.visit(one.noor).get('/observations')).text).toContain('Overdue')
  })
})
