import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { peerReviewWorld, said } from '../../../../test/worlds/peer-review.ts'
import { evidenceFor } from '../evidence.store.ts'

const database = await testDatabase()
const { withReview, withOpen, setClock } = await peerReviewWorld(database)

describe('a peer review', () => {
  it('has an open register that counts for those on it, and for nobody else', async () => {
    const { world, noor, at } = await withOpen()
    expect((await world.visit(world.otto).post(`${at}/register`, { stands: 'here' })).status).toBe(404)
    expect((await world.visit(world.ben).post(`${at}/closing`)).status).toBe(404)
    setClock('2026-11-24T15:20:00Z')
    expect((await noor.post(`${at}/closing`)).location).toBe(at)
    const people = [world.ben, world.dora, world.femi]
    const rows = await world.inside(world.noor, (work) => evidenceFor(work, { people }))
    expect(rows.map((row) => [row.person, row.type, row.minutes]).toSorted()).toEqual(
      [
        [world.ben, 'peer-review', 80],
        [world.dora, 'peer-review', 80],
      ].toSorted(),
    )
    const due = await world.inside(world.noor, (work) =>
      work.ask('when supervision is due', { people: [world.ben], type: 'peer-review', day: work.today }),
    )
    expect(due.map((one) => one.state)).toContain('met')
    expect((await noor.post(`${at}/closing`)).status).toBe(409)
    expect((await world.visit(world.femi).post(`${at}/register`, { stands: 'here' })).status).toBe(409)
  })

  it('is opened by whoever facilitates, from half an hour before', async () => {
    const { world, noor, at } = await withReview()
    expect((await noor.post(`${at}/opening`)).text).toContain('from half an hour before')
    setClock('2026-11-24T13:40:00Z')
    expect((await world.visit(world.ben).post(`${at}/opening`)).status).toBe(404)
    expect((await noor.get(at)).buttons).toContain('Open the register')
    expect((await noor.postAndFollow(`${at}/opening`)).text).toContain('Open now')
    expect((await world.visit(world.ben).get(at)).buttons).toContain('I am here')
    expect((await noor.post(`${at}/closing`)).text).toContain('Nobody is on the register')
  })

  it('keeps cases for those who were there and whoever facilitates', async () => {
    const { world, noor, at } = await withOpen()
    const femi = world.visit(world.femi)
    expect((await noor.get(at)).text).toContain(said.why)
    expect((await femi.get(at)).text).not.toContain(said.why)
    const item = (await noor.get(`${at}/record`)).text.includes('RV-2041')
    expect(item).toBe(true)
    const { rows } = await database.owner.query<{ id: string }>('select id from peer_item where review = $1', [
      at.split('/').at(-1),
    ])
    const good = `cases--good-practice--${rows[0]?.id}`
    expect((await noor.post(`${at}/record`, { [good]: said.good, _version: '0' })).location).toBe(at)
    expect((await noor.post(`${at}/record`, { [good]: 'Other words', from: '0', _version: '0' })).errors[0]).toContain(
      'Somebody saved the record meanwhile',
    )
    expect((await world.visit(world.dora).get(at)).text).toContain(said.good)
    expect((await world.visit(world.dora).get(at)).text).toContain(said.why)
    for (const who of [world.femi, world.grace]) expect((await world.visit(who).get(at)).text).not.toContain(said.good)
    expect((await world.visit(world.otto).get(at)).status).toBe(404)
    await noor.post(`${at}/taking-off`, { person: world.dora })
    expect((await world.visit(world.dora).get(at)).text).not.toContain(said.good)
  })

  it('points out words that identify somebody before they are kept', async () => {
    const { world, noor, at } = await withOpen()
    const ben = world.visit(world.ben)
    const typed = { kind: 'case', reference: 'RV-2042', why: 'Her date of birth is 3 May 2019' }
    const answer = await ben.post(`${at}/items`, typed)
    expect(answer.status).toBe(422)
    expect(answer.errors[0]).toContain('3 May 2019')
    expect((await noor.post(`${at}/record`, { 'reviews--which': 'Call 07700 900123', _version: '0' })).status).toBe(422)
    expect((await ben.post(`${at}/items`, {})).errors).toEqual(['Select what you bring', 'Enter how it is known'])
  })

  it('takes back what was brought, by whoever brought it or facilitates', async () => {
    const { world, at } = await withOpen()
    const page = await world.visit(world.ben).get(at)
    const [form] = page.buttons.filter((words) => words.startsWith('Take it back'))
    expect(form).toBeDefined()
    const { rows } = await database.owner.query<{ id: string }>('select id from peer_item where review = $1', [
      at.split('/').at(-1),
    ])
    const back = `/peer-reviews/items/${rows[0]?.id}/withdrawal`
    expect((await world.visit(world.dora).post(back)).status).toBe(404)
    expect((await world.visit(world.ben).post(back)).location).toBe(at)
    expect((await world.visit(world.ben).post(back)).status).toBe(409)
    expect((await world.visit(world.noor).get(at)).text).not.toContain('RV-2041')
  })

  it('has people entered who have no device with them', async () => {
    const { world, noor, at } = await withOpen()
    const found = await noor.post(`${at}/attendance`, { 'person-search': 'Femi', _find: 'person' })
    expect(found.text).toContain('Femi Ade')
    expect((await noor.post(`${at}/attendance`, { person: world.femi })).location).toBe(at)
    expect((await world.visit(world.femi).get(at)).text).toContain(said.why)
    expect((await noor.post(`${at}/attendance`, { person: world.otto })).errors).toEqual([
      'Choose somebody whom the forum invites',
    ])
    expect((await noor.post(`${at}/taking-off`, { person: world.noor })).status).toBe(409)
  })

  it('is called off and put back', async () => {
    const { noor, at } = await withReview()
    expect((await noor.postAndFollow(`${at}/cancellation`)).text).toContain('Called off')
    expect((await noor.post(`${at}/cancellation`)).status).toBe(409)
    expect((await noor.postAndFollow(`${at}/reinstatement`)).text).toContain('Planned')
  })
})
