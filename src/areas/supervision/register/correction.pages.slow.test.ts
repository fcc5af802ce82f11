import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { peerReviewWorld, said } from '../../../../test/worlds/peer-review.ts'
import { moment } from '../../../platform/time/moment.ts'
import { evidenceFor } from '../evidence.store.ts'

const database = await testDatabase()
const { withOpen, setClock } = await peerReviewWorld(database)

async function held() {
  const here = await withOpen()
  const { noor, at } = here
  await noor.post(`${at}/record`, { 'reviews--which': said.good, from: '0', _version: '0' })
  setClock('2026-11-24T15:20:00Z')
  await noor.post(`${at}/closing`)
  setClock('2026-12-02T09:00:00Z')
  return here
}

describe('a closed register', () => {
  it('has somebody put on it, for whom it counts from then on, and who reads what was learned', async () => {
    const { world, noor, at } = await held()
    const counted = () => world.inside(world.noor, (work) => evidenceFor(work, { people: [world.femi] }))
    expect(await counted()).toEqual([])
    expect((await noor.get(at)).text).toContain('Is the register wrong?')
    const found = await noor.post(`${at}/late-entry`, { 'person-search': 'Femi', _find: 'person' })
    expect(found.text).toContain('Femi Ade')
    const done = await noor.postAndFollow(`${at}/late-entry`, { person: world.femi, reason: 'not entered' })
    expect(done.text).toContain('Femi Ade was put on the register on 2 December 2026')
    expect((await counted()).map((row) => [row.type, row.minutes])).toEqual([['peer-review', 80]])
    expect((await world.visit(world.femi).get(at)).text).toContain(said.good)
    const again = await noor.post(`${at}/late-entry`, { person: world.femi, reason: 'not entered' })
    expect(again.errors).toEqual(['They are on the register already'])
  })

  it('has somebody taken off it, for whom it counts no longer; a past day stays as it was', async () => {
    const { world, noor, at } = await held()
    const people = [world.dora, world.ben]
    const counted = async (knownBy?: ReturnType<typeof moment>) => {
      const rows = await world.inside(world.noor, (work) => evidenceFor(work, { people, knownBy }))
      return rows.map((row) => row.person).toSorted()
    }
    expect((await noor.post(`${at}/removal`, { person: world.dora, reason: 'was not there' })).location).toBe(at)
    expect(await counted()).toEqual([world.ben])
    expect(await counted(moment('2026-12-01T09:00:00Z'))).toEqual(people.toSorted())
    expect((await world.visit(world.dora).get(at)).text).not.toContain(said.good)
    const last = await noor.post(`${at}/removal`, { person: world.ben, reason: 'was not there' })
    expect(last.errors).toEqual(['Somebody beside whoever led it must stay on the register'])
  })

  it('asks whom and why, and is put right by whoever facilitates alone', async () => {
    const { world, noor, at, next } = await held()
    expect((await noor.post(`${at}/late-entry`, {})).errors).toHaveLength(2)
    expect((await noor.post(`${at}/removal`, {})).errors).toEqual([
      'Select who was not there',
      'Select why they were on it',
    ])
    expect((await noor.post(`${at}/late-entry`, { person: world.otto, reason: 'came late' })).errors).toEqual([
      'Choose somebody whom the forum invites',
    ])
    for (const page of ['late-entry', 'removal']) {
      expect((await noor.get(`${next}/${page}`)).status).toBe(409)
      expect((await world.visit(world.ben).get(`${at}/${page}`)).status).toBe(404)
      expect((await world.visit(world.ben).post(`${at}/${page}`, {})).status).toBe(404)
    }
    const { rows } = await database.owner.query<{ session: string }>('select session from peer_review where id = $1', [
      at.split('/').at(-1),
    ])
    expect((await noor.get(`/sessions/${rows[0]?.session}`)).links).not.toContain('Correct who came')
  })
})
