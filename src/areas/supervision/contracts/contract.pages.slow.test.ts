// Booking where a contract is needed: without one nothing is booked, and the same page says what to do about it.
import { beforeAll, describe, expect, it } from 'vitest'
import { signAll, signContract, withoutContracts } from '../../../../test/worlds/contracts.ts'
import { caseWork } from '../../../../test/worlds/case-work.ts'
import { at, clinical, supervisionWorld, type Trust } from '../../../../test/worlds/supervision.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import type { AgreementId } from '../../agreements/index.ts'

const database = await testDatabase()
const { trust, bareTrust, setClock, booked, held } = await supervisionWorld(database)

async function newTrust(): Promise<Trust> {
  const world = await bareTrust()
  setClock()
  return world
}
const wish = (world: Trust, more: Record<string, string> = {}) => ({
  type: clinical,
  side: 'they',
  with: world.amina,
  ...at,
  ...more,
})
const idIn = (href: string | null) => (href ?? '').split('/')[2] as AgreementId
const two = (world: Trust) => ({ supervisee: world.ben, supervisor: world.amina }) as const

describe('booking without a contract', () => {
  let world: Trust
  beforeAll(async () => {
    world = await newTrust()
  })

  it('is refused beside the person, keeps what was typed, and offers to start one', async () => {
    const page = await world.visit(world.ben).post('/supervision/bookings', wish(world))
    expect(page.status).toBe(422)
    expect(page.errors).toEqual([
      'You and Amina Yusuf have no contract for 24 November 2026. It needs one, signed by both of you',
    ])
    expect(page.fieldValue('Room')).toBe('Room 4')
    expect(page.buttons).toContain('Start the contract with Amina Yusuf')
  })

  it('is for a kind that needs none as before', async () => {
    const free = wish(world, { type: 'safeguarding-children-supervision' })
    expect((await world.visit(world.ben).post('/supervision/bookings', free)).status).toBe(303)
  })

  it('starts the contract from the form, which stays as it was; then it waits to be signed', async () => {
    const page = await world.visit(world.ben).post('/supervision/bookings', { ...wish(world), contract: 'start' })
    expect(page.status).toBe(200)
    expect(page.text).toContain('Contract begun')
    expect(page.fieldValue('Room')).toBe('Room 4')
    const href = page.linkTo('Open the contract with Amina Yusuf')
    const again = await world
      .visit(world.amina)
      .post('/supervision/bookings', wish(world, { side: 'me', with: world.ben }))
    expect(again.errors).toEqual(['Your contract with Ben Carter is still being written'])
    expect(again.linkTo('Open the contract')).toBe(href)
    await signAll(world.inside, idIn(href), [world.ben, world.amina])
    expect((await world.visit(world.ben).post('/supervision/bookings', wish(world))).status).toBe(303)
  })

  it('counts the day of the session, not the day of booking', async () => {
    const late = wish(world, { 'day-day': '22', 'day-month': '11', 'day-year': '2027', day: '2027-11-22' })
    const page = await world.visit(world.ben).post('/supervision/bookings', late)
    expect(page.errors).toEqual([
      'Your contract with Amina Yusuf holds until 19 November 2027, not on 22 November 2027',
    ])
    expect(page.linkTo('Renew the contract')).toMatch(/^\/agreements\/[0-9a-f-]+\/renewal\?for=2027-11-22$/)
  })

  it('may be set aside by somebody with the role, with a reason that is reported', async () => {
    const other = await newTrust()
    await other.inside(other.noor, async () => undefined)
    const form = wish(other, { side: 'they', with: other.amina })
    const asked = await other.visit(other.noor).post('/supervision/bookings', form)
    expect(asked.text).toContain('Why it should go ahead all the same')
    const done = await other
      .visit(other.noor)
      .post('/supervision/bookings', { ...form, reason: 'Paper is in the post' })
    expect(done.status).toBe(303)
    const report = await other.visit(other.noor).get('/supervision/overrides')
    expect(report.text).toContain('have no contract')
  })
})

describe('a time that was suggested under a contract', () => {
  it('is not accepted once the contract is gone, and the session says what to do', async () => {
    const world = await newTrust()
    setClock('2026-11-20T10:00:00Z')
    await signContract(world.inside, { template: 'one-to-one-contract', ...two(world) })
    const href = (await world.visit(world.ben).post('/supervision/bookings', wish(world))).location ?? ''
    await withoutSigned(world)
    const refused = await world.visit(world.amina).post(`${href}/acceptance`, { _version: '1' })
    expect(refused.status).toBe(409)
    const page = await world.visit(world.amina).get(href)
    expect(page.headings).toContain('A contract is missing')
    const begun = await world.visit(world.amina).post(`${href}/contract`)
    expect(begun.location).toMatch(/^\/agreements\/[0-9a-f-]+$/)
    expect((await world.visit(world.dora).post(`${href}/contract`)).status).toBe(404)
    await signAll(world.inside, idIn(begun.location), [world.amina, world.ben])
    expect((await world.visit(world.amina).post(`${href}/acceptance`, { _version: '1' })).status).toBe(303)
  })
})

