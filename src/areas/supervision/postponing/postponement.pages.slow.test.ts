import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { at, supervisionWorld, type Trust } from '../../../../test/worlds/supervision.ts'
import type { SessionId } from '../session/session.ts'
import { findOwedBy, findPostponements, toldOfPostponing } from './postponement.store.ts'
import { moment } from '../../../platform/time/moment.ts'

const database = await testDatabase()
const { trust, setClock, suggested } = await supervisionWorld(database)
const gated = 'child-protection-case-work'
const declared = { declarations: ['declaration--records-read', 'declaration--last-record-read'], _version: '0' }
const secret = 'I was covering two caseloads that week'
const ago = moment('2026-11-01T00:00:00Z')

async function alone(world: Trust): Promise<string> {
  const href = await suggested(world, { type: gated, minutes: '120' })
  await world.visit(world.amina).post(`${href}/acceptance`, { _version: '1' })
  return href
}

async function ofThree(world: Trust): Promise<string> {
  setClock()
  const people = [world.ben, world.dora, world.femi]
  const form = { type: gated, rebooks: '', ...at, minutes: '120', unit: world.team, people }
  const href = (await world.visit(world.amina).post('/supervision/group-bookings', form)).location ?? ''
  await world.visit(world.dora).post(`${href}/preparation/readiness`, declared)
  return href
}
const needsOf = async (world: Trust, person: Trust['ben']) =>
  (await world.inside(person, (work) => work.needs())).map((need) => `${need.title} | ${need.reason}`).join('\n')

describe('putting a session off', () => {
  it('cancels it as not prepared, owes a new date by the policy’s day, and tells the manager by fact alone', async () => {
    const world = await trust()
    const href = await alone(world)
    const amina = world.visit(world.amina)
    await world.visit(world.ben).post(`${href}/preparation/draft`, { 'for-you--impact': secret, _version: '0' })
    expect((await amina.get(`${href}/preparations`)).linkTo('Put it off because it was not prepared')).toBe(
      `${href}/postponement`,
    )
    const page = await amina.get(`${href}/postponement`)
    expect(page.text).toContain('Not ready yet: Ben Carter')
    const done = await amina.postAndFollow(`${href}/postponement`, { way: 'in addition', _version: '2' })
    expect(done.text).toContain('because of not prepared')
    expect(done.text).toContain('To be rebooked by 24 December 2026, by Amina Yusuf, with high priority')
    const ben = await world.visit(world.ben).get(href)
    expect(ben.text).toContain(
      'Grace Okafor, your line manager, was told that the session of 24 November 2026 was put off',
    )
    const told = await world.inside(world.grace, (work) => toldOfPostponing(work, world.grace, ago))
    expect(told).toMatchObject([{ person: world.ben, whole: true, day: '2026-11-24', deadline: '2026-12-24' }])
    expect(await world.inside(world.noor, (work) => toldOfPostponing(work, world.noor, ago))).toEqual([])
    expect((await world.visit(world.grace).get(href)).status).toBe(404)
    const seen = await world.visit(world.grace).get('/team')
    expect(seen.text).toContain('Ben Carter: a session was put off')
    expect(seen.source).not.toContain(secret)
    expect(await needsOf(world, world.grace)).toContain('Ben Carter: a session was put off')
  })

  it('is taken back for a while, and then the manager sees nothing of it', async () => {
    const world = await trust()
    const href = await alone(world)
    const amina = world.visit(world.amina)
    await amina.post(`${href}/postponement`, { way: 'instead', _version: '2' })
    expect((await amina.postAndFollow(`${href}/cancellation/undoing`)).text).toContain('Booked')
    expect(await world.inside(world.grace, (work) => toldOfPostponing(work, world.grace, ago))).toEqual([])
    expect((await world.visit(world.ben).get(href)).text).not.toContain('Put off')
  })

  it('of a group puts off one person’s cases alone, and the others learn nothing', async () => {
    const world = await trust()
    const href = await ofThree(world)
    const amina = world.visit(world.amina)
    expect((await amina.post(`${href}/postponement`, { way: 'in addition', _version: '1' })).errors).toEqual([
      'Select what is put off',
    ])
    const doras = { whom: world.dora, way: 'in addition', _version: '1' }
    expect((await amina.post(`${href}/postponement`, doras)).errors).toEqual([
      'They have prepared. Choose somebody who has not',
    ])
    const done = await amina.postAndFollow(`${href}/postponement`, { ...doras, whom: world.ben })
    expect(done.text).toContain('Booked')
    expect(done.text).toContain('Amina Yusuf finds a new date, by 24 December 2026')
    expect((await world.visit(world.femi).get(href)).text).not.toContain('Put off')
    expect(await needsOf(world, world.amina)).toContain('Find a new date for the cases of Ben Carter')
    expect(await needsOf(world, world.ben)).toContain('Amina Yusuf put your cases off to another day')
    const again = await amina.post(`${href}/postponement`, { ...doras, whom: world.ben })
    expect(again.errors).toEqual(['Their cases have been put off already'])
    const forged = await amina.post(`${href}/postponement`, { ...doras, whom: world.grace })
    expect(forged.errors).toEqual(['Choose somebody of this session'])
    const back = await amina.postAndFollow(`${href}/postponement/undoing`, { person: world.ben })
    expect(back.text).not.toContain('Put off: not prepared')
    expect((await amina.post(`${href}/postponement/undoing`, { person: world.ben })).status).toBe(409)
    expect((await amina.post(`${href}/postponement/undoing`, { person: 'x' })).status).toBe(404)
  })

  it('is made good by a session of that kind booked for them since', async () => {
    const world = await trust()
    const href = await ofThree(world)
    const amina = world.visit(world.amina)
    await amina.post(`${href}/postponement`, { whom: world.ben, way: 'in addition', _version: '1' })
    expect(await world.inside(world.amina, (work) => findOwedBy(work, world.amina))).toHaveLength(1)
    const next = { type: gated, side: 'me', with: world.ben, ...at, day: '2026-12-08', minutes: '60' }
    const booked = await amina.post('/supervision/bookings', next)
    await world.visit(world.ben).post(`${booked.location}/acceptance`, { _version: '1' })
    expect(await world.inside(world.amina, (work) => findOwedBy(work, world.amina))).toEqual([])
    expect((await amina.get(href)).text).toContain('A new date is booked: 8 December 2026')
  })

  it('is refused without a gate, to anybody else, to a prepared session, and from an old page', async () => {
    const other = await trust()
    const clinical = await suggested(other)
    await other.visit(other.amina).post(`${clinical}/acceptance`, { _version: '1' })
    expect((await other.visit(other.amina).get(`${clinical}/postponement`)).status).toBe(409)
    const world = await trust()
    const href = await ofThree(world)
    for (const person of [world.ben, world.grace, world.noor]) {
      expect((await world.visit(person).get(`${href}/postponement`)).status).toBe(404)
      expect((await world.visit(person).post(`${href}/postponement`, { way: 'instead' })).status).toBe(404)
    }
    const stale = { whom: 'everybody', way: 'instead', _version: '0' }
    const old = await world.visit(world.amina).post(`${href}/postponement`, stale)
    expect([old.status, old.text.includes('changed meanwhile')]).toEqual([422, true])
    for (const person of [world.ben, world.femi])
      await world.visit(person).post(`${href}/preparation/readiness`, declared)
    expect((await world.visit(world.amina).get(`${href}/postponement`)).status).toBe(409)
    const cancelling = { cause: 'not prepared', way: 'instead', _version: '1' }
    expect((await world.visit(world.amina).post(`${href}/cancellation`, cancelling)).errors[0]).toContain(
      'For want of preparation, put it off',
    )
  })
})

