// One who supervises, told as stories: brought in on the starting list, on the way step by step, refused and let through at
// booking, and supervised themselves.
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/test-database.ts'
import { at, supervisionWorld, type Trust } from '../../../test/worlds/supervision.ts'
import { withoutSignOffs } from '../../../test/worlds/supervisors.ts'
import { asService } from '../../platform/composition.ts'
import { newId, type PersonId } from '../../platform/ids.ts'
import { day } from '../../platform/time/day.ts'
import { grantRole, insertRegistration } from '../people/index.ts'

const database = await testDatabase()
const { bareTrust, trust, setClock, service } = await supervisionWorld(database)
const caseWork = 'case-work-supervisor-pathway'
const children = 'safeguarding-children-supervision'

/** Nobody is signed off; Otto became an advisor in June, Amina has been one for long, Grace never. */
async function unsigned(): Promise<Trust> {
  const world = await bareTrust()
  await withoutSignOffs(database, world.organisation)
  setClock()
  const kind = 'supervisor role'
  const held = { kind, body: 'safeguarding-advisor-children', from: day('2026-06-01'), to: null } as const
  await world.inside(world.noor, (work) =>
    insertRegistration(work, { ...held, registration: newId<'registration'>(), person: world.otto }),
  )
  return world
}

const group = (world: Trust, more: Record<string, string> = {}) => ({
  unit: world.team,
  type: children,
  rebooks: '',
  people: [world.ben, world.dora],
  ...at,
  ...more,
})

const bookedBy = (world: Trust, who: PersonId, more?: Record<string, string>) =>
  world.visit(who).post('/supervision/group-bookings', group(world, more))

describe('the starting list', () => {
  it('brings in who supervised before, with a reason that is reported, and never oneself', async () => {
    const world = await unsigned()
    const noor = world.visit(world.noor)
    expect((await noor.get('/')).text).toContain('Bring in those who supervised before')
    const list = await noor.get('/supervisors/starting-list')
    expect(list.text).toContain('Amina Yusuf')
    expect(list.text).not.toContain('Otto Berg')
    expect(list.text).not.toContain('Noor Haddad')
    const way = 'safeguarding-supervisor-pathway'
    const none = await noor.post('/supervisors/starting-list', { reason: 'For years' })
    expect(none.errors).toEqual(['Tick at least one person'])
    const ticked = [`${way} ${world.amina}`, `${way} ${world.otto}`, `${way} ${world.noor}`]
    const done = await noor.postAndFollow('/supervisors/starting-list', { ticked, reason: 'Seen for years' })
    expect(done.text).toContain('Signed off without the steps')
    expect(done.text).toContain('Seen for years')
    expect((await world.visit(world.amina).get(`/supervisors/${world.amina}`)).text).toContain('Supervised before')
    expect((await world.visit(world.otto).get(`/supervisors/${world.otto}`)).text).not.toContain('Supervised before')
    expect((await world.visit(world.amina).get('/supervisors/starting-list')).status).toBe(403)
  })
})

