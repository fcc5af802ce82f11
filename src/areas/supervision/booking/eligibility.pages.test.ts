import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { contractsInForce } from '../../../../test/worlds/contracts.ts'
import { at, supervisionWorld, type Trust } from '../../../../test/worlds/supervision.ts'
import { newId, type PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { addPerson, insertRegistration, startPost } from '../../people/index.ts'

const database = await testDatabase()
const { trust, setClock } = await supervisionWorld(database)
const type = 'child-protection-case-work'
const from = day('2026-01-05')

async function midwives(world: Trust) {
  setClock()
  const people = await world.inside(world.noor, async (work) => {
    const mary = await member(work, world, 'Mary Lowe', 'midwives')
    const sian = await member(work, world, 'Sian Price', 'midwives')
    const hugo = await member(work, world, 'Hugo Marsh', 'health-visitors')
    const vera = await member(work, world, 'Vera Long', 'named-midwives')
    const registration = newId<'registration'>()
    await insertRegistration(work, {
      registration,
      person: vera,
      kind: 'supervisor role',
      body: 'named-midwife',
      from,
      to: null,
    })
    return { mary, sian, hugo, vera }
  })
  const supervisees = [people.mary, people.sian, people.hugo]
  const supervisors = [people.vera, world.amina]
  await contractsInForce(database, world.organisation, { supervisors, supervisees })
  return people
}

async function member(work: Work, world: Trust, name: string, staffGroup: string): Promise<PersonId> {
  const added = await addPerson(work, { name, staffNumber: null, email: null })
  if (!added.ok) throw new Error(added.reason)
  const post = { profession: null, band: '6', trainingStage: null, hoursPerWeek: 37.5, kind: 'permanent' as const }
  const facts = { ...post, staffGroup, unit: world.team, caseload: true, manager: null }
  await startPost(work, added.value, { ...facts, from, to: null })
  return added.value
}

const group = (world: Trust, people: readonly PersonId[]) => ({
  unit: world.team,
  type,
  rebooks: '',
  people: [...people],
  ...at,
  minutes: '120',
})

describe('who may supervise whom', () => {
  it('is said by the row of the matrix too: a named midwife leads a group of midwives', async () => {
    const world = await trust()
    const { mary, sian, vera } = await midwives(world)
    const page = await world.visit(vera).get(`/supervision/group-booking?unit=${world.team}&type=${type}`)
    expect(page.document.querySelector(`input[value="${mary}"]`)?.hasAttribute('checked')).toBe(true)
    const done = await world.visit(vera).post('/supervision/group-bookings', group(world, [mary, sian]))
    expect(done.location).toContain('/sessions/')
  })

  it('names those for whom it is refused, what their row asks for, and who can for all', async () => {
    const world = await trust()
    const { mary, hugo, vera } = await midwives(world)
    const page = await world.visit(vera).get(`/supervision/group-booking?unit=${world.team}&type=${type}`)
    expect(page.document.querySelector(`input[value="${hugo}"]`)?.hasAttribute('checked')).toBe(false)
    expect(page.text).toContain('the policy names others for them')
    const refused = await world.visit(vera).post('/supervision/group-bookings', group(world, [mary, hugo]))
    expect(refused.errors[0]).toContain(
      'Vera Long cannot supervise Child protection case work supervision of Hugo Marsh',
    )
    expect(refused.errors[0]).toContain('afeguarding advisor (children)')
    expect(refused.errors[0]).toContain('These people can: Amina Yusuf')
  })

  it('holds for two people as for a group, and for a session recorded afterwards', async () => {
    const world = await trust()
    const { mary, hugo, vera } = await midwives(world)
    const ask = { type, side: 'me', ...at }
    const visitor = world.visit(vera)
    const done = await visitor.post('/supervision/bookings', { ...ask, with: mary })
    expect(done.errors).toEqual([])
    expect((await visitor.post('/supervision/bookings', { ...ask, with: hugo, time: '9am' })).errors[0]).toContain(
      'Vera Long cannot supervise',
    )
    const held = { type, day: '2026-11-19', time: '9am', minutes: '60', placeKind: 'in person' }
    expect((await visitor.post('/supervision/held-session', { ...held, with: hugo })).errors[0]).toContain('cannot')
    expect((await visitor.post('/supervision/held-session', { ...held, with: mary })).errors).toEqual([])
  })
})
