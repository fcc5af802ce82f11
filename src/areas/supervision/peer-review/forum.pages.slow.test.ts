import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { peerReviewWorld, rhythm } from '../../../../test/worlds/peer-review.ts'

const database = await testDatabase()
const { withForum, withReview, setClock } = await peerReviewWorld(database)

describe('a forum of peer review', () => {
  it('is begun by whoever the policy names, and invites its teams and whom the policy asks', async () => {
    const { world, noor, forum } = await withForum()
    const page = await noor.get(forum)
    expect(page.heading).toBe('Paediatric peer review')
    expect(page.text).toContain('everybody whom the policy asks for it, and everybody in Riverside team')
    for (const who of [world.ben, world.dora]) expect((await world.visit(who).get(forum)).status).toBe(200)
    expect((await world.visit(world.otto).get(forum)).status).toBe(404)
    expect((await world.visit(world.otto).get('/peer-reviews')).text).toContain('No forum invites you')
    expect((await world.visit(world.otto).get('/peer-reviews/forums/new')).status).toBe(403)
    expect((await world.visit(world.ben).get(`${forum}/details`)).status).toBe(404)
  })

  it('asks whom it invites, and for a name', async () => {
    const { noor } = await withForum()
    const none = await noor.post('/peer-reviews/forums', { type: 'peer-review' })
    expect(none.errors).toEqual(['Enter a name for the forum'])
    const nobody = await noor.post('/peer-reviews/forums', { name: 'Forum', type: 'peer-review' })
    expect(nobody.errors).toEqual(['Say whom it invites'])
    const kind = await noor.post('/peer-reviews/forums', { name: 'Forum', type: 'one-to-one-clinical', asked: 'yes' })
    expect(kind.errors).toEqual(['Choose a kind that you may lead'])
  })

  it('has its dates planned for a year, bank holidays stepped round', async () => {
    const { noor, forum } = await withForum()
    const look = await noor.post(`${forum}/dates`, { ...rhythm, first: '2026-11-28', count: '3' })
    expect(look.heading).toBe('Look at the days')
    expect(look.text).toContain('28 November 2026 is a Saturday')
    expect(look.text).toContain('is Boxing Day')
    const done = await noor.post(`${forum}/dates`, { ...rhythm, days: ['2026-11-24', '2026-12-22'] })
    expect(done.location).toBe(forum)
    expect((await noor.get(forum)).text).toContain('22 December 2026 at 2pm')
    const again = await noor.post(`${forum}/dates`, { ...rhythm, days: ['2026-12-22'] })
    expect(again.errors[0]).toContain('The forum meets on 22 December 2026 at that time already')
    const past = await noor.post(`${forum}/dates`, { ...rhythm, first: '2026-11-19' })
    expect(past.errors[0]).toContain('today or in the future')
  })

  it('is changed from its newest version, and ended', async () => {
    const { noor, world, forum } = await withForum()
    const form = { name: 'Peer review of the wards', asked: 'yes', _version: '1' }
    expect((await noor.post(`${forum}/details`, form)).location).toBe(forum)
    expect((await noor.post(`${forum}/details`, form)).errors[0]).toContain('Somebody changed this forum meanwhile')
    expect((await world.visit(world.dora).get(forum)).status).toBe(404)
    expect((await noor.post(`${forum}/closing`)).location).toBe('/peer-reviews')
    expect((await noor.post(`${forum}/details`, { ...form, _version: '3' })).errors[0]).toBe('This forum has ended')
    expect((await noor.post(`${forum}/closing`)).status).toBe(409)
  })

  it('is facilitated by several whom the policy names, and never by nobody', async () => {
    const { noor, world, forum } = await withForum()
    expect((await noor.post(`${forum}/leaving`)).status).toBe(409)
    expect((await world.visit(world.ben).post(`${forum}/facilitation`)).status).toBe(404)
    expect((await noor.post(`${forum}/facilitation`)).text).toContain('You facilitate it already')
  })

  it('tells those who are invited, and shows on their supervision', async () => {
    const { world, at } = await withReview()
    const needs = (who: 'dora' | 'otto' | 'noor') =>
      world.inside(world[who], async (work) => (await work.needs()).map((need) => need.title))
    expect(await needs('dora')).toContain('Peer review invites you')
    expect(await needs('otto')).not.toContain('Peer review invites you')
    expect((await world.visit(world.dora).get('/supervision')).linkTo('24 November 2026 at 2pm')).toBe(at)
    await world.visit(world.dora).post(`${at}/register`, { stands: 'not coming' })
    expect(await needs('dora')).not.toContain('Peer review invites you')
    setClock('2026-11-25T09:00:00Z')
    expect(await needs('noor')).toContain('Was the peer review held?')
  })
})