describe('booking', () => {
  it('is refused for whoever is not signed off, with how far they are, and let through with a reason that is reported', async () => {
    const world = await unsigned()
    const refused = await bookedBy(world, world.otto)
    expect(refused.errors[0]).toContain(
      'Otto Berg has not been signed off for Safeguarding children supervision (0 of 3 steps done)',
    )
    expect(refused.errors[0]).toContain('a senior safeguarding advisor or a named professional')
    expect(refused.errors[0]).toContain('Nobody else is known who can supervise it now')
    expect((await bookedBy(world, world.otto, { reason: 'Short of staff' })).errors[0]).toContain('set aside only by')
    const wished = { type: children, side: 'they', with: world.otto, ...at, reason: 'Nobody else this month' }
    expect((await world.visit(world.noor).post('/supervision/bookings', wished)).location).toContain('/sessions/')
    expect((await world.visit(world.noor).get('/supervision/overrides')).text).toContain('Nobody else this month')
  })

  it('is open for now when a lead makes an exception, up to a day and with a reason that is reported', async () => {
    const world = await unsigned()
    const noor = world.visit(world.noor)
    const way = 'safeguarding-supervisor-pathway'
    expect((await noor.get(`/supervisors/${world.otto}`)).text).toContain('Let them supervise for now')
    const made = `/supervisors/${world.otto}/exceptions?way=${way}`
    expect((await noor.get(`/supervisors/${world.otto}/exceptions/new?way=${way}`)).status).toBe(200)
    const late = await noor.post(made, { until: '2027-06-01', reason: 'Two are away' })
    expect(late.errors).toEqual(['The last day must be within 3 months'])
    await noor.post(made, { until: '2026-12-31', reason: 'Two are away' })
    expect((await bookedBy(world, world.otto)).location).toContain('/sessions/')
    expect((await noor.get('/supervisors/starting-list')).text).toContain('Two are away')
    expect((await noor.post(`/supervisors/${world.otto}/competences`, { pathway: way })).status).toBe(409)
    expect((await world.visit(world.otto).post(made, { until: '2026-12-31', reason: 'I can' })).status).toBe(404)
  })

  it('is refused for a session that is recorded afterwards, too', async () => {
    const world = await unsigned()
    const held = {
      type: children,
      with: world.ben,
      day: '2026-11-19',
      time: '9am',
      minutes: '60',
      placeKind: 'in person',
    }
    const refused = await world.visit(world.otto).post('/supervision/held-session', held)
    expect(refused.errors[0]).toContain('has not been signed off')
  })

  it('is refused when the own supervision is out of date, until one is booked before', async () => {
    const world = await trust()
    setClock()
    await database.owner.query(
      `update registration set from_day = '2026-01-01' where organisation = $1 and person = $2 and kind = 'competence'
         and from_day = '2026-10-01'`,
      [world.organisation, world.amina],
    )
    const refused = await bookedBy(world, world.amina)
    expect(refused.errors[0]).toContain('The own supervision of Amina Yusuf was due by 1 April 2026')
    expect((await world.visit(world.amina).get('/')).text).toContain('Book your own supervision, which was due by')
    const own = { type: 'safeguarding-professionals-planned', side: 'they', with: world.noor, ...at, day: '2026-11-23' }
    const asked = await world.visit(world.amina).post('/supervision/bookings', own)
    expect(asked.errors).toEqual([])
    await world.visit(world.noor).post(`${asked.location}/acceptance`, { _version: '1' })
    expect((await bookedBy(world, world.amina)).location).toContain('/sessions/')
  })
})

