import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningHeldWorld, saidInTheMeeting } from '../../../../test/worlds/learning-held.ts'
import { findReleasesOf } from './release.store.ts'

const database = await testDatabase()
const { heldMeeting } = await learningHeldWorld(database)
const { suggestion, action } = saidInTheMeeting

async function given() {
  const here = await heldMeeting()
  const { world, id } = here
  const ben = world.visit(world.ben)
  const form = await ben.get(`/action-learning/meetings/${id}/releases/new`)
  const item = itemIn(form, suggestion)
  const posted = await ben.post(`/action-learning/meetings/${id}/releases`, { item, recipient: world.noor })
  return { ...here, ben, form, posted, address: posted.location ?? '' }
}

const itemIn = ({ document }: { document: Document }, words: string): string =>
  [...document.querySelectorAll('input[name=item]')]
    .find((one) => one.parentElement?.textContent?.includes(words))
    ?.getAttribute('value') ?? ''

describe('giving something of one’s own topic to somebody outside', () => {
  it('offers the presenter what was offered to them and what they promised, and nobody else anything', async () => {
    const { world, id, form } = await given()
    expect(form.text).toContain(suggestion)
    expect(form.text).toContain(action)
    const other = await world.visit(world.dora).get(`/action-learning/meetings/${id}/releases/new`)
    expect(other.text).toContain('There is nothing that you could give')
    for (const who of [world.noor, world.grace])
      expect((await world.visit(who).get(`/action-learning/meetings/${id}/releases/new`)).status).toBe(404)
  })

  it('gives exactly the words, to the one who was named, who reads them when they want to', async () => {
    const { world, id, ben, address } = await given()
    expect((await ben.get(address)).text).toContain('It has not been read yet')
    expect((await world.inside(world.dora, (work) => findReleasesOf(work, id))).map((one) => one.recipient)).toEqual([
      world.noor,
    ])
    const needs = await world.inside(world.noor, async (work) => (await work.needs()).map((need) => need.title))
    expect(needs).toContain('Somebody gave you something from their learning set')
    const noor = world.visit(world.noor)
    expect((await noor.get(address)).text).not.toContain(suggestion)
    const read = await noor.postAndFollow(`${address}/reading`)
    expect(read.text).toContain(suggestion)
    expect(read.text).not.toContain('Dora')
    expect((await noor.post(`${address}/reading`)).status).toBe(303)
    expect((await ben.post(`${address}/taking-back`)).status).toBe(409)
    for (const who of [world.dora, world.amina, world.grace, world.otto])
      expect((await world.visit(who).get(address)).status).toBe(404)
  })

  it('is taken back while it has not been read; then it was never there', async () => {
    const { world, ben, address } = await given()
    const noor = world.visit(world.noor)
    expect((await noor.post(`${address}/taking-back`)).status).toBe(404)
    expect((await ben.post(`${address}/taking-back`)).status).toBe(303)
    expect((await ben.get(address)).text).toContain('You took it back')
    expect((await noor.get(address)).status).toBe(404)
    expect((await noor.post(`${address}/reading`)).status).toBe(404)
    expect((await ben.post(`${address}/taking-back`)).status).toBe(409)
  })

  it('has words pointed out that may tell who it is about', async () => {
    const { world, id } = await heldMeeting('kept', 'Ask Mrs Sarah Jones for an hour')
    const ben = world.visit(world.ben)
    const at = `/action-learning/meetings/${id}/releases`
    const item = itemIn(await ben.get(`${at}/new`), 'Sarah Jones')
    const asked = await ben.post(at, { item, recipient: world.otto })
    expect(asked.errors.join()).toContain('“Mrs Sarah Jones” (name). Choose something else, or say below')
    const because = { identifiesNobody: 'Nobody here is called that' }
    const form = { ...asked.formTo(at), item, recipient: world.otto }
    expect((await ben.post(at, { ...form, ...because })).status).toBe(303)
    expect((await ben.post(at, { item, recipient: world.grace, ...because })).status).toBe(422)
  })

  it('says beside the field what cannot be, and keeps what was chosen', async () => {
    const { world, id, ben } = await given()
    const at = `/action-learning/meetings/${id}/releases`
    expect((await ben.post(at, {})).errors.join()).toContain('Choose what you give')
    const item = `contribution 1`
    const wrong = await ben.post(at, { item: 'contribution 999', recipient: world.noor })
    expect(wrong.status).toBe(422)
    expect((await ben.post(at, { item, recipient: 'nobody' })).status).toBe(422)
    const seen = (await ben.get(`${at}/new`)).document.querySelector('input[name=item]')?.getAttribute('value') ?? ''
    const inside = await ben.post(at, { item: seen, recipient: world.dora })
    expect(inside.errors.join()).toContain('They were in the meeting and know it already')
    expect((await ben.post(at, { item: seen, recipient: world.noor })).errors.join()).toContain(
      'You gave them this already',
    )
    expect((await world.visit(world.dora).post(at, { item: seen, recipient: world.noor })).status).toBe(422)
  })
})
