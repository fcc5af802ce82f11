import { describe, expect, it } from 'vitest'
import { caseWorkWith, discussion, spoken } from '../../../../test/worlds/case-work.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { supervisionWorld, type Trust } from '../../../../test/worlds/supervision.ts'
import { newId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { insertRegistration } from '../../people/index.ts'
import { findCovers } from './cover.store.ts'

const database = await testDatabase()
const { trust, setClock, ...deeds } = await supervisionWorld(database)
const { listed, heldWith, discussed } = caseWorkWith({ setClock, ...deeds })
// Far ahead, so that the database's own clock agrees that cover has not ended.
const [then, later] = ['2096-02-07T14:00:00Z', '2096-02-21T14:00:00Z']
const lastDay = { 'until-day': '1', 'until-month': '3', 'until-year': '2096' }

async function discussedThen(world: Trust) {
  const id = await listed(world, world.ben)
  const session = await heldWith(world, { people: [world.ben], cases: [{ by: world.ben, id }], startsAt: then })
  const href = `/sessions/${session}/cases/${id}/record`
  const action = { action: 'Call the midwife', owner: world.ben }
  await world.visit(world.amina).post(`${href}/signature`, { ...discussion(spoken), ...action, _version: '0' })
  return { id, href }
}
const coverBy = async (world: Trust, id: string, given: Record<string, string> = {}) =>
  world.visit(world.ben).post(`/cases/${id}/cover`, { colleague: world.dora, ...lastDay, ...given })

describe('cover', () => {
  it('lets a colleague read one case and its discussions, and nothing else', async () => {
    const world = await trust()
    const { id, href } = await discussedThen(world)
    const other = await listed(world, world.ben)
    expect((await world.visit(world.dora).get(`/cases/${id}`)).status).toBe(404)
    expect((await coverBy(world, id)).location).toBe(`/cases/${id}`)
    const dora = world.visit(world.dora)
    expect((await dora.get('/cases')).linkTo('RV-2041')).toBe(`/cases/${id}`)
    const page = await dora.get(`/cases/${id}`)
    expect(page.text).toContain(`${spoken} plan`)
    expect(page.text).toContain('Call the midwife')
    expect((await dora.get(href)).text).toContain(`${spoken} unborn risks`)
    expect((await dora.get(`/cases/${other}`)).status).toBe(404)
    expect((await dora.get(`/cases/${id}/cover`)).status).toBe(404)
    expect((await dora.post(`/cases/${id}/cover`, { colleague: world.femi, ...lastDay })).status).toBe(404)
    expect((await dora.post(`${href}/draft`, { _version: '1' })).status).toBe(404)
  })

  it('reaches what is written while it lasts, and ends by itself', async () => {
    const world = await trust()
    const { id } = await discussedThen(world)
    await coverBy(world, id)
    const session = await heldWith(world, { people: [world.ben], cases: [{ by: world.ben, id }], startsAt: later })
    const href = `/sessions/${session}/cases/${id}/record`
    const second = { ...discussion('Second'), 'review--why-not': 'No time', _version: '0' }
    await world.visit(world.amina).post(`${href}/signature`, second)
    expect((await world.visit(world.dora).get(href)).text).toContain('Second plan')
    setClock('2096-03-02T00:10:00Z')
    for (const gone of [href, `/cases/${id}`]) expect((await world.visit(world.dora).get(gone)).status).toBe(404)
    expect((await world.visit(world.dora).get('/cases')).text).not.toContain('RV-2041')
  })

  it('ends when the holder says so', async () => {
    const world = await trust()
    const { id, href } = await discussedThen(world)
    await coverBy(world, id)
    const [cover] = await world.inside(world.ben, (work) => findCovers(work, id))
    expect((await world.visit(world.dora).post(`/covers/${cover?.id}/end`)).status).toBe(404)
    await world.visit(world.ben).post(`/covers/${cover?.id}/end`)
    for (const gone of [href, `/cases/${id}`]) expect((await world.visit(world.dora).get(gone)).status).toBe(404)
    expect((await world.visit(world.ben).post(`/covers/${cover?.id}/end`)).status).toBe(409)
    const lines = await database.owner.query<{ deed: string }>(
      `select deed from trail_event where about = $1 and deed like 'cover%' order by number`,
      [id],
    )
    expect(lines.rows.map((row) => row.deed)).toEqual(['cover granted', 'cover ended'])
  })

  it('by the supervisor reaches no further back than they read themselves', async () => {
    const world = await trust()
    const { id, href } = await discussedThen(world)
    await world.visit(world.amina).post(`/cases/${id}/cover`, { colleague: world.dora, ...lastDay })
    expect((await world.visit(world.dora).get(href)).text).toContain(`${spoken} plan`)
    const own = await listed(world, world.ben)
    expect((await world.visit(world.amina).get(`/cases/${own}/cover`)).status).toBe(404)
  })

  it('is granted by whoever supervises the case now; whoever did before reads nothing that comes after', async () => {
    const world = await trust()
    const role = { registration: newId<'registration'>(), kind: 'supervisor role', body: 'named-nurse' } as const
    const from = day('2026-01-01')
    await world.inside(world.noor, (work) => insertRegistration(work, { ...role, person: world.noor, from, to: null }))
    const { id, href } = await discussedThen(world)
    const [amina, noor] = [world.visit(world.amina), world.visit(world.noor)]
    const cases = [{ by: world.ben, id }]
    await heldWith(world, { people: [world.ben], cases, startsAt: later, supervisor: world.noor })
    expect((await amina.get(`/cases/${id}/cover`)).status).toBe(404)
    expect((await noor.get(`/cases/${id}/cover`)).status).toBe(200)
    const last = { people: [world.ben], cases, startsAt: '2096-03-06T14:00:00Z', supervisor: world.noor }
    await heldWith(world, last)
    expect((await amina.get(`/cases/${id}`)).status).toBe(404)
    expect((await amina.get(href)).text).toContain(`${spoken} plan`)
    expect((await noor.get(`/cases/${id}`)).status).toBe(200)
  })

  it('does not shorten what somebody reads who was there', async () => {
    const world = await trust()
    const id = await listed(world, world.ben)
    const people = [world.ben, world.dora]
    const session = await heldWith(world, { people, cases: [{ by: world.ben, id }], startsAt: then })
    const href = `/sessions/${session}/cases/${id}/record`
    await world.visit(world.amina).post(`${href}/signature`, { ...discussion(spoken), _version: '0' })
    await coverBy(world, id)
    setClock('2096-03-02T00:10:00Z')
    expect((await world.visit(world.dora).get(href)).text).toContain(`${spoken} plan`)
    expect((await world.visit(world.dora).get(`/cases/${id}`)).status).toBe(404)
  })

  it('is refused for the line manager, nobody, a day past or too far ahead, with what was typed', async () => {
    const world = await trust()
    const { id } = await discussed(world)
    const ben = world.visit(world.ben)
    const until = (year: string) => ({ 'until-day': '1', 'until-month': '12', 'until-year': year })
    const post = (form: Record<string, string>) => ben.post(`/cases/${id}/cover`, form)
    expect((await post({ colleague: world.grace, ...until('2026') })).errors).toEqual([
      'A line manager does not see what was said in supervision. Choose another colleague',
    ])
    expect((await post({ ...until('2026') })).errors).toEqual(['Find and choose the colleague who covers'])
    expect((await post({ colleague: world.dora, ...until('2025') })).errors[0]).toMatch(/today or in the future/)
    const far = await post({ colleague: world.dora, ...until('2027') })
    expect(far.errors).toEqual(['The last day must be within 12 weeks. It can be granted again then'])
    expect(far.source).toContain('2027')
    expect((await post({ colleague: 'nobody', ...until('2026') })).status).toBe(422)
    expect((await post({ 'colleague-search': 'Dora', _find: 'colleague', ...until('2026') })).text).toContain(
      'Dora Evans',
    )
  })

  it('the neighbour cannot see it', async () => {
    const [world, neighbour] = [await trust(), await trust()]
    const { id } = await discussedThen(world)
    await coverBy(world, id)
    expect(await neighbour.inside(neighbour.ben, (work) => findCovers(work, id))).toEqual([])
    expect((await neighbour.visit(neighbour.ben).get(`/cases/${id}/cover`)).status).toBe(404)
  })
})
