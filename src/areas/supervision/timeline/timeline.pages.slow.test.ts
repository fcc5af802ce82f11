import { describe, expect, it } from 'vitest'
import { caseWorkWith, discussion, spoken } from '../../../../test/worlds/case-work.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { supervisionWorld, type Trust } from '../../../../test/worlds/supervision.ts'
import { newId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { insertRegistration } from '../../people/index.ts'

const database = await testDatabase()
const { trust, setClock, ...deeds } = await supervisionWorld(database)
const { listed, brought, heldWith, discussed } = caseWorkWith({ setClock, ...deeds })

describe('the plan from last time', () => {
  async function secondSession(world: Trust) {
    const first = await discussed(world, 'First')
    const people = { people: [world.ben], cases: [{ by: world.ben, id: first.id }], startsAt: '2027-01-19T14:00:00Z' }
    const session = await heldWith(world, people)
    return { ...first, session, href: `/sessions/${session}/cases/${first.id}/record` }
  }

  it('comes first, with what came of its actions', async () => {
    const world = await trust()
    const id = await listed(world, world.ben)
    const session = await heldWith(world, { people: [world.ben], cases: [{ by: world.ben, id }] })
    const href = `/sessions/${session}/cases/${id}/record`
    const action = {
      action: 'Visit with the social worker',
      owner: world.ben,
      'told--1--who': 'School',
      'told--1--state': 'To do',
    }
    await world.visit(world.amina).post(`${href}/signature`, { ...discussion('First'), ...action, _version: '0' })
    const actions = await world.visit(world.ben).get('/actions')
    expect(actions.text).toContain('Visit with the social worker')
    expect(actions.text).toContain('Tell: School')
    const again = await heldWith(world, {
      people: [world.ben],
      cases: [{ by: world.ben, id }],
      startsAt: '2027-01-19T14:00:00Z',
    })
    const page = await world.visit(world.amina).get(`/sessions/${again}/cases/${id}/record`)
    expect(page.text).toMatch(
      /The plan of 24 November 2026.*First plan.*Visit with the social worker.*What information/s,
    )
  })

  it('is pulled in while the holder prepares for the next session', async () => {
    const world = await trust()
    const { id } = await discussed(world, 'First')
    const cases = [{ by: world.ben, id }]
    const next = await brought(world, { people: [world.ben], cases, startsAt: '2027-01-19T14:00:00Z' })
    const page = await world.visit(world.ben).get(`/sessions/${next}/preparation/cases/${id}`)
    expect(page.text).toContain('The plan of 24 November 2026')
    expect(page.text).toContain('First plan')
  })

  it('is looked at before the record is closed, or somebody says why not', async () => {
    const world = await trust()
    const { href } = await secondSession(world)
    const amina = world.visit(world.amina)
    const unreviewed = await amina.post(`${href}/signature`, { ...discussion('Second'), _version: '0' })
    expect(unreviewed.errors).toEqual(['Say what came of the plan from last time, or why you did not look at it'])
    expect(unreviewed.fieldValue('New plan of care')).toBe('Second plan')
    const reason = { 'review--why-not': 'An emergency took the hour', _version: '0' }
    await amina.post(`${href}/signature`, { ...discussion('Second'), ...reason })
    expect((await world.visit(world.ben).get(href)).text).toContain('An emergency took the hour')
  })

  it('is not shown to a new supervisor, who is told that there is one', async () => {
    const world = await trust()
    const { id } = await discussed(world, spoken)
    await world.inside(world.noor, (work) =>
      insertRegistration(work, {
        registration: newId<'registration'>(),
        person: world.noor,
        kind: 'supervisor role',
        body: 'named-nurse',
        from: day('2026-01-01'),
        to: null,
      }),
    )
    const cases = [{ by: world.ben, id }]
    const later = { people: [world.ben], cases, startsAt: '2027-01-19T14:00:00Z', supervisor: world.noor }
    const href = `/sessions/${await heldWith(world, later)}/cases/${id}/record`
    const page = await world.visit(world.noor).get(href)
    expect(page.text).toContain('This case was discussed with Amina Yusuf on 24 November 2026')
    expect(page.source).not.toContain(spoken)
    const unreviewed = await world.visit(world.noor).post(`${href}/signature`, { ...discussion(), _version: '0' })
    expect(unreviewed.errors).toEqual(['Say what came of the plan from last time, or why you did not look at it'])
  })
})