const withoutSigned = (world: Trust) =>
  database.owner.query(
    "update agreement set until_day = from_day, state = 'ended', ended_on = from_day, ended_by = started_by where organisation = $1",
    [world.organisation],
  )

describe('a session without a contract', () => {
  it('is recorded all the same, and says so', async () => {
    const world = await trust()
    const href = await held(world)
    await withoutContracts(database, world.organisation)
    const page = await world.visit(world.amina).get(href)
    expect(page.headings).toContain('No contract on that day')
    const yesterday = {
      type: clinical,
      with: world.ben,
      day: '2026-11-19',
      time: '9am',
      minutes: '60',
      placeKind: 'phone',
    }
    setClock('2026-11-24T17:00:00Z')
    const done = await world.visit(world.amina).post('/supervision/held-session', yesterday)
    expect(done.errors).toEqual([])
    expect(done.status).toBe(303)
  })
})

describe('a group', () => {
  it('names those who have none, starts theirs, and leaves them unticked', async () => {
    const world = await newTrust()
    await signContract(world.inside, { template: 'safeguarding-contract', ...two(world) })
    const start = await world.visit(world.amina).get(`/supervision/group-booking?type=${caseWork}&unit=${world.team}`)
    expect(start.text).toContain('No contract with you in force')
    const form = { type: caseWork, unit: world.team, rebooks: '', ...at, people: [world.ben, world.dora, world.femi] }
    const page = await world.visit(world.amina).post('/supervision/group-bookings', form)
    expect(page.errors).toEqual(['Dora Evans and Femi Ade have no contract with you for 24 November 2026'])
    expect(page.buttons).toContain('Start the 2 contracts')
    const begun = await world.visit(world.amina).post('/supervision/group-bookings', { ...form, contract: 'start' })
    expect(begun.text).toContain('Contracts begun')
    expect(begun.links.filter((one) => one.text.startsWith('Open the contract')).length).toBe(2)
    const alone = await world.visit(world.amina).post('/supervision/group-bookings', { ...form, people: world.ben })
    expect(alone.status).toBe(303)
  })
})

describe('sessions in a row', () => {
  it('leave out the days after the contract, and say so', async () => {
    const world = await newTrust()
    const pair = { type: clinical, side: 'they', with: world.amina }
    await world.visit(world.ben).post('/supervision/supervisors', pair)
    const form = { type: clinical, people: world.ben, ...at, day: '2026-12-04', every: '1', unit: 'months', count: '3' }
    const none = await world.visit(world.amina).post('/supervision/series', form)
    expect(none.text).toContain('You and Ben Carter have no contract for 4 December 2026')
    expect(none.buttons).toEqual(['Start the contract with Ben Carter'])
    setClock('2026-01-10T10:00:00Z')
    await signContract(world.inside, { template: 'one-to-one-contract', ...two(world) })
    setClock()
    const page = await world.visit(world.amina).post('/supervision/series', form)
    expect(page.text).toContain('Friday 4 December 2026')
    expect(page.text).toContain('holds until 9 January 2027, not on 4 February 2027')
    expect(page.text).not.toContain('February 2027 ')
  })
})

describe('the contract of a pair', () => {
  it('is started with one button, by either of the two alone', async () => {
    const world = await newTrust()
    await world.visit(world.ben).post('/supervision/supervisors', { type: clinical, side: 'they', with: world.amina })
    const needs = await world.inside(world.amina, (work) => work.needs())
    const need = needs.find((one) => one.title === 'You have no contract with Ben Carter yet')
    const href = need?.button.href ?? ''
    const page = await world.visit(world.amina).get(href)
    expect([page.heading, ...page.buttons]).toEqual(['Contract with Ben Carter', 'Start the contract'])
    for (const who of [world.grace, world.dora]) {
      expect((await world.visit(who).get(href)).status).toBe(404)
      expect((await world.visit(who).post(href)).status).toBe(404)
    }
    const begun = await world.visit(world.amina).post(href)
    expect((await world.visit(world.ben).post(href)).location).toBe(href)
    expect((await world.visit(world.ben).get(href)).linkTo('Open the contract')).toBe(begun.location)
    const mine = await world.visit(world.ben).get('/supervision')
    expect(mine.headings).toContain('My contracts')
    expect(mine.text).toContain('Being written')
    expect((await world.visit(world.amina).get('/supervision')).headings).toContain('Contracts with those I supervise')
  })

  it('that has ended is not started', async () => {
    const world = await newTrust()
    await booked(await trust())
    await world.visit(world.ben).post('/supervision/supervisors', { type: clinical, side: 'they', with: world.amina })
    const href =
      (await world.inside(world.ben, (work) => work.needs())).find((one) => one.title.includes('no contract'))?.button
        .href ?? ''
    const ending = { talked: 'yes', talkedOn: '2026-11-19', kind: 'moved', when: 'today' }
    expect((await world.visit(world.ben).post(href.replace('/contract', '/end'), ending)).status).toBe(303)
    expect((await world.visit(world.ben).post(href)).status).toBe(409)
  })
})
