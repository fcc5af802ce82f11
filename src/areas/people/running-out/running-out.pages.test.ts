import { describe, expect, it } from 'vitest'
import { as, newOrganisation } from '../../../../test/composition.ts'
import { testService } from '../../../../test/service.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { asService } from '../../../platform/composition.ts'
import { newId, type PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { recordsArea } from '../../records/area.ts'
import { peopleArea } from '../area.ts'
import { makeSmallWorld } from '../people.examples.ts'
import { askerFor } from '../register/asker.store.ts'
import { insertRegistration } from '../standing/standing.store.ts'
import type { Registration } from '../standing/standing.ts'
import { registrationNeeds } from './needs.changes.ts'

const database = await testDatabase()
const service = await testService(database, { areas: [recordsArea, peopleArea], identify: askerFor })

/** Dilys keeps the register, Grace manages Ben; Ewan is a colleague. Today is 20 November 2026. */
async function world() {
  const organisation = await newOrganisation(database)
  const made = await asService(service.composition, { organisation }, makeSmallWorld)
  const inside = <T>(body: (work: Work) => Promise<T>) => asService(service.composition, { organisation }, body)
  const hold = (person: PersonId, given: Partial<Registration>) =>
    inside((work) =>
      insertRegistration(work, {
        registration: newId<'registration'>(),
        person,
        kind: 'registration',
        body: 'NMC',
        from: day('2020-02-01'),
        to: null,
        ...given,
      }),
    )
  const visit = (person: PersonId) => service.visitor(organisation, person)
  return { ...made, organisation, inside, hold, visit }
}

const path = '/registrations'

describe('the page of registrations that end', () => {
  it('shows an administrator what ends soon and what has ended, and where somebody works', async () => {
    const { dilys, ben, ewan, hold, visit } = await world()
    await hold(ben, { to: day('2026-12-02') })
    await hold(ewan, { to: day('2026-11-01'), body: 'HCPC' })
    const page = await visit(dilys).get(path)
    expect(page.headings[0]).toContain('Registrations that end')
    expect(page.text).toContain('2 December 2026, in 12 days')
    expect(page.text).toContain('1 November 2026')
    const ended = await visit(dilys).get(`${path}?state=ended`)
    expect(ended.text).toContain('Ewan')
    expect(ended.text).not.toContain('Ben Carter')
    const file = await visit(dilys).get(`${path}/figures?state=ended`)
    expect(file.source).toContain('HCPC')
    expect(file.source).not.toContain('NMC')
  })

  it('leaves out what runs on, what was renewed and what ended long ago', async () => {
    const { dilys, ben, ewan, hold, visit } = await world()
    await hold(ben, { to: day('2026-11-01') })
    await hold(ben, { from: day('2026-11-02'), to: day('2029-11-01'), body: 'nmc ' })
    await hold(ben, { kind: 'accreditation', body: 'BABCP', to: day('2025-11-01') })
    await hold(ewan, {})
    expect((await visit(dilys).get(path)).text).toContain('Nothing ends soon')
  })

  it('shows a manager their own staff alone', async () => {
    const { grace, ben, dilys, hold, visit } = await world()
    await hold(ben, { to: day('2026-12-02') })
    await hold(dilys, { to: day('2026-12-02'), body: 'GMC' })
    const page = await visit(grace).get(`${path}?of=everyone`)
    expect(page.text).toContain('Ben Carter')
    expect(page.text).not.toContain('GMC')
  })

  it('shows a safeguarding lead those who supervise, without what else is on record of them', async () => {
    const { dilys, amina, ben, hold, visit } = await world()
    await hold(ben, { to: day('2026-12-02') })
    await hold(dilys, { to: day('2026-12-02'), body: 'GMC' })
    await hold(dilys, { kind: 'supervisor role', body: 'clinical-supervisor' })
    const page = await visit(amina).get(path)
    expect(page.text).toContain('GMC')
    expect(page.text).not.toContain('Ben Carter')
    expect((await visit(amina).get(`/people/${dilys}/registrations`)).status).toBe(404)
  })

  it('is not allowed to anybody else, and takes odd addresses as they come', async () => {
    const { dilys, ewan, ben, visit } = await world()
    expect((await visit(ben).get(path)).status).toBe(403)
    expect((await visit(ewan).get(`${path}/figures`)).status).toBe(403)
    for (const odd of ['page=-1', 'page=1e9', 'unit=x', 'state=__proto__', 'of=9', `unit=${newId()}&page=0x`])
      expect((await visit(dilys).get(`${path}?${odd}`)).status, odd).toBe(200)
  })

  it('shows nothing of the neighbour', async () => {
    const [ours, theirs] = [await world(), await world()]
    await theirs.hold(theirs.ben, { to: day('2026-12-02') })
    expect((await ours.visit(ours.dilys).get(path)).text).toContain('Nothing ends soon')
  })
})

describe('what the first page says', () => {
  const needsOf = (organisation: Awaited<ReturnType<typeof world>>['organisation'], person: PersonId) =>
    as(service.composition, organisation, person, registrationNeeds)

  it('tells the person 60 days before, their manager 28 days before, and both when it has ended', async () => {
    const { organisation, grace, ben, hold } = await world()
    await hold(ben, { to: day('2027-01-19') })
    expect(await needsOf(organisation, ben)).toEqual([expect.objectContaining({ urgency: 'later' })])
    expect(await needsOf(organisation, grace)).toEqual([])
    await hold(ben, { body: 'BACP', to: day('2026-12-18') })
    expect((await needsOf(organisation, ben)).map(({ title }) => title)).toEqual([
      'Renew your BACP registration',
      'Renew your NMC registration',
    ])
    const [told] = await needsOf(organisation, grace)
    expect(told?.title).toBe('1 person you manage has a registration that ends soon')
    await hold(ben, { body: 'HCPC', to: day('2026-11-19') })
    expect((await needsOf(organisation, ben))[0]).toMatchObject({ urgency: 'now', by: '2026-11-19' })
    expect((await needsOf(organisation, grace))[0]?.title).toContain('has ended or ends soon')
  })
})
