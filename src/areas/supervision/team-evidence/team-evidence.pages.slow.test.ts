import { describe, expect, it } from 'vitest'
import { caseWorkWith, spoken, sure } from '../../../../test/worlds/case-work.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { supervisionWorld, type Trust } from '../../../../test/worlds/supervision.ts'
import { newId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { addLead, insertRegistration } from '../../people/index.ts'
import { findEvidence } from './team-evidence.store.ts'

const database = await testDatabase()
const { trust, setClock, ...deeds } = await supervisionWorld(database)
const { listed, heldWith } = caseWorkWith({ setClock, ...deeds })
const type = 'safeguarding-adults-team'

/** Amina may supervise adult teams, Grace leads Ben's team, and the team was supervised with a case of Ben's. */
async function teamSession(world: Trust, startsAt = '2026-11-24T14:00:00Z') {
  const role = { registration: newId<'registration'>(), person: world.amina, kind: 'supervisor role' as const }
  await world.inside(world.noor, async (work) => {
    await insertRegistration(work, { ...role, body: 'safeguarding-advisor', from: day('2024-11-20'), to: null })
    if (startsAt < '2026-12')
      sure(await addLead(work, { unit: world.team, person: world.grace, from: day('2025-01-01') }))
  })
  const id = await listed(world, world.ben)
  const people = [world.ben, world.dora, world.femi]
  const cases = [{ by: world.ben, id }]
  const session = await heldWith(world, { type, unit: world.team, people, cases, startsAt, absent: [world.femi] })
  await world.visit(world.amina).post(`/sessions/${session}/cases/${id}/record/signature`, {
    'cases--discussion': spoken,
    _version: '0',
  })
  return { id, session, href: `/sessions/${session}/team-evidence` }
}
const themes = ['Neglect and self-neglect', 'Mental capacity']

describe('evidence for a team lead', () => {
  it('says when, who was there, themes and team actions, and never a case', async () => {
    const world = await trust()
    const { href, session } = await teamSession(world)
    const amina = world.visit(world.amina)
    expect((await amina.get(href)).text).toContain('Neglect and self-neglect')
    const form = {
      'evidence--themes': themes,
      action: 'Bring the leaflet on capacity',
      owner: world.amina,
      _version: '0',
    }
    expect((await amina.post(`${href}/signature`, form)).location).toBe(`/sessions/${session}`)
    const grace = world.visit(world.grace)
    const page = await grace.get(href)
    for (const words of [
      'Held on 24 November 2026',
      'Ben Carter',
      'Dora Evans',
      ...themes,
      'Bring the leaflet on capacity',
    ])
      expect(page.text).toContain(words)
    expect(page.text).not.toMatch(/RV-2041|Femi Ade\./)
    expect(page.source).not.toContain(spoken)
    expect((await grace.get('/team-evidence')).linkTo('24 November 2026')).toBe(href)
    for (const closed of [`/sessions/${session}`, `/sessions/${session}/record`])
      expect((await grace.get(closed)).status).toBe(404)
  })

  it('goes to whoever led the team then, and to nobody else', async () => {
    const world = await trust()
    const { href } = await teamSession(world)
    await world.visit(world.amina).post(`${href}/signature`, { 'evidence--themes': themes, _version: '0' })
    for (const nobody of [world.ben, world.noor, world.otto])
      expect((await world.visit(nobody).get(href)).status).toBe(404)
    expect((await world.visit(world.grace).post(`${href}/draft`, { _version: '1' })).status).toBe(404)
    expect((await world.visit(world.ben).get('/team-evidence')).text).toContain('No evidence has come to you yet')
  })

  it('goes in a later version to nobody who has stopped leading the team', async () => {
    const world = await trust()
    const { href } = await teamSession(world)
    const amina = world.visit(world.amina)
    await amina.post(`${href}/signature`, { 'evidence--themes': themes, _version: '0' })
    const unchanged = await world.visit(world.grace).get(href)
    expect(unchanged.text).toContain(themes[0] ?? '')
    const led = { unit: world.team, person: world.grace, from: day('2025-01-01'), to: day('2026-11-30') }
    await world.inside(world.noor, async (work) => sure(await addLead(work, led)))
    setClock('2026-12-04T10:00:00Z')
    const opened = await amina.postAndFollow(`${href}/amendment`)
    const form = { ...opened.formTo(`${href}/signature`), why: 'A theme was missing' }
    const amended = await amina.post(`${href}/signature`, { ...form, 'evidence--themes': [themes[1] ?? ''] })
    expect(amended.errors).toEqual([])
    expect((await world.visit(world.grace).get(href)).status).toBe(404)
    expect((await amina.get(href)).text).toContain('A theme was missing')
  })

  it('feeds back what came of the actions taken for the team', async () => {
    const world = await trust()
    const { href } = await teamSession(world)
    const form = { action: 'Bring the leaflet on capacity', owner: world.amina, _version: '0' }
    await world.visit(world.amina).post(`${href}/signature`, form)
    const actions = await world.visit(world.amina).get('/actions')
    const action = actions.linkTo('Report on the action due 24 February 2027')
    await world.visit(world.amina).post(`${action}/report`, { outcome: 'done', note: 'Given to all', _version: '1' })
    const next = await teamSession(world, '2027-01-19T14:00:00Z')
    await world.visit(world.amina).post(`${next.href}/signature`, { _version: '0' })
    for (const person of [world.amina, world.grace]) {
      const page = await world.visit(person).get(next.href)
      expect(page.text).toMatch(/What came of the actions taken for the team.*Bring the leaflet on capacity.*Done/s)
    }
  })

  it('points out words that may identify somebody in a team action', async () => {
    const world = await trust()
    const { href } = await teamSession(world)
    const form = { action: 'Ring Mrs Patricia Sutton on 07700 900123', owner: world.amina, _version: '0' }
    const answer = await world.visit(world.amina).post(`${href}/signature`, form)
    expect(answer.status).toBe(422)
    expect(answer.errors[0]).toMatch(/^This may identify somebody/)
    expect(answer.fieldValue('What will be done')).toBe(form.action)
  })

  it('is not there for other kinds of supervision, and the neighbour cannot see it', async () => {
    const [world, neighbour] = [await trust(), await trust()]
    const { href } = await teamSession(world)
    await world.visit(world.amina).post(`${href}/signature`, { 'evidence--themes': themes, _version: '0' })
    expect((await neighbour.visit(neighbour.amina).get(href)).status).toBe(404)
    expect(await neighbour.inside(neighbour.grace, (work) => findEvidence(work))).toEqual([])
    const id = await listed(world, world.ben)
    const plain = await heldWith(world, {
      people: [world.ben],
      cases: [{ by: world.ben, id }],
      startsAt: '2026-12-01T14:00:00Z',
    })
    expect((await world.visit(world.amina).get(`/sessions/${plain}/team-evidence`)).status).toBe(404)
  })
})
