import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { peerReviewWorld, said } from '../../../../test/worlds/peer-review.ts'
import { day } from '../../../platform/time/day.ts'
import { leaveOrganisation } from '../../people/index.ts'

const database = await testDatabase()
const { withOpen, setClock } = await peerReviewWorld(database)

async function recommended() {
  const here = await withOpen()
  const { world, noor, at } = here
  await noor.post(`${at}/recommendations`, { words: said.recommended, owner: world.grace, due: '2027-02-24' })
  const { rows } = await database.owner.query<{ id: string }>(
    'select id from peer_recommendation where organisation = $1',
    [world.organisation],
  )
  return { ...here, one: `/peer-reviews/recommendations/${rows[0]?.id}` }
}

describe('a recommendation whose owner has left', () => {
  it('is given to somebody else, who can read it and is asked for it', async () => {
    const { world, noor, one } = await recommended()
    const needs = (who: 'noor' | 'femi') =>
      world.inside(world[who], async (work) => (await work.needs()).map((need) => need.title))
    expect(await needs('noor')).not.toContain('Nobody sees to what a peer review recommended')
    await world.inside(world.noor, (work) => leaveOrganisation(work, world.grace, day('2026-11-24')))
    setClock('2026-12-01T09:00:00Z')
    expect(await needs('noor')).toContain('Nobody sees to what a peer review recommended')
    expect((await noor.get(one)).linkTo('Give it to somebody else')).toBe(`${one}/owner`)
    expect((await noor.post(`${one}/owner`, { owner: world.femi, _version: '1' })).location).toBe(one)
    expect(await needs('noor')).not.toContain('Nobody sees to what a peer review recommended')
    expect(await needs('femi')).toContain('A peer review recommended something that you see to')
    expect((await world.visit(world.femi).get(one)).text).toContain(said.recommended)
  })

  it('is given by whoever facilitates, to somebody who works here, from its newest version', async () => {
    const { world, noor, one } = await recommended()
    expect((await noor.post(`${one}/owner`, { _version: '1' })).errors).toHaveLength(1)
    expect((await noor.post(`${one}/owner`, { owner: world.grace, _version: '1' })).errors).toEqual([
      'They see to it already',
    ])
    expect((await noor.post(`${one}/owner`, { owner: world.femi, _version: '7' })).errors[0]).toContain('meanwhile')
    for (const who of [world.grace, world.ben]) {
      expect((await world.visit(who).get(`${one}/owner`)).status).toBe(404)
      expect((await world.visit(who).post(`${one}/owner`, { owner: world.femi, _version: '1' })).status).toBe(404)
    }
    const settled = { state: 'not taken up', words: 'Another team does it', due: '2027-02-24', _version: '1' }
    await noor.post(`${one}/report`, settled)
    expect((await noor.get(`${one}/owner`)).status).toBe(409)
    expect((await noor.post(`${one}/owner`, { owner: world.femi, _version: '2' })).status).toBe(409)
  })
})