describe('the way to supervising', () => {
  it('goes by the logbook, confirmed by both, to the sign-off by somebody who may', async () => {
    const world = await unsigned()
    const [otto, noor] = [world.visit(world.otto), world.visit(world.noor)]
    const write = (step: string, more: Record<string, string> = {}) =>
      otto.post(`/supervisors/${world.otto}/logbook`, { step: `${caseWork} ${step}`, on: '2026-11-02', ...more })
    expect((await write('observe')).errors).toEqual(['Choose the colleague who was there'])
    expect((await write('observe', { other: world.ben })).errors[0]).toContain(
      'Choose somebody who is signed off for this',
    )
    expect((await write('observe', { other: world.noor, on: '2027-01-01' })).errors[0]).toContain(
      'today or in the past',
    )
    expect((await write('sign-off')).errors[0]).toContain('Choose a step of the logbook')
    for (const step of ['observe', 'deliver']) expect((await write(step, { other: world.noor })).errors).toEqual([])
    expect((await write('observe', { other: world.noor })).errors).toEqual(['This is in the logbook already'])
    expect((await write('qualification')).errors).toEqual([])
    const sign = () => noor.post(`/supervisors/${world.otto}/competences`, { pathway: caseWork })
    expect((await sign()).status).toBe(409)
    expect((await noor.get('/')).text).toContain('Confirm an entry in a logbook with Otto Berg')
    for (const href of await entriesOf(world)) {
      expect((await otto.post(`${href}/confirmation`)).status).toBe(409)
      expect((await world.visit(world.ben).get(href)).status).toBe(404)
      if ((await noor.get(href)).buttons.includes('Yes, I was there')) await noor.post(`${href}/confirmation`)
    }
    expect((await noor.get('/')).text).toContain('Otto Berg is ready to be signed off')
    expect((await otto.post(`/supervisors/${world.otto}/competences`, { pathway: caseWork })).status).toBe(404)
    expect((await sign()).location).toBe(`/supervisors/${world.otto}`)
    const page = await world.visit(world.noor).get('/supervisors?way=case-work-supervisor-pathway')
    expect(page.text).toContain('Signed off')
    expect((await noor.get('/supervisors/figures')).source).toContain('Otto Berg')
  })

  it('ends with a reason that a line manager is not told', async () => {
    const world = await trust()
    setClock()
    await withoutSignOffs(database, world.organisation)
    const noor = world.visit(world.noor)
    const ticked = `safeguarding-supervisor-pathway ${world.amina}`
    await noor.post('/supervisors/starting-list', { ticked, reason: 'Known' })
    const link = /\/competences\/[\w-]+\/end/.exec((await noor.get(`/supervisors/${world.amina}`)).source)?.[0] ?? ''
    expect((await world.visit(world.amina).get(link)).status).toBe(404)
    expect((await noor.post(link, { reason: '' })).errors).toEqual(['Enter why it ends'])
    await noor.post(link, { reason: 'Other work now' })
    expect((await world.visit(world.amina).get(`/supervisors/${world.amina}`)).text).toContain('Other work now')
    expect((await bookedBy(world, world.amina)).errors[0]).toContain('has not been signed off')
    expect((await world.visit(world.ben).get(`/supervisors/${world.amina}`)).status).toBe(404)
    expect((await world.visit(world.ben).get('/supervisors')).status).toBe(403)
  })
})

describe('the chain of supervision', () => {
  it('is drawn whole for those who look after it, in part for those in it, as totals for directors', async () => {
    const world = await trust()
    setClock()
    const all = await world.visit(world.noor).get('/supervision-chain')
    expect(all.text).toContain('Amina Yusuf')
    expect(all.text).toContain('supervised in time, of')
    const own = await world.visit(world.amina).get('/supervision-chain')
    expect(own.text).toContain('Here is your part of it')
    expect(own.text).not.toContain('Noor Haddad')
    expect((await world.visit(world.ben).get('/supervision-chain')).status).toBe(403)
    const role = { person: world.ben, role: 'director', from: day('2026-11-20'), to: null, reason: 'New' } as const
    const { organisation } = world
    await asService(service.composition, { organisation }, (work) => grantRole(work, role))
    const totals = await world.visit(world.ben).get('/supervision-chain')
    expect(totals.text).toContain('where the chain breaks')
    expect(totals.text).not.toContain('Amina Yusuf')
    expect((await world.visit(world.ben).get('/')).text).toContain('supervised in time, of')
  })

  it('breaks at whoever is out of date, which the lead and whoever supervises them are told', async () => {
    const world = await trust()
    setClock()
    await database.owner.query(
      "update registration set from_day = '2026-01-01' where organisation = $1 and person = $2 and from_day = '2026-10-01'",
      [world.organisation, world.amina],
    )
    const lead = await world.visit(world.noor).get('/')
    expect(lead.text).toContain('The chain of supervision breaks at one place')
    expect((await world.visit(world.noor).get('/supervision-chain')).text).toContain('Where it breaks')
    const type = 'safeguarding-professionals-planned'
    const asked = await world
      .visit(world.amina)
      .post('/supervision/supervisors', { type, side: 'they', with: world.noor })
    expect(asked.errors).toEqual([])
    const drawn = await world.visit(world.amina).get('/supervision-chain')
    expect(drawn.text).toContain('Was due by 1 April 2026')
  })
})

async function entriesOf(world: Trust): Promise<readonly string[]> {
  const found = await database.owner.query<{ id: string }>('select id from competence_entry where organisation = $1', [
    world.organisation,
  ])
  return found.rows.map(({ id }) => `/logbook-entries/${id}`)
}
