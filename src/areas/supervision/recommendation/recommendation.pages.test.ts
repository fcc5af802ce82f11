import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { peerReviewWorld, said } from '../../../../test/worlds/peer-review.ts'

const database = await testDatabase()
const { withOpen, setClock } = await peerReviewWorld(database)

async function recommended() {
  const here = await withOpen()
  const { world, noor, at } = here
  const form = { words: said.recommended, owner: world.grace, due: '2027-02-24' }
  const done = await noor.post(`${at}/recommendations`, form)
  const { rows } = await database.owner.query<{ id: string }>(
    'select id from peer_recommendation where organisation = $1',
    [world.organisation],
  )
  return { ...here, done, one: `/peer-reviews/recommendations/${rows[0]?.id}` }
}

describe('a recommendation', () => {
  it('is made by whoever facilitates, and waits for its owner', async () => {
    const { world, done, at, one } = await recommended()
    expect(done.location).toBe(at)
    const needs = await world.inside(world.grace, async (work) => (await work.needs()).map((need) => need.title))
    expect(needs).toContain('A peer review recommended something that you see to')
    expect((await world.visit(world.grace).get(one)).text).toContain(said.recommended)
    expect((await world.visit(world.dora).get(one)).text).toContain(said.recommended)
    expect((await world.visit(world.femi).get(one)).text).not.toContain(said.recommended)
    expect((await world.visit(world.otto).get(one)).status).toBe(404)
    expect((await world.visit(world.ben).post(`${at}/recommendations`, {})).status).toBe(404)
  })

  it('comes first at the next peer review, until it is everyday practice', async () => {
    const { world, noor, one, next } = await recommended()
    setClock('2026-12-22T13:45:00Z')
    await noor.post(`${next}/opening`)
    await world.visit(world.femi).post(`${next}/register`, { stands: 'here' })
    await noor.post(`${next}/record`, { 'reviews--which': 'A national review', _version: '0' })
    const page = await world.visit(world.femi).get(next)
    expect(page.text).toContain(said.recommended)
    expect(page.text.indexOf('What we recommended')).toBeLessThan(page.text.indexOf('What we look at'))
    const grace = world.visit(world.grace)
    const empty = await grace.post(`${one}/report`, { state: 'embedded', due: '2027-02-24', _version: '1' })
    expect(empty.errors).toEqual(['Say what shows that it is everyday practice'])
    const words = 'The audit of December found it in nine of ten'
    const form = { state: 'embedded', words, due: '2027-02-24', _version: '1' }
    expect((await grace.post(`${one}/report`, form)).location).toBe(one)
    expect((await noor.get(one)).text).toContain(words)
    expect((await noor.get(next)).text).toContain('Everything is settled')
    expect((await grace.post(`${one}/report`, { ...form, _version: '2' })).errors[0]).toContain('It is settled')
    expect((await world.visit(world.dora).post(`${one}/report`, form)).status).toBe(404)
  })

  it('asks for its words, its owner and a day, and points out what identifies somebody', async () => {
    const { noor, world, at, one } = await recommended()
    const none = await noor.post(`${at}/recommendations`, {})
    expect(none.errors).toHaveLength(3)
    const form = { words: 'Write to child born 3 May 2019', owner: world.grace, due: '2027-02-24' }
    expect((await noor.post(`${at}/recommendations`, form)).errors[0]).toContain('3 May 2019')
    const report = { state: 'under way', words: 'Call 07700 900123', due: '2027-02-24', _version: '1' }
    expect((await world.visit(world.grace).post(`${one}/report`, report)).status).toBe(422)
    const late = { state: 'under way', due: '2026-11-01', _version: '1' }
    expect((await world.visit(world.grace).post(`${one}/report`, late)).errors).toEqual([
      'By when must be today or later',
    ])
  })
})
