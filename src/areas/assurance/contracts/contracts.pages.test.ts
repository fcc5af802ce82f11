// Contracts in date on the real pages: who sees whose, as facts; nobody sees what was agreed.
import { beforeAll, describe, expect, it } from 'vitest'
import { signContract } from '../../../../test/worlds/contracts.ts'
import { clinical, supervisionWorld, type Trust } from '../../../../test/worlds/supervision.ts'
import { testDatabase } from '../../../../test/test-database.ts'

const database = await testDatabase()
const { bareTrust: trust, setClock } = await supervisionWorld(database)
const here = '/agreements/standing'

describe('contracts in date', () => {
  let world: Trust
  beforeAll(async () => {
    world = await trust()
    setClock('2026-02-01T10:00:00Z')
    for (const who of [world.ben, world.dora, world.femi])
      await world.visit(who).post('/supervision/supervisors', { type: clinical, side: 'they', with: world.amina })
    setClock('2026-01-05T10:00:00Z')
    const two = { template: 'one-to-one-contract', supervisor: world.amina } as const
    await signContract(world.inside, { ...two, supervisee: world.ben })
    setClock('2026-11-01T10:00:00Z')
    await signContract(world.inside, { ...two, supervisee: world.dora })
    setClock('2026-11-20T10:00:00Z')
  })

  it('show a supervisor their own people, with the way to each contract and to a missing one', async () => {
    const page = await world.visit(world.amina).get(here)
    expect(page.heading).toBe('Contracts in date')
    expect(page.text).toContain('2 of 3 in force (66%), 1 of them ends within 60 days')
    expect(page.links.find((one) => one.text.includes('Ben Carter'))?.href).toMatch(/^\/agreements\/[0-9a-f-]+$/)
    expect(page.links.find((one) => one.text.includes('Femi Ade'))?.href).toContain('/supervision/booking?')
    expect((await world.visit(world.amina).get('/supervision')).linkTo('Contracts of all whom I supervise')).toBe(here)
  })

  it('show a line manager facts of their staff: nobody’s supervisor, no contract to open', async () => {
    const page = await world.visit(world.grace).get(here)
    expect(page.text).toContain('In force until 4 January 2027')
    expect(page.text).toContain('No contract')
    expect(page.text).not.toContain('Amina')
    expect(page.links.filter((one) => /^\/agreements\/[0-9a-f-]{36}/.test(one.href))).toEqual([])
    const team = await world.visit(world.grace).get('/team')
    expect(team.text).toContain('Contracts in date')
    expect(team.linkTo('Who has one, who has not')).toBe(`${here}?of=team&as-at=2026-11-20`)
  })

  it('show the safeguarding service everybody by unit, narrowed by the address', async () => {
    const page = await world.visit(world.noor).get(`${here}?of=all`)
    expect(page.text).toContain('Riverside team')
    const soon = await world.visit(world.noor).get(`${here}?of=all&state=ends-soon`)
    expect(soon.text).toContain('Ben Carter')
    expect(soon.text).not.toContain('Dora Evans')
    const named = await world.visit(world.noor).get(`${here}?of=all&name=dora&unit=${world.team}`)
    expect(named.text).toContain('Dora Evans')
    expect(named.text).not.toContain('Femi Ade')
    expect((await world.visit(world.noor).get(`${here}?of=all&state=over`)).text).toContain('Nobody stands so')
    expect((await world.visit(world.noor).get('/assurance')).text).toContain('2 of 3 in force')
  })

  it('can be had as at any day, and stay the same', async () => {
    const page = await world.visit(world.noor).get(`${here}?of=all&as-at=2026-06-01`)
    expect(page.text).toContain('1 of 4 in force (25%)')
    const ahead = await world.visit(world.noor).get(`${here}?of=all&as-at=2027-01-10`)
    expect(ahead.text).toContain('Ended 4 January 2027')
    expect((await world.visit(world.noor).get(`${here}?of=all&as-at=nonsense`)).text).toContain('must be a real date')
  })

  it('download as they are asked for', async () => {
    const file = await world.visit(world.grace).get(`${here}/figures?of=team&state=missing`)
    expect(file.headers['content-type']).toContain('text/csv')
    expect(file.source).toContain('Femi Ade')
    expect(file.source).not.toContain('Ben Carter')
  })

  it('show nobody to those who supervise nobody and lead nobody, whatever they ask for', async () => {
    for (const who of [world.otto, world.ben])
      for (const of of ['mine', 'team', 'all']) {
        const page = await world.visit(who).get(`${here}?of=${of}`)
        expect(page.text).toContain('You supervise nobody in a kind that needs a contract')
        expect(page.text).not.toContain('Dora Evans')
        expect((await world.visit(who).get(`${here}/figures?of=${of}`)).source).not.toContain('Dora Evans')
      }
  })
})
