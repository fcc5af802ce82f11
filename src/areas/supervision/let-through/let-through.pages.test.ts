import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { at, clinical, supervisionWorld } from '../../../../test/worlds/supervision.ts'
import { withoutSignOffs } from '../../../../test/worlds/supervisors.ts'

const database = await testDatabase()
const { bareTrust, trust, setClock } = await supervisionWorld(database)
const path = '/supervision/overrides'
const children = 'safeguarding-children-supervision'

describe('what was let through', () => {
  it('shows a booking and a session recorded afterwards with what stood against them, why and by whom', async () => {
    const world = await bareTrust()
    await withoutSignOffs(database, world.organisation)
    setClock()
    const wish = { type: clinical, side: 'they', with: world.otto, ...at, reason: 'Nobody else this month' }
    await world.visit(world.noor).post('/supervision/bookings', wish)
    const before = { ...at, type: children, with: world.ben, day: '2026-11-18', time: '9am' }
    const asked = await world.visit(world.amina).post('/supervision/held-session', before)
    expect(asked.status).toBe(422)
    expect(asked.errors[0]).toContain('has not been signed off')
    expect(asked.errors[0]).toContain('If it was held all the same, say why')
    expect(asked.fieldValue('Length in minutes')).toBe('60')
    const held = await world
      .visit(world.amina)
      .post('/supervision/held-session', { ...before, reason: 'It was urgent' })
    expect(held.errors).toEqual([])
    const page = await world.visit(world.noor).get(path)
    for (const words of ['Nobody else this month', 'It was urgent', 'Recorded after it was held', 'Amina Yusuf'])
      expect(page.text).toContain(words)
    const file = await world.visit(world.noor).get(`${path}/figures`)
    expect(file.source).toContain('Session recorded afterwards')
    expect(file.source).toContain('It was urgent')
  })

  it('shows whom a lead let supervise without the steps, those of one decision together', async () => {
    const world = await bareTrust()
    await withoutSignOffs(database, world.organisation)
    setClock()
    const way = 'safeguarding-supervisor-pathway'
    await world
      .visit(world.noor)
      .post('/supervisors/starting-list', { ticked: [`${way} ${world.amina}`], reason: 'Seen for years' })
    const page = await world.visit(world.noor).get(path)
    expect(page.text).toContain('People who supervise without the steps')
    expect(page.text).toContain('Seen for years')
    expect(page.text).toContain('Supervised before')
    expect((await world.visit(world.noor).get(`${path}/figures`)).source).toContain('Person let supervise')
  })

  it('is not allowed to those who look after no supervision, and holds nothing of the neighbour', async () => {
    const [ours, theirs] = [await trust(), await bareTrust()]
    setClock()
    await withoutSignOffs(database, theirs.organisation)
    const wish = { type: clinical, side: 'they', with: theirs.otto, ...at, reason: 'Next door alone' }
    await theirs.visit(theirs.noor).post('/supervision/bookings', wish)
    expect((await ours.visit(ours.ben).get(path)).status).toBe(403)
    expect((await ours.visit(ours.grace).get(`${path}/figures`)).status).toBe(403)
    expect((await ours.visit(ours.noor).get(path)).text).not.toContain('Next door alone')
  })
})
