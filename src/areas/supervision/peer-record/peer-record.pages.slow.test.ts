import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { peerReviewWorld, said } from '../../../../test/worlds/peer-review.ts'

const database = await testDatabase()
const { withOpen, setClock } = await peerReviewWorld(database)
const which = 'reviews--which'

describe('the record of a peer review', () => {
  it('keeps itself as it is typed, for whoever types it alone, until it is saved', async () => {
    const { world, noor, at } = await withOpen()
    const dora = world.visit(world.dora)
    expect((await noor.post(`${at}/record/draft`, { [which]: said.good, _version: '0' })).status).toBe(200)
    expect((await noor.get(at)).text).not.toContain(said.good)
    expect((await dora.get(at)).text).not.toContain(said.good)
    const page = await noor.get(`${at}/record`)
    expect(page.text).toContain('You typed this and have not saved it yet')
    expect(page.text).toContain(said.good)
    expect((await noor.post(`${at}/record`, { [which]: said.good, from: '0', _version: '1' })).location).toBe(at)
    expect((await dora.get(at)).text).toContain(said.good)
    expect((await noor.get(`${at}/record`)).text).not.toContain('You typed this')
  })

  it('shows both texts when two windows, or two who facilitate, write at one time', async () => {
    const { noor, at } = await withOpen()
    await noor.post(`${at}/record/draft`, { [which]: 'From the phone', _version: '0' })
    const late = await noor.post(`${at}/record/draft`, { [which]: 'From the laptop', _version: '0' })
    expect(late.status).toBe(409)
    for (const _version of ['', 'x', '-2147483649', '99999999999'])
      expect((await noor.post(`${at}/record/draft`, { [which]: 'Nonsense', _version })).status).toBe(409)
    const kept = await noor.post(`${at}/record`, { [which]: 'From the laptop', from: '0', _version: '0' })
    expect(kept.errors[0]).toContain('You went on with this in another window')
    expect(kept.text).toContain('From the phone')
    expect(kept.text).toContain('From the laptop')
    await noor.post(`${at}/record`, { [which]: 'Saved first', from: '0', _version: '1' })
    const second = await noor.post(`${at}/record`, { [which]: 'Saved second', from: '0', _version: '0' })
    expect(second.errors[0]).toContain('Somebody saved the record meanwhile')
    expect(second.text).toContain('Saved first')
    expect((await noor.post(`${at}/record`, { [which]: 'Of both', from: '1', _version: '0' })).location).toBe(at)
    expect((await noor.get(at)).text).toContain('Of both')
  })

  it('is what it was when what was typed is thrown away', async () => {
    const { noor, at } = await withOpen()
    await noor.post(`${at}/record`, { [which]: 'As saved', from: '0', _version: '0' })
    await noor.post(`${at}/record/draft`, { [which]: 'Typed since', _version: '0' })
    expect((await noor.get(`${at}/record`)).text).toContain('Typed since')
    expect((await noor.post(`${at}/record/discarding`)).location).toBe(`${at}/record`)
    const page = await noor.get(`${at}/record`)
    expect(page.text).not.toContain('Typed since')
    expect(page.text).toContain('As saved')
  })

  it('is written by nobody who was not there, and not before it is open', async () => {
    const { world, noor, at, forum, next } = await withOpen()
    expect((await noor.get(`${next}/record`)).text).toContain('written once it is open')
    expect((await noor.post(`${next}/record/draft`, { [which]: 'Early', _version: '0' })).status).toBe(409)
    for (const who of [world.ben, world.otto])
      for (const deed of ['record/draft', 'record/discarding', 'record'])
        expect((await world.visit(who).post(`${at}/${deed}`, { _version: '0' })).status).toBe(404)
    await noor.post(`${at}/record`, { [which]: said.good, from: '0', _version: '0' })
    setClock('2026-11-24T15:20:00Z')
    await noor.post(`${at}/closing`)
    await database.owner.query('update peer_forum set chairs = chairs || $1::uuid where id = $2', [
      world.femi,
      forum.split('/').at(-1),
    ])
    const femi = world.visit(world.femi)
    expect((await femi.get(`${at}/record`)).text).toContain('Somebody who was there writes this record')
    expect((await femi.post(`${at}/record`, { [which]: 'Over it', from: '1', _version: '0' })).status).toBe(409)
    expect((await femi.get(at)).links).not.toContain('Change the record')
    expect((await noor.get(at)).text).toContain(said.good)
  })
})