describe('the comment', () => {
  it('is kept for the two of the pair alone, once', async () => {
    const world = await trust()
    const href = await ofThree(world)
    const amina = world.visit(world.amina)
    const ben = world.visit(world.ben)
    expect((await ben.get(`${href}/postponement/comment`)).status).toBe(404)
    await amina.post(`${href}/postponement`, { whom: world.ben, way: 'in addition', _version: '1' })
    expect((await ben.post(`${href}/postponement/comment`)).errors).toEqual(['Enter your comment'])
    const asked = await ben.post(`${href}/postponement/comment`, { comment: 'Ring 07700 900123' })
    expect(asked.errors[0]).toContain('07700 900123')
    const page = await ben.postAndFollow(`${href}/postponement/comment`, { comment: secret })
    expect(page.text).toContain(secret)
    expect((await amina.get(href)).text).toContain(secret)
    expect((await world.visit(world.femi).get(href)).source).not.toContain(secret)
    expect((await world.visit(world.grace).get('/team')).source).not.toContain(secret)
    expect((await ben.post(`${href}/postponement/comment`, { comment: 'More' })).errors).toEqual([
      'You have commented already',
    ])
    expect((await world.visit(world.femi).get(`${href}/postponement/comment`)).status).toBe(404)
  })
})

describe('postponements', () => {
  it('are not there for the neighbour', async () => {
    const world = await trust()
    const href = await alone(world)
    await world.visit(world.amina).post(`${href}/postponement`, { way: 'instead', _version: '2' })
    const session = href.split('/').at(-1) as SessionId
    expect(await world.inside(world.amina, (work) => findPostponements(work, session))).toHaveLength(1)
    const next = await trust()
    expect(await next.inside(next.amina, (work) => findPostponements(work, session))).toEqual([])
    expect(await next.inside(next.grace, (work) => toldOfPostponing(work, world.grace, ago))).toEqual([])
    expect(await next.inside(next.amina, (work) => findOwedBy(work, world.amina))).toEqual([])
  })
})
